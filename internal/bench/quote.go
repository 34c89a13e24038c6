package main

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// A quoteCase is a text with its normal form, or with its quotations.
type quoteCase struct {
	ID       string `json:"id"`
	Source   string `json:"source"`
	Op       string `json:"op"`
	In       string `json:"in"`
	Want     string `json:"want"`
	Neg      *bool  `json:"neg"` // the text must not change
	Disputed bool   `json:"disputed"`

	Text   string  `json:"text"`
	Quotes []quote `json:"quotes"`
}

type quote struct {
	Start        int      `json:"start"`
	End          int      `json:"end"`
	Depth        *int     `json:"depth"`
	Kind         string   `json:"kind"`
	Optional     bool     `json:"optional"`
	Speaker      string   `json:"speaker"`
	Aliases      []string `json:"aliases"`
	SpeakerStart *int     `json:"speaker_start"`
	SpeakerEnd   *int     `json:"speaker_end"`
}

func (q quote) outermost() bool { return q.Depth == nil || *q.Depth == 1 }

type quoteAnswer struct {
	ID     string  `json:"id"`
	Text   string  `json:"text"`
	Quotes []quote `json:"quotes"`
}

// forms names the normal form that each op of the data asks for.
var forms = map[string]string{
	"encoding": "repaired", "encoding_extra": "repaired", "unescape": "repaired",
	"educate": "curly", "educate_primes": "curly", "ellipsis": "curly",
	"straighten": "straight", "clean": "clean", "punct_us": "american",
}

func quoteRows(b *bench) (rows []row) {
	for _, name := range []string{"encoding", "educate", "hard"} {
		file := b.path("quote", name+".jsonl")
		if file == "" {
			continue
		}
		cases, err := load[quoteCase](file)
		if err != nil {
			return append(rows, row{name, func(context.Context) (string, error) { return "", err }})
		}
		byOp := map[string][]quoteCase{}
		for _, c := range cases {
			if forms[c.Op] != "" {
				byOp[c.Op] = append(byOp[c.Op], c)
			}
		}
		for _, op := range sortedKeys(byOp) {
			rows = append(rows, row{name + " " + op, func(ctx context.Context) (string, error) {
				return measureForm(ctx, b, op, byOp[op])
			}})
		}
	}
	for _, pattern := range []string{"quotations_*.jsonl*", "sample_gold.jsonl*", "hard.jsonl*"} {
		files, _ := filepath.Glob(filepath.Join(b.data, "quote", pattern)) // the pattern is sound
		for _, file := range files {
			name, _, _ := strings.Cut(filepath.Base(file), ".")
			rows = append(rows, row{"spans " + name, func(ctx context.Context) (string, error) {
				return measureSpans(ctx, b, file)
			}})
		}
	}
	return rows
}

// measureForm counts the cases that come out exactly right; those of the
// educate ops are judged by their quote marks alone.
func measureForm(ctx context.Context, b *bench, op string, cases []quoteCase) (string, error) {
	articles := make([]article, len(cases))
	for i, c := range cases {
		articles[i] = article{ID: c.ID, Text: c.In}
	}
	answers, err := newstext[quoteAnswer](ctx, b, articles, "normalize", "-jsonl", "-form", forms[op])
	if err != nil {
		return "", err
	}
	got := byID(answers, func(a quoteAnswer) string { return a.ID })
	n, right := map[string]int{}, map[string]int{}
	for _, c := range cases {
		if c.Disputed {
			continue
		}
		key := op
		if op == "encoding" {
			key = "encoding:fix"
			if c.Neg != nil && *c.Neg || c.Neg == nil && c.In == c.Want {
				key = "encoding:keep"
			}
		}
		answer, ok := got[c.ID]
		want, out := c.Want, answer.Text
		if strings.HasPrefix(op, "educate") {
			want, out = foldDashes(want), foldDashes(out)
		}
		n[key]++
		if ok && want == out {
			right[key]++
		}
	}
	var parts []string
	for _, key := range sortedKeys(n) {
		parts = append(parts, fmt.Sprintf("%s n %d right %.4f", key, n[key], ratio(right[key], n[key])))
	}
	return strings.Join(parts, " | "), nil
}

var (
	dashes = regexp.MustCompile("---|--|[–—]")
	spaces = regexp.MustCompile("[\u00a0\u2009\u202f\u200a]")
)

func foldDashes(s string) string {
	s = strings.NewReplacer("…", "...").Replace(s)
	s = strings.ReplaceAll(s, ". . .", "...")
	return spaces.ReplaceAllString(dashes.ReplaceAllString(s, "-"), " ")
}

// measureSpans compares the outermost quotations, less their marks and the
// white space at their ends.
func measureSpans(ctx context.Context, b *bench, file string) (string, error) {
	all, err := load[quoteCase](file)
	if err != nil {
		return "", err
	}
	var cases []quoteCase
	var articles []article
	for _, c := range all {
		if c.Quotes != nil {
			cases = append(cases, c)
			articles = append(articles, article{ID: c.ID, Text: c.Text})
		}
	}
	answers, err := newstext[quoteAnswer](ctx, b, articles, "quotes", "-jsonl")
	if err != nil {
		return "", err
	}
	got := byID(answers, func(a quoteAnswer) string { return a.ID })
	var f spanFigures
	for _, c := range cases {
		f.add(c, got[c.ID].Quotes)
	}
	_, _, strict := f1(f.strict, f.predicted, f.strict, f.gold)
	_, _, relaxed := f1(f.relaxed, f.predicted, f.relaxed, f.gold)
	speakers := "-"
	if f.speakers > 0 {
		speakers = fmt.Sprintf("%.4f", ratio(f.speakersRight, f.speakers))
	}
	line := fmt.Sprintf("strict F1 %.4f relaxed F1 %.4f speaker accuracy over all gold speakers %s", strict, relaxed, speakers)
	if f.kinds > 0 {
		line += fmt.Sprintf(" | kind accuracy %.4f of %d", ratio(f.kindsRight, f.kinds), f.kinds)
	}
	return line, nil
}

