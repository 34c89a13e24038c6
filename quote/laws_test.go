package quote

import (
	"bytes"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"golang.org/x/text/transform"

	"example.org/newstext/examples/corpus"
)

var forms = []Form{Repaired, Clean, Straight, Curly, CurlyDE, CurlyFR, CurlySV, American, Logical}

// damaged are texts with every kind of damage, for the laws.
var damaged = []string{
	"",
	"The mayor said nothing.",
	"â€œI canâ€™t say,â€\u009d the baker said â€” again.",
	"MÃ¼nchen, SÃ£o Paulo, KrakÃ³w and Å\u0081Ã³dÅº agreed",
	"Ã¢â‚¬Å“Never againÃ¢â‚¬Â\u009d, Ã¢â‚¬Ëœno’",
	"She&acirc;&euro;&trade;s &amp;amp;amp; done &#8220;now&#8221;",
	"the guild\u0092s \u0093vote\u0094 \u0096 postponed\u0085",
	"�We lost,� he said; the bakers� guild couldn�t vote",
	"the minister?s plan won?t pass",
	"it鈥檚 the 鈥淧aris鈥� talks f眉r alle",
	"ΓÇ£Yes,ΓÇ¥ ÔÇ£noÔÇØ ‚Äúmaybe‚Äù",
	"вЂњРџСЂР°РІРґР°вЂќ â€ and Ã",
	"a\xff\xe2\x80\u00ad\u0301\u200d\ufeff\r\n",
	"'Tis the '90s, 6'4\" he said. \"Don't\" . . . ``TeX''",
	"is the '90s, 6'4\" he '4\"d. \"Don't\" . . .",
	"&&amp;lt;&#x;&#xD800;&#1114112;&unknown;",
	"í\u00a0½í¸\u008d",
	"\xad\xc2\u009a\x88 \xc2&#xffff;\x88",
	"’ › and ‹ ’, « x ›",
	"x\u0327\u093c\u200dx",
	"Â&amp;â€\u212b…, Ð\u0099'\u0344″a—™Ð\u009d\u03271999」",
}

func seed(f *testing.F) {
	for _, s := range damaged {
		f.Add(s)
	}
	for _, a := range corpus.Articles() {
		f.Add(a.Text[:min(len(a.Text), 900)])
	}
}

// FuzzForms checks that each form is idempotent and that all ways to it agree.
func FuzzForms(f *testing.F) {
	seed(f)
	f.Fuzz(checkForms)
}

// units are what marks, their surroundings and damage are made of. A text of
// them has more that a form may change than a text of random bytes.
var units = []string{
	" ", "\u00a0", "\n", ".", ",", "…", "a", "S", "'s", "word", "7", "1999", "(", ")", "-", "—", "é", "я", "\u0301", "&amp;", "&", "\u00ad",
	"\"", "'", "`", "´", "“", "”", "„", "‘", "’", "‚", "«", "»", "‹", "›", "「", "」", "′", "″", "''", "``", "\uff02", "\uff07",
	"â€", "™", "œ", "Ã", "Â", "\u0099", "\u009d", "�", "?", "ä", "¸", "Ð", "€", "ΓÇ", "Ö", "鈥", "\xe2", "\x80", "\u200b", "\r", "ﬁ",
	"\u0344", "\u1112", "\u1161", "\u200d", "क", "न", "\u093c", "👩", "，", "日", "\u212b", "\u0327",
	"â", "don", "t", "the", "Õ", "Ò", "Ó", "???", "The", `\u2019`, "=92", "&#39",
}

// FuzzUnits is FuzzForms for texts of units, one for each byte.
func FuzzUnits(f *testing.F) {
	random := rand.New(rand.NewPCG(5, 6))
	for n := range 40 {
		b := make([]byte, n)
		for i := range b {
			b[i] = byte(random.IntN(len(units)))
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var s strings.Builder
		for _, c := range b {
			s.WriteString(units[int(c)%len(units)])
		}
		checkForms(t, s.String())
	})
}

