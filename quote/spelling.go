package quote

import "strings"

// A style is a national way to write marks.
type style struct {
	open, close       string // of double marks
	openOne, closeOne string // of single marks
	spaced            bool   // a no-break space stands inside the marks
}

var (
	englishStyle = style{open: "“", close: "”", openOne: "‘", closeOne: "’"}
	germanStyle  = style{open: "„", close: "“", openOne: "‚", closeOne: "‘"}
	frenchStyle  = style{open: "«", close: "»", openOne: "‹", closeOne: "›", spaced: true}
	swedishStyle = style{open: "”", close: "”", openOne: "’", closeOne: "’"}
)

// A speller gives paragraphs curly marks in one style.
type speller struct {
	pairer
	style style
	open  []written // marks of the quotations that are open
	again []Edit
}

// Written is how a mark is written.
type written struct {
	double bool
	family family // of the mark that it was
}

// newSpeller returns the editor of curly marks in style t.
func newSpeller(t style) editor {
	x := &speller{style: t}
	return settled(x.curl, &x.again)
}

// settled returns an editor that leaves a paragraph alone where edit would
// change its own result once more, which happens where marks make no sense.
func settled(edit editor, again *[]Edit) editor {
	return func(dst []Edit, paragraph string, base int) []Edit {
		n := len(dst)
		dst = edit(dst, paragraph, base)
		if len(dst) == n {
			return dst
		}
		*again = edit((*again)[:0], replaced(paragraph, dst[n:], base), 0)
		if len(*again) > 0 {
			return dst[:n]
		}
		return dst
	}
}

// curl appends the edits that give paragraph p the marks of the style.
func (x *speller) curl(dst []Edit, p string, base int) []Edit {
	put := func(start, end int, s, rule string) {
		if p[start:end] != s {
			dst = append(dst, Edit{Start: base + start, End: base + end, New: s, Rule: rule})
		}
	}
	done := 0
	x.open = x.open[:0]
	for _, m := range x.marksOf(p) {
		for i := done; i < m.start; {
			k := strings.IndexByte(p[i:m.start], '.')
			if k < 0 {
				break
			}
			i += k
			n := dotsAt(p, i)
			if n > 0 {
				put(i, i+n, curlyDots(p[i:i+n]), "ellipsis")
			}
			i += max(n, 1)
		}
		start, end, s, rule := x.spell(p, m)
		put(max(start, done), end, s, rule)
		done = end
	}
	for i := done; i < len(p); {
		k := strings.IndexByte(p[i:], '.')
		if k < 0 {
			break
		}
		i += k
		n := dotsAt(p, i)
		if n > 0 {
			put(i, i+n, curlyDots(p[i:i+n]), "ellipsis")
		}
		i += max(n, 1)
	}
	return dst
}

// curlyDots returns the ellipsis for three or four dots. Four with spaces
// between them stay: a full stop is one of them, the first or the last.
func curlyDots(s string) string {
	switch dotCount(s) {
	case 3:
		return "…"
	case len(s):
		return "…."
	}
	return s
}

// spell returns how the style writes m, and the part of p that this replaces.
func (x *speller) spell(p string, m mark) (start, end int, s, rule string) {
	start, end = m.start, m.end
	double := x.isDouble(m)
	switch m.role {
	case apostrophe:
		return start, end, "’", "apostrophe"
	case prime:
		if double {
			return start, end, "″", "prime"
		}
		return start, end, "′", "prime"
	case opens:
		s = x.style.openOne
		if double {
			s = x.style.open
		}
		gap := spaceAt(p[end:])
		if x.style.spaced {
			s += inside(p[end : end+gap])
		}
		if x.style.spaced || shapes[m.glyph].family == french {
			end += gap
		}
	case closes:
		s = x.style.closeOne
		if double {
			s = x.style.close
		}
		gap := spaceBefore(p[:start])
		if x.style.spaced {
			s = inside(p[start-gap:start]) + s
		}
		if x.style.spaced || shapes[m.glyph].family == french {
			start -= gap
		}
	default:
		s = p[start:end]
	}
	return start, end, s, "mark"
}

// isDouble reports whether m is written as a double mark. Where guillemets stand
// around other double marks, or these around guillemets, the inner ones become
// single: both would be the same marks.
func (x *speller) isDouble(m mark) bool {
	now := written{shapes[m.glyph].double, shapes[m.glyph].family}
	if m.partner < 0 {
		return now.double
	}
	switch n := len(x.open); m.role {
	case opens:
		if n > 0 && x.open[n-1].double && x.open[n-1].family != now.family {
			now.double = false
		}
		x.open = append(x.open, now)
	case closes:
		if n > 0 {
			now = x.open[n-1]
			x.open = x.open[:n-1]
		}
	}
	return now.double
}

// inside returns the space inside a guillemet where gap stands now.
func inside(gap string) string {
	if gap == "\u202F" {
		return gap
	}
	return "\u00A0"
}
