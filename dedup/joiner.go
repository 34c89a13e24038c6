package dedup

import (
	"unicode"
	"unicode/utf8"
)

// What a joiner does to the word around it.
const (
	cut  = iota // ends it
	drop        // stands in it and does not count: don't, U.S., 1,000
	keep        // is part of it: 3.5
)

// joins says what the ASCII joiner at i does to the word that begins at start.
func joins(text string, start, i int) int {
	after := visible(text, i+1)
	next := classAt(text, after)
	if text[i] == '\'' || text[i] == '`' {
		if startsWord(text, after) {
			return drop
		}
		return cut
	}
	last := lastVisible(text, start, i)
	before := classAt(text, last)
	switch {
	case text[i] == '.' && before == digit && next == digit:
		return keep
	case text[i] == '.' && before == letter && next == letter:
		first := last == start || text[lastVisible(text, start, last)] == '.'
		if first && !inWord(text, visible(text, after+1)) {
			return drop
		}
	case text[i] == ',' && before == digit && thousands(text, after):
		return drop
	}
	return cut
}

// thousands reports whether three digits stand at i, and no fourth.
func thousands(text string, i int) bool {
	for range 3 {
		if classAt(text, i) != digit {
			return false
		}
		i = visible(text, i+1)
	}
	return classAt(text, i) != digit
}

// visible returns where the first character from i on stands that leaves a
// mark.
func visible(text string, i int) int {
	for classAt(text, i) == high {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !invisible(r) {
			break
		}
		i += size
	}
	return i
}

// lastVisible returns where the last byte between from and i stands that is
// part of a character that leaves a mark.
func lastVisible(text string, from, i int) int {
	for i > from && classes[text[i-1]] == high {
		r, size := utf8.DecodeLastRuneInString(text[from:i])
		if !invisible(r) {
			break
		}
		i -= size
	}
	return max(i-1, from)
}

// inWord reports whether what stands at i would continue the word before it.
func inWord(text string, i int) bool {
	if classAt(text, i) == high {
		if r, _ := utf8.DecodeRuneInString(text[i:]); unicode.Is(unicode.M, r) {
			return true
		}
	}
	return startsWord(text, i)
}

// startsWord reports whether a word begins at i.
func startsWord(text string, i int) bool {
	switch classAt(text, i) {
	case letter, digit:
		return true
	case high:
		r, _ := utf8.DecodeRuneInString(text[i:])
		return begins(r)
	}
	return false
}

// begins reports whether a word may begin with r under Full.
func begins(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsNumber(r)) && !apostrophe(r) && !filler(r)
}
