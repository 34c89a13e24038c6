// Measure prints how the CPU time of each package grows when hostile input
// doubles:
//
//	go run ./internal/hostile/measure [-v] [SIZE]
//
// It exits with 1 where the time more than doubles (a ratio above 2.3) or a
// megabyte takes more than a second. Pairs and Reuses skip the families of like
// paragraphs: there the pairs themselves are quadratic, as their comments say, and
// Clusters and Index are measured on them instead.
package main

import (
	"context"
	"io"
	"iter"
	"os"
	"os/signal"
	"strings"
	"time"

	"example.org/newstext/clean"
	"example.org/newstext/date"
	"example.org/newstext/dedup"
	"example.org/newstext/internal/hostile"
	"example.org/newstext/quote"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(hostile.Growth(ctx, os.Stdout, os.Args[1:], targets(), hostile.Families()))
}

func targets() []hostile.Target {
	published := time.Date(2019, 11, 18, 0, 0, 0, 0, time.UTC)
	targets := []hostile.Target{
		{Name: "clean", Run: func(text string) { clean.Blocks(text) }},
		{Name: "reader", Run: func(text string) {
			io.Copy(io.Discard, quote.NewReader(strings.NewReader(text), quote.Repaired, quote.Clean, quote.Straight))
		}},
		{Name: "find", Run: func(text string) { quote.Find(text) }},
		{Name: "date", Run: func(text string) { date.Find(text, published) }},
		{Name: "chat", Run: func(text string) { date.Chat.Find(text, published) }},
		{Name: "published", Run: func(text string) { date.Published(text) }},
		{Name: "sum", Run: func(text string) { dedup.Options{}.Sum(text) }},
		{Name: "shared", Run: func(text string) { dedup.Shared(text, text[len(text)/2:], 8) }},
		{Name: "repeats", Run: func(text string) { dedup.Repeats(text, 8) }},
		{Name: "diff", Run: func(text string) { dedup.Diff(text, text[len(text)/2:]) }},
		{Name: "pairs", Run: pairs, Skip: alike},
		{Name: "reuses", Run: reuses, Skip: alike},
		{Name: "clusters", Run: clusters},
		{Name: "index", Run: index},
	}
	names := []string{"repaired", "clean", "straight", "curly", "curlyde", "curlyfr", "curlysv", "american", "logical"}
	for i, name := range names {
		targets = append(targets, hostile.Target{
			Name: "form-" + name,
			Run:  func(text string) { quote.Apply(text, quote.Repaired+quote.Form(i)) },
		})
	}
	return targets
}

// alike are the families whose paragraphs are all copies or edits of one another.
var alike = []string{"mojibake-lost", "unbalanced-paragraphs", "equal-paragraphs", "counted-paragraphs", "shared-shingle"}

// paragraphs yields the paragraphs of the text under their numbers.
func paragraphs(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		i := 0
		for paragraph := range strings.SplitSeq(text, "\n\n") {
			if i++; !yield(i, paragraph) {
				return
			}
		}
	}
}

func clusters(text string) {
	dedup.Clusters(context.Background(), paragraphs(text), dedup.Options{})
}

func pairs(text string) {
	for range dedup.Pairs(context.Background(), paragraphs(text), dedup.Options{}) {
	}
}

func reuses(text string) {
	for range dedup.Reuses(context.Background(), paragraphs(text), 8, 10) {
	}
}

// index adds the paragraphs of the text to an index and looks the last one up.
func index(text string) {
	x := dedup.NewIndex[int](dedup.Options{})
	last := ""
	for i, paragraph := range paragraphs(text) {
		x.Add(i, paragraph)
		last = paragraph
	}
	x.Near(last)
}
