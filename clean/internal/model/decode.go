package model

import "slices"

// Decode measures the lines of the text and scores each.
func (p *Page) Decode(m *Model, text string, lines func(i int) (start, end int), n int) {
	p.measureAll(text, lines, n)
	p.survey()
	p.page.Reset(n)
	p.plain.Reset(n)
	p.top = slices.Grow(p.top[:0], n)[:n]
	p.Odds = slices.Grow(p.Odds[:0], n)[:n]
	for i := range n {
		sum := m.quiet
		count := dense
		if p.m[i+margin].phrase(^uint32(0)) {
			sum, count = [Columns]float32{}, len(features)
		}
		var most, least float32
		base, top, bottom := 0, 0, 0
		for k := range count {
			f := &features[k]
			w := &m.W[base+f.of(p, i+margin)]
			base += f.bins
			sum[0] += w[0]
			sum[1] += w[1]
			sum[2] += w[2]
			sum[3] += w[3]
			v := w[0] - (w[1]+w[2])/3 + w[plainColumn]
			if v > most {
				most, top = v, k
			}
			if v < least {
				least, bottom = v, k
			}
		}
		bias := 0.0
		if len(p.Bias) > 0 {
			bias = p.Bias[i]
		}
		p.emit(i, &sum, bias)
		p.top[i] = [2]uint8{uint8(bottom), uint8(top)}
	}
	p.average(m)
}

// emit hands a line's sums to the two chains.
func (p *Page) emit(i int, sum *[Columns]float32, bias float64) {
	p.page.Em[i] = [States]float64{0, float64(sum[0]) + bias, float64(sum[1]), float64(sum[2])}
	p.plain.Em[i] = [States]float64{0, float64(sum[plainColumn]) + bias}
}

// average fills Odds with the mean of the two chains' log odds.
func (p *Page) average(m *Model) {
	p.page.Run(&m.Page, false)
	p.plain.Run(&m.Plain, false)
	for i := range p.Odds {
		p.Odds[i] = (p.page.Odds(&m.Page, i)+p.plain.Odds(&m.Plain, i))/2 - m.Least
	}
}

// Feature returns the name of the feature that weighed most for line i, in the
// direction of the decision.
func (p *Page) Feature(i int) string {
	side := 0
	if p.Odds[i] > 0 {
		side = 1
	}
	return features[p.top[i][side]].name
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
