package model

import (
	"math"
	"sync"
)

// A packed row holds its columns in thousandths, two in a number: whole numbers
// add up faster than others, and to the same whatever the order.
type packed [2]int64

func pack(w [Columns]float32) (p packed) {
	for c := range Columns {
		p[c/2] += int64(Thousandths(float64(w[c]))) << (32 * (c % 2))
	}
	return p
}

func (p packed) columns() [Columns]int32 {
	a, b := int32(p[0]), int32(p[1])
	return [Columns]int32{a, int32((p[0] - int64(a)) >> 32), b, int32((p[1] - int64(b)) >> 32)}
}

// Thousandths returns log odds in the unit that lines are weighed in.
func Thousandths(odds float64) int32 { return int32(math.Round(odds * 1000)) }

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
