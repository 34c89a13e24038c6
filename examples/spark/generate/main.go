// Generate writes articles as JSON lines with planted near-duplicates, to try
// and to measure the job in the folder above:
//
//	go run ./examples/spark/generate 200000 > news.jsonl
//
// Of the paragraphs, whose number is the argument, one in twenty is the same
// for all, a tenth are copies of an earlier one, and others are edits of one,
// the next day's report on the same template, or a part of one. With -poison
// there are lines among them that no job can read.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"time"

	"example.org/newstext/internal/newsgen"
)

const flood = "Subscribers can read all of our reports from Port Haven, and listen to the morning programme, on every device they own."

func main() {
	log.SetFlags(0)
	poison := flag.Int("poison", 0, "add lines that cannot be read, one with a text of `BYTES`")
	flag.Parse()
	n, err := strconv.Atoi(flag.Arg(0))
	if flag.NArg() != 1 || err != nil || n < 0 {
		log.Fatal("usage: generate [-poison BYTES] PARAGRAPHS > FILE.jsonl")
	}
	out := bufio.NewWriter(os.Stdout)
	write(out, n)
	if *poison > 0 {
		writePoison(out, *poison)
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

type record struct {
	ID        string `json:"id"`
	Text      string `json:"text"`
	Published string `json:"published"`
}

// write writes articles of one to eight paragraphs.
func write(w io.Writer, n int) {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	g := generator{random: r, coin: rand.NewZipf(r, 1.1, 8, 1<<20)}
	lines := json.NewEncoder(w)
	for article := 0; n > 0; article++ {
		paragraphs := make([]string, min(n, 1+r.IntN(8)))
		for i := range paragraphs {
			paragraphs[i] = g.paragraph()
		}
		n -= len(paragraphs)
		day := time.Date(2021, 3, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.IntN(90))
		lines.Encode(record{fmt.Sprintf("news-%07d", article), strings.Join(paragraphs, "\n\n"), day.Format(time.DateOnly)})
	}
}

// A generator makes paragraphs, some of them from those it made before.
type generator struct {
	random *rand.Rand
	coin   *rand.Zipf
	made   []string
}

func (g *generator) paragraph() string {
	r := g.random
	source := ""
	if len(g.made) > 0 {
		source = g.made[r.IntN(len(g.made))]
	}
	words := strings.Fields(source)
	switch kind := r.IntN(100); {
	case kind < 5:
		return flood
	case len(words) < 12 || kind >= 40:
		words = g.named(newsgen.Paragraph(r))
	case kind < 15:
	case kind < 28:
		for range 1 + len(words)/8 {
			words[r.IntN(len(words))] = g.name()
		}
	case kind < 35:
		words = append(words, strings.Fields(fmt.Sprintf("The index of Port Haven closed at %d points.", r.IntN(9000)))...)
	default:
		words = words[:len(words)*2/3]
	}
	p := strings.Join(words, " ")
	g.made = append(g.made, p)
	return p
}

// named puts names into a paragraph, few of which are frequent, as in news.
func (g *generator) named(paragraph string) []string {
	words := strings.Fields(paragraph)
	for i := range words {
		if g.random.IntN(4) == 0 {
			words[i] = g.name()
		}
	}
	return words
}

func (g *generator) name() string {
	syllables := []string{"ba", "co", "de", "fi", "gu", "la", "mo", "ne", "pi", "ro", "su", "ta", "ve", "wi", "xa", "zo"}
	name := ""
	for k := g.coin.Uint64(); k > 0 || name == ""; k /= 16 {
		name += syllables[k%16]
	}
	return strings.ToUpper(name[:1]) + name[1:]
}

// writePoison writes lines of which only one is a record to compare: the last
// of those with the same id.
func writePoison(w io.Writer, bytes int) {
	fmt.Fprintln(w, `{"id": "torn", "text": "A line that ends in the mid`)
	fmt.Fprintln(w, `["no", "record"]`)
	fmt.Fprintln(w, `{"id": "nul", "text": "A text \u0000 with \u0000 NULs."}`)
	fmt.Fprintln(w, `{"text": "A text without an id."}`)
	fmt.Fprintf(w, "{\"id\": \"bytes\", \"text\": \"\xff\xfe\"}\n")
	fmt.Fprintf(w, "{\"id\": \"long\", \"text\": \"%s\"}\n", strings.Repeat("word ", bytes/5))
	fmt.Fprintln(w, `{"id": "twice", "text": "The first text of this id."}`)
	fmt.Fprintln(w, `{"id": "twice", "text": "The last text of this id, the one that counts."}`)
}
