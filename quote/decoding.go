package quote

import (
	"slices"
	"unicode/utf8"

	"example.org/newstext/quote/internal/surprise"
)

// A decoding is one way to read a run up to some place, since it can be read in
// several.
type decoding struct {
	end      int   // of what has been read
	last     int32 // character, index into chars; -1: none
	cost     int   // of the losses, and the surprise of the characters
	loss     int   // of the losses alone
	spelling surprise.Spelling
	left     int   // where the run was left: a space stayed there; 0: nowhere
	leftLast int32 // the last character before that
}

// A decodedChar is a character of a decoding with those before it.
type decodedChar struct {
	before int32 // index into chars; -1: none
	char   rune
}

const (
	maxDecodings = 6   // that are followed at a time
	maxChars     = 256 // of all of them, after which they must have met
	noiseRun     = 16  // lost characters, from which a run with more of them than
	noiseLosses  = 4   // so many for each whole one is not worth it
)

// A runDecoder decodes runs from left to right. What can be read in several ways is
// followed in all of them, until they meet again in a spelling: the cheapest
// stays.
type runDecoder struct {
	page      *codePage
	text      string
	start     int    // of the run
	lossy     bool   // any character may have lost a byte; otherwise only marks
	blank     int    // what it costs that a no-break space became a space
	whole     int    // characters of which nothing was lost
	lost      int    // and others
	loss      int    // of what is done
	done      []byte // what has been read in one way
	chars     []decodedChar
	decodings []decoding
	losses    bool // the text has first bytes of characters without the others
	space     [32]sequence
}

// run returns the run that starts at i, an empty one where none does.
func (x *runDecoder) run(i int) run {
	x.start, x.whole, x.lost, x.loss = i, 0, 0, 0
	x.done, x.chars = x.done[:0], x.chars[:0]
	x.decodings = append(x.decodings[:0], decoding{end: i, last: -1})
	r := run{start: i, end: x.decode(), whole: x.whole > 0}
	if r.end > i {
		r.text = string(x.done)
		next := firstRune(x.text[r.end:])
		before := surprise.After(x.text[:i])
		r.gain = cost(before, x.text[i:r.end], next) - x.page.deepest(before, r.text, next) - x.loss
	}
	return r
}

// decode decodes the run and returns where it ends.
func (x *runDecoder) decode() (end int) {
	for {
		k := x.lagging()
		r := &x.decodings[k]
		options := x.options(r.end)
		switch {
		case len(x.decodings) == 1 && len(options) == 0:
			return r.end
		case len(x.decodings) == 1 && len(options) == 1:
			x.done = options[0].appendTo(x.done)
			x.loss += options[0].loss
			r.end += options[0].size
			continue
		case len(x.decodings) == 1:
			r.spelling = x.spelling()
			x.part(k, options)
		case len(options) > 0:
			x.part(k, options)
		case r.end < x.front():
			x.leave(r)
		default:
			x.finish()
		}
		x.meet()
		if len(x.decodings) == 1 {
			if end = x.agree(); end > 0 {
				return end
			}
		}
	}
}

// options returns what can be read at the given place.
func (x *runDecoder) options(at int) []sequence {
	if q := x.page.exact(x.text[at:]); q.size > 0 {
		x.whole++
		return append(x.space[:0], q)
	}
	r, _ := utf8.DecodeRuneInString(x.text[at:])
	lead := x.page.byteOf(r)
	if !isLead(lead) {
		return nil
	}
	x.losses = true
	if !x.lossy && lead != markLead {
		return nil
	}
	x.lost++
	all := x.page.lossy(x.space[:0], x.text[at:])
	if !x.lossy {
		return slices.DeleteFunc(all, func(q sequence) bool { return !isMark(q.char) || q.loss == lossAny })
	}
	for i := range all {
		if all[i].loss == lossBlank {
			all[i].loss = x.blank
		}
	}
	return all
}

// lagging returns the decoding that has come least far, front how far the first
// one has come.
func (x *runDecoder) lagging() (k int) {
	for i := range x.decodings {
		if x.decodings[i].end < x.decodings[k].end {
			k = i
		}
	}
	return k
}

func (x *runDecoder) front() (end int) {
	for i := range x.decodings {
		end = max(end, x.decodings[i].end)
	}
	return end
}

// spelling returns the spelling before the place where decodings part.
func (x *runDecoder) spelling() surprise.Spelling {
	const enough = 64 // bytes that a surprise depends on
	if len(x.done) > 0 {
		return surprise.SpellingAfter(view(x.done[max(0, len(x.done)-enough):]))
	}
	return surprise.SpellingAfter(x.text[:x.start])
}

// part follows decoding k in all the ways that options are.
func (x *runDecoder) part(k int, options []sequence) {
	from := x.decodings[k]
	x.decodings = slices.Delete(x.decodings, k, k+1)
	for _, q := range options {
		to := from
		to.end += q.size
		to.loss += q.loss
		to.cost += q.loss
		if q.char != 0 {
			x.add(&to, q.char)
		}
		x.decodings = append(x.decodings, to)
	}
}

