package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"example.org/newstext/internal/lines"
)

// table prints what each extractor gets right on the labelled pages of a folder,
// as internal/bench measures it, and its time on one core in times that of
// html.Parse.
func table(ctx context.Context, out io.Writer, data string) error {
	pages, err := load(filepath.Join(data, "clean", "pages.jsonl"))
	if err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	tmp, err := os.MkdirTemp("", "newstext-peers")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	bench := filepath.Join(tmp, "bench.exe")
	if text, err := exec.CommandContext(ctx, "go", "build", "-o", bench, "example.org/newstext/internal/bench").CombinedOutput(); err != nil {
		return fmt.Errorf("building internal/bench: %w\n%s", err, text)
	}
	runtime.GOMAXPROCS(1)
	parse := cost(pages, extractors["parse"])
	for _, name := range []string{"newstext", "readability", "trafilatura"} {
		text, err := exec.CommandContext(ctx, bench, "-data", data, "-bin", self, "-html", self+" "+name, "-only", "pages html", "clean").Output()
		if err != nil {
			return fmt.Errorf("internal/bench of %s: %w: %s", name, err, text)
		}
		figures := strings.TrimSpace(strings.TrimPrefix(string(text), "clean  pages html"))
		fmt.Fprintf(out, "%-12s time %5.1f  %s\n", name, cost(pages, extractors[name]).Seconds()/parse.Seconds(), figures)
	}
	return nil
}

// cost returns the least time of three that an extractor takes for the pages.
func cost(pages []string, extract func(string) (string, error)) time.Duration {
	least := time.Duration(1<<63 - 1)
	for range 3 {
		start := time.Now()
		for _, page := range pages {
			extract(page)
		}
		least = min(least, time.Since(start))
	}
	return least
}

// load returns the HTML of the pages in a file, or in what it is called with .gz.
func load(name string) ([]string, error) {
	var pages []string
	err := lines.Each(name, func(line []byte) error {
		var page struct{ HTML string }
		if err := json.Unmarshal(line, &page); err != nil {
			return err
		}
		pages = append(pages, page.HTML)
		return nil
	})
	return pages, err
}
