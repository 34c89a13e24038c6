package model

import "math/bits"

// A feature sorts a line into one of its bins; each bin has weights.
type feature struct {
	name string
	bins int
	of   func(p *Page, i int) int // i counts from the margin
}

func own(f func(m *measure) int) func(p *Page, i int) int {
	return func(p *Page, i int) int { return f(&p.m[i]) }
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

var features = makeFeatures()

func makeFeatures() []feature {
	fs := []feature{
		{"bias", 1, func(p *Page, i int) int { return 0 }},
		{"length", 10, func(p *Page, i int) int { return int(p.at[i].length) }},
		{"bytes", 9, own(func(m *measure) int { return min(8, bits.Len32(uint32(m.bytes)>>2)) })},
		{"ends", int(endings) * 3, own(func(m *measure) int { return int(m.ends)*3 + bin(int(m.words), 6, 14) })},
		{"starts", int(starts) * 3, own(func(m *measure) int { return int(m.starts)*3 + bin(int(m.words), 6, 14) })},
		{"titleshare", 6 * 3, own(func(m *measure) int {
			if m.titled+m.small < 2 {
				return bin(int(m.words), 6, 14)
			}
			return 3*(1+binf(m.titleShare(), .15, .35, .55, .8)) + bin(int(m.words), 6, 14)
		})},
		{"caps", 5, own(func(m *measure) int {
			if m.letters == 0 {
				return 0
			}
			return 1 + binf(float64(m.upper)/float64(m.letters), .03, .12, .5)
		})},
		{"function", 6 * 2, own(func(m *measure) int {
			if m.words == 0 {
				return 0
			}
			return 2*(1+binf(float64(m.function)/float64(m.words), .01, .15, .3, .45)) + flag(m.words >= 10)
		})},
		{"digits", 5, own(func(m *measure) int {
			return binf(float64(m.digits)/float64(m.bytes+1), .001, .03, .1, .3)
		})},
		{"commas", 4, own(func(m *measure) int { return bin(int(m.commas), 1, 2, 4) })},
		{"stops", 4, own(func(m *measure) int { return bin(int(m.stops), 1, 2, 4) })},
		{"quotes", 4, own(func(m *measure) int { return bin(int(m.quotes), 1, 2, 3) })},
		{"seps", 4, own(func(m *measure) int { return bin(int(m.seps), 1, 2, 4) })},
		{"you", 3 * 3, own(func(m *measure) int { return bin(int(m.you), 1, 2)*3 + bin(int(m.words), 10, 30) })},
		{"said", 2, own(func(m *measure) int { return flag(m.said > 0) })},
		{"date", 4 * 2, own(func(m *measure) int { return (flag(m.month)+2*flag(m.clock))*2 + flag(m.words > 10) })},
		{"url", 2, own(func(m *measure) int { return flag(m.url) })},
		{"wordlength", 6, own(func(m *measure) int {
			if m.words == 0 {
				return 0
			}
			return 1 + binf(float64(m.letters)/float64(m.words), 3.5, 4.3, 5.2, 6.5)
		})},
		{"phrasecount", 4 * 3, own(func(m *measure) int {
			return min(3, bits.OnesCount32(uint32(m.phrases&hard)))*3 + bin(int(m.words), 8, 25)
		})},
		{"copies", 4 * 3, func(p *Page, i int) int { return int(p.at[i].copies)*3 + bin(int(p.m[i].words), 6, 14) }},
		{"earlier", 4, func(p *Page, i int) int { return int(p.at[i].earlier) }},
		{"known", 6 * 3, func(p *Page, i int) int {
			return binf(float64(p.at[i].known), .01, .15, .3, .5, .75)*3 + bin(int(p.m[i].words), 6, 14)
		}},
		{"common", 5 * 3, func(p *Page, i int) int {
			return binf(float64(p.at[i].common), .01, .1, .25, .4)*3 + bin(int(p.m[i].words), 6, 14)
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
			return binf((p.left[i-margin]+p.right[i-margin])/p.maxD, .01, .1, .25, .5, .75)*3 + bin(int(p.m[i].words), 6, 14)
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
		{"goodpage", 6, func(p *Page, i int) int { return bin(p.goodN, 1, 3, 7, 15, 30) }},
	}
	for c := range Classes {
		fs = append(fs, feature{"phrase" + string(rune('A'+c)), 4, own(func(m *measure) int {
			if m.phrases>>c&1 == 0 {
				return 0
			}
			return 1 + bin(int(m.words), 6, 20)
		})})
	}
	for _, d := range []int{-2, -1, 1, 2} {
		fs = append(fs,
			feature{"known" + sign(d), 6, func(p *Page, i int) int { return binf(float64(p.at[i+d].known), .01, .15, .3, .5, .75) }},
			feature{"length" + sign(d), 10, func(p *Page, i int) int { return int(p.at[i+d].length) }},
			feature{"function" + sign(d), 5, func(p *Page, i int) int {
				m := &p.m[i+d]
				return binf(float64(m.function)/float64(m.words+1), .01, .15, .3, .45)
			}},
			feature{"hard" + sign(d), 2, func(p *Page, i int) int { return flag(p.m[i+d].phrases&hard != 0) }},
			feature{"copies" + sign(d), 2, func(p *Page, i int) int { return flag(p.at[i+d].copies > 0) }},
			feature{"ends" + sign(d), int(endings), func(p *Page, i int) int { return int(p.m[i+d].ends) }},
		)
	}
	return fs
}

func sign(d int) string {
	return [...]string{"-2", "-1", "", "+1", "+2"}[d+2]
}

func densBin(v float64) int { return binf(v, 1, 8, 20, 45, 80, 140) }
func gapBin(v uint8) int    { return bin(int(v), 1, 2, 3, 5, 9, 20) }

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

// Extract returns the page's rows, Features() for each line.
func (p *Page) Extract(text string, lines func(i int) (start, end int), n int) []int32 {
	p.measureAll(text, lines, n)
	p.survey()
	x := make([]int32, 0, n*len(features))
	for i := range n {
		base := 0
		for k := range features {
			f := &features[k]
			b := f.of(p, i+margin)
			if b < 0 || b >= f.bins {
				panic(f.name)
			}
			x = append(x, int32(base+b))
			base += f.bins
		}
	}
	return x
}