func checkForms(t *testing.T, s string) {
	for _, form := range forms {
		want := form.String(s)
		if again := form.String(want); again != want {
			t.Errorf("form %d of %+q is %+q, then %+q", form, s, want, again)
		}
		if utf8.ValidString(s) && !utf8.ValidString(want) {
			t.Errorf("form %d of %+q is not valid: %+q", form, s, want)
		}
		var byHand strings.Builder
		done := 0
		for e := range form.Edits(s) {
			if e.Start < done || e.End < e.Start || e.Rule == "" || e.New == s[e.Start:e.End] {
				t.Fatalf("form %d of %+q: edit %+v after %d", form, s, e, done)
			}
			byHand.WriteString(s[done:e.Start] + e.New)
			done = e.End
		}
		if got := byHand.String() + s[done:]; got != want {
			t.Errorf("form %d of %+q: edits give %+q, String %+q", form, s, got, want)
		}
		if got, _ := Apply(s, form); got != want {
			t.Errorf("form %d of %+q: Apply gives %+q, String %+q", form, s, got, want)
		}
		if got := string(form.AppendString([]byte("x"), s)); got != "x"+want {
			t.Errorf("form %d of %+q: AppendString gives %+q", form, s, got)
		}
		got, err := io.ReadAll(NewReader(iotest.OneByteReader(strings.NewReader(s)), form))
		if err != nil || string(got) != want {
			t.Errorf("form %d of %+q: reader gives %+q, %v", form, s, got, err)
		}
	}
}

// FuzzSift checks that stops are the same however they are found.
func FuzzSift(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		stops := sift(nil, s)
		if want := siftBytes(nil, s, 0, len(s)); !slices.Equal(stops, want) {
			t.Errorf("%+q: stops %v, want %v", s, stops, want)
		}
		for _, edit := range []nearEditor{tidy, straighten} {
			edits := edit(nil, s, stops, 0)
			after := replaced(s, edits, 0)
			if got, want := resift(nil, stops, edits, after), sift(nil, after); !slices.Equal(got, want) {
				t.Errorf("%+q, then %+q: stops %v, want %v", s, after, got, want)
			}
		}
	})
}

// FuzzMap checks the laws of offsets over several forms.
func FuzzMap(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		got, m := Apply(s, Repaired, Clean, Straight, American)
		if want := American.String(Straight.String(Clean.String(Repaired.String(s)))); got != want {
			t.Errorf("four forms of %+q at once: %+q, want %+q", s, got, want)
		}
		if m.Source(len(got)) != len(s) || m.Result(len(s)) != len(got) {
			t.Errorf("the end of %+q: %d, %d", s, m.Source(len(got)), m.Result(len(s)))
		}
		last := 0
		for i := range len(s) + 1 {
			r := m.Result(i)
			if r < last || r > len(got) {
				t.Fatalf("Result(%d) of %+q is %d after %d", i, s, r, last)
			}
			last = r
		}
		random := rand.New(rand.NewPCG(1, uint64(len(s))))
		for range 20 {
			a, b := pair(random, len(s))
			x, y := m.ResultSpan(a, b)
			if p, q := m.SourceSpan(x, y); x > y || y > len(got) || p > a || q < b {
				t.Errorf("%+q: [%d,%d) to [%d,%d) to [%d,%d)", s, a, b, x, y, p, q)
			}
			a, b = pair(random, len(got))
			x, y = m.SourceSpan(a, b)
			if p, q := m.ResultSpan(x, y); x > y || y > len(s) || p > a || q < b {
				t.Errorf("%+q: result [%d,%d) to [%d,%d) to [%d,%d)", s, a, b, x, y, p, q)
			}
		}
	})
}

func pair(random *rand.Rand, n int) (int, int) {
	a, b := random.IntN(n+1), random.IntN(n+1)
	return min(a, b), max(a, b)
}

// FuzzCompose checks that two lists of edits do the same as their composition.
func FuzzCompose(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, first := range []Form{Repaired, Clean, Straight} {
			a := edits(first, s)
			middle := replaced(s, a, 0)
			b := edits(Curly, middle)
			if got, want := replaced(s, compose(a, b, middle), 0), replaced(middle, b, 0); got != want {
				t.Errorf("%+q: %+q, want %+q", s, got, want)
			}
		}
	})
}

