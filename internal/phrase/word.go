package phrase

import (
	"iter"
	"unicode/utf8"
)

// A Word is what the rules see in a word, whatever its letter case. With
// [Set.Mark] it serves callers that read each character of a text anyway and
// make the tokens as they go, so that [Set.Tokens] need not read it once more.
type Word [nrCases]uint16

// Vocabulary yields the words that stand in the rules, in lower case.
func (s *Set) Vocabulary() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range s.vocabulary {
			if !yield(s.vocabulary[i].folded) {
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
	return s.unknownWord[0], Word{n, n, n}
}

// Word returns what the rules see in a word of small letters and digits.
func (s *Set) Word(folded string) (w Word) {
	h := hashString(folded)
	for form := range Case(nrCases) {
		w[form] = s.symbolIn(folded, folded, h, form)
	}
	return w
}

// Token returns the token of the word where it is text[start:end].
func (w Word) Token(start, end int, form Case, gap Gap) Token {
	return Token{start, end, w[form], gap}
}

// Mark returns the token of a character of no word and no white space.
func (s *Set) Mark(start, end int, r rune, gap Gap) Token {
	symbol := s.unknownMark
	if f := foldMark(r); f < utf8.RuneSelf {
		symbol = s.mark[f]
	} else if known, ok := s.marks[r]; ok {
		symbol = known
	}
	return Token{start, end, symbol, gap}
}
