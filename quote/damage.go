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
	t := roles()
	first := end
	for _, sign := range [...]byte{'&', '?', '\\', '='} {
		first = t.firstAt(s, start, first, sign)
	}
	for i := start + asciiPrefix(s[start:first]); i < first; i += asciiPrefix(s[i:max(i, first)]) {
		if t.damageAt(s, i) {
			return i
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return first
}

// firstAt returns the index of the first sign in s[start:end] that may be damage,
// end where there is none.
func (t *roleTable) firstAt(s string, start, end int, sign byte) int {
	for i := start; i < end; i++ {
		n := strings.IndexByte(s[i:end], sign)
		if n < 0 {
			break
		}
		if i += n; t.damageAt(s, i) {
			return i
		}
	}
	return end
}

// hasDamage reports whether text may have damage at one of its stops, or an
// escape, which is none.
func hasDamage(text string, stops []int32) bool {
	t := roles()
	if t.firstAt(text, 0, len(text), '\\') < len(text) || t.firstAt(text, 0, len(text), '=') < len(text) {
		return true
	}
	c := cursor{text, stops}
	for i := c.from(0); i < len(text); {
		if t.damageAt(text, i) {
			return true
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		i = c.from(i + n)
	}
	return false
}

// damageAt reports whether s[i] may be damage, or the first byte of some.
func (t *roleTable) damageAt(s string, i int) bool {
	switch {
	case s[i] == '&':
		return i+1 < len(s) && (s[i+1] == '#' || isASCIILetter(s[i+1]))
	case s[i] == '?':
		return i+1 < len(s) && isASCIILetter(s[i+1]) || i > 0 && (s[i-1] == ',' || s[i-1] == '.')
	case s[i] == '\\' || s[i] == '=':
		return beginsEscape(s[i:])
	case s[i] < utf8.RuneSelf, isPunctuation(s, i) && i+3 < len(s) && s[i+3] < utf8.RuneSelf:
		return false
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	return n == 1 || suspicious(t, r, s[i+n:]) || r >= firstHan && unicode.Is(unicode.Han, r) && besideLatin(s, i, n)
}

// suspicious reports whether r and what follows it may be damage.
func suspicious(t *roleTable, r rune, rest string) bool {
	if r == utf8.RuneError || r >= 0x80 && r < 0xA0 {
		return true
	}
	if rest == "" {
		return false
	}
	if misreadMark(r, rest) {
		return true
	}
	from := t.starts(r)
	if from == 0 {
		return false
	}
	if rest[0] < utf8.RuneSelf {
		return r == 'Ã' || r == 'Â' || r == 'â' && (rest[0] < 'a' || rest[0] > 'z' || contraction(rest) != "")
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return from&t.continues(next) != 0
}

// besideLatin reports whether s[i:i+n] touches an ASCII letter or stands between
// spaces.
func besideLatin(s string, i, n int) bool {
	return i > 0 && (isASCIILetter(s[i-1]) || s[i-1] == ' ') || i+n < len(s) && isASCIILetter(s[i+n])
}
