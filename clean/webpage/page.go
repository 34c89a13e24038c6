package webpage

import (
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"example.org/newstext/clean"
	"example.org/newstext/clean/webpage/internal/body"
	"example.org/newstext/clean/webpage/internal/scan"
)

// A Page is an HTML page's visible text and what the page states of itself.
type Page struct {
	Text   string        // a line for each block of the page, an empty line between
	Blocks []clean.Block // what each part of Text is

	Title     string // the headline as the page states it for programs, else the window's title
	URL       string // the canonical address; empty: not stated
	SiteName  string
	Authors   []string
	Published time.Time // zero: not stated; midnight UTC where only a day is stated
	Modified  time.Time
	Charset   string // the encoding that the page was read in, as "utf-8"

	html  decoded
	marks scan.Marks
}

// A Parser reads HTML pages. The zero Parser is what [Parse] uses. A Parser
// may be shared.
type Parser struct {
	ContentType string         // the HTTP header, whose charset counts unless the bytes belie it
	URL         string         // where the page came from: addresses on it are relative to that
	Cleaner     *clean.Cleaner // names the kinds of blocks, and its own rules decide; nil: the zero Cleaner
}

// Parse reads an HTML page. It is the method of the zero [Parser].
func Parse(html []byte) *Page { return Parser{}.Parse(html) }

// Parse reads an HTML page in time linear in its length. The Page refers to
// html, which must not change.
func (p Parser) Parse(html []byte) *Page {
	d := decode(html, p.ContentType)
	s := scan.Read(d.text)
	page := &Page{
		Text: s.Text, Title: s.Facts.Title, URL: s.Facts.URL, SiteName: s.Facts.Site, Authors: s.Facts.Authors,
		Published: s.Facts.Published, Modified: s.Facts.Modified, Charset: d.name, html: d, marks: s.Marks,
	}
	page.URL = resolve(p.URL, page.URL)
	c := p.Cleaner
	if c == nil {
		c = &clean.Cleaner{}
	}
	page.Blocks = label(c, s, body.Judge(s))
	return page
}

// resolve gives the address that ref means on a page from base.
func resolve(base, ref string) string {
	b, err := url.Parse(base)
	if err != nil {
		return ref
	}
	u, err := b.Parse(ref)
	if err != nil || ref == "" {
		return ref
	}
	return u.String()
}

// Body returns the article's text: the blocks that belong to its body, an empty
// line between them. It is empty where the page holds no article.
func (p *Page) Body() string {
	var b strings.Builder
	for _, block := range p.Blocks {
		if !block.Kind.Body() {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(p.Text[block.Start:block.End])
	}
	return b.String()
}

// Source gives the byte of the HTML that byte i of Text comes from, 0 <= i <=
// len(Text). What was copied has its own place. What was made of something
// longer (a character reference, a run of white space, the tags between two
// lines) has the place where that begins. i <= j implies Source(i) <= Source(j).
func (p *Page) Source(i int) int { return p.html.source(min(p.marks.Source(i), len(p.html.text))) }

// SourceSpan gives the part of the HTML that Text[start:end] comes from, with
// all of a character reference at its end.
func (p *Page) SourceSpan(start, end int) (int, int) {
	if start >= end {
		at := p.Source(start)
		return at, at
	}
	last := end - 1
	for last > start && !utf8.RuneStart(p.Text[last]) {
		last--
	}
	return p.Source(start), p.html.source(p.marks.Behind(last, end, p.html.text))
}
