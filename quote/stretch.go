package quote

import (
	"encoding/binary"
	"unsafe"

	"example.org/newstext/internal/chunk"
)

// stretch is how much of a text is looked at in one go for what is rare in it, in
// bytes: as many as a number has bits.
const stretch = 8 * chunk.Size

// A window is a stretch of a text.
type window [stretch]byte

// at returns the eight bytes of w from i on.
func (w *window) at(i int) uint64 { return binary.LittleEndian.Uint64(w[i : i+chunk.Size]) }

// windowAt returns the stretch of text that begins at i or before, and how many of
// its bytes lie before i. A text shorter than a stretch is copied to short.
func windowAt(text string, i int, short *window) (w *window, before int) {
	switch n := len(text); {
	case i+stretch <= n:
		return (*window)(unsafe.Pointer(unsafe.StringData(text[i : i+stretch]))), 0
	case n >= stretch:
		return (*window)(unsafe.Pointer(unsafe.StringData(text[n-stretch:]))), i + stretch - n
	}
	copy(short[:], text[i:])
	return short, 0
}

// Of the two functions below, loops over the eight chunks of a stretch would be
// shorter and half as fast.

// capitals returns a bit for each of the bytes of text from i on, a stretch of
// them, that may be a capital letter: all that are, @[\]^_, and those that begin a
// character which is not ASCII.
func capitals(text string, i int) uint64 {
	var short window
	w, before := windowAt(text, i, &short)
	set := chunk.Bits(mayBeCapital(w.at(0))) | chunk.Bits(mayBeCapital(w.at(8)))<<8 |
		chunk.Bits(mayBeCapital(w.at(16)))<<16 | chunk.Bits(mayBeCapital(w.at(24)))<<24 |
		chunk.Bits(mayBeCapital(w.at(32)))<<32 | chunk.Bits(mayBeCapital(w.at(40)))<<40 |
		chunk.Bits(mayBeCapital(w.at(48)))<<48 | chunk.Bits(mayBeCapital(w.at(56)))<<56
	return set >> before
}

// mayBeCapital does so for the bytes of w.
func mayBeCapital(w uint64) uint64 { return w << 1 &^ (w << 2 &^ w) }

// markBytes returns a bit for each of the bytes of text from i on, a stretch of
// them, that may start a mark: for all that do, and for some others.
func markBytes(text string, i int) uint64 {
	var short window
	w, before := windowAt(text, i, &short)
	set := chunk.Bits(mayMark(w.at(0))) | chunk.Bits(mayMark(w.at(8)))<<8 |
		chunk.Bits(mayMark(w.at(16)))<<16 | chunk.Bits(mayMark(w.at(24)))<<24 |
		chunk.Bits(mayMark(w.at(32)))<<32 | chunk.Bits(mayMark(w.at(40)))<<40 |
		chunk.Bits(mayMark(w.at(48)))<<48 | chunk.Bits(mayMark(w.at(56)))<<56
	return set >> before
}

// mayMark does so for the bytes of w.
func mayMark(w uint64) uint64 {
	// Of " and ' the bits of a 5 are in the one but not in the other.
	return w | holds(w|5*chunk.Each, '\'') | holds(w, '`')
}

// holds returns a word in which the high bit of a byte is set if w has an ASCII
// byte c, and perhaps of bytes after it.
func holds(w uint64, c byte) uint64 {
	w ^= chunk.Each * uint64(c)
	return (w - chunk.Each) &^ w
}
