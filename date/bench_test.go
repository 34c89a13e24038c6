package date

import (
	"strings"
	"testing"

	"example.org/newstext/examples/corpus"
	"example.org/newstext/internal/phrase"
)

// BenchmarkFind reads the five sample articles; Chat too, which has the most
// rules.
func BenchmarkFind(b *testing.B) {
	b.Run("news", func(b *testing.B) { benchmark(b, new(Resolver), corpusText()) })
	b.Run("chat", func(b *testing.B) { benchmark(b, &Chat, corpusText()) })
}

// BenchmarkFindNothing reads a text without an expression: the floor, without an
// allocation.
func BenchmarkFindNothing(b *testing.B) {
	benchmark(b, new(Resolver), strings.Repeat("The minister said that the talks on the border had failed, and that no side would give way.\n\n", 200))
}

// BenchmarkFindDense reads a text that is nothing but expressions: the ceiling.
func BenchmarkFindDense(b *testing.B) {
	benchmark(b, new(Resolver), strings.Repeat("On Thursday, a year earlier, from 3 May to mid-June 2018, early last month and at 9 a.m. EST Tuesday, Nov. 9.\n\n", 200))
}

func benchmark(b *testing.B, r *Resolver, text string) {
	words := len(strings.Fields(text))
	r.Find(text, monday)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		r.Find(text, monday)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mwords/s")
}

// BenchmarkStart compiles the rules, as the first call does.
func BenchmarkStart(b *testing.B) {
	english := phrase.Source{Name: "rules/en.txt", Text: englishRules}
	chat := phrase.Source{Name: "rules/chat.txt", Text: chatRules}
	b.Run("news", func(b *testing.B) { benchmarkStart(b, english) })
	b.Run("chat", func(b *testing.B) { benchmarkStart(b, chat, english) })
}

func benchmarkStart(b *testing.B, sources ...phrase.Source) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := newGrammar(sources...); err != nil {
			b.Fatal(err)
		}
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
