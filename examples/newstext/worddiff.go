package main

import (
	"strings"

	"example.org/newstext/dedup"
)

// wordDiff sets two texts as one: what both have stands as the first spells
// it, words that only the first has are removed, those that only the second
// has added.
func wordDiff(a, b string, removed, added func(string) string) string {
	var parts []string
	part := func(text string, mark func(string) string) {
		if text = oneLine(text); text != "" {
			parts = append(parts, mark(text))
		}
	}
	at := 0
	for _, c := range dedup.Diff(a, b) {
		part(a[at:c.AStart], func(s string) string { return s })
		part(a[c.AStart:c.AEnd], removed)
		part(b[c.BStart:c.BEnd], added)
		at = c.AEnd
	}
	part(a[at:], func(s string) string { return s })
	return strings.Join(parts, " ")
}
