package quote

import (
	"slices"
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

// explains reports whether all characters of text beyond ASCII are in the runs, and
// there are some.
func (v verdict) explains(text string) bool {
	end := 0
	for _, r := range v.runs {
		if end+asciiPrefix(text[end:]) < r.start {
			return false
		}
		end = r.end
	}
	return end > 0 && end+asciiPrefix(text[end:]) == len(text)
}

// judge returns the verdict of p on text. It takes a certain run to believe others.
func (p *codePage) judge(text string, known bool) (v verdict) {
	runs, lossless := p.runs(text, false)
	v.lossless = lossless
	alone := len(runs) == 1 && isLetter(runs[0].text) &&
		strings.ContainsAny(text[:runs[0].start]+text[runs[0].end:], soundMarks)
	for _, r := range runs {
		v.proof = v.proof || r.whole && !alone && r.gain >= p.needed(text, r)
	}
	if (known || v.proof) && !p.mostlySound(text, runs) {
		all := runs
		if !lossless {
			all, _ = p.runs(text, true)
		}
		for _, r := range all {
			if r.gain >= guessed && (!r.whole || r.gain >= likely) && !mentioned(text, r) {
				v.runs = append(v.runs, r)
			}
		}
	}
	if len(v.runs) == 0 && !alone { // as if nothing had been repaired yet
		for _, r := range runs {
			if r.gain >= p.needed(text, r) && !mentioned(text, r) {
				v.runs = append(v.runs, r)
			}
		}
	}
	v.sum = -p.doubt
	if known {
		v.sum += history
	}
	for _, r := range v.runs {
		v.sum += r.gain
	}
	return v
}

// readsLike reports whether p reads text as one of the pages before it did that
// need no more evidence. Of before, lossless ones did without guessing at bytes.
func (p *codePage) readsLike(before, lossless pageSet, text string) bool {
	for i, q := range codePages() {
		bit := pageSet(1) << i
		if before&bit != 0 && q.doubt <= p.doubt && (lossless&bit != 0 || q.losesMore(p)) && q.sameBytes(p, text) {
			return true
		}
	}
	return false
}

// losesMore reports whether p has no character for the bytes for which q has none.
func (p *codePage) losesMore(q *codePage) bool {
	for _, b := range q.gaps {
		if !slices.Contains(p.gaps, b) {
			return false
		}
	}
	return true
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
