package dedup

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"example.org/newstext/examples/corpus"
	"example.org/newstext/internal/golden"
)

func TestPassages(t *testing.T) {
	golden.Run(t, "testdata/passages.txt", func(t *testing.T, c golden.Case) []string {
		a, b, two := strings.Cut(c.Text, "\n=====\n")
		var ps []Passage
		if two {
			ps = Shared(a, b, 0)
			if mirror := mirrored(Shared(b, a, 0)); !slices.Equal(ps, mirror) {
				t.Errorf("Shared(b, a) is no mirror image:\n%v\n%v", ps, mirror)
			}
		} else {
			b = a
			ps = Repeats(a, 0)
		}
		var lines []string
		for _, p := range ps {
			lines = append(lines, fmt.Sprintf("%.2f %q %q", p.Similarity, a[p.AStart:p.AEnd], b[p.BStart:p.BEnd]))
		}
		return lines
	})
}

func letterOrNumber(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// cutsWord reports whether a position lies inside one of the words.
func cutsWord(words []word, at int) bool {
	i, _ := slices.BinarySearchFunc(words, at, func(w word, at int) int { return cmp.Compare(w.end, at+1) })
	return i < len(words) && words[i].start < at
}

// checkPassages checks what holds for all passages.
func checkPassages(t *testing.T, a, b string, ps []Passage) {
	t.Helper()
	as, bs := Full.words(nil, a), Full.words(nil, b)
	for i, p := range ps {
		if p.AStart < 0 || p.AStart >= p.AEnd || p.AEnd > len(a) || p.BStart < 0 || p.BStart >= p.BEnd || p.BEnd > len(b) {
			t.Fatalf("%+v: no span of texts of %d and %d bytes", p, len(a), len(b))
		}
		for _, at := range []int{p.AStart, p.AEnd} {
			if at < len(a) && utf8.ValidString(a) && !utf8.RuneStart(a[at]) {
				t.Errorf("%+v: %d is inside a character", p, at)
			}
		}
		if cutsWord(as, p.AStart) || cutsWord(as, p.AEnd) || cutsWord(bs, p.BStart) || cutsWord(bs, p.BEnd) {
			t.Errorf("%+v cuts a word", p)
		}
		if !strings.ContainsFunc(a[p.AStart:p.AEnd], letterOrNumber) || !strings.ContainsFunc(b[p.BStart:p.BEnd], letterOrNumber) {
			t.Errorf("%+v: %q and %q have no word", p, a[p.AStart:p.AEnd], b[p.BStart:p.BEnd])
		}
		if p.Exact != (p.Similarity == 1) || p.Similarity <= 0 || p.Similarity > 1 {
			t.Errorf("%+v: similarity and exactness disagree", p)
		}
		if p.Exact && len(Diff(a[p.AStart:p.AEnd], b[p.BStart:p.BEnd])) > 0 {
			t.Errorf("%+v: exact, but %q and %q differ", p, a[p.AStart:p.AEnd], b[p.BStart:p.BEnd])
		}
		if i > 0 && comparePassages(ps[i-1], p) >= 0 {
			t.Errorf("%+v is not in order", p)
		}
	}
}

func TestSharedCorpus(t *testing.T) {
	articles := corpus.Articles()
	a, b := articles[0].Text, articles[1].Text
	ps := Shared(a, b, 0)
	checkPassages(t, a, b, ps)
	for _, want := range []string{"Kim Myong Gil", "to return to the negotiating table without precondition or hesitation"} {
		if !slices.ContainsFunc(ps, func(p Passage) bool {
			return strings.Contains(a[p.AStart:p.AEnd], want) && strings.Contains(b[p.BStart:p.BEnd], want)
		}) {
			t.Errorf("no passage with %q", want)
		}
	}
}

func TestSharedEqual(t *testing.T) {
	text := strings.Repeat("Thursday ", 1000)
	want := []Passage{{AEnd: 8999, BEnd: 8999, Exact: true, Similarity: 1}}
	if got := Shared(text, text, 0); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := Shared("On Friday", "On Friday", 3); got != nil {
		t.Errorf("two words make a passage of three: %v", got)
	}
}

// What repeats without end starts no passage and costs linear time; a test
// that never ends would be the sign of the contrary.
func TestSharedHostile(t *testing.T) {
	long := func(unit string) string { return strings.Repeat(unit, 1<<17/len(unit)) }
	for _, unit := range []string{"Thursday ", "\"", "“a b ", "a\n\n", ". . . ", "‘", "\xff", "x1 x2 x3 x4 x5 x6 x7 x8 x9. "} {
		a, b := long(unit)+" end", "start "+long(unit)
		checkPassages(t, a, b, Shared(a, b, 0))
		for _, p := range Repeats(a, 0) {
			if p.AEnd > p.BStart {
				t.Errorf("%q: the sides of %+v overlap", unit, p)
			}
		}
	}
}

func TestDiff(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"the talks will go on", "The talks will go on.", ""},
		{"the talks will go on in Geneva last year", "the discussions will go on in the previous year", "talks>discussions Geneva last>the previous"},
		{"it will rain", "it will certainly rain", ">certainly"},
		{"it will rain today", "it will rain", "today>"},
		{"", "rain", ">rain"},
		{"rain", "", "rain>"},
	} {
		var got []string
		for _, d := range Diff(c.a, c.b) {
			got = append(got, c.a[d.AStart:d.AEnd]+">"+c.b[d.BStart:d.BEnd])
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("Diff(%q, %q): %s, want %s", c.a, c.b, s, c.want)
		}
	}
	a, b := strings.Repeat("rain ", 1200), strings.Repeat("snow ", 1200)
	if got := Diff("a "+a+"z", "a "+b+"z"); len(got) != 1 {
		t.Errorf("texts that differ in 1200 words have %d changes", len(got))
	}
}

