package quote

import (
	"iter"
	"slices"
)

// A Form is one spelling of a text. Forms are applied in the order of their
// constants where a text needs several: damaged bytes before marks, marks
// before punctuation.
type Form uint8

const (
	// Repaired is text whose bytes were decoded right: â€™ is ’ again.
	Repaired Form = iota
	// Clean is text without what nobody sees: composed letters, plain spaces,
	// no soft hyphens, ligatures, full-width Latin or controls.
	Clean
	// Straight has " and ' for every style of mark.
	Straight
	// Curly has “ ” and ‘ ’, the English way, ’ for apostrophes and … for three
	// dots.
	Curly
	// CurlyDE has „ “ and ‚ ‘, the German way.
	CurlyDE
	// CurlyFR has « » with no-break spaces inside, the French way.
	CurlyFR
	// CurlySV has ” ” and ’ ’, the Swedish way.
	CurlySV
	// American has commas and full stops before a closing mark.
	American
	// Logical has commas and full stops after a closing mark, save those that
	// belong to what is quoted.
	Logical
)

// An editor appends to dst the edits of one paragraph, in order and without
// overlap. Offsets count from the start of the text, in which the paragraph
// starts at base. The editor of a form that looks near takes several, too.
type editor func(dst []Edit, paragraph string, base int) []Edit

// editor returns the editor of f for a text that begins with head: its first
// headLen bytes, or all of a shorter one.
func (f Form) editor(head string) editor {
	switch f {
	case Repaired:
		return newRepairer(head).edits
	case Clean, Straight:
		return sifting(f.near())
	case Curly:
		return newSpeller(englishStyle)
	case CurlyDE:
		return newSpeller(germanStyle)
	case CurlyFR:
		return newSpeller(frenchStyle)
	case CurlySV:
		return newSpeller(swedishStyle)
	case American, Logical:
		return newPunctuator(f == Logical)
	}
	panic("quote: unknown Form")
}

// A nearEditor is the editor of a form that looks near, for a text that is
// sifted.
type nearEditor func(dst []Edit, text string, stops []int32, base int) []Edit

// near returns the editor of a form that looks near; nil for the others.
func (f Form) near() nearEditor {
	switch f {
	case Clean:
		return tidy
	case Straight:
		return straighten
	}
	return nil
}

// sifting returns edit for a text that is not sifted yet.
func sifting(edit nearEditor) editor {
	var stops []int32
	return func(dst []Edit, text string, base int) []Edit {
		stops = sift(stops[:0], text)
		return edit(dst, text, stops, base)
	}
}

// first returns the index of the first byte of s that could take part in an
// edit of f, len(s) where there is none. Paragraphs before it are skipped.
func (f Form) first(s string) int {
	switch f {
	case Repaired:
		return firstDamage(s)
	case Clean:
		return firstUntidy(s)
	case American, Logical:
		return firstMark(s)
	}
	return firstSpelling(s)
}

// looksNear reports whether what f changes depends on a few characters around it,
// never beyond an end of a line.
func (f Form) looksNear() bool { return f.near() != nil }

// needsHead reports whether the editor of f looks at the head of the text.
func (f Form) needsHead() bool { return f == Repaired }

// String returns s in form f; s itself, without an allocation, where nothing
// changes.
func (f Form) String(s string) string {
	if f.first(s) == len(s) {
		return s
	}
	return apply(s, []Form{f}, nil)
}

// AppendString appends s in form f to dst and returns the extended slice.
func (f Form) AppendString(dst []byte, s string) []byte {
	dst = slices.Grow(dst, len(s))
	done := 0
	for c := f.over(s); c.next(); {
		for _, e := range c.edits {
			dst = append(dst, s[done:e.Start]...)
			dst = append(dst, e.New...)
			done = e.End
		}
	}
	return append(dst, s[done:]...)
}

// Edits returns what f changes in s, in order. No two edits overlap. A caller
// who stops early saves the rest of the work.
func (f Form) Edits(s string) iter.Seq[Edit] {
	return func(yield func(Edit) bool) {
		for c := f.over(s); c.next(); {
			for _, e := range c.edits {
				if !yield(e) {
					return
				}
			}
		}
	}
}
