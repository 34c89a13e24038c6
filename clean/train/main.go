package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"sync"
	"time"

	"example.org/newstext/clean/internal/model"
	"example.org/newstext/clean/rules"
	"example.org/newstext/internal/phrase"
)

func main() {
	folds := flag.Int("folds", 5, "")
	epochs := flag.Int("epochs", 50, "")
	which := flag.String("which", "24", "")
	dropout := flag.Float64("dropout", 0, "")
	drop := flag.String("drop", "", "")
	lost := flag.Float64("lost", 1, "")
	l2 := flag.Float64("l2", 3, "")
	margin := flag.Float64("margin", 1, "")
	threshold := flag.Float64("threshold", 0.5, "")
	xx := flag.Bool("xx", true, "")
	worst := flag.Int("worst", 0, "")
	onlyFold := flag.Int("only", -1, "")
	seed := flag.Int("seed", 0, "")
	out := flag.String("o", "", "")
	flag.Parse()
	pages, err := read(flag.Arg(0))
	if err != nil {
		log.Fatal(err)
	}
	t := time.Now()
	rs, err := model.Compile(phrase.Source{Name: "en.txt", Text: rules.English})
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range pages {
		p.extract(rs)
		if *drop != "" {
			model.Drop(p.x, *drop)
		}
	}
	fmt.Fprintln(os.Stderr, "extracted", len(pages), time.Since(t))
	o := options{*epochs, *l2, *margin, *lost, false, *dropout}
	if *folds > 1 {
		var wg sync.WaitGroup
		sem := make(chan bool, 2)
		for f := range *folds {
			if *onlyFold >= 0 && f != *onlyFold {
				continue
			}
			wg.Add(1)
			sem <- true
			go func() {
				defer wg.Done()
				var train []*page
				for _, p := range pages {
					if p.fold(*folds, *seed) != f && (*xx || p.Set != "ftest-xx") {
						train = append(train, p)
					}
				}
				ms := fitAll(train, o, *which)
				for _, p := range pages {
					if p.fold(*folds, *seed) == f {
						p.predict(ms, *threshold)
					}
				}
				<-sem
			}()
		}
		wg.Wait()
		report(pages, *worst)
	}
	if *out != "" {
		m := fit(pages, o)
		f, err := os.Create(*out)
		if err != nil {
			log.Fatal(err)
		}
		if err := m.Write(f, "Weights"); err != nil {
			log.Fatal(err)
		}
		f.Close()
	}
}

func fitAll(pages []*page, o options, which string) []*model.Model {
	var ms []*model.Model
	for _, c := range which {
		q := o
		q.two = c == '2'
		ms = append(ms, fit(pages, q))
	}
	return ms
}
