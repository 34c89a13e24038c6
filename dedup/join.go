package dedup

import (
	"context"
	"iter"
	"math"
	"math/bits"
	"slices"
)

// blockSize is the number of texts that one piece of work takes.
const blockSize = 512

// A join finds the pairs of texts whose sets of shingles are alike, by prefix
// filtering: with the shingles of every text in one order, rarest first, two
// sets that share enough have a shingle in common among the first few of both.
// Shingles that stand in one text only are the rarest of all and need not even
// be kept; how many there are is enough.
type join struct {
	options   Options
	threshold float64
	texts     []string
	sets      []block  // the sets of shingles, blockSize texts each
	order     []uint32 // the texts by the size of their sets
	ends      []uint32 // by size: the rank after the last text of that size
	crowded   []bool   // for Clusters: the texts not compared with all that are similar
	bands     int      // with Approx: the bands of a sketch
	window    int      // with Approx: compare only so many neighbours of one key; 0 means all
}

func newJoin(ctx context.Context, texts []string, o Options) *join {
	j := &join{options: o, threshold: o.threshold(), texts: texts, crowded: make([]bool, len(texts))}
	if o.Approx {
		j.bands = len(Sketch{}) / bandRows(j.threshold)
	}
	counts := j.count(ctx)
	if ctx.Err() != nil {
		return j
	}
	j.build(ctx, counts)
	j.sortBySize()
	return j
}

// atLeast is the least whole number not below x, with some tolerance for the
// rounding of x.
func atLeast(x float64) int {
	return int(math.Ceil(x - 1e-9))
}

// prefix returns the tokens among the first of size-overlap+1 shingles of a
// text, of which one must be shared if overlap are. The shingles that stand
// nowhere else come first.
func prefix(tokens []uint64, size, overlap int) []uint64 {
	alone := size - len(tokens)
	return tokens[:min(max(size-overlap+1-alone, 0), len(tokens))]
}

// filedOverlap is what a text of size shares at least with a larger one that is
// like it, sharedOverlap what two texts of both sizes share.
func filedOverlap(threshold float64, size int) int {
	return atLeast(2 * threshold / (1 + threshold) * float64(size))
}

func sharedOverlap(threshold float64, sizes int) int {
	return atLeast(threshold / (1 + threshold) * float64(sizes))
}

// indexed returns the tokens under which a text is filed for larger texts.
func (j *join) indexed(text uint32) []uint64 {
	size := j.size(text)
	return prefix(j.tokens(text), size, filedOverlap(j.threshold, size))
}

// probed returns the tokens under which a text looks for smaller ones.
func (j *join) probed(text uint32) []uint64 {
	size := j.size(text)
	return prefix(j.tokens(text), size, atLeast(j.threshold*float64(size)))
}

// postings list, for tokens, the texts filed under them, as ranks in the order
// of size.
type postings struct {
	starts []uint32 // by the low bits of a token
	ranks  []uint32
}

// slotCount is the number of lists for so many entries.
func slotCount(total int) int { return 1 << bits.Len(uint(max(total, 1))) }

func (p *postings) slot(token uint64) uint64 { return token & uint64(len(p.starts)-2) }

func (p *postings) of(token uint64) []uint32 {
	slot := p.slot(token)
	return p.ranks[p.starts[slot]:p.starts[slot+1]]
}

// file lists every text under the tokens that of returns for it.
func (j *join) file(of func(text uint32) []uint64) postings {
	total := 0
	for _, text := range j.order {
		total += len(of(text))
	}
	p := postings{starts: make([]uint32, slotCount(total)+1), ranks: make([]uint32, total)}
	for _, text := range j.order {
		for _, token := range of(text) {
			p.starts[p.slot(token)+1]++
		}
	}
	for i := 1; i < len(p.starts); i++ {
		p.starts[i] += p.starts[i-1]
	}
	at := slices.Clone(p.starts)
	for rank, text := range j.order {
		for _, token := range of(text) {
			slot := p.slot(token)
			p.ranks[at[slot]] = uint32(rank)
			at[slot]++
		}
	}
	return p
}

// A found pair is two texts by their number, a before b.
type found struct {
	a, b       uint32
	similarity float64
	shared     int // shingles
	relation   Relation
	facts      []Fact
}

// pairs yields every pair at or above the threshold.
func (j *join) pairs(ctx context.Context) iter.Seq[found] {
	if j.options.Approx {
		return j.approximate(ctx)
	}
	return j.search(ctx, j.indexed, func(p *postings, rank uint32, m *marks) []found {
		for _, c := range j.smaller(p, rank, m) {
			if pair, ok := j.verify(j.order[c], j.order[rank], m); ok {
				m.found = append(m.found, pair)
			}
		}
		return m.found
	})
}

