package dedup

import (
	"context"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

var seeds = []string{
	"", "Reuters", "Gold closed at $1,468.20 an ounce on Monday.\nGold closed at $1,471.90 an ounce on Tuesday.",
	"The U.S. team won’t play.\nthe US team wont play\npаper", "a b c d e f\na b c d e g\na b c d e f\n\nx",
	"3 1/4 million\n$1m 2.5bn 4-1/2 1986/87 twenty-five hundred\n\xff\xfe", strings.Repeat("one two ", 40) + "\none two",
}

func FuzzWords(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, fold := range []Fold{Full, Case} {
			end := 0
			for _, w := range fold.words(nil, text) {
				if w.start < end || w.end <= w.start || w.end > len(text) {
					t.Fatalf("word %d-%d after %d", w.start, w.end, end)
				}
				if utf8.ValidString(text) && (!utf8.RuneStart(text[w.start]) || w.end < len(text) && !utf8.RuneStart(text[w.end])) {
					t.Fatalf("word %d-%d cuts a character", w.start, w.end)
				}
				end = w.end
			}
		}
		o := Options{Words: 2}
		if strings.IndexFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 && o.Sum(text) != o.Sum(strings.ToUpper(text)) {
			t.Error("case changes the sketch")
		}
		data, _ := o.Sum(text).MarshalBinary()
		var s Sketch
		if err := s.UnmarshalBinary(data); err != nil || s != o.Sum(text) {
			t.Errorf("marshalled and back: %v", err)
		}
	})
}

func FuzzPairs(f *testing.F) {
	for i, seed := range seeds {
		f.Add(seed, uint8(i), uint8(3*i))
	}
	f.Fuzz(func(t *testing.T, text string, threshold, words uint8) {
		texts := strings.Split(text, "\n")
		if len(texts) > 50 {
			return
		}
		o := Options{Threshold: float64(threshold%11) / 10, Words: int(words % 6), Workers: 1}
		want := bruteForce(texts, o)
		if diff := cmp.Diff(want, joined(texts, o)); diff != "" {
			t.Errorf("(-brute force +join):\n%s", diff)
		}
		o.Approx, o.Workers = true, 2
		for _, pair := range joined(texts, o) {
			if !slices.Contains(want, pair) {
				t.Errorf("Approx has %v, which is none", pair)
			}
		}
	})
}

func FuzzClusters(f *testing.F) {
	for i, seed := range seeds {
		f.Add(seed, uint8(i))
	}
	f.Fuzz(func(t *testing.T, text string, workers uint8) {
		texts := strings.Split(text, "\n")
		if len(texts) > 50 {
			return
		}
		ctx := context.Background()
		forward := Clusters(ctx, slices.All(texts), Options{Workers: 1})
		backward := Clusters(ctx, slices.Backward(texts), Options{Workers: int(workers % 4)})
		if diff := cmp.Diff(forward, backward); diff != "" {
			t.Errorf("(-forward +backward):\n%s", diff)
		}
		seen := make([]bool, len(texts))
		for _, cluster := range forward {
			for _, key := range cluster {
				if seen[key] || len(texts[key]) > len(texts[cluster[0]]) {
					t.Errorf("%d stands twice or is longer than its representative", key)
				}
				seen[key] = true
			}
		}
		if slices.Contains(seen, false) {
			t.Error("a text is in no cluster")
		}
	})
}

func FuzzRelate(f *testing.F) {
	for _, seed := range seeds {
		a, b, _ := strings.Cut(seed, "\n")
		f.Add(a, b)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		relation, facts := relate(newAccount(a, new([]word)), newAccount(b, new([]word)))
		if (relation == Update) != (len(facts) > 0) {
			t.Errorf("%v with facts %q", relation, facts)
		}
		if same, _ := relate(newAccount(a, new([]word)), newAccount(a, new([]word))); same != Copy {
			t.Errorf("a text is %v of itself", same)
		}
		for _, fact := range facts {
			if !strings.Contains(a, fact.A) || !strings.Contains(b, fact.B) {
				t.Errorf("fact %q is in neither text", fact)
			}
		}
	})
}
