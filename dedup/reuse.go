package dedup

import (
	"cmp"
	"context"
	"iter"
	"slices"
)

// A Reuse is a passage that the texts A and B share, or that A has twice,
// where B is A.
type Reuse[K cmp.Ordered] struct {
	A, B K // A is not greater than B
	Passage
}

const (
	seedWords  = 4   // words in the grams by which texts find each other
	maxPosting = 32  // texts that a gram joins at most
	keepAll    = 256 // the same where nothing counts as boilerplate
)

// Reuses yields the passages that any two of the texts share, as [Shared] finds
// them, and those that a text repeats, as [Repeats] does, in the order of A, B
// and the passages' places. They depend on the texts and their keys alone;
// where a key comes twice, its last text counts. The sequence ends early when
// ctx is done.
//
// A sentence whose words stand in more than boilerplate texts is passed over
// in all of them, and so is not part of any passage: a newsletter's notice, a
// line below every article. With 0 nothing is passed over.
//
// Two texts are compared when they have four words of a sentence or two words
// of a quotation in a row in common that at most 32 texts have (boilerplate
// texts where that is more, 256 where it is 0). So the time is near-linear in
// all texts and in the passages found, and what more texts than that share as
// a whole is not found. The memory is about 150 bytes a word.
func Reuses[K cmp.Ordered](ctx context.Context, texts iter.Seq2[K, string], minWords, boilerplate int) iter.Seq[Reuse[K]] {
	return func(yield func(Reuse[K]) bool) {
		keys, bodies := collect(ctx, texts)
		shelf := newShelf(ctx, bodies, boilerplate)
		minWords := passageWords(minWords)
		ordered(ctx, Options{}.workers(), len(shelf.proses), func() func(int) []Reuse[K] {
			return func(a int) []Reuse[K] {
				var found []Reuse[K]
				p := shelf.proses[a]
				for _, s := range shared(p, p, minWords, withinOne) {
					found = append(found, Reuse[K]{keys[a], keys[a], s})
				}
				for _, b := range shelf.partners(a) {
					for _, s := range shelf.shared(a, int(b), minWords) {
						found = append(found, Reuse[K]{keys[a], keys[b], s})
					}
				}
				return found
			}
		}, func(found []Reuse[K]) bool {
			for _, r := range found {
				if !yield(r) {
					return false
				}
			}
			return true
		})
	}
}

// A shelf is many texts prepared for comparison.
type shelf struct {
	proses []*prose
	masked []bool     // texts with boilerplate in them
	groups [][]uint32 // texts that have a seed in common, in order
	of     [][]uint32 // the groups of each text
}

// A posting says that a text has a seed.
type posting struct {
	key  uint64
	text uint32
}

func newShelf(ctx context.Context, texts []string, boilerplate int) *shelf {
	s := &shelf{
		proses: make([]*prose, len(texts)),
		masked: make([]bool, len(texts)),
		of:     make([][]uint32, len(texts)),
	}
	s.each(ctx, func(n int) { s.proses[n] = readProse(texts[n]) })
	longest := keepAll
	if boilerplate > 0 {
		longest = max(maxPosting, boilerplate)
		s.mask(ctx, boilerplate)
	}
	s.each(ctx, func(n int) {
		s.proses[n].weigh()
		s.proses[n].index()
	})
	if ctx.Err() != nil {
		s.proses = nil
		return s
	}
	postings := s.postings(ctx, func(p *prose, seed func(uint64)) {
		p.eachSeed(func(key uint64, _, _ int) { seed(key) })
		for _, g := range p.phrases {
			if !p.words[g.pos].short() || !p.words[g.pos+1].short() {
				seed(g.key)
			}
		}
	})
	for _, same := range runs(postings) {
		if len(same) < 2 || len(same) > longest {
			continue
		}
		group := make([]uint32, len(same))
		for i, p := range same {
			group[i] = p.text
			s.of[p.text] = append(s.of[p.text], uint32(len(s.groups)))
		}
		s.groups = append(s.groups, group)
	}
	return s
}

