package main

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"example.org/newstext/clean"
	"example.org/newstext/date"
	"example.org/newstext/dedup"
	"example.org/newstext/examples/corpus"
	"example.org/newstext/quote"
)

// awkward are strings that have broken text tools before.
var awkward = []string{
	"", " ", "\n\n\n", "\x00", "\ufeff", "“", "\"", "'", "’’’",
	"\xff\xfe\xfd", "a\xe2\x80", "\x80\x93on Thursday\x94", "\xed\xa0\x80 last week \xed\xb0\x80",
	"“He said \xff\xff ‘no’\xe2”, on 1\xff May 2019",
	"“a ‘b “c ‘d “e”", strings.Repeat("“", 300), strings.Repeat("\"", 301) + "x", strings.Repeat("'\"", 150),
	strings.Repeat("Thursday ", 200), strings.Repeat("2019-11-18", 100), strings.Repeat("1", 500), strings.Repeat("last ", 300) + "month",
	"e\u0301\u0302\u0303 “caf\u00e9\u0301” \u0301last week", "a\u200bb\u200d\u2060c\u00ad Thurs\u00adday, No\u200bvember 18",
	"👩‍👩‍👧‍👦 “👍🏽” 🇰🇷 on May 1️⃣, 2019", "\u202eyadsruhT\u202c “\u2067x\u2069”",
	"ＴＨＵＲＳＤＡＹ “Ｎｏ” ２０１９年１１月１８日", "«Нет», сказал он в четверг. „Так“, 「はい」と昨日 ﾊﾝｶｸ",
	"â€œI donâ€™t know,â€\u009d he said yesterday.", "&ldquo;Yes&rdquo;&nbsp;&amp;#8217; on Nov. 18",
	"One.\r\nTwo.\r\r“Three”\u2028Four\u2029Five\v\f\x85Six on Monday",
	"By\n18 Nov, 2019\nShare\nShare\nShare\n© 2019", "a:1-2\n\n\n\na:1-2\n\nMonday\tto\tFriday",
	"\U0010ffff\u0000\ufffd\uffff “\ufffdno\ufffd” ? ?? ???", "ﬁrst ﬀ ŉ ĳ ǆ of “ﬁrst” last Oﬃce day",
	"from 9 to 5 on Monday-Friday between May and June, 1914-18, the '90s, 5'11\" at 52°13'07\"",
}

// TestSpans slices every text with every span that any package returns for it.
func TestSpans(t *testing.T) {
	texts := awkward
	for _, a := range corpus.Articles() {
		texts = append(texts, a.Text)
	}
	published := time.Date(2019, time.November, 18, 9, 30, 0, 0, time.UTC)
	found := map[string]int{}
	for _, text := range texts {
		c := spanCheck{t: t, text: text, found: found}
		c.clean()
		c.quote()
		c.dates("date.Find", date.Find(text, published))
		c.dates("date.Find without reference", date.Find(text, time.Time{}))
		c.dates("date.Chat", date.Chat.Find(text, published))
		if m, ok := date.Published(text); ok {
			c.dates("date.Published", []date.Mention{m})
		}
		c.passages("dedup.Repeats", text, dedup.Repeats(text, 3))
		for _, other := range texts {
			c.passages("dedup.Shared", other, dedup.Shared(text, other, 3))
		}
		c.command()
	}
	for _, name := range []string{
		"clean.Blocks", "quote.Find", "quote.Edits", "speaker", "date.Find", "date.Find without reference",
		"date.Chat", "date.Published", "dedup.Repeats", "dedup.Shared", "command",
	} {
		if found[name] == 0 {
			t.Errorf("%s returned no span at all", name)
		}
	}
}

// A spanCheck checks the spans of one text.
type spanCheck struct {
	t     *testing.T
	text  string
	found map[string]int // spans by who returned them
}

// span checks one span: inside the text, on rune boundaries.
func (c spanCheck) span(who, text string, start, end int) {
	c.t.Helper()
	c.found[who]++
	if start < 0 || end < start || end > len(text) {
		c.t.Fatalf("%s: %d-%d is not inside the %d bytes of %.60q", who, start, end, len(text), text)
	}
	if boundary(text, start) && boundary(text, end) {
		return
	}
	c.t.Errorf("%s: %d-%d %q cuts a character of %.60q", who, start, end, text[start:end], text)
}

