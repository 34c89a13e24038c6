// Package letter says what kind of character a rune is, faster than package
// unicode, whose tables are searched anew for each.
package letter

import (
	"sync"
	"unicode"
)

// A Kind is what a character is.
type Kind uint8

const (
	Other Kind = iota
	Lower      // a letter, but for capitals
	Upper      // a capital, or a digraph that begins with one
	Mark       // a combining mark
	Digit      // a decimal digit
	Space      // white space
)

// Alphabets is the end of the characters that a Table has: Latin, Greek,
// Cyrillic, Hebrew, Arabic, the scripts of India and others of few letters.
const Alphabets = 0x2000

// A Table has the kinds of the characters below Alphabets.
type Table [Alphabets]Kind

// Kinds returns the table, for many questions.
var Kinds = sync.OnceValue(func() *Table {
	t := new(Table)
	for r := range t {
		t[r] = find(rune(r))
	}
	return t
})

// Of returns the kind of a character.
func (t *Table) Of(r rune) Kind {
	if uint32(r) < Alphabets {
		return t[r]
	}
	return find(r)
}

func find(r rune) Kind {
	switch {
	case unicode.IsUpper(r), unicode.IsTitle(r):
		return Upper
	case unicode.IsLetter(r):
		return Lower
	case unicode.IsMark(r):
		return Mark
	case unicode.IsDigit(r):
		return Digit
	case unicode.IsSpace(r):
		return Space
	}
	return Other
}
