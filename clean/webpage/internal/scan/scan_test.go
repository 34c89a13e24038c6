package scan

import (
	"bytes"
	"fmt"
	"math/bits"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"example.org/newstext/internal/golden"
)

func TestText(t *testing.T) {
	golden.Run(t, "testdata/text.txt", func(t *testing.T, c golden.Case) []string {
		var out []string
		p := Read([]byte(c.Text))
		for _, l := range p.Lines {
			out = append(out, fmt.Sprintf("%q [%s]", p.Text[l.Start:l.End], strings.Join(about(l), " ")))
		}
		return out
	})
}

// about names what is known of a line.
func about(l Line) (out []string) {
	if l.Linked > 0 {
		out = append(out, fmt.Sprintf("linked=%d/%d", l.Linked, l.End-l.Start))
	}
	if l.Strong > 0 {
		out = append(out, fmt.Sprintf("strong=%d/%d", l.Strong, l.End-l.Start))
	}
	for s := uint64(l.Tags); s != 0; s &= s - 1 {
		out = append(out, TagNames[bits.TrailingZeros64(s)])
	}
	names, _ := Families()
	for k, set := range []Names{l.Own, l.Parent, l.Far} {
		for s := uint64(set); s != 0; s &= s - 1 {
			out = append(out, [...]string{"own:", "parent:", "far:"}[k]+names[bits.TrailingZeros64(s)])
		}
	}
	return out
}

func TestFacts(t *testing.T) {
	golden.Run(t, "testdata/facts.txt", func(t *testing.T, c golden.Case) []string {
		f := Read([]byte(c.Text)).Facts
		var out []string
		for _, x := range []struct{ name, value string }{
			{"title", f.Title},
			{"url", f.URL},
			{"site", f.Site},
			{"published", stamp(f.Published)},
			{"modified", stamp(f.Modified)},
			{"authors", strings.Join(f.Authors, "; ")},
			{"body", strings.Join(f.Bodies, "; ")},
		} {
			if x.value != "" {
				out = append(out, x.name+" "+x.value)
			}
		}
		return out
	})
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

// pages are seeds: HTML as it is met, and as it should not be.
var pages = []string{
	"<p>The mayor&rsquo;s office said <b>on</b>&nbsp;Monday.</p><p>It rained.",
	"<ul><li>one<li>two</ul><table><tr><td>x<td>y</table><pre>a\n b</pre>",
	"<div hidden>x</div><script>var x='</div>'</script><!-- c --><br>y",
	"a\x00b &amp;amp; &#x1F600; \xff\xfe < 5 <a href='",
	"<svg/><select><option>no</select></p></div>text",
	`<script type="application/ld+json">{"@type":"NewsArticle","headline":"x"}</script>`,
}

// FuzzOffsets: the text maps back to the HTML. The way is monotone and stays
// inside, and what has the same bytes on both sides is most of it.
func FuzzOffsets(f *testing.F) {
	for _, p := range pages {
		f.Add([]byte(p))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		p := Read(src)
		last := 0
		for i := range len(p.Text) + 1 {
			at := p.Marks.Source(i)
			if at < last || at > len(src) {
				t.Fatalf("byte %d comes from %d, the one before from %d, of %d", i, at, last, len(src))
			}
			last = at
		}
		if bytes.IndexByte(src, '&') >= 0 {
			return
		}
		// Without character references all that is no space is copied.
		for _, l := range p.Lines {
			for i := l.Start; i < l.End; i++ {
				if at := p.Marks.Source(i); p.Text[i] != ' ' && p.Text[i] != '\n' && src[at] != p.Text[i] {
					t.Fatalf("byte %d is %q, in the HTML %q", i, p.Text[i], src[at])
				}
			}
		}
	})
}

// FuzzLines: the lines cover the text, in order.
func FuzzLines(f *testing.F) {
	for _, p := range pages {
		f.Add([]byte(p))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		p := Read(src)
		end := 0
		for _, l := range p.Lines {
			if l.Start < end || l.End <= l.Start || l.End > len(p.Text) {
				t.Fatalf("line %d-%d after %d of %d", l.Start, l.End, end, len(p.Text))
			}
			if strings.TrimSpace(p.Text[end:l.Start]) != "" {
				t.Fatalf("%q stands in no line", p.Text[end:l.Start])
			}
			if l.Linked > l.End-l.Start || int(l.Node) >= len(p.Nodes) {
				t.Fatalf("%+v", l)
			}
			end = l.End
		}
		if end != len(p.Text) {
			t.Fatalf("the text goes on after the last line: %q", p.Text[end:])
		}
		for k, up := range p.Nodes[1:] {
			if int(up) > k {
				t.Fatalf("node %d stands in %d", k+1, up)
			}
		}
		if utf8.Valid(src) && !utf8.ValidString(p.Text) {
			t.Fatalf("invalid text %q", p.Text)
		}
	})
}

// A token longer than the tokenizer may hold does not stop the page.
func TestLongTokens(t *testing.T) {
	long := strings.Repeat("word ", maxToken/4)
	for name, page := range map[string]string{
		"text":      "<p>" + long + "</p>",
		"comment":   "<!-- " + long + " -->",
		"script":    "<script>" + long + "</script>",
		"attribute": "<img alt='" + long + "'>",
		"brackets":  "<p>" + strings.Repeat("<", maxToken+10) + "</p>",
	} {
		t.Run(name, func(t *testing.T) {
			p := Read([]byte("<p>before</p>" + page + "<p>after</p>"))
			if !strings.HasPrefix(p.Text, "before") || !strings.HasSuffix(p.Text, "after") {
				t.Errorf("text %.40q ... %q", p.Text, p.Text[max(0, len(p.Text)-40):])
			}
			if want := 2; len(p.Lines) != want && name != "text" && name != "brackets" {
				t.Errorf("%d lines, want %d", len(p.Lines), want)
			}
		})
	}
}

// Elements beyond the depth that is kept do not lose their text.
func TestDepth(t *testing.T) {
	n := 3 * maxDepth
	p := Read([]byte(strings.Repeat("<div>", n) + "<p>deep</p>" + strings.Repeat("</div>", n) + "<p>out</p>"))
	if p.Text != "deep\n\nout" {
		t.Errorf("text %q", p.Text)
	}
	if d := p.Lines[1].Depth; d > 3 {
		t.Errorf("the last line is at depth %d", d)
	}
}

// Text beyond the lines that are kept goes to the last one.
func TestManyLines(t *testing.T) {
	p := Read([]byte(strings.Repeat("<p>line", maxLines+100)))
	if len(p.Lines) != maxLines || p.Lines[maxLines-1].End != len(p.Text) || strings.Count(p.Text, "line") != maxLines+100 {
		t.Errorf("%d lines, the last up to %d of %d", len(p.Lines), p.Lines[len(p.Lines)-1].End, len(p.Text))
	}
}
