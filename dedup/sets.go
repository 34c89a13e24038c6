package dedup

import (
	"context"
	"math/bits"
	"slices"
	"sync/atomic"
)

// A block holds the sets of shingles of neighbouring texts.
type block struct {
	tokens []uint64 // shingles seen more than once, rarest first within a text
	ends   []uint32 // where the tokens of each text end
	sizes  []uint32 // the number of shingles of each text, all counted
	keys   []uint32 // with Approx: the keys of the texts in the first band, in the second, ...
}

func (j *join) tokens(text uint32) []uint64 {
	b := &j.sets[text/blockSize]
	i, from := text%blockSize, uint32(0)
	if i > 0 {
		from = b.ends[i-1]
	}
	return b.tokens[from:b.ends[i]]
}

func (j *join) size(text uint32) int {
	return int(j.sets[text/blockSize].sizes[text%blockSize])
}

// keepBytes is the length of texts up to which sift keeps the hashes of their
// shingles for count, in as much memory again and half more. More texts are
// read twice.
const keepBytes = 64 << 20

// A reading holds the hashes of the shingles of the texts of one block.
type reading struct {
	hashes []uint64
	ends   []uint32 // where the hashes of each text end
}

// read reads texts. One of fewer than minWords words has no shingles.
func (r *reading) read(s *shingler, texts []string, minWords int) {
	r.hashes, r.ends = r.hashes[:0], r.ends[:0]
	for _, text := range texts {
		from, words := len(r.hashes), 0
		r.hashes, words = s.hashes(r.hashes, text)
		if words < minWords {
			r.hashes = r.hashes[:from]
		}
		r.ends = append(r.ends, uint32(len(r.hashes)))
	}
}

// block returns the texts of the n-th block.
func (j *join) block(n int) []string {
	return j.texts[n*blockSize : min((n+1)*blockSize, len(j.texts))]
}

// sieve returns which shingles may occur more than once, how often those do at
// most, and what was read where that is not too much.
func (j *join) sieve(ctx context.Context) (seen sieve, most int, kept []reading) {
	bytes := 0
	for _, text := range j.texts {
		bytes += len(text)
	}
	seen = newSieve(bytes / 6)
	if bytes <= keepBytes {
		kept = make([]reading, blocks(len(j.texts)))
	}
	add := seen.addShared
	if j.options.workers() == 1 {
		add = seen.add
	}
	var again atomic.Int64
	parallel(ctx, j.options.workers(), blocks(len(j.texts)), func() func(int) {
		s, r := newShingler(j.options), reading{}
		return func(n int) {
			r.read(s, j.block(n), j.options.MinWords)
			again.Add(int64(add(r.hashes)))
			if kept != nil {
				kept[n] = reading{slices.Clone(r.hashes), slices.Clone(r.ends)}
			}
		}
	})
	return seen, 2 * int(again.Load()), kept
}

// A tally counts how often shingles occur. Where two share a counter, both
// look more frequent, which costs time but changes no result.
type tally []uint32

// of returns the counter of a shingle, by bits of its hash that neither the
// sieve nor the postings take.
func (t tally) of(h uint64) *uint32 { return &t[h>>(64-tokenBits+8)&uint64(len(t)-1)] }

func (t tally) add(hashes []uint64) {
	for _, h := range hashes {
		*t.of(h)++
	}
}

// addShared is add for one of many goroutines.
func (t tally) addShared(hashes []uint64) {
	for _, h := range hashes {
		atomic.AddUint32(t.of(h), 1)
	}
}

// count fills j.sets with the hashes of the shingles that may occur more than
// once, and returns how often they do.
func (j *join) count(ctx context.Context) tally {
	seen, most, kept := j.sieve(ctx)
	counts := make(tally, 1<<bits.Len(uint(max(most, 1<<10))))
	add := counts.addShared
	if j.options.workers() == 1 {
		add = counts.add
	}
	j.sets = make([]block, blocks(len(j.texts)))
	parallel(ctx, j.options.workers(), len(j.sets), func() func(int) {
		s, r := newShingler(j.options), reading{}
		return func(n int) {
			if kept != nil {
				r, kept[n] = kept[n], reading{}
			} else {
				r.read(s, j.block(n), j.options.MinWords)
			}
			texts := len(r.ends)
			b := block{ends: make([]uint32, texts), sizes: make([]uint32, texts), keys: make([]uint32, j.bands*texts)}
			repeated := r.hashes[:0]
			for i, from := 0, uint32(0); i < texts; i++ {
				hashes := r.hashes[from:r.ends[i]]
				from = r.ends[i]
				j.fileBands(&b, i, hashes)
				again := seen.sift(hashes)
				b.sizes[i] = uint32(len(hashes) - len(again))
				repeated = append(repeated, again...)
				b.ends[i] = uint32(len(repeated))
			}
			add(repeated)
			b.tokens = slices.Clone(repeated)
			j.sets[n] = b
		}
	})
	return counts
}

// Tokens are shingle hashes with the count of the shingle above them, so that
// their order is that of rarity.
const (
	tokenBits = 48
	tokenMask = 1<<tokenBits - 1
)

// build makes tokens of the hashes in j.sets, but for the shingles that turn
// out to occur once.
func (j *join) build(ctx context.Context, counts tally) {
	parallel(ctx, j.options.workers(), len(j.sets), func() func(int) {
		return func(n int) {
			b := &j.sets[n]
			kept := b.tokens[:0]
			for i, from := 0, uint32(0); i < len(b.ends); i++ {
				hashes := b.tokens[from:b.ends[i]]
				from = b.ends[i]
				set, tokens := kept[len(kept):len(kept)+len(hashes)], 0
				for _, h := range hashes {
					count := uint64(*counts.of(h))
					set[tokens] = min(count, 1<<(64-tokenBits)-1)<<tokenBits | h>>(64-tokenBits)
					if count > 1 {
						tokens++
					}
				}
				set = set[:tokens]
				alone := len(hashes) - len(set)
				slices.Sort(set)
				set = slices.Compact(set)
				b.sizes[i] += uint32(alone + len(set))
				kept = kept[:len(kept)+len(set)]
				b.ends[i] = uint32(len(kept))
			}
			b.tokens = kept
		}
	})
}

// sortBySize orders the texts that have shingles, the smallest set first, and
// of sets of one size in the order of the texts.
func (j *join) sortBySize() {
	most := 0
	for i := range j.texts {
		most = max(most, j.size(uint32(i)))
	}
	starts := make([]uint32, most+2)
	for i := range j.texts {
		starts[j.size(uint32(i))+1]++
	}
	none := starts[1]
	for i := 1; i < len(starts); i++ {
		starts[i] += starts[i-1]
	}
	j.order = make([]uint32, len(j.texts))
	for i := range j.texts {
		size := j.size(uint32(i))
		j.order[starts[size]] = uint32(i)
		starts[size]++
	}
	j.order = j.order[none:]
	for i := range starts {
		starts[i] -= none
	}
	j.ends = starts
}
