package model

import "slices"

// survey finds each line's place on the page.
func (p *Page) survey() {
	n := p.n
	p.m = append(p.m, make([]Measure, margin)...)
	p.sentences()
	p.at = slices.Grow(p.at[:0], n+2*margin)[:n+2*margin]
	for i := range p.at {
		m := &p.m[i]
		p.at[i] = place{
			shape:       shapeOf(m, p.titled),
			length:      lengthBin(m.Words),
			outline:     outlineOf(m),
			size:        m.size(),
			hard:        flag(m.phrase(hard)),
			functionBin: bin4(float64(m.function)/float64(m.Words+1), .01, .15, .3, .45),
		}
	}
	p.mass = slices.Grow(p.mass[:0], n)[:n]
	p.left = slices.Grow(p.left[:0], n)[:n]
	p.right = slices.Grow(p.right[:0], n)[:n]
	p.total, p.goodN = 0, 0
	for i := range n {
		m := &p.m[i+margin]
		p.mass[i] = 0
		if m.good(p.foreign) {
			p.mass[i] = float64(min(m.Words, 60))
			p.goodN++
			p.total += p.mass[i]
		}
	}
	p.goodBin = bin5(int32(p.goodN), 1, 3, 7, 15, 30)
	p.linesBin = bin5(int32(n), 8, 20, 50, 120, 250)
	p.segment()
	p.vocabulary()
	p.repeats()
	p.density()
	p.runs()
	p.around()
}

// sentences finds what the page's longer sentences are like, whatever the
// language: which share of their words is capitalised, and whether there are
// known function words.
func (p *Page) sentences() {
	// As many as there are in some English, so that a few words are no measure.
	titled, long := int32(10), int32(50)
	var words, function int32
	for i := range p.n {
		m := &p.m[i+margin]
		if m.Words < 10 || !m.Ends.Sentence() {
			continue
		}
		words += m.Words
		function += m.function
		titled += min(m.Titled, 60)
		long += min(m.Titled+m.Small, 60)
	}
	p.titled = min(0.6, float64(titled)/float64(long))
	p.foreign = function*12 < words
}

const (
	window = 8 // lines on either side that the wide means look at
	near   = 3 // and the narrow one

	kinship = 6 // lines on either side among which those of its outline count for a line
)

// around measures what stands within a few lines.
func (p *Page) around() {
	p.tallies = slices.Grow(p.tallies[:0], p.n+1)[:p.n+1]
	var all tally
	for i := range p.n {
		p.tallies[i] = all
		m, a := &p.m[i+margin], &p.at[i+margin]
		all.words += min(m.Words, 60)
		all.sentences += int32(flag(m.Ends.Sentence()))
		all.copies += int32(flag(a.copies > 0))
		all.dates += int32(flag(a.shape == dateShape))
	}
	p.tallies[p.n] = all
	for i := range p.n {
		a := &p.at[i+margin]
		from, to := max(0, i-window), min(p.n, i+window+1)
		above, here, n := &p.tallies[from], &p.tallies[to], float32(to-from)
		a.meanWords = float32(here.words-above.words) / n
		a.sentences = float32(here.sentences-above.sentences) / n
		a.copiesNear = uint8(here.copies-above.copies) - flag(a.copies > 0)
		a.datesNear = uint8(here.dates-above.dates) - flag(a.shape == dateShape)
		from, to = max(0, i-near), min(p.n, i+near+1)
		a.meanNear = float32(p.tallies[to].words-p.tallies[from].words) / float32(to-from)
	}
	p.kin()
}

// A tally sums up the lines from the first of the page on.
type tally struct{ words, sentences, copies, dates int32 }

// kin counts the lines near each that have its outline.
func (p *Page) kin() {
	var count [outlines]uint8
	lines := p.at[margin : margin+p.n]
	for i := range lines[:min(kinship, len(lines))] {
		count[lines[i].outline]++
	}
	for i := range lines {
		if k := i + kinship; k < len(lines) {
			count[lines[k].outline]++
		}
		if k := i - kinship - 1; k >= 0 {
			count[lines[k].outline]--
		}
		lines[i].alike = count[lines[i].outline] - 1
	}
}

// density spreads the mass of good lines to their neighbourhood.
func (p *Page) density() {
	const fade = 0.75
	d := 0.0
	for i := range p.n {
		p.left[i] = d
		d = d*fade + p.mass[i]
	}
	d = 0
	p.maxD = 1
	for i := p.n - 1; i >= 0; i-- {
		p.right[i] = d
		d = d*fade + p.mass[i]
		p.maxD = max(p.maxD, p.left[i]+p.right[i])
	}
	sum := 0.0
	for i := range p.n {
		a := &p.at[i+margin]
		a.before = float32(sum / max(1, p.total))
		sum += p.mass[i]
		a.after = float32((p.total - sum) / max(1, p.total))
	}
}

// runs counts the lines since and until a good line, and the promos between.
func (p *Page) runs() {
	since, promos, all := 200, 0, 0
	for i := range p.n {
		a := &p.at[i+margin]
		a.sinceGood = uint8(since)
		a.promos = uint8(min(promos, 3))
		a.anyPromos = uint8(min(all, 100))
		if p.m[i+margin].phrase(hard) && p.m[i+margin].Words <= 25 {
			promos++
			all++
		}
		since = min(since+1, 200)
		if p.mass[i] > 0 {
			since, promos = 0, 0
		}
	}
	until := 200
	promos = 0
	for i := p.n - 1; i >= 0; i-- {
		p.at[i+margin].untilGood = uint8(until)
		p.at[i+margin].promosAhead = uint8(min(promos, 3))
		if p.m[i+margin].phrase(hard) && p.m[i+margin].Words <= 25 {
			promos++
		}
		until = min(until+1, 200)
		if p.mass[i] > 0 {
			until, promos = 0, 0
		}
	}
}

// The places that segment tells apart: none, six before, six after, the first
// line, the others.
const (
	segFirst  = 13
	segInside = 14
	segPlaces = 15
)

// inCore reports whether the line stands in the heaviest tight segment.
func (a *place) inCore() bool { return a.segTight >= segFirst }

// segment finds the stretch of lines with the most mass, once with a small and
// once with a large price for each line that adds none.
func (p *Page) segment() {
	for _, tight := range []bool{false, true} {
		price := 5.0
		if tight {
			price = 18
		}
		best, from, to := 0.0, 0, -1
		sum, begin := 0.0, 0
		for i := range p.n {
			v := p.mass[i]
			if v == 0 {
				v = -price - float64(min(p.m[i+margin].Words, 20))/2
			}
			if sum <= 0 {
				sum, begin = 0, i
			}
			sum += v
			if sum > best {
				best, from, to = sum, begin, i
			}
		}
		for i := range p.n {
			var s uint8
			switch {
			case to < 0:
				s = 0
			case i < from:
				s = 1 + bin5(int32(from-i), 2, 3, 5, 9, 17)
			case i > to:
				s = 7 + bin5(int32(i-to), 2, 3, 5, 9, 17)
			case i == from:
				s = segFirst
			default:
				s = segInside
			}
			if tight {
				p.at[i+margin].segTight = s
			} else {
				p.at[i+margin].seg = s
			}
		}
	}
}
