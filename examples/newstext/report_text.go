package main

import (
	"cmp"
	"slices"
	"strings"

	"example.org/newstext/clean"
	"example.org/newstext/date"
	"example.org/newstext/quote"
)

// A blockView is a run of neighbouring blocks of one kind.
type blockView struct {
	Kind  string
	Kept  bool
	Rule  string // of the first block
	Count int
	Brief string // how it begins
	Texts []string
}

func blockViews(p page) (views []blockView) {
	for _, b := range p.blocks {
		text := printable(p.Text[b.Start:b.End])
		kind := b.Kind.String()
		if n := len(views); n > 0 && views[n-1].Kind == kind && !b.Kind.Body() {
			views[n-1].Count++
			views[n-1].Texts = append(views[n-1].Texts, text)
			continue
		}
		views = append(views, blockView{
			Kind: kind, Kept: b.Kind.Body(), Rule: b.Rule, Count: 1,
			Brief: shorten(oneLine(text), 60), Texts: []string{text},
		})
	}
	return views
}

// A dateView is one expression of time.
type dateView struct {
	Anchor                      string
	Text, Interval, Timex, Rule string
	Told                        bool // in the article, not beside it
	mention                     date.Mention
}

// A paragraphView is a block of the article in the report's spelling.
type paragraphView struct {
	Kind     string
	Segments []segmentView
}

// A segmentView is a piece of text with all that is known about it; anchors
// stand where the thing begins, Said where a quotation ends.
type segmentView struct {
	Text    string
	Date    *dateView
	IsDate  bool // the date begins here
	Quoted  string
	Said    string // the speaker, after the last piece of the quotation
	Passage *passageView
	IsFirst bool // the passage begins here, or shows from here on
}

// told reports whether blocks of a kind tell the story.
func told(k clean.Kind) bool {
	return k.Body() || k == clean.Headline || k == clean.Deck
}

// articleParagraphs sets the parts of the page that tell the article, in one spelling.
func articleParagraphs(p page, v *articleView) (all []paragraphView) {
	text, offsets := quote.Apply(p.Text, normal...)
	for _, b := range p.blocks {
		if !told(b.Kind) {
			continue
		}
		start, end := offsets.ResultSpan(b.Start, b.End)
		all = append(all, paragraphView{Kind: b.Kind.String(), Segments: segments(text, start, end, annotations(p, v, offsets))})
	}
	return all
}

// An annotation is something known about text[start:end] of the article in the
// report's spelling.
type annotation struct {
	start, end int
	date       *dateView
	quotation  *quote.Quotation
	said       string
	passage    *passageView
}

func annotations(p page, v *articleView, offsets quote.Map) []annotation {
	var all []annotation
	add := func(start, end int, a annotation) {
		a.start, a.end = offsets.ResultSpan(start, end)
		all = append(all, a)
	}
	for i := range v.Dates {
		m := v.Dates[i].mention
		add(m.Start, m.End, annotation{date: &v.Dates[i]})
	}
	for i, q := range p.quotes {
		if q.Depth == 1 {
			add(q.Start, q.End, annotation{quotation: &p.quotes[i], said: speakerName(p.Text, q.Speaker)})
		}
	}
	for _, passage := range v.Passages {
		add(passage.start, passage.end, annotation{passage: passage})
	}
	slices.SortStableFunc(all, func(a, b annotation) int { return cmp.Compare(a.start, b.start) })
	return all
}

// segments cuts text[start:end] wherever something begins or ends. Of passages
// that overlap the first shows.
func segments(text string, start, end int, all []annotation) (views []segmentView) {
	cuts := []int{start, end}
	inside := all[:0:0]
	for _, a := range all {
		if a.start < end && start < a.end {
			inside = append(inside, a)
			cuts = append(cuts, max(start, a.start), min(end, a.end))
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	for i := range len(cuts) - 1 {
		from, to := cuts[i], cuts[i+1]
		s := segmentView{Text: printable(text[from:to])}
		for _, a := range inside {
			if a.start >= to || a.end <= from {
				continue
			}
			switch {
			case a.date != nil:
				s.Date, s.IsDate = a.date, a.start == from
			case a.quotation != nil:
				s.Quoted = a.quotation.Kind.String()
				if a.end == to {
					s.Said = a.said
				}
			case s.Passage == nil:
				s.Passage, s.IsFirst = a.passage, !a.passage.Placed
				a.passage.Placed = true
			}
		}
		views = append(views, s)
	}
	return views
}

func countWords(text string) int { return len(strings.Fields(text)) }
