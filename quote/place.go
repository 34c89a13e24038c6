package quote

import (
	"math"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/newstext/internal/chunk"
)

// places finds where a word stands in a text. Capitalized words, which most that
// are asked for are, are indexed by their first two letters, as far as the text
// was asked for.
type places struct {
	text  string
	done  int            // text[:done] is indexed
	index []place        // in order
	heads [1 << 10]int32 // 1 + index of the last word that begins with two letters; 0: none
	hits  []int
}

// reset forgets the text and keeps the memory.
func (p *places) reset() {
	if p.done > 0 {
		clear(p.heads[:])
	}
	p.text, p.done, p.index, p.hits = "", 0, p.index[:0], p.hits[:0]
}

// A place is where a capitalized word begins.
type place struct {
	at     int32
	before int32 // as in heads: the last word before it that begins with the same letters
}

// indexable is the length of the text that is indexed.
const indexable = math.MaxInt32

// head returns the index into heads of the words that begin as s does.
func head(s string) int { return int(s[0]&31)<<5 | int(s[1]&31) }

// extend indexes the words that begin in text[:end], and some after them.
func (p *places) extend(end int) {
	text, index := p.text, p.index
	for ; p.done < end; p.done += stretch {
		for left := capitals(text, p.done); left != 0; left &= left - 1 {
			at := p.done + bits.TrailingZeros64(left)
			if at+1 < len(text) && beginsName(text, at) {
				h := &p.heads[head(text[at:])]
				index = append(index, place{at: int32(at), before: *h})
				*h = int32(len(index))
			}
		}
	}
	p.index = index
}

// of returns where w may stand as a word in text[start:end], in order, good until
// the next call. It takes time in proportion to end-start.
func (p *places) of(w string, start, end int) []int {
	if len(w) < 2 || !beginsName(w, 0) || end > indexable {
		return p.all(w, start, end)
	}
	p.hits = p.hits[:0]
	p.extend(end)
	for k := p.heads[head(w)]; k > 0; k = p.index[k-1].before {
		at := int(p.index[k-1].at)
		if at < start {
			break
		}
		if at+len(w) <= end && p.text[at:at+len(w)] == w {
			p.hits = append(p.hits, at)
		}
	}
	slices.Reverse(p.hits)
	return p.hits
}

// all returns where w stands in text[start:end], within words too, in order, good
// until the next call.
func (p *places) all(w string, start, end int) []int {
	p.hits = p.hits[:0]
	for {
		k := strings.Index(p.text[start:end], w)
		if k < 0 {
			return p.hits
		}
		p.hits = append(p.hits, start+k)
		start += k + len(w)
	}
}

// stretch is how much of a text capitals looks at, in bytes.
const stretch = 8 * chunk.Size

// capitals returns a bit for each of the bytes of text from i on that may be a
// capital letter: all that are, @[\]^_, and those that begin a character which is
// not ASCII.
func capitals(text string, i int) (set uint64) {
	if i+stretch > len(text) {
		for k := 0; k < len(text)-i; k += chunk.Size {
			set |= chunk.Bits(mayBeCapital(chunk.At(text, i+k))) << k
		}
		return set
	}
	text = text[i : i+stretch]
	for k := 0; k < stretch; k += chunk.Size {
		set |= chunk.Bits(mayBeCapital(chunk.Load(text[k:]))) << k
	}
	return set
}

// mayBeCapital does so for the bytes of w.
func mayBeCapital(w uint64) uint64 { return w << 1 &^ (w << 2 &^ w) }

// beginsName reports whether a capital letter that begins a word stands at s[i].
func beginsName(s string, i int) bool {
	if c := s[i]; c < utf8.RuneSelf {
		return c-'A' < 26 && (i == 0 || !letterByte(s[i-1]))
	}
	return isCapital(s[i:])
}

// isCapital reports whether s, which does not begin with ASCII, begins with a
// capital letter.
func isCapital(s string) bool {
	if s[0] < 0xC3 || s[0] == 0xE2 && len(s) > 1 && s[1] == 0x80 {
		return false // a byte within a character, or punctuation
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
