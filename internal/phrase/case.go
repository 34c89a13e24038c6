package phrase

import (
	"unicode"
	"unicode/utf8"

	"example.org/newstext/internal/chunk"
)

// A Case is how the letters of a word are written.
type Case uint8

const (
	Lower   Case = iota // begins with no capital
	Title               // begins with a capital
	Upper               // two or more letters, all capitals
	nrCases = 3
)

// CaseOf returns how the letters of word, which is not empty, are written.
func CaseOf(word string) Case {
	switch {
	case isLowerASCII(word[0]), isDigit(word[0]):
		return Lower
	case 'A' <= word[0] && word[0] <= 'Z' && len(word) > 1 && isLowerASCII(word[1]):
		return Title
	}
	return rareCase(word)
}

// chunkCase is CaseOf for n ASCII letters in a chunk.
func chunkCase(letters uint64, n int) Case {
	const small = 0x20 // the bit that a capital lacks
	if letters&(small*chunk.Each) == 0 && n > 1 {
		return Upper
	}
	return Case(^letters & small / small) // Title, if the first lacks it
}

// rareCase is CaseOf for all words.
func rareCase(word string) Case {
	first, n := utf8.DecodeRuneInString(word)
	switch {
	case !unicode.IsUpper(first):
		return Lower
	case n == len(word):
		return Title
	}
	for _, r := range word[n:] {
		if unicode.IsLower(r) {
			return Title
		}
	}
	return Upper
}

func isLowerASCII(c byte) bool { return 'a' <= c && c <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
