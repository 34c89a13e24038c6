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
	Em   [][States]float64       // for each line, by how much it makes each state likelier
	Post [][States]float64       // for each line, the probability of each state
	Edge [States][States]float64 // how often each state follows each, in expectation

	fore  [][States]float64 // for each line, the sum over what may stand up to it
	back  [][States]float64 // and below it; both to some scale
	scale float64           // the logarithm of that of the last line's fore
}

// Reset makes room for n lines.
func (l *Lattice) Reset(n int) {
	l.Em = slices.Grow(l.Em[:0], n)[:n]
	l.fore = slices.Grow(l.fore[:0], n)[:n]
	l.back = slices.Grow(l.back[:0], n)[:n]
}

// Exponentiate makes Em, filled with what speaks for each of k states, the
// exponentials of that less the most of each line, and returns the sum of these.
func (l *Lattice) Exponentiate(k int) float64 {
	z := 0.0
	for i := range l.Em {
		em := l.Em[i][:k]
		top := slices.Max(em)
		for s := range em {
			em[s] = math.Exp(em[s] - top)
		}
		z += top
	}
	return z
}

// Run finds the forward and backward sums, which Ratio and Expect are made of.
func (l *Lattice) Run(c *Chain) {
	f := c.factors()
	if c.K == 2 {
		l.forwardTwo(&f)
		l.backwardTwo(&f)
		return
	}
	l.forward(&f)
	l.backward(&f)
}

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

const (
	smallest = 1e-20 // sums that leave these limits are divided by their total
	largest  = 1e20
	tiny     = 1e-140 // keeps states that underflow alive
)

func unscaled(sum float64) bool { return sum < smallest || sum > largest }

// forward fills fore for the chain of the page.
func (l *Lattice) forward(f *factors) {
	l.scale = 0
	before, inside, hole, after := 1.0, 1.0, 0.0, 0.0
	for i := range l.Em {
		em := &l.Em[i]
		before = before*em[Before] + tiny
		inside = inside*em[Inside] + tiny
		hole = hole*em[Hole] + tiny
		after = after*em[After] + tiny
		if sum := before + inside + hole + after; unscaled(sum) {
			before, inside, hole, after = before/sum, inside/sum, hole/sum, after/sum
			l.scale += math.Log(sum)
		}
		l.fore[i] = [States]float64{before, inside, hole, after}
		before, inside, hole, after = before*f[Before][Before],
			before*f[Before][Inside]+inside*f[Inside][Inside]+hole*f[Hole][Inside],
			inside*f[Inside][Hole]+hole*f[Hole][Hole],
			inside*f[Inside][After]+after*f[After][After]
	}
}

// backward fills back for the chain of the page, which cannot end in a hole.
func (l *Lattice) backward(f *factors) {
	before, inside, hole, after := 1.0, 1.0, 0.0, 1.0
	for i := len(l.Em) - 1; i >= 0; i-- {
		if sum := before + inside + hole + after; unscaled(sum) {
			before, inside, hole, after = before/sum, inside/sum, hole/sum, after/sum
		}
		l.back[i] = [States]float64{before, inside, hole, after}
		em := &l.Em[i]
		before = before*em[Before] + tiny
		inside = inside*em[Inside] + tiny
		hole = hole*em[Hole] + tiny
		after = after*em[After] + tiny
		before, inside, hole, after = f[Before][Before]*before+f[Before][Inside]*inside,
			f[Inside][Inside]*inside+f[Inside][Hole]*hole+f[Inside][After]*after,
			f[Hole][Inside]*inside+f[Hole][Hole]*hole,
			f[After][After]*after
	}
}

// forwardTwo is forward for the plain chain.
func (l *Lattice) forwardTwo(f *factors) {
	l.scale = 0
	out, in := 1.0, 1.0
	for i := range l.Em {
		out, in = out*l.Em[i][Before]+tiny, in*l.Em[i][Inside]+tiny
		if sum := out + in; unscaled(sum) {
			out, in = out/sum, in/sum
			l.scale += math.Log(sum)
		}
		l.fore[i] = [States]float64{out, in}
		out, in = out*f[Before][Before]+in*f[Inside][Before], out*f[Before][Inside]+in*f[Inside][Inside]
	}
}

// backwardTwo is backward for the plain chain.
func (l *Lattice) backwardTwo(f *factors) {
	out, in := 1.0, 1.0
	for i := len(l.Em) - 1; i >= 0; i-- {
		if sum := out + in; unscaled(sum) {
			out, in = out/sum, in/sum
		}
		l.back[i] = [States]float64{out, in}
		out, in = out*l.Em[i][Before]+tiny, in*l.Em[i][Inside]+tiny
		out, in = f[Before][Before]*out+f[Before][Inside]*in, f[Inside][Before]*out+f[Inside][Inside]*in
	}
}

// Ratio returns how much likelier it is that line i is inside than that it is
// not, within bounds.
func (l *Lattice) Ratio(i int) float64 {
	a, b := &l.fore[i], &l.back[i]
	out := a[Before]*b[Before] + a[Hole]*b[Hole] + a[After]*b[After]
	return max(1/mostRatio, min(mostRatio, a[Inside]*b[Inside]/out))
}

const mostRatio = 4.85165195409790278e8 // the exponential of 20

// Expect fills Post and Edge and returns the logarithm of the sum over all
// sequences of states.
func (l *Lattice) Expect(c *Chain) float64 {
	n := len(l.Em)
	if n == 0 {
		return 0
	}
	f := c.factors()
	l.Post = slices.Grow(l.Post[:0], n)[:n]
	l.Edge = [States][States]float64{}
	total := 0.0
	for i := range n {
		total = 0
		for s := range c.K {
			l.Post[i][s] = l.fore[i][s] * l.back[i][s]
			total += l.Post[i][s]
		}
		for s := range l.Post[i] {
			l.Post[i][s] /= total
		}
		if i > 0 {
			l.addEdges(i, c.K, &f)
		}
	}
	return l.scale + math.Log(total)
}

// addEdges adds the states of the lines i-1 and i to Edge.
func (l *Lattice) addEdges(i, k int, f *factors) {
	var edge [States][States]float64
	total := 0.0
	for s := range k {
		for t := range k {
			edge[s][t] = l.fore[i-1][s] * f[s][t] * l.Em[i][t] * l.back[i][t]
			total += edge[s][t]
		}
	}
	share := 1 / total
	for s := range k {
		for t := range k {
			l.Edge[s][t] += edge[s][t] * share
		}
	}
}
