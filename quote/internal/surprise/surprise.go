// Package surprise says how unlikely characters are beside each other in sound
// text, so that wrong decoding can be told from writing: Ã after a small letter
// and before © is no accident.
//
// The model is a table of how often one class of characters follows another,
// counted in news text of many languages by the program in train; a change of
// script costs extra. What it gets wrong: text of a kind that it
// has not seen, tables drawn with box characters in the middle of words say.
//
// Which letter of a class was lost, the classes do not tell. [Spelling] knows
// letters by their neighbours in a word, from frequency lists of the words of 38
// languages (wordfreq 3.1.1 by Robyn Speer; Apache 2.0, data CC BY-SA 4.0).
package surprise

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// Unit is the number of units of cost in a bit.
const Unit = 10

const (
	scriptChange = 12 * Unit
	rareDash     = 15 * Unit
	unreadable   = 6 * Unit // U+FFFD, wherever it stands
)

//go:embed classes.txt
var classesTXT string

//go:embed common.txt
var commonTXT string

// follow is the cost of a class after another.
var follow = sync.OnceValue(func() *[classes][classes]int16 {
	t := new([classes][classes]int16)
	for i, line := range strings.Split(strings.TrimSpace(classesTXT), "\n") {
		for j, f := range strings.Fields(line) {
			n, err := strconv.Atoi(f)
			if err != nil {
				panic("surprise: classes.txt: " + err.Error()) // the file is ours
			}
			t[i][j] = int16(n)
		}
	}
	return t
})

// A Context is what the surprise of characters depends on in the text before
// them.
type Context struct {
	class  class // of the last character
	script int16 // of the last letter
}

// After returns the context that text gives to what follows it.
func After(text string) Context {
	c := Context{class: start, script: lastScript(text)}
	if r, n := utf8.DecodeLastRuneInString(text); n > 0 {
		c.class = common(traitsOf(r).class)
	}
	return c
}

// Cost returns how surprising the characters of s are after before. The end of
// a text is "\n".
func Cost(before, s string) int { return After(before).Cost(s) }

// Cost returns how surprising the characters of s are in the context x.
func (x Context) Cost(s string) int { return x.Next(s) }

// Next returns how surprising the characters of s are and moves on behind them.
func (x *Context) Next(s string) int {
	cost := 0
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD") {
			r = 0x80 // a byte that is not UTF-8
		}
		cost += x.next(traitsOf(r))
	}
	return cost
}

// next returns how surprising a character with traits t is in the context x and
// moves on behind it.
func (x *Context) next(t traits) int {
	if t.class == lost {
		return unreadable
	}
	c := common(t.class)
	cost := int(follow()[x.class][c]) + int(t.cost)
	if t.script != 0 {
		if x.script != 0 && x.script != t.script {
			cost += scriptChange
		}
		x.script = t.script
	}
	x.class = c
	return cost
}

// Ordinary reports whether s has a character that news is full of somewhere: a
// letter in use, a mark, a sign of currency.
func Ordinary(s string) bool {
	for _, r := range s {
		switch traitsOf(r).class {
		case latinRare, casedRare, symbol, private, hangulRare, hanRare, vowel, combining, box, c1, operator:
		default:
			return true
		}
	}
	return false
}

// Latin reports whether all letters of s are Latin.
func Latin(s string) bool {
	for _, r := range s {
		if k := traitsOf(r).script; k != 0 && k != latinScript {
			return false
		}
	}
	return true
}

// lastScript returns the script of the last letter of s that is not far from
// its end.
func lastScript(s string) int16 {
	for range 16 {
		r, n := utf8.DecodeLastRuneInString(s)
		if n == 0 {
			break
		}
		if k := traitsOf(r).script; k != 0 {
			return k
		}
		s = s[:len(s)-n]
	}
	return 0
}

// choice is the cost of r among its class.
func choice(r rune, c class) int {
	if c == han || c == hangul {
		return int(commonCosts()[r-firstIdeograph])
	}
	if c == dash && r != '–' && r != '—' {
		return rareDash
	}
	return effective[c]
}

// Numbers of scripts, those below 8 of which are given by hand.
const (
	latinScript  = 1
	koreanScript = 5
	hanScript    = 6
)

// script returns a number for the script of a letter, 0 for other characters.
func script(r rune, c class) int {
	switch c {
	case lower, upper, latin1, latin1Up, latinExt, latinUp, latinRare:
		return latinScript
	case cased, casedUp, casedExt, casedExtUp, casedRare:
		switch {
		case r < 0x400 || r >= 0x1F00 && r < 0x2000:
			return 2
		case r < 0x530:
			return 3
		}
		return 4
	case hangul, hangulRare:
		return koreanScript
	case kana, han, hanRare:
		return hanScript
	case caseless, vowel:
		if r >= 0x600 && r < 0x780 {
			return 7
		}
		return 8 + int(r>>7)
	}
	return 0
}