// add adds a character to r.
func (x *runDecoder) add(r *decoding, char rune) {
	r.cost += r.spelling.Next(char)
	x.chars = append(x.chars, decodedChar{before: r.last, char: char})
	r.last = int32(len(x.chars) - 1)
}

// leave takes r over a space that others read as a part of a character. The run
// ends before it if r is the one that stays.
func (x *runDecoder) leave(r *decoding) {
	if r.left == 0 {
		r.left, r.leftLast = r.end, r.last
	}
	x.add(r, ' ')
	r.end++
}

// finish keeps the cheapest decoding, now that all have come to the end.
func (x *runDecoder) finish() {
	next, _ := utf8.DecodeRuneInString(firstRune(x.text[x.decodings[0].end:]))
	for i := range x.decodings {
		r := &x.decodings[i]
		r.cost += r.spelling.Next(next)
	}
	x.keep(1)
}

// keep keeps the n cheapest decodings, of equal ones the first.
func (x *runDecoder) keep(n int) {
	n = min(n, len(x.decodings))
	for i := range n {
		least := i
		for k := i + 1; k < len(x.decodings); k++ {
			if x.decodings[k].cost < x.decodings[least].cost {
				least = k
			}
		}
		r := x.decodings[least]
		copy(x.decodings[i+1:least+1], x.decodings[i:least])
		x.decodings[i] = r
	}
	x.decodings = x.decodings[:n]
}

// meet keeps the cheapest of the decodings that have met, and no more than are
// followed.
func (x *runDecoder) meet() {
	kept := x.decodings[:0]
next:
	for _, r := range x.decodings {
		for i, s := range kept {
			if r.end == s.end && r.spelling == s.spelling {
				if r.cost < s.cost {
					kept[i] = r
				}
				continue next
			}
		}
		kept = append(kept, r)
	}
	x.decodings = kept
	if len(x.chars) > maxChars || x.lost > noiseRun && x.lost > noiseLosses*x.whole {
		x.keep(1)
	} else if len(x.decodings) > maxDecodings {
		x.keep(maxDecodings)
	}
}

// agree takes what the one decoding that is left has read as done. It returns
// where the run ends if the decoding has left it, 0 otherwise.
func (x *runDecoder) agree() (end int) {
	r := &x.decodings[0]
	last := r.last
	if r.left > 0 {
		last = r.leftLast
	}
	var chars []rune
	for ; last >= 0; last = x.chars[last].before {
		chars = append(chars, x.chars[last].char)
	}
	for _, char := range slices.Backward(chars) {
		x.done = utf8.AppendRune(x.done, char)
	}
	x.loss += r.loss
	x.chars = x.chars[:0]
	r.last, r.cost, r.loss = -1, 0, 0
	return r.left
}

// blankCost returns what it costs that a no-break space became a space in text,
// by what has become of other bytes.
func (p *codePage) blankCost(text string) int {
	whole, dropped := 0, 0
	for i := 0; i < len(text); {
		if i += asciiPrefix(text[i:]); i == len(text) {
			break
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		lead := p.byteOf(r)
		if lead < 0xC4 || !isLead(lead) {
			continue
		}
		have := 1
		for ; have < utf8Length(lead); have++ {
			r, n := utf8.DecodeRuneInString(text[i:])
			if r == '\u00A0' {
				return lossNever
			}
			if p.byteOf(r)&0xC0 != 0x80 {
				break
			}
			i += n
		}
		if have == utf8Length(lead) {
			whole++
		} else if r, _ := utf8.DecodeRuneInString(text[i:]); r != ' ' && r != utf8.RuneError {
			dropped++
		}
	}
	if 50*dropped > whole {
		return lossUnproven
	}
	return lossBlank
}

// deepest returns the least cost of text, taken off further layers of p, as long
// as that makes it less surprising: halfway through, text can be stranger than it
// was.
func (p *codePage) deepest(before surprise.Context, text, next string) int {
	least := cost(before, text, next)
	for range rounds {
		deeper := p.stripped(text)
		if deeper == text {
			break
		}
		c := cost(before, deeper, next)
		if c >= least {
			break
		}
		text, least = deeper, c
	}
	return least
}

// stripped returns text without the layer of p where nothing is lost.
func (p *codePage) stripped(text string) string {
	var b []byte
	done := 0
	for i := 0; i < len(text); {
		q := p.exact(text[i:])
		if q.size == 0 {
			_, n := utf8.DecodeRuneInString(text[i:])
			i += n
			continue
		}
		b = q.appendTo(append(b, text[done:i]...))
		i += q.size
		done = i
	}
	if done == 0 {
		return text
	}
	return string(append(b, text[done:]...))
}

// cost returns how surprising text is between before and next.
func cost(before surprise.Context, text, next string) int {
	return before.Next(text) + before.Next(next)
}
