package model

import "slices"

const margin = 3 // lines of nothing on either side, so that every line has neighbours

// A Page is the work space for one text; it is used again and again.
type Page struct {
	// After Decode, for each line: its log odds of being body, and the
	// features that weighed most against and for it.
	Odds []float64
	top  [][2]uint8

	// Bias is added to what speaks for each line, where it is not empty.
	Bias []float64

	page, plain Lattice
	match       matcher
	m           []Measure // margin lines, the page's lines, margin lines
	n           int
	words       []uint32
	vocab       []vocabEntry // open addressing: word -> long lines that hold it
	seen        []seenEntry  // line hash -> occurrences
	at          []place
	mass        []float64
	left        []float64
	right       []float64
	goodN       int
	foreign     bool // in a language whose function words are not known
	maxD        float64
	total       float64
}

// A place is where a line stands on its page.
type place struct {
	shape         uint8
	length        uint8
	size, hard    uint8
	knownBin      uint8
	functionBin   uint8
	copies        uint8   // further lines like it
	earlier       uint8   // of them before it
	known, common float32 // shares of its words that the long lines hold, that many of them hold
	before, after float32 // shares of the page's mass
	sinceGood     uint8   // lines since the last good line
	untilGood     uint8
	seg, segTight uint8 // place relative to the heaviest segment
	promos        uint8 // promo lines since the last good line
	anyPromos     uint8
	promosAhead   uint8
	meanWords     float32 // of the lines within window lines
	meanNear      float32 // of the lines within 3 lines
	sentences     float32 // share of lines within window that end sentences
}

type vocabEntry struct {
	word  uint32
	count uint32
	last  int32
}

type seenEntry struct {
	hash  uint32
	count int32
}

// measureAll measures each line of the text.
// Use sets the rules.
func (p *Page) Use(r *Rules) { p.match.rules = r }

func (p *Page) measureAll(text string, lines func(i int) (start, end int), n int) {
	p.n = n
	p.m = slices.Grow(p.m[:0], n+2*margin)[:n+2*margin]
	p.words = p.words[:0]
	for i := range margin {
		p.m[i] = Measure{}
		p.m[n+margin+i] = Measure{}
	}
	for i := range n {
		s, e := lines(i)
		m := &p.m[i+margin]
		p.words = measureLine(m, text[s:e], p.words)
		p.match.find(text[s:e], &m.Match)
	}
}

func (m *Measure) TitleShare() float64 {
	if m.Titled+m.Small == 0 {
		return 0.5
	}
	return float64(m.Titled) / float64(m.Titled+m.Small)
}

// Numbers of kinds that the model's features look at; the public package's
// kinds have the same numbers.
const (
	kByline    = 5
	kDate      = 6
	kCaption   = 7
	kCredit    = 8
	kSection   = 11
	kShare     = 12
	kSubscribe = 13
	kPromo     = 14
	kTeaser    = 15
	kAbout     = 16
	kComments  = 17
	kLegal     = 18
	kWidget    = 19
	Kinds      = 20
)

const (
	hard = 1<<kShare | 1<<kSubscribe | 1<<kComments | 1<<kLegal | 1<<kTeaser | 1<<kPromo | 1<<kWidget | 1<<kSection
	soft = 1<<kCredit | 1<<kAbout | 1<<kCaption
)

func (m *Measure) phrase(kinds uint32) bool {
	return (m.Match.mask[0]|m.Match.mask[1]|m.Match.mask[2])&kinds != 0
}

// good reports whether the line looks like a paragraph. A line of a foreign
// page, one in a language whose function words are not known, needs none.
func (m *Measure) good(foreign bool) bool {
	return m.Words >= 10 && (m.Ends == EndSentence || m.Ends == EndQuestion) && (foreign || m.function*8 >= m.Words) && (m.Words > 30 || !m.phrase(1<<kShare|1<<kSubscribe|1<<kLegal|1<<kComments|1<<kPromo))
}

func bin(v int, limits ...int) int {
	for i, l := range limits {
		if v < l {
			return i
		}
	}
	return len(limits)
}

func binf(v float64, limits ...float64) int {
	for i, l := range limits {
		if v < l {
			return i
		}
	}
	return len(limits)
}

const shapes = 14

// shapeOf sorts a line into one of the shapes that neighbours are told by.
func shapeOf(m *Measure) uint8 {
	sentence := m.Ends == EndSentence || m.Ends == EndQuestion
	switch {
	case m.Words == 0 && m.Bytes == 0:
		return 0
	case m.Words <= 8 && m.Month && m.Digits >= 1, m.Clock && m.Words <= 12:
		return 1 // date
	case m.Words <= 8 && m.phrase(1<<kByline):
		return 2
	case m.Words <= 25 && m.phrase(hard):
		return 3
	case m.Words <= 25 && m.phrase(soft):
		return 4
	case sentence && m.Words >= 25:
		return 5
	case sentence && m.Words >= 10:
		return 6
	case sentence:
		return 7
	case m.Words >= 25:
		return 8
	case m.Words >= 10:
		return 9
	case m.Words >= 5 && m.TitleShare() > 0.6:
		return 10
	case m.Words >= 5:
		return 11
	case m.Words >= 3:
		return 12
	}
	return 13
}

