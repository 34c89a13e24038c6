package surprise

import (
	"math"
	"strings"
	"sync"
)

// Traits are what the model knows of a character by itself.
type traits struct {
	class  class
	cost   int16 // of the character among its class
	script int16 // of a letter; 0: it is none
	letter rune  // what it is in the table of letters
}

// tabled is where the characters end whose traits are looked up. Of those behind
// them news has ideographs and Korean syllables, which are quick to tell.
const tabled = 0x3100

var traitsTable = sync.OnceValue(func() *[tabled]traits {
	t := new([tabled]traits)
	for r := range t {
		t[r] = work(rune(r))
	}
	return t
})

// traitsOf returns the traits of r.
func traitsOf(r rune) traits {
	switch {
	case r < tabled:
		return traitsTable()[r]
	case r >= firstIdeograph && r < endIdeographs:
		return eastAsianTraits(r, traits{class: han, script: hanScript}, hanRare)
	case r >= firstSyllable && r < endSyllables:
		return eastAsianTraits(r, traits{class: hangul, script: koreanScript}, hangulRare)
	}
	return work(r)
}

// eastAsianTraits returns what a common character has, or those of a rare one.
func eastAsianTraits(r rune, t traits, rare class) traits {
	t.letter = r
	if t.cost = commonCosts()[r-firstIdeograph]; t.cost == 0 {
		t.class, t.cost = rare, int16(effective[rare])
	}
	return t
}

// work works out the traits of r.
func work(r rune) traits {
	c := classOf(r)
	return traits{class: c, cost: int16(choice(r, c)), script: int16(script(r, c)), letter: letter(r)}
}

// Where the common characters of Chinese and Japanese, and those of Korean, lie.
const (
	firstIdeograph = 0x4E00
	endIdeographs  = 0xA000
	firstSyllable  = 0xAC00
	endSyllables   = 0xD7B0
)

// commonCosts has the cost of each common character among them, 0 for others:
// the file lists them by frequency.
var commonCosts = sync.OnceValue(func() *[endSyllables - firstIdeograph]int16 {
	t := new([endSyllables - firstIdeograph]int16)
	for line := range strings.FieldsSeq(commonTXT) {
		rank := 0
		for _, r := range line {
			t[r-firstIdeograph] = int16(Unit * (3.5 + math.Log2(float64(rank+3))*0.9))
			rank++
		}
	}
	return t
})

// isCommon reports whether r, which lies between the first and the last common
// character, is one.
func isCommon(r rune) bool { return commonCosts()[r-firstIdeograph] != 0 }
