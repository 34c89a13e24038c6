package dedup

import (
	"cmp"
	"context"
	"iter"
	"slices"
)

// What Clusters looks at for one text, at most, so that a flood of texts that
// are all nearly equal costs linear time.
const (
	// maxCandidates is the number of texts whose shared shingles are counted.
	maxCandidates = 128

	// maxCompared is the number of texts whose facts are compared.
	maxCompared = 8
)

// nearest yields the pairs at or above the threshold, but for each text no more
// than maxCompared with smaller ones: the most similar, and of those that are
// as similar the ones that share the rarest shingle, then the nearest in order.
// It looks at maxCandidates, again those first that share the rarest, as copies
// and edits do: of a thousand reports on one template the one with the same
// figures. A text that has more is marked as crowded. Time is linear in the
// texts.
func (j *join) nearest(ctx context.Context) iter.Seq[found] {
	return j.search(ctx, j.indexed, func(p *postings, rank uint32, m *marks) []found {
		text := j.order[rank]
		least := j.firstOf(atLeast(j.threshold * float64(j.size(text))))
		for _, token := range j.probed(text) {
			list := p.of(token)
			below, _ := slices.BinarySearch(list, rank)
			for i := below - 1; i >= 0 && len(m.candidates) < maxCandidates && list[i] >= least; i-- {
				m.meet(list[i], rank)
			}
		}
		for _, c := range m.candidates {
			if pair, ok := j.similar(text, j.order[c]); ok {
				m.found = append(m.found, pair)
			}
		}
		slices.SortStableFunc(m.found, func(p, q found) int { return cmp.Compare(q.similarity, p.similarity) })
		j.crowd(text, m)
		for i := range m.found {
			j.judge(&m.found[i], m)
			m.found[i].facts = nil
		}
		return m.found
	})
}

// crowd leaves a text no more than maxCompared of the pairs found for it.
func (j *join) crowd(text uint32, m *marks) {
	if len(m.found) > maxCompared {
		j.crowded[text] = true
		m.found = m.found[:maxCompared]
	}
}

// A memory keeps what was read of texts that were compared lately: in a flood
// the same ones come again and again.
type memory[T any] struct {
	of   func(text uint32) T
	kept [2 * maxCandidates]struct {
		text  uint32 // plus one
		value T
	}
}

func (m *memory[T]) get(text uint32) T {
	slot := &m.kept[text%uint32(len(m.kept))]
	if slot.text != text+1 {
		slot.text, slot.value = text+1, m.of(text)
	}
	return slot.value
}
