package quote

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"example.org/newstext/examples/corpus"
)

// longNews is the corpus again and again, about a megabyte.
func longNews() string {
	var b strings.Builder
	for b.Len() < 1<<20 {
		for _, a := range corpus.Articles() {
			b.WriteString(a.Text)
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

// BenchmarkNorm is the measure for the others: what norm takes to see that the
// text is in normal form.
func BenchmarkNorm(b *testing.B) {
	s := longNews()
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		norm.NFC.IsNormalString(s)
	}
}

// BenchmarkNothing runs forms over text in which they change nothing.
func BenchmarkNothing(b *testing.B) {
	straight := Straight.String(Clean.String(longNews()))
	for _, bm := range []struct {
		name string
		form Form
		text string
	}{
		{"Repaired", Repaired, longNews()},
		{"Clean", Clean, Clean.String(longNews())},
		{"Straight", Straight, straight},
	} {
		b.Run(bm.name, func(b *testing.B) {
			b.SetBytes(int64(len(bm.text)))
			b.ReportAllocs()
			for b.Loop() {
				bm.form.String(bm.text)
			}
		})
	}
}

// BenchmarkApply repairs, cleans and straightens with the map.
func BenchmarkApply(b *testing.B) {
	for _, bm := range []struct{ name, text string }{
		{"article", corpus.Articles()[1].Text},
		{"long", longNews()},
		{"damaged", strings.ReplaceAll(longNews(), "’", "â€™")},
	} {
		b.Run(bm.name, func(b *testing.B) {
			b.SetBytes(int64(len(bm.text)))
			b.ReportAllocs()
			for b.Loop() {
				Apply(bm.text, Repaired, Clean, Straight)
			}
		})
	}
}

// BenchmarkMap maps positions over three forms.
func BenchmarkMap(b *testing.B) {
	s, m := Apply(longNews(), Repaired, Clean, Straight)
	for i := 0; b.Loop(); i += 997 {
		m.Source(i % len(s))
	}
}
