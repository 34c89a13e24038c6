package main

import (
	"fmt"
	"io"
	"slices"

	"example.org/newstext/clean"
)

// reportSites prints what learning a site gains: each page of a site with
// several is judged by the package, without and with what the site's other
// pages repeat. The package's weights have seen these pages, which leaves less
// to gain than there is on others.
func reportSites(w io.Writer, pages []*page) {
	bySite := map[string][]*page{}
	var sites []string
	for _, p := range pages {
		key := p.site + " " + p.Variant
		if bySite[key] == nil {
			sites = append(sites, key)
		}
		bySite[key] = append(bySite[key], p)
	}
	slices.Sort(sites)
	var judged []*page
	for _, key := range sites {
		if len(bySite[key]) >= 3 {
			judged = append(judged, bySite[key]...)
		}
	}
	for _, with := range []bool{false, true} {
		for _, p := range judged {
			var s clean.Site
			if with {
				for _, q := range bySite[p.site+" "+p.Variant] {
					if q != p {
						s.Learn(q.Text)
					}
				}
			}
			p.keepBlocks(s.Blocks(p.Text))
			p.score()
		}
		fmt.Fprintf(w, "site learned: %-5v %s\n", with, total(judged))
	}
}

// keepBlocks takes the package's decisions for the page's labelled lines.
func (p *page) keepBlocks(blocks []clean.Block) {
	p.kept = make([]bool, len(p.Blocks))
	j := 0
	for i, l := range p.Blocks {
		for j < len(blocks) && blocks[j].End <= l.start {
			j++
		}
		p.kept[i] = j < len(blocks) && blocks[j].Start < l.end && blocks[j].Kind.Body()
	}
}