// each calls f for every text, on all processors.
func (s *shelf) each(ctx context.Context, f func(n int)) {
	parallel(ctx, Options{}.workers(), len(s.proses), func() func(int) { return f })
}

// postings returns what seeds the texts have, by key and text, each once.
func (s *shelf) postings(ctx context.Context, seeds func(p *prose, seed func(uint64))) []posting {
	lists := make([][]posting, len(s.proses))
	s.each(ctx, func(n int) {
		var list []posting
		seeds(s.proses[n], func(key uint64) { list = append(list, posting{key, uint32(n)}) })
		slices.SortFunc(list, comparePostings)
		lists[n] = slices.Compact(list)
	})
	all := slices.Concat(lists...)
	slices.SortFunc(all, comparePostings)
	return all
}

func comparePostings(p, q posting) int {
	return cmp.Or(cmp.Compare(p.key, q.key), cmp.Compare(p.text, q.text))
}

// runs yields the postings of one key after the other.
func runs(ps []posting) iter.Seq2[uint64, []posting] {
	return func(yield func(uint64, []posting) bool) {
		for len(ps) > 0 {
			n := 1
			for n < len(ps) && ps[n].key == ps[0].key {
				n++
			}
			if !yield(ps[0].key, ps[:n]) {
				return
			}
			ps = ps[n:]
		}
	}
}

// eachSeed calls f with the runs of seedWords words inside a sentence, or with
// the sentence where it is shorter, that no boilerplate is part of.
func (p *prose) eachSeed(f func(key uint64, from, to int)) {
	for _, s := range p.sentences {
		for from := s.from; from == s.from || from+seedWords <= s.to; from++ {
			to := min(from+seedWords, s.to)
			if key, ok := p.key(from, to); ok {
				f(key, from, to)
			}
		}
	}
}

// partners returns the texts behind a that are compared with it.
func (s *shelf) partners(a int) []uint32 {
	var bs []uint32
	for _, g := range s.of[a] {
		group := s.groups[g]
		n, _ := slices.BinarySearch(group, uint32(a)+1)
		bs = append(bs, group[n:]...)
	}
	slices.Sort(bs)
	return slices.Compact(bs)
}

func (s *shelf) shared(a, b, minWords int) []Passage {
	p, q := s.proses[a], s.proses[b]
	if p.text == q.text {
		if !s.masked[a] {
			return whole(p, minWords)
		}
		return shared(p, q, minWords, acrossTwo)
	}
	return sharedByBoth(p, q, minWords)
}

// mask takes the sentences that stand in more than most texts out of all of them.
func (s *shelf) mask(ctx context.Context, most int) {
	often := map[uint64]bool{}
	for key, same := range runs(s.postings(ctx, func(p *prose, seed func(uint64)) {
		p.eachSeed(func(key uint64, _, _ int) { seed(key) })
	})) {
		if len(same) > most {
			often[key] = true
		}
	}
	s.each(ctx, func(n int) { s.masked[n] = s.proses[n].mask(often) })
}

// stockShare is the share of its words that must be stock phrases to make a
// sentence boilerplate.
const stockShare = 0.7

// mask masks the sentences made of stock phrases and reports whether there is one.
func (p *prose) mask(stock map[uint64]bool) bool {
	covered := make([]int, len(p.sentences)) // words in stock phrases
	end := 0
	p.eachSeed(func(key uint64, from, to int) {
		if stock[key] {
			covered[p.words[from].sentence] += to - max(from, end)
			end = to
		}
	})
	any := false
	for n, s := range p.sentences {
		if float64(covered[n]) < stockShare*float64(s.to-s.from) {
			continue
		}
		any = true
		for i := s.from; i < s.to; i++ {
			p.words[i].id = masked
		}
	}
	return any
}
