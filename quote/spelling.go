package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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

// firstSpelling returns the index of the first byte of s that a form of marks
// may change.
func firstSpelling(s string) int {
	for i := 0; i < len(s); i++ {
		if leads[s[i]] || s[i] == '.' && i+1 < len(s) && s[i+1] != '\n' && (s[i+1] < 'A' || s[i+1] >= utf8.RuneSelf) && dotsAt(s, i) > 0 {
			return i
		}
	}
	return len(s)
}

// straighten appends the edits that give paragraph straight marks. It looks no
// further than a word.
func straighten(dst []Edit, paragraph string, base int) []Edit {
	p := paragraph
	put := func(start, end int, s, rule string) {
		if p[start:end] != s {
			dst = append(dst, Edit{Start: base + start, End: base + end, New: s, Rule: rule})
		}
	}
	for i := firstSpelling(p); i < len(p); {
		if n := dotsAt(p, i); n > 0 {
			put(i, i+n, strings.Repeat(".", dotCount(p[i:i+n])), "ellipsis")
			i += n
		} else if strings.HasPrefix(p[i:], "…") {
			put(i, i+len("…"), "...", "ellipsis")
			i += len("…")
		} else if g, n := glyphAt(p, i); g == noGlyph {
			_, n := utf8.DecodeRuneInString(p[i:])
			i += n
		} else if shapes[g].family == french {
			start, end := frenchExtent(p, i, n)
			if len(dst) > 0 && dst[len(dst)-1].End > base+start {
				start = i
			}
			put(start, end, straightOf(g), "mark")
			i = end
		} else if g2, n2 := nextSingle(p, i+n); single(g) && g2 != noGlyph {
			put(i, i+n+n2, `"`, "mark")
			i += n + n2
		} else {
			put(i, i+n, straightOf(g), ruleOf(g))
			i += n
		}
		i += firstSpelling(p[i:])
	}
	return dst
}

// nextSingle returns the single mark at p[i:].
func nextSingle(p string, i int) (glyph, int) {
	if i < len(p) {
		if g, n := glyphAt(p, i); g == texClose || g == texOpen {
			return straightOne, 1
		} else if single(g) {
			return g, n
		}
	}
	return noGlyph, 0
}

// single reports whether g is a single mark that could be half of a double one.
func single(g glyph) bool {
	return g != noGlyph && !shapes[g].double && shapes[g].family == english
}

// straightOf returns the straight mark for g.
func straightOf(g glyph) string {
	if shapes[g].double {
		return `"`
	}
	return "'"
}

// ruleOf returns the name of the rule that changes g.
func ruleOf(g glyph) string {
	if g == primeOne || g == primeTwo {
		return "prime"
	}
	return "mark"
}

// frenchExtent returns the extent of the guillemet p[i:i+n] with the space on
// its inner side.
func frenchExtent(p string, i, n int) (start, end int) {
	before, after := sideBefore(p[:i]), sideAfter(p[i+n:])
	switch g, _ := glyphAt(p, i); {
	case after == space && before <= space && shapes[g].lean == opens,
		after == space && before == opener:
		return i, i + n + spaceAt(p[i+n:])
	case before == space && (after != letter && after != digit) && shapes[g].lean == closes:
		return i - spaceBefore(p[:i]), i + n
	}
	return i, i + n
}

// spaceAt returns the length of the one space that s begins with, 0 for none.
func spaceAt(s string) int {
	for _, sp := range innerSpaces {
		if strings.HasPrefix(s, sp) {
			return len(sp)
		}
	}
	return 0
}

// spaceBefore returns the length of the one space that s ends with, 0 for none.
func spaceBefore(s string) int {
	for _, sp := range innerSpaces {
		if strings.HasSuffix(s, sp) {
			return len(sp)
		}
	}
	return 0
}

// innerSpaces stand inside guillemets: plain, no-break and narrow no-break.
var innerSpaces = [...]string{" ", "\u00A0", "\u202F"}

// dotsAt returns the length of the spaced dots that an ellipsis is written with
// at p[i:], ". . ." or ". . . .", 0 where there are none. Dots without spaces
// between them count from three.
func dotsAt(p string, i int) int {
	if p[i] != '.' || i > 0 && p[i-1] == '.' || strings.HasSuffix(p[:i], "…") {
		return 0
	}
	tight, end := 1, i+1
	for end < len(p) && p[end] == '.' {
		tight++
		end++
	}
	n := tight
	if tight == 1 {
		for n < 5 {
			gap := dotSpace(p[end:])
			if gap == 0 || end+gap >= len(p) || p[end+gap] != '.' {
				break
			}
			end += gap + 1
			n++
		}
	}
	if n != 3 && n != 4 || end < len(p) && p[end] == '.' || strings.HasPrefix(p[end:], "…") {
		return 0
	}
	return end - i
}

// dotSpace returns the length of the one space that s begins with.
func dotSpace(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case ' ', '\u00A0', '\u2009', '\u200A', '\u202F':
		return n
	}
	return 0
}

// dotCount counts the dots of s.
func dotCount(s string) int { return strings.Count(s, ".") }

// A speller gives paragraphs curly marks in one style.
type speller struct {
	pairer
	style style
	again []Edit
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

// replaced returns p with edits, whose offsets count from base before p.
func replaced(p string, edits []Edit, base int) string {
	var b strings.Builder
	done := 0
	for _, e := range edits {
		b.WriteString(p[done : e.Start-base])
		b.WriteString(e.New)
		done = e.End - base
	}
	b.WriteString(p[done:])
	return b.String()
}

// curl appends the edits that give paragraph p the marks of the style.
func (x *speller) curl(dst []Edit, p string, base int) []Edit {
	put := func(start, end int, s, rule string) {
		if p[start:end] != s {
			dst = append(dst, Edit{Start: base + start, End: base + end, New: s, Rule: rule})
		}
	}
	done := 0
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
	double := shapes[m.glyph].double
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

// inside returns the space inside a guillemet where gap stands now.
func inside(gap string) string {
	if gap == "\u202F" {
		return gap
	}
	return "\u00A0"
}

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
	marks := x.marksOf(p)
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
