package clean_test

import (
	"fmt"
	"testing"

	"example.org/newstext/clean"
	"example.org/newstext/internal/golden"
)

func TestPages(t *testing.T) {
	golden.Run(t, "testdata/pages.txt", func(t *testing.T, c golden.Case) []string {
		var lines []string
		for _, b := range clean.Blocks(c.Text) {
			text := []rune(c.Text[b.Start:b.End])
			lines = append(lines, fmt.Sprintf("%s: %s", b.Kind, string(text[:min(len(text), 40)])))
		}
		return lines
	})
}
