package phrase

import (
	"math/bits"

	"example.org/newstext/internal/chunk"
)

// The key of a word is a number that is the same in any letter case. Eight bytes
// at a time are read as one number, in which a few operations put all letters
// into lower case and find the first byte that is none of a word's. Words of up
// to eight bytes are their key; others need to be compared.

// firstKey returns how many of eight bytes are ASCII letters and digits that
// begin a word, and those in lower case.
func firstKey(x uint64) (key uint64, n int) {
	folded, letters, digits := chunk.Alnum(x)
	return folded & chunk.Before(letters|digits), chunk.Leading(letters | digits)
}

// keyOf returns the key of a word in lower case: that of its first eight bytes,
// mixed with those that follow, so that it is no shorter word's: its highest bit
// is set.
func keyOf(word string) (key uint64) {
	key = chunk.At(word, 0)
	for i := 8; i < len(word); i += 8 {
		key = mix(key, chunk.At(word, i))
	}
	return key
}

func mix(key, part uint64) uint64 { return bits.RotateLeft64(key, 25)*mixer ^ part | 1<<63 }

// hash spreads a key, over the highest bits best.
func hash(key uint64) uint64 { return key * mixer }

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
