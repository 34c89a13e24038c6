package quote_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/newstext/examples/corpus"
	"example.org/newstext/quote"
)

// markSeeds are texts in which marks of every style meet, whole and broken.
var markSeeds = []string{
	`"I won't rest," Lena Moss said. "Not yet."`,
	"“One.\n\n“Two,” said Chairman Wu.",
	"'That was in the '70s,' he said. 'Nobody's car had belts.'",
	"The 5'9\" farmer found 8\" of mud.",
	"„Ja“, sagte er. »Nein«, sagte sie. « Oui », dit-il. 「はい」",
	"``Yes,'' he said, `no' is no answer.",
	"\"a \"b\" c\" d\" \"e 'f \"g\" h",
	"rock 'n' roll, students' ''x'' “‘y’” . . . 41°43'57\"",
	"”Hej”, sa han. Hawaiʻi’s \xff\"\xe2\x80\"",
	"Maas said “luck”, “skill”. And 'x', \"y\".",
}

func addSeeds(f *testing.F) {
	for _, s := range markSeeds {
		f.Add(s)
	}
}

// FuzzFind checks the laws of the spans that Find returns.
func FuzzFind(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		var around []quote.Quotation // open around the place at hand
		last := 0
		for _, q := range quote.Find(s) {
			if q.Start < last {
				t.Fatalf("%+v starts before the one before it, in %q", q, s)
			}
			last = q.Start
			if q.Start > q.BodyStart || q.BodyStart >= q.BodyEnd || q.BodyEnd > q.End || q.End > len(s) {
				t.Fatalf("%+v is out of order in %q", q, s)
			}
			for len(around) >= q.Depth {
				if q.Start < around[len(around)-1].End && len(around) > q.Depth-1 && around[len(around)-1].Depth >= q.Depth {
					t.Fatalf("%+v overlaps %+v in %q", q, around[len(around)-1], s)
				}
				around = around[:len(around)-1]
			}
			if len(around) != q.Depth-1 {
				t.Fatalf("%+v has nothing around it in %q", q, s)
			}
			if n := len(around); n > 0 && (q.Start < around[n-1].BodyStart || q.End > around[n-1].End) {
				t.Fatalf("%+v is not inside %+v in %q", q, around[n-1], s)
			}
			around = append(around, q)
			for _, i := range []int{q.Start, q.BodyStart, q.BodyEnd, q.End} {
				checkBoundary(t, s, i)
			}
			checkSpeaker(t, s, q.Speaker)
		}
	})
}

// checkSpeaker checks the spans of a speaker.
func checkSpeaker(t *testing.T, s string, p quote.Speaker) {
	t.Helper()
	if p.Start == p.End {
		if p != (quote.Speaker{}) {
			t.Fatalf("nobody, but %+v in %q", p, s)
		}
		return
	}
	if p.Start > p.End || p.End > len(s) || p.NameStart >= p.NameEnd || p.NameEnd > len(s) || p.NameStart > p.Start {
		t.Fatalf("%+v is out of order in %q", p, s)
	}
	if p.Implied && p.Cue != "" {
		t.Fatalf("implied with a cue: %+v in %q", p, s)
	}
	for _, i := range []int{p.Start, p.End, p.NameStart, p.NameEnd} {
		checkBoundary(t, s, i)
	}
}

// checkBoundary checks that i does not lie within a rune of s.
func checkBoundary(t *testing.T, s string, i int) {
	t.Helper()
	if utf8.ValidString(s) && i < len(s) && !utf8.RuneStart(s[i]) {
		t.Fatalf("%d lies within a rune of %q", i, s)
	}
}

