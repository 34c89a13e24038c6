package model

import (
	"math"
	"slices"
)

// certain bounds the log odds that a line gets.
const certain = 20

// Decode measures the lines of the text and scores each.
func (p *Page) Decode(m *Model, text string, lines func(i int) (start, end int), n int) {
	p.measureAll(text, lines, n)
	p.survey()
	l := &p.lattice
	l.Em = slices.Grow(l.Em[:0], n*States)[:n*States]
	p.Top = slices.Grow(p.Top[:0], n)[:n]
	p.Odds = slices.Grow(p.Odds[:0], n)[:n]
	for i := range n {
		var a, b, c, d, most, least float32
		base, top, bottom := 0, 0, 0
		for k := range features {
			f := &features[k]
			w := &m.W[base+f.of(p, i+margin)]
			base += f.bins
			a += w[0]
			b += w[1]
			c += w[2]
			d += w[3]
			v := w[1] - (w[0]+w[2]+w[3])/3
			if v > most {
				most, top = v, k
			}
			if v < least {
				least, bottom = v, k
			}
		}
		l.Em[i*States], l.Em[i*States+1], l.Em[i*States+2], l.Em[i*States+3] = float64(a), float64(b), float64(c), float64(d)
		p.Top[i] = [2]uint8{uint8(bottom), uint8(top)}
	}
	for i, bias := range p.Bias {
		l.Em[i*States+Inside] += bias
	}
	l.Run(m, false)
	for i := range n {
		in := l.Post[i*States+Inside]
		out := l.Post[i*States+Before] + l.Post[i*States+Hole] + l.Post[i*States+After]
		p.Odds[i] = max(-certain, min(certain, math.Log(in/out)))
		if math.IsNaN(p.Odds[i]) {
			p.Odds[i] = -certain
		}
	}
}

// Feature returns the name of the feature that weighed most for line i, in the
// direction of the decision.
func (p *Page) Feature(i int) string {
	side := 0
	if p.Odds[i] > 0 {
		side = 1
	}
	return features[p.Top[i][side]].name
}

// Line returns the measures of line i.
func (p *Page) Line(i int) *Measure { return &p.m[i+margin] }

// Known returns the share of line i's words, the commonest left out, that the
// page's paragraphs hold too.
func (p *Page) Known(i int) float64 { return float64(p.at[i+margin].known) }

// Copies returns how many other lines are like line i, at most 3.
func (p *Page) Copies(i int) int { return int(p.at[i+margin].copies) }
