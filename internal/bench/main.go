// Bench measures the command on labelled data and prints a line a row.
//
//	go run ./internal/bench -data DIR [AREA ...]
//
// AREA is clean, quote, date or dedup; without one it is all of them. DIR holds
// a folder an area; a file that is not there is passed over, .gz may follow any
// name:
//
//	clean/pages.jsonl       {id, set, text, lite, html, gold}: whole pages with their article
//	                        (html with -html COMMAND, such as webtext or internal/peers)
//	clean/sample_gold.jsonl {id, text, blocks: [[start, end, label]]}: blocks of every kind
//	quote/encoding.jsonl, educate.jsonl, hard.jsonl
//	                        {id, source, op, in, want}: a text and its normal form
//	quote/quotations_*.jsonl, sample_gold.jsonl
//	                        {id, source, text, quotes: [{start, end, depth, kind, speaker, ...}]}
//	date/*.jsonl            {id, text, dct, mentions: [{start, end, type, value, mod}]}
//	date/units_*.jsonl      {id, text, ref, mentions: [{start, end, alts: [{from, to, grain}]}]}
//	date/NAME/*.tml         TimeML documents, as TempEval-3 and TimeBank are published
//	dedup/docs.jsonl, docs_gold.jsonl, passages_gold.jsonl, paras.jsonl, paras_gold.jsonl
//	                        {id, text}; {id, cluster}; {a, a_start, a_end, b, b_start, b_end}
//	eco/reuters.jsonl, reuters_pairs.jsonl, reuters_ppairs.jsonl
//	                        {id, text}; {a, b, jaccard}: every pair of newswire articles
//
// The command is built from the checkout that bench is run in, or is the
// executable that -bin names. It never sees a label. Offsets are bytes.
//
// Measures: page F1 over word 4-grams (scrapinghub's article-extraction-benchmark);
// span and value F1 as in TempEval-3; exact match for normal forms and strict
// span F1 for quotations; pair F1, adjusted Rand index (Hubert and Arabie 1985)
// and plagdet (Potthast and others 2010).
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"regexp"
	"slices"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var b bench
	flag.StringVar(&b.data, "data", "", "folder with the labelled data (required)")
	flag.StringVar(&b.bin, "bin", "", "executable of the command; built where empty")
	flag.StringVar(&b.html, "html", "", "command that extracts articles from {id, html} records, such as \"webtext -jsonl -body\"; without it the row is left out")
	only := flag.String("only", "", "regular expression: only rows whose AREA and name match")
	flag.Parse()
	code, err := run(ctx, &b, *only, flag.Args())
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
	}
	os.Exit(code)
}

type area struct {
	name string
	rows func(*bench) []row
}

// areas in the order of the table.
var areas = []area{
	{"clean", cleanRows},
	{"quote", quoteRows},
	{"date", dateRows},
	{"dedup", dedupRows},
}

// run returns the exit code: 0, 1 where a row failed, 2 for wrong usage.
func run(ctx context.Context, b *bench, only string, names []string) (int, error) {
	if b.data == "" {
		return 2, fmt.Errorf("-data DIR is required: the folder with the labelled data")
	}
	if _, err := os.Stat(b.data); err != nil {
		return 2, err
	}
	filter, err := regexp.Compile(only)
	if err != nil {
		return 2, fmt.Errorf("-only: %w", err)
	}
	for _, name := range names {
		if !slices.ContainsFunc(areas, func(a area) bool { return a.name == name }) {
			return 2, fmt.Errorf("unknown area %q", name)
		}
	}
	if err := b.build(ctx); err != nil {
		return 1, err
	}
	defer b.close()
	failed := 0
	for _, area := range areas {
		if len(names) > 0 && !slices.Contains(names, area.name) {
			continue
		}
		for _, r := range area.rows(b) {
			if !filter.MatchString(area.name + " " + r.name) {
				continue
			}
			figures, err := r.measure(ctx)
			if err != nil {
				failed++
				figures = "FAILED " + err.Error()
			}
			fmt.Printf("%-6s %-26s %s\n", area.name, r.name, figures)
		}
	}
	if failed > 0 {
		return 1, fmt.Errorf("%d rows failed", failed)
	}
	return 0, nil
}
