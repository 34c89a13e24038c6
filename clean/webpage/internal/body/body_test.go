package body

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"example.org/newstext/clean/webpage/internal/scan"
)

func TestLook(t *testing.T) {
	for _, c := range []struct {
		text  string
		words int
		end   ending
		start beginning
	}{
		{"The mayor said so.", 4, endsSentence, startsUpper},
		{"“Why not?” she asked", 4, endsOther, startsQuote},
		{"She asked, “Why not?”", 4, endsQuestion, startsUpper},
		{"2,014 votes were counted:", 4, endsColon, startsDigit},
		{"and so on...", 3, endsEllipsis, startsLower},
		{"and so on…", 3, endsEllipsis, startsLower},
		{"(see page four)", 3, endsClose, startsOther},
		{"northern half,", 2, endsComma, startsLower},
		{"市長は月曜日に辞任した。", 6, endsSentence, startsOther},
		{"— Über — ", 1, endsOther, startsOther},
		{"", 0, endsOther, startsOther},
	} {
		f := look(c.text)
		if f.words != c.words || f.end != c.end || f.start != c.start {
			t.Errorf("%q: %d words, end %d, start %d; want %d, %d, %d", c.text, f.words, f.end, f.start, c.words, c.end, c.start)
		}
	}
	f := look("BY ANN LEE | © 2019 x@paper.example")
	if !f.byStart || !f.bar || !f.copyr || !f.at {
		t.Errorf("%+v", f)
	}
	if !look("ALL CAPITALS").allUpper || look("All Capitals").allUpper {
		t.Error("capitals")
	}
	if look("A line here").hash != look("a LINE here!").hash {
		t.Error("lines that differ in case and punctuation alone have different hashes")
	}
}

// The names of features are in order and unique: the weights go by them.
func TestNames(t *testing.T) {
	names := Names()
	seen := make(map[string]bool)
	for _, n := range names {
		if seen[n] || strings.ContainsAny(n, " \t") {
			t.Errorf("name %q is not usable", n)
		}
		seen[n] = true
	}
	last := 0
	for _, g := range Groups() {
		if g[0] != last {
			t.Errorf("group begins at %d, want %d", g[0], last)
		}
		last = g[1]
	}
	if last != len(names) {
		t.Errorf("%d features, %d names", last, len(names))
	}
}

// The embedded weights have a line for every feature, and no others.
func TestWeights(t *testing.T) {
	var have []string
	for line := range strings.Lines(weights) {
		if f := strings.Fields(line); f[0] != "#" {
			have = append(have, f[0])
		}
	}
	want := Names()
	for s := range States {
		want = append(want, fmt.Sprintf("step:%d", s))
	}
	if !slices.Equal(have, want) {
		t.Error("weights.txt is not of these features: train again")
	}
}

func TestWriteRead(t *testing.T) {
	var b strings.Builder
	if err := chain().Write(&b, "a comment\nof two lines\n"); err != nil {
		t.Fatal(err)
	}
	c, err := ReadChain(b.String())
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(c.Weights, chain().Weights) || c.Transitions != chain().Transitions {
		t.Error("what was read is not what was written")
	}
	for _, bad := range []string{"bias 1 2\n", "bias 1 2 3 x\n"} {
		if _, err := ReadChain(bad); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}

// With the steps all alike, a line's probabilities are its own emissions'.
func TestLattice(t *testing.T) {
	var l Lattice
	l.Resize(3)
	l.Emit[1] = [States]float64{1, 2, 0, -1}
	l.Run(&Chain{})
	sum := 0.0
	for s := range States {
		sum += math.Exp(l.Emit[1][s])
	}
	for s := range States {
		if want := math.Exp(l.Emit[1][s]) / sum; math.Abs(l.Post[1][s]-want) > 1e-9 {
			t.Errorf("state %d: %v, want %v", s, l.Post[1][s], want)
		}
	}
	edges := 0.0
	for s := range States {
		for k := range States {
			edges += l.Edge[s][k]
		}
	}
	if math.Abs(edges-2) > 1e-9 {
		t.Errorf("%v steps, want 2", edges)
	}
	l.Resize(0)
	l.Run(&Chain{})
}

// Extreme weights give finite odds.
func TestExtreme(t *testing.T) {
	var l Lattice
	l.Resize(3)
	for i := range l.Emit {
		l.Emit[i] = [States]float64{-1e5, 1e5, -1e5, -1e5}
	}
	l.Run(&Chain{})
	for i := range l.Emit {
		if o := l.Odds(i); o != maxOdds {
			t.Errorf("odds %v", o)
		}
	}
}

// A sentence that the page's JSON-LD has too is likelier body than one that it
// has not.
func TestCoverage(t *testing.T) {
	text := strings.Repeat("The council met again about the old bridge and its long closure. ", 5)
	html := `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"` + text + `"}</script>
<div><p>` + text + `</p><p>Nothing of this stands in what the page gives to programs as its own article text.</p></div>`
	g := NewPage(scan.Read([]byte(html)))
	if !g.hasBody || g.cover[0] < 0.9 || g.cover[1] > 0.1 {
		t.Errorf("coverage %v", g.cover)
	}
}

func TestEmptyPage(t *testing.T) {
	if j := Judge(scan.Read(nil)); len(j) != 0 {
		t.Errorf("%v", j)
	}
}
