package dedup

import (
	"cmp"
	"slices"
)

// A Set is the shingles of a text as a [Shard] compares them.
type Set struct {
	Size   int      // shingles, each counted once
	Filed  int      // how many of Tokens the text is filed under
	Sought int      // and under how many it looks for others that are like it
	Tokens []uint64 // the shingles that stand more than once in all texts, rarest first
}

// Shingles returns the hashes of the shingles of text in their order, those
// that come again too, and none if the text has fewer than o.MinWords words.
// They are stable over machines. Time is linear in the text.
func (o Options) Shingles(text string) []uint64 {
	hashes, words := newShingler(o).hashes(nil, text)
	if words < o.MinWords {
		return nil
	}
	return hashes
}

// Set makes the set of a text from its shingles, counts being how often each
// of them stands in all texts. A count above the true one costs time, no pair.
// With o.Approx the counts do not matter, and there may be none. The threshold
// is that of Pairs where o leaves it open, see [Options.ForClusters].
func (o Options) Set(shingles []uint64, counts []uint32) Set {
	tokens := make([]uint64, 0, len(shingles))
	for i, h := range shingles {
		count := uint64(2)
		if counts != nil {
			count = uint64(counts[i])
		}
		if count > 1 {
			tokens = append(tokens, min(count, 1<<(64-tokenBits)-1)<<tokenBits|h>>(64-tokenBits))
		}
	}
	alone := len(shingles) - len(tokens)
	slices.Sort(tokens)
	tokens = slices.Compact(tokens)
	size := alone + len(tokens)
	return Set{
		Size:   size,
		Filed:  len(prefix(tokens, size, filedOverlap(o.threshold(), size))),
		Sought: len(prefix(tokens, size, atLeast(o.threshold()*float64(size)))),
		Tokens: tokens,
	}
}

// A Member is a text of a [Shard].
type Member struct {
	ID string
	Set
	Bands []uint32 // with Options.Approx: the low bits of what [Sketch.Bands] yields at the threshold
}

// A Shard is what one of many processes does of the join of [Pairs] or
// [Clusters], where the texts are too many for one machine. All processes
// together find what the one process finds, however many they are: the join
// files texts under their rarest tokens, each shard sees to some of the tokens,
// and for two texts that share several the shard of the rarest sees to the
// pair. It holds no state and may be shared.
//
// A token is its low 24 bits modulo Shards in the shard of that Number. Where
// Filed has fewer bits than 24, or Tokens has and Clusters is set, only as many
// of the token count. A shard needs every text that has a token of it; for
// Pairs only the first Sought of a text's matter. With Options.Approx the bands
// take the place of the tokens, and the first the place of the rarest.
//
// The steps before and behind are [Options.Shingles] and a count of them,
// [Options.Set], [Shard.Meet], [Shard.Choose], what the chosen are to each
// other ([Pairs], [Options.Lies]) and [Cut]. The folder examples/spark does
// them on a cluster of machines.
type Shard struct {
	Options  Options // for Clusters those of [Options.ForClusters]
	Clusters bool    // find what Clusters links, within its bounds; otherwise what Pairs yields
	Filed    int     // the sum of Set.Filed over all texts
	Tokens   int     // the sum of len(Set.Tokens) over all texts
	Shards   int     // how many there are; 0 means 1
	Number   int     // which of them this is, from 0
}

// A Meeting is what one shard found out about one text.
type Meeting struct {
	ID     string
	Within bool        // about larger texts in which it may lie; otherwise about smaller ones that may be like it
	Met    []Count     // how many texts it met first under which token; with Approx: how many of a band were too many
	Found  []Candidate // those of them that are alike
}

// A Count says how many texts were met first under a token.
type Count struct{ Token, Texts int }

// A Candidate is a text that is enough like another, or in which that may lie.
type Candidate struct {
	Token, Place int // met under which token of the other text, and as which of those met there, from 1
	ID           string
	Similarity   float64
}

// shardBits is the number of low bits of a token by which shards are told
// apart, at most.
const shardBits = 24

// owns reports whether a token, or the key of a band, belongs to the shard.
func (s Shard) owns(token uint64) bool {
	slots := 1 << shardBits
	if !s.Options.Approx {
		slots = min(slots, slotCount(s.Filed))
	}
	if !s.Options.Approx && s.Clusters {
		slots = min(slots, slotCount(s.Tokens))
	}
	return token&uint64(slots-1)%uint64(max(s.Shards, 1)) == uint64(s.Number)
}

// Meet returns what the shard finds out about its texts, which it sorts. What
// all shards found out about one text goes to [Shard.Choose]. Time is linear in
// the texts with s.Clusters, and for Pairs in the pairs too.
func (s Shard) Meet(texts []Member) []Meeting {
	slices.SortFunc(texts, func(x, y Member) int {
		return cmp.Or(cmp.Compare(x.Size, y.Size), cmp.Compare(x.ID, y.ID))
	})
	gather(texts)
	if s.Options.Approx {
		return s.meetInBands(texts)
	}
	meetings := s.search(texts, false).meetAll(nil)
	if s.Clusters {
		meetings = s.search(texts, true).meetAll(meetings)
	}
	return meetings
}

// gather copies the tokens of all texts into one piece of memory, in the order
// of the texts: those that are compared are much of a size, and stand close.
func gather(texts []Member) {
	total := 0
	for i := range texts {
		total += len(texts[i].Tokens)
	}
	all := make([]uint64, 0, total)
	for i := range texts {
		from := len(all)
		all = append(all, texts[i].Tokens...)
		texts[i].Tokens = all[from:len(all):len(all)]
	}
}

// Choose picks, from all meetings of one text as one of Within, the candidates
// that the join compares further, in its order. crowded tells that there were
// more than it does. Without s.Clusters that is all of them.
func (s Shard) Choose(meetings []Meeting) (chosen []Candidate, crowded bool) {
	var counts []Count
	for _, m := range meetings {
		counts = append(counts, m.Met...)
		chosen = append(chosen, m.Found...)
	}
	slices.SortFunc(chosen, func(x, y Candidate) int {
		return cmp.Or(cmp.Compare(x.Token, y.Token), cmp.Compare(x.Place, y.Place))
	})
	if !s.Clusters || s.Options.Approx {
		return chosen, len(counts) > 0
	}
	slices.SortFunc(counts, func(x, y Count) int { return cmp.Compare(x.Token, y.Token) })
	met := 0 // under rarer tokens
	chosen = slices.DeleteFunc(chosen, func(c Candidate) bool {
		for len(counts) > 0 && counts[0].Token < c.Token {
			met += counts[0].Texts
			counts = counts[1:]
		}
		return met+c.Place > maxCandidates
	})
	if len(meetings) > 0 && !meetings[0].Within {
		slices.SortStableFunc(chosen, func(x, y Candidate) int { return cmp.Compare(y.Similarity, x.Similarity) })
	}
	if len(chosen) > maxCompared {
		return chosen[:maxCompared], true
	}
	return chosen, false
}

// Lies reports whether so many pairs of neighbouring words of a stand in b that
// a lies in b if four fifths of its shingles do.
func (o Options) Lies(a, b string) bool {
	s := newShingler(Options{Words: 2, Fold: o.Fold})
	x, _ := s.set(nil, a)
	y, _ := s.set(nil, b)
	return lieRuns(x, y)
}
