package main

import (
	"fmt"
	"strings"

	"example.org/newstext/dedup"
)

// A passageRecord is a passage in JSON lines.
type passageRecord struct {
	A          string  `json:"a"`
	AStart     int     `json:"a_start"`
	AEnd       int     `json:"a_end"`
	B          string  `json:"b"`
	BStart     int     `json:"b_start"`
	BEnd       int     `json:"b_end"`
	Exact      bool    `json:"exact"`
	Similarity float64 `json:"similarity"`
}

// passages writes every passage that two articles share or one repeats.
func (f *dedupFlags) passages(s *session, all []unit) error {
	list := passageList{session: s, texts: textsByID(all)}
	for p := range dedup.Reuses(s.ctx, texts(all), f.options.MinWords, f.common) {
		if err := list.write(p); err != nil {
			return err
		}
	}
	if list.n == 0 && !s.jsonl {
		s.console.say(plural(len(all), "article") + ": no shared passages")
	}
	return s.ctx.Err()
}

func textsByID(all []unit) map[string]string {
	texts := make(map[string]string, len(all))
	for _, u := range all {
		texts[u.id] = u.text
	}
	return texts
}

// A passageList writes passages, those of the same two articles under one
// heading.
type passageList struct {
	*session
	texts map[string]string
	n     int
	a, b  string // of the last passage
}

func (l *passageList) write(p dedup.Reuse[string]) error {
	l.n++
	if l.jsonl {
		return l.session.write(result{out: jsonLine(passageRecord{
			p.A, p.AStart, p.AEnd, p.B, p.BStart, p.BEnd, p.Exact, p.Similarity,
		})})
	}
	var b strings.Builder
	if l.n == 1 || l.a != p.A || l.b != p.B {
		title := printable(p.A) + " and " + printable(p.B)
		if p.A == p.B {
			title = "twice in " + printable(p.A)
		}
		b.WriteString(l.style.paint(bold, title) + "\n")
	}
	l.a, l.b = p.A, p.B
	b.WriteString(l.passage(p.Passage, l.texts[p.A], l.texts[p.B]))
	return l.session.write(result{out: []byte(b.String())})
}

// passage shows where a passage stands and what it says, with the words that
// differ.
func (s *session) passage(p dedup.Passage, a, b string) string {
	likeness := "the same words"
	if !p.Exact {
		likeness = fmt.Sprintf("%.0f %% of the words", 100*p.Similarity)
	}
	return fmt.Sprintf("  %s = %s  %s\n      %s\n",
		span(p.AStart, p.AEnd), span(p.BStart, p.BEnd), s.style.paint(dim, likeness),
		wordDiff(a[p.AStart:p.AEnd], b[p.BStart:p.BEnd], s.removed, s.added))
}
