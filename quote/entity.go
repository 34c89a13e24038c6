package quote

import (
	"html"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

const entityMax = 40 // bytes of the longest name, and more

// unescape returns the edits that undo HTML entities. Text with tags in it is
// the source of a page and keeps them.
func unescape(text string) []Edit {
	if strings.IndexByte(text, '&') < 0 || hasTag(text) {
		return nil
	}
	var edits []Edit
	for i := 0; i < len(text); {
		n := strings.IndexByte(text[i:], '&')
		if n < 0 {
			break
		}
		i += n
		value, size := entity(text[i:])
		for value == "&" && size > 0 {
			v, m := entity("&" + text[i+size:min(len(text), i+size+entityMax)])
			if m == 0 {
				break
			}
			value, size = v, size+m-1
		}
		if size == 0 || !fits(text, i, size, value) || value == "" && splits(text, i+size) {
			i++
			continue
		}
		edits = append(edits, Edit{i, i + size, value, "entity"})
		i += size
	}
	return edits
}

// entity returns the value and the length of the entity that s begins with.
func entity(s string) (value string, size int) {
	end := strings.IndexByte(s[:min(len(s), entityMax)], ';')
	if n := bareNumber(s); n > 0 {
		if value, size = numeric(s[len("&#"):n], n); value == "" {
			size = 0
		}
		return value, size
	}
	if end < 2 {
		return "", 0
	}
	name := s[1:end]
	if name[0] == '#' {
		return numeric(name[1:], end+1)
	}
	for i := range len(name) {
		if !isASCIILetter(name[i]) && (name[i] < '0' || name[i] > '9') {
			return "", 0
		}
	}
	entity := s[:end+1]
	if v := html.UnescapeString(entity); v != entity && !strings.Contains(v, ";") {
		return v, end + 1
	}
	if upper := strings.ToUpper(entity); upper == entity {
		if v := html.UnescapeString(strings.ToLower(entity)); !strings.Contains(v, ";") {
			return strings.ToUpper(v), end + 1
		}
	}
	return "", 0
}

// bareNumber returns the length of &#8217 without a semicolon at the start of s, 0
// for none: browsers read it.
func bareNumber(s string) int {
	n := len("&#")
	if !strings.HasPrefix(s, "&#") {
		return 0
	}
	for n < len(s) && n < entityMax && isDigit(rune(s[n])) {
		n++
	}
	if n < len("&#39") || n == entityMax || n < len(s) && s[n] == ';' {
		return 0
	}
	return n
}

// numeric returns the character of a number, as browsers read it: what stands
// for a control of Latin-1 means the character of windows-1252.
func numeric(digits string, size int) (string, int) {
	base := 10
	if len(digits) > 0 && digits[0]|0x20 == 'x' {
		base, digits = 16, digits[1:]
	}
	n, err := strconv.ParseUint(digits, base, 32)
	switch {
	case err != nil || digits[0] == '+', n > unicode.MaxRune, !utf8.ValidRune(rune(n)):
		return "", 0
	case n >= 0x80 && n < 0xA0:
		if r := charmap.Windows1252.DecodeByte(byte(n)); r != utf8.RuneError {
			return string(r), size
		}
	case n&0xFFFE == 0xFFFE, n >= 0xFDD0 && n < 0xFDF0, n < ' ' && n != '\n' && n != '\t':
		return "", size
	}
	return string(rune(n)), size
}

// fits reports whether value can have stood where the entity of the given size
// is. A fraction between letters that are not escaped cannot.
func fits(text string, i, size int, value string) bool {
	r, _ := utf8.DecodeRuneInString(value)
	if !unicode.Is(unicode.No, r) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+size:])
	return !unicode.IsLetter(before) || !unicode.IsLetter(after)
}

// hasTag reports whether text has something like an HTML tag.
func hasTag(text string) bool {
	for i := range len(text) - 1 {
		if text[i] == '<' && (isASCIILetter(text[i+1]) || text[i+1] == '/') {
			return true
		}
	}
	return false
}

func isASCIILetter(b byte) bool { b |= 0x20; return 'a' <= b && b <= 'z' }
