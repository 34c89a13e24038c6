package model

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
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
	if k.n+n <= chunkSize {
		k.last, k.n = full, k.n+n
		return
	}
	k.mixed = spread(k.mixed ^ full)
	k.mixed ^= k.mixed >> 32
	k.last, k.n = bytes>>(8*(chunkSize-k.n)), k.n+n-chunkSize
}

// rune adds a character of a class.
func (k *wordKey) rune(r rune, class uint8) {
	if class == cUpper {
		r = unicode.ToLower(r)
	}
	if r < utf8.RuneSelf {
		k.add(uint64(r), 1)
		return
	}
	k.add(uint64(r), 4)
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

const chunkSize = 8 // bytes looked at together

// A run is a number of ASCII letters and digits in a row.
type run struct {
	length, digits, upper int
}

// Each of the bytes of a chunk.
const (
	each = 0x0101010101010101
	high = 0x80 * each
)

// runAt returns what the first bytes of a chunk are as long as they are letters
// or digits, and these in lower case.
func runAt(chunk uint64) (run, uint64) {
	folded, letters, digits := alnum(chunk)
	n := bits.TrailingZeros64(^(letters|digits)&high) / 8
	inside := uint64(1)<<(8*n) - 1
	return run{n, bits.OnesCount64(digits & high & inside), bits.OnesCount64(letters & high & inside &^ (chunk << 2))}, folded & inside
}

// alnum returns the bytes of a chunk with its letters in lower case, and which
// are ASCII letters and digits, in the highest bit of each byte.
func alnum(chunk uint64) (folded, letters, digits uint64) {
	low := chunk &^ high
	small := low | 0x20*each // digits have this bit anyway
	letters = (small + (0x80-'a')*each) &^ (small + (0x7f-'z')*each) &^ chunk
	digits = (low + (0x80-'0')*each) &^ (low + (0x7f-'9')*each) &^ chunk
	return small, letters, digits
}

// chunkAt returns the eight bytes of s from i on, the first lowest; behind the
// end are zeros.
func chunkAt(s string, i int) uint64 {
	if i+chunkSize <= len(s) {
		return chunkOf(s[i : i+chunkSize])
	}
	if len(s) >= chunkSize {
		return chunkOf(s[len(s)-chunkSize:]) >> (8 * (i + chunkSize - len(s)))
	}
	var chunk uint64
	for k := len(s) - 1; k >= i; k-- {
		chunk = chunk<<8 | uint64(s[k])
	}
	return chunk
}

func chunkOf(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func (r *run) add(s run) {
	r.length += s.length
	r.digits += s.digits
	r.upper += s.upper
}
