package surprise

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// What it costs that letters are not in the table.
const (
	unseenGroup  = 13 * Unit / 10 // a group of them, beside what a shorter one costs
	unseenPair   = 3 * Unit       // the same for two, which are rare then
	unseenLetter = 26 * Unit      // one by itself
	rareSign     = 6 * Unit       // a sign among letters
)

// maxGroup is the number of letters that are looked at together.
const maxGroup = 5

//go:embed letters.txt
var lettersTXT string

// A letterTable holds the cost of a letter after those before it in a word, for
// groups of letters, which are numbered by [wider]: a hash table with open
// addressing, the keys of which are the low bits of the numbers.
type letterTable struct {
	keys  [letterSlots]uint32 // 0: none
	costs [letterSlots]uint8
}

const (
	letterSlotBits = 17
	letterSlots    = 1 << letterSlotBits
)

// slot returns the slot of a group, or the free one where it belongs.
func (t *letterTable) slot(group uint64) int {
	key := uint32(group) | 1
	for i := int(group >> (64 - letterSlotBits)); ; i = (i + 1) % letterSlots {
		if t.keys[i] == 0 || t.keys[i] == key {
			return i
		}
	}
}

// cost returns the cost of a group, if the table has it.
func (t *letterTable) cost(group uint64) (cost int, ok bool) {
	i := t.slot(group)
	return int(t.costs[i]), t.keys[i] != 0
}

// letterCosts reads the table. The file has a line for each cost.
var letterCosts = sync.OnceValue(func() *letterTable {
	t := new(letterTable)
	for line := range strings.Lines(lettersTXT) {
		fields := strings.Fields(line)
		cost, err := strconv.ParseUint(fields[0], 10, 8)
		if err != nil {
			panic("surprise: letters.txt: " + err.Error()) // the file is ours
		}
		for _, group := range fields[1:] {
			var g uint64
			for _, r := range slices.Backward([]rune(group)) {
				g = wider(g, r)
			}
			i := t.slot(g)
			t.keys[i], t.costs[i] = uint32(g)|1, uint8(cost)
		}
	}
	return t
})

// wider returns the number of a group with one more letter in front.
func wider(group uint64, r rune) uint64 {
	group = (group + uint64(r)) * 0x9E3779B97F4A7C15
	return group ^ group>>32
}

// wordEdge stands before and after a word.
const wordEdge = '_'

// A Spelling is what the surprise of letters depends on in the text before them:
// a [Context] and the last letters, as far as they belong to a word.
type Spelling struct {
	Context
	last [maxGroup - 1]rune // the last one first; 0 before the edge of a word
}

// SpellingAfter returns the spelling that text gives to what follows it.
func SpellingAfter(text string) Spelling {
	x := Spelling{Context: After(text), last: [maxGroup - 1]rune{wordEdge}}
	begin := len(text)
	for range maxGroup - 1 {
		_, n := utf8.DecodeLastRuneInString(text[:begin])
		begin -= n
	}
	for _, r := range text[begin:] {
		x.move(traitsOf(r).letter)
	}
	return x
}

// move goes on behind c.
func (x *Spelling) move(c rune) {
	if c == wordEdge {
		x.last = [maxGroup - 1]rune{}
	}
	copy(x.last[1:], x.last[:])
	x.last[0] = c
}

// letter returns what r is in the table: a small letter, or the edge of a word.
func letter(r rune) rune {
	if 0x2000 <= r && r <= 0x206F { // general punctuation
		return wordEdge
	}
	if unicode.IsLetter(r) || unicode.IsMark(r) {
		return unicode.ToLower(r)
	}
	return wordEdge
}

// InUse reports whether r is a letter of the words that the table was made from.
func InUse(r rune) bool {
	_, ok := letterCosts().cost(wider(0, traitsOf(r).letter))
	return ok
}

// Next returns how surprising r is and moves on behind it. Unlike [Context.Cost]
// it tells one letter of a class from another.
func (x *Spelling) Next(r rune) int {
	t := traitsOf(r)
	t.class = counted(t.class)
	c := t.letter
	last := x.last[0]
	cost := 0
	switch {
	case c != wordEdge:
		t.cost = 0
	case t.class == symbol:
		cost = rareSign
	}
	cost += x.Context.next(t)
	if c != wordEdge || last != wordEdge && !eastAsian(last) {
		cost += x.spell(c)
	}
	x.move(c)
	return cost
}

// spell returns the cost of c after the last letters: that of the longest group
// in the table.
func (x *Spelling) spell(c rune) int {
	most := maxGroup
	if eastAsian(c) {
		most = 2 // the table has no more
	}
	var groups [maxGroup]uint64
	groups[0] = wider(0, c)
	n := 1
	for ; n < most && x.last[n-1] != 0; n++ {
		groups[n] = wider(groups[n-1], x.last[n-1])
	}
	costs := letterCosts()
	unseen := 0
	for ; n > 1; n-- {
		if cost, ok := costs.cost(groups[n-1]); ok {
			return cost + unseen
		}
		unseen += unseenGroup
	}
	if cost, ok := costs.cost(groups[0]); ok {
		return cost + unseenPair
	}
	return unseenLetter
}
