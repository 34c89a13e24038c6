package main

import (
	"math"
	"math/rand/v2"

	"example.org/newstext/clean/webpage/internal/body"
)

const states = body.States

// fitChain trains a chain by Adam over the pages, averaging the weights of
// the second half. Where the model would be wrong it must be wrong by a
// margin that grows with the line's share of the article.
func fitChain(ls []*lesson) *body.Chain {
	rows := len(body.Names())
	c := &body.Chain{Weights: make([][states]float64, rows)}
	np := rows*states + states*states
	g, mom, vel, w, avg := make([]float64, np), make([]float64, np), make([]float64, np), make([]float64, np), make([]float64, np)
	rng := rand.New(rand.NewPCG(1, 2))
	order := rng.Perm(len(ls))
	var lat body.Lattice
	const batch = 8
	set := func(w []float64) {
		for r := range rows {
			copy(c.Weights[r][:], w[r*states:])
		}
		for s := range states {
			copy(c.Transitions[s][:], w[(rows+s)*states:])
		}
	}
	step, kept := 0, 0
	for epoch := range *epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		rate := *rate * (1 - 0.9*float64(epoch)/float64(*epochs))
		for from := 0; from < len(order); from += batch {
			clear(g)
			for _, k := range order[from:min(from+batch, len(order))] {
				l := ls[k]
				n := len(l.label)
				lat.Resize(n)
				for i, v := range l.x {
					var e [states]float64
					for k, id := range v.ID {
						for s := range states {
							e[s] += float64(v.Value[k]) * c.Weights[id][s]
						}
					}
					for s := range states {
						if (s == body.Inside) != l.label[i] {
							e[s] += *margin * min(3, 10*float64(len(l.lines[i]))/l.total)
						}
					}
					lat.Emit[i] = e
				}
				lat.Run(c)
				pw := 1 / math.Sqrt(float64(n)+10)
				for i, v := range l.x {
					var d [states]float64
					for s := range states {
						d[s] = lat.Post[i][s] * pw
					}
					d[l.state[i]] -= pw
					for k, id := range v.ID {
						x := float64(v.Value[k])
						at := g[int(id)*states : int(id)*states+states]
						for s := range states {
							at[s] += x * d[s]
						}
					}
					if i > 0 {
						g[(rows+l.state[i-1])*states+l.state[i]] -= pw
					}
				}
				for s := range states {
					for t := range states {
						g[(rows+s)*states+t] += lat.Edge[s][t] * pw
					}
				}
			}
			step++
			c1, c2 := 1-math.Pow(0.9, float64(step)), 1-math.Pow(0.999, float64(step))
			for i := range w {
				d := g[i]/batch + *l2*w[i]
				mom[i] = 0.9*mom[i] + 0.1*d
				vel[i] = 0.999*vel[i] + 0.001*d*d
				w[i] -= rate * (mom[i] / c1) / (math.Sqrt(vel[i]/c2) + 1e-6)
			}
			set(w)
			if epoch >= *epochs/2 {
				kept++
				for i := range w {
					avg[i] += w[i]
				}
			}
		}
	}
	for i := range avg {
		avg[i] /= float64(kept)
	}
	set(avg)
	return c
}

// states says what each line is: body, or other text before, in or after it.
func (l *lesson) states() {
	first, last := -1, -1
	for i, b := range l.label {
		if b {
			last = i
			if first < 0 {
				first = i
			}
			l.total += float64(len(l.lines[i]))
		}
	}
	l.total++
	l.state = make([]int, len(l.label))
	for i, b := range l.label {
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
	var v body.Vector
	for i := range l.label {
		l.page.Features(&v, i)
		l.x = append(l.x, v.Clone())
	}
}

func crossChain(ls []*lesson) {
	type done struct{}
	sem := make(chan done, 2)
	all := make(chan done)
	for f := range *folds {
		go func() {
			sem <- done{}
			var train []*lesson
			for _, l := range ls {
				if l.fold != f {
					train = append(train, l)
				}
			}
			c := fitChain(train)
			for _, l := range ls {
				if l.fold == f {
					l.odds = predict(c, l)
				}
			}
			<-sem
			all <- done{}
		}()
	}
	for range *folds {
		<-all
	}
}

func predict(c *body.Chain, l *lesson) []float64 {
	var lat body.Lattice
	lat.Resize(len(l.x))
	for i, v := range l.x {
		lat.Emit[i] = [states]float64{}
		for k, id := range v.ID {
			for s := range states {
				lat.Emit[i][s] += float64(v.Value[k]) * c.Weights[id][s]
			}
		}
	}
	lat.Run(c)
	odds := make([]float64, len(l.x))
	for i := range odds {
		odds[i] = lat.Odds(i)
	}
	return odds
}
