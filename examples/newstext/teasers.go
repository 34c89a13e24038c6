package main

import (
	"sort"
	"strings"
	"time"

	"example.org/newstext/clean"
	"example.org/newstext/date"
)

// A teaser is another story on the page: text[start:end].
type teaser struct {
	start, end int
	published  time.Time   // the date it gives; zero for none
	line       clean.Block // the line that gives it
}

// dates reports whether text[start:end] is to be resolved against the
// teaser's date, as all of it is but the line that gives the date.
func (t teaser) dates(start, end int) bool {
	return !t.published.IsZero() && (end <= t.line.Start || t.line.End <= start)
}

// teasersOf finds the teasers of a page. Each run of teaser blocks is cut by
// the lines that are dates: behind each where the run ends with one, and
// otherwise as many blocks before each as stand before the first. A line that
// stands alone is no teaser with a date, whatever its label.
func teasersOf(text string, blocks []clean.Block, published time.Time, resolver date.Resolver) []teaser {
	var all []teaser
	for i := 0; i < len(blocks); i++ {
		if blocks[i].Kind != clean.Teaser {
			continue
		}
		first := i
		for i < len(blocks) && blocks[i].Kind == clean.Teaser {
			i++
		}
		all = append(all, cutTeasers(text, blocks[first:i], published, resolver)...)
	}
	return all
}

func cutTeasers(text string, run []clean.Block, published time.Time, resolver date.Resolver) []teaser {
	dates := make([]time.Time, len(run))
	var dated []int
	for i, b := range run {
		if t, ok := dateLine(text[b.Start:b.End], published, resolver); ok {
			dates[i] = t
			dated = append(dated, i)
		}
	}
	if len(dated) == 0 {
		return []teaser{{start: run[0].Start, end: run[len(run)-1].End}}
	}
	var all []teaser
	from := 0
	for n, i := range dated {
		to := len(run)
		switch {
		case dated[len(dated)-1] == len(run)-1:
			to = i + 1
		case n+1 < len(dated):
			to = max(dated[n+1]-dated[0], i+1)
		}
		t := teaser{start: run[from].Start, end: run[to-1].End}
		if to-from > 1 {
			t.published, t.line = dates[i], run[i]
		}
		all = append(all, t)
		from = to
	}
	return all
}

// dateLine reports whether a line is there to give a date: a full one with at
// most a name beside it, or any day that is all of the line.
func dateLine(line string, published time.Time, resolver date.Resolver) (time.Time, bool) {
	const longest, besides = 100, 30
	if len(line) > longest {
		return time.Time{}, false
	}
	for _, m := range resolver.Find(line, published) {
		rest := len(strings.TrimSpace(line[:m.Start])) + len(strings.TrimSpace(line[m.End:]))
		full := m.Stated.Has(date.StatedDay|date.StatedMonth) && rest <= besides
		if !m.From.IsZero() && m.Grain != date.NoGrain && m.Grain <= date.Day && (full || rest == 0) {
			return m.From, true
		}
	}
	return time.Time{}, false
}

// within returns the number of the teaser that holds text[start:end], or -1.
func within(all []teaser, start, end int) int {
	i := sort.Search(len(all), func(i int) bool { return all[i].end > start })
	if i < len(all) && all[i].start <= start && end <= all[i].end {
		return i
	}
	return -1
}