// boundary reports whether i does not stand inside a character. Bytes that are
// no UTF-8 are characters of their own.
func boundary(text string, i int) bool {
	for back := 1; back < utf8.UTFMax && i-back >= 0 && i < len(text); back++ {
		if r, size := utf8.DecodeRuneInString(text[i-back:]); size > back && r != utf8.RuneError {
			return false
		}
	}
	return true
}

// ordered checks that a span begins where the one before has ended or later.
func (c spanCheck) ordered(who string, end, start int) {
	if start < end {
		c.t.Errorf("%s: the span at %d begins before %d in %.60q", who, start, end, c.text)
	}
}

func (c spanCheck) clean() {
	end := 0
	for _, b := range clean.Blocks(c.text) {
		c.span("clean.Blocks", c.text, b.Start, b.End)
		c.ordered("clean.Blocks", end, b.Start)
		if strings.TrimSpace(c.text[end:b.Start]) != "" {
			c.t.Errorf("clean.Blocks: nothing covers %q", c.text[end:b.Start])
		}
		end = b.End
	}
	if strings.TrimSpace(c.text[end:]) != "" {
		c.t.Errorf("clean.Blocks: nothing covers %q", c.text[end:])
	}
}

func (c spanCheck) quote() {
	var ends []int // of the quotations that hold the next one
	for _, q := range quote.Find(c.text) {
		c.span("quote.Find", c.text, q.Start, q.End)
		c.span("quote.Find", c.text, q.BodyStart, q.BodyEnd)
		c.span("speaker", c.text, q.Speaker.Start, q.Speaker.End)
		c.span("speaker", c.text, q.Speaker.NameStart, q.Speaker.NameEnd)
		if q.Depth < 1 || q.Depth > len(ends)+1 {
			c.t.Fatalf("quote.Find: depth %d below %d quotations in %.60q", q.Depth, len(ends), c.text)
		}
		if q.Depth > 1 && q.End > ends[q.Depth-2] {
			c.t.Errorf("quote.Find: %d-%d leaves the quotation that holds it in %.60q", q.Start, q.End, c.text)
		}
		if q.Depth <= len(ends) {
			c.ordered("quote.Find", ends[q.Depth-1], q.Start)
		}
		ends = append(ends[:q.Depth-1], q.End)
	}
	for _, f := range forms {
		end := 0
		for e := range f.form.Edits(c.text) {
			c.span("quote.Edits", c.text, e.Start, e.End)
			c.ordered(f.name, end, e.Start)
			end = e.End
		}
		result, m := quote.Apply(c.text, f.form)
		for i := 0; i <= len(result); i++ {
			start, end := m.SourceSpan(i, min(i+1, len(result)))
			if start < 0 || end < start || end > len(c.text) {
				c.t.Fatalf("%s: SourceSpan(%d) of %.60q is %d-%d", f.name, i, c.text, start, end)
			}
		}
	}
}

func (c spanCheck) dates(who string, mentions []date.Mention) {
	end := 0
	for _, m := range mentions {
		c.span(who, c.text, m.Start, m.End)
		c.ordered(who, end, m.Start)
		end = m.End
	}
}

func (c spanCheck) passages(who, other string, passages []dedup.Passage) {
	start := 0
	for _, p := range passages {
		c.span(who, c.text, p.AStart, p.AEnd)
		c.span(who, other, p.BStart, p.BEnd)
		c.ordered(who, start, p.AStart)
		start = p.AStart
	}
}

// command checks the spans that the command makes of those of the packages.
func (c spanCheck) command() {
	p, err := analyse(record{ID: "a", Text: c.text, where: "a"}, time.Time{})
	if err != nil {
		c.t.Error(err)
	}
	c.dates("command", p.dates.mentions)
	end := 0
	for _, t := range p.dates.teasers {
		c.span("command", c.text, t.start, t.end)
		c.ordered("teasers", end, t.start)
		end = t.end
	}
	end = 0
	for start, stop := range paragraphs(c.text) {
		c.span("command", c.text, start, stop)
		c.ordered("paragraphs", end, start)
		end = stop
	}
	for _, change := range changes(c.text, []quote.Form{quote.Repaired, quote.Clean, quote.Curly}) {
		if change.start < 0 || change.end < change.start || change.end > len(c.text) {
			c.t.Errorf("change at %s of %.60q", fmt.Sprint(change.start, "-", change.end), c.text)
		}
	}
}
