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

// stretch is how much of a text is indexed at a time, in bytes.
const stretch = 512

// extend indexes the words that begin in text[:end], and some after them.
func (p *places) extend(end int) {
	if p.done >= end {
		return
	}
	end = min(len(p.text), end+stretch)
	c := capitalsIn(p.text, p.done, end)
	for at := c.next(); at < end; at = c.next() {
		if at+1 < len(p.text) {
			h := &p.heads[head(p.text[at:])]
			p.index = append(p.index, place{at: int32(at), before: *h})
			*h = int32(len(p.index))
		}
	}
	p.done = end
}

// of returns where w may stand as a word in text[start:end], in order, good until
// the next call. It takes time in proportion to end-start.
func (p *places) of(w string, start, end int) []int {
	p.hits = p.hits[:0]
	if len(w) < 2 || !beginsName(w, 0) || end > indexable {
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

// capitals walks over the capital letters of text[:end] that begin a word.
type capitals struct {
	text   string
	end    int
	at     int    // the eight bytes after those at hand begin here
	left   uint64 // the high bit of each byte of those at hand that may be one
	letter uint64 // the high bit of the first byte if the byte before at is a letter
}

// capitalsIn returns the capitals of text[start:end].
func capitalsIn(text string, start, end int) capitals {
	c := capitals{text: text, at: start, end: end}
	if start > 0 && letterByte(text[start-1]) {
		c.letter = 0x80
	}
	return c
}

// next returns the index of the next capital, end where none is left.
func (c *capitals) next() int {
	for {
		for ; c.left != 0; c.left &= c.left - 1 {
			at := c.at - 8 + bits.TrailingZeros64(c.left)/8
			if c.text[at] < utf8.RuneSelf || isCapital(c.text[at:c.end]) {
				c.left &= c.left - 1
				return at
			}
		}
		if c.at+8 > c.end {
			break
		}
		w := load(c.text[c.at:])
		letters := letterBytes(w)
		c.left = letters&^(w<<2)&^(letters<<8|c.letter) | w&(w<<1)&highBits
		c.letter = letters >> 56
		c.at += 8
	}
	for ; c.at < c.end; c.at++ {
		if beginsName(c.text[:c.end], c.at) {
			c.at++
			return c.at - 1
		}
	}
	return c.end
}

// letterBytes returns the high bit of each byte of w that is an ASCII letter.
func letterBytes(w uint64) uint64 {
	const toZ, toA = 0x7F - 'z', 0x80 - 'a' // what lifts a byte after z, or from a on, to 0x80
	lower := (w | 0x20*lowBits) &^ highBits
	return (lower + toA*lowBits) &^ (lower + toZ*lowBits) &^ w & highBits
}

// beginsName reports whether a capital letter that begins a word stands at s[i].
func beginsName(s string, i int) bool {
	if c := s[i]; c < utf8.RuneSelf {
		return c-'A' < 26 && (i == 0 || !letterByte(s[i-1]))
	}
	return isCapital(s[i:])
}

// isCapital reports whether s begins with a capital letter that is not ASCII.
func isCapital(s string) bool {
	if s[0] < 0xC3 || s[0] == 0xE2 && len(s) > 1 && s[1] == 0x80 {
		return false // a byte within a character, or punctuation
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
