package main

import (
	"math"
	"math/rand/v2"
	"sync"

	"example.org/newstext/clean/webpage/internal/body"
)

type options struct {
	epochs, models            int
	rate, ridge, margin, drop float64
}

const (
	states = body.States
	batch  = 8 // pages in a step
)

// place says what each line is: body, or other text before, in or after it.
func (l *lesson) place() {
	first, last := -1, -1
	l.total = 1
	for i, b := range l.body {
		if !b {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
		l.total += float64(len(l.words[i]))
	}
	l.state = make([]int, len(l.body))
	for i, b := range l.body {
		switch {
		case b:
			l.state[i] = body.Inside
		case i < first || first < 0:
			l.state[i] = body.Before
		case i > last:
			l.state[i] = body.After
		default:
			l.state[i] = body.Hole
		}
	}
}

// A trainer holds what training one model needs.
type trainer struct {
	options
	chain *body.Chain
	rows  int
	grad  []float64 // of the weights, row by row, and then of the steps
	off   []bool    // features that are left out at this look
	rng   *rand.Rand
	lat   body.Lattice
}

// fit trains chains that differ in the order of the pages and in what they do
// without, and gives their mean.
func fit(lessons []*lesson, o options) *body.Chain {
	mean := &body.Chain{Weights: make([][states]float64, len(body.Names()))}
	for k := range o.models {
		c := fitOne(lessons, o, uint64(k+1))
		for s := range states {
			for i := range c.Weights {
				mean.Weights[i][s] += c.Weights[i][s] / float64(o.models)
			}
			for to := range states {
				mean.Transitions[s][to] += c.Transitions[s][to] / float64(o.models)
			}
		}
	}
	return mean
}

// fitOne trains a chain by Adam on the likelihood of the pages, and averages the
// weights of the second half. Where the model is wrong by less than a margin,
// which grows with the line's share of the article, that counts as wrong too.
// At each look at a page it does without some groups of features, so that
// what is known of a line does not hang on one of them.
func fitOne(lessons []*lesson, o options, seed uint64) *body.Chain {
	rows := len(body.Names())
	n := (rows + states) * states
	t := &trainer{
		options: o, chain: &body.Chain{Weights: make([][states]float64, rows)}, rows: rows, grad: make([]float64, n),
		off: make([]bool, rows), rng: rand.New(rand.NewPCG(seed, 2)),
	}
	w, mean, square, average := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	order := t.rng.Perm(len(lessons))
	step, averaged := 0, 0
	for epoch := range o.epochs {
		t.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		rate := o.rate * (1 - 0.9*float64(epoch)/float64(o.epochs))
		for from := 0; from < len(order); from += batch {
			clear(t.grad)
			for _, k := range order[from:min(from+batch, len(order))] {
				t.page(lessons[k])
			}
			step++
			c1, c2 := 1-math.Pow(0.9, float64(step)), 1-math.Pow(0.999, float64(step))
			for i := range w {
				d := t.grad[i]/batch + o.ridge*w[i]
				mean[i] = 0.9*mean[i] + 0.1*d
				square[i] = 0.999*square[i] + 0.001*d*d
				w[i] -= rate * (mean[i] / c1) / (math.Sqrt(square[i]/c2) + 1e-6)
			}
			t.set(w)
			if epoch >= o.epochs/2 {
				averaged++
				for i := range w {
					average[i] += w[i]
				}
			}
		}
	}
	for i := range average {
		average[i] /= float64(averaged)
	}
	t.set(average)
	return t.chain
}

func (t *trainer) set(w []float64) {
	for r := range t.rows {
		copy(t.chain.Weights[r][:], w[r*states:])
	}
	for s := range states {
		copy(t.chain.Transitions[s][:], w[(t.rows+s)*states:])
	}
}

// page adds what a page says to the gradient.
func (t *trainer) page(l *lesson) {
	for _, g := range body.Groups() {
		off := t.rng.Float64() < t.drop
		for k := g[0]; k < g[1]; k++ {
			t.off[k] = off
		}
	}
	scale := 1 / (1 - t.drop)
	t.lat.Resize(len(l.features))
	for i, v := range l.features {
		e := &t.lat.Emit[i]
		*e = [states]float64{}
		for k, id := range v.ID {
			if !t.off[id] {
				for s := range states {
					e[s] += float64(v.Value[k]) * scale * t.chain.Weights[id][s]
				}
			}
		}
		for s := range states {
			if (s == body.Inside) != l.body[i] {
				e[s] += t.margin * min(3, 10*float64(len(l.words[i]))/l.total)
			}
		}
	}
	t.lat.Run(t.chain)
	weight := 1 / math.Sqrt(float64(len(l.features))+10)
	for i, v := range l.features {
		var d [states]float64
		for s := range states {
			d[s] = t.lat.Post[i][s] * weight
		}
		d[l.state[i]] -= weight
		for k, id := range v.ID {
			if !t.off[id] {
				x := float64(v.Value[k]) * scale
				for s := range states {
					t.grad[int(id)*states+s] += x * d[s]
				}
			}
		}
		if i > 0 {
			t.grad[(t.rows+l.state[i-1])*states+l.state[i]] -= weight
		}
	}
	for s := range states {
		for k := range states {
			t.grad[(t.rows+s)*states+k] += t.lat.Edge[s][k] * weight
		}
	}
}

// crossValidate judges each page by weights that its site had no part in.
func crossValidate(lessons []*lesson, o options, folds int, seed string) {
	var wg sync.WaitGroup
	for f := range folds {
		wg.Go(func() {
			var others []*lesson
			for _, l := range lessons {
				if l.fold(folds, seed) != f {
					others = append(others, l)
				}
			}
			c := fit(others, o)
			for _, l := range lessons {
				if l.fold(folds, seed) == f {
					l.odds = predict(c, l)
				}
			}
		})
	}
	wg.Wait()
}

// predict gives the log odds of each line, less those from which it is body.
func predict(c *body.Chain, l *lesson) []float64 {
	var lat body.Lattice
	lat.Resize(len(l.features))
	for i, v := range l.features {
		lat.Emit[i] = c.Emission(&v)
	}
	return c.Odds(&lat, func(i int) int32 { return int32(len(l.text[i])) })
}
