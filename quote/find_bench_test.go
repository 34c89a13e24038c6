package quote_test

import (
	"strings"
	"testing"

	"example.org/newstext/examples/corpus"
	"example.org/newstext/quote"
	"golang.org/x/text/unicode/norm"
)

// BenchmarkFind compares Find on the sample articles, each by itself, in one text
// and in one forty times as long, with a check of the same text for its normal
// form.
func BenchmarkFind(b *testing.B) {
	var articles []string
	for _, a := range corpus.Articles() {
		articles = append(articles, a.Text)
	}
	text := strings.Join(articles, "\n\n")
	plain := strings.NewReplacer("\"", "", "'", "", "“", "", "”", "", "‘", "", "’", "").Replace(text)
	run := func(name string, texts []string, do func(string)) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(strings.Join(texts, ""))))
			b.ReportAllocs()
			for b.Loop() {
				for _, s := range texts {
					do(s)
				}
			}
		})
	}
	find := func(s string) { quote.Find(s) }
	run("Find", []string{text}, find)
	run("Find/articles", articles, find)
	run("Find/long", []string{strings.Repeat(text+"\n\n", 40)}, find)
	run("Find/no-marks", []string{plain}, find)
	run("IsNormalString", []string{text}, func(s string) { norm.NFC.IsNormalString(s) })
}

// TestNoMarks checks that a text without marks costs no memory.
func TestNoMarks(t *testing.T) {
	text := strings.Repeat("The mayor said that nobody had asked him. Été, 日本, no marks.\n\n", 50)
	if n := testing.AllocsPerRun(20, func() { quote.Find(text) }); n > 0 {
		t.Errorf("%v allocations, want 0", n)
	}
}
