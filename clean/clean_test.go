package clean_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unsafe"

	"example.org/newstext/clean"
	"example.org/newstext/clean/internal/model"
	"example.org/newstext/examples/corpus"
)

// TestCorpusKinds counts the blocks of each kind in the sample articles, which
// were labelled by hand.
func TestCorpusKinds(t *testing.T) {
	want := []string{
		"body 14, headline 1, date 1, caption 1",
		"body 24, headline 1, date 1, caption 1, promo 1, legal 1",
		"body 25, headline 1, deck 1, byline 1, date 1, section 1, share 2, subscribe 4, promo 2, teaser 30, about 2",
		"body 16, headline 1, caption 1, credit 1, sitename 2, share 1, promo 1, teaser 3",
		"body 11, headline 1, deck 3, date 1, pagetitle 1, section 2, promo 4, comments 1",
	}
	for i, a := range corpus.Articles() {
		var counts [clean.Widget + 1]int
		for _, b := range clean.Blocks(a.Text) {
			counts[b.Kind]++
		}
		var got []string
		for k, n := range counts {
			if n > 0 {
				got = append(got, fmt.Sprintf("%v %d", clean.Kind(k), n))
			}
		}
		if got := strings.Join(got, ", "); got != want[i] {
			t.Errorf("%s: %s, want %s", a.ID, got, want[i])
		}
	}
}

// TestScoreIsTheModels compares scores with the model's own.
func TestScoreIsTheModels(t *testing.T) {
	r := model.Builtin()
	for _, a := range corpus.Articles() {
		blocks := clean.Blocks(a.Text)
		var p model.Page
		p.Begin(r)
		for _, b := range blocks {
			p.Add(a.Text[b.Start:b.End])
		}
		odds := model.Default().Judge(p.Rows())
		from := model.Threshold(odds, func(i int) int32 { return int32(blocks[i].End - blocks[i].Start) })
		for i := range blocks {
			if want := odds[i] - from; math.Abs(blocks[i].Score-want) > 1e-3 {
				t.Errorf("%s: block %d has score %v, model gives %v", a.ID, i, blocks[i].Score, want)
			}
		}
	}
}

func TestEveryBlockNamesItsRule(t *testing.T) {
	for _, a := range corpus.Articles() {
		for _, b := range clean.Blocks(a.Text) {
			if b.Rule == "" {
				t.Errorf("%s: no rule for %q", a.ID, a.Text[b.Start:b.End])
			}
		}
	}
}

func TestKindNames(t *testing.T) {
	if got := clean.Subhead.String(); got != "subhead" {
		t.Errorf("Subhead is %q", got)
	}
	if got := clean.Kind(200).String(); got != "other" {
		t.Errorf("Kind(200) is %q", got)
	}
	if clean.Widget.String() != model.KindNames[len(model.KindNames)-1] {
		t.Error("kinds and their names differ in number")
	}
}

func TestNewCleanerErrors(t *testing.T) {
	for _, test := range []struct {
		rules io.Reader
		want  string
	}{
		{strings.NewReader("ok  hello there => promo whole\n\nbad  $wekday news => promo in\n"), "rules 1:3"},
		{strings.NewReader("bad  hello => sport in\n"), `unknown kind "sport"`},
		{strings.NewReader("bad  hello => promo near\n"), `unknown place "near"`},
		{iotest.ErrReader(errors.New("disk gone")), "disk gone"},
	} {
		_, err := clean.NewCleaner(test.rules)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("error %v, want one with %q", err, test.want)
		}
	}
}

func TestUserRulesDecide(t *testing.T) {
	const line = "Our partners at the harbour bank wish you a pleasant journey through the fog of the markets this week, and hope that you have read every word of it with care and with profit, for they have paid for it in full."
	c, err := clean.NewCleaner(strings.NewReader("bank  our partners at the harbour bank => promo start\n"))
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("The council met on Tuesday and spoke for two hours about the new road to the harbour.\n", 3) + line
	blocks := c.Blocks(text)
	if b := blocks[len(blocks)-1]; b.Kind != clean.Promo || b.Rule != "bank" {
		t.Errorf("got %v by %q", b.Kind, b.Rule)
	}
}

