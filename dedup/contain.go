package dedup

import (
	"context"
	"iter"
	"slices"
)

const (
	// cover is the share of a text that must be found in another for the one
	// to lie in the other.
	cover = 0.8

	// coverSize is the least size of a set of shingles that may lie in
	// another. A few words lie in any long text.
	coverSize = 8

	// coverRuns is the share of a text's pairs of neighbouring words that must
	// be found too. The words of a sentence may all stand in a long article
	// that does not hold the sentence.
	coverRuns = 0.5
)

// contained yields the pairs below the threshold of which one text lies in the
// other, those of an update left out. A text looks for larger ones under its
// rarest tokens, of which one at least must be shared.
func (j *join) contained(ctx context.Context) iter.Seq[found] {
	if j.options.Approx {
		return func(func(found) bool) {} // sketches do not tell
	}
	return j.search(ctx, j.tokens, func(p *postings, rank uint32, m *marks) []found {
		text := j.order[rank]
		size := j.size(text)
		if size < coverSize {
			return nil
		}
		least := atLeast(cover * float64(size))
		for _, token := range prefix(j.tokens(text), size, least) {
			list := p.of(token)
			above, _ := slices.BinarySearch(list, rank+1)
			for _, other := range list[above:] {
				m.meet(other, rank)
			}
		}
		slices.Sort(m.candidates)
		for _, c := range m.candidates {
			if pair, ok := j.lies(text, j.order[c], least); ok {
				m.found = append(m.found, pair)
			}
		}
		return m.found
	})
}

// lies tells whether at least least shingles of a are in the larger b and
// the pair is none that pairs yields.
func (j *join) lies(a, b uint32, least int) (found, bool) {
	shared := overlap(j.tokens(a), j.tokens(b), least)
	similarity := float64(shared) / float64(j.size(a)+j.size(b)-shared)
	if shared < least || similarity >= j.threshold || !runsWithin(j.texts[a], j.texts[b], j.options.Fold) {
		return found{}, false
	}
	p := found{a: min(a, b), b: max(a, b), similarity: similarity, relation: Contains}
	if relation, _ := relate(j.texts[p.a], j.texts[p.b]); relation == Update {
		return found{}, false
	}
	return p, true
}

// runsWithin reports whether enough pairs of neighbouring words of a are in b.
func runsWithin(a, b string, fold Fold) bool {
	s := newShingler(Options{Words: 2, Fold: fold})
	runs, _ := s.set(nil, a)
	larger, _ := s.set(nil, b)
	return float64(overlap(runs, larger, 0)) >= coverRuns*float64(len(runs))
}
