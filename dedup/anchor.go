package dedup

import (
	"cmp"
	"slices"
)

const (
	maxTimes = 4   // a gram that one of the texts has more often is no anchor
	maxGap   = 16  // words between two anchors of a chain, on either side
	maxDrift = 10  // words that one side may have more than the other between two anchors
	promise  = 0.2 // the share of a passage's least weight that its anchors must have
)

// A match is a word of a and the word of b that corresponds to it.
type match struct {
	i, j int
	same bool // they fold to the same word; if not, they differ by a letter
}

// A chain is anchors that lie close together on both sides, in order.
type chain []match

func (c chain) last() match { return c[len(c)-1] }

// promising reports whether a chain may grow into a passage: its anchors have
// some part of the weight, or a paragraph begins with it on both sides.
func (c chain) promising(a, b *prose, minWords int) bool {
	if a.opensParagraph(c[0].i) && b.opensParagraph(c[0].j) {
		return true
	}
	weight := float32(0)
	for _, m := range c {
		weight += min(a.words[m.i].weight, b.words[m.j].weight)
	}
	return weight >= leastWeight*promise*float32(minWords)
}

// chains finds the anchors of two texts and joins each to the chain that needs
// the least edits. Within one text the sides of a chain do not overlap, and the
// first is the earlier.
func chains(a, b *prose, sc scope) []chain {
	var all []chain
	var open []int
	for _, m := range anchors(a, b, sc) {
		best, least := -1, maxDrift*2+maxGap*2
		kept := open[:0]
		for _, n := range open {
			last := all[n].last()
			di, dj := m.i-last.i, m.j-last.j
			if di > maxGap+1 {
				continue
			}
			kept = append(kept, n)
			drift := max(di-dj, dj-di)
			if di <= 0 || dj <= 0 || dj > maxGap+1 || drift > maxDrift || sc == withinOne && m.i >= all[n][0].j {
				continue
			}
			if cost := 2*drift + di; cost < least {
				best, least = n, cost
			}
		}
		open = kept
		if best < 0 {
			best = len(all)
			all = append(all, nil)
			open = append(open, best)
		}
		all[best] = append(all[best], m)
	}
	return all
}

// anchors returns the matches that lie in a gram that both texts have, ordered
// by a, then by b.
func anchors(a, b *prose, sc scope) []match {
	var ms []match
	shareKeys(a.grams, b.grams, func(as, bs []gram) {
		if len(as) > maxTimes || len(bs) > maxTimes {
			return
		}
		for _, g := range as {
			for _, h := range bs {
				if sc == withinOne && g.pos >= h.pos {
					continue
				}
				for k := range gramWords {
					ms = append(ms, match{int(g.pos) + k, int(h.pos) + k, true})
				}
			}
		}
	})
	slices.SortFunc(ms, func(x, y match) int { return cmp.Or(cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j)) })
	return slices.Compact(ms)
}
