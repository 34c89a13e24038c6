package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

type page struct {
	ID   string `json:"id"`
	Set  string `json:"set"`
	Text string `json:"text"`
	Lite string `json:"lite"`
	HTML string `json:"html"`
	Gold string `json:"gold"`
}

type labelled struct {
	ID     string            `json:"id"`
	Text   string            `json:"text"`
	Blocks []json.RawMessage `json:"blocks"` // [start, end, label]
}

type cleaned struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Blocks []struct {
		Start, End int
		Kind       string
		Keep       bool
	} `json:"blocks"`
}

func cleanRows(b *bench) (rows []row) {
	if file := b.path("clean", "pages.jsonl"); file != "" {
		for _, lite := range []bool{false, true} {
			name := "pages text (full)"
			if lite {
				name = "pages text (lite)"
			}
			rows = append(rows, row{name, func(ctx context.Context) (string, error) {
				return measurePages(ctx, b, file, lite)
			}})
		}
	}
	if file := b.path("clean", "pages.jsonl"); file != "" && b.html != "" {
		rows = append(rows, row{"pages html", func(ctx context.Context) (string, error) {
			return measureHTML(ctx, b, file)
		}})
	}
	if file := b.path("clean", "sample_gold.jsonl"); file != "" {
		rows = append(rows,
			row{"sample articles", func(ctx context.Context) (string, error) {
				return measureBlocks(ctx, b, file, "headline", "dek", "date", "byline", "caption", "credit", "pagetitle")
			}},
			row{"sample, strict", func(ctx context.Context) (string, error) {
				return measureBlocks(ctx, b, file)
			}})
	}
	return rows
}

// measurePages scores the bodies of whole pages. Sets whose name ends in -xx
// are in other languages and counted apart.
func measurePages(ctx context.Context, b *bench, file string, lite bool) (string, error) {
	pages, err := load[page](file)
	if err != nil {
		return "", err
	}
	articles := make([]article, len(pages))
	for i := range pages {
		if lite {
			pages[i].Text = pages[i].Lite
		}
		articles[i] = article{ID: pages[i].ID, Text: pages[i].Text}
	}
	answers, err := newstext[cleaned](ctx, b, articles, "clean", "-jsonl")
	if err != nil {
		return "", err
	}
	return pageLine(pages, answers), nil
}

// measureHTML scores what a command makes of the pages' HTML.
func measureHTML(ctx context.Context, b *bench, file string) (string, error) {
	pages, err := load[page](file)
	if err != nil {
		return "", err
	}
	type record struct {
		ID   string `json:"id"`
		HTML string `json:"html"`
	}
	records := make([]record, len(pages))
	for i, p := range pages {
		records[i] = record{p.ID, p.HTML}
	}
	answers, err := answers[cleaned](ctx, records, strings.Fields(b.html))
	if err != nil {
		return "", err
	}
	return pageLine(pages, answers), nil
}

// pageLine prints the figures of whole pages.
func pageLine(pages []page, answers []cleaned) string {
	got := byID(answers, func(c cleaned) string { return c.ID })
	var english, other pageFigures
	for _, p := range pages {
		figures := &english
		if strings.HasSuffix(p.Set, "-xx") {
			figures = &other
		}
		figures.add(p, got[p.ID].Text)
	}
	line := fmt.Sprintf("F1 %.4f  junk-left %.4f  body-lost %.4f  pages %d",
		english.f1(), ratio(english.junk, english.junkAll), ratio(english.lost, english.body), english.pages)
	if other.pages > 0 {
		line += fmt.Sprintf(" | other languages F1 %.4f", other.f1())
	}
	return line
}

// pageFigures sums over pages.
type pageFigures struct {
	pages                     int
	precisions, recalls       []float64
	junk, junkAll, lost, body int // words
}

func (f *pageFigures) f1() float64 { return harmonic(mean(f.precisions), mean(f.recalls)) }

