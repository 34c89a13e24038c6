package quote

import (
	"math"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
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

// head returns the index into heads of the words that begin with two letters.
func head(first, second byte) int { return int(first&31)<<5 | int(second&31) }

// extend indexes the words that begin in text[:end], and some after them.
func (p *places) extend(end int) {
	text, index, base := p.text, p.index, p.done
	for ; base < end; base += stretch {
		for left := capitals(text, base); left != 0; left &= left - 1 {
			at := base + bits.TrailingZeros64(left)
			if at+1 == len(text) || text[at]-'A' >= 26 && !isCapital(text, at) || at > 0 && letterByte(text[at-1]) {
				continue
			}
			h := &p.heads[head(text[at], text[at+1])]
			index = append(index, place{at: int32(at), before: *h})
			*h = int32(len(index))
		}
	}
	p.index, p.done = index, base
}

// of returns where w may stand as a word in text[start:end], in order, good until
// the next call. It takes time in proportion to end-start.
func (p *places) of(w string, start, end int) []int {
	if len(w) < 2 || !beginsName(w, 0) || end > indexable {
		return p.all(w, start, end)
	}
	p.hits = p.hits[:0]
	p.extend(end)
	for k := p.heads[head(w[0], w[1])]; k > 0; k = p.index[k-1].before {
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

// beginsName reports whether a capital letter that begins a word stands at s[i].
func beginsName(s string, i int) bool {
	return (s[i]-'A' < 26 || isCapital(s, i)) && (i == 0 || !letterByte(s[i-1]))
}

// isCapital reports whether a capital letter that is not ASCII stands at s[i].
func isCapital(s string, i int) bool {
	if s[i] < 0xC3 || s[i] == 0xE2 && i+1 < len(s) && s[i+1] == 0x80 {
		return false // ASCII, a byte within a character, or punctuation
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(r)
}
