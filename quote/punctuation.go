package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A punctuator moves commas and full stops to one side of closing marks.
type punctuator struct {
	pairer
	logical  bool
	fragment []bool // by opening marks, for logical
	again    []Edit
}

// newPunctuator returns the editor of [American], or of [Logical].
func newPunctuator(logical bool) editor {
	x := &punctuator{logical: logical}
	return settled(x.move, &x.again)
}

// move appends the edits that move punctuation in paragraph p.
func (x *punctuator) move(dst []Edit, p string, base int) []Edit {
	marks := x.marksOf(p)
	if x.logical {
		x.findFragments(p, marks)
	}
	for i := 0; i < len(marks); {
		n := i
		for n < len(marks) && marks[n].role == closes && shapes[marks[n].glyph].family == english &&
			(n == i || marks[n].start == marks[n-1].end) {
			n++
		}
		if n == i {
			i++
			continue
		}
		start := marks[i].start
		if x.logical {
			if end := x.fragmentsEnd(marks[i:n]); end > start && movesOut(p, start, end) {
				dst = append(dst, Edit{
					Start: base + start - 1, End: base + end,
					New: p[start:end] + p[start-1:start], Rule: "punctuation-outside",
				})
			}
		} else if end := marks[n-1].end; movesIn(p, start, end) {
			sign := p[end : end+1]
			if sign == "." && p[start-1] == '.' {
				sign = "" // "U.S." ends the sentence too
			}
			dst = append(dst, Edit{
				Start: base + start, End: base + end + 1,
				New: sign + p[start:end], Rule: "punctuation-inside",
			})
		}
		i = n
	}
	return dst
}

// findFragments finds the quotations that are parts of the sentence around them
// rather than sentences of their own, or the rest of one: "I will," he said, "but
// not today." A quotation in a list is what the one before it is.
func (x *punctuator) findFragments(p string, marks []mark) {
	x.fragment = slices.Grow(x.fragment[:0], len(marks))[:len(marks)]
	whole := false // the last mark closes a sentence of its own
	for i, m := range marks {
		switch m.role {
		case opens:
			if i > 0 && listed(p, marks[i-1], m) {
				x.fragment[i] = x.fragment[marks[i-1].partner]
				continue
			}
			before := strings.TrimRightFunc(p[:m.start], unicode.IsSpace)
			r, _ := utf8.DecodeRuneInString(p[m.end:])
			x.fragment[i] = sideBefore(before) == letter || unicode.IsLower(r) && !(whole && strings.HasSuffix(before, ","))
			whole = false
		case closes:
			whole = m.partner >= 0 && !x.fragment[m.partner] && strings.HasSuffix(p[:m.start], ",")
		}
	}
}

// listed reports whether the quotation that opens stands in a list behind the one
// that closes.
func listed(p string, closing, opening mark) bool {
	if closing.role != closes || closing.partner < 0 || !strings.HasSuffix(p[:closing.start], ",") {
		return false
	}
	switch p[closing.end:opening.start] {
	case " ", " and ", " or ":
		return true
	}
	return false
}

// fragmentsEnd returns the end of the marks that close fragments, the first of
// those that touch; -1 where the first does not. The comma of a word that is
// quoted within a quoted sentence goes no further than behind the word's mark.
func (x *punctuator) fragmentsEnd(closing []mark) int {
	end := -1
	for _, m := range closing {
		if m.partner < 0 || !x.fragment[m.partner] {
			break
		}
		end = m.end
	}
	return end
}

// movesIn reports whether a comma or full stop after the closing marks
// p[start:end] goes before them.
func movesIn(p string, start, end int) bool {
	if end == len(p) || p[end] != ',' && p[end] != '.' {
		return false
	}
	if !endsWord(p[end+1:]) && p[end+1] != '[' {
		return false
	}
	switch sideBefore(p[:start]) {
	case letter, digit, closer:
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(p[:start])
	return r == '%' || unicode.IsSymbol(r) && r != '`' || abbreviates(p[:start])
}

// abbreviates reports whether s ends with the stop of U.S. or J.
func abbreviates(s string) bool {
	before, ok := strings.CutSuffix(s, ".")
	word := lastWord(before)
	return ok && (utf8.RuneCountInString(word) == 1 || word != "" && strings.HasSuffix(before[:len(before)-len(word)], "."))
}

// movesOut reports whether a comma or full stop before the closing marks
// p[start:end] goes after them.
func movesOut(p string, start, end int) bool {
	if start < 2 || p[start-1] != ',' && p[start-1] != '.' || sideBefore(p[:start-1]) == stop {
		return false
	}
	after := p[end:]
	if !endsWord(after) {
		return false
	}
	if p[start-1] == ',' {
		return true
	}
	if abbreviates(p[:start]) {
		return false
	}
	next := strings.TrimLeftFunc(after, func(r rune) bool { return sideOf(r) == space || sideOf(r) == closer })
	r, _ := utf8.DecodeRuneInString(next)
	return next == "" || !unicode.IsLower(r)
}

// endsWord reports whether s, which follows punctuation, begins with what can
// stand behind a word: a space, a bracket or a mark that closes.
func endsWord(s string) bool {
	switch sideAfter(s) {
	case edge, space, closer:
		return true
	}
	g, n := glyphAt(s, 0)
	if g == noGlyph || shapes[g].family != english || shapes[g].lean == opens {
		return false
	}
	switch sideAfter(s[n:]) {
	case edge, space, closer, stop:
		return true
	}
	return false
}
