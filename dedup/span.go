package dedup

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	leastWeight = 0.5  // what a passage of whole sentences weighs at least, for each word that it must have
	partWeight  = 0.6  // what another passage weighs at least
	unmatched   = 0.25 // what a word without partner takes from the weight
	leastShare  = 0.5  // the share of the longer side's words that must match
	mayOverlap  = 0.3  // the share of a passage that may lie in a weightier one
	lineWeight  = 2    // the least weight of a short paragraph
)

// A span is a passage in words.
type span struct {
	a0, a1, b0, b1 int
	matched, same  int // words that match, and of these the same words
	weight         float64
	sentences      bool // both sides begin and end with a sentence
}

func (s span) longer() int  { return max(s.a1-s.a0, s.b1-s.b0) }
func (s span) shorter() int { return min(s.a1-s.a0, s.b1-s.b0) }

func (s span) mirror() span {
	s.a0, s.a1, s.b0, s.b1 = s.b0, s.b1, s.a0, s.a1
	return s
}

// counts reports whether s is a passage by its words alone.
func (s span) counts(minWords int) bool {
	least := partWeight
	if s.sentences {
		least = leastWeight
	}
	return s.shorter() >= minWords && s.weight >= least*float64(minWords) &&
		float64(s.matched) >= leastShare*float64(s.longer())
}

// headline reports whether s is a whole paragraph of one side and the start of
// one on the other, word for word: a headline and the page's title.
func (s span) headline(a, b *prose) bool {
	if s.same != s.longer() || s.same != s.shorter() || s.same < gramWords {
		return false
	}
	sa, sb := a.sentences[a.words[s.a0].sentence], b.sentences[b.words[s.b0].sentence]
	return a.opensParagraph(s.a0) && b.opensParagraph(s.b0) &&
		(sa.paraEnd && sa.to == s.a1 || sb.paraEnd && sb.to == s.b1) &&
		min(a.lineWeight(s.a0, s.a1), b.lineWeight(s.b0, s.b1)) >= lineWeight
}

// resolve keeps, of the spans that overlap, the weightiest.
func resolve(a, b *prose, spans []span) []span {
	if len(spans) < 2 {
		return spans
	}
	slices.SortFunc(spans, func(s, t span) int {
		return cmp.Or(cmp.Compare(t.weight, s.weight), cmp.Compare(s.a0, t.a0), cmp.Compare(s.b0, t.b0),
			cmp.Compare(s.a1, t.a1), cmp.Compare(s.b1, t.b1))
	})
	takenA := make([]bool, len(a.words))
	takenB := takenA
	if a != b {
		takenB = make([]bool, len(b.words))
	}
	kept := spans[:0]
	for _, s := range spans {
		as, bs := takenA[s.a0:s.a1], takenB[s.b0:s.b1]
		if crowded(as) || crowded(bs) {
			continue
		}
		take(as)
		take(bs)
		kept = append(kept, s)
	}
	return kept
}

func crowded(taken []bool) bool {
	n := 0
	for _, t := range taken {
		if t {
			n++
		}
	}
	return float64(n) > mayOverlap*float64(len(taken))
}

func take(taken []bool) {
	for i := range taken {
		taken[i] = true
	}
}

// passage returns s in bytes. Where both sides begin or end with a sentence,
// its marks belong to the passage.
func (s span) passage(a, b *prose) Passage {
	p := Passage{
		AStart: int(a.words[s.a0].start), AEnd: int(a.words[s.a1-1].end),
		BStart: int(b.words[s.b0].start), BEnd: int(b.words[s.b1-1].end),
		Exact:      s.same == s.longer() && s.same == s.shorter(),
		Similarity: float64(s.same) / float64(s.longer()),
	}
	if a.begins(s.a0) && b.begins(s.b0) {
		p.AStart, p.BStart = a.startOf(s.a0), b.startOf(s.b0)
	}
	if a.ends(s.a0, s.a1) && b.ends(s.b0, s.b1) {
		p.AEnd, p.BEnd = a.endOf(s.a1), b.endOf(s.b1)
	}
	return p
}

// begins reports whether a sentence begins with word i.
func (p *prose) begins(i int) bool { return p.sentences[p.words[i].sentence].from == i }

// closes reports whether a sentence ends before word i.
func (p *prose) closes(i int) bool { return p.sentences[p.words[i-1].sentence].to == i }

// opensParagraph reports whether a paragraph begins with word i.
func (p *prose) opensParagraph(i int) bool {
	s := p.sentences[p.words[i].sentence]
	return s.paraStart && s.from == i
}

// ends reports whether a sentence ends before word i, and no quotation whose
// opening mark stands before word from, outside the passage.
func (p *prose) ends(from, i int) bool {
	last := p.words[i-1]
	if last.quote >= 0 && p.quotes[last.quote].from <= from && !p.begins(from) {
		return false
	}
	return p.closes(i)
}

// startOf returns where the sentence begins whose first word is i: its opening
// marks belong to it.
func (p *prose) startOf(i int) int {
	at, floor := int(p.words[i].start), 0
	if i > 0 {
		floor = int(p.words[i-1].end)
	}
	for at > floor {
		r, n := utf8.DecodeLastRuneInString(p.text[floor:at])
		if unicode.IsSpace(r) || strings.ContainsRune(".,;:!?)]}”»", r) {
			break
		}
		at -= n
	}
	return at
}

// endOf returns where the sentence ends that ends before word i: its stop and
// closing marks belong to it.
func (p *prose) endOf(i int) int {
	at, ceil := int(p.words[i-1].end), len(p.text)
	if i < len(p.words) {
		ceil = int(p.words[i].start)
	}
	for at < ceil {
		r, n := utf8.DecodeRuneInString(p.text[at:ceil])
		if unicode.IsSpace(r) {
			break
		}
		at += n
	}
	return at
}