func FuzzShared(f *testing.F) {
	f.Add("He called it a “cheap stunt” on Friday.", "“cheap stunt”, he said. It rained.", 3)
	f.Add("The bridge was closed since the flood of last year.\n\nThe bridge was closed.", "The bridge was closed since the flood of the previous year, he said.", 4)
	f.Add("a b c. a b c d e f g h. \"a b", "a b c d e f g h a b c", 2)
	f.Add("He called it “ a cheap stunt", "“A cheap stunt” “", 1)
	f.Fuzz(func(t *testing.T, a, b string, minWords int) {
		ps := Shared(a, b, minWords)
		checkPassages(t, a, b, ps)
		if mirror := mirrored(Shared(b, a, minWords)); !slices.Equal(ps, mirror) {
			t.Errorf("Shared(b, a) is no mirror image:\n%v\n%v", ps, mirror)
		}
		repeats := Repeats(a, minWords)
		checkPassages(t, a, a, repeats)
		for _, p := range repeats {
			if p.AEnd > p.BStart {
				t.Errorf("the sides of %+v overlap", p)
			}
		}
	})
}

func FuzzDiff(f *testing.F) {
	f.Add("the talks go on in Geneva", "the talks will go on")
	f.Add("a b a b c", "b a c c a")
	f.Fuzz(func(t *testing.T, a, b string) {
		as, bs := Full.words(nil, a), Full.words(nil, b)
		i, j := 0, 0
		step := func(aTo, bTo int) {
			for i < len(as) && as[i].start < aTo || j < len(bs) && bs[j].start < bTo {
				if i == len(as) || j == len(bs) || as[i].hash != bs[j].hash {
					t.Fatalf("Diff(%q, %q): words %d and %d are outside the changes and differ", a, b, i, j)
				}
				i, j = i+1, j+1
			}
		}
		for _, c := range Diff(a, b) {
			step(c.AStart, c.BStart)
			for i < len(as) && as[i].start < c.AEnd {
				i++
			}
			for j < len(bs) && bs[j].start < c.BEnd {
				j++
			}
		}
		step(len(a)+1, len(b)+1)
	})
}

func BenchmarkShared(b *testing.B) {
	articles := corpus.Articles()
	x, y := articles[1].Text, articles[3].Text
	b.SetBytes(int64(len(x) + len(y)))
	b.ReportAllocs()
	for b.Loop() {
		Shared(x, y, 0)
	}
}

func BenchmarkRepeats(b *testing.B) {
	text := corpus.Articles()[2].Text
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Repeats(text, 0)
	}
}