func TestUserRulesKeep(t *testing.T) {
	c, err := clean.NewCleaner(strings.NewReader("poem  roses are red => body start\n"))
	if err != nil {
		t.Fatal(err)
	}
	const text = "Home\n\nRoses are red\n\nContact us"
	if got := c.Text(text); got != "Roses are red" {
		t.Errorf("Text gives %q", got)
	}
}

func TestLabelUsesHints(t *testing.T) {
	const line = "The council met on Tuesday and spoke for two hours about the new road to the harbour."
	text := line + "\n" + line[:40] + " Wednesday and went home early, to nobody's surprise.\n" + strings.ToUpper(line[:30])
	lines := []clean.Line{
		{Start: 0, End: len(line)},
		{Start: len(line) + 1, End: strings.LastIndexByte(text, '\n')},
	}
	var c clean.Cleaner
	plain := c.Label(text, lines)
	lines[0].Hint, lines[1].LinkShare = clean.HintNav, 1
	hinted := c.Label(text, lines)
	for i := range plain {
		if hinted[i].Score >= plain[i].Score {
			t.Errorf("line %d: score %v with a hint against it, %v without", i, hinted[i].Score, plain[i].Score)
		}
	}
}

// TestLabelTakesEmptyLines: a front end may know of lines that have no text.
func TestLabelTakesEmptyLines(t *testing.T) {
	const text = "Harbour road to stay closed\nThe council met on Tuesday and spoke for two hours about the new road to the harbour, which has been closed since March."
	end := strings.IndexByte(text, '\n')
	blocks := new(clean.Cleaner).Label(text, []clean.Line{{}, {End: end}, {Start: end, End: end}, {Start: end + 1, End: len(text)}})
	var got []clean.Kind
	for _, b := range blocks {
		got = append(got, b.Kind)
	}
	if want := []clean.Kind{clean.Section, clean.Headline, clean.Section, clean.Body}; !slices.Equal(got, want) {
		t.Errorf("Label gives the kinds %v, want %v", got, want)
	}
}

func TestLargeInput(t *testing.T) {
	for name, text := range map[string]string{
		"short lines": strings.Repeat("a line\n", 50_000),
		"one line":    strings.Repeat("word ", 400_000),
		"no spaces":   strings.Repeat("x", 2_000_000),
		"quotes":      strings.Repeat(`"`, 500_000),
		"parens":      strings.Repeat("(", 500_000) + ")",
		"titles":      strings.Repeat("Top | ", 100_000) + "\n" + strings.Repeat("Top | a\n", 1000),
		"invalid":     strings.Repeat("\xff\xfe \x00", 100_000),
		"ideographs":  strings.Repeat("漢字。", 100_000),
	} {
		check(t, name, text)
	}
}

// TestMemory: what is taken beside the blocks does not grow with the text.
func TestMemory(t *testing.T) {
	const size = 4 << 20
	for name, unit := range map[string]string{
		"one line": "word ", "letters": "a ", "no spaces": "x", "NULs": "\x00", "paragraphs": strings.Repeat("The ferry was late again. ", 40) + "\n",
		"ideographs": "漢字。", "long lines": strings.Repeat("a ", 1<<17) + "\n", "quotes": `"`,
	} {
		text := strings.Repeat(unit, size/len(unit))
		clean.Blocks("") // the rules and the model
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		blocks := clean.Blocks(text)
		runtime.ReadMemStats(&after)
		own := cap(blocks) * int(unsafe.Sizeof(clean.Block{}))
		if taken := int(after.TotalAlloc-before.TotalAlloc) - own; taken > 32<<20 {
			t.Errorf("%s: %d MiB beside the blocks", name, taken>>20)
		}
	}
}

