package main

import (
	"strings"
	"unicode/utf8"
)

// A table sets rows of cells in columns. Where a terminal is too narrow, the
// last column is cut.
type table struct {
	head   []string
	paints []paint // of each column
	rows   [][]string
}

func (t *table) row(cells ...string) {
	t.rows = append(t.rows, cells)
}

// render returns the table, each line behind indent.
func (t *table) render(st style, indent string) string {
	widths := make([]int, len(t.head))
	for _, row := range append([][]string{t.head}, t.rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	var b strings.Builder
	line := func(row []string, paints []paint) {
		b.WriteString(indent)
		used := len(indent)
		for i, cell := range row {
			if i == len(row)-1 {
				if st.width > 0 {
					cell = shorten(cell, max(st.width-used, 10))
				}
				b.WriteString(st.paint(paints[i], cell))
				break
			}
			b.WriteString(st.paint(paints[i], cell))
			b.WriteString(strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+2))
			used += widths[i] + 2
		}
		b.WriteByte('\n')
	}
	heads := make([]paint, len(t.head))
	for i := range heads {
		heads[i] = dim
	}
	line(t.head, heads)
	for _, row := range t.rows {
		line(row, t.paints)
	}
	return b.String()
}