// FuzzParagraphs checks that what stands in one paragraph does not change the
// quotations of the next, unless it leaves one open there.
func FuzzParagraphs(f *testing.F) {
	for i, s := range markSeeds {
		f.Add(s, markSeeds[(i+1)%len(markSeeds)])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		first := quote.Find(a + "\n\n")
		for _, q := range first {
			if q.Open {
				return
			}
		}
		alone, both := quote.Find(b), quote.Find(a+"\n\n"+b)
		if len(both) != len(first)+len(alone) {
			t.Fatalf("%d and %d quotations, together %d: %q, %q", len(first), len(alone), len(both), a, b)
		}
		shift := len(a) + 2
		for i, q := range alone {
			if p := both[len(first)+i]; p.Start != q.Start+shift || p.End != q.End+shift || p.Depth != q.Depth || p.Kind != q.Kind {
				t.Fatalf("%+v alone, %+v after %q: %q", q, p, a, b)
			}
		}
	})
}

// FuzzMarks checks that every form of marks and punctuation leaves its own
// result alone, valid UTF-8 valid, and all letters where they were.
func FuzzMarks(f *testing.F) {
	addSeeds(f)
	forms := []quote.Form{
		quote.Straight, quote.Curly, quote.CurlyDE, quote.CurlyFR, quote.CurlySV, quote.American, quote.Logical,
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, form := range forms {
			once := form.String(s)
			if twice := form.String(once); twice != once {
				t.Fatalf("form %d of %q: %q, then %q", form, s, once, twice)
			}
			if utf8.ValidString(s) && !utf8.ValidString(once) {
				t.Fatalf("form %d of %q: %q", form, s, once)
			}
			if letters(s) != letters(once) {
				t.Fatalf("form %d of %q loses letters: %q", form, s, once)
			}
		}
	})
}

// letters returns the ASCII letters and digits of s.
func letters(s string) string {
	var b []byte
	for i := range len(s) {
		if c := s[i]; c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' {
			b = append(b, c)
		}
	}
	return string(b)
}

// TestCorpusQuotations is the floor under the laws: what the sample articles
// hold is found.
func TestCorpusQuotations(t *testing.T) {
	want := map[string]int{
		"000_9dc033d1e04cb10d.txt": 11, "001_9cdcf60c83c77cc4.txt": 21, "002_f4b2ce8c39295cc6.txt": 29,
		"003_3e43565df5f724a3.txt": 11, "004_2f39f6bace385441.txt": 6,
	}
	for _, a := range corpus.Articles() {
		found := quote.Find(a.Text)
		speakers := 0
		for _, q := range found {
			if q.Speaker.Start < q.Speaker.End {
				speakers++
			}
		}
		if len(found) != want[a.ID] {
			t.Errorf("%s: %d quotations, want %d", a.ID, len(found), want[a.ID])
		}
		if 10*speakers < 7*len(found) {
			t.Errorf("%s: %d of %d quotations have a speaker", a.ID, speakers, len(found))
		}
	}
}

// TestNoise runs Find and the forms on marks without sense: longer than the
// fuzzer tries, unbalanced, nested, in one paragraph and in many.
func TestNoise(t *testing.T) {
	for _, s := range []string{
		`"`, `"'`, `"a`, "“", "„“", `("`, "“A.\n\n", "\"No?\"\n\n", `"x" said `, "it said “x,” it said. ", "“x,” the spokesman said. ",
		"Kim Abc met Lee Grant. “x,” he said. ", "said and ", "who, who, ", ". ", "‘ ’ ", "A “b” C ", "\xff\"",
		"“x,” a, b, 4, the d, who said. ", "(“x” y) [«z»] 「w」。 ",
	} {
		text := strings.Repeat(s, 6000/len(s))
		last := 0
		for _, q := range quote.Find(text) {
			if q.Start < last || q.End > len(text) || q.BodyStart >= q.BodyEnd {
				t.Fatalf("%q repeated: %+v after %d", s, q, last)
			}
			last = q.Start
			checkSpeaker(t, text, q.Speaker)
		}
		for _, f := range []quote.Form{quote.Straight, quote.Curly, quote.CurlyFR, quote.American, quote.Logical} {
			once := f.String(text)
			if f.String(once) != once {
				t.Fatalf("form %d changes its result for %q repeated", f, s)
			}
		}
	}
}
