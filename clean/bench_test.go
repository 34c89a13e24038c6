package clean_test

import (
	"strings"
	"testing"

	"example.org/newstext/clean"
	"example.org/newstext/examples/corpus"
)

// BenchmarkBlocks labels the sample articles, one page each.
func BenchmarkBlocks(b *testing.B) {
	articles := corpus.Articles()
	n := 0
	for _, a := range articles {
		n += len(a.Text)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, a := range articles {
			clean.Blocks(a.Text)
		}
	}
}

// BenchmarkBlocksShortLines labels a page of nothing but short lines, the
// shape that costs most a byte.
func BenchmarkBlocksShortLines(b *testing.B) {
	text := strings.Repeat("Business\nSports news\nRead more: The bridge is open\nContact us\n", 500)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		clean.Blocks(text)
	}
}

// BenchmarkNewCleaner compiles the rules.
func BenchmarkNewCleaner(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := clean.NewCleaner(); err != nil {
			b.Fatal(err)
		}
	}
}
