package quote_test

import (
	"strings"
	"testing"

	"example.org/newstext/examples/corpus"
	"example.org/newstext/quote"
	"golang.org/x/text/unicode/norm"
)

// BenchmarkFind compares Find on the sample articles with a check of the same
// text for its normal form.
func BenchmarkFind(b *testing.B) {
	var all strings.Builder
	for _, a := range corpus.Articles() {
		all.WriteString(a.Text)
		all.WriteString("\n\n")
	}
	text := all.String()
	b.Run("Find", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			quote.Find(text)
		}
	})
	b.Run("IsNormalString", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			norm.NFC.IsNormalString(text)
		}
	})
}
