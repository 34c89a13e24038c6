package main

import (
	"encoding/json"
	"strings"
	"time"

	"example.org/newstext/clean"
)

// A record is what is written of a page.
type record struct {
	ID        string  `json:"id"`
	URL       string  `json:"url,omitempty"`
	Title     string  `json:"title,omitempty"`
	Published string  `json:"published,omitempty"`
	Text      string  `json:"text"`
	Blocks    []block `json:"blocks,omitempty"`
}

type block struct {
	Start int     `json:"start"`
	End   int     `json:"end"`
	Kind  string  `json:"kind"`
	Keep  bool    `json:"keep"`
	Score float64 `json:"score"`
	Rule  string  `json:"rule"`
}

// write writes a page, and says so where it holds no article.
func (t *task) write(where string, r record, blocks []clean.Block) {
	article := body(r.Text, blocks)
	if article == "" {
		t.note(where, "holds no article")
	}
	switch {
	case t.body && t.jsonl:
		t.encode(record{ID: r.ID, Text: article})
	case t.body:
		if article != "" {
			_, t.fault = t.out.WriteString(article + "\n\n")
		}
	default:
		for _, b := range blocks {
			r.Blocks = append(r.Blocks, block{b.Start, b.End, b.Kind.String(), b.Kind.Body(), b.Score, b.Rule})
		}
		t.encode(r)
	}
}

func (t *task) encode(r record) {
	e := json.NewEncoder(t.out)
	e.SetEscapeHTML(false)
	t.fault = e.Encode(r)
}

// body gives the blocks that belong to the article, an empty line between.
func body(text string, blocks []clean.Block) string {
	var b strings.Builder
	for _, block := range blocks {
		if !block.Kind.Body() {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(text[block.Start:block.End])
	}
	return b.String()
}

// published gives a date as newstext reads it: the day, and the time where the
// page states one; empty: not stated.
func published(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case t.Equal(t.UTC().Truncate(24 * time.Hour)):
		return t.Format(time.DateOnly)
	}
	return t.Format("2006-01-02T15:04:05")
}