func edits(f Form, s string) []Edit {
	var all []Edit
	for e := range f.Edits(s) {
		all = append(all, e)
	}
	return all
}

// widestGap returns the longest stretch without a place between two words.
func widestGap(s string) (widest int) {
	from, src := 0, []byte(s)
	for i := 2; i < len(src); i++ {
		if betweenWords(src, i) {
			widest, from = max(widest, i-from), i
		}
	}
	return max(widest, len(s)-from)
}

// FuzzTransformer checks the transformers against String.
func FuzzTransformer(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		if widestGap(s) > wordMax {
			t.Skip("the transformers promise nothing where words are so far apart")
		}
		for _, form := range []Form{Clean, Straight} {
			tr, _ := form.Transformer()
			got, err := io.ReadAll(transform.NewReader(iotest.HalfReader(strings.NewReader(s)), tr))
			if want := form.String(s); err != nil || string(got) != want {
				t.Errorf("form %d of %+q: %+q, %v; want %+q", form, s, got, err, want)
			}
			n, err := tr.Span([]byte(s), true)
			if n < len(s) && err != transform.ErrEndOfSpan || form.String(s[:n]) != s[:n] {
				t.Errorf("form %d of %+q: span %d, %v", form, s, n, err)
			}
		}
	})
}

func TestTransformer(t *testing.T) {
	long := strings.Repeat("x", 5000) + strings.Repeat(" “quoted”\u00a0", 2000)
	for _, form := range []Form{Clean, Straight} {
		tr, _ := form.Transformer()
		if got, _, err := transform.String(tr, long); err != nil || got != form.String(long) {
			t.Errorf("form %d: %v", form, err)
		}
	}
	if _, ok := Curly.Transformer(); ok {
		t.Error("Curly has a transformer")
	}
}

// TestReaderLong reads a long text in pieces of many sizes through three forms.
func TestReaderLong(t *testing.T) {
	var b strings.Builder
	for i := range 4 {
		for _, a := range corpus.Articles() {
			b.WriteString(a.Text)
			b.WriteString(damaged[(4*i)%len(damaged)])
		}
	}
	b.WriteString(strings.Repeat("word ", 40_000)) // a paragraph that is cut
	b.WriteString(strings.Repeat("é", 100_000))    // and a word
	s := b.String()
	want := American.String(Straight.String(Clean.String(Repaired.String(s))))
	random := rand.New(rand.NewPCG(1, 2))
	for _, size := range []int{1000, 70_000, 1 << 20} {
		r := NewReader(&pieces{[]byte(s), size, random}, Repaired, Clean, Straight, American)
		got, err := io.ReadAll(r)
		if err != nil || string(got) != want {
			t.Errorf("pieces up to %d: %d bytes, want %d, %v", size, len(got), len(want), err)
		}
	}
}

// TestParagraphsTogether compares String, which looks for paragraphs near what
// changes and takes several at once, with the reader, which takes each in turn:
// over stretches without blank lines around the lengths at which either cuts.
func TestParagraphsTogether(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	units := []string{
		"The council met. ", "It said \u201cno\u201d . . . and left.\n", "\n\n", "\n \u00a0\n", "\u00bb end \u00ab\n\n",
		"\u0301 alone\n\n", "\n\u0344", "e\u0301", ". . .", " ", "itâ€™s\n\n", "\r\n\r\n", "\u00a0\u00a0", "\u200b",
	}
	for range 5 {
		var b strings.Builder
		for b.Len() < 200_000 {
			if random.IntN(300) == 0 {
				n := []int{stretchLen, 2 * stretchLen, paragraphLen, paragraphMax}[random.IntN(4)] - random.IntN(40)
				b.WriteString(strings.Repeat([]string{"word ", "w", " ", "it's "}[random.IntN(4)], n)[:n])
			}
			b.WriteString(units[random.IntN(len(units))*random.IntN(2)])
		}
		s := b.String()
		for _, form := range []Form{Repaired, Clean, Straight, Curly} {
			want := form.String(s)
			got, err := io.ReadAll(NewReader(strings.NewReader(s), form))
			if err != nil || string(got) != want {
				t.Errorf("form %d: reader gives %d bytes, String %d, %v", form, len(got), len(want), err)
			}
		}
		want := Curly.String(Repaired.String(Straight.String(Clean.String(s))))
		if got, _ := Apply(s, Clean, Straight, Repaired, Curly); got != want {
			t.Errorf("four forms at once give %d bytes, one after the other %d", len(got), len(want))
		}
	}
}

