package body

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.org/newstext/clean/webpage/internal/scan"
)

const flood = `<title>River rises by two metres | The Harbour Gazette</title>
<nav><a href=/>Home</a> <a href=/s>Sport</a></nav>
<div class="share"><a href=x>Share</a></div>
<article><h1>River rises by two metres</h1><span class=byline>By Ann Lee</span>
<p>The river rose by two metres overnight, the city said, and the lower town was under water by the morning.</p>
<p>Nobody was hurt, the mayor said on Tuesday, and most of the roads to the lower town are open again.</p>
<p>The crews who had worked all night were thanked, and the mayor promised a higher wall along the river.</p></article>
<aside class=related><h3>More stories</h3><a href=y>Ferry to the island is late again</a> <a href=z>Bridge closed for the winter, the city says</a></aside>
<p>© 2024 The Harbour Gazette | all rights reserved</p>`

func TestJudge(t *testing.T) {
	p := scan.Read([]byte(flood))
	names := Names()
	kept := 0
	for i, j := range Judge(p) {
		line := p.Text[p.Lines[i].Start:p.Lines[i].End]
		body := strings.HasPrefix(line, "The river") || strings.HasPrefix(line, "Nobody") || strings.HasPrefix(line, "The crews")
		if body != (j.Odds > 0) {
			t.Errorf("%q has log odds %.1f", line, j.Odds)
		}
		if j.Odds > 0 {
			kept++
		}
		if !slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(n, j.Reason) || strings.HasPrefix(j.Reason, n) }) {
			t.Errorf("%q: the reason %q is no feature", line, j.Reason)
		}
	}
	if kept != 3 {
		t.Errorf("%d lines are body, want 3", kept)
	}
}

// TestFeatures: a line has no feature of a group twice, and its copy is as it is.
func TestFeatures(t *testing.T) {
	g := NewPage(scan.Read([]byte(flood)))
	if line := g.Lines[g.title]; g.Text[line.Start:line.End] != "River rises by two metres" {
		t.Errorf("the headline is %q", g.Text[line.Start:line.End])
	}
	var v Vector
	for i := range g.Lines {
		g.Features(&v, i)
		ids := slices.Sorted(slices.Values(v.ID))
		if len(slices.Compact(ids)) != len(v.ID) || len(v.ID) != len(v.Value) || int(ids[len(ids)-1]) >= len(Names()) {
			t.Errorf("line %d has the features %v", i, v.ID)
		}
		clone := v.Clone()
		v.ID[0]++
		if clone.ID[0] == v.ID[0] {
			t.Error("a clone shares its features")
		}
	}
}

func TestWords(t *testing.T) {
	var got, upper []uint64
	var lengths []int
	words("Die Straße war naß, 12 Mal; über 日本", func(h uint64, n int) { got, lengths = append(got, h), append(lengths, n) })
	words("DIE straße WAR naß 12 mal über 日本", func(h uint64, _ int) { upper = append(upper, h) })
	if want := []int{3, 6, 3, 3, 2, 3, 4, 2}; !slices.Equal(lengths, want) {
		t.Errorf("words of %v letters, want %v", lengths, want)
	}
	if !slices.Equal(got, upper) {
		t.Error("ASCII capitals change a word")
	}
}

// TestTopics: the words of all lines count, however many there are.
func TestTopics(t *testing.T) {
	var page strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&page, "<p>")
		for k := range 50 {
			fmt.Fprintf(&page, "wordy%d ", i*50+k)
		}
		fmt.Fprintf(&page, "and river.</p>\n")
	}
	page.WriteString("<p>river walks</p>")
	g := NewPage(scan.Read([]byte(page.String())))
	for _, i := range []int{0, 1500, 2999} {
		if got := g.topic[i]; got <= 0 || got > 0.05 {
			t.Errorf("line %d shares %v of its words with others, want 1 of 51", i, got)
		}
	}
	if got := g.topic[3000]; got != 0.5 {
		t.Errorf("the last line shares %v, want one word of two", got)
	}
}

func TestTally(t *testing.T) {
	var a tally
	if a.count(1) != 0 {
		t.Error("an empty tally counts")
	}
	for i := range uint64(maxTally + 10) {
		a.add(i)
		a.add(i / 2)
	}
	if got := a.count(5); got != 3 {
		t.Errorf("5 was added 3 times, counted %d", got)
	}
	if got := a.count(maxTally + 5); got != 0 || a.n != maxTally {
		t.Errorf("%d hashes are counted, the last %d times", a.n, got)
	}
}
