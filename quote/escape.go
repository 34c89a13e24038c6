package quote

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// unquote returns the edits that undo what programs and mail write for characters
// beyond ASCII: \u2019, \xe2\x80\x99 and =E2=80=99; and =92, for windows-1252, if a
// contraction shows that it is an apostrophe.
func unquote(text string) []Edit {
	var edits []Edit
	mail, known := false, false
	for i := 0; i < len(text); {
		n := strings.IndexAny(text[i:], `\=`)
		if n < 0 {
			break
		}
		i += n
		r, size := escaped(text[i:])
		if size == 0 && text[i] == '=' {
			if !known {
				mail, known = mailed(text), true
			}
			if b, ok := hexByte(text[i:], "="); ok && mail && b >= 0x80 && b < 0xA0 {
				r, size = charmap.Windows1252.DecodeByte(b), len("=92")
			}
		}
		if size == 0 || r == utf8.RuneError {
			i++
			continue
		}
		edits = append(edits, Edit{i, i + size, string(r), "escape"})
		i += size
	}
	return edits
}

// mailed reports whether =92 is an apostrophe somewhere in text, and not in an
// address.
func mailed(text string) bool {
	const mark = "=92"
	for i := 0; ; i += len(mark) {
		n := strings.Index(text[i:], mark)
		if n < 0 {
			return false
		}
		i += n
		word := text[max(0, i-64):i]
		word = word[strings.LastIndexAny(word, " \n")+1:]
		c := contraction(text[i+len(mark):])
		if len(word) > 1 && (c == "t" && word[len(word)-1] == 'n' || c != "" && c != "t") && !strings.ContainsAny(word, "/&?:") {
			return true
		}
	}
}

// escaped returns the character that the escape at the start of s stands for, and
// its length; 0 where there is none.
func escaped(s string) (r rune, size int) {
	if strings.HasPrefix(s, `\u`) {
		return unit(s)
	}
	sign := "="
	if s[0] == '\\' {
		sign = `\x`
	}
	var bytes [utf8.UTFMax]byte
	lead, ok := hexByte(s, sign)
	if !ok || !isLead(lead) {
		return 0, 0
	}
	bytes[0] = lead
	need, step := utf8Length(lead), len(sign)+2
	for k := 1; k < need; k++ {
		if bytes[k], ok = hexByte(s[min(len(s), k*step):], sign); !ok {
			return 0, 0
		}
	}
	r, n := utf8.DecodeRune(bytes[:need])
	if n != need {
		return 0, 0
	}
	return r, need * step
}

// unit returns the character of \u2019 or of two such, and the length of that.
// Controls stay as they are.
func unit(s string) (r rune, size int) {
	const length = len(`\u2019`)
	half := func(s string) (rune, bool) {
		if len(s) < length || s[:2] != `\u` {
			return 0, false
		}
		v, err := strconv.ParseUint(s[2:length], 16, 16)
		return rune(v), err == nil
	}
	r, ok := half(s)
	if !ok || r < ' ' {
		return 0, 0
	}
	if !utf16.IsSurrogate(r) {
		return r, length
	}
	low, _ := half(s[length:])
	if r = utf16.DecodeRune(r, low); r == utf8.RuneError {
		return 0, 0
	}
	return r, 2 * length
}

// hexByte returns the byte that s begins with as a sign and two digits, which are
// capital after =.
func hexByte(s, sign string) (byte, bool) {
	if len(s) < len(sign)+2 || !strings.HasPrefix(s, sign) {
		return 0, false
	}
	digits := s[len(sign) : len(sign)+2]
	v, err := strconv.ParseUint(digits, 16, 8)
	if err != nil || sign == "=" && strings.ToUpper(digits) != digits {
		return 0, false
	}
	return byte(v), true
}

// beginsEscape reports whether s, which begins with \ or =, may begin an escape.
func beginsEscape(s string) bool {
	if s[0] == '\\' {
		return len(s) > 1 && (s[1] == 'u' || s[1] == 'x')
	}
	b, ok := hexByte(s, "=")
	return ok && b >= 0x80
}
