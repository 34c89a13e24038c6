// Train makes the weights of webpage's model.
package main

import (
	"bufio"
	"compress/gzip"
	"crypto/sha1"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"sort"
	"strings"

	"example.org/newstext/clean/webpage/internal/body"
	"example.org/newstext/clean/webpage/internal/scan"
)

type record struct {
	ID, Set, Site, Lang, HTML, Gold string
}

type lesson struct {
	record
	page   *body.Page
	lines  [][]string
	gold   []string
	label  []bool
	weight []float64
	fold   int
	x      []body.Vector
	state  []int
	total  float64
	odds   []float64 // out of fold
}

var (
	epochs = flag.Int("epochs", 25, "")
	rate   = flag.Float64("rate", 0.03, "")
	l2     = flag.Float64("l2", 1e-4, "")
	margin = flag.Float64("margin", 1, "")
	salt   = flag.String("salt", "x", "")
	folds  = flag.Int("folds", 5, "")
	out    = flag.String("o", "", "")
	errors = flag.String("errors", "", "")
	sets   = flag.String("sets", "aeb,fundus,ftest", "")
)

func main() {
	flag.Parse()
	var ls []*lesson
	f, err := os.Open(flag.Arg(0))
	if err != nil {
		log.Fatal(err)
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		log.Fatal(err)
	}
	in := bufio.NewScanner(z)
	in.Buffer(nil, 1<<28)
	for in.Scan() {
		l := &lesson{}
		if err := json.Unmarshal(in.Bytes(), &l.record); err != nil {
			log.Fatal(err)
		}
		sum := sha1.Sum([]byte(*salt + l.Site))
		l.fold = int(sum[0]) % *folds
		p := scan.Read([]byte(l.HTML))
		l.page = body.NewPage(p)
		l.gold = split(l.Gold)
		for _, x := range p.Lines {
			l.lines = append(l.lines, split(p.Text[x.Start:x.End]))
		}
		l.label = align(l.lines, l.gold)
		l.HTML = ""
		ls = append(ls, l)
	}
	report("oracle", ls, func(l *lesson, i int) float64 {
		if l.label[i] {
			return 1
		}
		return -1
	})
	for _, l := range ls {
		l.states()
	}
	crossChain(ls)
	report("chain", ls, func(l *lesson, i int) float64 { return l.odds[i] })
	for _, t := range []float64{-1.5, -1, -.5, .5, 1} {
		report(fmt.Sprintf("threshold %v", t), ls, func(l *lesson, i int) float64 { return l.odds[i] - t })
	}
	if *out != "" {
		f, err := os.Create(*out)
		if err != nil {
			log.Fatal(err)
		}
		if err := fitChain(ls).Write(f, "weights\n"); err != nil {
			log.Fatal(err)
		}
		f.Close()
	}
	if *errors != "" {
		dump(*errors, ls)
	}
}

func report(name string, ls []*lesson, odds func(*lesson, int) float64) {
	type sum struct{ p, r, np, nr float64 }
	by := map[string]*sum{"all": {}}
	var order []string
	for _, l := range ls {
		var pred []string
		for i := range l.lines {
			if odds(l, i) > 0 {
				pred = append(pred, l.lines[i]...)
			}
		}
		p, r, okP, okR := score(l.gold, pred)
		if by[l.Set] == nil {
			by[l.Set] = &sum{}
			order = append(order, l.Set)
		}
		for _, s := range []string{l.Set, "all"} {
			if s == "all" && !strings.Contains(*sets, l.Set) || s == "all" && l.Set == "ftest-xx" {
				continue
			}
			if okP {
				by[s].p += p
				by[s].np++
			}
			if okR {
				by[s].r += r
				by[s].nr++
			}
		}
	}
	fmt.Printf("%-16s", name)
	for _, s := range append(order, "all") {
		b := by[s]
		p, r := b.p/max(1, b.np), b.r/max(1, b.nr)
		fmt.Printf("  %s %.4f (%.3f %.3f)", s, 2*p*r/(p+r), p, r)
	}
	fmt.Println()
}

// dump writes the pages, worst first, with the lines that are wrong.
func dump(name string, ls []*lesson) {
	out, err := os.Create(name)
	if err != nil {
		log.Fatal(err)
	}
	defer out.Close()
	type row struct {
		f float64
		l *lesson
	}
	var rows []row
	for _, l := range ls {
		var pred []string
		for i := range l.lines {
			if l.odds[i] > 0 {
				pred = append(pred, l.lines[i]...)
			}
		}
		p, r, _, _ := score(l.gold, pred)
		f := 0.0
		if p+r > 0 {
			f = 2 * p * r / (p + r)
		}
		fmt.Fprintf(out, "")
		rows = append(rows, row{f, l})
	}
	sort.Slice(rows, func(i, j int) bool { return rows[i].f < rows[j].f })
	for _, r := range rows {
		l := r.l
		fmt.Fprintf(out, "\n=== %.3f %s %s lines %d ldbody %v\n", r.f, l.ID, l.Site, len(l.lines), l.page.HasBody())
		for i, x := range l.page.Lines {
			mark := " "
			switch {
			case l.label[i] && l.odds[i] <= 0:
				mark = "LOST"
			case !l.label[i] && l.odds[i] > 0:
				mark = "JUNK"
			case l.label[i]:
				mark = "ok"
			default:
				continue
			}
			t := l.page.Text[x.Start:x.End]
			if len(t) > 150 {
				t = t[:150]
			}
			fmt.Fprintf(out, "%-4s %5.1f %4d %q\n", mark, l.odds[i], i, t)
		}
	}
}
