package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"example.org/newstext/examples/corpus"
)

type clusterRow struct {
	ID      string          `json:"id"`
	Cluster json.RawMessage `json:"cluster"` // a string or a number
}

type pairRow struct {
	A string `json:"a"`
	B string `json:"b"`
}

type passage struct {
	A      string `json:"a"`
	AStart int    `json:"a_start"`
	AEnd   int    `json:"a_end"`
	B      string `json:"b"`
	BStart int    `json:"b_start"`
	BEnd   int    `json:"b_end"`
}

func dedupRows(b *bench) (rows []row) {
	add := func(name string, measure func(context.Context) (string, error), files ...string) {
		if !slices.Contains(files, "") {
			rows = append(rows, row{name, measure})
		}
	}
	docs, docsGold := b.path("dedup", "docs.jsonl"), b.path("dedup", "docs_gold.jsonl")
	add("articles, clusters", func(ctx context.Context) (string, error) {
		return measureClusters(ctx, b, docs, docsGold)
	}, docs, docsGold)
	passages := b.path("dedup", "passages_gold.jsonl")
	add("passages", func(ctx context.Context) (string, error) {
		articles, err := load[article](docs)
		if err != nil {
			return "", err
		}
		return measurePassages(ctx, b, articles, passages, true)
	}, docs, passages)
	sample := b.path("dedup", "sample_gold.jsonl")
	add("sample passages", func(ctx context.Context) (string, error) {
		var articles []article
		for _, a := range corpus.Articles() {
			articles = append(articles, article{ID: a.ID, Text: a.Text})
		}
		return measurePassages(ctx, b, articles, sample, false)
	}, sample)
	paras, parasGold := b.path("dedup", "paras.jsonl"), b.path("dedup", "paras_gold.jsonl")
	add("paragraphs, clusters", func(ctx context.Context) (string, error) {
		return measureClusters(ctx, b, paras, parasGold)
	}, paras, parasGold)
	wire := b.path("eco", "reuters.jsonl")
	for unit, name := range map[string]string{"article": "reuters_pairs.jsonl", "paragraph": "reuters_ppairs.jsonl"} {
		gold := b.path("eco", name)
		add("newswire "+unit+" pairs", func(ctx context.Context) (string, error) {
			return measurePairs(ctx, b, wire, gold, unit)
		}, wire, gold)
	}
	slices.SortStableFunc(rows, func(a, b row) int {
		return cmp.Compare(strings.Count(a.name, "newswire"), strings.Count(b.name, "newswire"))
	})
	return rows
}

// measurePairs compares with every pair of units whose sets of five words have
// a Jaccard similarity of a half or more. An article is compared without its
// title line.
func measurePairs(ctx context.Context, b *bench, file, goldFile, unit string) (string, error) {
	articles, err := load[article](file)
	if err != nil {
		return "", err
	}
	least := "12"
	if unit == "article" {
		least = "0"
		for i, a := range articles {
			if _, body, ok := strings.Cut(a.Text, "\n\n"); ok {
				articles[i].Text = body
			}
		}
	}
	goldRows, err := load[pairRow](goldFile)
	if err != nil {
		return "", err
	}
	got, err := newstext[pairRow](ctx, b, articles, "dedup", "-jsonl", "-out", "pairs", "-shingle", "5",
		"-fold", "case", "-min-words", least, "-unit", unit, "-threshold", "0.5")
	if err != nil {
		return "", err
	}
	gold, pred := pairSet(goldRows), pairSet(got)
	hit := 0
	for p := range pred {
		if gold[p] {
			hit++
		}
	}
	p, r, f := f1(hit, len(pred), hit, len(gold))
	return fmt.Sprintf("precision %.4f  recall %.4f  predicted %d  gold %d | F1 %.4f", p, r, len(pred), len(gold), f), nil
}

func pairSet(rows []pairRow) map[pairRow]bool {
	set := map[pairRow]bool{}
	for _, r := range rows {
		if r.A != r.B {
			set[pairRow{min(r.A, r.B), max(r.A, r.B)}] = true
		}
	}
	return set
}

