package quote

import (
	"encoding/binary"
	"math/bits"
	"strings"
	"unicode/utf8"
	"unsafe"

	"example.org/newstext/internal/chunk"
)

// firstSpelling returns the index of the first byte of s that a form of marks
// may change.
func firstSpelling(s string) int {
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	i := 0
	for ; i+16 <= len(b); i += 16 {
		v, w := binary.LittleEndian.Uint64(b[i:]), binary.LittleEndian.Uint64(b[i+8:])
		v, w = spellings(v), spellings(w)
		if v|w == 0 {
			continue
		}
		for at := i; at <= i+8; at += 8 {
			for ; v != 0; v &= v - 1 {
				if k := at + bits.TrailingZeros64(v)/8; leads[s[k]] || s[k] == '.' && beginsDots(s, k) {
					return k
				}
			}
			v = w
		}
	}
	for ; i < len(b); i++ {
		if leads[s[i]] || s[i] == '.' && beginsDots(s, i) {
			return i
		}
	}
	return len(s)
}

// spellings returns a word with the high bit of each byte of w that is not
// ASCII, a straight mark, a backtick or a dot, and of some others: # & * + /
// differ from marks and dots in the bits that do not count.
func spellings(w uint64) uint64 {
	return (w | holds(w&^(0x0D*chunk.Each), '"') | holds(w, '`')) & chunk.High
}

// beginsDots reports whether spaced dots begin with the one at s[i]. Most dots
// end a sentence, which is seen at once.
func beginsDots(s string, i int) bool {
	if i+2 >= len(s) {
		return false
	}
	switch next := s[i+1]; {
	case next == ' ':
		return s[i+2] == '.' && dotsAt(s, i) > 0
	case next == '.', next >= utf8.RuneSelf:
		return dotsAt(s, i) > 0
	}
	return false
}

// straighten appends the edits that give text straight marks. It looks no further
// than a word.
func straighten(dst []Edit, text string, stops []int32, base int) []Edit {
	c := cursor{text, stops}
	for i := c.from(0); i < len(text); {
		start, end, s, rule := straightAt(text, i)
		if start < i && len(dst) > 0 {
			last := dst[len(dst)-1]
			gone := last.End > base+start                                // the space before it
			apart := last.End == base+start && s == "'" && last.New == s // or they would be a double mark
			if gone || apart {
				start = i
			}
		}
		if rule != "" && text[start:end] != s {
			dst = append(dst, Edit{Start: base + start, End: base + end, New: s, Rule: rule})
		}
		i = c.from(end)
	}
	return dst
}

// straightAt returns what Straight writes for the marks or dots at p[i:], where
// p[start:end] stands, and the rule that asks for it; no rule for anything else.
func straightAt(p string, i int) (start, end int, s, rule string) {
	g, n := glyphAt(p, i)
	start, end = i, i+n
	switch {
	case g != noGlyph:
	case p[i] == '.':
		if n := dotsAt(p, i); n > 0 {
			return i, i + n, "...."[:dotCount(p[i:i+n])], "ellipsis"
		}
		return i, i + 1, "", ""
	case strings.HasPrefix(p[i:], "…"):
		return i, i + len("…"), "...", "ellipsis"
	default:
		_, n := utf8.DecodeRuneInString(p[i:])
		return i, i + n, "", ""
	}
	if shapes[g].family == french {
		start, end = frenchExtent(p, i, n)
		if single(g) && singleBefore(p[:start]) {
			start = i
		}
	}
	if single(g) {
		if n := nextSingle(p, end); n > 0 {
			return start, end + n, `"`, "mark"
		}
	}
	return start, end, straightOf(g), ruleOf(g)
}

// nextSingle returns the length of the single mark at p[i:], 0 for none.
func nextSingle(p string, i int) int {
	if i == len(p) || !leads[p[i]] {
		return 0
	}
	g, n := glyphAt(p, i)
	switch {
	case g == texClose || g == texOpen:
		return 1
	case single(g):
		return n
	}
	return 0
}

// singleBefore reports whether s ends with a single mark. A space between two of
// them stays, or they would be taken for a double one.
func singleBefore(s string) bool {
	if s == "" {
		return false
	}
	_, n := utf8.DecodeLastRuneInString(s)
	g, _ := glyphAt(s, len(s)-n)
	return single(g)
}

// single reports whether g is a single mark that could be half of a double one.
func single(g glyph) bool {
	return g != noGlyph && !shapes[g].double
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
