package dedup

import (
	"cmp"
	"context"
	"iter"
	"slices"
)

// Clusters sorts texts into groups of which each tells one story in much the
// same words.
func Clusters[K cmp.Ordered](ctx context.Context, texts iter.Seq2[K, string], o Options) [][]K {
	keys, bodies := collect(ctx, texts)
	parent := make([]int, len(keys))
	for i := range parent {
		parent[i] = i
	}
	root := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for p := range newJoin(ctx, bodies, o).pairs(ctx) {
		if p.relation != Update {
			a, b := root(int(p.a)), root(int(p.b))
			parent[max(a, b)] = min(a, b)
		}
	}
	groups := map[int][]K{}
	var roots []int
	for i, key := range keys {
		r := root(i)
		if groups[r] == nil {
			roots = append(roots, r)
		}
		groups[r] = append(groups[r], key)
	}
	slices.Sort(roots)
	clusters := make([][]K, len(roots))
	for n, r := range roots {
		clusters[n] = groups[r]
	}
	return clusters
}
