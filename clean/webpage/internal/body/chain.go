package body

import "math"

// The states of a line: body, or other text at one of three places. What is
// not body looks different before the article, inside it and after it.
const (
	Before = iota
	Inside // body
	Hole   // between lines of the body
	After
	States
)

// A Chain is a linear-chain conditional random field over a page's lines.
type Chain struct {
	Weights     [][States]float64       // for each feature, what it adds to each state
	Transitions [States][States]float64 // what a step from one line's state to the next one's adds
}

// A Lattice holds what each line's states are worth, and their probabilities.
type Lattice struct {
	Emit [][States]float64       // what the features add up to
	Post [][States]float64       // the probability of each state
	Edge [States][States]float64 // expected number of each step
	fwd  [][States]float64
	back [][States]float64
}

// Resize makes room for n lines.
func (l *Lattice) Resize(n int) {
	if cap(l.Emit) < n {
		l.Emit, l.Post = make([][States]float64, n), make([][States]float64, n)
		l.fwd, l.back = make([][States]float64, n), make([][States]float64, n)
	}
	l.Emit, l.Post, l.fwd, l.back = l.Emit[:n], l.Post[:n], l.fwd[:n], l.back[:n]
}

// Run computes the probabilities from Emit, by the forward-backward algorithm.
func (l *Lattice) Run(c *Chain) {
	if len(l.Emit) == 0 {
		return
	}
	var step [States][States]float64
	for s := range States {
		for t := range States {
			step[s][t] = math.Exp(c.Transitions[s][t])
		}
	}
	l.forward(&step)
	l.backward(&step)
	for i := range l.Post {
		for s := range States {
			l.Post[i][s] = l.fwd[i][s] * l.back[i][s]
		}
		normalize(&l.Post[i])
	}
}

// seldom is what the first line of a page is worth in a state that needs a
// line of the body before it.
const seldom = 1e-6

func (l *Lattice) forward(step *[States][States]float64) {
	for i := range l.Emit {
		x := exp(&l.Emit[i])
		for t := range States {
			in := 1.0
			switch {
			case i > 0:
				in = 0
				for s := range States {
					in += l.fwd[i-1][s] * step[s][t]
				}
			case t == Hole || t == After:
				in = seldom
			}
			l.fwd[i][t] = in * x[t]
		}
		normalize(&l.fwd[i])
	}
}

// backward goes from the last line to the first and counts the steps.
func (l *Lattice) backward(step *[States][States]float64) {
	l.Edge = [States][States]float64{}
	n := len(l.Emit)
	l.back[n-1] = [States]float64{1, 1, 1, 1}
	for i := n - 2; i >= 0; i-- {
		x := exp(&l.Emit[i+1])
		var edge [States][States]float64
		total := 0.0
		for s := range States {
			l.back[i][s] = 0
			for t := range States {
				b := step[s][t] * x[t] * l.back[i+1][t]
				l.back[i][s] += b
				edge[s][t] = l.fwd[i][s] * b
				total += edge[s][t]
			}
		}
		normalize(&l.back[i])
		for s := range States {
			for t := range States {
				l.Edge[s][t] += edge[s][t] / total
			}
		}
	}
}

// exp gives the exponentials of e, less a factor that they share.
func exp(e *[States]float64) (x [States]float64) {
	top := max(e[0], e[1], e[2], e[3])
	for s := range States {
		x[s] = math.Exp(e[s] - top)
	}
	return x
}

// normalize makes the sum 1.
func normalize(x *[States]float64) {
	sum := 0.0
	for s := range States {
		sum += x[s]
	}
	for s := range States {
		x[s] /= sum
	}
}
