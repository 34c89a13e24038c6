package dedup

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// FuzzIndex checks that Near depends neither on the order in which texts were
// added nor on what was replaced or removed since, and that each hit is at the
// Threshold, more similar ones first.
func FuzzIndex(f *testing.F) {
	for i, seed := range seeds {
		f.Add(seed, uint8(i), uint8(2*i))
	}
	f.Fuzz(func(t *testing.T, text string, threshold, words uint8) {
		texts := strings.Split(text, "\n")
		if len(texts) > 50 {
			return
		}
		o := Options{Threshold: float64(threshold%11) / 10, Words: int(words % 6)}
		forward, backward := NewIndex[int](o), NewIndex[int](o)
		for key, s := range texts {
			forward.Add(key, s)
		}
		for key, s := range slices.Backward(texts) {
			backward.Add(key, texts[0])
			backward.Add(-1-key, s)
			backward.Add(key, s)
			backward.Remove(-1 - key)
		}
		if forward.Len() != backward.Len() {
			t.Fatalf("%d and %d texts", forward.Len(), backward.Len())
		}
		for key, s := range texts {
			hits := forward.Near(s)
			if diff := cmp.Diff(hits, backward.Near(s)); diff != "" {
				t.Fatalf("Near(%q) (-forward +backward):\n%s", s, diff)
			}
			if !slices.IsSortedFunc(hits, func(a, b Hit[int]) int {
				if a.Similarity != b.Similarity {
					return int(1000 * (b.Similarity - a.Similarity))
				}
				return a.Key - b.Key
			}) {
				t.Fatalf("%q: %v is out of order", s, hits)
			}
			least := o.Threshold
			if least == 0 {
				least = DefaultThreshold
			}
			itself := slices.ContainsFunc(hits, func(h Hit[int]) bool { return h.Key == key && h.Similarity == 1 })
			if len(Full.words(nil, s)) > 0 && !itself {
				t.Fatalf("%q is not near itself: %v", s, hits)
			}
			for _, h := range hits {
				if h.Similarity < least {
					t.Fatalf("%q: %v is below %g", s, h, least)
				}
			}
		}
	})
}

// everyday reports whether all letters are those of European languages in Latin
// script, or all are of modern Greek and Russian. In rarer ones a small letter
// may look like one of another script and its capital not.
func everyday(text string) bool {
	latin, other := true, true
	for _, r := range text {
		if unicode.IsLetter(r) {
			latin = latin && r < 0x180
			other = other && r >= 0x370 && r < 0x460
		}
	}
	return latin || other
}

// FuzzFold checks that what folding passes over changes no sketch: case, the
// style of marks and invisible characters.
func FuzzFold(f *testing.F) {
	for _, seed := range append(seeds, "“We won’t,” said the U.S. envoy … on Nov. 14 – twice.") {
		f.Add(seed)
	}
	spell := strings.NewReplacer("“", "\"", "”", "\"", "’", "'", "‘", "'", "–", "-", "…", "...", "\u00A0", " ", "\u00AD", "", "\u200B", "")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return // what is taken out may leave a character
		}
		var o Options
		want := o.Sum(text)
		if plain := spell.Replace(text); o.Sum(plain) != want {
			t.Fatalf("%q and %q differ", text, plain)
		}
		if upper := strings.ToUpper(text); everyday(text) && strings.ToLower(upper) == text && o.Sum(upper) != want {
			t.Fatalf("%q and %q differ", text, upper)
		}
	})
}