// FuzzReader checks that a text comes out of several forms the same in pieces of
// any size. Texts that a reader cuts are for TestReaderLong: they take long.
func FuzzReader(f *testing.F) {
	for i, s := range damaged {
		f.Add(s, uint8(i), uint64(i))
	}
	f.Fuzz(func(t *testing.T, s string, size uint8, seed uint64) {
		random := rand.New(rand.NewPCG(seed, 1))
		a, b := forms[random.IntN(len(forms))], forms[random.IntN(len(forms))]
		want := b.String(a.String(s))
		got, err := io.ReadAll(NewReader(&pieces{[]byte(s), 1 + int(size), random}, a, b))
		if err != nil || string(got) != want {
			t.Errorf("forms %d and %d of %+q, pieces up to %d: %+q, want %+q, %v", a, b, s, 1+int(size), got, want, err)
		}
	})
}

// TestReaderMemory reads a long line without spaces, and one with, through each
// form: what the reader holds does not grow with it.
func TestReaderMemory(t *testing.T) {
	for _, unit := range []string{"word", "it’s “said” ", "é"} {
		for _, form := range forms {
			source := io.LimitReader(&endless{unit: unit}, 2<<20)
			r := NewReader(source, form).(*reader)
			if _, err := io.Copy(io.Discard, r); err != nil {
				t.Fatal(err)
			}
			if held := cap(r.buffer) + cap(r.out); held > 1<<20 {
				t.Errorf("form %d of many %q: %d bytes held", form, unit, held)
			}
		}
	}
}

// endless is a reader of one word again and again.
type endless struct {
	unit string
	at   int
}

func (r *endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = r.unit[r.at]
		r.at = (r.at + 1) % len(r.unit)
	}
	return len(b), nil
}

// pieces is a reader that hands out pieces of random size.
type pieces struct {
	rest   []byte
	size   int
	random *rand.Rand
}

func (p *pieces) Read(b []byte) (int, error) {
	if len(p.rest) == 0 {
		return 0, io.EOF
	}
	n := copy(b[:min(len(b), 1+p.random.IntN(p.size))], p.rest)
	p.rest = p.rest[n:]
	return n, nil
}

func TestReaderErrors(t *testing.T) {
	if _, err := io.ReadAll(NewReader(iotest.ErrReader(io.ErrClosedPipe), Clean)); err != io.ErrClosedPipe {
		t.Errorf("got %v", err)
	}
	if _, err := io.ReadAll(NewReader(idle{}, Clean)); err != io.ErrNoProgress {
		t.Errorf("got %v", err)
	}
	got, err := io.ReadAll(NewReader(iotest.TimeoutReader(iotest.OneByteReader(bytes.NewReader([]byte("ab")))), Clean))
	if string(got) != "a" || err != iotest.ErrTimeout {
		t.Errorf("got %q, %v", got, err)
	}
}

type idle struct{}

func (idle) Read([]byte) (int, error) { return 0, nil }

// TestHostile runs every form over much of what hurts.
func TestHostile(t *testing.T) {
	for _, unit := range []string{"â€", "\"", "'", "\u0301", "Ã", "&amp;", "�", "n?t ", "鈥", "\u202e", "\xff", "\xed\xa0\x80", "“", "e\u0301\u00ad", "ΓÇ", "\r", "&"} {
		s := strings.Repeat(unit, (1<<14)/len(unit))
		for _, f := range forms {
			got, m := Apply(s, f)
			if m.Result(len(s)) != len(got) {
				t.Errorf("form %d of many %+q: end at %d of %d", f, unit, m.Result(len(s)), len(got))
			}
		}
	}
}
