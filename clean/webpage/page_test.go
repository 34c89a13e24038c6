package webpage

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/newstext/clean"
	"example.org/newstext/internal/golden"
)

// Pages of several kinds: which blocks are body, and what those are that names
// tell; the kinds of the others are package clean's to test.
func TestPages(t *testing.T) {
	golden.Run(t, "testdata/pages.txt", func(t *testing.T, c golden.Case) []string {
		p := Parse([]byte(c.Text))
		checkBlocks(t, p)
		var out []string
		for _, b := range p.Blocks {
			text := strings.ReplaceAll(p.Text[b.Start:b.End], "\n", " / ")
			if len(text) > 48 {
				text = strings.ToValidUTF8(text[:48], "") + "..."
			}
			kind := "out"
			if b.Kind.Body() || strings.HasPrefix(b.Rule, "named-") {
				kind = b.Kind.String()
			}
			out = append(out, kind+": "+text)
		}
		return out
	})
}

// checkBlocks checks what holds of every page: blocks are in order, on rune
// boundaries, cover what is not white space, and say why; and the text maps
// back to the HTML.
func checkBlocks(t *testing.T, p *Page) {
	t.Helper()
	if !utf8.ValidString(p.Text) {
		t.Fatalf("text is not UTF-8: %q", p.Text)
	}
	end := 0
	for _, b := range p.Blocks {
		if b.Start < end || b.End <= b.Start || b.End > len(p.Text) {
			t.Fatalf("block %d-%d after %d of %d", b.Start, b.End, end, len(p.Text))
		}
		if !utf8.RuneStart(p.Text[b.Start]) || b.End < len(p.Text) && !utf8.RuneStart(p.Text[b.End]) {
			t.Fatalf("block %d-%d splits a rune", b.Start, b.End)
		}
		if strings.TrimSpace(p.Text[end:b.Start]) != "" {
			t.Fatalf("%q is in no block", p.Text[end:b.Start])
		}
		from, to := p.SourceSpan(b.Start, b.End)
		if from < 0 || from >= to || to > len(p.html.raw)+len(p.html.text)+p.html.skip {
			t.Fatalf("block %d-%d comes from %d-%d", b.Start, b.End, from, to)
		}
		end = b.End
	}
	if strings.TrimSpace(p.Text[end:]) != "" {
		t.Fatalf("%q is in no block", p.Text[end:])
	}
}

func TestCharset(t *testing.T) {
	for _, c := range []struct{ name, header, page, text, charset string }{
		{"utf-8 without a word", "", "<p>café", "café", "utf-8"},
		{"ascii", "", "<p>cafe", "cafe", "utf-8"},
		{"byte order mark", "text/html; charset=iso-8859-1", "\xEF\xBB\xBF<p>café", "café", "utf-8"},
		{"header", "text/html; charset=iso-8859-2", "<p>ko\xb1", "koą", "iso-8859-2"},
		{"meta charset", "", "<meta charset='windows-1251'><p>\xcf\xf0\xe8\xe2\xe5\xf2", "Привет", "windows-1251"},
		{"meta content", "", `<meta http-equiv=content-type content="text/html; charset=shift_jis"><p>` + "\x93\xfa\x96\x7b", "日本", "shift_jis"},
		{"header says utf-8, bytes do not", "text/html; charset=utf-8", "<p>caf\xe9 cr\xe8me", "café crème", "windows-1252"},
		{"meta says latin, bytes are utf-8", "", "<meta charset=iso-8859-1><p>café", "café", "utf-8"},
		{"unknown charset", "text/html; charset=klingon", "<p>caf\xe9", "café", "windows-1252"},
		{"utf-8 with a broken byte", "", "<p>café crème brûlée à la carte, déjà vu \xff", "café crème brûlée à la carte, déjà vu \uFFFD", "utf-8"},
		{"utf-16", "", "\xFF\xFE<\x00p\x00>\x00a\x00\xe9\x00", "aé", "utf-16le"},
		{"utf-16 without a mark", "", "\x00<\x00p\x00>\x00a", "a", "utf-16be"},
		{"iso-2022-jp", "text/html; charset=iso-2022-jp", "<p>\x1b$B$\"$$\x1b(B", "あい", "iso-2022-jp"},
		{"gbk that ends in the middle", "text/html; charset=gbk", "<p>\xc4\xe3\xba", "你\uFFFD", "gbk"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := Parser{ContentType: c.header}.Parse([]byte(c.page))
			if p.Text != c.text || p.Charset != c.charset {
				t.Errorf("got %q in %s, want %q in %s", p.Text, p.Charset, c.text, c.charset)
			}
			checkBlocks(t, p)
		})
	}
}

