package dedup

import (
	"cmp"
	"context"
	"iter"
	"slices"
)

// A Pair is two texts that are alike. A is the lesser key.
type Pair[K cmp.Ordered] struct {
	A, B       K
	Similarity float64  // Jaccard similarity of their sets of shingles, exact
	Relation   Relation // what B is to A
	Facts      []Fact   // what differs between them; empty unless Relation is Update
}

// Pairs yields every pair of texts whose similarity is o.Threshold or more,
// each once, with their exact similarity. The pairs and their order depend on
// the texts and their keys alone; where a key comes twice, its last text
// counts. The sequence ends early when ctx is done. A text that lies in a much
// longer one is below the threshold and not listed: [Clusters] and [Shared]
// find it.
//
// The exact join finds the pairs by prefix filtering (Bayardo, Ma and Srikant
// 2007; Xiao et al. 2008) and misses none. Its time is nearly linear where most
// texts are new, and quadratic at worst: a million equal texts have half a
// billion pairs. Clusters is for those. Beside the texts it keeps some 8 bytes
// for each shingle that stands in more than one text, and 20 bytes a text.
//
// With o.Approx the candidates are the texts whose sketches share a band, each
// verified as above. It finds as many of the pairs as [Sketch.Bands] says, in
// time that depends less on how common the shingles are.
func Pairs[K cmp.Ordered](ctx context.Context, texts iter.Seq2[K, string], o Options) iter.Seq[Pair[K]] {
	return func(yield func(Pair[K]) bool) {
		keys, bodies := collect(ctx, texts)
		j := newJoin(ctx, bodies, o)
		for p := range j.pairs(ctx) {
			if !yield(Pair[K]{keys[p.a], keys[p.b], p.similarity, p.relation, p.facts}) {
				return
			}
		}
	}
}

// collect returns the keys in order with their texts, the last where a key
// comes twice.
func collect[K cmp.Ordered](ctx context.Context, texts iter.Seq2[K, string]) ([]K, []string) {
	var keys []K
	var bodies []string
	sorted := true
	for key, text := range texts {
		if len(keys)%1024 == 0 && ctx.Err() != nil {
			return nil, nil
		}
		if len(keys) > 0 && !cmp.Less(keys[len(keys)-1], key) {
			sorted = false
		}
		keys = append(keys, key)
		bodies = append(bodies, text)
	}
	if sorted {
		return keys, bodies
	}
	order := make([]int, len(keys))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(keys[i], keys[j]), cmp.Compare(i, j))
	})
	sortedKeys := make([]K, 0, len(keys))
	sortedBodies := make([]string, 0, len(keys))
	for n, i := range order {
		if n+1 < len(order) && cmp.Compare(keys[order[n+1]], keys[i]) == 0 {
			continue
		}
		sortedKeys = append(sortedKeys, keys[i])
		sortedBodies = append(sortedBodies, bodies[i])
	}
	return sortedKeys, sortedBodies
}
