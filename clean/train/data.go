package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"

	"example.org/newstext/clean/internal/model"
)

type page struct {
	ID, Set, Variant, Text string
	Site, Gold, Input      string
	Blocks                 [][3]any
	start, end             []int
	keep                   []bool
	x, y                   []int32
	state, state2          []int8
	prob                   []float64
	kept                   []bool
	m                      metrics
}

func (p *page) fold(n, seed int) int {
	h := fnv.New32a()
	fmt.Fprint(h, seed)
	io.WriteString(h, p.Site)
	return int(h.Sum32()>>3) % n
}

func open(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err == nil {
		return f, nil
	}
	g, err := os.Open(path + ".gz")
	if err != nil {
		return nil, err
	}
	return gzip.NewReader(g)
}

func lines(path string, each func([]byte) error) error {
	r, err := open(path)
	if err != nil {
		return err
	}
	defer r.Close()
	s := bufio.NewScanner(r)
	s.Buffer(nil, 64<<20)
	for s.Scan() {
		if err := each(s.Bytes()); err != nil {
			return err
		}
	}
	return s.Err()
}

func read(dir string) ([]*page, error) {
	type goldPage struct{ ID, Site, Gold, Text, Lite string }
	byID := map[string]goldPage{}
	err := lines(filepath.Join(dir, "pages.jsonl"), func(b []byte) error {
		var g goldPage
		err := json.Unmarshal(b, &g)
		byID[g.ID] = g
		return err
	})
	if err != nil {
		return nil, err
	}
	var pages []*page
	err = lines(filepath.Join(dir, "blocks.jsonl"), func(b []byte) error {
		p := &page{}
		if err := json.Unmarshal(b, p); err != nil {
			return err
		}
		g := byID[p.ID]
		p.Site, p.Gold = g.Site, g.Gold
		p.Input = g.Text
		if p.Variant == "lite" {
			p.Input = g.Lite
		}
		for _, b := range p.Blocks {
			p.start = append(p.start, int(b[0].(float64)))
			p.end = append(p.end, int(b[1].(float64)))
			p.keep = append(p.keep, b[2].(string) == "keep")
		}
		pages = append(pages, p)
		return nil
	})
	return pages, err
}

func (p *page) extract(rs *model.Rules) {
	var w model.Page
	w.Use(rs)
	n := len(p.start)
	p.x = w.Extract(p.Text, func(i int) (int, int) { return p.start[i], p.end[i] }, n)
	first, last := -1, -1
	for i, k := range p.keep {
		if k {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	p.state = make([]int8, n)
	p.state2 = make([]int8, n)
	for i, k := range p.keep {
		if k {
			p.state2[i] = model.Inside
		}
		switch {
		case k:
			p.state[i] = model.Inside
		case i < first || first < 0:
			p.state[i] = model.Before
		case i > last:
			p.state[i] = model.After
		default:
			p.state[i] = model.Hole
		}
	}
}