// check holds the laws of Blocks against one text.
func check(t *testing.T, name, text string) {
	t.Helper()
	blocks := clean.Blocks(text)
	end := 0
	for _, b := range blocks {
		if b.Start < end || b.End <= b.Start || b.End > len(text) {
			t.Fatalf("%s: block %d:%d after %d", name, b.Start, b.End, end)
		}
		if gap := text[end:b.Start]; strings.TrimSpace(gap) != "" {
			t.Fatalf("%s: %q is in no block", name, gap)
		}
		if math.IsNaN(b.Score) || math.IsInf(b.Score, 0) {
			t.Fatalf("%s: score %v", name, b.Score)
		}
		end = b.End
	}
	if strings.TrimSpace(text[end:]) != "" {
		t.Fatalf("%s: %q is in no block", name, text[end:])
	}
	var body []string
	for _, b := range blocks {
		if b.Kind.Body() {
			body = append(body, text[b.Start:b.End])
		}
	}
	if got := clean.Text(text); got != strings.Join(body, "\n\n") {
		t.Fatalf("%s: Text is not the body blocks", name)
	}
}

func TestSiteKnowsWhatRepeats(t *testing.T) {
	const promise = "The Harbour Gazette has told the truth about this town for more than a hundred years, and it will go on doing so."
	story := func(i int) string {
		return fmt.Sprintf("The ferry of line %d was late again on Tuesday, and the passengers were told to wait for the next one.\n\n"+
			"They waited for %d hours in the rain before the captain of another ship took pity on them.\n\n", i, i)
	}
	var s clean.Site
	for i := range 5 {
		s.Learn(story(i) + promise)
		s.Learn(story(i) + promise) // a page again changes nothing
	}
	text := story(9) + promise
	before, after := clean.Blocks(text), s.Blocks(text)
	last := len(before) - 1
	if !before[last].Kind.Body() || after[last].Kind.Body() {
		t.Errorf("the repeated line is %v before and %v after learning", before[last].Kind, after[last].Kind)
	}
	if after[last].Rule != "repeated-on-site" {
		t.Errorf("the repeated line is dropped by %q", after[last].Rule)
	}
	if !after[0].Kind.Body() {
		t.Errorf("the story is %v", after[0].Kind)
	}
}

func TestSiteOrderAndStorage(t *testing.T) {
	var forth, back clean.Site
	articles := corpus.Articles()
	for i := range articles {
		forth.Learn(articles[i].Text)
		back.Learn(articles[len(articles)-1-i].Text)
	}
	back.Learn("")
	var a, b bytes.Buffer
	if _, err := forth.WriteTo(&a); err != nil {
		t.Fatal(err)
	}
	n, err := back.WriteTo(&b)
	if err != nil || n != int64(b.Len()) {
		t.Fatalf("wrote %d of %d: %v", n, b.Len(), err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("the order of the pages makes a difference")
	}
	data := a.Bytes()
	s, err := clean.ReadSite(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for _, article := range articles {
		if got, want := fmt.Sprint(s.Blocks(article.Text)), fmt.Sprint(forth.Blocks(article.Text)); got != want {
			t.Errorf("%s: the site that was read judges otherwise", article.ID)
		}
	}
	changed := bytes.Clone(data)
	changed[len(changed)/2] ^= 1
	for name, bad := range map[string][]byte{
		"cut":        data[:len(data)-1],
		"head only":  data[:20],
		"longer":     append(bytes.Clone(data), 0),
		"changed":    changed,
		"no site":    []byte("newstext site 9\n"),
		"empty file": nil,
	} {
		if _, err := clean.ReadSite(bytes.NewReader(bad)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := clean.ReadSite(iotest.ErrReader(io.ErrClosedPipe)); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("error %v", err)
	}
}

func TestZeroSite(t *testing.T) {
	var s clean.Site
	text := corpus.Articles()[0].Text
	if got, want := fmt.Sprint(s.Blocks(text)), fmt.Sprint(clean.Blocks(text)); got != want {
		t.Error("the zero Site judges otherwise than Blocks")
	}
	var b bytes.Buffer
	s.WriteTo(&b)
	if _, err := clean.ReadSite(&b); err != nil {
		t.Error(err)
	}
}
