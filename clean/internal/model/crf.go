package model

import (
	"math"
	"slices"
)

// The states of a line.
const (
	Before = iota // before the body, or on a page without one
	Inside        // in the body
	Hole          // junk between lines of the body
	After         // after the body
	States
)

// Allowed reports whether a line in state t may follow one in state s.
// Allowed2 is for a model of two states.
func Allowed(two bool, s, t int) bool {
	if two {
		return s < 2 && t < 2
	}
	switch s {
	case Before:
		return t == Before || t == Inside
	case Inside:
		return t != Before
	case Hole:
		return t == Hole || t == Inside
	}
	return t == After
}

// A Model is a linear-chain conditional random field.
type Model struct {
	Two   bool
	W     [][States]float32
	Trans [States][States]float32
	Start [States]float32
	End   [States]float32
}

var never = math.Inf(-1)

// A Lattice runs the model's sums over one page.
type Lattice struct {
	Em    []float64 // States a line, in logs
	Alpha []float64
	Beta  []float64
	Post  []float64
	Edge  [States][States]float64
	scale []float64
}

// Run computes the posterior of each line's states from Em and returns log Z.
func (l *Lattice) Run(m *Model, edges bool) float64 {
	n := len(l.Em) / States
	if n == 0 {
		return 0
	}
	var tr [States][States]float64
	for s := range States {
		for t := range States {
			if Allowed(m.Two, s, t) {
				tr[s][t] = math.Exp(float64(m.Trans[s][t]))
			}
		}
	}
	l.Alpha = slices.Grow(l.Alpha[:0], n*States)[:n*States]
	l.Beta = slices.Grow(l.Beta[:0], n*States)[:n*States]
	l.Post = slices.Grow(l.Post[:0], n*States)[:n*States]
	l.scale = slices.Grow(l.scale[:0], n)[:n]
	z := 0.0
	for i := range n {
		em := l.Em[i*States : i*States+States]
		top := max(em[0], em[1], em[2], em[3])
		a := l.Alpha[i*States : i*States+States]
		sum := 0.0
		for t := range States {
			v := 0.0
			if i == 0 {
				if t == Before || t == Inside {
					v = math.Exp(float64(m.Start[t]))
				}
			} else {
				prev := l.Alpha[(i-1)*States : i*States]
				for s := range States {
					v += prev[s] * tr[s][t]
				}
			}
			em[t] = math.Exp(em[t] - top)
			a[t] = v*em[t] + 1e-300
			sum += a[t]
		}
		for t := range States {
			a[t] /= sum
		}
		l.scale[i] = sum
		z += math.Log(sum) + top
	}
	last := 0.0
	for s := range States {
		b := math.Exp(float64(m.End[s]))
		if s == Hole {
			b = 0
		}
		l.Beta[(n-1)*States+s] = b
		last += l.Alpha[(n-1)*States+s] * b
	}
	z += math.Log(last)
	for s := range States {
		l.Beta[(n-1)*States+s] /= last
	}
	for i := n - 2; i >= 0; i-- {
		for s := range States {
			v := 0.0
			for t := range States {
				v += tr[s][t] * l.Em[(i+1)*States+t] * l.Beta[(i+1)*States+t]
			}
			l.Beta[i*States+s] = v / l.scale[i+1]
		}
	}
	if edges {
		l.Edge = [States][States]float64{}
	}
	for i := range n {
		for s := range States {
			l.Post[i*States+s] = l.Alpha[i*States+s] * l.Beta[i*States+s]
		}
		if edges && i > 0 {
			for s := range States {
				for t := range States {
					l.Edge[s][t] += l.Alpha[(i-1)*States+s] * tr[s][t] * l.Em[i*States+t] * l.Beta[i*States+t] / l.scale[i]
				}
			}
		}
	}
	return z
}

// Emit fills Em with the sums of the rows x.
func (l *Lattice) Emit(m *Model, x []int32, n int) {
	l.Em = slices.Grow(l.Em[:0], n*States)[:n*States]
	k := Features()
	for i := range n {
		var a, b, c, d float32
		for _, r := range x[i*k : i*k+k] {
			if r < 0 {
				continue
			}
			w := &m.W[r]
			a += w[0]
			b += w[1]
			c += w[2]
			d += w[3]
		}
		l.Em[i*States], l.Em[i*States+1], l.Em[i*States+2], l.Em[i*States+3] = float64(a), float64(b), float64(c), float64(d)
	}
}
