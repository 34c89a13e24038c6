package main

import (
	"fmt"
	"strings"

	"example.org/newstext/dedup"
)

// pairs writes every pair of units that are alike, as it is found.
func (f *dedupFlags) pairs(s *session, all []unit) error {
	found := 0
	for p := range dedup.Pairs(s.ctx, texts(all), f.options) {
		found++
		out := []byte(showPair(p, s.style))
		if s.jsonl {
			out = jsonLine(struct {
				A          string  `json:"a"`
				B          string  `json:"b"`
				Similarity float64 `json:"similarity"`
				Relation   string  `json:"relation"`
			}{p.A, p.B, p.Similarity, p.Relation.String()})
		}
		if err := s.write(result{out: out}); err != nil {
			return err
		}
	}
	if found == 0 && !s.jsonl {
		s.console.say(fmt.Sprintf("%s: no two are alike", plural(len(all), f.unit.value())))
	}
	return s.ctx.Err()
}

// showPair sets a pair on one line, and what differs in an update below it.
func showPair(p dedup.Pair[string], st style) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%.2f  %-8s  %s  %s\n", p.Similarity, p.Relation, printable(p.A), printable(p.B))
	for _, fact := range p.Facts {
		fmt.Fprintf(&b, "      %s -> %s\n", st.paint(red, oneLine(fact.A)), st.paint(green, oneLine(fact.B)))
	}
	return b.String()
}
