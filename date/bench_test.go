package date

import (
	"strings"
	"testing"

	"example.org/newstext/examples/corpus"
)

func BenchmarkFind(b *testing.B) {
	text := corpusText()
	words := len(strings.Fields(text))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(text, monday)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mwords/s")
}

func BenchmarkFindNothing(b *testing.B) {
	text := strings.Repeat("The minister said that the talks on the border had failed, and that no side would give way.\n\n", 200)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(text, monday)
	}
}

func corpusText() string {
	var all strings.Builder
	for _, a := range corpus.Articles() {
		all.WriteString(a.Text)
		all.WriteString("\n\n")
	}
	return all.String()
}
