package webpage

import (
	"html"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
)

// pageSeeds are small pages, whole and broken.
var pageSeeds = []string{
	story[:900],
	"<title>Ferry late</title><h1>Ferry late</h1><p>It rained on the quay.<br>Nobody came.<ul><li>one<li>two</ul>",
	"<table><tr><td>Gold<td>1,468.20</table><pre>a\n  b</pre><p hidden>no</p>caf&eacute;&nbsp;&amp; bar",
	"<div><p>open<span>word</div> after</p><svg><p>x</svg><!-- c --><textarea>t</textarea>",
}

// FuzzEncodings: a page is the same whatever it is encoded in.
func FuzzEncodings(f *testing.F) {
	for _, s := range pageSeeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) {
		if !utf8.ValidString(page) || strings.ContainsRune(page, '\uFEFF') {
			return
		}
		want := Parser{ContentType: "text/html; charset=utf-8"}.Parse([]byte("\xEF\xBB\xBF" + page))
		for _, order := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
			encoded, err := unicode.UTF16(order, unicode.UseBOM).NewEncoder().String(page)
			if err != nil {
				t.Fatal(err)
			}
			p := Parse([]byte(encoded))
			if p.Text != want.Text || p.Title != want.Title || p.URL != want.URL || !p.Published.Equal(want.Published) {
				t.Fatalf("%s: %q, in UTF-8 %q", p.Charset, p.Text, want.Text)
			}
			if !slices.Equal(p.Blocks, want.Blocks) {
				t.Fatalf("%s: blocks %v, in UTF-8 %v", p.Charset, p.Blocks, want.Blocks)
			}
		}
	})
}

// FuzzPlain: words written as paragraphs come back as lines, in order, each
// from where it stands in the page.
func FuzzPlain(f *testing.F) {
	f.Add("The ferry was late.\nNobody < waited > & \"left\"\n&amp;copy;")
	f.Add("a\u00a0b \u200b c\n\x00\n\u2028\u0085")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\x00\r") {
			return
		}
		var page strings.Builder
		var want []string
		page.WriteString("<meta charset=utf-8><body>")
		for line := range strings.SplitSeq(text, "\n") {
			page.WriteString("<p>" + html.EscapeString(line) + "</p>\n")
			if words := strings.Fields(line); len(words) > 0 {
				want = append(want, strings.Join(words, " "))
			}
		}
		p := Parse([]byte(page.String()))
		if got := strings.Split(p.Text, "\n\n"); p.Text != "" && !slices.Equal(got, want) || p.Text == "" && want != nil {
			t.Fatalf("%q became %q", want, p.Text)
		}
		for i, r := range p.Text {
			from, to := p.SourceSpan(i, i+utf8.RuneLen(r))
			if source := page.String()[from:to]; r != ' ' && r != '\n' && html.UnescapeString(source) != string(r) {
				t.Fatalf("%q at %d comes from %q", r, i, source)
			}
		}
	})
}

// FuzzHidden: what no reader sees changes no text.
func FuzzHidden(f *testing.F) {
	for i, s := range pageSeeds {
		f.Add(s, pageSeeds[(i+1)%len(pageSeeds)])
	}
	f.Fuzz(func(t *testing.T, words, hidden string) {
		words = "<p>" + html.EscapeString(words) + "</p>"
		want := Parse([]byte("<!doctype html>" + words)).Text
		hidden = strings.NewReplacer("<", "", ">", "", "-", "", "charset", "").Replace(hidden)
		for _, around := range [][2]string{
			{"<!--", "-->"},
			{"<script>", "</script>"},
			{"<style>", "</style>"},
			{"<noscript>", "</noscript>"},
			{"<div hidden>", "</div>"},
			{"<p style='display: none'>", "</p>"},
			{"<template><p>", "</template>"},
			{"<title>", "</title>"},
		} {
			page := "<!doctype html>" + around[0] + hidden + around[1] + words
			if utf8.ValidString(page) && Parse([]byte(page)).Text != want {
				t.Fatalf("%q gives %q, without what is hidden %q", page, Parse([]byte(page)).Text, want)
			}
		}
	})
}
