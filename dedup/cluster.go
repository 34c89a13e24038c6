package dedup

import (
	"cmp"
	"context"
	"iter"
	"slices"
)

// What Clusters takes where [Options] leave it open. Measured on edited and
// unedited copies of news paragraphs and articles among updates on the same
// template: single words find copies whose words were reordered, and the facts
// keep updates out.
const (
	clusterWords     = 1
	clusterThreshold = 0.4
)

// cohesion is the share of the pairs between two groups that must be links for
// the groups to become one.
const cohesion = 0.25

// Clusters sorts texts into groups of which each tells one story in much the
// same words. Every text is in one group, those like no other each alone.
// Where o leaves them open, Words is 1 and Threshold 0.4.
//
// # Rules
//
// Two texts are linked if they are a [Copy] or [Edited] at o.Threshold, or if
// one lies in the other, whatever their similarity: if four fifths of the
// shingles of the shorter stand in the longer. An [Update] is no link. Links
// are taken up from the most similar, and join the groups of their texts if
// a quarter of all pairs between the two groups are links, so that no chain
// of weak links grows into a group without likeness. Equal texts are one to
// these rules, so that a million copies cost linear time.
//
// A group begins with its representative, the longest text and of those the
// one with the least key; the others follow in the order of their keys, and
// the groups in the order of their least keys. Nothing depends on the order of
// texts; where a key comes twice, its last text counts. When ctx is done,
// Clusters returns nil.
func Clusters[K cmp.Ordered](ctx context.Context, texts iter.Seq2[K, string], o Options) [][]K {
	o.Words = cmp.Or(o.Words, clusterWords)
	o.Threshold = cmp.Or(o.Threshold, clusterThreshold)
	keys, bodies := collect(ctx, texts)
	copies, distinct := groupEqual(bodies, o)
	groups := group(ctx, distinct, copies, o)
	if ctx.Err() != nil {
		return nil
	}
	clusters := make([][]K, 0, len(groups))
	for _, group := range groups {
		var members []int
		for _, text := range group {
			members = append(members, copies[text]...)
		}
		slices.Sort(members)
		first := slices.MaxFunc(members, func(i, j int) int {
			return cmp.Or(cmp.Compare(len(bodies[i]), len(bodies[j])), cmp.Compare(j, i))
		})
		cluster := make([]K, 1, len(members))
		cluster[0] = keys[first]
		for _, i := range members {
			if i != first {
				cluster = append(cluster, keys[i])
			}
		}
		clusters = append(clusters, cluster)
	}
	return clusters
}

// groupEqual returns the texts that differ in their words, and for each the
// numbers of all texts of the same words. A text of too few words equals none.
func groupEqual(texts []string, o Options) (copies [][]int, distinct []string) {
	groups := map[uint64]int{}
	for i, text := range texts {
		sum, words := uint64(0), 0
		in := scanner{text: text, fold: o.Fold}
		for w, ok := in.next(); ok; w, ok = in.next() {
			sum = mix(sum*shingleBase + w.hash)
			words++
		}
		n, known := groups[sum]
		if !known || words == 0 || words < o.MinWords {
			n = len(copies)
			copies = append(copies, nil)
			distinct = append(distinct, text)
			groups[sum] = n
		}
		copies[n] = append(copies[n], i)
	}
	return copies, distinct
}

// group sorts texts that all differ, each with its copies, into groups, in the
// order of their first.
func group(ctx context.Context, texts []string, copies [][]int, o Options) [][]int {
	j := newJoin(ctx, texts, o)
	var links []found
	for p := range j.pairs(ctx) {
		if p.relation != Update {
			links = append(links, p)
		}
	}
	links = slices.AppendSeq(links, j.contained(ctx))
	slices.SortFunc(links, func(p, q found) int {
		return cmp.Or(cmp.Compare(q.similarity, p.similarity), cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
	})
	f := newForest(copies)
	for _, p := range links {
		f.link(p.a, p.b)
	}
	for _, p := range links {
		f.join(p.a, p.b)
	}
	groups := make([][]int, len(texts))
	for i := range texts {
		root := f.root(uint32(i))
		groups[root] = append(groups[root], i)
	}
	groups = slices.DeleteFunc(groups, func(group []int) bool { return len(group) == 0 })
	slices.SortFunc(groups, func(g, h []int) int { return cmp.Compare(g[0], h[0]) })
	return groups
}

// A forest keeps groups of texts and counts the links between them.
type forest struct {
	parent []uint32
	size   []int
	links  []map[uint32]int // by root: the links to other groups, by their roots
}

func newForest(copies [][]int) *forest {
	n := len(copies)
	f := &forest{parent: make([]uint32, n), size: make([]int, n), links: make([]map[uint32]int, n)}
	for i := range f.parent {
		f.parent[i], f.size[i] = uint32(i), len(copies[i])
	}
	return f
}

func (f *forest) root(i uint32) uint32 {
	for f.parent[i] != i {
		f.parent[i] = f.parent[f.parent[i]]
		i = f.parent[i]
	}
	return i
}

// link counts the links between two texts, and their copies, that are still
// alone.
func (f *forest) link(a, b uint32) {
	for _, pair := range [2][2]uint32{{a, b}, {b, a}} {
		if f.links[pair[0]] == nil {
			f.links[pair[0]] = map[uint32]int{}
		}
		f.links[pair[0]][pair[1]] += f.size[a] * f.size[b]
	}
}

// join makes one group of those of a and b if they hold together. The group
// with fewer neighbours moves, so that a link moves no more than log n times.
func (f *forest) join(a, b uint32) {
	a, b = f.root(a), f.root(b)
	if a == b || float64(f.links[a][b]) < cohesion*float64(f.size[a])*float64(f.size[b]) {
		return
	}
	if len(f.links[a]) < len(f.links[b]) {
		a, b = b, a
	}
	delete(f.links[a], b)
	for other, n := range f.links[b] {
		delete(f.links[other], b)
		if other != a {
			f.links[a][other] += n
			f.links[other][a] += n
		}
	}
	f.links[b] = nil
	f.parent[b] = a
	f.size[a] += f.size[b]
}
