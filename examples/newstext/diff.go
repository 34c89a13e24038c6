package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"example.org/newstext/quote"
)

// A change is an edit that one of several forms makes.
type change struct {
	quote.Edit
	form       quote.Form
	text       string // what the edit changes: the result of the forms before
	start, end int    // the place in the text as it was read
}

// changes lists what the forms change, one form after the other.
func changes(text string, list []quote.Form) []change {
	var all []change
	source := text
	for i, form := range list {
		_, m := quote.Apply(source, list[:i]...)
		for e := range form.Edits(text) {
			start, end := m.SourceSpan(e.Start, e.End)
			all = append(all, change{e, form, text, start, end})
		}
		text = form.String(text)
	}
	return all
}

// difference shows every line that changes, what goes in red and what comes in
// green, and below it each edit with its offset and rule. Without colours they
// are [-gone-] and {+come+}.
func (s *session) difference(r record, list []quote.Form) result {
	all := changes(r.Text, list)
	if len(all) == 0 {
		return result{out: []byte(s.heading(r)), note: r.where + ": nothing to change"}
	}
	var b strings.Builder
	b.WriteString(s.heading(r))
	for len(all) > 0 {
		start, end := lineAround(all[0].text, all[0].Start, all[0].End)
		n := 1
		for n < len(all) && all[n].form == all[0].form && all[n].Start < end {
			_, end = lineAround(all[n].text, all[n].Start, max(end, all[n].End))
			n++
		}
		s.changedLine(&b, all[:n], start, end)
		all = all[n:]
	}
	return result{out: []byte(b.String())}
}

// changedLine shows text[start:end] with its edits, and the edits below it.
func (s *session) changedLine(b *strings.Builder, edits []change, start, end int) {
	text := edits[0].text
	at := start
	for _, e := range edits {
		b.WriteString(printable(text[at:e.Start]))
		if gone := text[e.Start:e.End]; gone != "" {
			b.WriteString(s.removed(visible(gone)))
		}
		if e.New != "" {
			b.WriteString(s.added(visible(e.New)))
		}
		at = e.End
	}
	b.WriteString(printable(text[at:end]) + "\n")
	for _, e := range edits {
		b.WriteString(s.style.paint(dim, fmt.Sprintf("    %s  %s %s: %s -> %s\n", span(e.start, e.end), formName(e.form), e.Rule,
			codes(text[e.Start:e.End]), codes(e.New))))
	}
}

func (s *session) removed(text string) string {
	if s.style.colour {
		return s.style.paint(red, text)
	}
	return "[-" + text + "-]"
}

func (s *session) added(text string) string {
	if s.style.colour {
		return s.style.paint(green, text)
	}
	return "{+" + text + "+}"
}

// lineAround returns the line that holds text[start:end], without its end; a
// long one is cut about a hundred bytes from the place.
func lineAround(text string, start, end int) (from, to int) {
	const around = 100
	from, to = max(0, start-around), min(len(text), end+around)
	if i := strings.LastIndexByte(text[from:start], '\n'); i >= 0 {
		from += i + 1
	}
	if i := strings.IndexByte(text[end:to], '\n'); i >= 0 {
		to = end + i
	}
	for !onRune(text, from) {
		from--
	}
	for !onRune(text, to) {
		to++
	}
	return from, to
}

// visible shows line ends and invisible characters by their code.
func visible(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r > ' ' && r < 0x7f || r >= 0xa1 && r != 0xad && !invisible(r) || r == ' ' {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "<U+%04X>", r)
		}
	}
	return b.String()
}

// invisible reports whether r is a space or control that leaves no mark.
func invisible(r rune) bool {
	return r >= 0x2000 && r <= 0x200f || r >= 0x2028 && r <= 0x202f || r >= 0x205f && r <= 0x206f || r == 0x3000 || r == 0xfeff
}

// codes shows text, short text with the codes of its characters.
func codes(text string) string {
	if text == "" {
		return "nothing"
	}
	shown := visible(text)
	if utf8.RuneCountInString(text) > 2 {
		return shown
	}
	for _, r := range text {
		shown += fmt.Sprintf(" U+%04X", r)
	}
	return shown
}

// explainEdits tells what the forms do at an offset of the source.
func explainEdits(text string, list []quote.Form, at int) string {
	var b strings.Builder
	for _, c := range changes(text, list) {
		if c.start <= at && at < max(c.end, c.start+1) {
			b.WriteString(facts(
				"edit", span(c.start, c.end),
				"form", formName(c.form),
				"rule", c.Rule,
				"was", codes(c.text[c.Start:c.End]),
				"becomes", codes(c.New)))
		}
	}
	if b.Len() == 0 {
		return fmt.Sprintf("nothing changes at byte %d\n", at)
	}
	return b.String()
}