type spanFigures struct {
	gold, predicted, strict, relaxed           int
	speakers, speakersRight, kinds, kindsRight int
}

type span struct{ start, end int }

func (f *spanFigures) add(c quoteCase, answer []quote) {
	open := map[int]bool{} // gold whose closing mark is missing: any end will do
	var gold, predicted []quote
	var goldSpans, predictedSpans []span
	nested := map[span]bool{}
	for _, q := range c.Quotes {
		switch {
		case q.outermost():
			gold = append(gold, q)
			goldSpans = append(goldSpans, trim(c.Text, q))
		case !q.Optional:
			nested[trim(c.Text, q)] = true
		}
		if q.Optional {
			open[q.Start] = true
		}
	}
	for _, q := range answer {
		if s := trim(c.Text, q); q.outermost() && !open[q.Start] && (!nested[s] || slices.Contains(goldSpans, s)) {
			predicted = append(predicted, q)
			predictedSpans = append(predictedSpans, s)
		}
	}
	f.gold += len(gold)
	f.predicted += len(predicted)
	left := slices.Clone(predictedSpans)
	for _, s := range goldSpans {
		if i := slices.Index(left, s); i >= 0 {
			left = slices.Delete(left, i, i+1)
			f.strict++
		}
	}
	for _, q := range gold {
		if q.Speaker != "" {
			f.speakers++
		}
	}
	for _, m := range match(goldSpans, predictedSpans) {
		g, p := gold[m[0]], predicted[m[1]]
		f.relaxed++
		if g.Speaker != "" && p.Speaker != "" && sameSpeaker(g, p) {
			f.speakersRight++
		}
		if g.Kind != "" && p.Kind != "" {
			f.kinds++
			if g.Kind == p.Kind {
				f.kindsRight++
			}
		}
	}
}

// match pairs spans one to one, those that share most first; pairs share at
// least half of their union.
func match(gold, predicted []span) (pairs [][2]int) {
	type candidate struct {
		overlap float64
		g, p    int
	}
	var candidates []candidate
	for i, g := range gold {
		for j, p := range predicted {
			shared := min(g.end, p.end) - max(g.start, p.start)
			if shared <= 0 {
				continue
			}
			if o := ratio(shared, max(g.end, p.end)-min(g.start, p.start)); o >= 0.5 {
				candidates = append(candidates, candidate{o, i, j})
			}
		}
	}
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.overlap, a.overlap), cmp.Compare(b.g, a.g), cmp.Compare(b.p, a.p))
	})
	usedGold, usedPredicted := map[int]bool{}, map[int]bool{}
	for _, c := range candidates {
		if !usedGold[c.g] && !usedPredicted[c.p] {
			usedGold[c.g], usedPredicted[c.p] = true, true
			pairs = append(pairs, [2]int{c.g, c.p})
		}
	}
	return pairs
}

const quoteMarks = "\"'“”‘’„‚«»‹›‟‛「」『』`´″′_ \n\t\u00a0"

// trim returns the span of q without quote marks and white space at its ends.
func trim(text string, q quote) span {
	s := text[q.Start:q.End]
	right := len(strings.TrimRight(s, quoteMarks))
	left := len(s) - len(strings.TrimLeft(s, quoteMarks))
	if right <= left {
		return span{q.Start, q.End}
	}
	return span{q.Start + left, q.Start + right}
}

// sameSpeaker tells whether the mention lies where the gold has it, or the
// name is that of the speaker or an alias, or a part of it.
func sameSpeaker(gold, got quote) bool {
	if gold.SpeakerStart != nil && got.SpeakerStart != nil {
		gs, ge, ps, pe := *gold.SpeakerStart, *gold.SpeakerEnd, *got.SpeakerStart, *got.SpeakerEnd
		shared := min(ge, pe) - max(gs, ps)
		if shared > 0 && (ratio(shared, max(ge, pe)-min(gs, ps)) >= 0.3 || pe-ps <= ge-gs) {
			return true
		}
	}
	name := nameWords(got.Speaker)
	if len(name) == 0 {
		return false
	}
	for _, alias := range append([]string{gold.Speaker}, gold.Aliases...) {
		want := nameWords(alias)
		if len(want) == 0 {
			continue
		}
		if subset(name, want) || subset(want, name) && len(name) <= len(want)+3 {
			return true
		}
	}
	return false
}

func subset(a, b []string) bool {
	return !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
}

var nameWord = regexp.MustCompile(`[\p{L}\p{N}_'’-]+`)

func nameWords(s string) []string {
	s = strings.ToLower(norm.NFKC.String(s))
	s = strings.NewReplacer("’s", "", "'s", "").Replace(s)
	return slices.DeleteFunc(nameWord.FindAllString(s, -1), func(w string) bool {
		return slices.Contains([]string{"the", "mr", "mrs", "ms", "dr", "sir", "miss", "a", "an"}, w)
	})
}
