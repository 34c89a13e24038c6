package dedup

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"example.org/newstext/examples/corpus"
)

func articles() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, a := range corpus.Articles() {
			if !yield(a.ID[:3], a.Text) {
				return
			}
		}
	}
}

// Reuses finds what Shared and Repeats find where nothing is boilerplate.
func TestReusesCorpus(t *testing.T) {
	var want []Reuse[string]
	for i, a := range corpus.Articles() {
		for _, p := range Repeats(a.Text, 0) {
			want = append(want, Reuse[string]{a.ID[:3], a.ID[:3], p})
		}
		for _, b := range corpus.Articles()[i+1:] {
			for _, p := range Shared(a.Text, b.Text, 0) {
				want = append(want, Reuse[string]{a.ID[:3], b.ID[:3], p})
			}
		}
	}
	got := slices.Collect(Reuses(t.Context(), articles(), 0, 0))
	if !slices.Equal(got, want) {
		t.Errorf("got\n%v\nwant\n%v", got, want)
	}
	if len(got) < 10 {
		t.Errorf("only %d passages in the corpus", len(got))
	}
}

func TestReusesBoilerplate(t *testing.T) {
	const notice = "Sign up for our letter and get the best stories every morning at six."
	const lead = "The ferry to Tarvik stays in port until the gale over the strait has passed. "
	texts := map[int]string{}
	for n := range 4 {
		texts[n] = fmt.Sprintf("%s\n\n%s", strings.Repeat([]string{"Rain. ", "Snow. ", "Hail. ", "Fog. "}[n], 3), notice)
	}
	texts[0] = lead + texts[0]
	texts[3] = lead + texts[3]
	all := func(yield func(int, string) bool) {
		for n := range 4 {
			if !yield(3-n, "replaced by the later text") || !yield(3-n, texts[3-n]) {
				return
			}
		}
	}
	for _, c := range []struct{ boilerplate, want int }{{0, 6}, {4, 6}, {3, 1}} {
		got := slices.Collect(Reuses(t.Context(), all, 0, c.boilerplate))
		if len(got) != c.want {
			t.Errorf("boilerplate in more than %d texts: %d passages, want %d\n%v", c.boilerplate, len(got), c.want, got)
		}
		for _, r := range got {
			checkPassages(t, texts[r.A], texts[r.B], []Passage{r.Passage})
		}
	}
}

func TestReusesEqual(t *testing.T) {
	text := "The ferry to Tarvik stays in port until the gale over the strait has passed."
	got := slices.Collect(Reuses(t.Context(), slices.All([]string{text, text}), 0, 0))
	want := []Reuse[int]{{0, 1, Passage{0, len(text), 0, len(text), true, 1}}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	// Two equal texts of which one sentence is boilerplate share the rest.
	notice := " Sign up for our letter and get the best stories every morning at six."
	got = slices.Collect(Reuses(t.Context(), slices.All([]string{text + notice, text + notice, "Rain." + notice}), 0, 2))
	if !slices.Equal(got, want) {
		t.Errorf("with boilerplate: got %v, want %v", got, want)
	}
}

func TestReusesStop(t *testing.T) {
	for range Reuses(t.Context(), articles(), 0, 0) {
		break
	}
	for range runs([]posting{{1, 1}, {2, 1}}) {
		break
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for r := range Reuses(ctx, articles(), 0, 10) {
		t.Fatalf("%v after the end", r)
	}
}

func TestReusesFlood(t *testing.T) {
	texts := slices.Repeat([]string{strings.Repeat("Stocks rose on Thursday after the bank kept its rate. ", 3)}, 3000)
	if n := len(slices.Collect(Reuses(t.Context(), slices.All(texts), 0, 10))); n != 0 {
		t.Errorf("a flood of one text has %d passages", n)
	}
}

func BenchmarkReuses(b *testing.B) {
	var texts []string
	size := 0
	for n := range 100 {
		for _, a := range corpus.Articles() {
			texts = append(texts, fmt.Sprint(n, a.Text[n*len(a.Text)/200:]))
			size += len(texts[len(texts)-1])
		}
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for range Reuses(b.Context(), slices.All(texts), 0, 10) {
		}
	}
}
