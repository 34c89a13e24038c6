// Package hostile makes texts that are hard on programs that read text: runs of
// what a rule begins with, marks that never pair, nesting, floods. Every family
// makes the same bytes again for the same length.
//
// Tests run each package on each family at a small length and check that the
// result is sound; the program in measure compares the cost of twice the length.
package hostile

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Family makes texts of one kind.
type Family struct {
	Name string
	Make func(n int) string // of about n bytes
}

// Families returns all families for plain text.
func Families() []Family {
	return []Family{
		repeat("straight-quotes", `"`),
		repeat("open-quotes", "“"),
		repeat("close-quotes", "”"),
		repeat("single-quotes", "'"),
		repeat("quoted-letters", `"a" `),
		repeat("nested-quotes", "“ ‘ "),
		repeat("unbalanced-paragraphs", "“He said that\n\n"),
		repeat("said", `"x," said he. `),
		repeat("question-marks", "?"),
		repeat("mojibake", "â€"),
		repeat("mojibake-words", "itâ€™s donâ€™t Ã© "),
		{"mojibake-proven", func(n int) string { return provenDamage + strings.Repeat("â€", max(0, n-len(provenDamage))/5) }},
		{"mojibake-lost", func(n int) string {
			return counted(n, "%d å¸‚é•·ã¯ã€Œã¾ã æ±ºã¾ã£ã¦ã„ãªã„ã€ã¨è¿°ã¹ã€æ±äº¬ã¸å‘ã‹ã£ãŸã€‚\n\n")
		}},
		repeat("replacement", "\uFFFD"),
		repeat("entities", "&amp;"),
		{"entity-chain", func(n int) string { return "&" + strings.Repeat("amp;", n/4) + "quot;" }},
		repeat("combining", "\u0301"),
		repeat("letter-combining", "a\u0301\u0323"),
		repeat("zero-width", "a\u200b"),
		repeat("soft-hyphens", "\u00ad"),
		repeat("bidi", "\u202eabc\u202c"),
		repeat("emoji-joined", "👩\u200d"),
		repeat("invalid-utf8", "\xff\xfe"),
		repeat("surrogates", "\xed\xa0\x80"),
		repeat("nul", "\x00"),
		repeat("spaces", " "),
		repeat("blank-lines", "\n"),
		repeat("short-lines", "a\n"),
		repeat("carriage-returns", "\r"),
		repeat("endless-word", "a"),
		repeat("capitals", "A"),
		repeat("digits", "1"),
		repeat("years", "1999 "),
		repeat("year-ranges", "1999-"),
		repeat("slashed-numbers", "12/"),
		repeat("weekdays", "Thursday "),
		repeat("months", "May "),
		repeat("last", "last "),
		repeat("early-mid-late", "early mid-late "),
		repeat("ago", "a year ago and "),
		repeat("number-words", "twenty-one hundred "),
		repeat("clock", "9 a.m. "),
		repeat("hyphens", "a-"),
		repeat("initials", "U.S."),
		repeat("names", "Mr. John Smith "),
		repeat("equal-lines", "Sign up for our newsletter today.\n"),
		repeat("equal-paragraphs", "The minister said on Thursday that the talks would resume next week in the capital.\n\n"),
		{"counted-lines", func(n int) string { return counted(n, "Story %d continues here and ends.\n") }},
		{"counted-paragraphs", func(n int) string { return counted(n, "Copper rose %d cents to a new high in London.\n\n") }},
		{"shared-shingle", func(n int) string { return counted(n, "w%d the one rare shingle that all of them share\n\n") }},
		{"fibonacci", fibonacci},
		repeat("tags", "<b><p>"),
		repeat("open-brackets", "("),
		repeat("urls", "http://a.b/c?d=e&f "),
	}
}