func (f *pageFigures) add(p page, got string) {
	f.pages++
	goldWords, gotWords := words(p.Gold), words(got)
	gold, pred := shingles(goldWords), shingles(gotWords)
	hit := common(gold, pred)
	if n := size(pred); n > 0 {
		f.precisions = append(f.precisions, ratio(hit, n))
	}
	if n := size(gold); n > 0 {
		f.recalls = append(f.recalls, ratio(hit, n))
	}
	all := p.Text
	if all == "" {
		all = p.Gold
	}
	input, body, kept := bag(words(all)), bag(goldWords), bag(gotWords)
	for w, n := range input {
		junk := max(0, n-body[w])
		f.junkAll += junk
		f.junk += min(junk, max(0, kept[w]-body[w]))
	}
	for w, n := range body {
		f.body += n
		f.lost += max(0, n-kept[w])
	}
}

func mean(xs []float64) float64 {
	if len(xs) == 0 {
		return 0
	}
	sum := 0.0
	for _, x := range xs {
		sum += x
	}
	return sum / float64(len(xs))
}

// words returns the runs of letters, numbers and _.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool {
		return r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
}

const shingleWords = 4

// shingles counts the runs of four words; a shorter text is one of its own.
func shingles(words []string) map[string]int {
	set := map[string]int{}
	for i := range max(1, len(words)-shingleWords+1) {
		if s := words[i:min(i+shingleWords, len(words))]; len(s) > 0 {
			set[strings.Join(s, " ")]++
		}
	}
	return set
}

func bag(words []string) map[string]int {
	set := map[string]int{}
	for _, w := range words {
		set[strings.ToLower(w)]++
	}
	return set
}

func size(set map[string]int) (n int) {
	for _, k := range set {
		n += k
	}
	return n
}

func common(a, b map[string]int) (n int) {
	for k, x := range a {
		n += min(x, b[k])
	}
	return n
}

// measureBlocks scores what is kept against body blocks, in bytes. Blocks with
// one of the ignored labels do not count.
func measureBlocks(ctx context.Context, b *bench, file string, ignore ...string) (string, error) {
	gold, err := load[labelled](file)
	if err != nil {
		return "", err
	}
	articles := make([]article, len(gold))
	for i, g := range gold {
		articles[i] = article{ID: g.ID, Text: g.Text}
	}
	answers, err := newstext[cleaned](ctx, b, articles, "clean", "-jsonl")
	if err != nil {
		return "", err
	}
	got := byID(answers, func(c cleaned) string { return c.ID })
	var scores []float64
	var all confusion
	for _, g := range gold {
		c, err := compareBlocks(g, got[g.ID], ignore)
		if err != nil {
			return "", err
		}
		score := 1.0
		if c.kept+c.junk+c.lost > 0 {
			score = ratio(2*c.kept, 2*c.kept+c.junk+c.lost)
		}
		scores = append(scores, score)
		all.kept += c.kept
		all.junk += c.junk
		all.lost += c.lost
		all.dropped += c.dropped
	}
	return fmt.Sprintf("keepF1 %.4f  junk-left %.4f  body-lost %.4f  pages %d", mean(scores),
		ratio(all.junk, all.junk+all.dropped), ratio(all.lost, all.lost+all.kept), len(gold)), nil
}

// confusion counts bytes: body kept, junk kept, body lost, junk dropped.
type confusion struct{ kept, junk, lost, dropped int }

func compareBlocks(g labelled, got cleaned, ignore []string) (c confusion, err error) {
	kept := make([]bool, len(g.Text))
	for _, block := range got.Blocks {
		for i := block.Start; block.Keep && i < min(block.End, len(kept)); i++ {
			kept[i] = true
		}
	}
	for _, raw := range g.Blocks {
		var start, end int
		var label string
		if err := json.Unmarshal(raw, &[]any{&start, &end, &label}); err != nil {
			return c, fmt.Errorf("%s: block %s: %w", g.ID, raw, err)
		}
		if slices.Contains(ignore, label) {
			continue
		}
		body := label == "keep" || label == "body"
		for i := start; i < end; i++ {
			switch {
			case body && kept[i]:
				c.kept++
			case body:
				c.lost++
			case kept[i]:
				c.junk++
			default:
				c.dropped++
			}
		}
	}
	return c, nil
}
