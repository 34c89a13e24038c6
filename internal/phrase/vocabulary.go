package phrase

import (
	"encoding/binary"
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// A vocabulary is a hash table of the words that stand in rules.
//
// A word is looked up by its key: eight bytes at a time are read as one number,
// in which a few operations put all letters into lower case and find the first
// byte that is none of a word's. Short words are their key.
type vocabulary struct {
	entries []entry
	slots   []slot
	shift   int // leaves as many bits of a hash as there are slots
	longest int // of the words, in bytes
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

// A Case is how the letters of a word are written.
type Case uint8

const (
	Lower   Case = iota // begins with no capital
	Title               // begins with a capital
	Upper               // two or more letters, all capitals
	nrCases = 3
)

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

// CaseOf returns how the letters of word, which is not empty, are written.
func CaseOf(word string) Case {
	switch {
	case isLowerASCII(word[0]):
		return Lower
	case 'A' <= word[0] && word[0] <= 'Z' && len(word) > 1 && isLowerASCII(word[1]):
		return Title
	}
	return rareCase(word)
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

// One bit, and the highest bit, of each of eight bytes.
const (
	ones  = 0x0101010101010101
	highs = 0x80 * ones
)

// eightBytes returns text[i:i+8] with the first byte lowest, and zeros for
// what lies behind the text.
func eightBytes(text string, i int) uint64 {
	if i+8 <= len(text) {
		return binary.LittleEndian.Uint64([]byte(text[i : i+8]))
	}
	return lastBytes(text[i:])
}

func lastBytes(text string) (x uint64) {
	for i := range len(text) {
		x |= uint64(text[i]) << (8 * i)
	}
	return x
}

// firstKey returns how many of eight bytes are ASCII letters and digits that
// begin a word, and those in lower case.
func firstKey(x uint64) (key uint64, n int) {
	key = x | 0x20*ones // digits have this bit anyway
	small, plain := key&^highs, x&^highs
	letters := (small + (0x80-'a')*ones) &^ (small + (0x7F-'z')*ones)
	digits := (plain + (0x80-'0')*ones) &^ (plain + (0x7F-'9')*ones)
	n = bits.TrailingZeros64(^((letters|digits)&^x)&highs) / 8
	return key & (1<<(8*n) - 1), n
}

// keyOf returns the key of a word in lower case: that of its first eight bytes,
// mixed with those that follow.
func keyOf(word string) (key uint64) {
	key = eightBytes(word, 0)
	for i := 8; i < len(word); i += 8 {
		key = mix(key, eightBytes(word, i))
	}
	return key
}

func mix(key, part uint64) uint64 { return bits.RotateLeft64(key, 25)*mixer ^ part }

// hash spreads a key over all bits, the highest ones best.
func hash(key uint64) uint64 {
	h := key * mixer
	return h ^ h>>32
}

const mixer = 0x9E3779B97F4A7C15 // 2^64 by the golden ratio

func equalFoldASCII(word, folded string) bool {
	for i := range len(word) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c != folded[i] {
			return false
		}
	}
	return true
}
