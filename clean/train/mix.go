package main

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"

	"example.org/newstext/clean/internal/model"
)

// mix returns the pages and for each of them n made ones, where its body stands
// among what other sites have before and after theirs. A model that sees each
// body in several places learns what a body is rather than how one site looks.
// rng draws whose.
func mix(pages []*page, n int, r *model.Rules, rng *rand.Rand) []*page {
	var whole []*page
	for _, p := range pages {
		if first, _ := p.span(); first >= 0 {
			whole = append(whole, p)
		}
	}
	out := slices.Clone(pages)
	for range n {
		for _, p := range whole {
			q := p.between(partner(rng, p, whole), partner(rng, p, whole), rng)
			q.extract(r)
			out = append(out, q)
		}
	}
	return out
}

const (
	above = 4 // lines above a body that go with it: headline, byline
	below = 3 // and below it: credit, share buttons
	tries = 8 // pages that are asked whether they speak a page's language
)

// between makes a page of lines before a's body, p's body with the lines next to
// it, and lines after z's.
func (p *page) between(a, z *page, rng *rand.Rand) *page {
	q := &page{ID: p.ID, Set: p.Set, Variant: p.Variant, site: p.site, taught: p.taught}
	first, last := p.span()
	own := min(first, above)
	head, _ := a.span()
	head = max(0, head-own)
	start := head - cropped(rng, head)
	_, foot := z.span()
	foot = min(foot+1+below, len(z.Blocks))
	end := foot + cropped(rng, len(z.Blocks)-foot)
	var text strings.Builder
	q.take(&text, a, start, head)
	q.take(&text, p, first-own, min(last+1+below, len(p.Blocks)))
	q.take(&text, z, foot, end)
	q.Text = text.String()
	return q
}

// cropped returns how many of n lines above or below a body are left: all every
// second time, else any number, few oftener than many, as where menus and
// footers were cut off before.
func cropped(rng *rand.Rand, n int) int {
	if rng.IntN(2) == 0 {
		return n
	}
	return rng.IntN(1 + rng.IntN(n+1))
}

// take adds the lines from:to of another page.
func (p *page) take(text *strings.Builder, from *page, start, end int) {
	for i := start; i < end; i++ {
		b := from.Blocks[i]
		at := text.Len()
		text.WriteString(from.Text[b.start:b.end])
		p.Blocks = append(p.Blocks, block{at, text.Len(), b.keep})
		p.keep = append(p.keep, b.keep)
		if b.keep {
			p.body += b.end - b.start
		}
		text.WriteByte('\n')
	}
}

// partner draws a page in p's language, or p itself if there seems to be none.
func partner(rng *rand.Rand, p *page, pages []*page) *page {
	for range tries {
		q := pages[rng.IntN(len(pages))]
		shared := 0
		for _, w := range q.common {
			if slices.Contains(p.common, w) {
				shared++
			}
		}
		if 3*shared >= len(p.common) {
			return q
		}
	}
	return p
}

// commonest returns the 25 commonest words of the page's body: its language's,
// for the most part.
func commonest(p *page) []string {
	count := map[string]int{}
	var all []string
	for i, b := range p.Blocks {
		if !p.keep[i] {
			continue
		}
		for _, w := range words(strings.ToLower(p.Text[b.start:b.end])) {
			if count[w]++; count[w] == 1 {
				all = append(all, w)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b string) int { return cmp.Compare(count[b], count[a]) })
	return all[:min(25, len(all))]
}
