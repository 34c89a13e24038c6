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
// of weak links grows into a group without likeness.
//
// # Cost
//
// Time is linear in the texts, whatever they say. Equal texts are one to the
// rules above, so that a million copies cost no more than as many other texts.
// And a text is looked up among no more than 128 smaller ones, those first that
// share its rarest shingles, and its facts are compared with those of the 8
// most similar of them; the same holds for the larger ones in which it may lie.
// Where a text has more that are similar, as in a flood of reports on one
// template, its pairs that were not compared count neither for nor against a
// group: twenty thousand texts that differ in a word are one group, and twenty
// thousand that differ in a figure are as many. Lost are copies that share no
// rare word among many more texts on the same template.
//
// A group begins with its representative, the longest text and of those the
// one with the least key; the others follow in the order of their keys, and
// the groups in the order of their least keys. Nothing depends on the order of
// texts; where a key comes twice, its last text counts. When ctx is done,
// Clusters returns nil.
func Clusters[K cmp.Ordered](ctx context.Context, texts iter.Seq2[K, string], o Options) [][]K {
	o = o.ForClusters()
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

// ForClusters returns o with what [Clusters] takes where o leaves Words and
// Threshold open.
func (o Options) ForClusters() Options {
	o.Words = cmp.Or(o.Words, clusterWords)
	o.Threshold = cmp.Or(o.Threshold, clusterThreshold)
	return o
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
func group(ctx context.Context, texts []string, copies [][]int, o Options) [][]uint32 {
	j := newJoin(ctx, texts, o)
	search := j.nearest
	if o.Approx {
		j.window = maxCompared
		search = j.approximate
	}
	pairs := slices.AppendSeq(slices.Collect(search(ctx)), j.contained(ctx))
	counts := make([]int, len(copies))
	for i, texts := range copies {
		counts[i] = len(texts)
	}
	return cutGroups(counts, j.crowded, pairs)
}

// cutGroups sorts texts, each with the number of its copies, into groups that hold
// together, in the order of their first.
func cutGroups(copies []int, crowded []bool, pairs []found) [][]uint32 {
	slices.SortFunc(pairs, func(p, q found) int {
		return cmp.Or(cmp.Compare(q.similarity, p.similarity), cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
	})
	f := newForest(copies, crowded)
	for _, p := range pairs {
		f.add(p)
	}
	for _, p := range pairs {
		if p.relation != Update {
			f.join(p.a, p.b)
		}
	}
	groups := make([][]uint32, len(copies))
	for i := range uint32(len(copies)) {
		root := f.root(i)
		groups[root] = append(groups[root], i)
	}
	groups = slices.DeleteFunc(groups, func(group []uint32) bool { return len(group) == 0 })
	slices.SortFunc(groups, func(g, h []uint32) int { return cmp.Compare(g[0], h[0]) })
	return groups
}

// A forest keeps groups of texts and counts the links between them.
type forest struct {
	crowded []bool // texts of which only the pairs that were compared count
	parent  []uint32
	groups  []counted
}

// counted is what is known of a group, by its root. Copies count as often as
// they come.
type counted struct {
	size   int              // texts
	sparse int              // texts that are not crowded
	to     map[uint32]bonds // other groups
}

// bonds are the pairs between two groups.
type bonds struct {
	links    int // pairs that are links
	compared int // pairs with a crowded text that count
}

func newForest(copies []int, crowded []bool) *forest {
	n := len(copies)
	f := &forest{crowded: crowded, parent: make([]uint32, n), groups: make([]counted, n)}
	for i := range f.parent {
		f.parent[i], f.groups[i].size = uint32(i), copies[i]
		if !crowded[i] {
			f.groups[i].sparse = copies[i]
		}
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

// add counts a pair of texts, and their copies, that are still alone.
func (f *forest) add(p found) {
	pairs := f.groups[p.a].size * f.groups[p.b].size
	var n bonds
	if p.relation != Update {
		n.links = pairs
	}
	if f.crowded[p.a] || f.crowded[p.b] {
		n.compared = pairs
	}
	if n != (bonds{}) {
		f.bind(p.a, p.b, n)
	}
}

// bind adds n to what is between two groups.
func (f *forest) bind(a, b uint32, n bonds) {
	for _, side := range [2][2]uint32{{a, b}, {b, a}} {
		g := &f.groups[side[0]]
		if g.to == nil {
			g.to = map[uint32]bonds{}
		}
		known := g.to[side[1]]
		g.to[side[1]] = bonds{known.links + n.links, known.compared + n.compared}
	}
}

// join makes one group of those of a and b if they hold together. The group
// with fewer neighbours moves, so that a link moves no more than log n times.
func (f *forest) join(a, b uint32) {
	a, b = f.root(a), f.root(b)
	if a == b {
		return
	}
	if len(f.groups[a].to) < len(f.groups[b].to) {
		a, b = b, a
	}
	g, h := &f.groups[a], &f.groups[b]
	between := g.to[b]
	if float64(between.links) < cohesion*(float64(g.sparse)*float64(h.sparse)+float64(between.compared)) {
		return
	}
	delete(g.to, b)
	for other, n := range h.to {
		delete(f.groups[other].to, b)
		if other != a {
			f.bind(a, other, n)
		}
	}
	g.size += h.size
	g.sparse += h.sparse
	h.to = nil
	f.parent[b] = a
}
