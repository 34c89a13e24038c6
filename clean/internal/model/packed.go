package model

import (
	"math"
	"sync"
)

// Thousandths returns log odds in the unit that lines are weighed in.
func Thousandths(odds float64) int32 { return int32(math.Round(odds * 1000)) }

// A packed row holds its columns in 16 bits each: they add up at once, and
// whole numbers to the same whatever the order.
type packed uint64

const mostPacked = 1<<16 - 1

// pack packs what a row has more than the least one, shifted to the right.
func (r *row) pack(least *row, shift int) (p packed) {
	for c, v := range r {
		p |= packed((v-least[c]+1<<shift>>1)>>shift) << (16 * c)
	}
	return p
}

// row undoes pack.
func (p packed) row(least *row, shift int) (r row) {
	for c := range r {
		r[c] = least[c] + int32(p>>(16*c)&mostPacked)<<(shift&31)
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
