package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Token is a word or a single other character: text[Start:End].
type Token struct {
	Start, End int
	symbol     uint16
	Gap        Gap // what stands between it and the token before
}

// A Gap is what separates a token from the one before it.
type Gap uint8

const (
	None      Gap = iota // nothing: the two touch
	Space                // white space within a line
	Line                 // the end of a line
	Paragraph            // a blank line, or the start of the text
)

// A Case is how the letters of a word are written.
type Case uint8

const (
	Lower   Case = iota // begins with no capital
	Title               // begins with a capital
	Upper               // two or more letters, all capitals
	nrCases = 3
)

// Tokens appends the tokens of text to dst. It takes linear time and allocates
// only where dst has to grow. Invalid UTF-8 gives a token for each byte.
func (s *Set) Tokens(dst []Token, text string) []Token {
	gap := Paragraph
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			switch class := asciiClass[c]; class {
			case asciiSpace:
				gap = widen(gap, c)
				i++
				continue
			case asciiOther:
				dst = append(dst, Token{i, i + 1, s.mark[c], gap})
				gap = None
				i++
				continue
			}
			end, symbol := s.word(text, i)
			dst = append(dst, Token{i, end, symbol, gap})
			gap = None
			i = end
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r):
			if r == '\u2029' {
				gap = Paragraph
			} else {
				gap = max(gap, Space)
			}
			i += n
		case isWordRune(r):
			end, symbol := s.word(text, i)
			dst = append(dst, Token{i, end, symbol, gap})
			gap = None
			i = end
		default:
			dst = append(dst, s.Mark(i, i+n, r, gap))
			gap = None
			i += n
		}
	}
	return dst
}

// widen returns the gap after one more ASCII space character.
func widen(gap Gap, c byte) Gap {
	if c != '\n' {
		return max(gap, Space)
	}
	if gap >= Line {
		return Paragraph
	}
	return Line
}

// word returns the end and the symbol of the word that begins at text[i].
func (s *Set) word(text string, i int) (end int, symbol uint16) {
	h := hashSeed
	for end = i; end < len(text); end++ {
		c := wordASCII[text[end]]
		if c == 0 {
			break
		}
		h = hashByte(h, c)
	}
	ascii := end == len(text) || text[end] < utf8.RuneSelf
	if !ascii {
		whole := wordEnd(text, end)
		ascii = whole == end
		end = whole
	}
	word := text[i:end]
	if !ascii {
		if len(word) > 4*maxWord {
			return end, s.unknownWord[0][CaseOf(word)]
		}
		folded := strings.ToLower(word)
		h = hashSeed
		for j := range len(folded) {
			h = hashByte(h, folded[j])
		}
		return end, s.symbolOf(word, folded, h)
	}
	return end, s.symbolOf(word, "", h)
}

func isLowerASCII(c byte) bool { return 'a' <= c && c <= 'z' }

// wordEnd returns the end of the word that goes on at text[i], if it does.
func wordEnd(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !isWordRune(r) {
			break
		}
		i += n
	}
	return i
}

// symbolOf looks a word up. folded is empty where word is ASCII.
func (s *Set) symbolOf(word, folded string, h uint32) uint16 {
	return s.symbolIn(word, folded, h, CaseOf(word))
}

// symbolIn looks a word up as if it were written in the letter case of form.
func (s *Set) symbolIn(word, folded string, h uint32, form Case) uint16 {
	for i := h & s.mask; s.slots[i].word != 0; i = (i + 1) & s.mask {
		if s.slots[i].tag != uint16(h>>16) {
			continue
		}
		e := &s.vocabulary[s.slots[i].word-1]
		if folded == "" && equalFoldASCII(word, e.folded) || folded != "" && folded == e.folded {
			return e.symbol[form]
		}
	}
	kind := 0
	if len(word) <= maxWord && s.lexer.Kind != nil {
		kind = s.lexer.Kind(word)
	}
	if c := word[0]; '0' <= c && c <= '9' {
		return s.unknownNumber[kind]
	}
	return s.unknownWord[kind][form]
}

// maxWord is the length of the longest word, in bytes, that a Lexer is asked
// about.
const maxWord = 64

// CaseOf returns how the letters of word, which is not empty, are written.
func CaseOf(word string) Case {
	switch {
	case isLowerASCII(word[0]):
		return Lower
	case 'A' <= word[0] && word[0] <= 'Z' && len(word) > 1 && isLowerASCII(word[1]):
		return Title
	}
	first, n := utf8.DecodeRuneInString(word)
	if first < utf8.RuneSelf {
		if first < 'A' || first > 'Z' {
			return Lower
		}
	} else if !unicode.IsUpper(first) {
		return Lower
	}
	if n == len(word) {
		return Title
	}
	for _, r := range word[n:] {
		if unicode.IsLower(r) {
			return Title
		}
	}
	return Upper
}

func isWordRune(r rune) bool {
	if 0x2000 <= r && r <= 0x206F {
		return false // general punctuation
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// foldMark returns the plain form of quote marks and hyphens.
func foldMark(r rune) rune {
	switch r {
	case '‘', '’', '\u02BC', '\uFF07':
		return '\''
	case '“', '”', '„', '\uFF02':
		return '"'
	case '\u2010', '\u2011', '–', '\u2212':
		return '-'
	}
	return r
}

const (
	asciiOther = iota
	asciiWord
	asciiSpace
)

var asciiClass = func() (t [256]uint8) {
	for c := range t {
		r := rune(c)
		switch {
		case c >= utf8.RuneSelf:
		case unicode.IsSpace(r):
			t[c] = asciiSpace
		case unicode.IsLetter(r), unicode.IsDigit(r):
			t[c] = asciiWord
		}
	}
	return t
}()

var lowerASCII = func() (t [256]uint8) {
	for c := range t {
		t[c] = uint8(c)
		if 'A' <= c && c <= 'Z' {
			t[c] = uint8(c) + 'a' - 'A'
		}
	}
	return t
}()

// wordASCII has the lower case of the ASCII characters of words, and 0 for all
// other bytes.
var wordASCII = func() (t [256]uint8) {
	for c := range t {
		if asciiClass[c] == asciiWord {
			t[c] = lowerASCII[c]
		}
	}
	return t
}()

func equalFoldASCII(word, folded string) bool {
	if len(word) != len(folded) {
		return false
	}
	for i := range len(word) {
		if lowerASCII[word[i]] != folded[i] {
			return false
		}
	}
	return true
}

// The hash is FNV-1a with 32 bits.
const hashSeed uint32 = 2166136261

func hashByte(h uint32, c byte) uint32 { return (h ^ uint32(c)) * 16777619 }

func hashString(s string) uint32 {
	h := hashSeed
	for i := range len(s) {
		h = hashByte(h, s[i])
	}
	return h
}
