package dedup

import (
	"math/bits"
	"slices"
)

// shingleBase is the base of the rolling polynomial over word hashes.
const shingleBase = 0x9e3779b97f4a7c15

// mix spreads every bit of x over the whole word. It is the finisher of
// SplitMix64 and part of the format of stored sketches: it must not change.
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

// power returns base to the power n modulo 2^64.
func power(base uint64, n int) uint64 {
	result := uint64(1)
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			result *= base
		}
		base *= base
	}
	return result
}

// A shingler turns texts into hashes of their shingles. It keeps its buffers
// between texts and serves one goroutine.
type shingler struct {
	fold  Fold
	width int
	drop  uint64   // weight of the word that leaves the window
	ring  []uint64 // the words in the window
}

func newShingler(o Options) *shingler {
	// A window wider than any text would only cost memory.
	width := min(o.width(), 1<<16)
	return &shingler{
		fold:  o.Fold,
		width: width,
		drop:  power(shingleBase, width-1),
		ring:  make([]uint64, width),
	}
}

// hashes appends the hash of every run of width words of text, in order, and
// returns the number of words beside it. A text of fewer words is one shingle.
func (s *shingler) hashes(dst []uint64, text string) ([]uint64, int) {
	words, at, rolling := 0, 0, uint64(0)
	in := scanner{text: text, fold: s.fold}
	for w, ok := in.next(); ok; w, ok = in.next() {
		if words >= s.width {
			rolling -= s.ring[at] * s.drop
		}
		rolling = rolling*shingleBase + w.hash
		s.ring[at] = w.hash
		if at++; at == s.width {
			at = 0
		}
		if words++; words >= s.width {
			dst = append(dst, mix(rolling))
		}
	}
	if words > 0 && words < s.width {
		dst = append(dst, mix(rolling+uint64(bits.Reverse32(uint32(words)))))
	}
	return dst, words
}

// set is hashes as a set: sorted, each once.
func (s *shingler) set(dst []uint64, text string) ([]uint64, int) {
	from := len(dst)
	dst, words := s.hashes(dst, text)
	slices.Sort(dst[from:])
	return dst[:from+len(slices.Compact(dst[from:]))], words
}
