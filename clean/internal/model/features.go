package model

import "math/bits"

// A feature sorts a line into one of its bins; each bin has weights.
type feature struct {
	name string
	bins int
	of   func(p *Page, i int) int // i counts from the margin
}

// own makes a feature of what a line says of itself.
func own(f func(m *Measure) int) func(p *Page, i int) int {
	return func(p *Page, i int) int { return f(&p.m[i]) }
}

// features are the dense ones, which every line is asked for, and then the
// phrase features.
var (
	dense    = len(denseFeatures())
	features = append(denseFeatures(), phraseFeatures()...)
)

// denseFeatures lists the features with many bins in use: first a line's own,
// then its place on the page, then its neighbours.
func denseFeatures() []feature {
	fs := []feature{
		{"bias", 1, func(p *Page, i int) int { return 0 }},
		{"length", 10, func(p *Page, i int) int { return int(p.at[i].length) }},
		{"bytes", 9, own(func(m *Measure) int { return min(8, bits.Len32(uint32(m.Bytes)>>2)) })},
		{"ends", int(endings) * 3, own(func(m *Measure) int { return int(m.Ends)*3 + m.size() })},
		{"starts", int(starts) * 3, own(func(m *Measure) int { return int(m.Starts)*3 + m.size() })},
		{"titleshare", 6 * 3, own(func(m *Measure) int {
			if m.Titled+m.Small < 2 {
				return m.size()
			}
			return 3*(1+binf(m.TitleShare(), .15, .35, .55, .8)) + m.size()
		})},
		{"caps", 5, own(func(m *Measure) int {
			if m.Letters == 0 {
				return 0
			}
			return 1 + binf(float64(m.upper)/float64(m.Letters), .03, .12, .5)
		})},
		{"function", 6 * 2, own(func(m *Measure) int {
			if m.Words == 0 {
				return 0
			}
			return 2*(1+binf(float64(m.function)/float64(m.Words), .01, .15, .3, .45)) + flag(m.Words >= 10)
		})},
		{"digits", 5, own(func(m *Measure) int {
			return binf(float64(m.Digits)/float64(m.Bytes+1), .001, .03, .1, .3)
		})},
		{"commas", 4, own(func(m *Measure) int { return bin(int(m.commas), 1, 2, 4) })},
		{"stops", 4, own(func(m *Measure) int { return bin(int(m.Stops), 1, 2, 4) })},
		{"quotes", 4, own(func(m *Measure) int { return bin(int(m.Quotes), 1, 2, 3) })},
		{"seps", 4, own(func(m *Measure) int { return bin(int(m.Seps), 1, 2, 4) })},
		{"you", 3 * 3, own(func(m *Measure) int { return bin(int(m.you), 1, 2)*3 + bin(int(m.Words), 10, 30) })},
		{"said", 2, own(func(m *Measure) int { return flag(m.Said > 0) })},
		{"date", 4 * 2, own(func(m *Measure) int { return (flag(m.Month)+2*flag(m.Clock))*2 + flag(m.Words > 10) })},
		{"url", 2, own(func(m *Measure) int { return flag(m.url) })},
		{"wordlength", 6, own(func(m *Measure) int {
			if m.Words == 0 {
				return 0
			}
			return 1 + binf(float64(m.Letters)/float64(m.Words), 3.5, 4.3, 5.2, 6.5)
		})},
		{"phrasecount", 4 * 3, own(func(m *Measure) int {
			return min(3, bits.OnesCount32((m.Match.mask[0]|m.Match.mask[1]|m.Match.mask[2])&hard))*3 + bin(int(m.Words), 8, 25)
		})},
		{"copies", 4 * 3, func(p *Page, i int) int { return int(p.at[i].copies)*3 + int(p.at[i].size) }},
		{"earlier", 4, func(p *Page, i int) int { return int(p.at[i].earlier) }},
		{"known", 6 * 3, func(p *Page, i int) int {
			return int(p.at[i].knownBin)*3 + int(p.at[i].size)
		}},
		{"common", 5 * 3, func(p *Page, i int) int {
			return binf(float64(p.at[i].common), .01, .1, .25, .4)*3 + int(p.at[i].size)
		}},
		{"place", 8, func(p *Page, i int) int { return (i - margin) * 8 / p.n }},
		{"first", 6, func(p *Page, i int) int { return bin(i-margin, 1, 2, 4, 8, 16) }},
		{"last", 6, func(p *Page, i int) int { return bin(p.n-1-(i-margin), 1, 2, 4, 8, 16) }},
		{"lines", 6, func(p *Page, i int) int { return bin(p.n, 8, 20, 50, 120, 250) }},
		{"before", 8, func(p *Page, i int) int { return binf(float64(p.at[i].before), 1e-9, .03, .1, .3, .7, .9, .98) }},
		{"after", 8, func(p *Page, i int) int { return binf(float64(p.at[i].after), 1e-9, .03, .1, .3, .7, .9, .98) }},
		{"seg", segPlaces, func(p *Page, i int) int { return int(p.at[i].seg) }},
		{"segtight", segPlaces, func(p *Page, i int) int { return int(p.at[i].segTight) }},
		{"seg×shape", segPlaces * shapes, func(p *Page, i int) int { return int(p.at[i].seg)*shapes + int(p.at[i].shape) }},
		{"density", 49, func(p *Page, i int) int {
			return 7*densBin(p.left[i-margin]) + densBin(p.right[i-margin])
		}},
		{"density/best", 6 * 3, func(p *Page, i int) int {
			return binf((p.left[i-margin]+p.right[i-margin])/p.maxD, .01, .1, .25, .5, .75)*3 + int(p.at[i].size)
		}},
		{"since×until", 49, func(p *Page, i int) int {
			return 7*gapBin(p.at[i].sinceGood) + gapBin(p.at[i].untilGood)
		}},
		{"since×length", 70, func(p *Page, i int) int { return 10*gapBin(p.at[i].sinceGood) + int(p.at[i].length) }},
		{"until×length", 70, func(p *Page, i int) int { return 10*gapBin(p.at[i].untilGood) + int(p.at[i].length) }},
		{"promos", 16, func(p *Page, i int) int { return 4*int(p.at[i].promos) + int(p.at[i].promosAhead) }},
		{"promosall", 5, func(p *Page, i int) int { return bin(int(p.at[i].anyPromos), 1, 3, 8, 20) }},
		{"shape", shapes, func(p *Page, i int) int { return int(p.at[i].shape) }},
		{"shape-3", shapes, func(p *Page, i int) int { return int(p.at[i-3].shape) }},
		{"shape-2", shapes, func(p *Page, i int) int { return int(p.at[i-2].shape) }},
		{"shape-1", shapes, func(p *Page, i int) int { return int(p.at[i-1].shape) }},
		{"shape+1", shapes, func(p *Page, i int) int { return int(p.at[i+1].shape) }},
		{"shape+2", shapes, func(p *Page, i int) int { return int(p.at[i+2].shape) }},
		{"shape+3", shapes, func(p *Page, i int) int { return int(p.at[i+3].shape) }},
		{"shape-1,0", shapes * shapes, func(p *Page, i int) int { return int(p.at[i-1].shape)*shapes + int(p.at[i].shape) }},
		{"shape0,+1", shapes * shapes, func(p *Page, i int) int { return int(p.at[i].shape)*shapes + int(p.at[i+1].shape) }},
		{"shape-1,+1", shapes * shapes, func(p *Page, i int) int { return int(p.at[i-1].shape)*shapes + int(p.at[i+1].shape) }},
		{"meanwords", 24, func(p *Page, i int) int {
			return binf(float64(p.at[i].meanWords), 2, 4, 7, 11, 16, 24, 34)*3 + int(p.at[i].size)
		}},
		{"meannear", 24, func(p *Page, i int) int {
			return binf(float64(p.at[i].meanNear), 2, 4, 7, 11, 16, 24, 34)*3 + int(p.at[i].size)
		}},
		{"sentences", 18, func(p *Page, i int) int {
			return binf(float64(p.at[i].sentences), .05, .15, .3, .5, .75)*3 + int(p.at[i].size)
		}},
		{"goodpage", 6, func(p *Page, i int) int { return bin(p.goodN, 1, 3, 7, 15, 30) }},
	}
	for _, d := range []int{-2, -1, 1, 2} {
		fs = append(fs,
			feature{"known" + sign(d), 6, func(p *Page, i int) int { return int(p.at[i+d].knownBin) }},
			feature{"length" + sign(d), 10, func(p *Page, i int) int { return int(p.at[i+d].length) }},
			feature{"function" + sign(d), 5, func(p *Page, i int) int { return int(p.at[i+d].functionBin) }},
			feature{"hard" + sign(d), 2, func(p *Page, i int) int { return int(p.at[i+d].hard) }},
			feature{"copies" + sign(d), 2, func(p *Page, i int) int { return flag(p.at[i+d].copies > 0) }},
			feature{"ends" + sign(d), int(endings), func(p *Page, i int) int { return int(p.m[i+d].Ends) }},
		)
	}
	return fs
}

