// Train writes the tables of package surprise.
//
//	go run ./quote/internal/surprise/train TEXT.jsonl ...
//
// Each line of the files is {"text": ...}, sound text of any language. It writes
// classes.txt and common.txt into the folder of the package, which is the
// working folder or -out.
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
	flag.Parse()
	var counts surprise.Counts
	for _, name := range flag.Args() {
		if err := read(name, &counts); err != nil {
			log.Fatal(err)
		}
	}
	for name, text := range map[string]string{"classes.txt": counts.Classes(), "common.txt": counts.Common()} {
		if err := os.WriteFile(filepath.Join(*out, name), []byte(text), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

// read counts the texts of one file.
func read(name string, counts *surprise.Counts) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewReader(f)
	d := json.NewDecoder(lines)
	for n := 1; d.More(); n++ {
		var record struct{ Text string }
		if err := d.Decode(&record); err != nil {
			return fmt.Errorf("%s: record %d: %w", name, n, err)
		}
		counts.Add(record.Text)
	}
	return nil
}
