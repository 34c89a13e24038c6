package surprise

import (
	"strings"
	"unicode"
)

// A class is what a character is, as far as its neighbours are concerned.
type class uint8

const (
	start class = iota // the edge of a text or line
	space
	lower // ASCII
	upper // ASCII
	digit
	stop      // . , ; : ! ?
	straight  // " '
	opening   // ( [ {
	closing   // ) ] }
	joiner    // - / & @ _
	sign      // the other ASCII
	control   // C0
	latin1    // lower case of Latin-1
	latin1Up  //
	latinExt  // lower case that Latin writing systems use beside it
	latinUp   //
	latinRare // phonetic and historic letters
	cased     // lower case of Cyrillic, Greek, Armenian
	casedUp   //
	casedExt  // Ukrainian, Serbian, Macedonian letters
	casedExtUp
	casedRare // historic letters
	caseless  // letters of Arabic, Hebrew, the scripts of India ...
	vowel     // marks of these scripts
	combining // marks of Latin, Greek and Cyrillic
	hangul
	hangulRare
	kana
	han
	hanRare
	ideographic // punctuation and full-width forms
	quoteOpen   // “ ‘
	quoteClose  // ”
	apostrophe  // ’
	low         // „ ‚
	guillemet   // «
	guillemetEnd
	dash
	ellipsis
	noBreak   // and other spaces
	invisible // joiners, marks of direction, soft hyphen
	currency
	legal      // © ® ™
	superior   // ° º ª ² ³ ¹ and fractions
	operator   // ± × ÷ ¬ ¦ § ¶ µ ‰ † ‡
	inverted   // ¡ ¿
	accent     // ˆ ˜ ¨ ´ ¸ ¯
	bullet     // • ·
	symbol     // arrows, mathematics, technical signs
	box        // box drawing, blocks
	pictograph // emoji, dingbats and what modifies them
	c1
	lost    // U+FFFD
	private // private use, unassigned
	classes
)

// effective is the number of characters of a class among which one is chosen as
// if by chance, in tenths of bits.
var effective = [classes]int{
	lower: 41, upper: 43, digit: 31, stop: 14, straight: 8, opening: 5, closing: 5, joiner: 12, sign: 25, control: 30,
	latin1: 35, latin1Up: 38, latinExt: 50, latinUp: 50, latinRare: 100,
	cased: 45, casedUp: 45, casedExt: 30, casedExtUp: 35, casedRare: 70, caseless: 45, vowel: 35, combining: 50,
	hangul: 80, hangulRare: 120, kana: 55, han: 95, hanRare: 130, ideographic: 25,
	quoteOpen: 3, low: 3, guillemet: 1, guillemetEnd: 1, dash: 8, noBreak: 10, invisible: 20, currency: 15, legal: 15,
	superior: 25, operator: 33, inverted: 10, accent: 25, bullet: 5, symbol: 95, box: 70, pictograph: 80, c1: 50, private: 100,
}

// classOf returns the class of r.
func classOf(r rune) class {
	switch {
	case r < 0x80:
		return classASCII(r)
	case r < 0x100:
		return classLatin1(r)
	case r < 0x250:
		return classLatin(r)
	case r < 0x530:
		return classCased(r)
	case r >= 0x2000 && r < 0x3000:
		return classSymbol(r)
	case r >= 0xAC00 && r < 0xD7B0:
		if isCommon(r) {
			return hangul
		}
		return hangulRare
	case r > 0x3040 && r < 0x3100:
		return kana
	case r >= 0x4E00 && r < 0xA000:
		if isCommon(r) {
			return han
		}
		return hanRare
	case r >= 0x3000 && r < 0x3040, r >= 0xFF00 && r < 0xFFF0:
		return ideographic
	case r == 0xFFFD:
		return lost
	case r == 0xFEFF:
		return invisible
	case r >= 0x1F000 && r < 0x1FB00, r >= 0xFE00 && r < 0xFE10, r >= 0xE0000 && r < 0xE0080:
		return pictograph
	case r >= 0x1E00 && r < 0x1F00:
		if r < 0x1EA0 {
			return latinRare
		}
		return lowerOr(r, latinExt, latinUp)
	case r >= 0x1F00 && r < 0x2000:
		return casedRare
	case r >= 0x591 && r < 0x5C8, r >= 0x1D00 && r < 0x1E00:
		return symbol
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Mc, r):
		return vowel
	case unicode.IsLetter(r):
		return classLetter(r)
	case unicode.IsPunct(r), unicode.IsNumber(r), unicode.IsSymbol(r):
		return symbol
	}
	return private
}

