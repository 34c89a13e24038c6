package phrase

import (
	"iter"
	"unicode/utf8"
)

// A Word is what the rules see in a word, whatever its letter case. With
// [Set.Mark] it serves callers that read each character of a text anyway and
// make the tokens as they go, so that [Set.Tokens] need not read it once more.
type Word struct {
	symbol [nrCases]uint16
	place  uint16 // in the vocabulary
}

// Vocabulary yields the words that stand in the rules, in lower case.
func (s *Set) Vocabulary() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, e := range s.vocabulary.entries[1:] {
			if !yield(e.folded) {
				return
			}
		}
	}
}

// Unknown returns what the rules see in words that stand in none of them: those
// that begin with a letter, and those that begin with a digit. It is no use
// where the Lexer knows kinds of words.
func (s *Set) Unknown() (letters, digits Word) {
	n := s.unknownNumber[0]
	return Word{symbol: s.unknownWord[0]}, Word{symbol: [nrCases]uint16{n, n, n}}
}

// Word returns what the rules see in a word of small letters and digits.
func (s *Set) Word(folded string) Word {
	if n := s.vocabulary.find(folded, keyOf(folded)); n != 0 {
		return Word{s.vocabulary.entries[n].symbol, n}
	}
	letters, digits := s.Unknown()
	if isDigit(folded[0]) {
		return digits
	}
	return letters
}

// Token returns the token of the word where it is text[start:end].
func (w Word) Token(start, end int, form Case, gap Gap) Token {
	return Token{start, end, identity{w.symbol[form], w.place}, gap}
}

// Mark returns the token of a character of no word and no white space.
func (s *Set) Mark(start, end int, r rune, gap Gap) Token {
	return Token{start, end, identity{symbol: s.other(r)}, gap}
}

// other returns the symbol of a character of no word and no white space.
func (s *Set) other(r rune) uint16 {
	if f := foldMark(r); f < utf8.RuneSelf {
		return s.mark[f]
	}
	if known, ok := s.marks[r]; ok {
		return known
	}
	return s.unknownMark
}
