package model

import (
	"math"
	"slices"
)

// Decode scores the page's lines.
func (p *Page) Decode(m *Model) {
	p.survey()
	n := p.n
	p.page.Reset(n)
	p.plain.Reset(n)
	p.model = m
	p.bins = slices.Grow(p.bins[:0], n)[:n]
	exp := thousandths()
	for i := range n {
		sum := p.weigh(m, i).columns()
		if len(p.Bias) > 0 {
			sum[Inside-1] += p.Bias[i]
			sum[plainColumn] += p.Bias[i]
		}
		p.page.Em[i] = [States]float64{1, exp.of(sum[Inside-1]), exp.of(sum[Hole-1]), exp.of(sum[After-1])}
		p.plain.Em[i] = [States]float64{1, exp.of(sum[plainColumn])}
	}
	p.average(m)
}

// weigh finds line i's bins and adds their weights up.
func (p *Page) weigh(m *Model, i int) (sum packed) {
	b := &p.bins[i]
	p.sort(i+margin, b)
	line := &p.m[i+margin]
	for k, v := range b {
		w := &m.packed[int(firstRow[k])+int(v)]
		sum[0] += w[0]
		sum[1] += w[1]
	}
	if !line.phrase(^uint32(0)) {
		sum[0] += m.quiet[0]
		sum[1] += m.quiet[1]
		return sum
	}
	for k, kind := range phraseKinds {
		w := &m.packed[int(firstRow[dense+k])+int(line.phraseBin(kind))]
		sum[0] += w[0]
		sum[1] += w[1]
	}
	return sum
}

// average fills Odds with the mean of the two chains' log odds.
func (p *Page) average(m *Model) {
	p.page.Run(&m.Page)
	p.plain.Run(&m.Plain)
	p.Odds = slices.Grow(p.Odds[:0], p.n)[:p.n]
	for i := range p.Odds {
		p.Odds[i] = math.Log(p.page.Ratio(i)*p.plain.Ratio(i))/2 - m.Least
	}
}

// Feature returns the name of the feature that weighed most for line i, in the
// direction of the decision.
func (p *Page) Feature(i int) string {
	sign := float32(-1)
	if p.Odds[i] > 0 {
		sign = 1
	}
	most, top := float32(0), 0
	for k, v := range p.bins[i] {
		if v := sign * p.model.pull[int(firstRow[k])+int(v)]; v > most {
			most, top = v, k
		}
	}
	if line := &p.m[i+margin]; line.phrase(^uint32(0)) {
		for k, kind := range phraseKinds {
			if v := sign * p.model.pull[int(firstRow[dense+k])+int(line.phraseBin(kind))]; v > most {
				most, top = v, dense+k
			}
		}
	}
	return features[top].name
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
