package date

import (
	"slices"
	"strings"
	"sync"
	"time"

	"example.org/newstext/internal/phrase"
)

// A Resolver says how expressions are to be read where readers differ. The
// zero Resolver reads news: its weeks begin on Monday, what could be past or
// future is past unless the clause looks ahead. It may be shared.
type Resolver struct {
	DayFirst    bool       // 3/4/2019 is 3 April
	Future      bool       // what could be past or future is future
	SundayWeek  bool       // weeks begin on Sunday
	FiscalStart time.Month // where the fiscal year begins; 0 means January
	Exact       bool       // "in two hours" and "two weeks ago" count from published and its clock to the second or the day
	Ranges      bool       // two dates joined by "to" are one mention, "since May" leaves To open; a range takes in its last day, or ends where its last clock begins (see [Chat])
	Language    Language   // of the rules; the zero value is English
	Casual      bool       // also what messages write: "tmr at 3", "9a", "+2h"; in a text that is nothing else, "2h" is two hours ago
}

// Find returns the temporal expressions of text as the zero [Resolver] reads
// them, in order; none overlaps another. Relative expressions are resolved
// against published, the day that its location shows. Where published is zero,
// those that need no reference are resolved and the others keep X for what is
// not known: XXXX-WXX-7 for "Sunday".
//
// Find takes time in proportion to the text, whatever it holds, and may be
// called by many goroutines at once.
func Find(text string, published time.Time) []Mention {
	return news.Find(text, published)
}

// Find returns the temporal expressions of text; see the function [Find].
func (r *Resolver) Find(text string, published time.Time) []Mention {
	switch {
	case r.Language == German:
		return r.find(german(), text, published)
	case r.Casual:
		return r.find(casual(), text, published)
	}
	return r.find(english(), text, published)
}

// A Language says which rules are read. What lies behind or ahead is decided by
// English words; in other languages what could be past is past.
type Language uint8

// The languages that there are rules for: rules/en.txt and rules/de.txt.
const (
	English Language = iota
	German           // dates, weekdays, units seen from publication, durations, sets, holidays, clock times; no quarters in focus
)

func (r *Resolver) find(g *grammar, text string, published time.Time) []Mention {
	d := document{Resolver: r, grammar: g, location: published.Location()}
	if !published.IsZero() {
		d.known = true
		d.published = dayOf(published)
		hour, minute, second := published.Clock()
		d.clock = 3600*hour + 60*minute + second
	}
	d.workspace = workspaces.Get().(*workspace)
	defer workspaces.Put(d.workspace)
	d.mentions = d.mentions[:0]
	for start := 0; start < len(text); {
		end := paragraphEnd(text, start)
		d.text, d.offset = text[start:end], start
		d.tokens = d.set.Tokens(d.tokens[:0], d.text)
		d.paragraph()
		start = end
	}
	return d.handOver()
}

// news is the zero Resolver, which is never written to.
var news = new(Resolver)

// A workspace is what a document is worked on with. It serves the next call
// again, so that a text without an expression costs no allocation.
type workspace struct {
	tokens   []phrase.Token // of the paragraph
	captures []phrase.Capture
	found    []span // its expressions
	pending  []span
	named    []namedDay // of the paragraph
	mentions []Mention  // of the whole document
}

// mostKept is the number of mentions that a workspace keeps room for.
const mostKept = 1024

// handOver returns the mentions for good, in a slice of their own.
func (w *workspace) handOver() []Mention {
	mentions := w.mentions
	switch {
	case len(mentions) == 0:
		return nil
	case len(mentions) > mostKept:
		w.mentions = nil
		return mentions
	}
	return slices.Clone(mentions)
}

var workspaces = sync.Pool{New: func() any { return new(workspace) }}

// A document is one call of Find. It works through the text by paragraphs.
type document struct {
	*Resolver
	*grammar
	location  *time.Location
	published day
	clock     int  // of published, in seconds from midnight
	known     bool // published is

	text    string // of the paragraph
	offset  int    // of the paragraph in the document
	focus   focus
	earlier point  // the last day that a paragraph before this one names
	game    bool   // the text has been found to report one
	surname string // a month that the text has used as one: "May" behind "Theresa May"
	*workspace
}

// maxParagraph bounds what is read at once.
const maxParagraph = 64 << 10

// paragraphEnd returns where the paragraph at start ends: behind a blank line,
// or at a space after maxParagraph bytes.
func paragraphEnd(text string, start int) int {
	limit := min(len(text), start+maxParagraph)
	for at := start; at < limit; {
		i := strings.IndexByte(text[at:limit], '\n')
		if i < 0 {
			break
		}
		at += i + 1
		for at < limit && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r') {
			at++
		}
		if at < limit && text[at] == '\n' {
			return at + 1
		}
	}
	if limit == len(text) {
		return limit
	}
	if i := strings.LastIndexByte(text[start:limit], ' '); i > 0 {
		return start + i + 1
	}
	for limit > start+1 && text[limit]&0xC0 == 0x80 && limit > start+maxParagraph-4 {
		limit--
	}
	return limit
}

// paragraph finds and resolves the expressions of one paragraph.
func (d *document) paragraph() {
	d.found = d.found[:0]
	for i := 0; ; {
		at, rule, n := d.set.Next(d.tokens, i)
		if rule < 0 {
			break
		}
		i = at + n - d.addExpression(rule, at, n)
	}
	if len(d.found) > 0 {
		d.resolveAll(d.join(d.lists(d.found)))
	}
}

// addExpression adds what the n tokens from i on mean by a rule to what has
// been found. It returns how many of them are there to be looked at only.
func (d *document) addExpression(rule, i, n int) (ahead int) {
	d.found = append(d.found, span{})
	s := &d.found[len(d.found)-1]
	s.expr = d.meanings[rule]
	if !d.read(&s.expr, rule, d.tokens[i:i+n]) || s.op == opNone {
		d.found = d.found[:len(d.found)-1]
		return 0
	}
	s.from, s.to, s.rule = i+s.lead, i+n-s.tail, d.set.Rules()[rule].Name
	ahead = min(s.tail, n-1)
	if d.rate(s) {
		s.op = opEvery
	}
	switch {
	case d.price(i): // $12 December 27
		ahead = n - 1
		fallthrough
	case !d.plausible(s):
		d.found = d.found[:len(d.found)-1]
	}
	return ahead
}

// A span is an expression with its place: tokens[from:to] of the paragraph.
type span struct {
	expr
	from, to int
	rule     string
	full     [2]int // of the member of a list that stands for it in its clause: tokens[full[0]:full[1]]
}

// place returns the tokens that tell of s in its clause.
func (s *span) place() (from, to int) {
	if s.full[1] > 0 {
		return s.full[0], s.full[1]
	}
	return s.from, s.to
}

// word returns the token at i in the letters of the text, or "" beyond the
// paragraph.
func (d *document) word(i int) string {
	if i < 0 || i >= len(d.tokens) {
		return ""
	}
	return d.text[d.tokens[i].Start:d.tokens[i].End]
}
