package model

import (
	"unicode"
	"unicode/utf8"
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

func isIdeograph(r rune) bool {
	return r >= 0x3040 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7af || r >= 0x20000 && r <= 0x3ffff
}

func isIdeoStop(r rune) bool { return r == '。' || r == '！' || r == '？' }

// classOf returns the class of a character.
func classOf(r rune) uint8 {
	if int(r) < len(classes) {
		return classes[r]
	}
	return findClass(r)
}

// classes has the classes of what stands in texts of alphabets: Latin, Greek,
// Cyrillic, Armenian, Hebrew, Arabic.
var classes = func() (t [0x600]uint8) {
	for r := range t {
		t[r] = findClass(rune(r))
	}
	return t
}()

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
	switch {
	case 0x2010 <= r && r <= 0x2027: // general punctuation
		return cOther
	case unicode.IsUpper(r):
		return cUpper
	case unicode.IsLetter(r), unicode.IsMark(r):
		return cLower
	case unicode.IsDigit(r):
		return cDigit
	case unicode.IsSpace(r):
		return cSpace
	}
	return cOther
}

// goesOn reports which bytes may go on a word that began with ASCII letters or
// digits: more of them, apostrophes, and parts of characters that are not ASCII.
var goesOn = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= utf8.RuneSelf || class[c] == cApostrophe || cLower <= class[c] && class[c] <= cDigit
	}
	return t
}()
