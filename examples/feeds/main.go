// Feeds tells which entries of news feeds repeat one that was seen before, in
// the same feed or another. It keeps what it has seen in a database of its own,
// as a feed reader would:
//
//	feeds -db seen.sqlite morning.xml evening.xml
//
// The database holds a sketch an entry, 256 bytes in a BLOB column, and its
// band keys, by which SQL finds the few entries worth comparing.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"
)

func main() {
	db := flag.String("db", "seen.sqlite", "database of the entries seen so far; made where missing")
	flag.Usage = func() {
		fmt.Fprintf(flag.CommandLine.Output(), "usage: feeds [-db FILE] FEED.xml ...\n")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() == 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(context.Background(), os.Stdout, *db, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "feeds:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out io.Writer, db string, files []string) error {
	s, err := openStore(ctx, db)
	if err != nil {
		return err
	}
	defer s.close()
	for _, name := range files {
		feed, err := readFeed(name)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for _, item := range feed.Items {
			if err := report(ctx, out, s, feed.Title, item); err != nil {
				return fmt.Errorf("%s: %s: %w", name, item.Title, err)
			}
		}
	}
	return nil
}

func readFeed(name string) (*gofeed.Feed, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return gofeed.NewParser().Parse(f)
}

// report says whether the item was seen before and files it.
func report(ctx context.Context, out io.Writer, s *store, source string, item *gofeed.Item) error {
	id := item.GUID
	if id == "" {
		id = item.Link
	}
	e := entry{id: id, source: source, title: item.Title}
	text := plain(item.Content)
	if text == "" {
		text = plain(item.Description)
	}
	e.sketch = options.Sum(text)
	seen, similarity, err := s.nearest(ctx, e)
	if err != nil {
		return err
	}
	if similarity >= options.Threshold {
		fmt.Fprintf(out, "repeats %3.0f %%  %s: %s\n               %s: %s\n", 100*similarity, source, item.Title, seen.source, seen.title)
	} else {
		fmt.Fprintf(out, "new            %s: %s\n", source, item.Title)
	}
	return s.add(ctx, e)
}

// plain returns the text of the HTML that feeds carry.
func plain(content string) string {
	var b strings.Builder
	for z := html.NewTokenizer(strings.NewReader(content)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return strings.TrimSpace(b.String())
		case html.TextToken:
			b.Write(z.Text())
		default:
			b.WriteByte(' ')
		}
	}
}
