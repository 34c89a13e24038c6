// Train makes the weights by which package webpage judges the lines of a page.
//
//	train [-o weights.txt] [-errors FILE] PAGES.jsonl.gz
//
// PAGES holds JSON lines, compressed or not: {id, set, site, html, gold}, where
// gold is the article's text and site the publisher; set names a part of the
// data for the report. It prints for each set and for all F1, precision and
// recall over runs of four words, as means over pages, cross-validated: the
// lines of a page are judged by weights that were made without its site. With
// -o it then trains on all pages and writes the weights; the same pages and
// flags give the same file.
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"hash/fnv"
	"io"
	"log"
	"os"
	"strings"

	"example.org/newstext/clean/webpage/internal/body"
	"example.org/newstext/clean/webpage/internal/scan"
)

// A lesson is a page to learn from.
type lesson struct {
	id, set, site string
	text          []string      // of each line
	words         [][]string    // of each line
	gold          []string      // words of the article
	body          []bool        // which lines are the article's
	state         []int         // of each line, among the model's states
	features      []body.Vector // of each line
	total         float64       // words of the lines that are body
	odds          []float64     // of each line, by weights that its site had no part in
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("train: ")
	var o options
	flag.IntVar(&o.epochs, "epochs", 40, "times that each page is looked at")
	flag.IntVar(&o.models, "models", 8, "models that are trained, for their mean")
	flag.Float64Var(&o.rate, "rate", 0.03, "step size at first; it falls to a tenth")
	flag.Float64Var(&o.ridge, "ridge", 3e-4, "pull of the weights towards zero")
	flag.Float64Var(&o.margin, "margin", 1, "log odds by which a line of a tenth of the article should be right")
	flag.Float64Var(&o.drop, "drop", 0.35, "share of the groups of features that are left out at each look at a page")
	folds := flag.Int("folds", 5, "parts of the cross-validation")
	seed := flag.String("seed", "", "other words, other parts")
	out := flag.String("o", "", "file for the weights")
	errorFile := flag.String("errors", "", "file for the lines judged wrongly in cross-validation, worst pages first")
	flag.Parse()
	if flag.NArg() != 1 || *folds < 2 {
		flag.Usage()
		os.Exit(2)
	}
	lessons, err := read(flag.Arg(0))
	if err != nil {
		log.Fatal(err)
	}
	crossValidate(lessons, o, *folds, *seed)
	figures := report(lessons)
	fmt.Print(figures)
	if *errorFile != "" {
		if err := write(*errorFile, func(w io.Writer) error { return wrong(w, lessons) }); err != nil {
			log.Fatal(err)
		}
	}
	if *out == "" {
		return
	}
	comment := fmt.Sprintf("What each feature adds to the states before, inside, hole and after.\n"+
		"Made by train from %d pages with -models %d -epochs %d -rate %v -ridge %v -margin %v -drop %v.\n"+
		"Cross-validated over sites in %d parts:\n%s", len(lessons), o.models, o.epochs, o.rate, o.ridge, o.margin, o.drop, *folds, figures)
	c := fit(lessons, o)
	if err := write(*out, func(w io.Writer) error { return c.Write(w, comment) }); err != nil {
		log.Fatal(err)
	}
}

// write writes a file.
func write(name string, f func(io.Writer) error) error {
	w, err := os.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(f(w), w.Close())
}

// read reads the pages.
func read(name string) ([]*lesson, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, err
		}
	}
	var lessons []*lesson
	in := json.NewDecoder(bufio.NewReader(r))
	for {
		var p struct{ ID, Set, Site, HTML, Gold string }
		err := in.Decode(&p)
		if errors.Is(err, io.EOF) {
			return lessons, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: page %d: %w", name, len(lessons)+1, err)
		}
		l := newLesson(p.HTML, p.Gold)
		l.id, l.set, l.site = p.ID, p.Set, p.Site
		lessons = append(lessons, l)
	}
}

func newLesson(html, gold string) *lesson {
	p := scan.Read([]byte(html))
	g := body.NewPage(p)
	l := &lesson{gold: split(gold)}
	var v body.Vector
	for i, line := range p.Lines {
		l.text = append(l.text, p.Text[line.Start:line.End])
		l.words = append(l.words, split(l.text[i]))
		g.Features(&v, i)
		l.features = append(l.features, v.Clone())
	}
	l.body = align(l.words, l.gold)
	l.place()
	return l
}

// fold gives the part that a page's site belongs to.
func (l *lesson) fold(folds int, seed string) int {
	h := fnv.New32a()
	io.WriteString(h, seed+l.site)
	return int(h.Sum32()>>3) % folds
}
