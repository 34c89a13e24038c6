package model

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// story is a page as a newspaper's: navigation, an article, offers.
var story = []string{
	"Home", "News", "Sport", "Weather", "Subscribe now",
	"Ferry to the island is late again",
	"By Ann Lee",
	"The ferry to the island was late again on Tuesday, and the passengers were told to wait on the quay for the next one.",
	"They waited for three hours in the rain before the captain of another ferry took pity on them, one of the passengers said.",
	"The company that runs the ferry said it was sorry, and that the passengers would be given their money back.",
	"Share this article", "Home", "Terms of use", "© 2024 The Harbour Gazette. All rights reserved.",
}

func decoded(t *testing.T, bias []int32) *Page {
	t.Helper()
	p := new(Page)
	p.Begin(Builtin())
	for _, line := range story {
		p.Add(line)
	}
	p.Bias = bias
	p.Decode(Default())
	return p
}

func TestDecode(t *testing.T) {
	p := decoded(t, nil)
	for i, odds := range p.Odds {
		if body := strings.HasSuffix(story[i], ".") && i < 10; body != (odds > 0) {
			t.Errorf("%q has log odds %.1f", story[i], odds)
		}
		if name := p.Feature(i); !slices.ContainsFunc(features[:], func(f feature) bool { return f.name == name }) {
			t.Errorf("%q: no feature is named %q", story[i], name)
		}
	}
	if n := p.Copies(0); n != 1 {
		t.Errorf("%q has %d copies, want 1", story[0], n)
	}
	if head, home := p.Known(5), p.Known(0); head < 0.5 || home != 0 {
		t.Errorf("of the headline's words %.2f are known, of a button's %.2f", head, home)
	}
	if words := p.Line(6).Words; words != 3 {
		t.Errorf("%q has %d words", story[6], words)
	}
}

// TestBias: what is known of a line beforehand moves its log odds.
func TestBias(t *testing.T) {
	bias := make([]int32, len(story))
	bias[8] = -20_000
	if plain, moved := decoded(t, nil).Odds[8], decoded(t, bias).Odds[8]; moved > plain-5 {
		t.Errorf("log odds %.1f, with a bias of -20 %.1f", plain, moved)
	}
}

// TestJudgeAgrees: the log odds are the same whether lines or rows are judged,
// and a page that had another line for a while is as if it had not.
func TestJudgeAgrees(t *testing.T) {
	want := decoded(t, nil).Odds
	var p Page
	p.Begin(Builtin())
	for _, line := range story {
		p.Add("Another line, which is taken back.")
		p.Drop()
		p.Add(line)
	}
	for i, got := range Default().Judge(p.Rows()) {
		if math.Abs(got-want[i]) > 1e-3 {
			t.Errorf("%q: log odds %v from rows, %v from the line", story[i], got, want[i])
		}
	}
}

// TestMatchTail: a tail matches what it matches as a line of its own.
func TestMatchTail(t *testing.T) {
	var p Page
	p.Begin(Builtin())
	long := strings.Repeat("The ferry was late again on Tuesday, he said. ", 10)
	for _, tail := range []string{
		"Reporting by Ann Lee", "(Photo: Ann Lee)", "All rights reserved.", "It was late.", "Écrit: reporting by Zoë Lee", "編集者。 Reporting by Ann Lee",
		"Sign up for our newsletter " + strings.Repeat("and tell others of it ", 7) + "here",
	} {
		want := p.MatchLine(tail)
		for _, head := range []string{"He was late. ", long} {
			p.Add(head + tail)
			if got := p.MatchTail(len(head)); got != want {
				t.Errorf("%q after %d bytes: rule %d, alone %d", tail, len(head), got, want)
			}
		}
	}
}

// TestSet: Set takes what training gives, as differences to the state Before.
func TestSet(t *testing.T) {
	m := New()
	for _, k := range []int{2, States} {
		w := make([]float64, (Rows()+k)*k)
		for i := range w {
			w[i] = float64(i % 7)
		}
		m.Set(w, k)
		r := Rows() - 1
		row, trans := w[r*k:r*k+k], w[(Rows()+1)*k:]
		for s := 1; s < k; s++ {
			column := s - 1
			if k == 2 {
				column = plainColumn
			}
			if got, want := float64(m.W[r][column]), row[s]-row[Before]; got != want {
				t.Errorf("%d states: row %d has %v for state %d, want %v", k, r, got, s, want)
			}
		}
		c := &m.Page
		if k == 2 {
			c = &m.Plain
		}
		if got, want := c.Trans[Inside][Inside], trans[Inside]; got != want {
			t.Errorf("%d states: inside after inside is %v, want %v", k, got, want)
		}
	}
}

// TestThreshold: lines are body from the log odds on that make F1 largest, by
// trying all of them.
func TestThreshold(t *testing.T) {
	for _, odds := range [][]float64{
		{},
		{-3, -0.2},
		{9, 8, -9},
		{0.1, -0.1},
		{2, 1, -0.3, -0.5, -1.2, -4},
		{0.3, -0.7, -0.2, -0.6, -3, -2, -2.5},
		{5, -0.5, -0.75, -0.79, -0.85, -1},
		{0.05, -0.3, -0.79, -0.79, -2, -2, -2, -2, -2, -2},
	} {
		size := func(i int) int32 { return int32(10 + 7*i%5) }
		f1 := func(from float64) float64 {
			var right, kept, expected float64
			for i, o := range odds {
				p, n := 1/(1+math.Exp(-o)), float64(size(i))
				expected += p * n
				if o > from {
					right, kept = right+p*n, kept+n
				}
			}
			return 2 * right / (kept + expected)
		}
		from := Threshold(odds, size)
		if from > 0 || from < lowest {
			t.Errorf("%v: body from %v on", odds, from)
		}
		if len(odds) == 0 || slices.Max(odds) <= 0 {
			if from != 0 {
				t.Errorf("%v: body from %v on, on a page without one", odds, from)
			}
			continue
		}
		for other := lowest; other <= 0; other += 0.05 {
			if f1(other) > f1(from)+1e-3 {
				t.Errorf("%v: F1 is %v from %v on, %v from %v on", odds, f1(from), from, f1(other), other)
			}
		}
	}
}
