package quote

import (
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
	known proofs            // what certainly happened to the text
	done  map[string][]Edit // paragraphs of the head that were repaired knowing them
}

// Proofs are what has certainly happened to a text.
type proofs struct {
	pages    pageSet // it was decoded with these
	standIns uint8   // these stand for marks, a bit for each of [standIns]
	misread  uint8   // it was misread so, a bit for each of [misreadings]
}

// newRepairer learns from the head of a text what has happened to it.
func newRepairer(head string) *repairer {
	rp := new(repairer)
	for rest := head; len(rest) > 0; {
		n, _ := paragraphEnd(rest, 0, true)
		if firstDamage(rest[:n]) < n {
			rp.learn(rest[:n])
		}
		rest = rest[n:]
	}
	return rp
}

// learn repairs a paragraph to see what it proves.
func (rp *repairer) learn(paragraph string) {
	before := rp.known
	edits := rp.repair(paragraph)
	if rp.known != before || rp.done == nil {
		rp.done = make(map[string][]Edit)
	}
	if rp.known == before {
		rp.done[paragraph] = edits
	}
}

// edits is the editor of Repaired.
func (rp *repairer) edits(dst []Edit, paragraph string, base int) []Edit {
	edits, ok := rp.done[paragraph]
	if !ok {
		local := *rp
		edits = local.repair(paragraph)
	}
	for _, e := range edits {
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
	for _, f := range [...]func(string) []Edit{unescape, unquote, rp.restoreProven, rp.decode, decodeGBK, controls, rp.restorePages, restoreMarks} {
		if edits := f(text); len(edits) > 0 {
			return edits
		}
	}
	return nil
}

// decode takes off the layer of the code page that gains most.
func (rp *repairer) decode(text string) []Edit {
	best := rp.ask(text)
	if best.proof {
		rp.known.pages |= best.bit
	}
	edits := make([]Edit, len(best.runs))
	for i, r := range best.runs {
		edits[i] = Edit{r.start, r.end, r.text, best.page.name}
	}
	return edits
}

// ask returns the verdict that gains most, of pages that are known first. One of
// those that has damage for every character beyond ASCII needs no other.
func (rp *repairer) ask(text string) (best verdict) {
	candidates := candidatePages(text, rp.known.pages)
	var asked, lossless pageSet // pages that were asked, and those that lose nothing in text
	for _, pages := range [...]pageSet{candidates & rp.known.pages, candidates &^ rp.known.pages} {
		for i, p := range codePages() {
			bit := pageSet(1) << i
			known := rp.known.pages&bit != 0
			if pages&bit == 0 || !known && p.readsLike(asked, lossless, text) {
				continue
			}
			v := p.judge(text, known)
			asked |= bit
			if v.lossless {
				lossless |= bit
			}
			if v.page, v.bit = p, bit; len(v.runs) > 0 && (best.page == nil || v.sum > best.sum) {
				best = v
			}
		}
		if best.explains(text) {
			break
		}
	}
	return best
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
