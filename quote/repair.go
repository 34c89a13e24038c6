package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/newstext/quote/internal/surprise"
)

// Evidence is counted in units of [surprise.Unit], tenths of a bit.
const (
	certain = 12 * surprise.Unit // a run that is believed by itself
	odd     = 60 * surprise.Unit // and more if it gives nothing that news is made of
	stray   = 15 * surprise.Unit // or is a single letter that is not Latin
	drawn   = 40 * surprise.Unit // or stands among what emoticons are made of
	likely  = -2 * surprise.Unit // a run that is believed on a page known to be damaged
	guessed = -5 * surprise.Unit // the same, with nothing but losses
	history = 3 * surprise.Unit  // what a page known to be damaged has before others
	rounds  = 24                 // more layers than any text has
)

// A repairer undoes wrong decoding in a text of which it has seen the head.
type repairer struct {
	known pageSet // pages that the text was certainly decoded with
}

// newRepairer learns from the head of a text what has happened to it.
func newRepairer(head string) *repairer {
	rp := new(repairer)
	for rest := head; len(rest) > 0; {
		n, _ := paragraphEnd(rest, 0, true)
		if firstDamage(rest[:n]) < n {
			rp.repair(rest[:n])
		}
		rest = rest[n:]
	}
	return rp
}

// edits is the editor of Repaired.
func (rp *repairer) edits(dst []Edit, paragraph string, base int) []Edit {
	local := *rp
	for _, e := range local.repair(paragraph) {
		e.Start += base
		e.End += base
		dst = append(dst, e)
	}
	return dst
}

// repair returns the edits of a paragraph and remembers what they prove. Layers
// of damage come off one after the other.
func (rp *repairer) repair(paragraph string) []Edit {
	var all []Edit
	text := paragraph
	for range rounds {
		step := rp.step(text)
		if len(step) == 0 {
			break
		}
		all = compose(all, step, text)
		text = replaced(text, step, 0)
	}
	return all
}

// step takes one layer off.
func (rp *repairer) step(text string) []Edit {
	for _, f := range [...]func(string) []Edit{unescape, rp.decode, decodeGBK, controls, restoreMarks} {
		if edits := f(text); len(edits) > 0 {
			return edits
		}
	}
	return nil
}

// A run is sequences that follow each other, decoded.
type run struct {
	start, end int
	text       string
	gain       int  // how much less surprising the text is
	whole      bool // has a sequence of which nothing is lost
}

// decode takes off the layer of the code page that gains most.
func (rp *repairer) decode(text string) []Edit {
	candidates := candidatePages(text)
	var best []run
	var bestPage *codePage
	var bestSum int
	var proven pageSet
	for i, p := range codePages() {
		bit := pageSet(1) << i
		if candidates&bit == 0 {
			continue
		}
		runs, proof := p.believe(text, rp.known&bit != 0)
		if len(runs) == 0 && rp.known&bit != 0 {
			runs, proof = p.believe(text, false) // as if nothing had been repaired yet
		}
		sum := -p.doubt
		if rp.known&bit != 0 {
			sum += history
		}
		for _, r := range runs {
			sum += r.gain
		}
		if len(runs) > 0 && (best == nil || sum > bestSum) {
			best, bestSum, bestPage = runs, sum, p
			proven = 0
			if proof {
				proven = bit
			}
		}
	}
	rp.known |= proven
	edits := make([]Edit, len(best))
	for i, r := range best {
		edits[i] = Edit{r.start, r.end, r.text, bestPage.name}
	}
	return edits
}

// candidatePages returns the pages in which text could have a sequence.
func candidatePages(text string) pageSet {
	t := roles()
	var pages, last pageSet
	for _, r := range text {
		if r < utf8.RuneSelf {
			pages |= last // a byte may be lost
			last = 0
			continue
		}
		pages |= last
		last = t.starts(r)
	}
	return pages | last
}

// soundMarks came through the damage that a text is suspected of.
const soundMarks = "‘’“”–—"

// believe returns the runs of text on p that are damage, and whether they prove
// that the text was decoded with p. It takes a certain run to believe others.
func (p *codePage) believe(text string, known bool) (believed []run, proof bool) {
	runs := p.runs(text, false)
	alone := len(runs) == 1 && isLetter(runs[0].text) &&
		strings.ContainsAny(text[:runs[0].start]+text[runs[0].end:], soundMarks)
	for _, r := range runs {
		proof = proof || r.whole && !alone && r.gain >= p.needed(text, r)
	}
	if known = (known || proof) && !p.mostlySound(text, runs); known {
		runs = p.runs(text, true)
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
			believed = append(believed, r)
		}
	}
	return believed, proof
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
// byte: a lone â€ is never writing.
func (p *codePage) runs(text string, lossy bool) []run {
	var runs []run
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
	return runs
}

// deeper takes further layers of p off, as long as that makes text less
// surprising: halfway through, text can be stranger than it was.
func (p *codePage) deeper(before surprise.Context, text, next string) string {
	for range rounds {
		b := make([]byte, 0, len(text))
		for i := 0; i < len(text); {
			if q := p.exact(text[i:]); q.size > 0 {
				b = q.appendTo(b)
				i += q.size
			} else {
				_, n := utf8.DecodeRuneInString(text[i:])
				b = append(b, text[i:i+n]...)
				i += n
			}
		}
		if len(b) == len(text) || before.Cost(string(b)+next) >= before.Cost(text+next) {
			break
		}
		text = string(b)
	}
	return text
}

// firstRune returns the first character of s, and a line end where s is empty.
func firstRune(s string) string {
	if s == "" {
		return "\n"
	}
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

// isLetter reports whether s is a single letter.
func isLetter(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && unicode.IsLetter(r)
}

// markLead is the first byte of all marks.
const markLead = 0xE2

// isMark reports whether s is one of the quote marks, dashes and dots of news.
func isMark(r rune) bool {
	switch r {
	case '‘', '’', '“', '”', '–', '—', '…':
		return true
	}
	return false
}

// mentioned reports whether a run stands by itself between quote marks, the last of
// which belongs to it: the text speaks of damage.
func mentioned(text string, r run) bool {
	return strings.HasSuffix(text[:r.start], "“") && strings.HasSuffix(text[:r.end], "”")
}
