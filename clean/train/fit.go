package main

import (
	"math"

	"example.org/newstext/clean/internal/model"
)

type options struct {
	epochs int
	l2     float64
	margin float64
	lost   float64
	two    bool
	drop   float64
}

const S = model.States

// objective returns the regularised loss at w and its gradient.
type objective struct {
	pages []*page
	o     options
	m     *model.Model
	l     model.Lattice
	rows  int
}

func (f *objective) set(w []float64) {
	for r := range f.m.W {
		for s := range S {
			f.m.W[r][s] = float32(w[r*S+s])
		}
	}
	for s := range S {
		for t := range S {
			f.m.Trans[s][t] = float32(w[f.rows*S+s*S+t])
		}
	}
}

func (f *objective) at(w, g []float64) float64 {
	f.set(w)
	clear(g)
	k := model.Features()
	loss := 0.0
	l := &f.l
	rows := f.rows
	for _, p := range f.pages {
		n := len(p.state)
		state := p.state
		if f.o.two {
			state = p.state2
		}
		x := p.dropped(f.o.drop)
		l.Emit(f.m, x, n)
		body := 50.0
		for i := range n {
			if p.keep[i] {
				body += float64(p.end[i] - p.start[i])
			}
		}
		gold := 0.0
		for i := range n {
			cost := f.o.margin * math.Min(3, 10*float64(p.end[i]-p.start[i])/body)
			gold += l.Em[i*S+int(state[i])]
			if i > 0 {
				gold += float64(f.m.Trans[state[i-1]][state[i]])
			}
			for s := range S {
				if (s == model.Inside) != p.keep[i] {
					c := cost
					if p.keep[i] {
						c *= f.o.lost
					}
					l.Em[i*S+s] += c
				}
			}
		}
		pw := 10 / math.Sqrt(float64(n)+10)
		loss += pw * (l.Run(f.m, true) - gold)
		for i := range n {
			var d [S]float64
			for s := range S {
				d[s] = l.Post[i*S+s] * pw
			}
			d[state[i]] -= pw
			for _, r := range x[i*k : i*k+k] {
				if r < 0 {
					continue
				}
				gr := g[int(r)*S : int(r)*S+S]
				gr[0] += d[0]
				gr[1] += d[1]
				gr[2] += d[2]
				gr[3] += d[3]
			}
			if i > 0 {
				g[rows*S+int(state[i-1])*S+int(state[i])] -= pw
			}
		}
		for s := range S {
			for t := range S {
				g[rows*S+s*S+t] += l.Edge[s][t] * pw
			}
		}
	}
	for i, v := range w {
		if i < S || i >= rows*S {
			continue
		}
		loss += 0.5 * f.o.l2 * v * v
		g[i] += f.o.l2 * v
	}
	return loss
}

func dot(a, b []float64) float64 {
	s := 0.0
	for i, v := range a {
		s += v * b[i]
	}
	return s
}

func (p *page) dropped(share float64) []int32 {
	if share == 0 {
		return p.x
	}
	if p.y == nil {
		p.y = make([]int32, len(p.x))
		h := uint32(len(p.x))*2654435761 + uint32(len(p.Text))
		for i, r := range p.x {
			h ^= h << 13
			h ^= h >> 17
			h ^= h << 5
			p.y[i] = r
			if float64(h>>8)/float64(1<<24) < share {
				p.y[i] = -1
			}
		}
	}
	return p.y
}

// fit minimises by L-BFGS.
func fit(pages []*page, o options) *model.Model {
	f := &objective{pages: pages, o: o, rows: model.Rows()}
	f.m = &model.Model{Two: o.two, W: make([][S]float32, f.rows)}
	n := f.rows*S + S*S
	w, g := make([]float64, n), make([]float64, n)
	next, ng := make([]float64, n), make([]float64, n)
	const memory = 7
	var ss, ys [][]float64
	var rhos []float64
	loss := f.at(w, g)
	d := make([]float64, n)
	for range o.epochs {
		copy(d, g)
		alphas := make([]float64, len(ss))
		for i := len(ss) - 1; i >= 0; i-- {
			alphas[i] = rhos[i] * dot(ss[i], d)
			for j := range d {
				d[j] -= alphas[i] * ys[i][j]
			}
		}
		if k := len(ss); k > 0 {
			scale := 1 / (rhos[k-1] * dot(ys[k-1], ys[k-1]))
			for j := range d {
				d[j] *= scale
			}
		} else {
			scale := 1 / math.Sqrt(dot(g, g))
			for j := range d {
				d[j] *= scale
			}
		}
		for i := range ss {
			beta := rhos[i] * dot(ys[i], d)
			for j := range d {
				d[j] += (alphas[i] - beta) * ss[i][j]
			}
		}
		slope := dot(d, g)
		step := 1.0
		var nl float64
		for range 12 {
			for j := range w {
				next[j] = w[j] - step*d[j]
			}
			nl = f.at(next, ng)
			if nl <= loss-1e-4*step*slope {
				break
			}
			step /= 2
		}
		if nl >= loss {
			break
		}
		s, y := make([]float64, n), make([]float64, n)
		for j := range w {
			s[j], y[j] = next[j]-w[j], ng[j]-g[j]
		}
		if sy := dot(s, y); sy > 1e-10 {
			ss, ys, rhos = append(ss, s), append(ys, y), append(rhos, 1/sy)
			if len(ss) > memory {
				ss, ys, rhos = ss[1:], ys[1:], rhos[1:]
			}
		}
		done := loss-nl < 1e-4*loss
		w, next, g, ng, loss = next, w, ng, g, nl
		if done {
			break
		}
	}
	f.set(w)
	if o.drop > 0 {
		for r := range f.m.W {
			for s := range S {
				f.m.W[r][s] *= float32(1 - o.drop)
			}
		}
	}
	return f.m
}

func (p *page) predict(ms []*model.Model, threshold float64) {
	var l model.Lattice
	n := len(p.state)
	p.prob = make([]float64, n)
	p.kept = make([]bool, n)
	for _, m := range ms {
		l.Emit(m, p.x, n)
		l.Run(m, false)
		for i := range n {
			q := l.Post[i*S+model.Inside]
			q = math.Max(1e-6, math.Min(1-1e-6, q))
			p.prob[i] += math.Log(q/(1-q)) / float64(len(ms))
		}
	}
	for i := range n {
		p.prob[i] = 1 / (1 + math.Exp(-p.prob[i]))
		p.kept[i] = p.prob[i] > threshold
	}
}
