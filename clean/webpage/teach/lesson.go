package main

import (
	"bytes"
	"io"
	"math"
	"net/url"
	"strings"

	"golang.org/x/net/html/charset"
	"golang.org/x/net/publicsuffix"

	"example.org/newstext/clean/webpage"
	"example.org/newstext/clean/webpage/internal/body"
	"example.org/newstext/clean/webpage/internal/scan"
)

// A source is a page with its markup.
type source struct {
	text  string
	site  string // empty: not known
	lines []scan.Line
	odds  []body.Judgement
}

// A lesson is one variant of a page without its markup.
type lesson struct {
	ID      string   `json:"id"`
	Set     string   `json:"set"`
	Variant string   `json:"variant"`
	Text    string   `json:"text"`
	Blocks  [][3]any `json:"blocks"` // start, end, label
}

// read reads a page and judges its lines.
func read(html []byte) source {
	p := webpage.Parse(html)
	if p.Charset != "utf-8" {
		if r, err := charset.NewReaderLabel(p.Charset, bytes.NewReader(html)); err == nil {
			html, _ = io.ReadAll(r) // reading what is in memory does not fail
		}
	}
	s := scan.Read(html)
	return source{s.Text, siteOf(p.URL), s.Lines, body.Judge(s)}
}

// siteOf returns the domain that an address was registered under.
func siteOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	site, err := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(u.Hostname()))
	if err != nil {
		return ""
	}
	return site
}

const (
	fewestLines = 5
	mostLines   = 600
	leastBody   = 400 // bytes
	mostUnsure  = 0.2 // bytes that are expected to be labelled wrongly, by those of the body
)

// lessons returns the variants of the page that can be learned from.
func (s *source) lessons(id string) []lesson {
	var out []lesson
	for _, variant := range []string{"full", "lite"} {
		l := lesson{ID: id, Set: "taught", Variant: variant}
		if s.label(&l, variant == "lite") {
			out = append(out, l)
		}
	}
	return out
}

// label fills the lesson with lines, all or those of the lite variant, and
// reports whether it is of use.
func (s *source) label(l *lesson, lite bool) bool {
	var text strings.Builder
	unsure, kept := 0.0, 0
	for i := range s.lines {
		from := &s.lines[i]
		line := strings.TrimSpace(s.text[from.Start:from.End])
		if line == "" || lite && aside(from.Tags) {
			continue
		}
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		at := text.Len()
		text.WriteString(line)
		odds, label := s.odds[i].Odds, "drop"
		if odds >= 0 {
			label = "keep"
			kept += len(line)
		}
		unsure += float64(len(line)) / (1 + math.Exp(math.Abs(odds)))
		l.Blocks = append(l.Blocks, [3]any{at, text.Len(), label})
	}
	l.Text = text.String()
	return len(l.Blocks) >= fewestLines && len(l.Blocks) <= mostLines &&
		kept >= leastBody && unsure < mostUnsure*float64(kept)
}

// aside reports whether the markup around a line says that it is not the
// page's matter: many programs that turn pages into text leave it out.
func aside(tags scan.Tags) bool {
	return tags&(scan.TagNav|scan.TagAside|scan.TagFooter|scan.TagForm) != 0 ||
		tags&scan.TagHeader != 0 && tags&(scan.TagArticle|scan.TagMain) == 0
}
