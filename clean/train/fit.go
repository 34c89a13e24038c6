package main

import (
	"math"
	"math/rand/v2"

	"example.org/newstext/clean/internal/model"
)

type options struct {
	epochs int
	rate   float64
	l2     float64
	margin float64
}

const S = model.States

// fit trains by Adam over pages.
func fit(pages []*page, o options) *model.Model {
	rows := model.Rows()
	k := model.Features()
	m := &model.Model{W: make([][S]float32, rows)}
	np := rows*S + S*S
	g := make([]float64, np)
	mom := make([]float64, np)
	vel := make([]float64, np)
	w := make([]float64, np)
	avg := make([]float64, np)
	nAvg := 0
	order := make([]int, len(pages))
	for i := range order {
		order[i] = i
	}
	rng := rand.New(rand.NewPCG(1, 2))
	var l model.Lattice
	step := 0
	const batch = 8
	set := func(w []float64) {
		for r := range m.W {
			for s := range S {
				m.W[r][s] = float32(w[r*S+s])
			}
		}
		for s := range S {
			for t := range S {
				m.Trans[s][t] = float32(w[rows*S+s*S+t])
			}
		}
	}
	for e := range o.epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		rate := o.rate * (1 - float64(e)/float64(o.epochs)*0.9)
		for from := 0; from < len(order); from += batch {
			clear(g)
			for _, pi := range order[from:min(from+batch, len(order))] {
				p := pages[pi]
				n := len(p.state)
				l.Emit(m, p.x, n)
				body := 1.0
				for i := range n {
					if p.keep[i] {
						body += float64(p.end[i] - p.start[i])
					}
				}
				for i := range n {
					cost := o.margin * math.Min(3, 10*float64(p.end[i]-p.start[i])/body)
					for s := range S {
						if (s == model.Inside) != p.keep[i] {
							l.Em[i*S+s] += cost
						}
					}
				}
				l.Run(m, true)
				pw := 1 / math.Sqrt(float64(n)+10)
				for i := range n {
					var d [S]float64
					for s := range S {
						d[s] = l.Post[i*S+s] * pw
					}
					d[p.state[i]] -= pw
					for _, r := range p.x[i*k : i*k+k] {
						gr := g[int(r)*S : int(r)*S+S]
						gr[0] += d[0]
						gr[1] += d[1]
						gr[2] += d[2]
						gr[3] += d[3]
					}
					if i > 0 {
						g[rows*S+int(p.state[i-1])*S+int(p.state[i])] -= pw
					}
				}
				for s := range S {
					for t := range S {
						g[rows*S+s*S+t] += l.Edge[s][t] * pw
					}
				}
			}
			step++
			c1 := 1 - math.Pow(0.9, float64(step))
			c2 := 1 - math.Pow(0.999, float64(step))
			for i := range w {
				gi := g[i]/batch + o.l2*w[i]
				mom[i] = 0.9*mom[i] + 0.1*gi
				vel[i] = 0.999*vel[i] + 0.001*gi*gi
				w[i] -= rate * (mom[i] / c1) / (math.Sqrt(vel[i]/c2) + 1e-6)
			}
			set(w)
			if e >= o.epochs/2 {
				nAvg++
				for i := range w {
					avg[i] += w[i]
				}
			}
		}
	}
	for i := range avg {
		avg[i] /= float64(nAvg)
	}
	set(avg)
	return m
}

func (p *page) predict(m *model.Model, threshold float64) {
	var l model.Lattice
	n := len(p.state)
	l.Emit(m, p.x, n)
	l.Run(m, false)
	p.prob = make([]float64, n)
	p.kept = make([]bool, n)
	for i := range n {
		p.prob[i] = l.Post[i*S+model.Inside]
		p.kept[i] = p.prob[i] > threshold
	}
}
