// Package chunk looks at eight bytes of a text at once, as one number (SIMD
// within a register: Fisher and Dietz 1998): where a loop over bytes ends cannot
// be predicted for each word, and costs more than the bytes.
package chunk

import (
	"encoding/binary"
	"math/bits"
	"unsafe"
)

// Size is how many bytes a chunk has.
const Size = 8

// Each is the lowest bit of each byte, High the highest.
const (
	Each = 0x0101010101010101
	High = 0x80 * Each
)

// At returns the eight bytes of text from i on, the first lowest, and zeros for
// what lies behind the text.
func At(text string, i int) uint64 {
	if i+Size > len(text) {
		return last(text, i)
	}
	return binary.LittleEndian.Uint64((*[Size]byte)(unsafe.Pointer(unsafe.StringData(text[i:])))[:])
}

// Inner is At where all eight bytes lie in the text.
func Inner(text string, i int) uint64 {
	_ = text[i+Size-1]
	at := unsafe.Add(unsafe.Pointer(unsafe.StringData(text)), i)
	return binary.LittleEndian.Uint64((*[Size]byte)(at)[:])
}

// last is At for the last bytes of a text, where i may be its end. (Inlined, it
// would keep At from being so.)
//
//go:noinline
func last(text string, i int) uint64 {
	n := len(text)
	switch {
	case n >= Size:
		return Load(text[n-Size:]) >> (8 * (i + Size - n))
	case n-i >= 4:
		return half(text[i:]) | half(text[n-4:])<<(8*(n-i-4))
	case n-i >= 2:
		return uint64(text[i]) | uint64(text[i+1])<<8 | uint64(text[n-1])<<(8*(n-i-1))
	case n-i == 1:
		return uint64(text[i])
	}
	return 0
}

// half returns the first four bytes of text.
func half(text string) uint64 {
	b := (*[Size / 2]byte)(unsafe.Pointer(unsafe.StringData(text[:Size/2])))
	return uint64(binary.LittleEndian.Uint32(b[:]))
}

// Load returns the first eight bytes of text, which must have as many, the first
// lowest. (Of eight indices into a string the compiler makes eight loads. Of
// text[i:i+Size] it makes one, and one comparison of i with the end.)
func Load(text string) uint64 {
	b := (*[Size]byte)(unsafe.Pointer(unsafe.StringData(text[:Size])))
	return binary.LittleEndian.Uint64(b[:])
}

// Letters returns a chunk with its ASCII letters in lower case, and which of its
// bytes are ASCII letters: the highest bits of those bytes are set. Other bits of
// letters, and bytes of folded that are none, are of no use.
func Letters(chunk uint64) (folded, letters uint64) {
	folded = chunk&^High | 0x20*Each
	return folded, (folded + (0x80-'a')*Each) &^ (folded + (0x7F-'z')*Each) &^ chunk
}

// Alnum is Letters that also returns which bytes are ASCII digits, which stand in
// folded as they are.
func Alnum(chunk uint64) (folded, letters, digits uint64) {
	folded, letters = Letters(chunk)
	low := chunk &^ High
	digits = (low + (0x80-'0')*Each) &^ (low + (0x7F-'9')*Each) &^ chunk
	return folded, letters, digits
}

// Leading returns how many of a chunk's first bytes are set, 0 to 8.
func Leading(set uint64) int { return bits.TrailingZeros64(^set&High) / 8 }

// Before returns all bits of the bytes that Leading counts.
func Before(set uint64) uint64 {
	rest := ^set & High
	return rest&-rest>>7 - 1
}

// Bits returns a bit for each of a chunk's bytes that is set, the first lowest.
func Bits(set uint64) uint64 { return set & High * 0x0002040810204081 >> 56 }

// First returns the bits of the first n bytes.
func First(n int) uint64 { return 1<<(8*n) - 1 }
