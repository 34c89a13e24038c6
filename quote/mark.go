package quote

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// A role is what a mark does in its sentence.
type role uint8

const (
	literal    role = iota // nothing that concerns quotations: a mark by itself
	opens                  // a quotation
	closes                 // one
	apostrophe             // stands for letters, or makes a genitive
	prime                  // feet, inches, minutes, seconds
)

// A mark is one quotation mark, apostrophe or prime of a paragraph.
type mark struct {
	start, end int // paragraph[start:end]
	glyph      glyph
	role       role
	soft       bool  // the first mark of a line that is not the paragraph's first
	cost       costs // of each role, by what stands around the mark
	partner    int32 // index of the mark that it opens or closes with; -1: none
	until      int32 // index of the mark before which a quotation was given up; -1: none
}

// costs holds what it costs to give a mark each of its roles. The least is what
// the characters around the mark suggest; the paragraph's balance decides.
type costs [prime + 1]int16

// never is the cost of a role that a mark cannot have.
const never = 1000

// A glyph is the shape of a mark.
type glyph uint8

const (
	noGlyph        glyph = iota
	straight             // " and full-width ＂
	straightOne          // ' and full-width ＇
	texOpen              // ``
	texClose             // ''
	backtick             // `
	acute                // ´
	curlyOpen            // “
	curlyClose           // ”
	low                  // „ and the reversed ‟
	curlyOneOpen         // ‘
	curlyOneClose        // ’
	lowOne               // ‚ and the reversed ‛
	guilOpen             // «
	guilClose            // »
	guilOneOpen          // ‹
	guilOneClose         // ›
	cornerOpen           // 「, 〝
	cornerClose          // 」, 〞, 〟
	cornerTwoOpen        // 『
	cornerTwoClose       // 』
	primeOne             // ′
	primeTwo             // ″
	glyphs
)

// shape says how a glyph behaves.
type shape struct {
	double bool
	family family
	lean   role // what it is made for; literal: both ways
}

// A family holds the glyphs that open and close with each other.
type family uint8

const (
	english family = iota // straight, curly, low-9, TeX
	french                // guillemets
	corner                // CJK brackets
)

var shapes = [glyphs]shape{
	straight:       {double: true},
	straightOne:    {},
	texOpen:        {double: true, lean: opens},
	texClose:       {double: true},
	backtick:       {lean: opens},
	acute:          {lean: closes},
	curlyOpen:      {double: true, lean: opens},
	curlyClose:     {double: true, lean: closes},
	low:            {double: true, lean: opens},
	curlyOneOpen:   {lean: opens},
	curlyOneClose:  {lean: closes},
	lowOne:         {lean: opens},
	guilOpen:       {double: true, family: french, lean: opens},
	guilClose:      {double: true, family: french, lean: closes},
	guilOneOpen:    {family: french, lean: opens},
	guilOneClose:   {family: french, lean: closes},
	cornerOpen:     {double: true, family: corner, lean: opens},
	cornerClose:    {double: true, family: corner, lean: closes},
	cornerTwoOpen:  {double: true, family: corner, lean: opens},
	cornerTwoClose: {double: true, family: corner, lean: closes},
	primeTwo:       {double: true},
}

// glyphAt returns the mark that starts at s[i] and its length in bytes; noGlyph
// where none does.
func glyphAt(s string, i int) (glyph, int) {
	switch c := s[i]; c {
	case '"':
		return straight, 1
	case '\'':
		if i+1 < len(s) && s[i+1] == '\'' {
			return texClose, 2
		}
		return straightOne, 1
	case '`':
		if i+1 < len(s) && s[i+1] == '`' {
			return texOpen, 2
		}
		return backtick, 1
	case 0xC2:
		if i+1 < len(s) {
			switch s[i+1] {
			case 0xAB:
				return guilOpen, 2
			case 0xBB:
				return guilClose, 2
			case 0xB4:
				return acute, 2
			}
		}
	case 0xE2, 0xE3, 0xEF:
		if i+2 < len(s) {
			return wideGlyph(c, s[i+1], s[i+2]), 3
		}
	}
	return noGlyph, 0
}

