package model

import (
	"math"
	"slices"
)

// The states of a line in the model of the whole page. The second, smaller
// model has the first two alone: outside the body, and inside.
const (
	Before = iota // before the body, or on a page without one
	Inside        // in the body
	Hole          // junk between lines of the body
	After         // after the body
	States
)

// A Chain is a linear-chain conditional random field over the lines of a page:
// what it adds for each pair of states that follow each other.
type Chain struct {
	K     int // its states: States, or 2
	Trans [States][States]float64
}

// allowed reports whether a line in state t may follow one in state s.
func (c *Chain) allowed(s, t int) bool {
	if c.K == 2 {
		return true
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

// A Lattice runs the sums of a chain over one page. It may be used again.
type Lattice struct {
	Em   [][States]float64       // for each line, what speaks for each state; Run changes it
	Post [][States]float64       // for each line, the probability of each state
	Edge [States][States]float64 // how often each state follows each, in expectation

	beta  [][States]float64
	scale []float64
}

// Reset makes room for n lines.
func (l *Lattice) Reset(n int) {
	l.Em = slices.Grow(l.Em[:0], n)[:n]
	l.Post = slices.Grow(l.Post[:0], n)[:n]
	l.beta = slices.Grow(l.beta[:0], n)[:n]
	l.scale = slices.Grow(l.scale[:0], n)[:n]
}

// tiny keeps states that underflow alive.
const tiny = 1e-280

// Run computes Post by the forward-backward algorithm. If edges is set, it
// computes Edge too and returns the logarithm of the sum over all sequences of
// states, else nothing of use.
func (l *Lattice) Run(c *Chain, edges bool) float64 {
	n := len(l.Em)
	if n == 0 {
		return 0
	}
	var follow [States][States]float64
	for s := range c.K {
		for t := range c.K {
			if c.allowed(s, t) {
				follow[s][t] = math.Exp(c.Trans[s][t])
			}
		}
	}
	z := l.forward(c.K, &follow, edges) + l.backward(c, &follow)
	if edges {
		l.count(c.K, &follow)
	}
	for i := range n {
		for s := range c.K {
			l.Post[i][s] *= l.beta[i][s]
		}
	}
	return z
}

// forward fills Post with the scaled forward sums. It returns the logarithm of
// their sum if sums is set.
func (l *Lattice) forward(k int, follow *[States][States]float64, sums bool) float64 {
	z := 0.0
	for i := range l.Em {
		em, a := &l.Em[i], &l.Post[i]
		top := em[0]
		for s := 1; s < k; s++ {
			top = max(top, em[s])
		}
		sum := 0.0
		for t := range k {
			v := 0.0
			if i == 0 {
				if t <= Inside {
					v = 1
				}
			} else {
				prev := &l.Post[i-1]
				for s := range k {
					v += prev[s] * follow[s][t]
				}
			}
			if d := em[t] - top; d != 0 {
				em[t] = math.Exp(d)
			} else {
				em[t] = 1
			}
			a[t] = v*em[t] + tiny
			sum += a[t]
		}
		for t := range k {
			a[t] /= sum
		}
		l.scale[i] = sum
		if sums {
			z += math.Log(sum) + top
		}
	}
	return z
}

// backward fills beta. A page cannot end in a hole: it returns the logarithm of
// the share of sequences that do not.
func (l *Lattice) backward(c *Chain, follow *[States][States]float64) float64 {
	n := len(l.Em)
	last := &l.beta[n-1]
	*last = [States]float64{1, 1, 1, 1}
	rest := 1.0
	if c.K == States {
		rest = l.Post[n-1][Before] + l.Post[n-1][Inside] + l.Post[n-1][After]
		*last = [States]float64{1 / rest, 1 / rest, 0, 1 / rest}
	}
	for i := n - 2; i >= 0; i-- {
		em, next, beta, scale := &l.Em[i+1], &l.beta[i+1], &l.beta[i], l.scale[i+1]
		for s := range c.K {
			v := 0.0
			for t := range c.K {
				v += follow[s][t] * em[t] * next[t]
			}
			beta[s] = v / scale
		}
	}
	return math.Log(rest)
}

// count fills Edge, from the forward sums that are still in Post.
func (l *Lattice) count(k int, follow *[States][States]float64) {
	l.Edge = [States][States]float64{}
	for i := 1; i < len(l.Em); i++ {
		for s := range k {
			for t := range k {
				l.Edge[s][t] += l.Post[i-1][s] * follow[s][t] * l.Em[i][t] * l.beta[i][t] / l.scale[i]
			}
		}
	}
}

// Odds returns the log odds that line i is inside.
func (l *Lattice) Odds(c *Chain, i int) float64 {
	out := 0.0
	for s := range c.K {
		if s != Inside {
			out += l.Post[i][s]
		}
	}
	return max(-certain, min(certain, math.Log(max(l.Post[i][Inside], tiny)/max(out, tiny))))
}

// certain bounds the log odds that a line gets.
const certain = 20
