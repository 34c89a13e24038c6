package main

import (
	"fmt"
	"strings"
	"time"

	"example.org/newstext/date"
)

// head says when a page was published and how that is known.
func (d chronology) head(text string) string {
	p := d.published
	switch {
	case p.IsZero():
		return "published: unknown"
	case p.start < p.end:
		return fmt.Sprintf("published %s, stated at %s: %s", formatTime(p.Time), span(p.start, p.end), oneLine(text[p.start:p.end]))
	}
	return fmt.Sprintf("published %s, %s", formatTime(p.Time), p.source)
}

// table lists the mentions of the page, then those of each teaser.
func (d chronology) table(text string, st style) string {
	var b strings.Builder
	b.WriteString(d.head(text) + "\n")
	groups := make([][]date.Mention, len(d.teasers)+1)
	for _, m := range d.mentions {
		i := within(d.teasers, m.Start, m.End) + 1
		groups[i] = append(groups[i], m)
	}
	for i, mentions := range groups {
		if i > 0 && (len(mentions) > 0 || !d.teasers[i-1].published.IsZero()) {
			b.WriteString(st.paint(bold, d.teasers[i-1].title(text)) + "\n")
		}
		if len(mentions) > 0 {
			b.WriteString(mentionTable(text, mentions).render(st, "  "))
		}
	}
	return b.String()
}

func mentionTable(text string, mentions []date.Mention) *table {
	t := &table{
		head:   []string{"EXPRESSION", "INTERVAL", "TIMEX3", "OFFSET", "RULE"},
		paints: []paint{cyan, green, plain, dim, dim},
	}
	for _, m := range mentions {
		t.row(shorten(oneLine(text[m.Start:m.End]), 40), interval(m), timex(m), span(m.Start, m.End), m.Rule)
	}
	return t
}

// title names a teaser: its date, its place and how it begins.
func (t teaser) title(text string) string {
	dated := "without a date"
	if !t.published.IsZero() {
		dated = "of " + formatTime(t.published)
	}
	return fmt.Sprintf("teaser %s at %s: %s", dated, span(t.start, t.end), shorten(oneLine(text[t.start:t.end]), 60))
}

// hint tells what is missing for want of a date of publication.
func (d chronology) hint(r record) string {
	if len(d.mentions) == 0 {
		return r.where + ": no dates"
	}
	open := d.open()
	if !d.published.IsZero() || open == 0 {
		return ""
	}
	return fmt.Sprintf("%s: states no date of its own, which leaves %s open; give it with -published DATE", r.where, plural(open, "relative expression"))
}

// open counts the mentions whose place in time is not known.
func (d chronology) open() (n int) {
	for _, m := range d.mentions {
		if unresolved(m) {
			n++
		}
	}
	return n
}

// unresolved reports whether a mention would have a place in time if the date
// of publication were known.
func unresolved(m date.Mention) bool {
	return m.From.IsZero() && (m.Type == date.Date || m.Type == date.Time) && strings.HasPrefix(m.Value, "X")
}

// timex sets type, value and modifier as TIMEX3 has them.
func timex(m date.Mention) string {
	return strings.TrimSpace(m.Type.String() + " " + m.Value + " " + m.Mod.String())
}

// interval names the first and the last day, or the hours.
func interval(m date.Mention) string {
	switch {
	case m.From.IsZero() && m.To.IsZero():
		return "-"
	case m.From.IsZero():
		return "before " + formatTime(m.To)
	case m.To.IsZero():
		return "from " + formatTime(m.From)
	case !atMidnight(m.From) || !atMidnight(m.To):
		return clockInterval(m.From, m.To)
	}
	from, last := m.From.Format(time.DateOnly), m.To.AddDate(0, 0, -1).Format(time.DateOnly)
	if from == last {
		return from
	}
	return from + " to " + last
}

func clockInterval(from, to time.Time) string {
	const day, clock = time.DateOnly, "15:04"
	start := from.Format(day + " " + clock)
	if to.Sub(from) <= time.Minute {
		return start
	}
	if from.Format(day) == to.Format(day) {
		return start + " to " + to.Format(clock)
	}
	return start + " to " + to.Format(day+" "+clock)
}

// annotated is the text with every mention followed by its value, for readers
// and for language models: Thursday [2019-11-14].
func annotated(text string, mentions []date.Mention, st style) string {
	var b strings.Builder
	at := 0
	for _, m := range mentions {
		b.WriteString(st.safe(text[at:m.End]))
		if m.Value != "" {
			b.WriteString(st.paint(green, " ["+strings.TrimSpace(m.Value+" "+m.Mod.String())+"]"))
		}
		at = m.End
	}
	b.WriteString(st.safe(text[at:]))
	return b.String()
}

// explainMention tells what decided about the expression at an offset.
func explainMention(text string, d chronology, at int) string {
	for _, m := range d.mentions {
		if at < m.Start || m.End <= at {
			continue
		}
		against := d.head(text)
		if i := within(d.teasers, m.Start, m.End); i >= 0 && d.teasers[i].dates(m.Start, m.End) {
			against = d.teasers[i].title(text)
		}
		return facts(
			"expression", fmt.Sprintf("%s %q", span(m.Start, m.End), text[m.Start:m.End]),
			"value", timex(m),
			"interval", interval(m),
			"grain", m.Grain.String(),
			"rule", m.Rule,
			"against", against)
	}
	return fmt.Sprintf("no temporal expression at byte %d\n", at)
}