// wideGlyph returns the mark of three bytes.
func wideGlyph(a, b, c byte) glyph {
	switch {
	case a == 0xE2 && b == 0x80:
		switch c {
		case 0x98:
			return curlyOneOpen
		case 0x99:
			return curlyOneClose
		case 0x9A, 0x9B:
			return lowOne
		case 0x9C:
			return curlyOpen
		case 0x9D:
			return curlyClose
		case 0x9E, 0x9F:
			return low
		case 0xB2, 0xB5:
			return primeOne
		case 0xB3, 0xB6:
			return primeTwo
		case 0xB9:
			return guilOneOpen
		case 0xBA:
			return guilOneClose
		}
	case a == 0xE3 && b == 0x80:
		switch c {
		case 0x8C, 0x9D:
			return cornerOpen
		case 0x8D, 0x9E, 0x9F:
			return cornerClose
		case 0x8E:
			return cornerTwoOpen
		case 0x8F:
			return cornerTwoClose
		}
	case a == 0xEF && b == 0xBC:
		switch c {
		case 0x82:
			return straight
		case 0x87:
			return straightOne
		}
	}
	return noGlyph
}

// leads tells the bytes with which a mark can start.
var leads = [256]bool{'"': true, '\'': true, '`': true, 0xC2: true, 0xE2: true, 0xE3: true, 0xEF: true}

// firstMark returns the index of the first byte of s that may start a mark.
func firstMark(s string) int {
	for i := 0; i < len(s); i += stretch {
		for left := markBytes(s, i); left != 0; left &= left - 1 {
			if k := i + bits.TrailingZeros64(left); leads[s[k]] {
				return k
			}
		}
	}
	return len(s)
}

// A side is what stands next to a mark, other marks looked through.
type side uint8

const (
	edge    side = iota // start or end of the paragraph
	space               // or a line end
	letter              // or a sign that words begin with, like # and $
	digit               // or a fraction
	opener              // ( [ { ¿ ¡
	closer              // ) ] }
	stop                // . , ; : ! ? …
	dash                // every dash, / and what else stands between words
	between = dash
)

// asciiSides holds the side that an ASCII character is.
var asciiSides = func() (t [utf8.RuneSelf]side) {
	for c := range t {
		switch r := rune(c); {
		case r <= ' ' || r == 0x7F:
			t[c] = space
		case r >= '0' && r <= '9':
			t[c] = digit
		case unicode.IsLetter(r):
			t[c] = letter
		default:
			t[c] = between
		}
	}
	for _, c := range "#$@&_" {
		t[c] = letter
	}
	for _, c := range "([{" {
		t[c] = opener
	}
	for _, c := range ")]}" {
		t[c] = closer
	}
	for _, c := range ".,;:!?" {
		t[c] = stop
	}
	return t
}()

// sideOf returns the side that r is.
func sideOf(r rune) side {
	switch {
	case r < utf8.RuneSelf:
		return asciiSides[r]
	case r == '’' || r == '”' || r == '“' || r == '‘' || r == '—' || r == '–':
		return between // the common ones first
	case r == '¿' || r == '¡':
		return opener
	case r == '…':
		return stop
	case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.Is(unicode.Sc, r):
		return letter
	case unicode.IsNumber(r) || r == '°' || r == '′' || r == '″':
		return digit
	case unicode.IsSpace(r) || r == '\u200B' || r == '\uFEFF':
		return space
	case unicode.Is(unicode.Ps, r):
		return opener
	case unicode.Is(unicode.Pe, r):
		return closer
	case r == '、' || r == '。' || r == '，' || r == '！' || r == '？':
		return stop
	}
	return between
}

// sideBefore returns the side that ends s.
func sideBefore(s string) side {
	if s == "" {
		return edge
	}
	if c := s[len(s)-1]; c < utf8.RuneSelf {
		return asciiSides[c]
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return sideOf(r)
}

// sideAfter returns the side that starts s. Dots in a row begin a word that was
// left out.
func sideAfter(s string) side {
	if s == "" {
		return edge
	}
	if c := s[0]; c < utf8.RuneSelf && c != '.' {
		return asciiSides[c]
	}
	if r, _ := utf8.DecodeRuneInString(s); r != '.' && r != '…' {
		return sideOf(r)
	} else if r == '…' || len(s) > 2 && s[1] == '.' && s[2] == '.' || len(s) > 3 && s[:4] == ". . " {
		return dots
	}
	return stop
}

// dots is the side of an ellipsis after a mark.
const dots = dash + 1
