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

// Run computes the probabilities from Emit.
func (l *Lattice) Run(c *Chain) {
	n := len(l.Emit)
	if n == 0 {
		return
	}
	var tr [States][States]float64
	for s := range States {
		for t := range States {
			tr[s][t] = math.Exp(c.Transitions[s][t])
		}
	}
	exp := func(e *[States]float64) (x [States]float64) {
		top := max(e[0], e[1], e[2], e[3])
		for s := range States {
			x[s] = math.Exp(e[s] - top)
		}
		return
	}
	l.Edge = [States][States]float64{}
	for i := range n {
		x := exp(&l.Emit[i])
		sum := 0.0
		for t := range States {
			in := 1.0
			if i > 0 {
				in = 0
				for s := range States {
					in += l.fwd[i-1][s] * tr[s][t]
				}
			} else if t == Hole || t == After {
				in = 1e-6
			}
			l.fwd[i][t] = in * x[t]
			sum += l.fwd[i][t]
		}
		for t := range States {
			l.fwd[i][t] /= sum
		}
	}
	for s := range States {
		l.back[n-1][s] = 1
	}
	for i := n - 1; i >= 0; i-- {
		if i < n-1 {
			x := exp(&l.Emit[i+1])
			sum := 0.0
			for s := range States {
				b := 0.0
				for t := range States {
					b += tr[s][t] * x[t] * l.back[i+1][t]
				}
				l.back[i][s] = b
				sum += b
			}
			for s := range States {
				l.back[i][s] /= sum
			}
			total := 0.0
			var e [States][States]float64
			for s := range States {
				for t := range States {
					e[s][t] = l.fwd[i][s] * tr[s][t] * x[t] * l.back[i+1][t]
					total += e[s][t]
				}
			}
			for s := range States {
				for t := range States {
					l.Edge[s][t] += e[s][t] / total
				}
			}
		}
		sum := 0.0
		for s := range States {
			l.Post[i][s] = l.fwd[i][s] * l.back[i][s]
			sum += l.Post[i][s]
		}
		for s := range States {
			l.Post[i][s] /= sum
		}
	}
}