// search files the texts under the tokens that of returns and yields what find
// finds for each, in the order of the ranks.
func (j *join) search(ctx context.Context, of func(uint32) []uint64, find func(*postings, uint32, *marks) []found) iter.Seq[found] {
	return func(yield func(found) bool) {
		if ctx.Err() != nil {
			return
		}
		p := j.file(of)
		ordered(ctx, j.options.workers(), blocks(len(j.order)), func() func(int) []found {
			m := j.newMarks()
			return func(n int) []found {
				var out []found
				for rank := n * blockSize; rank < min((n+1)*blockSize, len(j.order)) && ctx.Err() == nil; rank++ {
					m.found, m.candidates = m.found[:0], m.candidates[:0]
					out = append(out, find(&p, uint32(rank), m)...)
				}
				return out
			}
		}, func(batch []found) bool {
			for _, pair := range batch {
				if !yield(pair) {
					return false
				}
			}
			return true
		})
	}
}

// marks are what a worker keeps from text to text.
type marks struct {
	seen       []uint32 // by rank: the rank, plus one, for which it was last met
	candidates []uint32
	found      []found
	accounts   memory[account]
	runs       memory[[]uint64] // the set of pairs of neighbouring words
}

func (j *join) newMarks() *marks {
	s := newShingler(Options{Words: 2, Fold: j.options.Fold})
	var words []word
	return &marks{
		seen:     make([]uint32, len(j.order)),
		accounts: memory[account]{of: func(text uint32) account { return newAccount(j.texts[text], &words) }},
		runs: memory[[]uint64]{of: func(text uint32) []uint64 {
			runs, _ := s.set(nil, j.texts[text])
			return runs
		}},
	}
}

func (m *marks) meet(other, rank uint32) {
	if m.seen[other] != rank+1 {
		m.seen[other] = rank + 1
		m.candidates = append(m.candidates, other)
	}
}

// shortList is the length of a list that is read faster than searched.
const shortList = 16

// firstOf returns the first rank of texts of size or more.
func (j *join) firstOf(size int) uint32 { return j.ends[max(size-1, 0)] }

// smaller returns the ranks below rank that share a token of the prefix and
// are large enough, in order.
func (j *join) smaller(p *postings, rank uint32, m *marks) []uint32 {
	text := j.order[rank]
	least := j.firstOf(atLeast(j.threshold * float64(j.size(text))))
	for _, token := range j.probed(text) {
		list := p.of(token)
		if len(list) > shortList {
			from, _ := slices.BinarySearch(list, least)
			list = list[from:]
		}
		for _, other := range list {
			if other >= rank {
				break
			}
			if other >= least {
				m.meet(other, rank)
			}
		}
	}
	slices.Sort(m.candidates)
	return m.candidates
}

// verify counts what two texts share and says what they are to each other.
func (j *join) verify(a, b uint32, m *marks) (found, bool) {
	p, ok := j.similar(a, b)
	if ok {
		j.judge(&p, m)
	}
	return p, ok
}

// similar counts what two texts share and tells whether that is enough.
func (j *join) similar(a, b uint32) (found, bool) {
	sizes := j.size(a) + j.size(b)
	shared := overlap(j.tokens(a), j.tokens(b), sharedOverlap(j.threshold, sizes))
	similarity := float64(shared) / float64(sizes-shared)
	return found{a: min(a, b), b: max(a, b), similarity: similarity, shared: shared}, similarity >= j.threshold
}

// judge says what the texts of p are to each other.
func (j *join) judge(p *found, m *marks) {
	p.relation, p.facts = relate(m.accounts.get(p.a), m.accounts.get(p.b))
	smaller, larger := min(j.size(p.a), j.size(p.b)), max(j.size(p.a), j.size(p.b))
	if p.relation == Edited && float64(p.shared) >= cover*float64(smaller) && float64(smaller) < cover*float64(larger) {
		p.relation = Contains
	}
}

// overlap returns how many tokens x and y share, or something less than least
// where that is less than least.
func overlap(x, y []uint64, least int) int {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < len(y)/32 {
		return stand(x, y)
	}
	shared := 0
	for len(x) > 0 && len(y) > 0 && shared+min(len(x), len(y)) >= least {
		switch {
		case x[0] == y[0]:
			shared++
			x, y = x[1:], y[1:]
		case x[0] < y[0]:
			x = x[1:]
		default:
			y = y[1:]
		}
	}
	return shared
}

// stand returns how many tokens of x stand in y, which is much longer.
func stand(x, y []uint64) int {
	shared := 0
	for _, token := range x {
		i, found := slices.BinarySearch(y, token)
		if found {
			shared++
		}
		y = y[i:]
	}
	return shared
}
