package main

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"path/filepath"
	"slices"

	"example.org/newstext/clean/internal/model"
	"example.org/newstext/internal/lines"
)

// A page is one variant of a labelled page.
type page struct {
	ID, Set, Variant, Text string
	Blocks                 []block
	site, gold, input      string
	taught                 bool // labelled by a program: to learn from, not to be judged

	keep   []bool
	rows   []uint16 // for each line the rows of the model that it has
	body   int      // bytes that are body
	common []string // the commonest words of the body, for mix

	odds []float64 // by a model that has not seen the page's site
	kept []bool
	m    metrics
}

// A block is a labelled line.
type block struct {
	start, end int
	keep       bool
}

// UnmarshalJSON reads [start, end, label].
func (b *block) UnmarshalJSON(data []byte) error {
	var label string
	fields := []any{&b.start, &b.end, &label}
	if err := json.Unmarshal(data, &fields); err != nil {
		return err
	}
	b.keep = label == "keep"
	return nil
}

// readAll reads the labelled pages of folders; those of all but the first were
// taught.
func readAll(folders []string) ([]*page, error) {
	var all []*page
	for i, folder := range folders {
		pages, err := read(folder)
		if err != nil {
			return nil, err
		}
		for _, p := range pages {
			p.taught = i > 0
		}
		all = append(all, pages...)
	}
	return all, nil
}

// read reads the labelled pages of a folder.
func read(folder string) ([]*page, error) {
	type source struct{ ID, Site, Text, Lite, Gold string }
	sources := map[string]source{}
	err := lines.Each(filepath.Join(folder, "pages.jsonl"), func(line []byte) error {
		var s source
		err := json.Unmarshal(line, &s)
		sources[s.ID] = s
		return err
	})
	if err != nil {
		return nil, err
	}
	var pages []*page
	err = lines.Each(filepath.Join(folder, "blocks.jsonl"), func(line []byte) error {
		p := &page{}
		if err := json.Unmarshal(line, p); err != nil {
			return err
		}
		s, ok := sources[p.ID]
		if !ok {
			return fmt.Errorf("no page %q in pages.jsonl", p.ID)
		}
		p.site, p.gold, p.input = s.Site, s.Gold, s.Text
		if p.Variant == "lite" {
			p.input = s.Lite
		}
		for _, b := range p.Blocks {
			if b.start < 0 || b.end < b.start || b.end > len(p.Text) {
				return fmt.Errorf("page %q: block %d:%d is not in the text", p.ID, b.start, b.end)
			}
			p.keep = append(p.keep, b.keep)
			if b.keep {
				p.body += b.end - b.start
			}
		}
		p.common = commonest(p)
		pages = append(pages, p)
		return nil
	})
	return pages, err
}

// extract finds the rows of the model for each line.
func (p *page) extract(r *model.Rules) {
	var w model.Page
	w.Begin(r)
	for _, b := range p.Blocks {
		w.Add(p.Text[b.start:b.end])
	}
	p.rows = w.Rows()
}

func (p *page) rowsOf(i int) []uint16 {
	n := model.Features()
	return p.rows[i*n : i*n+n]
}

// states returns the true states of the lines in a chain of k states.
func (p *page) states(k int) []uint8 {
	first, last := p.span()
	states := make([]uint8, len(p.keep))
	for i, keep := range p.keep {
		switch {
		case keep:
			states[i] = model.Inside
		case k == 2, first < 0, i < first:
			states[i] = model.Before
		case i > last:
			states[i] = model.After
		default:
			states[i] = model.Hole
		}
	}
	return states
}

// span returns the first and the last line of the body, or -1.
func (p *page) span() (first, last int) {
	first, last = slices.Index(p.keep, true), len(p.keep)-1
	for last >= 0 && !p.keep[last] {
		last--
	}
	return first, last
}

// byTeacher parts pages labelled by hand from others.
func byTeacher(pages []*page) (byHand, taught []*page) {
	for _, p := range pages {
		if p.taught {
			taught = append(taught, p)
		} else {
			byHand = append(byHand, p)
		}
	}
	return byHand, taught
}

// fold returns which of n parts the page's site is in.
func (p *page) fold(n, seed int) int {
	h := fnv.New32a()
	fmt.Fprint(h, seed)
	io.WriteString(h, p.site)
	return int(h.Sum32()>>3) % n
}
