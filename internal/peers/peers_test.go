package main

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/dgryski/go-minhash"
	minhashlsh "github.com/ekzhu/minhash-lsh"
	markdownhtml "github.com/gomarkdown/markdown/html"
	dateparser "github.com/markusmobius/go-dateparser"
	"github.com/olebedev/when"
	"github.com/olebedev/when/rules/common"
	"github.com/olebedev/when/rules/en"
	"github.com/russross/blackfriday/v2"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"

	"example.org/newstext/clean/webpage"
	"example.org/newstext/date"
	"example.org/newstext/dedup"
	"example.org/newstext/examples/corpus"
	"example.org/newstext/quote"
)

var published = time.Date(2019, 11, 20, 0, 0, 0, 0, time.UTC)

// articles is the text of the sample corpus.
func articles() string {
	var b strings.Builder
	for _, a := range corpus.Articles() {
		b.WriteString(a.Text)
		b.WriteString("\n\n")
	}
	return b.String()
}

// page is the sample corpus as one page of HTML.
func page() string {
	var b strings.Builder
	b.WriteString("<html><head><title>News</title></head><body><nav><a href=/>Home</a></nav><article><h1>News</h1>")
	for paragraph := range strings.SplitSeq(articles(), "\n") {
		b.WriteString("<p>" + html.EscapeString(paragraph) + "</p>\n")
	}
	b.WriteString("</article><footer><a href=/about>About us</a></footer></body></html>")
	return b.String()
}

// compare runs one function after the other over the same text.
func compare(b *testing.B, text string, rivals []rival) {
	for _, r := range rivals {
		b.Run(r.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				r.run(text)
			}
		})
	}
}

type rival struct {
	name string
	run  func(text string)
}

func BenchmarkHTML(b *testing.B) {
	compare(b, page(), []rival{
		{"newstext", func(text string) { webpage.Parse([]byte(text)) }},
		{"x-net-html-Parse", func(text string) { html.Parse(strings.NewReader(text)) }}, // the tree alone
		{"go-trafilatura", func(text string) { extractors["trafilatura"](text) }},
		{"go-readability", func(text string) { extractors["readability"](text) }},
	})
}

func BenchmarkForms(b *testing.B) {
	compare(b, articles(), []rival{
		{"newstext-clean", func(text string) { quote.Clean.String(text) }},
		{"newstext-straight", func(text string) { quote.Straight.String(text) }},
		{"newstext-curly", func(text string) { quote.Curly.String(text) }},
		{"newstext-all-with-map", func(text string) { quote.Apply(text, quote.Repaired, quote.Clean, quote.Straight) }},
		{"x-text-IsNormalString", func(text string) { norm.NFC.IsNormalString(text) }}, // asks, changes nothing
		{"x-text-NFC", func(text string) { norm.NFC.String(text) }},
		{"strings-Replacer", func(text string) { straighten.Replace(text) }}, // apostrophes and quote marks alone
		{"goldmark-typographer", func(text string) { typographer.Convert([]byte(text), io.Discard) }},
		{"blackfriday-smartypants", func(text string) { blackfridayPants.Process(io.Discard, []byte(text)) }},
		{"gomarkdown-smartypants", func(text string) { gomarkdownPants.Process(io.Discard, []byte(text)) }},
	})
}

var (
	straighten       = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "…", "...", "—", "--", "–", "-", "\u00a0", " ")
	typographer      = goldmark.New(goldmark.WithExtensions(extension.Typographer))
	blackfridayPants = blackfriday.NewSmartypantsRenderer(blackfriday.Smartypants)
	gomarkdownPants  = markdownhtml.NewSmartypantsRenderer(markdownhtml.Smartypants)
)

// BenchmarkQuotations has no rival: no other Go library finds quotations.
func BenchmarkQuotations(b *testing.B) {
	compare(b, articles(), []rival{{"newstext", func(text string) { quote.Find(text) }}})
}

func BenchmarkDates(b *testing.B) {
	w := when.New(nil)
	w.Add(en.All...)
	w.Add(common.All...)
	parser := &dateparser.Parser{}
	config := &dateparser.Configuration{CurrentTime: published, Languages: []string{"en"}}
	// Other finders of dates take seconds for the corpus; all get a paragraph.
	text := strings.Join(strings.Split(articles(), "\n\n")[2:6], "\n\n")
	compare(b, text, []rival{
		{"newstext", func(text string) { date.Find(text, published) }},
		{"when", func(text string) { // returns the first date: called again behind it
			for text != "" {
				r, err := w.Parse(text, published)
				if err != nil || r == nil {
					return
				}
				text = text[r.Index+len(r.Text):]
			}
		}},
		{"go-dateparser", func(text string) { parser.Search(config, text) }},
	})
}

func BenchmarkSketches(b *testing.B) {
	compare(b, articles(), []rival{
		{"newstext", func(text string) { dedup.Options{Words: 3}.Sum(text) }},
		{"go-minhash", func(text string) {
			sketch := minhash.NewMinWise(fnv(1), fnv(2), 128)
			words := strings.Fields(text)
			for i := range len(words) - 2 {
				sketch.Push([]byte(strings.Join(words[i:i+3], " ")))
			}
			sketch.Signature()
		}},
		{"minhash-lsh", func(text string) {
			sketch := minhashlsh.NewMinhash(1, 128)
			words := strings.Fields(text)
			for i := range len(words) - 2 {
				sketch.Push([]byte(strings.Join(words[i:i+3], " ")))
			}
			sketch.Signature()
		}},
	})
}

// fnv returns a seeded 64-bit FNV-1a.
func fnv(seed uint64) minhash.Hash64 {
	return func(data []byte) uint64 {
		h := uint64(14695981039346656037) ^ seed
		for _, c := range data {
			h = (h ^ uint64(c)) * 1099511628211
		}
		return h
	}
}

// BenchmarkPairs has no rival: the other libraries give candidates. It is the
// cost of all pairs among the paragraphs of the corpus.
func BenchmarkPairs(b *testing.B) {
	compare(b, articles(), []rival{{"newstext", func(text string) {
		texts := func(yield func(int, string) bool) {
			for i, p := range strings.Split(text, "\n\n") {
				if !yield(i, p) {
					return
				}
			}
		}
		for range dedup.Pairs(context.Background(), texts, dedup.Options{}) {
		}
	}}})
}

func TestRun(t *testing.T) {
	in := `{"id":"1","html":"<html><body><article><h1>Bridge</h1>` + strings.Repeat("<p>The bridge will close on Monday while engineers replace two of its cables, the council said.</p>", 5) + `</article></body></html>"}`
	for name, extract := range extractors {
		var out bytes.Buffer
		if err := run(strings.NewReader(in), &out, extract); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), `"id":"1"`) || strings.Contains(out.String(), "two of its cables") == (name == "parse") {
			t.Errorf("%s: %s", name, &out)
		}
	}
}
