package phrase

import (
	"unicode"
	"unicode/utf8"

	"example.org/newstext/internal/chunk"
)

// A Token is a word or a single other character: text[Start:End].
type Token struct {
	Start, End int
	identity
	Gap Gap // what stands between it and the token before
}

// An identity is what the rules know of a token.
type identity struct {
	symbol uint16 // the same for all tokens that they match alike
	word   uint16 // its place in the vocabulary; 0: it stands in no rule
}

// A Gap is what separates a token from the one before it.
type Gap uint8

const (
	None      Gap = iota // nothing: the two touch
	Space                // white space within a line
	Line                 // the end of a line
	Paragraph            // a blank line, or the start of the text
)

// Tokens appends the tokens of text to dst. It takes linear time and allocates
// only where dst has to grow. Invalid UTF-8 gives a token for each byte.
func (s *Set) Tokens(dst []Token, text string) []Token {
	gap := Paragraph
	for i := 0; i < len(text); {
		var end int
		var id identity
		switch c := text[i]; asciiClass[c] {
		case asciiSpace:
			gap = widen(gap, c)
			i++
			continue
		case asciiMark:
			end, id.symbol = i+1, s.mark[c]
		case asciiWord:
			end, id = s.word(text, i)
		default:
			r, n := utf8.DecodeRuneInString(text[i:])
			end = i + n
			switch {
			case r == '\u2029':
				i, gap = end, Paragraph
				continue
			case unicode.IsSpace(r):
				i, gap = end, max(gap, Space)
				continue
			case isWordRune(r):
				end = wordEnd(text, i)
				id = s.foreign(text[i:end])
			default:
				id.symbol = s.other(r)
			}
		}
		dst = append(dst, Token{i, end, id, gap})
		if end == len(text) {
			break
		}
		gap = blank[text[end]] // as behind most words
		i = end + int(gap)
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

// The classes of ASCII characters.
const (
	notASCII = iota
	asciiWord
	asciiMark
	asciiSpace
)

var asciiClass = func() (t [256]uint8) {
	for c := range utf8.RuneSelf {
		switch r := rune(c); {
		case unicode.IsSpace(r):
			t[c] = asciiSpace
		case unicode.IsLetter(r), unicode.IsDigit(r):
			t[c] = asciiWord
		default:
			t[c] = asciiMark
		}
	}
	return t
}()

// blank is the gap that a character makes and is one byte of: Space for the
// blank, None for all others.
var blank = [256]Gap{' ': Space}

// word returns the end of the word that begins at text[i] with an ASCII letter
// or digit, and what the rules know of it. Most words are short and end at a
// mark or white space.
func (s *Set) word(text string, i int) (end int, id identity) {
	if i+chunk.Size <= len(text) {
		word := chunk.Inner(text, i)
		folded, letters := chunk.Letters(word)
		n := chunk.Leading(letters)
		if n == chunk.Size {
			return s.anyWord(text, i, folded, n)
		}
		if end = i + n; asciiClass[text[end]] >= asciiMark {
			inside := chunk.Before(letters)
			place := s.vocabulary.short(folded & inside)
			if s.shaped[text[i]] && place == 0 {
				return end, s.identify(text[i:end], 0)
			}
			form := chunkCase(word&inside, n)
			return end, identity{s.vocabulary.entries[place].symbol[form], place}
		}
	}
	key, n := firstKey(chunk.At(text, i))
	return s.anyWord(text, i, key, n)
}

// anyWord is word for words of any length and any letters. The first n bytes,
// and their key, are known.
func (s *Set) anyWord(text string, i int, key uint64, n int) (end int, id identity) {
	end = i + n
	for n == chunk.Size {
		var part uint64
		part, n = firstKey(chunk.At(text, end))
		if n > 0 {
			key = mix(key, part)
			end += n
		}
	}
	if end < len(text) && text[end] >= utf8.RuneSelf {
		if whole := wordEnd(text, end); whole > end {
			return whole, s.foreign(text[i:whole])
		}
	}
	return end, s.identify(text[i:end], s.vocabulary.find(text[i:end], key))
}

// foreign returns what the rules know of a word with letters beyond ASCII.
func (s *Set) foreign(word string) identity {
	if len(word) > 4*maxWord {
		return identity{symbol: s.unknownWord[0][CaseOf(word)]}
	}
	var buffer [5 * maxWord]byte
	folded := buffer[:0]
	for _, r := range word {
		r = unicode.ToLower(r)
		if r > s.vocabulary.highest {
			return s.identify(word, 0)
		}
		folded = utf8.AppendRune(folded, r)
	}
	if len(folded) > s.vocabulary.longest {
		return s.identify(word, 0)
	}
	return s.identify(word, s.vocabulary.find(string(folded), keyOf(string(folded))))
}

// identify returns what the rules know of a word with its place in the
// vocabulary.
func (s *Set) identify(word string, place uint16) identity {
	form := CaseOf(word)
	if place != 0 {
		return identity{s.vocabulary.entries[place].symbol[form], place}
	}
	c, kind := word[0], 0
	if s.shaped[c] && len(word) <= maxWord {
		kind = s.lexer.Kind(word)
	}
	if isDigit(c) {
		return identity{symbol: s.unknownNumber[kind]}
	}
	return identity{symbol: s.unknownWord[kind][form]}
}

// maxWord is the length of the longest word, in bytes, that a Lexer is asked
// about.
const maxWord = 64

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

func isWordRune(r rune) bool {
	switch {
	case 0x2000 <= r && r <= 0x206F: // general punctuation
		return false
	case 0x4E00 <= r && r <= 0x9FFF, 0x3041 <= r && r <= 0x3096, 0x30A1 <= r && r <= 0x30FA, 0xAC00 <= r && r <= 0xD7A3:
		return true // Chinese characters, kana, Korean: letters all
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
