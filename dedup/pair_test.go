package dedup

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// randomTexts returns n texts over a small vocabulary, so that many are alike.
func randomTexts(n int, seed uint64) []string {
	rnd := rand.New(rand.NewPCG(seed, 1))
	vocabulary := strings.Fields("the a bank rate rose fell said on Monday minister of state oil price ten")
	texts := make([]string, n)
	for i := range texts {
		if i > 0 && rnd.IntN(3) > 0 {
			words := strings.Fields(texts[rnd.IntN(i)])
			for range rnd.IntN(4) {
				if len(words) > 0 {
					words[rnd.IntN(len(words))] = vocabulary[rnd.IntN(len(vocabulary))]
				}
			}
			texts[i] = strings.Join(words, " ")
			continue
		}
		var words []string
		for range rnd.IntN(20) {
			words = append(words, vocabulary[rnd.IntN(len(vocabulary))])
		}
		texts[i] = strings.Join(words, " ")
	}
	return texts
}

type bare struct {
	A, B       int
	Similarity float64
}

func bruteForce(texts []string, o Options) []bare {
	s := newShingler(o)
	sets := make([][]uint64, len(texts))
	for i, text := range texts {
		set, words := s.set(nil, text)
		if words >= o.MinWords {
			sets[i] = set
		}
	}
	var pairs []bare
	for b := range sets {
		for a := range b {
			shared := 0
			for _, h := range sets[a] {
				if _, ok := slices.BinarySearch(sets[b], h); ok {
					shared++
				}
			}
			if shared == 0 {
				continue
			}
			similarity := float64(shared) / float64(len(sets[a])+len(sets[b])-shared)
			if similarity >= o.threshold() {
				pairs = append(pairs, bare{a, b, similarity})
			}
		}
	}
	sortBare(pairs)
	return pairs
}

func sortBare(pairs []bare) {
	slices.SortFunc(pairs, func(p, q bare) int {
		return 2*(p.A-q.A) + min(1, max(-1, p.B-q.B))
	})
}

func joined(texts []string, o Options) []bare {
	var pairs []bare
	for p := range Pairs(context.Background(), slices.All(texts), o) {
		pairs = append(pairs, bare{p.A, p.B, p.Similarity})
	}
	sortBare(pairs)
	return pairs
}

func TestPairsBruteForce(t *testing.T) {
	for seed := range uint64(20) {
		texts := randomTexts(150, seed)
		for _, threshold := range []float64{0.3, 0.5, 0.8, 1} {
			for _, words := range []int{1, 2, 3} {
				o := Options{Threshold: threshold, Words: words, Workers: int(seed % 4), MinWords: int(seed % 3)}
				if diff := cmp.Diff(bruteForce(texts, o), joined(texts, o)); diff != "" {
					t.Fatalf("seed %d, %+v (-brute force +join):\n%s", seed, o, diff)
				}
			}
		}
	}
}
