// Train writes the tables of package surprise.
//
//	go run ./quote/internal/surprise/train TEXT.jsonl ...
//	go run ./quote/internal/surprise/train -words WORDS.jsonl ...
//
// Each line of the files is {"text": ...}, sound text of any language. It writes
// classes.txt and common.txt into the folder of the package, which is the
// working folder or -out. With -words each line is {"text": ..., "count": ...},
// a word and how often it occurs in a million words of its language, and it
// writes letters.txt. The one here was made from wordfreq 3.1.1: the large lists
// of Japanese and of Chinese (counted 0.3 times, so that Japanese is not read as
// Chinese), the small ones of ar bg bn cs da de el es fa fi fr he hi hu is it ko
// lt lv mk nb nl pl pt ro ru sh sk sl sv ta tr uk ur vi.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"example.org/newstext/quote/internal/surprise"
)

func main() {
	out := flag.String("out", ".", "folder to write to")
	words := flag.Bool("words", false, "read words and write letters.txt")
	flag.Parse()
	var counts surprise.Counts
	var letters surprise.LetterCounts
	for _, name := range flag.Args() {
		err := read(name, func(r record) {
			if *words {
				letters.Add(r.Text, r.Count)
			} else {
				counts.Add(r.Text)
			}
		})
		if err != nil {
			log.Fatal(err)
		}
	}
	tables := map[string]string{"classes.txt": counts.Classes(), "common.txt": counts.Common()}
	if *words {
		tables = map[string]string{"letters.txt": letters.Letters()}
	}
	for name, text := range tables {
		if err := os.WriteFile(filepath.Join(*out, name), []byte(text), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

// A record is one line of a file.
type record struct {
	Text  string
	Count float64
}

// read calls add with the records of one file.
func read(name string, add func(record)) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	d := json.NewDecoder(bufio.NewReader(f))
	for n := 1; d.More(); n++ {
		var r record
		if err := d.Decode(&r); err != nil {
			return fmt.Errorf("%s: record %d: %w", name, n, err)
		}
		add(r)
	}
	return nil
}
