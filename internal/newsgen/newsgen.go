// Package newsgen makes pages of news for tests, benchmarks and demonstrations:
// a word model of the sample corpus between headlines, datelines, quotations,
// expressions of time, share buttons and teasers. Pages mean nothing, but what
// programs look for is in them. The same number gives the same page on every
// machine and in every release.
package newsgen

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"time"

	"example.org/newstext/examples/corpus"
)

// A Page is one made page.
type Page struct {
	ID        string
	Text      string
	Published time.Time
	Body      []string // the paragraphs of its article
	Source    int      // number of the page whose paragraphs it repeats; its own where it is new
}

// first is the day on which page 0 appears.
var first = time.Date(2021, 3, 1, 0, 0, 0, 0, time.UTC)

// New returns page n. Every fourth page repeats the article of the page before
// it, a day later, with some paragraphs edited and some left out.
func New(n int) Page {
	p := Page{ID: fmt.Sprintf("page-%07d", n), Source: n, Published: first.AddDate(0, 0, n/8)}
	if n%4 == 3 {
		source := New(n - 1)
		p.Source, p.Published = n-1, source.Published.AddDate(0, 0, 1)
		p.Body = edited(source.Body, n)
	} else {
		p.Body = article(n)
	}
	p.Text = page(p, n)
	return p
}

func random(n int, purpose uint64) *rand.Rand { return rand.New(rand.NewPCG(uint64(n), purpose)) }

// article makes 5 to 12 paragraphs.
func article(n int) []string {
	r := random(n, 1)
	paragraphs := make([]string, 5+r.IntN(8))
	for i := range paragraphs {
		paragraphs[i] = Paragraph(r)
	}
	return paragraphs
}

// Paragraph makes one to three sentences.
func Paragraph(r *rand.Rand) string {
	sentences := make([]string, 1+r.IntN(3))
	for i := range sentences {
		sentences[i] = sentence(r)
	}
	return strings.Join(sentences, " ")
}

func sentence(r *rand.Rand) string {
	clause := clause(r, 8+r.IntN(14))
	switch r.IntN(5) {
	case 0:
		return fmt.Sprintf("“%s,” %s said %s.", upper(clause), pick(r, names), pick(r, times))
	case 1:
		return fmt.Sprintf("%s, %s.", upper(pick(r, times)), clause)
	case 2:
		return fmt.Sprintf("%s told reporters that “%s.”", pick(r, names), clause)
	}
	return upper(clause) + "."
}

var (
	names = []string{
		"Maria Lindqvist", "the minister", "Tomas Oyelaran", "the mayor of Port Haven", "Dr. Ines Caldeira",
		"a spokeswoman for the ministry", "Gen. Viktor Hallam", "the union", "Prof. Aiko Brandt", "two officials",
	}
	times = []string{
		"on Thursday", "last week", "early next month", "in June", "a year earlier", "this morning",
		"by the end of the year", "over the weekend", "on 12 May", "in the third quarter", "since 2014", "for six months",
	}
	furniture = []string{
		"Share on Facebook", "Share on Twitter", "Sign up for our daily newsletter", "Read more: what we know so far",
		"Photo: Port Haven Press", "Leave a comment", "Most popular", "Advertisement",
	}
)

func pick(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }

// page sets the article among what stands around articles on the web.
func page(p Page, n int) string {
	r := random(n, 2)
	var b strings.Builder
	line := func(s string) { b.WriteString(s + "\n\n") }
	line("Port Haven Post | News")
	line(upper(clause(random(p.Source, 3), 7)))
	line(p.Published.Format("January 2, 2006"))
	for _, paragraph := range p.Body {
		line(paragraph)
	}
	for range 3 {
		line(pick(r, furniture))
	}
	line("© 2021 Port Haven Post. All rights reserved.")
	return b.String()
}

// edited leaves a paragraph out and changes words of others.
func edited(paragraphs []string, n int) []string {
	r := random(n, 4)
	out := make([]string, 0, len(paragraphs))
	skip := r.IntN(len(paragraphs))
	for i, p := range paragraphs {
		if i == skip {
			continue
		}
		words := strings.Fields(p)
		for range len(words) / 15 {
			words[r.IntN(len(words))] = pick(r, model().words)
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}

// a chain is a word model: which words follow which in the corpus.
type chain struct {
	words []string
	next  map[string][]string
}

var model = sync.OnceValue(func() chain {
	c := chain{next: map[string][]string{}}
	for _, a := range corpus.Articles() {
		before := ""
		for _, word := range strings.Fields(a.Text) {
			word = strings.ToLower(strings.Trim(word, "\"'“”‘’.,;:()[]—-–…•|"))
			if word == "" {
				continue
			}
			c.words = append(c.words, word)
			c.next[before] = append(c.next[before], word)
			before = word
		}
	}
	return c
})

// clause makes n words, each of which follows the one before it somewhere in
// the corpus.
func clause(r *rand.Rand, n int) string {
	c := model()
	words := []string{pick(r, c.words)}
	for len(words) < n {
		next := c.next[words[len(words)-1]]
		if len(next) == 0 || r.IntN(4) == 0 {
			next = c.words
		}
		words = append(words, pick(r, next))
	}
	return strings.Join(words, " ")
}

func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
