package quote

import (
	"strings"
	"unicode/utf8"

	"example.org/newstext/quote/internal/surprise"
)

// A run is sequences that follow each other, decoded.
type run struct {
	start, end int
	text       string
	gain       int  // how much less surprising the text is
	whole      bool // has a sequence of which nothing is lost
}

// soundMarks came through the damage that a text is suspected of.
const soundMarks = "‘’“”–—"

// A verdict is what a page has to say about the damage of a text.
type verdict struct {
	page     *codePage
	bit      pageSet // of the page
	runs     []run   // that are damage
	sum      int     // of what they gain
	proof    bool    // they prove that the text was read on the page
	lossless bool    // all first bytes of characters have the others behind them
}

// judge returns the verdict of p on text. It takes a certain run to believe others.
func (p *codePage) judge(text string, known bool) (v verdict) {
	runs, lossless := p.runs(text, false)
	alone := len(runs) == 1 && isLetter(runs[0].text) &&
		strings.ContainsAny(text[:runs[0].start]+text[runs[0].end:], soundMarks)
	v.lossless = lossless
	for _, r := range runs {
		v.proof = v.proof || r.whole && !alone && r.gain >= p.needed(text, r)
	}
	if known = (known || v.proof) && !p.mostlySound(text, runs); known && !lossless {
		runs, _ = p.runs(text, true)
	}
	for _, r := range runs {
		least := guessed
		switch {
		case !known && alone:
			continue
		case !known:
			least = p.needed(text, r)
		case r.whole:
			least = likely
		}
		if r.gain >= least && !mentioned(text, r) {
			v.runs = append(v.runs, r)
		}
	}
	return v
}

// readsLike reports whether p reads text as one of the pages before it did that
// need no more evidence.
func (p *codePage) readsLike(before pageSet, text string) bool {
	for i, q := range codePages() {
		if before&(1<<i) != 0 && q.doubt <= p.doubt && q.sameBytes(p, text) {
			return true
		}
	}
	return false
}

// sameBytes reports whether p and q have the same bytes for all of text.
func (p *codePage) sameBytes(q *codePage, text string) bool {
	for i := 0; i < len(text); {
		if i += asciiPrefix(text[i:]); i == len(text) {
			break
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if p.byteOf(r) != q.byteOf(r) {
			return false
		}
		i += n
	}
	return true
}

// mostlySound reports whether most of what damage on p consists of is not in the
// runs. Then what is damaged must show it by itself, or В and a space in Russian
// would be taken for a lost no-break space.
func (p *codePage) mostlySound(text string, runs []run) bool {
	inside, outside := 0, 0
	for _, r := range runs {
		inside += utf8.RuneCountInString(text[r.start:r.end])
	}
	for i := 0; i < len(text); {
		if i += asciiPrefix(text[i:]); i == len(text) {
			break
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if p.byteOf(r) != 0 {
			outside++
		}
		i += n
	}
	return outside-inside > 2*inside+4
}

// needed returns the gain from which r is believed by itself.
func (p *codePage) needed(text string, r run) int {
	least := certain + p.doubt
	if !surprise.Ordinary(r.text) {
		least += odd
	}
	if isLetter(r.text) && !surprise.Latin(r.text) {
		least += stray
	}
	if isSign(text[max(0, r.start-1)]) || isSign(text[min(len(text)-1, r.end)]) {
		least += drawn
	}
	return least
}

// isSign reports whether drawings of ASCII and emoticons are made of b.
func isSign(b byte) bool { return strings.IndexByte("`^~*=|\\<>+_", b) >= 0 }

// runs returns the runs of text on p. Without lossy, only marks may have lost a
// byte: a lone â€ is never writing; it tells whether there was nothing else that
// could be a lost one.
func (p *codePage) runs(text string, lossy bool) (runs []run, lossless bool) {
	x := runDecoder{page: p, text: text, lossy: lossy, blank: lossBlank}
	if lossy {
		x.blank = p.blankCost(text)
	}
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		c, n := utf8.DecodeRuneInString(text[i:])
		if !isLead(p.byteOf(c)) {
			i += n
		} else if r := x.run(i); r.end > i {
			runs = append(runs, r)
			i = r.end
		} else {
			i += n
		}
	}
	return runs, !x.losses
}

// mentioned reports whether a run stands by itself between quote marks, the last of
// which belongs to it: the text speaks of damage.
func mentioned(text string, r run) bool {
	return strings.HasSuffix(text[:r.start], "“") && strings.HasSuffix(text[:r.end], "”")
}
