package model

import (
	"math"
	"slices"
)

// Decode scores the page's lines and finds from which score on they are body.
func (p *Page) Decode(m *Model) {
	p.survey()
	n := p.n
	p.page.Reset(n)
	p.plain.Reset(n)
	p.model = m
	p.sort()
	exp := thousandths()
	for i, weight := range m.joint.weigh(p) {
		sum := m.joint.scale.unpack(weight)
		if len(p.Bias) > 0 {
			sum[Inside-1] += p.Bias[i]
			sum[plainColumn] += p.Bias[i]
		}
		p.page.Em[i] = [States]float64{1, exp.of(sum[Inside-1]), exp.of(sum[Hole-1]), exp.of(sum[After-1])}
		p.plain.Em[i] = [States]float64{1, exp.of(sum[plainColumn])}
	}
	p.average(m)
	p.From = Threshold(p.Odds, func(i int) int32 { return p.m[i+margin].Bytes })
}

// average fills Odds with the mean of the two chains' log odds.
func (p *Page) average(m *Model) {
	p.page.Run(&m.Page)
	p.plain.Run(&m.Plain)
	p.Odds = slices.Grow(p.Odds[:0], p.n)[:p.n]
	for i := range p.Odds {
		p.Odds[i] = math.Log(p.page.Ratio(i)*p.plain.Ratio(i)) / 2
	}
}

// Line returns the measures of line i.
func (p *Page) Line(i int) *Measure { return &p.m[i+margin] }

// Known returns the share of line i's words, the commonest left out, that the
// page's paragraphs hold too.
func (p *Page) Known(i int) float64 { return float64(p.at[i+margin].known) }

// Copies returns how many other lines are like line i, at most 3.
func (p *Page) Copies(i int) int { return int(p.at[i+margin].copies) }

// Set sets the weights that one chain's training gave: for each row k numbers,
// then k for each state.
func (m *Model) Set(w []float64, k int) {
	rows := len(m.W)
	for r := range rows {
		v := w[r*k : r*k+k]
		if k == 2 {
			m.W[r][plainColumn] = float32(v[Inside] - v[Before])
			continue
		}
		for s := Inside; s < States; s++ {
			m.W[r][s-1] = float32(v[s] - v[Before])
		}
	}
	c := &m.Page
	if k == 2 {
		c = &m.Plain
	}
	for s := range k {
		for t := range k {
			c.Trans[s][t] = w[(rows+s)*k+t]
		}
	}
}