// phraseFeatures are features that have bin 0 on every line without a phrase.
func phraseFeatures() []feature {
	var fs []feature
	for k := kByline; k < Kinds; k++ {
		if KindNames[k] == "pagetitle" || KindNames[k] == "sitename" {
			continue // no rule names them
		}
		fs = append(fs, feature{"phrase:" + KindNames[k], 9, own(func(m *Measure) int {
			for w := whole; ; w-- {
				if m.Match.mask[w]>>k&1 != 0 {
					return 2*int(w) + 1 + flag(m.Words >= 12)
				}
				if w == in {
					return 0
				}
			}
		})})
	}
	return fs
}

// sign names the neighbour d lines away.
func sign(d int) string {
	return [...]string{"-2", "-1", "", "+1", "+2"}[d+2]
}

// Rows is the number of rows that a model has: a bin of a feature each.
func Rows() int {
	n := 0
	for _, f := range features {
		n += f.bins
	}
	return n
}

// Features is the number of rows that each line has.
func Features() int { return len(features) }

// Rows returns the page's rows in the model, Features of them for each line.
func (p *Page) Rows(text string, lines func(i int) (start, end int), n int) []int32 {
	p.measureAll(text, lines, n)
	p.survey()
	rows := make([]int32, 0, n*len(features))
	for i := range n {
		base := 0
		for k := range features {
			rows = append(rows, int32(base+features[k].of(p, i+margin)))
			base += features[k].bins
		}
	}
	return rows
}

// Judge returns the log odds of lines of which only the rows are known.
func (m *Model) Judge(rows []int32) []float64 {
	var p Page
	n := len(rows) / len(features)
	p.page.Reset(n)
	p.plain.Reset(n)
	p.Odds = make([]float64, n)
	for i := range n {
		var sum [Columns]float32
		for _, r := range rows[i*len(features) : (i+1)*len(features)] {
			for c, v := range m.W[r] {
				sum[c] += v
			}
		}
		p.emit(i, &sum, 0)
	}
	p.average(m)
	return p.Odds
}
