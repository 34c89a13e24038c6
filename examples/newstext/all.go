package main

import (
	"flag"
	"sort"
	"strings"
	"time"

	"example.org/newstext/clean"
	"example.org/newstext/date"
	"example.org/newstext/dedup"
	"example.org/newstext/quote"
)

// A page is a record with everything that the packages say about it.
type page struct {
	record
	blocks []clean.Block
	quotes []quote.Quotation // in body blocks
	dates  chronology
}

// analyse puts the packages together: the page is labelled, dated by its own
// words where no date came with it, and its body searched for quotations.
func analyse(r record, fallback time.Time) (page, error) {
	blocks, err := blocksOf(r)
	if err != nil {
		return page{}, err
	}
	published, err := publicationOf(r, blocks, fallback, true)
	if err != nil {
		return page{}, err
	}
	p := page{record: r, blocks: blocks, dates: datesOf(r.Text, blocks, published, date.Resolver{})}
	n := 0
	for _, q := range quote.Find(r.Text) {
		for n < len(blocks) && blocks[n].End <= q.Start {
			n++
		}
		if n < len(blocks) && blocks[n].Kind.Body() {
			p.quotes = append(p.quotes, q)
		}
	}
	return p, nil
}

func allCommand() command {
	return command{
		name: "all",
		about: "Shows everything about each article: what is kept of the page, its dates, its\n" +
			"quotations, and in the end what the articles share. It holds all articles in\n" +
			"memory: 5 kB a paragraph of news, with -jsonl 2 kB.",
		example: "newstext *.txt",
		setup: func(flags *flag.FlagSet) runner {
			published := publishedFlag(flags)
			at := explainFlag(flags, "everything")
			return func(s *session) error {
				show := func(p page) error { return s.show(p, at) }
				if s.jsonl {
					show = nil
				}
				pages, err := s.pages(published.Time, show)
				switch {
				case err != nil:
					return err
				case s.jsonl:
					return s.pageLines(pages)
				case at.set:
					return nil
				}
				return s.sharedPassages(pages)
			}
		},
	}
}

// pages analyses all records, and hands each page to show, if there is one, when
// it is ready.
func (s *session) pages(fallback time.Time, show func(page) error) ([]page, error) {
	var all []page
	for p, err := range ordered(s, func(r record) (page, error) { return analyse(r, fallback) }) {
		if err != nil {
			s.complain(err)
			continue
		}
		all = append(all, p)
		if show == nil {
			continue
		}
		if err := show(p); err != nil {
			return nil, err
		}
	}
	return all, s.ctx.Err()
}

// comparable returns the pages as they are compared.
func (s *session) comparable(pages []page) []page {
	return distinct(s, pages, func(p page) record { return p.record })
}

// show writes what is known about one page.
func (s *session) show(p page, at *offset) error {
	if at.set {
		res, err := s.explanation(p.record, at, explainBlock(p.Text, p.blocks, at.offset)+
			explainMention(p.Text, p.dates, at.offset)+explainQuotation(p.Text, p.quotes, at.offset))
		if err != nil {
			s.complain(err)
			return nil
		}
		return s.write(res)
	}
	var b strings.Builder
	b.WriteString(s.style.title(p.ID))
	b.WriteString(kept(p.blocks) + "\n")
	b.WriteString(p.dates.table(p.Text, s.style))
	if len(p.quotes) > 0 {
		b.WriteString("quotations\n" + quoteTable(p.Text, p.quotes).render(s.style, "  "))
	}
	b.WriteByte('\n')
	return s.write(result{out: []byte(b.String()), note: p.dates.hint(p.record)})
}

// sharedPassages shows what the articles share; what their pages share around
// them is left out.
func (s *session) sharedPassages(pages []page) error {
	var all []unit
	byID := make(map[string]page, len(pages))
	for _, p := range s.comparable(pages) {
		all = append(all, unit{id: p.ID, text: p.Text})
		byID[p.ID] = p
	}
	list := passageList{session: s, texts: textsByID(all)}
	for p := range dedup.Reuses(s.ctx, texts(all), 0, 10) {
		if p.A == p.B || !byID[p.A].article(p.AStart) || !byID[p.B].article(p.BStart) {
			continue
		}
		if list.n == 0 {
			if err := s.write(result{out: []byte(s.style.title("shared by articles"))}); err != nil {
				return err
			}
		}
		if err := list.write(p); err != nil {
			return err
		}
	}
	return s.ctx.Err()
}

// article reports whether the block at an offset belongs to the article: its
// body, or what stands above it and in its pictures.
func (p page) article(at int) bool {
	i := sort.Search(len(p.blocks), func(i int) bool { return p.blocks[i].End > at })
	if i == len(p.blocks) {
		return false
	}
	switch p.blocks[i].Kind {
	case clean.Body, clean.Subhead, clean.Headline, clean.Deck, clean.Caption:
		return true
	}
	return false
}

// pageLines writes the pages as JSON lines. The clusters are those of the
// articles' bodies.
func (s *session) pageLines(pages []page) error {
	var bodies []unit
	for _, p := range s.comparable(pages) {
		bodies = append(bodies, unit{id: p.ID, text: body(p.Text, p.blocks), published: formatTime(p.dates.published.Time)})
	}
	clusters := make(map[string]string, len(bodies))
	for _, c := range clusterRecords(s.ctx, bodies, dedup.Options{MinWords: 1, Workers: s.workers}) {
		clusters[c.ID] = c.Cluster
	}
	if err := s.ctx.Err(); err != nil {
		return err
	}
	for _, p := range pages {
		line := jsonLine(struct {
			ID        string          `json:"id"`
			Published string          `json:"published"`
			Blocks    []blockRecord   `json:"blocks"`
			Quotes    []quoteRecord   `json:"quotes"`
			Mentions  []mentionRecord `json:"mentions"`
			Cluster   string          `json:"cluster"`
		}{
			p.ID, formatTime(p.dates.published.Time), blockRecords(p.blocks),
			quoteRecords(p.Text, p.quotes), mentionRecords(p.Text, p.dates.mentions), clusters[p.ID],
		})
		if err := s.write(result{out: line}); err != nil {
			return err
		}
	}
	return s.ctx.Err()
}
