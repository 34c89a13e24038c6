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
// other, those of an update too. A text looks for larger ones under its
// rarest tokens, of which one at least must be shared, within the bounds of
// [join.nearest]: the smallest of the larger texts come first.
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
			for _, other := range list[j.firstBelow(list, size, least):] {
				if len(m.candidates) == maxCandidates {
					break
				}
				m.meet(other, rank)
			}
		}
		for _, c := range m.candidates {
			if pair, ok := j.lies(text, j.order[c], least); ok {
				m.found = append(m.found, pair)
			}
		}
		j.crowd(text, m)
		kept := m.found[:0]
		for _, pair := range m.found {
			if j.runsWithin(text, pair.a+pair.b-text, m) {
				pair.relation, _ = relate(m.accounts.get(pair.a), m.accounts.get(pair.b))
				if pair.relation != Update {
					pair.relation = Contains
				}
				kept = append(kept, pair)
			}
		}
		return kept
	})
}

// firstBelow returns where, in a list of ranks, the texts begin that are so
// large that sharing least shingles with one of size leaves them below the
// threshold.
func (j *join) firstBelow(list []uint32, size, least int) int {
	i, _ := slices.BinarySearchFunc(list, true, func(rank uint32, _ bool) int {
		return lessIf(!tooLarge(j.threshold, size, least, j.size(j.order[rank])))
	})
	return i
}

// tooLarge reports whether a text of size other is below the threshold even
// though least shingles of one of size are in it.
func tooLarge(threshold float64, size, least, other int) bool {
	return float64(least) < threshold*float64(size+other-least)
}

// lessIf is for a search for where less ends.
func lessIf(less bool) int {
	if less {
		return -1
	}
	return 1
}

// lies tells whether at least least shingles of a are in the larger b and
// the pair is none that pairs yields.
func (j *join) lies(a, b uint32, least int) (found, bool) {
	shared := overlap(j.tokens(a), j.tokens(b), least)
	similarity := float64(shared) / float64(j.size(a)+j.size(b)-shared)
	return found{a: min(a, b), b: max(a, b), similarity: similarity}, shared >= least && similarity < j.threshold
}

// runsWithin reports whether enough pairs of neighbouring words of a are in b.
func (j *join) runsWithin(a, b uint32, m *marks) bool {
	return lieRuns(m.runs.get(a), m.runs.get(b))
}

// lieRuns reports whether enough of the runs x are among y.
func lieRuns(x, y []uint64) bool {
	return float64(overlap(x, y, 0)) >= coverRuns*float64(len(x))
}
