// Measure prints how the CPU time of each package grows when hostile input
// doubles:
//
//	go run ./internal/hostile/measure [-v] [SIZE]
//
// It exits with 1 where the time more than doubles (a ratio above 2.3) or a
// megabyte takes more than a second. Exact pairs and the passages of many texts
// are not among the targets: where all texts are alike the pairs themselves are
// quadratic, as their comments say.
package main

import (
	"context"
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
		{Name: "find", Run: func(text string) { quote.Find(text) }},
		{Name: "date", Run: func(text string) { date.Find(text, published) }},
		{Name: "published", Run: func(text string) { date.Published(text) }},
		{Name: "sum", Run: func(text string) { dedup.Options{}.Sum(text) }},
		{Name: "shared", Run: func(text string) { dedup.Shared(text, text[len(text)/2:], 8) }},
		{Name: "repeats", Run: func(text string) { dedup.Repeats(text, 8) }},
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

// clusters groups the paragraphs of the text.
func clusters(text string) {
	dedup.Clusters(context.Background(), func(yield func(int, string) bool) {
		i := 0
		for paragraph := range strings.SplitSeq(text, "\n\n") {
			if i++; !yield(i, paragraph) {
				return
			}
		}
	}, dedup.Options{})
}

// index adds the paragraphs of the text to an index and looks the last one up.
func index(text string) {
	x := dedup.NewIndex[int](dedup.Options{})
	i := 0
	last := ""
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		i++
		x.Add(i, paragraph)
		last = paragraph
	}
	x.Near(last)
}
