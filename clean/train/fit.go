package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"example.org/newstext/clean/internal/model"
)

// options are how a model is trained.
type options struct {
	descent
	models int // models that are trained, for their mean
	decay  float64
	mixed  int // pages that are made of parts, for each page labelled by hand
	taught int // and for each other page
	rules  *model.Rules
}

// fit trains models on pages, which differ in what the made pages consist of and
// in the order of all, and returns their mean: what one of them makes of chance,
// the others do not.
func fit(pages []*page, o options) *model.Model {
	m := model.New()
	byHand, others := byTeacher(pages)
	chains := [...]*model.Chain{&m.Page, &m.Plain}
	var means [len(chains)][]float64
	for k := range o.models {
		rng := rand.New(rand.NewPCG(uint64(k+1), 2))
		lessons := slices.Concat(mix(byHand, o.mixed, o.rules, rng), mix(others, o.taught, o.rules, rng))
		for i, chain := range chains {
			f := &objective{pages: lessons, decay: o.decay, chain: model.Chain{K: chain.K}, rows: len(m.W)}
			w := o.minimise(f, f.size(), rng)
			scale(w, 1/float64(o.models))
			means[i] = add(means[i], w)
		}
	}
	for i, chain := range chains {
		m.Set(means[i], chain.K)
	}
	return m
}

// add adds b to a, or returns b if a is empty.
func add(a, b []float64) []float64 {
	for i := range a {
		a[i] += b[i]
	}
	if a == nil {
		return b
	}
	return a
}

// An objective is the loss of one chain on labelled pages: the mean of how much
// less likely the true states of a page are than all together, and a penalty on
// weights.
type objective struct {
	pages   []*page
	decay   float64
	chain   model.Chain
	rows    int
	lattice model.Lattice
}

func (f *objective) lessons() int { return len(f.pages) }

// size is the number of weights.
func (f *objective) size() int { return (f.rows + f.chain.K) * f.chain.K }

// at returns the loss on some of the pages at the weights w and fills g with its
// gradient.
func (f *objective) at(batch []int, w, g []float64) float64 {
	clear(g)
	k := f.chain.K
	for s := range k {
		copy(f.chain.Trans[s][:k], w[(f.rows+s)*k:])
	}
	loss := 0.0
	for _, i := range batch {
		loss += f.page(f.pages[i], w, g)
	}
	loss /= float64(len(batch))
	scale(g, 1/float64(len(batch)))
	for i := k; i < f.rows*k; i++ { // all but the bias, the first row
		loss += 0.5 * f.decay * w[i] * w[i]
		g[i] += f.decay * w[i]
	}
	return loss
}

func scale(a []float64, by float64) {
	for i := range a {
		a[i] *= by
	}
}

// gather adds up the weights that a line's rows have for each of k states.
func gather(w []float64, rows []uint16, k int) (sum [model.States]float64) {
	for _, r := range rows {
		for j, v := range w[k*int(r):][:k] {
			sum[j] += v
		}
	}
	return sum
}

// scatter adds d to the gradient of each of a line's rows.
func scatter(g []float64, rows []uint16, k int, d *[model.States]float64) {
	for _, r := range rows {
		row := g[k*int(r):][:k]
		for j := range row {
			row[j] += d[j]
		}
	}
}

// certain is the error of a line's probabilities that is not worth learning
// from: most lines of most pages have less, after the first few steps.
const certain = 1e-4

// page adds one page to the gradient and returns its loss. A long page counts
// for more than a short one, but little: figures are means over pages.
func (f *objective) page(p *page, w, g []float64) float64 {
	k, n := f.chain.K, len(p.keep)
	if n == 0 {
		return 0
	}
	state := p.states(k)
	l := &f.lattice
	l.Reset(n)
	truth := 0.0
	for i := range n {
		l.Em[i] = gather(w, p.rowsOf(i), k)
		truth += l.Em[i][state[i]]
		if i > 0 {
			truth += f.chain.Trans[state[i-1]][state[i]]
		}
	}
	share := math.Pow(10/(float64(n)+10), 0.75)
	z := l.Exponentiate(k)
	l.Run(&f.chain)
	loss := share * (z + l.Expect(&f.chain) - truth)
	for i := range n {
		d := l.Post[i]
		d[state[i]]--
		if d[state[i]] < -certain {
			for s := range d {
				d[s] *= share
			}
			scatter(g, p.rowsOf(i), k, &d)
		}
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