// HTML returns families for readers of HTML.
func HTML() []Family {
	return []Family{
		{"nested", func(n int) string { return strings.Repeat("<div>", n/11) + "x" + strings.Repeat("</div>", n/11) }},
		repeat("unclosed", "<b><p>"),
		repeat("closed-only", "</div>"),
		repeat("paragraphs", "<p>The minister said so on Thursday.</p>"),
		repeat("links", `<a href="/x">more</a> `),
		repeat("list-items", "<li>one<li>two"),
		repeat("table-cells", "<td>1<tr>"),
		repeat("less-than", "<"),
		repeat("comments", "<!-- x -->"),
		{"open-comment", func(n int) string { return "<!--" + strings.Repeat("- ", n/2) }},
		{"open-script", func(n int) string { return "<script>" + strings.Repeat("a<b;", n/4) }},
		{"open-attribute", func(n int) string { return `<a href="` + strings.Repeat("x ", n/2) }},
		{"attributes", func(n int) string { return "<p" + strings.Repeat(" a=b", n/4) + ">x</p>" }},
		repeat("entities", "&amp;&lt;&#8217;"),
		{"deep-lists", func(n int) string { return strings.Repeat("<ul><li>", n/8) }},
		{"json-ld", func(n int) string {
			return `<script type="application/ld+json">` + strings.Repeat(`[`, n/2) + strings.Repeat(`]`, n/2) + `</script><p>x</p>`
		}},
		{"long-line", func(n int) string { return "<p>" + strings.Repeat("word ", n/5) + "</p>" }},
		repeat("breaks", "x<br>"),
		repeat("nul", "\x00<p>"),
	}
}

// provenDamage is Russian that was read as windows-1252 and lost bytes, so that
// all that follows is looked at with suspicion.
const provenDamage = "ÐœÐ¸Ð½Ð¸Ñ\u0081Ñ‚Ñ€ Ñ\u0081ÐºÐ°Ð·Ð°Ð», Ñ‡Ñ‚Ð¾ Ð¿ÐµÑ€ÐµÐ³Ð¾Ð²Ð¾Ñ€Ñ‹ Ð¿Ñ€Ð¾Ð´Ð¾Ð»Ð¶Ð°Ñ‚ÑÑ Ð² Ñ‡ÐµÑ‚Ð²ÐµÑ€Ð³.\n\n"

func repeat(name, unit string) Family {
	return Family{name, func(n int) string { return strings.Repeat(unit, max(1, n/len(unit))) }}
}

// counted repeats a line that differs in its number.
func counted(n int, format string) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// fibonacci returns a Fibonacci word, in which every passage comes back soon.
func fibonacci(n int) string {
	a, b := "b ", "a "
	for len(b) < n {
		a, b = b, b+a
	}
	return b[:n/2*2]
}

// A Span is a range of bytes that a package returned.
type Span struct{ Start, End int }

// Check returns what is wrong with spans of text: each must lie inside of it,
// begin and end on rune boundaries, and not begin before the one before it.
func Check(text string, spans []Span) error {
	for i, s := range spans {
		switch {
		case s.Start < 0 || s.End < s.Start || s.End > len(text):
			return fmt.Errorf("span %d, %+v, lies outside of a text of %d bytes", i, s, len(text))
		case !boundary(text, s.Start) || !boundary(text, s.End):
			return fmt.Errorf("span %d, %+v, does not stand on rune boundaries", i, s)
		}
	}
	if !slices.IsSortedFunc(spans, func(a, b Span) int { return a.Start - b.Start }) {
		return fmt.Errorf("spans are not ordered by their start: %v", spans[:min(10, len(spans))])
	}
	return nil
}

// boundary tells whether position i does not lie inside a rune.
func boundary(text string, i int) bool {
	if i == 0 || i == len(text) || utf8.RuneStart(text[i]) {
		return true
	}
	for j := max(0, i-utf8.UTFMax+1); j < i; j++ {
		if _, n := utf8.DecodeRuneInString(text[j:]); n > i-j {
			return false
		}
	}
	return true // a stray continuation byte
}
