// Package chunk looks at eight bytes of a text at once, as one number (SIMD
// within a register: Fisher and Dietz 1998): where a loop over bytes ends cannot
// be predicted for each word, and costs more than the bytes.
package chunk

import "math/bits"

// Size is how many bytes a chunk has.
const Size = 8

// High is the highest bit of each byte.
const High = 0x80 * each

const each = 0x0101010101010101

// At returns the eight bytes of text from i on, the first lowest, and zeros for
// what lies behind the text.
func At(text string, i int) uint64 {
	if i+Size <= len(text) {
		return load(text[i : i+Size])
	}
	return last(text, i)
}

// last is At for the last bytes of a text, where i may be its end.
func last(text string, i int) (chunk uint64) {
	if len(text) >= Size {
		return load(text[len(text)-Size:]) >> (8 * (i + Size - len(text)))
	}
	for k := len(text) - 1; k >= i; k-- {
		chunk = chunk<<8 | uint64(text[k])
	}
	return chunk
}

func load(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// Alnum returns a chunk with its ASCII letters in lower case, and which of its
// bytes are ASCII letters and digits: the highest bits of those bytes are set.
// Other bits of letters and digits, and bytes of folded that are neither, are of
// no use.
func Alnum(chunk uint64) (folded, letters, digits uint64) {
	low := chunk &^ High
	folded = low | 0x20*each // digits have this bit anyway
	letters = (folded + (0x80-'a')*each) &^ (folded + (0x7F-'z')*each) &^ chunk
	digits = (low + (0x80-'0')*each) &^ (low + (0x7F-'9')*each) &^ chunk
	return folded, letters, digits
}

// Leading returns how many of a chunk's first bytes are set, 0 to 8.
func Leading(set uint64) int { return bits.TrailingZeros64(^set&High) / 8 }

// First returns the bits of the first n bytes.
func First(n int) uint64 { return 1<<(8*n) - 1 }
