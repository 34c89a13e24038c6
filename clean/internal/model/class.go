package model

import (
	"sync"
	"unicode/utf8"

	"example.org/newstext/clean/internal/letter"
)

// The classes of characters.
const (
	cSpace = iota
	cLower
	cUpper
	cDigit
	cApostrophe
	cStop
	cComma
	cQuote
	cSep
	cOther
)

// class has the class of each ASCII character.
var class = func() (class [utf8.RuneSelf]uint8) {
	for i := range class {
		c := byte(i)
		switch {
		case c <= ' ':
			class[i] = cSpace
		case 'a' <= c && c <= 'z':
			class[i] = cLower
		case 'A' <= c && c <= 'Z':
			class[i] = cUpper
		case '0' <= c && c <= '9':
			class[i] = cDigit
		case c == '\'':
			class[i] = cApostrophe
		case c == '.' || c == '!' || c == '?':
			class[i] = cStop
		case c == ',' || c == ';':
			class[i] = cComma
		case c == '"':
			class[i] = cQuote
		case c == '|' || c == '/' || c == '>' || c == '<' || c == '*' || c == '+' || c == '@' || c == '#' || c == '=':
			class[i] = cSep
		default:
			class[i] = cOther
		}
	}
	return class
}()

// asciiClass returns the class of an ASCII character, or cOther.
func asciiClass(r rune) uint8 {
	if uint32(r) < uint32(len(class)) {
		return class[r]
	}
	return cOther
}

func isIdeograph(r rune) bool {
	return r >= 0x3040 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7af || r >= 0x20000 && r <= 0x3ffff
}

// caseless reports whether a letter is of a script without capitals: Hebrew,
// Arabic, those of India and of the south-east, Korean.
func caseless(r rune) bool { return r >= 0x590 && r < 0x1e00 || r >= 0x3000 }

func isIdeoStop(r rune) bool { return r == '。' || r == '！' || r == '？' }

// A classTable has the classes of the characters of alphabets, and of general
// punctuation.
type classTable [letter.Alphabets + 0x70]uint8

var classes = sync.OnceValue(func() *classTable {
	t := new(classTable)
	for r := range t {
		t[r] = findClass(rune(r))
	}
	return t
})

// of returns the class of a character.
func (t *classTable) of(r rune) uint8 {
	if uint32(r) < uint32(len(t)) {
		return t[r]
	}
	return findClass(r)
}

func findClass(r rune) uint8 {
	switch r {
	case '’', 'ʼ', '‘':
		return cApostrophe
	case '“', '”', '„', '«', '»', '「', '」', '『', '』', '‹':
		return cQuote
	case '。', '！', '？', '…', '।', '۔', '؟', '።':
		return cStop
	case '、', '，', '；':
		return cComma
	case '·', '•', '|', '→', '›', '▶', '►', '●', '■', '×', '｜':
		return cSep
	}
	if 0x2010 <= r && r <= 0x2027 { // general punctuation
		return cOther
	}
	return [...]uint8{
		letter.Upper: cUpper, letter.Lower: cLower, letter.Mark: cLower,
		letter.Digit: cDigit, letter.Space: cSpace, letter.Other: cOther,
	}[letter.Kinds().Of(r)]
}

// goesOn reports which bytes may go on a word that began with ASCII letters or
// digits: more of them, apostrophes, and parts of characters that are not ASCII.
var goesOn = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= utf8.RuneSelf || class[c] == cApostrophe || cLower <= class[c] && class[c] <= cDigit
	}
	return t
}()

// decode is utf8.DecodeRuneInString for line[i:], at once for characters of two
// bytes.
func decode(line string, i int) (rune, int) {
	if i+1 < len(line) {
		if a, b := line[i], line[i+1]; 0xC2 <= a && a < 0xE0 && b&0xC0 == 0x80 {
			return rune(a&0x1F)<<6 | rune(b&0x3F), 2
		}
	}
	return utf8.DecodeRuneInString(line[i:])
}
