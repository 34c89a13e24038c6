package dedup

import (
	"cmp"
	"slices"
)

const (
	phraseWeight = 1.5 // the least weight of a quotation: two words that are not short
	maxPhrase    = 40  // words in a quotation that is looked for as a whole
	openPhrase   = 4   // words in a quotation that need not be whole on both sides
)

// lineWeight is what the words count in a short paragraph. A word that the
// text repeats counts in full up to four times.
func (p *prose) lineWeight(from, to int) float64 {
	sum := 0.0
	for _, w := range p.words[from:to] {
		sum += min(1, 2*float64(w.weight))
	}
	return sum
}

// indexLines lists the paragraphs of one sentence.
func (p *prose) indexLines() {
	p.lines = p.lines[:0]
	for n, s := range p.sentences {
		if !s.paraStart || !s.paraEnd || p.lineWeight(s.from, s.to) < lineWeight {
			continue
		}
		if key, ok := p.key(s.from, s.to); ok {
			p.lines = append(p.lines, gram{key, int32(n)})
		}
	}
	sortGrams(p.lines)
}

// lines returns the paragraphs of one sentence that stand in both texts, the
// first of each.
func lines(a, b *prose, sc scope) []span {
	var spans []span
	shareKeys(a.lines, b.lines, func(as, bs []gram) {
		if sc == withinOne {
			bs = bs[1:]
		}
		if len(bs) == 0 {
			return
		}
		s, t := a.sentences[as[0].pos], b.sentences[bs[0].pos]
		n := s.to - s.from
		if n != t.to-t.from {
			return
		}
		spans = append(spans, span{s.from, s.to, t.from, t.to, n, n, a.lineWeight(s.from, s.to), true})
	})
	return spans
}

// indexPhrases lists the pairs of neighbours inside quotations.
func (p *prose) indexPhrases() {
	p.phrases = p.phrases[:0]
	for _, q := range p.quotes {
		for i := q.from; i+2 <= q.to; i++ {
			if key, ok := p.key(i, i+2); ok {
				p.phrases = append(p.phrases, gram{key, int32(i)})
			}
		}
	}
	sortGrams(p.phrases)
}

// phrases returns the quotations of one text that stand inside quotations of
// the other, the first use in each.
func phrases(a, b *prose) []span {
	var spans []span
	shareKeys(a.phrases, b.phrases, func(as, bs []gram) {
		for _, g := range as[:min(len(as), maxTimes)] {
			for _, h := range bs[:min(len(bs), maxTimes)] {
				if s, ok := phraseAt(a, b, int(g.pos), int(h.pos)); ok {
					spans = append(spans, s)
				} else if s, ok := phraseAt(b, a, int(h.pos), int(g.pos)); ok {
					spans = append(spans, s.mirror())
				}
			}
		}
	})
	return firstUses(a, spans)
}

// phraseAt reports whether the quotation of a that begins with word i stands at
// word j of b.
func phraseAt(a, b *prose, i, j int) (span, bool) {
	q := a.quotes[a.words[i].quote]
	n := q.to - q.from
	r := b.quotes[b.words[j].quote]
	if q.from != i || n > maxPhrase || j+n > r.to || n < openPhrase && r != (quoted{j, j + n}) {
		return span{}, false
	}
	weight := 0.0
	for k := range n {
		w := a.words[i+k]
		if w.id == masked || w.id != b.words[j+k].id {
			return span{}, false
		}
		if w.short() {
			weight += 0.25
		} else {
			weight++
		}
	}
	return span{i, i + n, j, j + n, n, n, weight, false}, weight >= phraseWeight
}

// firstUses keeps of the spans with the same words the first.
func firstUses(a *prose, spans []span) []span {
	kept := spans[:0]
	seen := map[uint64]bool{}
	slices.SortFunc(spans, func(s, t span) int { return cmp.Or(cmp.Compare(s.a0, t.a0), cmp.Compare(s.b0, t.b0)) })
	for _, s := range spans {
		key, _ := a.key(s.a0, s.a1)
		if !seen[key] {
			seen[key] = true
			kept = append(kept, s)
		}
	}
	return kept
}
