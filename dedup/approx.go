package dedup

import (
	"context"
	"iter"
	"slices"
)

// fileBands writes the keys of the bands of the i-th text of a block.
func (j *join) fileBands(keys []uint32, i int, hashes []uint64) {
	if j.bands == 0 {
		return
	}
	band := i * j.bands
	for key := range sketchOf(hashes).Bands(j.threshold) {
		keys[band] = uint32(key)
		band++
	}
}

// bandKeys returns the keys of a text.
func (j *join) bandKeys(text uint32) []uint32 {
	i := int(text % blockSize)
	return j.sets[text/blockSize].keys[i*j.bands : (i+1)*j.bands]
}

// approximate yields the pairs at or above the threshold of which the sketches
// share a band, one band after the other.
func (j *join) approximate(ctx context.Context) iter.Seq[found] {
	return func(yield func(found) bool) {
		filed := make([]uint64, 0, len(j.order)) // the key of a band above the text
		for band := range j.bands {
			filed = filed[:0]
			for _, text := range j.order {
				filed = append(filed, uint64(j.bandKeys(text)[band])<<32|uint64(text))
			}
			slices.Sort(filed)
			more := true
			spans := sameBand(filed)
			ordered(ctx, j.options.workers(), len(spans), func() func(int) []found {
				m := j.newMarks()
				return func(n int) []found { return j.verifyAll(spans[n], band, m) }
			}, func(batch []found) bool {
				for _, pair := range batch {
					more = more && yield(pair)
				}
				return more
			})
			if !more || ctx.Err() != nil {
				return
			}
		}
	}
}

// sameBand cuts sorted keys into spans of many texts, none between two texts
// of one key.
func sameBand(filed []uint64) [][]uint64 {
	var spans [][]uint64
	for from := 0; from < len(filed); {
		to := min(from+8*blockSize, len(filed))
		for to < len(filed) && filed[to]>>32 == filed[to-1]>>32 {
			to++
		}
		spans = append(spans, filed[from:to])
		from = to
	}
	return spans
}

// verifyAll returns the pairs at or above the threshold among texts of one key,
// but for those that an earlier band has brought together and those that are
// further apart than the window.
func (j *join) verifyAll(filed []uint64, band int, m *marks) []found {
	var pairs []found
	for from := 0; from < len(filed); {
		to := from + 1
		for to < len(filed) && filed[to]>>32 == filed[from]>>32 {
			to++
		}
		for b := from + 1; b < to; b++ {
			first := from
			if j.window > 0 && b-from > j.window {
				first = b - j.window
				j.crowded[uint32(filed[b])] = true
			}
			for a := first; a < b; a++ {
				x, y := uint32(filed[a]), uint32(filed[b])
				if met(j.bandKeys(x)[:band], j.bandKeys(y)[:band]) {
					continue
				}
				if pair, ok := j.verify(x, y, m); ok {
					pairs = append(pairs, pair)
				}
			}
		}
		from = to
	}
	return pairs
}

// met reports whether two texts have a key in common.
func met(x, y []uint32) bool {
	for i := range x {
		if x[i] == y[i] {
			return true
		}
	}
	return false
}
