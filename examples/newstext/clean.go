package main

import (
	"flag"
	"fmt"
	"slices"
	"strings"

	"example.org/newstext/clean"
)

// A blockRecord is a block in JSON lines.
type blockRecord struct {
	Start int     `json:"start"`
	End   int     `json:"end"`
	Kind  string  `json:"kind"`
	Keep  bool    `json:"keep"`
	Score float64 `json:"score"`
	Rule  string  `json:"rule"`
}

func cleanCommand() command {
	return command{
		name: "clean",
		about: "Prints the article of a page without what surrounds it, and on standard error\n" +
			"what was left out.",
		example: "newstext clean page.txt > article.txt",
		setup: func(flags *flag.FlagSet) runner {
			at := explainFlag(flags, "the block")
			return func(s *session) error {
				return s.each(func(r record) (result, error) {
					blocks, err := blocksOf(r)
					switch {
					case err != nil:
						return result{}, err
					case s.jsonl:
						return result{out: jsonLine(struct {
							ID     string        `json:"id"`
							Text   string        `json:"text"`
							Blocks []blockRecord `json:"blocks"`
						}{r.ID, body(r.Text, blocks), blockRecords(blocks)})}, nil
					case at.set:
						return s.explanation(r, at, explainBlock(r.Text, blocks, at.offset))
					}
					return result{out: s.text(r, s.style.safe(article(r.Text, blocks))), note: r.where + ": " + kept(blocks)}, nil
				})
			}
		},
	}
}

// blocksOf labels a record, unless it came with its labels.
func blocksOf(r record) ([]clean.Block, error) {
	if r.Blocks == nil {
		return clean.Blocks(r.Text), nil
	}
	blocks := make([]clean.Block, len(r.Blocks))
	end := 0
	for i, b := range r.Blocks {
		kind, ok := kindOf(b.Kind)
		switch {
		case !ok:
			return nil, fmt.Errorf("%s: block %d: no such kind: %q", r.where, i, b.Kind)
		case b.Start < end || b.End < b.Start || b.End > len(r.Text) || !onRune(r.Text, b.Start) || !onRune(r.Text, b.End):
			return nil, fmt.Errorf("%s: block %d: %d-%d is no part of the text behind the block before", r.where, i, b.Start, b.End)
		}
		blocks[i] = clean.Block{Start: b.Start, End: b.End, Kind: kind, Score: b.Score, Rule: b.Rule}
		end = b.End
	}
	return blocks, nil
}

// kindOf finds the kind of a name.
func kindOf(name string) (clean.Kind, bool) {
	for k := clean.Other; k <= clean.Widget; k++ {
		if k.String() == name {
			return k, true
		}
	}
	return clean.Other, false
}

func blockRecords(blocks []clean.Block) []blockRecord {
	records := make([]blockRecord, len(blocks))
	for i, b := range blocks {
		records[i] = blockRecord{b.Start, b.End, b.Kind.String(), b.Kind.Body(), b.Score, b.Rule}
	}
	return records
}

// body is the article's text: the body blocks, a blank line between.
func body(text string, blocks []clean.Block) string {
	var parts []string
	for _, b := range blocks {
		if b.Kind.Body() {
			parts = append(parts, text[b.Start:b.End])
		}
	}
	return strings.Join(parts, "\n\n")
}

// article is the body as it is printed.
func article(text string, blocks []clean.Block) string {
	if b := body(text, blocks); b != "" {
		return b + "\n"
	}
	return ""
}

// kept counts what was kept and what was dropped, the most frequent first:
// "kept 31 of 40 blocks: dropped 4 share, 3 caption".
func kept(blocks []clean.Block) string {
	var count [clean.Widget + 1]int
	keep := 0
	for _, b := range blocks {
		if b.Kind.Body() {
			keep++
		} else {
			count[b.Kind]++
		}
	}
	var dropped []clean.Kind
	for k := range count {
		if count[k] > 0 {
			dropped = append(dropped, clean.Kind(k))
		}
	}
	slices.SortStableFunc(dropped, func(a, b clean.Kind) int { return count[b] - count[a] })
	var b strings.Builder
	switch {
	case len(blocks) == 0:
		return "empty, nothing to keep"
	case keep == 0:
		fmt.Fprintf(&b, "no article found, kept none of %d blocks", len(blocks))
	default:
		fmt.Fprintf(&b, "kept %d of %d blocks", keep, len(blocks))
	}
	for i, k := range dropped {
		separator := ", "
		if i == 0 {
			separator = ": dropped "
		}
		b.WriteString(separator)
		fmt.Fprintf(&b, "%d %s", count[k], k)
	}
	return b.String()
}