// survey finds each line's place on the page.
func (p *Page) survey() {
	n := p.n
	p.at = slices.Grow(p.at[:0], n+2*margin)[:n+2*margin]
	for i := range p.at {
		m := &p.m[i]
		p.at[i] = place{
			shape:       shapeOf(m),
			length:      uint8(bin(int(m.Words), 1, 2, 3, 5, 8, 12, 18, 27, 45)),
			size:        uint8(m.size()),
			hard:        uint8(flag(m.phrase(hard))),
			functionBin: uint8(binf(float64(m.function)/float64(m.Words+1), .01, .15, .3, .45)),
		}
	}
	p.mass = slices.Grow(p.mass[:0], n)[:n]
	p.left = slices.Grow(p.left[:0], n)[:n]
	p.right = slices.Grow(p.right[:0], n)[:n]
	p.total, p.goodN = 0, 0
	var words, function int32
	for i := range n {
		if m := &p.m[i+margin]; m.Words >= 10 && (m.Ends == EndSentence || m.Ends == EndQuestion) {
			words += m.Words
			function += m.function
		}
	}
	p.foreign = function*12 < words
	for i := range n {
		m := &p.m[i+margin]
		p.mass[i] = 0
		if m.good(p.foreign) {
			p.mass[i] = float64(min(m.Words, 60))
			p.goodN++
			p.total += p.mass[i]
		}
	}
	p.vocabulary()
	p.repeats()
	p.density()
	p.runs()
	p.segment()
	p.around()
}

const (
	window = 8 // lines on either side that the wide means look at
	near   = 3 // and the narrow one
)

// around measures what stands within a few lines.
func (p *Page) around() {
	wide, narrow, sentences := 0, 0, 0
	add := func(i, sign int) {
		if i < 0 || i >= p.n {
			return
		}
		m := &p.m[i+margin]
		wide += sign * int(min(m.Words, 60))
		if m.Ends.Sentence() {
			sentences += sign
		}
	}
	addNear := func(i, sign int) {
		if i >= 0 && i < p.n {
			narrow += sign * int(min(p.m[i+margin].Words, 60))
		}
	}
	for i := range window {
		add(i, 1)
	}
	for i := range near {
		addNear(i, 1)
	}
	for i := range p.n {
		add(i+window, 1)
		add(i-window-1, -1)
		addNear(i+near, 1)
		addNear(i-near-1, -1)
		n := float32(min(i+window, p.n-1) - max(i-window, 0) + 1)
		a := &p.at[i+margin]
		a.meanWords, a.sentences = float32(wide)/n, float32(sentences)/n
		a.meanNear = float32(narrow) / float32(min(i+near, p.n-1)-max(i-near, 0)+1)
	}
}

// vocabularySize bounds the table of words; words that come when half of it is
// in use are not known.
const vocabularySize = 1 << 18

// vocabulary finds how much of each line's words the page's paragraphs hold.
// Words that many of them hold say nothing of the topic and are counted apart.
func (p *Page) vocabulary() {
	size := 64
	for size < 2*len(p.words) && size < vocabularySize {
		size *= 2
	}
	p.vocab = slices.Grow(p.vocab[:0], size)[:size]
	clear(p.vocab)
	free := size / 2
	for i := range p.n {
		if p.mass[i] == 0 {
			continue
		}
		m := &p.m[i+margin]
		for _, w := range p.words[m.firstW:m.lastW] {
			e := p.find(w)
			switch {
			case e.count == 0 && free > 0:
				*e = vocabEntry{word: w, count: 1, last: int32(i)}
				free--
			case e.count > 0 && e.last != int32(i):
				e.count++
				e.last = int32(i)
			}
		}
	}
	many := uint32(max(3, p.goodN/4))
	for i := range p.n {
		own := uint32(flag(p.mass[i] > 0))
		m := &p.m[i+margin]
		var known, common float32
		words := p.words[m.firstW:m.lastW]
		for _, w := range words {
			switch c := p.find(w).count; {
			case c > many:
				common++
			case c > own:
				known++
			}
		}
		if n := float32(len(words)); n > 0 {
			a := &p.at[i+margin]
			a.known, a.common = known/max(1, n-common), common/n
			a.knownBin = uint8(binf(float64(a.known), .01, .15, .3, .5, .75))
		}
	}
}

// find returns the entry of a word, or the empty one where it would be.
func (p *Page) find(w uint32) *vocabEntry {
	last := uint32(len(p.vocab) - 1)
	for i := (w * 2654435761) & last; ; i = (i + 1) & last {
		if e := &p.vocab[i]; e.count == 0 || e.word == w {
			return e
		}
	}
}

// repeats counts lines that are alike.
func (p *Page) repeats() {
	size := 64
	for size < 2*p.n {
		size *= 2
	}
	p.seen = slices.Grow(p.seen[:0], size)[:size]
	clear(p.seen)
	find := func(h uint32) *seenEntry {
		for i := (h * 2654435761) & uint32(size-1); ; i = (i + 1) & uint32(size-1) {
			if e := &p.seen[i]; e.count == 0 || e.hash == h {
				return e
			}
		}
	}
	for i := range p.n {
		e := find(p.m[i+margin].hash)
		p.at[i+margin].earlier = uint8(min(e.count, 3))
		e.hash = p.m[i+margin].hash
		e.count++
	}
	for i := range p.n {
		p.at[i+margin].copies = uint8(min(find(p.m[i+margin].hash).count-1, 3))
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

const segPlaces = 15

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
			var s int
			switch {
			case to < 0:
				s = 0
			case i < from:
				s = 1 + bin(from-i, 2, 3, 5, 9, 17)
			case i > to:
				s = 7 + bin(i-to, 2, 3, 5, 9, 17)
			case i == from:
				s = 13
			default:
				s = 14
			}
			if tight {
				p.at[i+margin].segTight = uint8(s)
			} else {
				p.at[i+margin].seg = uint8(s)
			}
		}
	}
}
