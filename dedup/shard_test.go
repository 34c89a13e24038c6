package dedup

import (
	stdcmp "cmp"
	"context"
	"fmt"
	"maps"
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sharded finds the pairs of a join with so many shards, as examples/spark
// does: every step has only what its process would have.
func sharded(t *testing.T, texts map[string]string, shards int, s Shard) (links []Link, crowded map[string]bool) {
	t.Helper()
	shingles := map[string][]uint64{}
	bytes := 0
	for id, text := range texts {
		shingles[id] = s.Options.Shingles(text)
		bytes += len(text)
	}
	counts := occurrences(shingles, bytes)
	s.Shards = shards
	sets := map[string]Set{}
	for id, hashes := range shingles {
		times := make([]uint32, len(hashes))
		for i, h := range hashes {
			times[i] = counts(h)
		}
		if s.Options.Approx {
			times = nil
		}
		sets[id] = s.Options.Set(hashes, times)
		s.Filed += sets[id].Filed
		s.Tokens += len(sets[id].Tokens)
	}
	found := map[string][][]Meeting{}
	for s.Number = range shards {
		var members []Member
		for id, set := range sets {
			m := Member{ID: id, Set: set}
			owned := slices.ContainsFunc(set.Tokens, s.owns)
			if s.Options.Approx {
				for key := range s.Options.Sum(texts[id]).Bands(s.Options.Threshold) {
					m.Bands = append(m.Bands, uint32(key))
					owned = owned || s.owns(uint64(uint32(key)))
				}
			}
			if owned {
				members = append(members, m)
			}
		}
		for _, m := range s.Meet(members) {
			if found[m.ID] == nil {
				found[m.ID] = make([][]Meeting, 2)
			}
			n := map[bool]int{true: 1}[m.Within]
			found[m.ID][n] = append(found[m.ID][n], m)
		}
	}
	crowded = map[string]bool{}
	accounts := map[string]account{}
	for id, text := range texts {
		accounts[id] = newAccount(text, new([]word))
	}
	for id, kinds := range found {
		for n, meetings := range kinds {
			rand.Shuffle(len(meetings), func(i, j int) { meetings[i], meetings[j] = meetings[j], meetings[i] })
			chosen, more := s.Choose(meetings)
			crowded[id] = crowded[id] || more
			for _, c := range chosen {
				a, b := min(id, c.ID), max(id, c.ID)
				relation, _ := relate(accounts[a], accounts[b])
				if n == 0 || s.Options.Lies(texts[id], texts[c.ID]) {
					links = append(links, Link{a, b, c.Similarity, relation == Update})
				}
			}
		}
	}
	return links, crowded
}

// occurrences tells how often a shingle occurs as join.count does: what occurs
// once is sifted out before the rest is counted, and both tables are so small
// that shingles share their places.
func occurrences(shingles map[string][]uint64, bytes int) func(uint64) uint32 {
	slots := uint64(32<<bits.Len(uint(bytes/6/8)) - 1)
	seen := map[uint64]int{}
	again := 0
	for _, hashes := range shingles {
		for _, h := range hashes {
			if seen[h&slots]++; seen[h&slots] > 1 {
				again++
			}
		}
	}
	counters := uint64(1<<bits.Len(uint(max(2*again, 1<<10))) - 1)
	counts := map[uint64]uint32{}
	for _, hashes := range shingles {
		for _, h := range hashes {
			if seen[h&slots] > 1 {
				counts[h>>24&counters]++
			}
		}
	}
	return func(h uint64) uint32 {
		if seen[h&slots] > 1 {
			return counts[h>>24&counters]
		}
		return 1
	}
}

// crowd returns texts of a few templates, with other words and figures here
// and there: more of each than a text is compared with.
func crowd(n int, seed uint64) []string {
	rnd := rand.New(rand.NewPCG(seed, 5))
	templates := paragraphs(6, seed)
	texts := make([]string, n)
	for i := range texts {
		texts[i] = fmt.Sprintf("%s The index of %d closed at %d points.", templates[rnd.IntN(6)], rnd.IntN(40), rnd.IntN(900))
		if rnd.IntN(3) == 0 {
			texts[i] += " " + templates[rnd.IntN(6)][:rnd.IntN(60)]
		}
		if rnd.IntN(20) == 0 {
			texts[i] = texts[rnd.IntN(i+1)]
		}
	}
	return texts
}

func collections() map[string][]string {
	return map[string][]string{
		"news":    paragraphs(400, 7),
		"words":   randomTexts(400, 3),
		"crowded": crowd(400, 4),
		"none":    {"", "one", "", "two words"},
	}
}

func named(texts []string) map[string]string {
	m := make(map[string]string, len(texts))
	for i, text := range texts {
		m[fmt.Sprintf("text-%d", i)] = text
	}
	return m
}

func TestShardsFindClusters(t *testing.T) {
	o := Options{}.ForClusters()
	for name, collection := range collections() {
		for _, threshold := range []float64{0.4, -0.4, 0.8} {
			o.Threshold = math.Abs(threshold)
			o.Approx = threshold < 0
			texts := named(collection)
			want := Clusters(context.Background(), maps.All(texts), o)
			keys, bodies := collect(context.Background(), maps.All(texts))
			copies, _ := groupEqual(bodies, o)
			distinct, members := map[string]string{}, map[string][]string{}
			for _, same := range copies {
				first := keys[same[0]]
				distinct[first] = texts[first]
				for _, i := range same {
					members[first] = append(members[first], keys[i])
				}
			}
			for _, shards := range []int{1, 7} {
				links, crowded := sharded(t, distinct, shards, Shard{Options: o, Clusters: true})
				var nodes []Node
				for id := range distinct {
					nodes = append(nodes, Node{id, len(members[id]), crowded[id]})
				}
				var got [][]string
				for _, group := range Cut(nodes, links) {
					var cluster []string
					for _, id := range group {
						cluster = append(cluster, members[id]...)
					}
					slices.Sort(cluster)
					got = append(got, cluster)
				}
				for _, cluster := range want {
					slices.Sort(cluster)
				}
				byFirst := func(g, h []string) int { return stdcmp.Compare(g[0], h[0]) }
				slices.SortFunc(want, byFirst)
				slices.SortFunc(got, byFirst)
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s, threshold %g, %d shards: %.2000s", name, threshold, shards, diff)
				}
			}
		}
	}
}

func TestShardsFindPairs(t *testing.T) {
	for name, collection := range collections() {
		for _, o := range []Options{{Words: 2, Threshold: 0.5}, {Words: 1, Threshold: 0.8, MinWords: 5, Approx: true}} {
			texts := named(collection[:min(len(collection), 400)])
			var want []Link
			for p := range Pairs(context.Background(), maps.All(texts), o) {
				want = append(want, Link{p.A, p.B, p.Similarity, p.Relation == Update})
			}
			for _, shards := range []int{1, 5} {
				got, _ := sharded(t, texts, shards, Shard{Options: o})
				for _, links := range [][]Link{want, got} {
					slices.SortFunc(links, func(x, y Link) int { return stdcmp.Or(stdcmp.Compare(x.A, y.A), stdcmp.Compare(x.B, y.B)) })
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s, %d shards: %.2000s", name, shards, diff)
				}
			}
		}
	}
}
