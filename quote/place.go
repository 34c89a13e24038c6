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
	done  int // text[:done] is indexed
	index []place
	heads [1 << 10]int32 // 1 + index of the last word that begins with two letters; 0: none
	hits  []int
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

// extend indexes the words that begin in text[:end].
func (p *places) extend(end int) {
	if p.index == nil {
		p.index = make([]place, 0, min(len(p.text), 1<<20)/24+8)
	}
	for p.done < end {
		at := firstCapital(p.text, p.done, end)
		p.done = min(at+1, end)
		if at < end && at+1 < len(p.text) {
			h := &p.heads[head(p.text[at:])]
			p.index = append(p.index, place{at: int32(at), before: *h})
			*h = int32(len(p.index))
		}
	}
}

// of returns where w may stand as a word in text[start:end], in order, good until
// the next call. It takes time in proportion to end-start.
func (p *places) of(w string, start, end int) []int {
	p.hits = p.hits[:0]
	if len(w) < 2 || firstCapital(w, 0, len(w)) > 0 || end > indexable {
		return p.search(w, start, end)
	}
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

// search is of for words that are not indexed.
func (p *places) search(w string, start, end int) []int {
	for {
		k := strings.Index(p.text[start:end], w)
		if k < 0 {
			return p.hits
		}
		p.hits = append(p.hits, start+k)
		start += k + len(w)
	}
}

// firstCapital returns the index of the first capital letter in s[i:end] that
// begins a word, end for none.
func firstCapital(s string, i, end int) int {
	for ; i+8 <= end; i += 8 {
		for left := mayBeCapital(load(s[i:])); left != 0; left &= left - 1 {
			if at := i + bits.TrailingZeros64(left)/8; beginsName(s, at, end) {
				return at
			}
		}
	}
	for ; i < end; i++ {
		if beginsName(s, i, end) {
			return i
		}
	}
	return end
}

// beginsName reports whether a capital letter that begins a word stands at s[i].
func beginsName(s string, i, end int) bool {
	c := s[i]
	if c < utf8.RuneSelf {
		return c-'A' < 26 && (i == 0 || !letterByte(s[i-1]))
	}
	if c < 0xC3 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:end])
	return unicode.IsUpper(r)
}

// mayBeCapital returns a word with the high bit of each byte of w that is a
// capital letter, one of @[\]^_ or not ASCII.
func mayBeCapital(w uint64) uint64 {
	return (w<<1&^(w<<2) | w) & highBits
}
