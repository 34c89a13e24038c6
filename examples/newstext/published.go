package main

import (
	"flag"
	"fmt"
	"time"

	"example.org/newstext/clean"
	"example.org/newstext/date"
)

// A publication is when a page was published, as far as that is known.
type publication struct {
	time.Time
	start, end int    // where the text says so; start == end elsewhere
	source     string // who says so
}

// publicationOf takes the date that came with the record, or else the one that
// the page states, or else the fallback of -published. In a record for dates,
// a date that is given as empty stays unknown.
func publicationOf(r record, blocks []clean.Block, fallback time.Time, fromText bool) (publication, error) {
	if r.Published != nil && *r.Published != "" {
		t, err := parseTime(*r.Published)
		if err != nil {
			return publication{}, fmt.Errorf("%s: published: %w", r.where, err)
		}
		return publication{Time: t, source: "given with the text"}, nil
	}
	if fromText || r.Published == nil {
		if m, ok := statedDate(r.Text, blocks); ok {
			return publication{m.From, m.Start, m.End, "stated in the text"}, nil
		}
	}
	if !fallback.IsZero() {
		return publication{Time: fallback, source: "given with -published"}, nil
	}
	return publication{source: "unknown"}, nil
}

// statedDate is the date that a page gives as its own, and not that of a
// teaser on it.
func statedDate(text string, blocks []clean.Block) (date.Mention, bool) {
	m, ok := date.Published(text)
	for _, b := range blocks {
		if ok && b.Kind == clean.Teaser && b.Start <= m.Start && m.Start < b.End {
			m, ok = date.Published(text[:firstTeaser(blocks)])
		}
	}
	return m, ok
}

func firstTeaser(blocks []clean.Block) int {
	for _, b := range blocks {
		if b.Kind == clean.Teaser {
			return b.Start
		}
	}
	return 0
}

// timeLayouts are the ways in which a date of publication may be given.
var timeLayouts = []string{
	time.DateOnly, "2006-01-02T15:04:05", time.RFC3339, "2006-01-02T15:04", time.DateTime, "2006-01-02 15:04",
}

func parseTime(s string) (time.Time, error) {
	for _, layout := range timeLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is no date like 2019-11-18 or 2019-11-18T09:00:00", s)
}

// formatTime is the inverse: without the clock where that says nothing.
func formatTime(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case atMidnight(t):
		return t.Format(time.DateOnly)
	}
	return t.Format("2006-01-02T15:04:05")
}

func atMidnight(t time.Time) bool {
	return t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0
}

// A timeFlag is a flag that holds a date.
type timeFlag struct{ time.Time }

func (f *timeFlag) String() string { return "" }

func (f *timeFlag) Set(s string) (err error) {
	f.Time, err = parseTime(s)
	return err
}

// publishedFlag defines -published.
func publishedFlag(flags *flag.FlagSet) *timeFlag {
	f := new(timeFlag)
	flags.Var(f, "published", "the date of inputs that state none, `DATE` as 2019-11-18")
	return f
}
