package main

import (
	"math"

	"example.org/newstext/clean/internal/model"
)

// options are how a model is trained.
type options struct {
	steps  int
	decay  float64
	margin float64
	least  float64
	mixed  int // pages that are made of parts, for each page
	rules  *model.Rules
}

// fit trains a model on pages.
func fit(pages []*page, o options) *model.Model {
	m := model.New()
	pages = mix(pages, o.mixed, o.rules)
	for _, chain := range []*model.Chain{&m.Page, &m.Plain} {
		f := &objective{pages: pages, o: o, chain: model.Chain{K: chain.K}, rows: len(m.W)}
		m.Set(minimise(f, (f.rows+chain.K)*chain.K, o.steps), chain.K)
	}
	m.Least = math.Log(o.least / (1 - o.least))
	return m
}

// An objective is the loss of one chain on labelled pages: for each page how
// much less likely its true states are than all together, the errors among
// these being made likelier by their margin.
type objective struct {
	pages   []*page
	o       options
	chain   model.Chain
	rows    int
	lattice model.Lattice
}

// at returns the loss at the weights w and fills g with its gradient.
func (f *objective) at(w, g []float64) float64 {
	clear(g)
	k := f.chain.K
	for s := range k {
		copy(f.chain.Trans[s][:k], w[(f.rows+s)*k:])
	}
	loss := 0.0
	for _, p := range f.pages {
		loss += f.page(p, w, g)
	}
	for i := k; i < f.rows*k; i++ { // all but the bias, the first row
		loss += 0.5 * f.o.decay * w[i] * w[i]
		g[i] += f.o.decay * w[i]
	}
	return loss
}

// gather adds up the weights that a line's rows have for each of k states.
func gather(w []float64, rows []int32, k int) (sum [model.States]float64) {
	if k == 2 {
		for _, r := range rows {
			sum[0] += w[2*r]
			sum[1] += w[2*r+1]
		}
		return sum
	}
	for _, r := range rows {
		row := (*[model.States]float64)(w[model.States*r:])
		sum[0] += row[0]
		sum[1] += row[1]
		sum[2] += row[2]
		sum[3] += row[3]
	}
	return sum
}

// scatter adds d to the gradient of each of a line's rows.
func scatter(g []float64, rows []int32, k int, d *[model.States]float64) {
	if k == 2 {
		for _, r := range rows {
			g[2*r] += d[0]
			g[2*r+1] += d[1]
		}
		return
	}
	for _, r := range rows {
		row := (*[model.States]float64)(g[model.States*r:])
		row[0] += d[0]
		row[1] += d[1]
		row[2] += d[2]
		row[3] += d[3]
	}
}

// page adds one page to the gradient and returns its loss. Long pages count
// for more than short ones, but not in proportion to their lines.
func (f *objective) page(p *page, w, g []float64) float64 {
	k, n := f.chain.K, len(p.keep)
	if n == 0 {
		return 0
	}
	state := p.states(k)
	l := &f.lattice
	l.Reset(n)
	gold := 0.0
	for i := range n {
		l.Em[i] = gather(w, p.rowsOf(i), k)
		gold += l.Em[i][state[i]]
		if i > 0 {
			gold += f.chain.Trans[state[i-1]][state[i]]
		}
		for s := range k {
			if (s == model.Inside) != p.keep[i] {
				l.Em[i][s] += f.o.margin * p.weight(i)
			}
		}
	}
	share := 10 / math.Sqrt(float64(n)+10)
	z := l.Exponentiate(k)
	l.Run(&f.chain)
	loss := share * (z + l.Expect(&f.chain) - gold)
	for i := range n {
		d := l.Post[i]
		d[state[i]]--
		for s := range d {
			d[s] *= share
		}
		scatter(g, p.rowsOf(i), k, &d)
		if i > 0 {
			l.Edge[state[i-1]][state[i]]--
		}
	}
	for s := range k {
		for t := range k {
			g[(f.rows+s)*k+t] += share * l.Edge[s][t]
		}
	}
	return loss
}
