package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A punctuator moves commas and full stops to one side of closing marks.
type punctuator struct {
	pairer
	logical bool
	again   []Edit
}

// newPunctuator returns the editor of [American], or of [Logical].
func newPunctuator(logical bool) editor {
	x := &punctuator{logical: logical}
	return settled(x.move, &x.again)
}

// move appends the edits that move punctuation in paragraph p.
func (x *punctuator) move(dst []Edit, p string, base int) []Edit {
	marks := x.marksOf(p, 0)
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
		start, end := marks[i].start, marks[n-1].end
		if x.logical && fragment(p, marks, marks[n-1].partner) && movesOut(p, start, end) {
			dst = append(dst, Edit{
				Start: base + start - 1, End: base + end,
				New: p[start:end] + p[start-1:start], Rule: "punctuation-outside",
			})
		} else if !x.logical && movesIn(p, start, end) {
			dst = append(dst, Edit{
				Start: base + start, End: base + end + 1,
				New: p[end:end+1] + p[start:end], Rule: "punctuation-inside",
			})
		}
		i = n
	}
	return dst
}

// movesIn reports whether a comma or full stop after the closing marks
// p[start:end] goes before them.
func movesIn(p string, start, end int) bool {
	if end == len(p) || p[end] != ',' && p[end] != '.' {
		return false
	}
	switch sideAfter(p[end+1:]) {
	case edge, space, closer:
	default:
		return false
	}
	switch sideBefore(p[:start]) {
	case letter, digit, closer:
		return true
	}
	return start > 0 && p[start-1] == '%'
}

// movesOut reports whether a comma or full stop before the closing marks
// p[start:end] goes after them.
func movesOut(p string, start, end int) bool {
	if start < 2 || p[start-1] != ',' && p[start-1] != '.' || sideBefore(p[:start-1]) == stop {
		return false
	}
	after := p[end:]
	switch sideAfter(after) {
	case edge, space, closer:
	default:
		return false
	}
	if p[start-1] == ',' {
		return true
	}
	word := lastWord(p[:start-1])
	if rest := p[:start-1-len(word)]; utf8.RuneCountInString(word) == 1 || strings.HasSuffix(rest, ".") {
		return false // U.S., J.
	}
	next := strings.TrimLeftFunc(after, func(r rune) bool { return sideOf(r) == space || sideOf(r) == closer })
	r, _ := utf8.DecodeRuneInString(next)
	return next == "" || !unicode.IsLower(r)
}

// fragment reports whether the quotation that mark o opens is a part of the
// sentence around it rather than one of its own.
func fragment(p string, marks []mark, o int32) bool {
	if o < 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(p[marks[o].end:])
	if unicode.IsLower(r) {
		return true
	}
	before := strings.TrimRightFunc(p[:marks[o].start], unicode.IsSpace)
	return sideBefore(before) == letter
}
