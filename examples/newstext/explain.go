package main

import (
	"flag"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"example.org/newstext/clean"
)

// An offset is the place in the text that -explain asks about.
type offset struct {
	offset int
	set    bool
}

func (o *offset) String() string { return "" }

func (o *offset) Set(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return fmt.Errorf("an offset is a number of bytes from the start of the text")
	}
	*o = offset{n, true}
	return nil
}

// explainFlag defines -explain for a command that finds what.
func explainFlag(flags *flag.FlagSet, what string) *offset {
	o := new(offset)
	flags.Var(o, "explain", "say why "+what+" at byte `OFFSET` is what it is")
	return o
}

// explanation is the result of -explain: lines about the place asked for.
func (s *session) explanation(r record, at *offset, lines string) (result, error) {
	if at.offset >= len(r.Text) {
		return result{}, fmt.Errorf("%s: -explain %d: the text has %d bytes", r.where, at.offset, len(r.Text))
	}
	return result{out: []byte(s.heading(r) + lines)}, nil
}

// facts sets pairs of a name and what it is, a line each.
func facts(pairs ...string) string {
	var b strings.Builder
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			fmt.Fprintf(&b, "%-11s%s\n", pairs[i], pairs[i+1])
		}
	}
	return b.String()
}

// span writes offsets as they are written everywhere: 354-645.
func span(start, end int) string {
	return strconv.Itoa(start) + "-" + strconv.Itoa(end)
}

// onRune reports whether a character of text begins at i.
func onRune(text string, i int) bool {
	return i == len(text) || utf8.RuneStart(text[i])
}

// explainBlock tells what decided about the block at an offset.
func explainBlock(text string, blocks []clean.Block, at int) string {
	for _, b := range blocks {
		if b.Start <= at && at < b.End {
			kept := "dropped"
			if b.Kind.Body() {
				kept = "kept"
			}
			return facts(
				"block", span(b.Start, b.End),
				"kind", b.Kind.String()+", "+kept,
				"rule", b.Rule,
				"score", fmt.Sprintf("%.2f log odds of being body", b.Score),
				"text", shorten(oneLine(text[b.Start:b.End]), 200))
		}
	}
	return fmt.Sprintf("no block at byte %d: white space only\n", at)
}
