package model

import (
	"math/bits"
	"unicode"
	"unicode/utf8"

	"example.org/newstext/internal/chunk"
)

// A wordKey makes the key that a word is known by: letters in lower case,
// without apostrophes. Up to eight ASCII letters or digits are their own key,
// so that equal keys mean equal words; longer words are mixed.
type wordKey struct {
	mixed uint64 // what came before the last bytes
	last  uint64 // up to eight bytes, the first lowest
	n     int    // how many
}

// add adds n bytes, the first lowest; the others are zero.
func (k *wordKey) add(bytes uint64, n int) {
	full := k.last | bytes<<(8*k.n)
	if k.n+n <= chunk.Size {
		k.last, k.n = full, k.n+n
		return
	}
	k.mixed = spread(k.mixed ^ full)
	k.mixed ^= k.mixed >> 32
	k.last, k.n = bytes>>(8*(chunk.Size-k.n)), k.n+n-chunk.Size
}

// rune adds a character of a class: one that is not ASCII as four bytes of which
// one is no ASCII either, so that it is not taken for letters.
func (k *wordKey) rune(r rune, class uint8) {
	if class == cUpper {
		r = unicode.ToLower(r)
	}
	if r < utf8.RuneSelf {
		k.add(uint64(r), 1)
		return
	}
	k.add(uint64(r)|1<<31, 4)
}

// sum returns the key.
func (k *wordKey) sum() uint64 {
	if k.mixed == 0 {
		return k.last
	}
	return spread(k.mixed ^ k.last)
}

// spread makes the upper bits of a key depend on all of it (Knuth 1998,
// section 6.4).
func spread(key uint64) uint64 { return key * 0x9e3779b97f4a7c15 }

// A run is a number of ASCII letters and digits in a row.
type run struct {
	length, digits, upper int
}

// runAt returns what the first bytes of a chunk are as long as they are letters
// or digits, and these in lower case.
func runAt(c uint64) (run, uint64) {
	folded, letters, digits := chunk.Alnum(c)
	n := chunk.Leading(letters | digits)
	inside := chunk.First(n)
	marks := chunk.High & inside
	return run{n, bits.OnesCount64(digits & marks), bits.OnesCount64(letters & marks &^ (c << 2))}, folded & inside
}

func (r *run) add(s run) {
	r.length += s.length
	r.digits += s.digits
	r.upper += s.upper
}
