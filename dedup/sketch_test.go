package dedup

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"example.org/newstext/internal/golden"
)

// TestSketchStable holds sketches and band keys to values that may be stored:
// a change here needs a new version of the index files.
func TestSketchStable(t *testing.T) {
	golden.Run(t, "testdata/sketches.txt", func(t *testing.T, c golden.Case) []string {
		o := Options{}
		if slices.Contains(c.Args, "case") {
			o = Options{Fold: Case, Words: 5}
		}
		sketch := o.Sum(c.Text)
		var lines []string
		for row := range slices.Chunk(sketch[:], 8) {
			lines = append(lines, strings.Trim(fmt.Sprintf("%08x", row), "[]"))
		}
		for key := range sketch.Bands(0.5) {
			return append(lines, fmt.Sprintf("band %016x", key))
		}
		return lines
	})
}

func TestUnmarshalBinaryLength(t *testing.T) {
	var s Sketch
	for _, n := range []int{0, 255, 257} {
		if err := s.UnmarshalBinary(make([]byte, n)); err == nil {
			t.Errorf("%d bytes made a sketch", n)
		}
	}
}

func TestSketchOfNothing(t *testing.T) {
	for _, text := range []string{"", " \n", "...", "\u200b"} {
		s := Options{}.Sum(text)
		if s != (Sketch{}) || s.Similarity(s) != 0 {
			t.Errorf("Sum(%q) is not zero or like itself", text)
		}
		for range s.Bands(0.5) {
			t.Errorf("Sum(%q) has bands", text)
		}
	}
	if s := (Options{MinWords: 5}).Sum("four words are few"); s != (Sketch{}) {
		t.Error("a text of too few words has a sketch")
	}
}

// TestSketchAccuracy measures what the comments of Similarity and Bands state.
func TestSketchAccuracy(t *testing.T) {
	texts := paragraphs(3000, 5)
	for _, threshold := range []float64{0.3, 0.5, 0.7} {
		o := Options{Threshold: threshold, Words: 2}
		pairs, found, sum := 0, 0, 0.0
		for _, p := range joined(texts, o) {
			if p.Similarity == 1 {
				continue
			}
			a, b := o.Sum(texts[p.A]), o.Sum(texts[p.B])
			sum += math.Abs(a.Similarity(b) - p.Similarity)
			pairs++
			keys := slices.Collect(a.Bands(threshold))
			for key := range b.Bands(threshold) {
				if slices.Contains(keys, key) {
					found++
					break
				}
			}
		}
		mean, recall := sum/float64(pairs), float64(found)/float64(pairs)
		t.Logf("threshold %.1f: %d pairs, mean error %.3f, recall of bands %.3f", threshold, pairs, mean, recall)
		if pairs < 100 || mean > 0.06 || recall < 0.93 {
			t.Errorf("threshold %.1f: %d pairs, mean error %.3f, recall of bands %.3f", threshold, pairs, mean, recall)
		}
	}
}
