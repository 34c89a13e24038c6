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
	keys   []uint32 // with Approx: the keys of the bands of each text
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

// keepBytes is the length of texts up to which count keeps their hashes for
// build, in as much memory again and half more. More texts are read twice.
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

// count returns how often shingles occur, by the low bits of their hashes.
// Where two share a counter, both look more frequent, which costs time but
// changes no result.
func (j *join) count(ctx context.Context) []uint32 {
	bytes := 0
	for _, text := range j.texts {
		bytes += len(text)
	}
	counts := make([]uint32, 1<<bits.Len(uint(max(bytes/5, 1<<10))))
	mask := uint64(len(counts) - 1)
	if bytes <= keepBytes {
		j.kept = make([]reading, blocks(len(j.texts)))
	}
	alone := j.options.workers() == 1
	parallel(ctx, j.options.workers(), blocks(len(j.texts)), func() func(int) {
		s, r := newShingler(j.options), reading{}
		return func(n int) {
			r.read(s, j.block(n), j.options.MinWords)
			for _, h := range r.hashes {
				if alone {
					counts[h&mask]++
				} else {
					atomic.AddUint32(&counts[h&mask], 1)
				}
			}
			if j.kept != nil {
				j.kept[n] = reading{slices.Clone(r.hashes), slices.Clone(r.ends)}
			}
		}
	})
	return counts
}

// block returns the texts of the n-th block.
func (j *join) block(n int) []string {
	return j.texts[n*blockSize : min((n+1)*blockSize, len(j.texts))]
}

// Tokens are shingle hashes with the count of the shingle above them, so that
// their order is that of rarity.
const (
	tokenBits = 48
	tokenMask = 1<<tokenBits - 1
)

func (j *join) build(ctx context.Context, counts []uint32) {
	mask := uint64(len(counts) - 1)
	j.sets = make([]block, blocks(len(j.texts)))
	parallel(ctx, j.options.workers(), len(j.sets), func() func(int) {
		s, r, arena := newShingler(j.options), reading{}, []uint64(nil)
		return func(n int) {
			if j.kept != nil {
				r, j.kept[n] = j.kept[n], reading{}
			} else {
				r.read(s, j.block(n), j.options.MinWords)
			}
			texts := len(r.ends)
			b := block{ends: make([]uint32, texts), sizes: make([]uint32, texts), keys: make([]uint32, j.bands*texts)}
			arena = slices.Grow(arena[:0], len(r.hashes))
			for i, from := 0, uint32(0); i < texts; i++ {
				hashes := r.hashes[from:r.ends[i]]
				from = r.ends[i]
				set := arena[len(arena) : len(arena)+len(hashes)]
				tokens := 0
				for _, h := range hashes {
					count := uint64(counts[h&mask])
					set[tokens] = min(count, 1<<(64-tokenBits)-1)<<tokenBits | h>>(64-tokenBits)
					if count > 1 {
						tokens++
					}
				}
				slices.Sort(set[:tokens])
				alone := len(hashes) - tokens
				tokens = len(slices.Compact(set[:tokens]))
				arena = arena[:len(arena)+tokens]
				b.sizes[i], b.ends[i] = uint32(alone+tokens), uint32(len(arena))
				j.fileBands(b.keys, i, hashes)
			}
			b.tokens = slices.Clone(arena)
			j.sets[n] = b
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
