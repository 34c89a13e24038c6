package dedup

import (
	stdcmp "cmp"
	"context"
	"fmt"
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
		return stdcmp.Or(stdcmp.Compare(p.A, q.A), stdcmp.Compare(p.B, q.B))
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
	for seed := range uint64(4) {
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

// TestPairsOrder demands the same pairs in the same order for any order of the
// texts and number of workers.
func TestPairsOrder(t *testing.T) {
	texts := paragraphs(1500, 2)
	for _, approx := range []bool{false, true} {
		var want []Pair[int]
		for workers := range 4 {
			o := Options{Approx: approx, Workers: workers + 1}
			source := slices.All(texts)
			if workers%2 == 1 {
				source = slices.Backward(texts)
			}
			got := slices.Collect(Pairs(context.Background(), source, o))
			if want == nil {
				want = got
			}
			if diff := cmp.Diff(want, got); diff != "" || len(got) < 100 {
				t.Errorf("%d pairs with %+v (-one worker +these):\n%s", len(got), o, diff)
			}
		}
	}
}

func TestPairsApproxRecall(t *testing.T) {
	texts := paragraphs(4000, 3)
	exact, approx := joined(texts, Options{}), joined(texts, Options{Approx: true})
	if len(approx) < len(exact)*98/100 {
		t.Errorf("%d of %d pairs found", len(approx), len(exact))
	}
}

func TestPairsStop(t *testing.T) {
	texts := paragraphs(2000, 2)
	for _, o := range []Options{{Workers: 1}, {Workers: 3}, {Workers: 3, Approx: true}} {
		n := 0
		for range Pairs(context.Background(), slices.All(texts), o) {
			if n++; n == 3 {
				break
			}
		}
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		for p := range Pairs(ctx, slices.All(texts), o) {
			t.Errorf("%v after the end", p)
		}
		if c := Clusters(ctx, slices.All(texts), o); c != nil {
			t.Errorf("%d clusters after the end", len(c))
		}
	}
}

func TestPairsLastTextCounts(t *testing.T) {
	twice := func(yield func(string, string) bool) {
		_ = yield("b", "Nothing of the sort was said at the meeting.") && yield("a", "The bridge is closed until spring.") &&
			yield("b", "The bridge is closed until spring!")
	}
	got := slices.Collect(Pairs(context.Background(), twice, Options{}))
	want := []Pair[string]{{A: "a", B: "b", Similarity: 1, Relation: Copy}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestClustersHold(t *testing.T) {
	// Each text shares half of its words with the next: a chain without likeness
	// between its ends.
	vocabulary := strings.Fields("ash bay cod dew elm fig gum hay ivy jay kiwi lime mint nut oak pear quince rye sage thyme " +
		"umbra vetch walnut yam zinnia anise basil cumin dill endive fennel garlic")
	var chain []string
	for i := 0; i+10 <= len(vocabulary); i += 3 {
		chain = append(chain, strings.Join(vocabulary[i:i+10], " "))
	}
	for _, cluster := range Clusters(context.Background(), slices.All(chain), Options{}) {
		if len(cluster) > 5 {
			t.Errorf("one cluster of %d of the %d texts of a chain: %v", len(cluster), len(chain), cluster)
		}
	}
	// A sentence lies in a paragraph; a million copies, here fewer, are one text.
	texts := []string{
		"The dam will be lowered by two metres before the autumn rains, the engineers wrote to the council, and the lower valley road stays shut until then.",
		"the dam will be lowered by two metres before the autumn rains",
		"Nobody in the valley expected the orchestra to return so soon.",
	}
	texts = append(texts, slices.Repeat(texts[2:], 5000)...)
	clusters := Clusters(context.Background(), slices.All(texts), Options{Words: 2, Threshold: 0.7})
	if len(clusters) != 2 || !slices.Equal(clusters[0], []int{0, 1}) || len(clusters[1]) != 5001 {
		t.Errorf("%d clusters, the first %v", len(clusters), clusters[0])
	}
}

// A sentence lies in an article that is a hundred times as long.
func TestClustersLongText(t *testing.T) {
	sentences := paragraphs(60, 9)
	texts := []string{sentences[30], strings.Join(sentences, "\n\n"), "Nobody in the valley expected the orchestra to return so soon."}
	clusters := Clusters(context.Background(), slices.All(texts), Options{})
	if len(clusters) != 2 || !slices.Equal(clusters[0], []int{1, 0}) {
		t.Errorf("clusters %v", clusters)
	}
}

// TestClustersFlood demands that thousands of texts that are all nearly equal
// end in groups soon, and in those that their facts say.
func TestClustersFlood(t *testing.T) {
	t.Parallel()
	const n = 10_000
	var updates, edits []string
	for i := range n {
		updates = append(updates, fmt.Sprintf("The lock keeper counted %d barges at the upper gate.", i+100))
		edits = append(edits, fmt.Sprintf("the keeper gave barge n%do a berth at the upper gate", i))
	}
	for i := range 10 {
		updates = append(updates, fmt.Sprintf("The lock keeper saw %d barges at the upper gate.", 1000*i+100))
	}
	ctx := context.Background()
	if clusters := Clusters(ctx, slices.All(edits), Options{}); len(clusters) != 1 {
		t.Errorf("%d clusters of texts that differ in a word", len(clusters))
	}
	clusters := Clusters(ctx, slices.All(updates), Options{})
	if len(clusters) != n {
		t.Errorf("%d clusters of %d texts that differ in a figure", len(clusters), n)
	}
	clusters = append(clusters, Clusters(ctx, slices.All(updates[:n/4]), Options{Approx: true})...)
	for _, c := range clusters {
		if len(c) > 2 || len(c) == 2 && c[1]-n != c[0]/1000 {
			t.Errorf("one cluster of %v", c)
		}
	}
}
