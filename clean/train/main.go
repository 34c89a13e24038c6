// Train makes the weights of package clean from pages whose lines are labelled.
//
//	go run ./clean/train [-folds N] [-o weights.txt] FOLDER [TAUGHT...]
//
// FOLDER holds two files of JSON lines, each also as .gz:
//
//	blocks.jsonl  {"id", "set", "variant", "text", "blocks": [[start, end, "keep"|"drop"], ...]}
//	pages.jsonl   {"id", "site", "text", "lite", "gold"}
//
// A block is a line of text, in bytes; a page may come in several variants,
// such as with and without what its markup says is navigation: "lite" and any
// other name, whose whole text is the page's text. gold is the article as it
// should be.
//
// Each TAUGHT folder is like it but for gold: its lines were labelled by a
// program that saw the pages' markup, as clean/webpage/teach writes them. They
// are learned from and not judged. There can be many of these, from more sites
// and in more languages than somebody would label by hand.
//
// It first prints page F1 cross-validated by site: no page is judged by a
// model that has seen its site. Only that figure says how well other pages are
// cleaned. Then, with -o, it trains on all pages and writes the weights, always
// the same bytes for the same data.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"

	"example.org/newstext/clean/internal/model"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("train: ")
	var o options
	flag.IntVar(&o.models, "models", 3, "models that are trained, for their mean")
	flag.IntVar(&o.epochs, "epochs", 6, "times that each page is looked at")
	flag.Float64Var(&o.rate, "rate", 0.03, "size of the first steps")
	flag.Float64Var(&o.decay, "decay", 0.01, "strength of the quadratic penalty on weights")
	flag.IntVar(&o.mixed, "mixed", 4, "pages made of parts of several, for each page of FOLDER")
	flag.IntVar(&o.taught, "taught", 1, "and for each of the other folders")
	folds := flag.Int("folds", 6, "parts for the cross-validation; 0: none")
	seed := flag.Int("seed", 0, "number of the split into parts")
	worst := flag.Int("worst", 0, "print what is wrong on the N worst pages")
	site := flag.Bool("site", false, "also print what learning a site gains")
	note := flag.String("note", "", "what the pages are, for the first lines of the weights")
	out := flag.String("o", "", "write the weights of all pages to this `file`")
	flag.Parse()
	if flag.NArg() == 0 {
		flag.Usage()
		os.Exit(2)
	}
	o.rules = model.Builtin()
	pages, err := readAll(flag.Args())
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range pages {
		p.extract(o.rules)
	}
	byHand, _ := byTeacher(pages)
	if *folds > 1 {
		crossValidate(pages, *folds, *seed, o)
		report(os.Stdout, byHand, *worst)
		if foreign := judgeUntrained(byHand, o); len(foreign) > 0 {
			fmt.Println("by a model without any of them, nor of the pages that were taught:")
			figures(os.Stdout, foreign)
		}
	}
	if *site {
		reportSites(os.Stdout, byHand)
	}
	if *out != "" {
		if err := write(*out, *note, pages, o); err != nil {
			log.Fatal(err)
		}
	}
}

// write trains on all pages and writes the weights.
func write(name, note string, pages []*page, o options) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	bytes := 0
	for _, p := range pages {
		bytes += len(p.Text)
	}
	_, taught := byTeacher(pages)
	header := fmt.Sprintf("Weights of package clean; made by clean/train, DO NOT EDIT.\n"+
		"%d pages in all variants, %d of them taught, %d bytes of text;\n"+
		"models %d, epochs %d, rate %g, decay %g, mixed %d, taught %d.\n%s",
		len(pages), len(taught), bytes, o.models, o.epochs, o.rate, o.decay, o.mixed, o.taught, note)
	if err := fit(pages, o).Write(f, header); err != nil {
		return err
	}
	return f.Close()
}
