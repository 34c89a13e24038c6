package quote

import (
	"strings"
	"unicode/utf8"

	"example.org/newstext/quote/internal/surprise"
)

// Evidence is counted in units of [surprise.Unit], tenths of a bit.
const (
	certain  = 14 * surprise.Unit // a run that is believed by itself
	likely   = 2 * surprise.Unit  // one that is believed on a page known to be damaged
	lossCost = 4 * surprise.Unit  // what a lost byte costs
	rounds   = 24                 // more layers than any text has
)

// A repairer undoes wrong decoding in a text of which it has seen the head.
type repairer struct {
	known pageSet // pages that the text was certainly decoded with
	marks bool    // the text has certainly lost marks to ? or U+FFFD
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
		text = replace(text, step)
	}
	return all
}

// step takes one layer off.
func (rp *repairer) step(text string) []Edit {
	for _, f := range [...]func(string) []Edit{unescape, rp.decode, rp.decodeGBK, controls, rp.restoreMarks} {
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
	exact      bool // has a sequence without a loss
}

// decode takes off the layer of the code page that gains most.
func (rp *repairer) decode(text string) []Edit {
	candidates := candidatePages(text)
	if candidates == 0 {
		return nil
	}
	var best []run
	var bestPage *codePage
	bestSum := 0
	var proven pageSet
	for i, p := range codePages() {
		bit := pageSet(1) << i
		if candidates&bit == 0 {
			continue
		}
		believed, sum, proof := p.believe(p.runs(text), rp.known&bit != 0)
		if sum > bestSum {
			best, bestSum, bestPage = believed, sum, p
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

// believe returns those of the runs that are damage, what they gain, and
// whether they prove that the text was decoded with p.
func (p *codePage) believe(runs []run, known bool) (believed []run, sum int, proof bool) {
	for _, r := range runs {
		if r.gain >= certain+p.doubt && r.exact {
			proof = true
		}
	}
	for _, r := range runs {
		least := certain + p.doubt
		if known || proof {
			least = likely
		}
		if r.gain >= least {
			believed = append(believed, r)
			sum += r.gain
		}
	}
	return believed, sum, proof
}

// runs returns the runs of text on p with their gains.
func (p *codePage) runs(text string) []run {
	var runs []run
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		q := p.sequence(text[i:])
		if q.size == 0 {
			_, n := utf8.DecodeRuneInString(text[i:])
			i += n
			continue
		}
		r := p.run(text, i)
		if r.gain > 0 && !quoted(text, r) {
			runs = append(runs, r)
		}
		i = r.end
	}
	return runs
}

// run returns the run that starts at i.
func (p *codePage) run(text string, i int) run {
	r := run{start: i, end: i}
	var b strings.Builder
	cost := 0
	for {
		q := p.sequence(text[r.end:])
		if q.size == 0 {
			break
		}
		if q.lost {
			cost += lossCost
			q.text = choose(text[:i], b.String(), q.text, text[r.end+q.size:])
		} else {
			r.exact = true
		}
		b.WriteString(q.text)
		r.end += q.size
	}
	r.text = b.String()
	before, after := text[:i], text[r.end:]
	r.gain = surprise.Cost(before, text[i:r.end], after) - surprise.Cost(before, r.text, after) - cost
	return r
}

// choose returns the least surprising of the candidates.
func choose(before, done, candidates, after string) string {
	if done != "" {
		before = done
	}
	best, least := "", 0
	for i, r := range candidates {
		c := candidates[i : i+utf8.RuneLen(r)]
		if cost := surprise.Cost(before, c, after); best == "" || cost < least {
			best, least = c, cost
		}
	}
	return best
}

// quoted reports whether a run stands by itself between quote marks, the last of
// which belongs to it: the text speaks of damage.
func quoted(text string, r run) bool {
	return strings.HasSuffix(text[:r.start], "“") && strings.HasSuffix(text[:r.end], "”")
}

// replace returns text with the edits done.
func replace(text string, edits []Edit) string {
	var b strings.Builder
	b.Grow(len(text))
	done := 0
	for _, e := range edits {
		b.WriteString(text[done:e.Start])
		b.WriteString(e.New)
		done = e.End
	}
	b.WriteString(text[done:])
	return b.String()
}

// firstDamage returns the index of the first byte of s that may be damage.
func firstDamage(s string) int {
	return 0
}
