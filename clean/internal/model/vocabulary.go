package model

import "slices"

// A vocabEntry is a word and how many paragraphs hold it.
type vocabEntry struct {
	word  uint32
	count uint32
	last  int32
}

// A seenEntry is a line, by its hash, and how often the page has it.
type seenEntry struct {
	hash  uint32
	count int32
}

// vocabularySize bounds the table of words; words that come when half of it is
// in use are not known.
const vocabularySize = 1 << 18

// vocabulary finds how much of each line's words the page's paragraphs hold.
// Words that many of them hold say nothing of the topic and are counted apart.
func (p *Page) vocabulary() {
	size := 64
	for size < 2*len(p.scan.words) && size < vocabularySize {
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
		for _, w := range p.scan.words[m.firstW:m.lastW] {
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
		words := p.scan.words[m.firstW:m.lastW]
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
			a.knownBin = bin5(float64(a.known), .01, .15, .3, .5, .75)
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
