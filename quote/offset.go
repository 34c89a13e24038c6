package quote

import "sort"

// A Map relates the offsets of a text to those of the text that [Apply] made of
// it. What did not change maps byte for byte; a place inside a run that did maps
// to the start of the run. All methods take and return byte offsets from 0 to
// the length of the text and take O(log edits) time for each form. The zero Map
// relates a text to itself.
type Map struct {
	layers []layer // of the forms that changed something, in their order
}

// Source returns the offset in the source of the byte at offset i of the result.
func (m Map) Source(i int) int {
	for k := len(m.layers) - 1; k >= 0; k-- {
		i = m.layers[k].position(i, change.back)
	}
	return i
}

// Result returns the offset in the result of the byte at offset i of the source.
// A byte that was removed has the offset of what follows it.
func (m Map) Result(i int) int {
	for _, l := range m.layers {
		i = l.position(i, change.forth)
	}
	return i
}

// SourceSpan returns the part of the source that result[start:end] was made of,
// with what was removed at its ends. ResultSpan of it contains start, end.
func (m Map) SourceSpan(start, end int) (int, int) {
	for k := len(m.layers) - 1; k >= 0; k-- {
		start, end = m.layers[k].span(start, end, change.back)
	}
	return start, end
}

// ResultSpan returns the part of the result that source[start:end] has become,
// with what was added at its ends. SourceSpan of it contains start, end.
func (m Map) ResultSpan(start, end int) (int, int) {
	for _, l := range m.layers {
		start, end = l.span(start, end, change.forth)
	}
	return start, end
}

type span struct{ start, end int }

// A change is one edit with its place on both sides.
type change struct{ source, result span }

func (c change) forth() (from, to span) { return c.source, c.result }
func (c change) back() (from, to span)  { return c.result, c.source }

// A layer holds the changes of one form, in order.
type layer []change

// position maps the byte at i in the direction that way gives.
func (l layer) position(i int, way func(change) (from, to span)) int {
	n := sort.Search(len(l), func(k int) bool { from, _ := way(l[k]); return from.start > i })
	if n == 0 {
		return i
	}
	from, to := way(l[n-1])
	if i < from.end {
		return to.start
	}
	return to.end + i - from.end
}

// span maps start to the least and end to the greatest offset that belongs to it.
func (l layer) span(start, end int, way func(change) (from, to span)) (int, int) {
	return l.least(start, way), l.greatest(end, way)
}

// least maps the start of a span: before what was put in there.
func (l layer) least(i int, way func(change) (from, to span)) int {
	n := sort.Search(len(l), func(k int) bool {
		from, _ := way(l[k])
		return from.end > i || from.start == i
	})
	if n < len(l) {
		if from, to := way(l[n]); from.start <= i {
			return to.start
		}
	}
	if n == 0 {
		return i
	}
	from, to := way(l[n-1])
	return to.end + i - from.end
}

// greatest maps the end of a span: behind what was put in there.
func (l layer) greatest(i int, way func(change) (from, to span)) int {
	n := sort.Search(len(l), func(k int) bool {
		from, _ := way(l[k])
		return from.start > i || from.start == i && from.end > i
	})
	if n == 0 {
		return i
	}
	from, to := way(l[n-1])
	return to.end + max(0, i-from.end)
}
