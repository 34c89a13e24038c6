package webpage

import (
	"strings"
	"testing"

	"example.org/newstext/clean"
	"example.org/newstext/clean/webpage/internal/body"
	"example.org/newstext/clean/webpage/internal/scan"
)

func TestDecide(t *testing.T) {
	f := scan.Family
	const line = 100
	for _, c := range []struct {
		name string
		was  clean.Kind
		end  int
		line scan.Line
		odds float64
		want clean.Kind
	}{
		{"body stays", clean.Body, line, scan.Line{}, 2, clean.Body},
		{"text takes it for a teaser", clean.Teaser, line, scan.Line{}, 2, clean.Body},
		{"a heading in the body", clean.Section, line, scan.Line{Inner: scan.TagH2}, 2, clean.Subhead},
		{"a credit at a paragraph's end", clean.Credit, line / 4, scan.Line{}, 2, clean.Credit},
		{"out, and no more is known", clean.Body, line, scan.Line{}, -2, clean.Other},
		{"out, a headline", clean.Body, line, scan.Line{Inner: scan.TagH1}, -2, clean.Headline},
		{"out, in a figure", clean.Body, line, scan.Line{Tags: scan.TagFigure}, -2, clean.Caption},
		{"out, in a menu", clean.Body, line, scan.Line{Tags: scan.TagNav}, -2, clean.Widget},
		{"out, named as related", clean.Body, line, scan.Line{Far: f("related")}, -2, clean.Teaser},
		{"out, named as deck", clean.Body, line, scan.Line{Own: f("deck")}, -2, clean.Deck},
		{"out, and the text knows better", clean.Legal, line, scan.Line{}, -2, clean.Legal},
		{"out, in a comment", clean.Teaser, line, scan.Line{Far: f("comment")}, -2, clean.Comments},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.line.End = line
			b := clean.Block{End: c.end, Kind: c.was, Rule: "before"}
			decide(&b, &c.line, body.Judgement{Odds: c.odds, Reason: "reason"})
			if b.Kind != c.want {
				t.Errorf("got %v, want %v", b.Kind, c.want)
			}
			if changed := b.Kind != c.was; changed == (b.Rule == "before") {
				t.Errorf("from %v to %v by rule %q", c.was, b.Kind, b.Rule)
			}
			if b.Score != c.odds && c.end == line {
				t.Errorf("score %v, want %v", b.Score, c.odds)
			}
		})
	}
}

// A user's rule decides against the page's model, both ways.
func TestRulesOverrule(t *testing.T) {
	c, err := clean.NewCleaner(strings.NewReader("quay  from the old quay => promo in\nhours  opening hours => body start\nferry  the ferry => promo in maybe\n"))
	if err != nil {
		t.Fatal(err)
	}
	page := []byte("<article><p>The ferry to the islands sails again, the company said on Thursday, after four days of storm.</p>" +
		"<p>It leaves from the old quay, where two hundred passengers had waited since Sunday.</p></article>" +
		"<footer><p>Opening hours</p></footer>")
	for _, parser := range []Parser{{}, {Cleaner: c}} {
		var got [3]bool
		for i, b := range parser.Parse(page).Blocks {
			got[i] = b.Kind.Body()
		}
		if want := [3]bool{true, parser.Cleaner == nil, parser.Cleaner != nil}; got != want {
			t.Errorf("with rules %v: body %v, want %v", parser.Cleaner != nil, got, want)
		}
	}
}

// A line too long for the Cleaner is a block all the same.
func TestLongLine(t *testing.T) {
	p := Parse([]byte(story + "<p>" + string(make([]byte, 10)) + longText()))
	checkBlocks(t, p)
	last := p.Blocks[len(p.Blocks)-1]
	if last.End-last.Start <= maxLabelled {
		t.Errorf("the last block has %d bytes", last.End-last.Start)
	}
}

func longText() string {
	b := make([]byte, maxLabelled+10)
	for i := range b {
		b[i] = "word "[i%5]
	}
	return string(b)
}
