package model

import (
	"math"
	"slices"
)

// A vocabSlot says where in the vocabulary a word stands; 0: the slot is free.
type vocabSlot struct{ word, place uint32 }

// A vocabEntry says of a word how many paragraphs hold it, how many of those in
// the heaviest segment, and which is the last of them.
type vocabEntry struct {
	count uint16
	core  uint16
	last  uint16
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
	p.learn()
	many := uint16(max(3, p.goodN/4))
	for i := range p.n {
		m := &p.m[i+margin]
		words := p.scan.words[m.firstW:m.lastW]
		if len(words) == 0 {
			continue
		}
		paragraph := p.mass[i] > 0
		own, ownCore := uint16(flag(paragraph)), uint16(flag(paragraph && p.at[i+margin].inCore()))
		var known, core, common int32
		for _, w := range words {
			if !paragraph {
				w = p.slot(w).place
			}
			e := &p.vocab[w]
			often := flag(e.count > many)
			common += int32(often)
			known += int32(flag(e.count > own))
			core += int32(flag(e.core > ownCore) &^ often)
		}
		known -= common
		n, a := float32(len(words)), &p.at[i+margin]
		a.known, a.common = float32(known)/max(1, n-float32(common)), float32(common)/n
		a.coreBin = bin5(float64(core)/float64(max(1, n-float32(common))), .01, .1, .2, .35, .6)
		a.knownBin = bin5(float64(a.known), .01, .15, .3, .5, .75)
	}
}

// learn makes the vocabulary of the page's paragraphs and puts for each of
// their words its place there.
func (p *Page) learn() {
	n, size := 0, 64
	for i := range p.n {
		if m := &p.m[i+margin]; p.mass[i] > 0 {
			n += int(m.lastW - m.firstW)
		}
	}
	for size < 2*n && size < vocabularySize {
		size *= 2
	}
	p.slots = slices.Grow(p.slots[:0], size)[:size]
	clear(p.slots)
	p.vocab = append(p.vocab[:0], vocabEntry{})
	for i := range p.n {
		if p.mass[i] == 0 {
			continue
		}
		m := &p.m[i+margin]
		core := uint16(flag(p.at[i+margin].inCore()))
		words := p.scan.words[m.firstW:m.lastW]
		for k, w := range words {
			slot := p.slot(w)
			if slot.place == 0 && len(p.vocab) <= size/2 {
				*slot = vocabSlot{w, uint32(len(p.vocab))}
				p.vocab = append(p.vocab, vocabEntry{last: noLine})
			}
			words[k] = slot.place
			if e := &p.vocab[slot.place]; slot.place != 0 && e.last != uint16(i) {
				e.count++
				e.core += core
				e.last = uint16(i)
			}
		}
	}
}

// noLine is the number of no line of a page.
const noLine = math.MaxUint16

// slot returns the slot of a word, or the free one where it would be.
func (p *Page) slot(w uint32) *vocabSlot {
	last := uint32(len(p.slots) - 1)
	for i := (w * 2654435761) & last; ; i = (i + 1) & last {
		if s := &p.slots[i]; s.place == 0 || s.word == w {
			return s
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
