package quote

import (
	"slices"
	"strings"
	"sync"
)

// Apply returns s in the given forms, applied one after the other, with the map
// between the offsets of s and those of the result.
func Apply(s string, forms ...Form) (string, Map) {
	var m Map
	for len(forms) > 0 {
		n := 1 // a form that looks at the head must have all of its text
		for n < len(forms) && !forms[n].needsHead() {
			n++
		}
		s = apply(s, forms[:n], &m)
		forms = forms[n:]
	}
	return s, m
}

// apply returns s in forms and adds what they changed to m, unless it is nil.
func apply(s string, forms []Form, m *Map) string {
	a := appliers.Get().(*applier)
	s = a.apply(s, forms, m)
	if max(cap(a.edits), cap(a.stops), cap(a.spare[0]), cap(a.spare[1])) <= 2*pieceMax {
		appliers.Put(a)
	}
	return s
}

// An applier applies several forms to a text, a piece at a time, so that one scan
// serves them all and only what the last makes is kept.
type applier struct {
	forms   []applied
	text    string
	done    int             // of text, before the piece at hand
	rest    int             // behind it
	out     strings.Builder // what text[:done] became, once something changed
	changed bool
	near    bool // one of the forms looks near
	mapped  bool // the layers are wanted

	stops []int32 // of the piece as it is now
	old   []int32 // memory for those of the next
	edits []Edit
	spare [2][]byte // what forms before the last make of a piece, in turn
}

// applied is a form with what it has done so far.
type applied struct {
	walk           changes // over a piece
	source, result int     // lengths of the pieces before and after
	layer          layer
}

// appliers keeps the memory of one call of Apply for another.
var appliers = sync.Pool{New: func() any { return &applier{} }}

// apply is the function apply.
func (a *applier) apply(s string, forms []Form, m *Map) string {
	a.text, a.done, a.changed = s, 0, false
	a.near, a.mapped = false, m != nil
	for _, f := range forms {
		a.near = a.near || f.looksNear()
		a.forms = append(a.forms, applied{walk: f.over(s)})
	}
	for a.done < len(s) {
		end := pieceEnd(s, a.done)
		a.rest = len(s) - end
		a.piece(s[a.done:end])
		a.done = end
	}
	for _, f := range a.forms {
		if len(f.layer) > 0 {
			m.layers = append(m.layers, f.layer)
		}
	}
	if a.changed {
		s = a.out.String()
	}
	clear(a.forms)
	a.forms, a.text, a.out = a.forms[:0], "", strings.Builder{}
	return s
}

const (
	pieceLen = 2 << 10  // a piece is longer than this
	pieceMax = 16 << 10 // and sifted unless it is longer than this
)

// pieceEnd returns the end of the piece that begins at start: that of a paragraph
// which a blank line ends, or of the text.
func pieceEnd(text string, start int) int {
	if len(text)-start <= 2*pieceLen {
		return len(text)
	}
	begun := false // a line has, at line
	for line := start + pieceLen; ; begun = true {
		n := strings.IndexByte(text[line:], '\n')
		if n < 0 {
			return len(text)
		}
		end := line + n + 1
		if begun && blank(text[line:end]) {
			return end
		}
		line = end
	}
}

// piece applies the forms to the next piece.
func (a *applier) piece(text string) {
	// A form by itself is quicker to see that nothing concerns it.
	idle := len(a.forms) == 1 && a.forms[0].walk.form.first(text) == len(text)
	sifted := a.near && !idle && len(text) <= pieceMax
	if sifted {
		a.stops = sift(a.stops[:0], text)
	}
	changed := false
	for k := range a.forms {
		f := &a.forms[k]
		a.edits = a.edits[:0]
		if !idle {
			a.edits = f.edits(a.edits, text, a.stops, sifted)
		}
		before := len(text)
		if len(a.edits) > 0 {
			text = a.rewrite(f, text, sifted && k+1 < len(a.forms))
			changed = true
		}
		f.source += before
		f.result += len(text)
	}
	if changed && !a.changed {
		a.changed = true
		a.out.Grow(a.done + len(text) + a.rest + a.rest/16)
		a.out.WriteString(a.text[:a.done])
	}
	if a.changed {
		a.out.WriteString(text)
	}
}

// rewrite returns what the edits of f make of a piece, good until the one after
// the next, with its stops if they are wanted.
func (a *applier) rewrite(f *applied, piece string, stops bool) string {
	if a.mapped {
		f.note(a.edits, len(piece), a.rest)
	}
	a.spare[0], a.spare[1] = a.spare[1], appendReplaced(a.spare[0][:0], piece, a.edits, 0)
	result := view(a.spare[1])
	if stops {
		a.old, a.stops = a.stops, resift(a.old[:0], a.stops, a.edits, result)
	}
	clear(a.edits)
	return result
}

// edits appends to dst what the form changes in a piece; stops are good if it is
// sifted.
func (f *applied) edits(dst []Edit, piece string, stops []int32, sifted bool) []Edit {
	c := &f.walk
	if sifted {
		if edit := c.form.near(); edit != nil {
			return edit(dst, piece, stops, 0)
		}
		if c.form == Repaired && !hasDamage(piece, stops) {
			return dst
		}
	}
	for c.text, c.start = piece, 0; c.next(); {
		dst = append(dst, c.edits...)
	}
	return dst
}

// note adds the edits of a piece to the layer, after which rest bytes follow.
func (f *applied) note(edits []Edit, piece, rest int) {
	if n := len(f.layer) + len(edits); n > cap(f.layer) {
		// As many may follow, for their bytes, as there were so far.
		more := float64(n) * min(3, 1.25*float64(rest)/float64(f.source+piece))
		f.layer = slices.Grow(f.layer, len(edits)+int(more))
	}
	shift := f.result - f.source
	for _, e := range edits {
		start, end := f.source+e.Start, f.source+e.End
		f.layer = append(f.layer, change{span{start, end}, span{start + shift, start + shift + len(e.New)}})
		shift += len(e.New) - (end - start)
	}
}
