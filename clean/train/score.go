package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
)

type metrics struct {
	loss, p, r, junkIn, junkOut, lost, body float64
	hasP                                    bool
}

func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return !(unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || unicode.Is(unicode.N, r))
	})
}

func shingles(w []string) map[string]int {
	m := map[string]int{}
	if len(w) == 0 {
		return m
	}
	for i := range max(1, len(w)-3) {
		m[strings.Join(w[i:min(len(w), i+4)], " ")]++
	}
	return m
}

func bag(w []string) map[string]int {
	m := map[string]int{}
	for _, x := range w {
		m[strings.ToLower(x)]++
	}
	return m
}

func (p *page) text() string {
	var b strings.Builder
	for i, k := range p.kept {
		if k {
			b.WriteString(p.Text[p.start[i]:p.end[i]])
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

func (p *page) score() {
	gw, pw := words(p.Gold), words(p.text())
	g, q := shingles(gw), shingles(pw)
	tp, ng, nq := 0, 0, 0
	for k, c := range g {
		ng += c
		tp += min(c, q[k])
	}
	for _, c := range q {
		nq += c
	}
	p.m = metrics{}
	all := 0.0
	for i := range p.keep {
		q := p.prob[i]
		if !p.keep[i] {
			q = 1 - q
		}
		b := math.Min(400, float64(p.end[i]-p.start[i]))
		all += b
		p.m.loss -= b * math.Log(math.Max(q, 1e-4))
	}
	p.m.loss /= math.Max(all, 1)
	if nq > 0 {
		p.m.p, p.m.hasP = float64(tp)/float64(nq), true
	}
	p.m.r = float64(tp) / float64(max(ng, 1))
	gb, pb, in := bag(gw), bag(pw), bag(words(p.Input))
	for k, c := range in {
		j := max(0, c-gb[k])
		p.m.junkIn += float64(j)
		p.m.junkOut += float64(min(j, max(0, pb[k]-gb[k])))
	}
	for k, c := range gb {
		p.m.body += float64(c)
		p.m.lost += float64(max(0, c-pb[k]))
	}
}

func (m metrics) f1() float64 {
	if m.p*m.r == 0 {
		return 0
	}
	return 2 * m.p * m.r / (m.p + m.r)
}

func total(pages []*page) string {
	var t metrics
	np, n := 0.0, 0.0
	var kf float64
	for _, p := range pages {
		if p.m.hasP {
			np++
			t.p += p.m.p
		}
		n++
		t.loss += p.m.loss
		t.r += p.m.r
		t.junkIn += p.m.junkIn
		t.junkOut += p.m.junkOut
		t.lost += p.m.lost
		t.body += p.m.body
		tp, fp, fn := 0.0, 0.0, 0.0
		for i, k := range p.kept {
			l := float64(p.end[i] - p.start[i])
			switch {
			case k && p.keep[i]:
				tp += l
			case k:
				fp += l
			case p.keep[i]:
				fn += l
			}
		}
		if tp > 0 {
			kf += 2 * tp / (2*tp + fp + fn)
		}
	}
	t.p /= np
	t.r /= n
	return fmt.Sprintf("n %3.0f  loss %.4f  F1 %.4f  P %.4f  R %.4f  junk %.4f  lost %.4f  keepF1 %.4f", n, t.loss/n, t.f1(), t.p, t.r, t.junkOut/t.junkIn, t.lost/t.body, kf/n)
}

func report(pages []*page, worst int) {
	groups := map[string][]*page{}
	for _, p := range pages {
		if p.kept == nil {
			continue
		}
		p.score()
		name := p.Variant
		if p.Set == "ftest-xx" {
			name = "other " + name
		}
		groups[name] = append(groups[name], p)
	}
	for _, name := range []string{"full", "lite", "other full", "other lite"} {
		if len(groups[name]) > 0 {
			fmt.Printf("%-10s %s\n", name, total(groups[name]))
		}
	}
	list := groups["full"]
	slices.SortFunc(list, func(a, b *page) int { return cmp.Compare(a.m.f1(), b.m.f1()) })
	for _, p := range list[:min(worst, len(list))] {
		fmt.Printf("== %s %s P %.3f R %.3f\n", p.ID, p.Variant, p.m.p, p.m.r)
		for i := range p.kept {
			if p.kept[i] != p.keep[i] && p.end[i]-p.start[i] > 25 {
				t := p.Text[p.start[i]:p.end[i]]
				c := "JUNK"
				if p.keep[i] {
					c = "LOST"
				}
				fmt.Printf("   %s %.2f %d/%d %.150s\n", c, p.prob[i], i, len(p.kept), strings.ReplaceAll(t, "\n", " "))
			}
		}
	}
}
