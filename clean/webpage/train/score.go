package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A figure is a mean over pages, each page as much as any other.
type figure struct{ precision, recall, pages float64 }

func (f figure) f1() float64 {
	if f.precision+f.recall == 0 {
		return 0
	}
	return 2 * f.precision * f.recall / (f.precision + f.recall)
}

func (f *figure) add(p, r float64) {
	f.precision = (f.precision*f.pages + p) / (f.pages + 1)
	f.recall = (f.recall*f.pages + r) / (f.pages + 1)
	f.pages++
}

// report gives the figures of the cross-validation: a line for each set, in
// the order of their names, and one for all.
func report(lessons []*lesson) string {
	sets := make(map[string]*figure)
	var names []string
	var all figure
	for _, l := range lessons {
		if sets[l.set] == nil {
			sets[l.set] = new(figure)
			names = append(names, l.set)
		}
		p, r := l.score()
		sets[l.set].add(p, r)
		all.add(p, r)
	}
	slices.Sort(names)
	var b strings.Builder
	line := func(name string, f figure) {
		fmt.Fprintf(&b, "%-10s pages %3.0f  F1 %.4f  precision %.4f  recall %.4f\n", name, f.pages, f.f1(), f.precision, f.recall)
	}
	for _, n := range names {
		line(n, *sets[n])
	}
	line("all", all)
	return b.String()
}

// score gives precision and recall of the lines that are judged to be body,
// in runs of four words.
func (l *lesson) score() (precision, recall float64) {
	var kept []string
	for i, o := range l.odds {
		if o >= 0 {
			kept = append(kept, l.words[i]...)
		}
	}
	want, got := shingles(l.gold), shingles(kept)
	both, nWant, nGot := 0, 0, 0
	for k, n := range want {
		both += min(n, got[k])
		nWant += n
	}
	for _, n := range got {
		nGot += n
	}
	return float64(both) / float64(max(1, nGot)), float64(both) / float64(max(1, nWant))
}

// shingles counts the runs of four words; a shorter text is one.
func shingles(w []string) map[string]int {
	m := make(map[string]int)
	for i := 0; i < max(1, len(w)-3) && len(w) > 0; i++ {
		m[strings.Join(w[i:min(len(w), i+4)], " ")]++
	}
	return m
}

// wrong writes the lines judged wrongly, worst pages first.
func wrong(w io.Writer, lessons []*lesson) error {
	f1 := make(map[*lesson]float64)
	for _, l := range lessons {
		var f figure
		f.add(l.score())
		f1[l] = f.f1()
	}
	order := slices.Clone(lessons)
	slices.SortStableFunc(order, func(a, b *lesson) int { return cmp.Compare(f1[a], f1[b]) })
	for _, l := range order {
		if _, err := fmt.Fprintf(w, "\n%.3f %s %s: %d lines\n", f1[l], l.id, l.site, len(l.text)); err != nil {
			return err
		}
		for i, o := range l.odds {
			if l.body[i] != (o >= 0) {
				what := "junk"
				if l.body[i] {
					what = "lost"
				}
				fmt.Fprintf(w, "%s %5.1f line %d %.150q\n", what, o, i, l.text[i])
			}
		}
	}
	return nil
}