// Offsets count the bytes of the page as it came, also of one that is not UTF-8.
func TestSource(t *testing.T) {
	long := strings.Repeat("na\xefve ", 300)
	for _, c := range []struct{ header, page, find, want string }{
		{"", "<p>caf&eacute;s and <b>bars</b>", "bars", "bars"},
		{"", "<p>caf&eacute;s and", "é", "&eacute;"},
		{"", "\xEF\xBB\xBF<p>one <i>two", "two", "two"},
		{"text/html; charset=iso-8859-1", "<p>" + long + "<b>caf\xe9</b>", "café", "caf\xe9"},
		{"text/html; charset=shift_jis", "<p>\x93\xfa\x96\x7b<b>\x93\xfa</b> x", "x", "x"},
	} {
		p := Parser{ContentType: c.header}.Parse([]byte(c.page))
		at := strings.LastIndex(p.Text, c.find)
		if at < 0 {
			t.Fatalf("%q is not in %q", c.find, p.Text)
		}
		start, end := p.SourceSpan(at, at+len(c.find))
		if got := c.page[start:end]; got != c.want {
			t.Errorf("%q comes from %q, want %q", c.find, got, c.want)
		}
		if p.Source(at) != start {
			t.Errorf("Source(%d) is %d, the span begins at %d", at, p.Source(at), start)
		}
	}
	p := Parse([]byte("<p>x</p>"))
	if a, b := p.SourceSpan(1, 1); a != b {
		t.Errorf("an empty span comes from %d-%d", a, b)
	}
}

func TestSniff(t *testing.T) {
	for in, want := range map[string]string{
		"%PDF-1.7":               "a PDF document",
		"\x1f\x8b\x08":           "gzip data",
		"<!doctype html><p>x":    "",
		"":                       "",
		"\x01\x02\x03\x04\x05ab": "binary data",
		"<\x00p\x00>\x00a\x00":   "",
	} {
		if got := Sniff([]byte(in)); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestResolve(t *testing.T) {
	for _, c := range [][3]string{
		{"https://paper.example/a/b", "../c", "https://paper.example/c"},
		{"", "/c", "/c"},
		{"https://paper.example/", "", ""},
		{":", "/c", "/c"},
		{"https://paper.example/", "%zz", "%zz"},
	} {
		if got := resolve(c[0], c[1]); got != c[2] {
			t.Errorf("%s on %s: got %s, want %s", c[1], c[0], got, c[2])
		}
	}
}

// A caller's rules name kinds on pages as they do in text.
func TestCleaner(t *testing.T) {
	p := Parser{Cleaner: &clean.Cleaner{}}.Parse([]byte(story))
	if got, want := fmt.Sprint(p.Blocks), fmt.Sprint(Parse([]byte(story)).Blocks); got != want {
		t.Errorf("the zero Cleaner gives\n%s\nwant\n%s", got, want)
	}
}

// What may not take long or much: it must come back with its text.
func TestHostile(t *testing.T) {
	const n = 1 << 14
	for name, page := range map[string]string{
		"nested elements":  strings.Repeat("<div>", n) + "text" + strings.Repeat("</div>", n),
		"unclosed":         strings.Repeat("<b><i><a href=x>", n) + "text",
		"end tags":         "text" + strings.Repeat("</div></p></b>", n),
		"one line":         strings.Repeat("text and more of it, ", n),
		"paragraphs":       strings.Repeat("<p>text", n),
		"NULs":             strings.Repeat("\x00", n) + "text",
		"references":       strings.Repeat("&amp;", n) + "text",
		"nested tables":    strings.Repeat("<table><tr><td>", n) + "text",
		"nested lists":     strings.Repeat("<ul><li>", n) + "text",
		"attributes":       "<p " + strings.Repeat("a=b ", n) + ">text",
		"nested JSON":      `<script type="application/ld+json">` + strings.Repeat("[", n) + "</script>text",
		"declared wrongly": "<meta charset=utf-16>" + strings.Repeat("text\xff ", n),
	} {
		t.Run(name, func(t *testing.T) {
			p := Parse([]byte(page))
			if !strings.Contains(p.Text, "text") {
				t.Error("the text is lost")
			}
			checkBlocks(t, p)
		})
	}
}

// FuzzParse: any bytes give valid spans that cover the text and map back.
func FuzzParse(f *testing.F) {
	f.Add([]byte(story[:900]), "")
	f.Add([]byte("<p>caf\xe9<table><td>x<svg/>&amp;&#128512;"), "text/html; charset=shift_jis")
	f.Add([]byte("\xff\xfe<\x00p\x00>\x00"), "")
	f.Add([]byte("<h2>a</h2><pre> \n x</pre><!--"), "text/html; charset=iso-2022-jp")
	f.Fuzz(func(t *testing.T, html []byte, contentType string) {
		p := Parser{ContentType: contentType}.Parse(html)
		checkBlocks(t, p)
		last := 0
		for i := range len(p.Text) + 1 {
			at := p.Source(i)
			if at < last || at > len(html) {
				t.Fatalf("byte %d comes from %d, the one before from %d, of %d", i, at, last, len(html))
			}
			last = at
		}
	})
}
