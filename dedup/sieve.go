package dedup

import (
	"math/bits"
	"sync/atomic"
)

// A sieve tells which hashes were added twice or more. Of those added once it
// takes some for others, the more the fuller it is, and it misses none. It
// has two bits for a slot, so that it stays in the caches of the processor
// where a table of counts would not.
//
// The loops below have no branches that depend on what a slot holds: the
// processor reads on while it waits for the slot.
type sieve []uint64 // 32 slots each: added once or more in the low half, twice or more in the high one

// newSieve returns a sieve for about n hashes, with 4 to 8 slots for each.
func newSieve(n int) sieve { return make(sieve, 1<<bits.Len(uint(n)/8)) }

// add adds hashes and returns how many found their slot taken.
func (s sieve) add(hashes []uint64) int {
	mask, again := uint64(len(s)-1), 0
	for _, h := range hashes {
		word := &s[h>>5&mask]
		taken := *word >> (h & 31) & 1
		*word |= (1 | taken<<32) << (h & 31)
		again += int(taken)
	}
	return again
}

// addShared is add for one of many goroutines.
func (s sieve) addShared(hashes []uint64) int {
	mask, again := uint64(len(s)-1), 0
	for _, h := range hashes {
		word, bit := &s[h>>5&mask], uint64(1)<<(h&31)
		if atomic.OrUint64(word, bit)&bit != 0 {
			again++
			if atomic.LoadUint64(word)&(bit<<32) == 0 {
				atomic.OrUint64(word, bit<<32)
			}
		}
	}
	return again
}

// sift returns, in place, the hashes that may have been added twice.
func (s sieve) sift(hashes []uint64) []uint64 {
	mask, n := uint64(len(s)-1), 0
	for _, h := range hashes {
		hashes[n] = h
		n += int(s[h>>5&mask] >> 32 >> (h & 31) & 1)
	}
	return hashes[:n]
}

// twice reports whether h may have been added twice.
func (s sieve) twice(h uint64) bool {
	return s[h>>5&uint64(len(s)-1)]>>32>>(h&31)&1 != 0
}