// classASCII returns the class of a character of ASCII.
func classASCII(r rune) class {
	switch {
	case 'a' <= r && r <= 'z':
		return lower
	case 'A' <= r && r <= 'Z':
		return upper
	case '0' <= r && r <= '9':
		return digit
	}
	switch r {
	case '\n':
		return start
	case ' ', '\t', '\r':
		return space
	case '.', ',', ';', ':', '!', '?':
		return stop
	case '"', '\'':
		return straight
	case '(', '[', '{':
		return opening
	case ')', ']', '}':
		return closing
	case '-', '/', '&', '@', '_':
		return joiner
	}
	if r < ' ' || r == 0x7F {
		return control
	}
	return sign
}

func lowerOr(r rune, small, capital class) class {
	if unicode.IsUpper(r) {
		return capital
	}
	return small
}

func classLatin1(r rune) class {
	switch {
	case r < 0xA0:
		return c1
	case r == 0xD7, r == 0xF7:
		return operator
	case r >= 0xC0:
		return lowerOr(r, latin1, latin1Up)
	}
	switch r {
	case 0xA0:
		return noBreak
	case '¡', '¿':
		return inverted
	case '¢', '£', '¤', '¥':
		return currency
	case '©', '®':
		return legal
	case '«':
		return guillemet
	case '»':
		return guillemetEnd
	case 0xAD:
		return invisible
	case '·':
		return bullet
	case '¨', '¯', '´', '¸':
		return accent
	case 'ª', '°', '²', '³', '¹', 'º', '¼', '½', '¾':
		return superior
	}
	return operator
}

func classLatin(r rune) class {
	switch {
	case strings.ContainsRune("ĈĉĊċĔĕĜĝĠġĤĥĦħĬĭĲĳĴĵĸĿŀŉŊŋŎŏŔŕŖŗŜŝŦŧŬŭŴŵŶŷſ", r):
		return latinRare
	case r < 0x180, r >= 0x218 && r < 0x21C, r == 'ơ', r == 'Ơ', r == 'ư', r == 'Ư', r == 'ə', r == 'Ə':
		return lowerOr(r, latinExt, latinUp)
	}
	return latinRare
}

func classCased(r rune) class {
	switch {
	case r < 0x2B0:
		return latinRare
	case r < 0x300:
		return accent
	case r < 0x370:
		return combining
	case r >= 0x3AC && r < 0x3CF, r >= 0x430 && r < 0x450, r == 'ё':
		return cased
	case r >= 0x386 && r < 0x3AC, r >= 0x410 && r < 0x430, r == 'Ё':
		return casedUp
	case r >= 0x450 && r < 0x460, r == 'ґ':
		return casedExt
	case r >= 0x400 && r < 0x410, r == 'Ґ':
		return casedExtUp
	case r == 0x37E, r == 0x387:
		return stop
	}
	return casedRare
}

func classSymbol(r rune) class {
	switch r {
	case '“', '‘':
		return quoteOpen
	case '”':
		return quoteClose
	case '’':
		return apostrophe
	case '„', '‚':
		return low
	case '‹':
		return guillemet
	case '›':
		return guillemetEnd
	case '…':
		return ellipsis
	case '•', '‣', '∙':
		return bullet
	case '™':
		return legal
	case '‰', '†', '‡':
		return operator
	}
	switch {
	case r < 0x200B, r == 0x202F, r == 0x205F:
		return noBreak
	case r < 0x2010, r >= 0x2028 && r < 0x202F, r >= 0x2060 && r < 0x2070:
		return invisible
	case r < 0x2016:
		return dash
	case r >= 0x2070 && r < 0x20A0:
		return superior
	case r >= 0x20A0 && r < 0x20D0:
		return currency
	case r >= 0x2500 && r < 0x25A0:
		return box
	case r >= 0x2600 && r < 0x27C0:
		return pictograph
	}
	return symbol
}

func classLetter(r rune) class {
	switch {
	case r >= 0x530 && r < 0x590, r >= 0x10A0 && r < 0x1100:
		return lowerOr(r, cased, casedUp)
	case r >= 0x1100 && r < 0x1200, r >= 0x3130 && r < 0x3190:
		return hangulRare
	case r >= 0x3100 && r < 0x3130, r >= 0x31F0 && r < 0x3200:
		return kana
	case r >= 0x3400 && r < 0x4E00, r >= 0xF900 && r < 0xFB00, r >= 0x20000:
		return hanRare
	case r >= 0x590 && r < 0x1000 || r >= 0x1780 && r < 0x1800 || r >= 0x1000 && r < 0x10A0:
		return caseless
	}
	return casedRare
}
