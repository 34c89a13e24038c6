package model

import (
	"math"
	"slices"
	"sync"
)

// Thousandths returns log odds in the unit that lines are weighed in.
func Thousandths(odds float64) int32 { return int32(math.Round(odds * 1000)) }

// A row has the columns of a row of weights, in thousandths.
type row [Columns]int32

// A packed row holds its columns in 16 bits each, counted from the least: they
// add up at once, and whole numbers to the same whatever the order.
type packed uint64

const packedBits = 16

// A scale says how rows are packed so that no line's sum is too large for its
// bits.
type scale struct {
	least []row // by row: the least of its feature
	sum   row   // what every line gets at least
	shift int   // packed columns are thousandths shifted to the right by so much
}

// newScale returns the finest scale for the rows of a model.
func newScale(w [][Columns]float32) scale {
	s := scale{least: make([]row, len(w))}
	var span row
	for f := range features {
		first, n := int(firstRow[f]), features[f].bins()
		for c := range span {
			low, high := int32(math.MaxInt32), int32(math.MinInt32)
			for _, v := range w[first:][:n] {
				low, high = min(low, Thousandths(float64(v[c]))), max(high, Thousandths(float64(v[c])))
			}
			for r := range n {
				s.least[first+r][c] = low
			}
			s.sum[c] += low
			span[c] += high - low
		}
	}
	for int(slices.Max(span[:]))>>s.shift+len(features) >= 1<<packedBits {
		s.shift++
	}
	return s
}

// pack packs a row, which has a number in the model.
func (s *scale) pack(number int, w *[Columns]float32) (p packed) {
	for c, v := range w {
		above := Thousandths(float64(v)) - s.least[number][c]
		p |= packed((above+1<<s.shift>>1)>>s.shift) << (packedBits * c)
	}
	return p
}

// unpack returns a line's sum in thousandths.
func (s *scale) unpack(p packed) (r row) {
	for c := range r {
		r[c] = s.sum[c] + int32(p>>(packedBits*c)&(1<<packedBits-1))<<(s.shift&31)
	}
	return r
}

// exponentials are those of thousandths from -maxThousandths on: of each
// multiple of 256, and of what lies between two of them.
type exponentials struct {
	coarse [2 * maxThousandths / 256]float64
	fine   [256]float64
}

const maxThousandths = 1 << 16 // with an exponential of some 3e28

var thousandths = sync.OnceValue(func() *exponentials {
	e := new(exponentials)
	for i := range e.coarse {
		e.coarse[i] = math.Exp(float64(256*i-maxThousandths) / 1000)
	}
	for i := range e.fine {
		e.fine[i] = math.Exp(float64(i) / 1000)
	}
	return e
})

// of returns the exponential of v thousandths.
func (e *exponentials) of(v int32) float64 {
	at := uint32(max(-maxThousandths, min(maxThousandths-1, v)) + maxThousandths)
	return e.coarse[at/256] * e.fine[at%256]
}
