// Teach makes pages for clean/train to learn from: it takes the markup off HTML
// pages and labels their lines as package webpage judges them with it.
//
//	go run ./teach -o FOLDER PAGES...
//
// PAGES are HTML files and folders of them; FOLDER gets blocks.jsonl and
// pages.jsonl, which clean/train describes. A page comes in two variants: full
// has every line, lite those that no nav, aside, footer, form or page header
// holds. Left out are pages that do not state their address, by which training
// tells sites apart, pages that the model is not sure of, those with hardly a
// body, and copies.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("teach: ")
	out := flag.String("o", "", "write to this `folder`, which exists")
	flag.Parse()
	if *out == "" || flag.NArg() == 0 {
		flag.Usage()
		os.Exit(2)
	}
	n, err := teach(*out, flag.Args())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(n, "pages")
}

// teach writes the lessons of all pages and returns how many pages it took.
func teach(folder string, paths []string) (int, error) {
	pages, err := create(filepath.Join(folder, "pages.jsonl"))
	if err != nil {
		return 0, err
	}
	blocks, err := create(filepath.Join(folder, "blocks.jsonl"))
	if err != nil {
		return 0, errors.Join(err, pages.close())
	}
	n, seen := 0, map[string]bool{}
	take := func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.Contains(filepath.Ext(path), "htm") {
			return err
		}
		html, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		source := read(html)
		if seen[source.text] || source.site == "" {
			return nil
		}
		seen[source.text] = true
		id := fmt.Sprint("taught-", len(seen))
		lessons := source.lessons(id)
		if len(lessons) == 0 {
			return nil
		}
		n++
		for _, l := range lessons {
			if err := blocks.Encode(l); err != nil {
				return err
			}
		}
		return pages.Encode(struct {
			ID   string `json:"id"`
			Site string `json:"site"`
		}{id, source.site})
	}
	for _, path := range paths {
		if err = filepath.WalkDir(path, take); err != nil {
			break
		}
	}
	return n, errors.Join(err, pages.close(), blocks.close())
}

// A lineFile is a file of JSON lines.
type lineFile struct {
	*json.Encoder
	buffer *bufio.Writer
	file   *os.File
}

func create(name string) (*lineFile, error) {
	f, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	b := bufio.NewWriter(f)
	return &lineFile{json.NewEncoder(b), b, f}, nil
}

func (f *lineFile) close() error { return errors.Join(f.buffer.Flush(), f.file.Close()) }
