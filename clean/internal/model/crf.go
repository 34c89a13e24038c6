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

// A factors says by how much each pair of states is likelier.
type factors [States][States]float64

// factors returns the exponentials of a chain's sums, zero where one state may
// not follow the other.
func (c *Chain) factors() (f factors) {
	for s := range c.K {
		for t := range c.K {
			if c.allowed(s, t) {
				f[s][t] = math.Exp(c.Trans[s][t])
			}
		}
	}
	return f
}

// Run computes Post by the forward-backward algorithm. If edges is set, it
// computes Edge too and returns the logarithm of the sum over all sequences of
// states, else nothing of use.
func (l *Lattice) Run(c *Chain, edges bool) float64 {
	if len(l.Em) == 0 {
		return 0
	}
	f := c.factors()
	z := l.exponentials(c.K, edges)
	if c.K == 2 {
		l.forwardTwo(&f)
		l.backwardTwo(&f)
	} else {
		l.forward(&f)
		z += l.backward(&f)
	}
	if edges {
		for _, sum := range l.scale {
			z += math.Log(sum)
		}
		l.count(c.K, &f)
	}
	for i := range l.Post {
		a, b := &l.Post[i], &l.beta[i]
		for s := range a {
			a[s] *= b[s]
		}
	}
	return z
}

// exponentials makes Em the exponentials of what speaks for each state, less
// the most of each line, and returns the sum of these if sums is set.
func (l *Lattice) exponentials(k int, sums bool) float64 {
	z := 0.0
	for i := range l.Em {
		em := &l.Em[i]
		top := max(em[Before], em[Inside])
		if k > 2 {
			top = max(top, em[Hole], em[After])
		}
		for s := range k {
			if d := em[s] - top; d != 0 {
				em[s] = math.Exp(d)
			} else {
				em[s] = 1
			}
		}
		if sums {
			z += top
		}
	}
	return z
}

// forward fills Post with the forward sums of the page's chain, scaled to 1 a
// line, and scale with what they were.
func (l *Lattice) forward(f *factors) {
	before, inside, hole, after := 1.0, 1.0, 0.0, 0.0
	for i := range l.Em {
		em := &l.Em[i]
		before = before*em[Before] + tiny
		inside = inside*em[Inside] + tiny
		hole = hole*em[Hole] + tiny
		after = after*em[After] + tiny
		sum := before + inside + hole + after
		before, inside, hole, after = before/sum, inside/sum, hole/sum, after/sum
		l.Post[i] = [States]float64{before, inside, hole, after}
		l.scale[i] = sum
		before, inside, hole, after = before*f[Before][Before],
			before*f[Before][Inside]+inside*f[Inside][Inside]+hole*f[Hole][Inside],
			inside*f[Inside][Hole]+hole*f[Hole][Hole],
			inside*f[Inside][After]+after*f[After][After]
	}
}

// backward fills beta. A page cannot end in a hole: it returns the logarithm of
// the share of sequences that do not.
func (l *Lattice) backward(f *factors) float64 {
	n := len(l.Em)
	rest := l.Post[n-1][Before] + l.Post[n-1][Inside] + l.Post[n-1][After]
	l.beta[n-1] = [States]float64{1 / rest, 1 / rest, 0, 1 / rest}
	for i := n - 2; i >= 0; i-- {
		em, next, scale := &l.Em[i+1], &l.beta[i+1], l.scale[i+1]
		before := em[Before] * next[Before] / scale
		inside := em[Inside] * next[Inside] / scale
		hole := em[Hole] * next[Hole] / scale
		after := em[After] * next[After] / scale
		l.beta[i] = [States]float64{
			f[Before][Before]*before + f[Before][Inside]*inside,
			f[Inside][Inside]*inside + f[Inside][Hole]*hole + f[Inside][After]*after,
			f[Hole][Inside]*inside + f[Hole][Hole]*hole,
			f[After][After] * after,
		}
	}
	return math.Log(rest)
}

// forwardTwo is forward for the plain chain.
func (l *Lattice) forwardTwo(f *factors) {
	out, in := 1.0, 1.0
	for i := range l.Em {
		out, in = out*l.Em[i][Before]+tiny, in*l.Em[i][Inside]+tiny
		sum := out + in
		out, in = out/sum, in/sum
		l.Post[i] = [States]float64{out, in}
		l.scale[i] = sum
		out, in = out*f[Before][Before]+in*f[Inside][Before], out*f[Before][Inside]+in*f[Inside][Inside]
	}
}

// backwardTwo is backward for the plain chain.
func (l *Lattice) backwardTwo(f *factors) {
	n := len(l.Em)
	l.beta[n-1] = [States]float64{1, 1}
	for i := n - 2; i >= 0; i-- {
		em, next, scale := &l.Em[i+1], &l.beta[i+1], l.scale[i+1]
		out, in := em[Before]*next[Before]/scale, em[Inside]*next[Inside]/scale
		l.beta[i] = [States]float64{f[Before][Before]*out + f[Before][Inside]*in, f[Inside][Before]*out + f[Inside][Inside]*in}
	}
}

// count fills Edge, from the forward sums that are still in Post.
func (l *Lattice) count(k int, f *factors) {
	l.Edge = [States][States]float64{}
	for i := 1; i < len(l.Em); i++ {
		for s := range k {
			for t := range k {
				l.Edge[s][t] += l.Post[i-1][s] * f[s][t] * l.Em[i][t] * l.beta[i][t] / l.scale[i]
			}
		}
	}
}

// Odds returns the log odds that line i is inside.
func (l *Lattice) Odds(c *Chain, i int) float64 {
	p := &l.Post[i]
	out := p[Before]
	if c.K > 2 {
		out += p[Hole] + p[After]
	}
	return max(-certain, min(certain, math.Log(max(p[Inside], tiny)/max(out, tiny))))
}

// certain bounds the log odds that a line gets.
const certain = 20
