// Train makes the weights of package clean from pages whose lines are labelled.
//
//	go run ./clean/train [-folds N] [-o weights.txt] FOLDER
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
	"example.org/newstext/clean/rules"
	"example.org/newstext/internal/phrase"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("train: ")
	var o options
	flag.IntVar(&o.steps, "steps", 50, "steps of the optimiser")
	flag.Float64Var(&o.decay, "decay", 40, "strength of the quadratic penalty on weights")
	flag.Float64Var(&o.margin, "margin", 0, "how much an error must cost beyond its odds")
	flag.Float64Var(&o.least, "least", 0.4, "probability from which a line is body")
	flag.IntVar(&o.mixed, "mixed", 6, "pages made of parts of several, for each page")
	folds := flag.Int("folds", 6, "parts for the cross-validation; 0: none")
	seed := flag.Int("seed", 0, "number of the split into parts")
	worst := flag.Int("worst", 0, "print what is wrong on the N worst pages")
	site := flag.Bool("site", false, "also print what learning a site gains")
	out := flag.String("o", "", "write the weights of all pages to this `file`")
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	r, err := model.Compile(phrase.Source{Name: "rules/en.txt", Text: rules.English})
	if err != nil {
		log.Fatal(err)
	}
	o.rules = r
	pages, err := read(flag.Arg(0))
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range pages {
		p.extract(r)
	}
	if *folds > 1 {
		crossValidate(pages, *folds, *seed, o)
		report(os.Stdout, pages, *worst)
		if foreign := judgeUntrained(pages, o); len(foreign) > 0 {
			fmt.Println("by a model without any of them:")
			figures(os.Stdout, foreign)
		}
	}
	if *site {
		reportSites(os.Stdout, pages)
	}
	if *out != "" {
		if err := write(*out, pages, o); err != nil {
			log.Fatal(err)
		}
	}
}

// write trains on all pages and writes the weights.
func write(name string, pages []*page, o options) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	bytes := 0
	for _, p := range pages {
		bytes += len(p.Text)
	}
	header := fmt.Sprintf("Weights of package clean; made by clean/train, DO NOT EDIT.\n%d pages in all variants, %d bytes of text; steps %d, decay %g, margin %g, mixed %d.",
		len(pages), bytes, o.steps, o.decay, o.margin, o.mixed)
	if err := fit(pages, o).Write(f, header); err != nil {
		return err
	}
	return f.Close()
}
