package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"

	"example.org/newstext/clean/internal/model"
)

// crossValidate judges each page by a model trained without its site.
func crossValidate(pages []*page, folds, seed int, o options) {
	var wg sync.WaitGroup
	free := make(chan struct{}, 2)
	for f := range folds {
		free <- struct{}{}
		wg.Go(func() {
			var train, test []*page
			for _, p := range pages {
				switch {
				case p.fold(folds, seed) != f:
					train = append(train, p)
				case !p.taught:
					test = append(test, p)
				}
			}
			m := fit(train, o)
			for _, p := range test {
				p.predict(m)
			}
			<-free
		})
	}
	wg.Wait()
}

// judgeUntrained judges the pages in other languages by a model trained without
// any of them.
func judgeUntrained(pages []*page, o options) (foreign []*page) {
	var known []*page
	for _, p := range pages {
		if p.foreign() {
			foreign = append(foreign, p)
		} else {
			known = append(known, p)
		}
	}
	if len(foreign) == 0 || len(known) == 0 {
		return nil
	}
	m := fit(known, o)
	for _, p := range foreign {
		p.predict(m)
	}
	return foreign
}

// foreign reports whether the page's set says that it is in another language.
func (p *page) foreign() bool { return strings.HasSuffix(p.Set, "-xx") }

// predict judges the page's lines.
func (p *page) predict(m *model.Model) {
	p.odds = m.Judge(p.rows)
	p.kept = make([]bool, len(p.odds))
	from := model.Threshold(p.odds, func(i int) int32 { return int32(p.Blocks[i].end - p.Blocks[i].start) })
	for i, v := range p.odds {
		p.kept[i] = v > from
	}
}

// metrics are what is counted on one page.
type metrics struct {
	precision, recall float64
	empty             bool
	junk, junkKept    int // words
	body, lost        int
	loss              float64 // see logLoss
}

func (m metrics) f1() float64 { return f1(m.precision, m.recall) }

func f1(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// score compares the kept lines with the article: precision and recall of
// 4-grams of words, and single words that are junk or lost.
func (p *page) score() {
	var b strings.Builder
	for i, keep := range p.kept {
		if keep {
			b.WriteString(p.Text[p.Blocks[i].start:p.Blocks[i].end])
			b.WriteString("\n\n")
		}
	}
	gold, got := words(p.gold), words(b.String())
	p.m = metrics{empty: len(got) == 0, loss: p.logLoss()}
	g, q := shingles(gold), shingles(got)
	common, nGold, nGot := 0, 0, 0
	for s, n := range g {
		nGold += n
		common += min(n, q[s])
	}
	for _, n := range q {
		nGot += n
	}
	p.m.precision = float64(common) / float64(max(1, nGot))
	p.m.recall = float64(common) / float64(max(1, nGold))
	inGold, inGot := bag(gold), bag(got)
	for w, n := range bag(words(p.input)) {
		junk := max(0, n-inGold[w])
		p.m.junk += junk
		p.m.junkKept += min(junk, max(0, inGot[w]-inGold[w]))
	}
	for w, n := range inGold {
		p.m.body += n
		p.m.lost += max(0, n-inGot[w])
	}
}

// logLoss returns the logarithmic loss of the page's odds: of each line by its
// bytes, per byte of the body. It tells two models apart by fewer pages than F1,
// which a line more or less can change much.
func (p *page) logLoss() float64 {
	const surest, most = 6, 3 // of one line, of a page
	sum := 0.0
	for i, odds := range p.odds {
		b, wrong := p.Blocks[i], odds
		if b.keep {
			wrong = -wrong
		}
		sum += float64(b.end-b.start) * math.Log1p(math.Exp(max(-surest, min(surest, wrong))))
	}
	return min(most, sum/float64(p.body+300))
}

func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_'
	})
}

func shingles(words []string) map[string]int {
	m := map[string]int{}
	if len(words) == 0 {
		return m
	}
	for i := range max(1, len(words)-3) {
		m[strings.Join(words[i:min(len(words), i+4)], " ")]++
	}
	return m
}

func bag(words []string) map[string]int {
	m := map[string]int{}
	for _, w := range words {
		m[strings.ToLower(w)]++
	}
	return m
}

// report prints the figures of each variant of pages, and what is wrong on the
// worst ones.
func report(w io.Writer, pages []*page, worst int) {
	fmt.Fprintln(w, "cross-validated by site:")
	figures(w, pages)
	byFigure := slices.SortedStableFunc(slices.Values(pages), func(a, b *page) int { return cmp.Compare(a.m.f1(), b.m.f1()) })
	for _, p := range byFigure[:min(worst, len(pages))] {
		p.explain(w)
	}
}

// figures prints the figures of each variant.
func figures(w io.Writer, pages []*page) {
	groups := map[string][]*page{}
	var names []string
	for _, p := range pages {
		p.score()
		name := p.Variant
		if p.foreign() {
			name = "other languages, " + name
		}
		if groups[name] == nil {
			names = append(names, name)
		}
		groups[name] = append(groups[name], p)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(w, "%-22s %s\n", name, total(groups[name]))
	}
}

func total(pages []*page) string {
	var precision, recall float64
	var t metrics
	kept := 0
	for _, p := range pages {
		if !p.m.empty {
			kept++
			precision += p.m.precision
		}
		recall += p.m.recall
		t.loss += p.m.loss
		t.junk += p.m.junk
		t.junkKept += p.m.junkKept
		t.body += p.m.body
		t.lost += p.m.lost
	}
	precision /= float64(max(1, kept))
	recall /= float64(len(pages))
	return fmt.Sprintf("pages %3d  F1 %.4f  P %.4f  R %.4f  junk %.4f  lost %.4f  log loss %.4f", len(pages), f1(precision, recall),
		precision, recall, float64(t.junkKept)/float64(max(1, t.junk)), float64(t.lost)/float64(max(1, t.body)), t.loss/float64(len(pages)))
}

// explain prints the page's wrong lines.
func (p *page) explain(w io.Writer) {
	fmt.Fprintf(w, "%s %s  P %.3f  R %.3f\n", p.ID, p.Variant, p.m.precision, p.m.recall)
	for i, b := range p.Blocks {
		if p.kept[i] == b.keep {
			continue
		}
		what := "junk"
		if b.keep {
			what = "lost"
		}
		fmt.Fprintf(w, "  %s %5.1f  %d of %d  %.100s\n", what, p.odds[i], i, len(p.Blocks), p.Text[b.start:b.end])
	}
}
