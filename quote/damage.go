package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// firstDamage returns the index of the first byte of s that may be damage, or
// that is in a paragraph with such a byte.
func firstDamage(s string) int {
	// Blocks keep a search for one thing from running far beyond another.
	const block = 4 << 10
	for start := 0; start < len(s); start += block {
		end := min(len(s), start+block)
		if i := damageIn(s, start, end); i < end {
			return i
		}
	}
	return len(s)
}

// firstHan is the first ideograph of Unicode, a radical.
const firstHan = 0x2E80

// damageIn is firstDamage for s[start:end]; it looks at what is next to it.
func damageIn(s string, start, end int) int {
	first := end
	for i := start; i < first; i++ {
		n := strings.IndexByte(s[i:first], '&')
		if n < 0 {
			break
		}
		if i += n; i+1 < len(s) && (s[i+1] == '#' || isASCIILetter(s[i+1])) {
			first = i
		}
	}
	for i := start; i < first; i++ {
		n := strings.IndexByte(s[i:first], '?')
		if n < 0 {
			break
		}
		if i += n; i > 0 && i+1 < len(s) && isASCIILetter(s[i+1]) && s[i-1] > ' ' {
			first = i
		}
	}
	t := roles()
	for i := start + asciiPrefix(s[start:first]); i < first; {
		r, n := utf8.DecodeRuneInString(s[i:])
		if n == 1 || suspicious(t, r, s[i+n:]) || r >= firstHan && unicode.Is(unicode.Han, r) && besideLatin(s, i, n) {
			return i
		}
		i += n
		i += asciiPrefix(s[i:max(i, first)])
	}
	return first
}

// suspicious reports whether r and what follows it may be damage.
func suspicious(t *roleTable, r rune, rest string) bool {
	if r == utf8.RuneError || r >= 0x80 && r < 0xA0 {
		return true
	}
	from := t.starts(r)
	if from == 0 || rest == "" {
		return false
	}
	if rest[0] < utf8.RuneSelf {
		return r == 'Ã' || r == 'Â'
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return from&t.continues(next) != 0
}

// besideLatin reports whether s[i:i+n] touches an ASCII letter or stands between
// spaces.
func besideLatin(s string, i, n int) bool {
	return i > 0 && (isASCIILetter(s[i-1]) || s[i-1] == ' ') || i+n < len(s) && isASCIILetter(s[i+n])
}