// measureClusters prints the adjusted Rand index. An id without an answer is a
// cluster of its own.
func measureClusters(ctx context.Context, b *bench, file, goldFile string) (string, error) {
	articles, err := load[article](file)
	if err != nil {
		return "", err
	}
	gold, err := load[clusterRow](goldFile)
	if err != nil {
		return "", err
	}
	answers, err := newstext[clusterRow](ctx, b, articles, "dedup", "-jsonl", "-out", "clusters", "-unit", "article")
	if err != nil {
		return "", err
	}
	got := byID(answers, func(c clusterRow) string { return c.ID })
	type cell struct{ gold, pred string }
	table, golds, preds := map[cell]int{}, map[string]int{}, map[string]int{}
	for _, g := range gold {
		p := "single:" + g.ID
		if a, ok := got[g.ID]; ok {
			p = string(a.Cluster)
		}
		table[cell{string(g.Cluster), p}]++
		golds[string(g.Cluster)]++
		preds[p]++
	}
	same, sameGold, samePred, total := pairsWithin(table), pairsWithin(golds), pairsWithin(preds), choose2(len(gold))
	expected := 0.0
	if total > 0 {
		expected = float64(sameGold) * float64(samePred) / float64(total)
	}
	top := float64(sameGold+samePred) / 2
	ari := 1.0
	if top != expected {
		ari = (float64(same) - expected) / (top - expected)
	}
	return fmt.Sprintf("%-26s %.4f", "ARI", ari), nil
}

func choose2(n int) int { return n * (n - 1) / 2 }

func pairsWithin[K comparable](sizes map[K]int) (n int) {
	for _, size := range sizes {
		n += choose2(size)
	}
	return n
}

// measurePassages prints plagdet, counted in bytes. With known, only pairs of
// articles count that the gold names: in made sets others share injected
// boilerplate and chance phrases.
func measurePassages(ctx context.Context, b *bench, articles []article, goldFile string, known bool) (string, error) {
	goldRows, err := load[passage](goldFile)
	if err != nil {
		return "", err
	}
	answers, err := newstext[passage](ctx, b, articles, "dedup", "-jsonl", "-out", "passages")
	if err != nil {
		return "", err
	}
	gold, pred := map[pairRow][]passage{}, map[pairRow][]passage{}
	for _, g := range goldRows {
		g = g.ordered()
		gold[g.pair()] = append(gold[g.pair()], g)
	}
	seen := map[passage]bool{}
	for _, p := range answers {
		p = p.ordered()
		if !seen[p] && (!known || gold[p.pair()] != nil) {
			seen[p] = true
			pred[p.pair()] = append(pred[p.pair()], p)
		}
	}
	var precisions, recalls, granularities []float64
	for pair, cases := range gold {
		for _, c := range cases {
			share, hits := c.covered(pred[pair])
			recalls = append(recalls, share)
			if hits > 0 {
				granularities = append(granularities, float64(hits))
			}
		}
	}
	for pair, found := range pred {
		for _, d := range found {
			share, _ := d.covered(gold[pair])
			precisions = append(precisions, share)
		}
	}
	f, granularity := harmonic(mean(precisions), mean(recalls)), 1.0
	if len(granularities) > 0 {
		granularity = mean(granularities)
	}
	return fmt.Sprintf("%-26s %.4f | %-26s %.4f", "granularity", granularity, "plagdet", f/math.Log2(1+granularity)), nil
}

func (p passage) pair() pairRow { return pairRow{p.A, p.B} }

func (p passage) ordered() passage {
	if cmp.Or(cmp.Compare(p.B, p.A), cmp.Compare(p.BStart, p.AStart), cmp.Compare(p.BEnd, p.AEnd)) < 0 {
		return passage{p.B, p.BStart, p.BEnd, p.A, p.AStart, p.AEnd}
	}
	return p
}

// covered returns the share of p's bytes, both sides together, that lie in the
// others that overlap it on both sides, and how many these are.
func (p passage) covered(others []passage) (share float64, hits int) {
	var a, b []span
	for _, o := range others {
		if p.AStart < o.AEnd && o.AStart < p.AEnd && p.BStart < o.BEnd && o.BStart < p.BEnd {
			a = append(a, span{max(p.AStart, o.AStart), min(p.AEnd, o.AEnd)})
			b = append(b, span{max(p.BStart, o.BStart), min(p.BEnd, o.BEnd)})
			hits++
		}
	}
	return ratio(union(a)+union(b), p.AEnd-p.AStart+p.BEnd-p.BStart), hits
}

// union returns the length of all spans together.
func union(spans []span) (n int) {
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	end := 0
	for i, s := range spans {
		if i == 0 || s.start > end {
			end = s.start
		}
		n += max(0, s.end-end)
		end = max(end, s.end)
	}
	return n
}
