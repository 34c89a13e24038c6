package dedup

import "slices"

// A Change is a stretch in which two texts differ. Either side may be empty.
type Change struct {
	AStart, AEnd int // a[AStart:AEnd] has become b[BStart:BEnd], in whole words
	BStart, BEnd int
}

// Diff returns the fewest changes of words that make b of a, in order, so that
// a report can print a passage with what was edited in it: between two
// changes both texts have the same words. Words are compared under [Full]:
// case, punctuation and quotation marks are no change. Texts with the same
// words have none.
//
// Texts that differ by more than a thousand words get one change, from the first
// word that differs to the last. The time is linear in the texts times the number of
// words that differ.
func Diff(a, b string) []Change {
	as, bs := Full.words(nil, a), Full.words(nil, b)
	first := 0
	for first < min(len(as), len(bs)) && as[first].hash == bs[first].hash {
		first++
	}
	last := 0
	for last < min(len(as), len(bs))-first && as[len(as)-1-last].hash == bs[len(bs)-1-last].hash {
		last++
	}
	var changes []Change
	for _, e := range edits(as[first:len(as)-last], bs[first:len(bs)-last]) {
		c := Change{}
		c.AStart, c.AEnd = stretch(as, first+e.a0, first+e.a1, len(a))
		c.BStart, c.BEnd = stretch(bs, first+e.b0, first+e.b1, len(b))
		changes = append(changes, c)
	}
	return changes
}

// stretch returns the bytes of the words from up to to; those of no word lie
// where the next begins, or at the end of the text.
func stretch(words []word, from, to, end int) (int, int) {
	switch {
	case from < to:
		return words[from].start, words[to-1].end
	case from < len(words):
		return words[from].start, words[from].start
	}
	return end, end
}

// maxEdits is the number of words put in and left out up to which edits looks
// for the fewest.
const maxEdits = 1000

// An edit says that the words a0 up to a1 have become b0 up to b1.
type edit struct{ a0, a1, b0, b1 int }

// edits returns the fewest edits (Myers 1986).
func edits(as, bs []word) []edit {
	if len(as) == 0 && len(bs) == 0 {
		return nil
	}
	// far[d][k+d] is how far into as one gets with d edits on the diagonal k
	// = place in as - place in bs.
	var far [][]int32
	for d := 0; d <= maxEdits; d++ {
		row := make([]int32, 2*d+1)
		for k := -d; k <= d; k += 2 {
			x := 0
			if d > 0 {
				x = int(advance(far[d-1], d-1, k))
			}
			y := x - k
			for x < len(as) && y < len(bs) && y >= 0 && as[x].hash == bs[y].hash {
				x, y = x+1, y+1
			}
			row[k+d] = int32(x)
			if x >= len(as) && y >= len(bs) {
				return trace(far, d, len(as), len(bs))
			}
		}
		far = append(far, row)
	}
	return []edit{{0, len(as), 0, len(bs)}}
}

// advance returns where diagonal k is entered from a row of d edits: by a word
// of b put in, or by a word of a left out.
func advance(row []int32, d, k int) int32 {
	in, out := int32(-1), int32(-1)
	if k+1 <= d {
		in = row[k+1+d]
	}
	if k-1 >= -d {
		out = row[k-1+d] + 1
	}
	return max(in, out)
}

// trace walks the rows back from the ends of both texts, d edits away.
func trace(far [][]int32, d, x, y int) []edit {
	var es []edit
	for ; d > 0; d-- {
		k, row := x-y, far[d-1]
		entered := int(advance(row, d-1, k))
		e := edit{entered, entered, entered - k, entered - k}
		if k-1 >= -(d-1) && int(row[k-1+d-1])+1 == entered {
			e.a0--
		} else {
			e.b0--
		}
		if n := len(es); n > 0 && es[n-1].a0 == e.a1 && es[n-1].b0 == e.b1 {
			es[n-1].a0, es[n-1].b0 = e.a0, e.b0
		} else {
			es = append(es, e)
		}
		x, y = e.a0, e.b0
	}
	slices.Reverse(es)
	return es
}
