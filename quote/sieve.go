package quote

import (
	"math/bits"
	"slices"
	"unicode/utf8"

	"example.org/newstext/internal/chunk"
)

// What makes a byte a stop, a bit for each reason.
const (
	byItself   uint8 = 1 << iota // & ? ` and controls
	beginsRun                    // of characters that are not ASCII
	besideMark                   // ' before another mark
	spacedDot                    // . before a space and another
	oddDot                       // . before a character that is not ASCII
)

// reasons tells what a byte at some place, and those around it, are reasons for.
var reasons = func() (t struct{ before, at, next, third [256]uint8 }) {
	for c := range 256 {
		t.before[c] = ^beginsRun
		t.next[c] = byItself | beginsRun
		t.third[c] = ^spacedDot
		switch {
		case c >= utf8.RuneSelf:
			t.at[c] = beginsRun
			t.next[c] |= oddDot
		case c < ' ' && c != '\n' && c != '\t':
			t.at[c] = byItself
		}
		if c < utf8.RuneSelf {
			t.before[c] |= beginsRun
		}
		if leads[c] {
			t.next[c] |= besideMark
		}
	}
	for _, c := range "&?`\x7F" {
		t.at[c] = byItself
	}
	t.at['\''] = besideMark
	t.at['.'] = spacedDot | oddDot
	t.next[' '] |= spacedDot
	t.third['.'] |= spacedDot
	return t
}()

// isStop returns 0 unless at is a stop between the bytes around it.
func isStop(before, at, next, third byte) uint8 {
	return reasons.before[before] & reasons.at[at] & reasons.next[next] & reasons.third[third]
}

// sift appends to stops the places where Repaired, Clean or Straight may change
// text: one scan serves all three, which look at nothing else. Of characters that
// stand together and are not ASCII only the first is a stop.
func sift(stops []int32, text string) []int32 {
	stops = siftBytes(stops, text, 0, min(1, len(text)))
	i := 1
	for ; i+chunk.Size+2 <= len(text); i += chunk.Size {
		found := suspects(chunk.Load(text[i:]))
		if found == 0 {
			continue
		}
		// Whether a suspect is a stop cannot be foreseen: it is written down first,
		// and then kept or not without a branch.
		n := len(stops)
		stops = slices.Grow(stops, chunk.Size)[:n+chunk.Size]
		near := text[i-1 : i+chunk.Size+2]
		for ; found != 0; found &= found - 1 {
			k := bits.TrailingZeros64(found) / 8
			stops[n] = int32(i + k)
			n += (int(isStop(near[k], near[k+1], near[k+2], near[k+3])) + 0xFF) >> 8
		}
		stops = stops[:n]
	}
	return siftBytes(stops, text, i, len(text))
}

// siftBytes is sift for text[start:end], which may be where the text begins or
// ends.
func siftBytes(stops []int32, text string, start, end int) []int32 {
	around := func(i int) byte {
		if i < 0 || i >= len(text) {
			return '\n'
		}
		return text[i]
	}
	for i := start; i < end; i++ {
		if isStop(around(i-1), text[i], around(i+1), around(i+2)) != 0 {
			stops = append(stops, int32(i))
		}
	}
	return stops
}

// resift appends to dst the stops of text, which edits have made of one that had
// the given stops.
func resift(dst, stops []int32, edits []Edit, text string) []int32 {
	shift, done := 0, 0
	for _, e := range edits {
		start := max(done, e.Start+shift-2)
		for ; len(stops) > 0 && int(stops[0])+shift < start; stops = stops[1:] {
			dst = append(dst, stops[0]+int32(shift))
		}
		shift += len(e.New) - (e.End - e.Start)
		done = min(len(text), e.End+shift+1)
		dst = siftBytes(dst, text, start, done)
		for len(stops) > 0 && int(stops[0])+shift < done {
			stops = stops[1:]
		}
	}
	for _, at := range stops {
		dst = append(dst, at+int32(shift))
	}
	return dst
}

// suspects returns the high bits of the bytes of w that may be stops: of those
// that are not printable ASCII, and of & ' . / 6 7 > ? and `.
func suspects(w uint64) uint64 {
	low := w &^ chunk.High
	// A sum has its high bit unless the byte is a control, a sign that differs from
	// & in no bit that counts, a backtick.
	sums := (low + (0x80-' ')*chunk.Each) &
		((w&(0x66*chunk.Each) ^ '&'*chunk.Each) + 0x7F*chunk.Each) &
		((low ^ '`'*chunk.Each) + 0x7F*chunk.Each)
	return (^sums | (low + chunk.Each) | w) & chunk.High
}

// A cursor moves forward over a text by its stops.
type cursor struct {
	text  string
	stops []int32 // those before the last place asked for are gone
}

// from returns the first place from i on where text may have to change, its
// length where there is none.
func (c *cursor) from(i int) int {
	if i < len(c.text) && c.text[i] >= utf8.RuneSelf {
		return i
	}
	for ; len(c.stops) > 0; c.stops = c.stops[1:] {
		if at := int(c.stops[0]); at >= i {
			return at
		}
	}
	return len(c.text)
}
