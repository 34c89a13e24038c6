package phrase

import "math/bits"

// A vocabulary is a hash table of the words that stand in rules, by their keys.
type vocabulary struct {
	entries []entry
	slots   []slot
	shift   int  // leaves as many bits of a hash as there are slots
	longest int  // of the words, in bytes
	highest rune // of their characters
}

// an entry is a word that stands in a rule.
type entry struct {
	folded string
	key    uint64
	symbol [nrCases]uint16
}

// a slot says which word stands in it.
type slot struct {
	tag  uint16 // bits of the word's hash
	word uint16 // 1 + its place in entries; 0: none
}

// index makes the slots, at most a quarter of them full.
func (v *vocabulary) index() {
	size := 16
	for size < 4*len(v.entries) {
		size *= 2
	}
	v.slots = make([]slot, size)
	v.shift = 64 - bits.TrailingZeros(uint(size))
	for i, e := range v.entries {
		v.longest = max(v.longest, len(e.folded))
		for _, r := range e.folded {
			v.highest = max(v.highest, r)
		}
		h := hash(e.key)
		at := h >> v.shift
		for v.slots[at].word != 0 {
			at = (at + 1) & uint64(size-1)
		}
		v.slots[at] = slot{uint16(h), uint16(i + 1)}
	}
}

// find returns 1 + the place of a word in entries, or 0. The word is ASCII or
// in lower case.
func (v *vocabulary) find(word string, key uint64) uint16 {
	h := hash(key)
	for at := h >> (v.shift & 63); v.slots[at].word != 0; at = (at + 1) & uint64(len(v.slots)-1) {
		if v.slots[at].tag != uint16(h) {
			continue
		}
		e := &v.entries[v.slots[at].word-1]
		if e.key == key && len(e.folded) == len(word) && (len(word) <= 8 || equalFoldASCII(word, e.folded)) {
			return v.slots[at].word
		}
	}
	return 0
}
