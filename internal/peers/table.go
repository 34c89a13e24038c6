package main

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
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
	f, err := os.Open(name)
	zipped := errors.Is(err, os.ErrNotExist)
	if zipped {
		f, err = os.Open(name + ".gz")
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := io.Reader(f)
	if zipped {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, err
		}
	}
	var pages []string
	for d := json.NewDecoder(r); ; {
		var page struct{ HTML string }
		if err := d.Decode(&page); errors.Is(err, io.EOF) {
			return pages, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: page %d: %w", name, len(pages)+1, err)
		}
		pages = append(pages, page.HTML)
	}
}
