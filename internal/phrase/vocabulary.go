package phrase

import "math/bits"

// A vocabulary is a hash table of the words that stand in rules, by their keys.
type vocabulary struct {
	entries []entry  // the first stands for all other words
	slots   []uint16 // by hash: the place of a word in entries; 0: none
	shift   int      // leaves as many bits of a hash as there are slots
	longest int      // of the words, in bytes
	highest rune     // of their characters
}

// an entry is a word that stands in a rule.
type entry struct {
	folded string
	key    uint64
	symbol [nrCases]uint16
}

// index makes the slots, at most a quarter of them full.
func (v *vocabulary) index() {
	size := 16
	for size < 4*len(v.entries) {
		size *= 2
	}
	v.slots = make([]uint16, size)
	v.shift = 64 - bits.TrailingZeros(uint(size))
	for i, e := range v.entries[1:] {
		v.longest = max(v.longest, len(e.folded))
		for _, r := range e.folded {
			v.highest = max(v.highest, r)
		}
		at := v.slot(e.key)
		for v.slots[at] != 0 {
			at = v.after(at)
		}
		v.slots[at] = uint16(i + 1)
	}
}

// slot returns where a key stands, or one that had that slot before it.
func (v *vocabulary) slot(key uint64) uint64 { return hash(key) >> (v.shift & 63) }

// after returns the next slot.
func (v *vocabulary) after(at uint64) uint64 { return (at + 1) & uint64(len(v.slots)-1) }

// short returns the place in entries of an ASCII word of fewer than eight
// letters and digits, which is its key, or 0. Whether a word is known cannot be
// predicted, so the loop ends on one condition for words and empty slots.
func (v *vocabulary) short(key uint64) uint16 {
	for at := v.slot(key); ; at = v.after(at) {
		place := v.slots[at]
		taken := uint64(-int64(place) >> 63) // all bits, or none in an empty slot
		if (v.entries[place].key^key)&taken == 0 {
			return place
		}
	}
}

// find returns the place in entries of any word, which is ASCII or in lower
// case, or 0.
func (v *vocabulary) find(word string, key uint64) uint16 {
	for at := v.slot(key); v.slots[at] != 0; at = v.after(at) {
		e := &v.entries[v.slots[at]]
		if e.key == key && len(e.folded) == len(word) && (len(word) <= 8 || equalFoldASCII(word, e.folded)) {
			return v.slots[at]
		}
	}
	return 0
}
