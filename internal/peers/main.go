package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"example.org/newstext/clean/webpage"
)

// extractors return the text of the article on an HTML page; parse returns none
// and is what the others' time is held against.
var extractors = map[string]func(page string) (string, error){
	"newstext": func(page string) (string, error) { return webpage.Parse([]byte(page)).Body(), nil },
	"parse": func(page string) (string, error) {
		_, err := html.Parse(strings.NewReader(page))
		return "", err
	},
	"trafilatura": func(page string) (string, error) {
		result, err := trafilatura.Extract(strings.NewReader(page), trafilatura.Options{EnableFallback: true})
		if err != nil {
			return "", err
		}
		return result.ContentText, nil
	},
	"readability": func(page string) (string, error) {
		article, err := readability.FromReader(strings.NewReader(page), nil)
		if err != nil {
			return "", err
		}
		var text strings.Builder
		err = article.RenderText(&text)
		return text.String(), err
	},
}

func main() {
	data := flag.String("data", "", "print the table of all extractors for the pages in this `folder`")
	flag.Parse()
	extract := extractors[flag.Arg(0)]
	var err error
	switch {
	case *data != "":
		err = table(context.Background(), os.Stdout, *data)
	case extract != nil:
		err = run(os.Stdin, os.Stdout, extract)
	default:
		fmt.Fprintln(os.Stderr, "usage: peers -data FOLDER\n       peers newstext|trafilatura|readability < {id, html} lines > {id, text} lines")
		os.Exit(2)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

// run extracts page by page. A page that fails is empty and named on standard
// error.
func run(in io.Reader, out io.Writer, extract func(string) (string, error)) error {
	d := json.NewDecoder(bufio.NewReader(in))
	e := json.NewEncoder(out)
	for {
		var page struct{ ID, HTML string }
		if err := d.Decode(&page); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		text, err := extract(page.HTML)
		if err != nil {
			fmt.Fprintf(os.Stderr, "peers: %s: %v\n", page.ID, err)
		}
		if err := e.Encode(map[string]string{"id": page.ID, "text": text}); err != nil {
			return err
		}
	}
}
