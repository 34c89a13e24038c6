package dedup

import (
	"context"
	"iter"
	"slices"
)

// fileBands writes the keys of the bands of the i-th text of b, those of one
// band side by side.
func (j *join) fileBands(b *block, i int, hashes []uint64) {
	if j.bands == 0 {
		return
	}
	at := i
	for key := range sketchOf(hashes).Bands(j.threshold) {
		b.keys[at] = uint32(key)
		at += len(b.ends)
	}
}

// bandKey returns the key of a text in a band.
func (j *join) bandKey(text uint32, band int) uint32 {
	b := &j.sets[text/blockSize]
	return b.keys[band*len(b.ends)+int(text%blockSize)]
}

// approximate yields the pairs at or above the threshold of which the sketches
// share a band, one band after the other.
func (j *join) approximate(ctx context.Context) iter.Seq[found] {
	return func(yield func(found) bool) {
		if ctx.Err() != nil {
			return
		}
		keys := make([]uint64, len(j.texts))
		seen := newSieve(len(j.texts))
		for band := range j.bands {
			spans := sameBand(j.filed(band, keys, seen))
			more := true
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

// filed returns the texts that may share their key of a band with others, each
// below its key, sorted. It uses keys and seen.
func (j *join) filed(band int, keys []uint64, seen sieve) []uint64 {
	clear(seen)
	keys = keys[:0]
	for i := range j.sets {
		b := &j.sets[i]
		for _, key := range b.keys[band*len(b.ends) : (band+1)*len(b.ends)] {
			keys = append(keys, uint64(key))
		}
	}
	seen.add(keys)
	n := 0
	for text, key := range keys {
		keys[n] = key<<32 | uint64(text)
		if seen.twice(key) && j.size(uint32(text)) > 0 {
			n++
		}
	}
	slices.Sort(keys[:n])
	return keys[:n]
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
				if j.met(x, y, band) {
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

// met reports whether two texts have a key in common in a band before this one.
func (j *join) met(x, y uint32, band int) bool {
	for before := range band {
		if j.bandKey(x, before) == j.bandKey(y, before) {
			return true
		}
	}
	return false
}
