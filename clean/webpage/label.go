package webpage

import (
	"example.org/newstext/clean"
	"example.org/newstext/clean/webpage/internal/body"
	"example.org/newstext/clean/webpage/internal/scan"
)

// label names each part of the text. The model for marked-up lines decides what
// is body; the Cleaner cuts lines in two where they hold two things and names
// the kinds of what is not. Rules that the user gave the Cleaner have the last
// word.
func label(c *clean.Cleaner, s *scan.Page, odds []body.Judgement) []clean.Block {
	lines := make([]clean.Line, 0, len(s.Lines))
	for i := range s.Lines {
		l := &s.Lines[i]
		if l.End-l.Start > maxLabelled {
			continue
		}
		lines = append(lines, clean.Line{
			Start: l.Start, End: l.End, Hint: hint(l), Group: int(s.Nodes[l.Node]) + 1,
			LinkShare: min(1, float64(l.Linked)/float64(max(1, l.End-l.Start))),
		})
	}
	labelled := c.Label(s.Text, lines)
	blocks := make([]clean.Block, 0, len(labelled))
	for i := range s.Lines {
		l := &s.Lines[i]
		if l.End-l.Start > maxLabelled {
			b := clean.Block{Start: l.Start, End: l.End}
			decide(&b, l, odds[i])
			blocks = append(blocks, b)
			continue
		}
		for len(labelled) > 0 && labelled[0].Start < l.End {
			b := labelled[0]
			if c.Overrules(b.Rule) {
				b.Score = odds[i].Odds
			} else {
				decide(&b, l, odds[i])
			}
			blocks = append(blocks, b)
			labelled = labelled[1:]
		}
	}
	return blocks
}

// maxLabelled is the length in bytes from which a line is not given to the
// Cleaner: no line of an article is as long, and its work space would be.
const maxLabelled = 1 << 18

// decide settles what a block of a line is.
func decide(b *clean.Block, l *scan.Line, j body.Judgement) {
	part := 2*(b.End-b.Start) < l.End-l.Start
	keep := j.Odds >= 0
	if part && keep && !b.Kind.Body() {
		return // cut off from a line that is body otherwise
	}
	b.Score = j.Odds
	switch {
	case keep && !b.Kind.Body():
		b.Kind, b.Rule = clean.Body, j.Reason
		if l.Inner&scan.TagHeading != 0 {
			b.Kind = clean.Subhead
		}
	case !keep && b.Kind.Body():
		b.Kind, b.Rule = kindOf(l), j.Reason
	case !keep:
		if k, rule := sureKind(l); rule != "" {
			b.Kind, b.Rule = k, rule
		}
	}
}

// sureKind names a line after names that leave no doubt; an empty rule: none does.
func sureKind(l *scan.Line) (clean.Kind, string) {
	near := l.Own | l.Parent
	for _, k := range sureKinds() {
		if near&k.near != 0 || l.Far&k.any != 0 {
			return k.kind, "named-" + k.kind.String()
		}
	}
	return clean.Other, ""
}

// kindOf names a line that is not body after the names around it.
func kindOf(l *scan.Line) clean.Kind {
	near, all := l.Own|l.Parent, l.Own|l.Parent|l.Far
	for _, k := range kinds() {
		if near&k.near != 0 || all&k.any != 0 {
			return k.kind
		}
	}
	switch {
	case l.Inner&scan.TagH1 != 0:
		return clean.Headline
	case l.Tags&(scan.TagCaption|scan.TagFigure) != 0:
		return clean.Caption
	case l.Tags&(scan.TagNav|scan.TagForm|scan.TagButton) != 0:
		return clean.Widget
	}
	return clean.Other
}

// hint says what the markup around a line means to the Cleaner.
func hint(l *scan.Line) clean.Hint {
	var h clean.Hint
	for _, t := range tagHints {
		if l.Tags&t.tag != 0 {
			h |= t.hint
		}
	}
	if l.Inner&scan.TagParagraph != 0 {
		h |= clean.HintParagraph
	}
	near := l.Own | l.Parent
	for _, t := range nameHints() {
		if near&t.near != 0 || l.Far&t.any != 0 {
			h |= t.hint
		}
	}
	return h
}

var tagHints = [...]struct {
	tag  scan.Tags
	hint clean.Hint
}{
	{scan.TagHeading, clean.HintHeading},
	{scan.TagH1, clean.HintTitle},
	{scan.TagArticle | scan.TagMain, clean.HintArticle},
	{scan.TagHeader, clean.HintHeader},
	{scan.TagNav, clean.HintNav},
	{scan.TagAside, clean.HintAside},
	{scan.TagFooter, clean.HintFooter},
	{scan.TagFigure, clean.HintFigure},
	{scan.TagCaption, clean.HintCaption},
	{scan.TagItem, clean.HintList},
	{scan.TagQuote, clean.HintQuote},
	{scan.TagTime, clean.HintTime},
	{scan.TagForm | scan.TagLabel, clean.HintForm},
	{scan.TagButton, clean.HintButton},
	{scan.TagTable, clean.HintTable},
	{scan.TagBodyProp, clean.HintBody},
	{scan.TagHidden | scan.TagDialog, clean.HintHidden},
}
