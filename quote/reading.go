package quote

import (
	"slices"
	"unicode/utf8"

	"example.org/newstext/quote/internal/surprise"
)

// A reading is one way to read a run up to some place, since it can be read in
// several.
type reading struct {
	end      int   // of what has been read
	last     int32 // character, index into chars; -1: none
	cost     int   // of the losses, and the surprise of the characters
	loss     int   // of the losses alone
	spelling surprise.Spelling
	left     int   // where the run was left: a space stayed there; 0: nowhere
	leftLast int32 // the last character before that
}

// A readChar is a character of a reading with those before it.
type readChar struct {
	before int32 // index into chars; -1: none
	char   rune
}

const (
	maxReadings = 8   // that are followed at a time
	maxChars    = 256 // of all of them, after which they must have met
	noiseRun    = 16  // lost characters, from which a run with more of them than
	noiseLosses = 4   // so many for each whole one is not worth it
)

// A runReader reads runs from left to right. What can be read in several ways is
// followed in all of them, until they meet again in a spelling: the cheapest
// stays.
type runReader struct {
	page     *codePage
	text     string
	start    int    // of the run
	lossy    bool   // any character may have lost a byte; otherwise only marks
	blank    int    // what it costs that a no-break space became a space
	whole    int    // characters of which nothing was lost
	lost     int    // and others
	loss     int    // of what is done
	done     []byte // what has been read in one way
	chars    []readChar
	readings []reading
	space    [32]sequence
}

// run returns the run that starts at i, an empty one where none does.
func (x *runReader) run(i int) run {
	x.start, x.whole, x.lost, x.loss = i, 0, 0, 0
	x.done, x.chars = x.done[:0], x.chars[:0]
	x.readings = append(x.readings[:0], reading{end: i, last: -1})
	r := run{start: i, end: x.read(), whole: x.whole > 0}
	if r.end > i {
		r.text = string(x.done)
		next := firstRune(x.text[r.end:])
		before := surprise.After(x.text[:i])
		cost := before.Cost(x.page.deeper(before, r.text, next) + next)
		r.gain = before.Cost(x.text[i:r.end]+next) - cost - x.loss
	}
	return r
}

// read reads the run and returns where it ends.
func (x *runReader) read() (end int) {
	for {
		k := x.lagging()
		r := &x.readings[k]
		options := x.options(r.end)
		switch {
		case len(x.readings) == 1 && len(options) == 0:
			return r.end
		case len(x.readings) == 1 && len(options) == 1:
			x.done = options[0].appendTo(x.done)
			x.loss += options[0].loss
			r.end += options[0].size
			continue
		case len(x.readings) == 1:
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
		if len(x.readings) == 1 {
			if end = x.agree(); end > 0 {
				return end
			}
		}
	}
}

// options returns what can be read at the given place.
func (x *runReader) options(at int) []sequence {
	if q := x.page.exact(x.text[at:]); q.size > 0 {
		x.whole++
		return append(x.space[:0], q)
	}
	r, _ := utf8.DecodeRuneInString(x.text[at:])
	lead := x.page.byteOf(r)
	if !isLead(lead) || !x.lossy && lead != markLead {
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

// lagging returns the reading that has come least far, front how far the first
// one has come.
func (x *runReader) lagging() (k int) {
	for i := range x.readings {
		if x.readings[i].end < x.readings[k].end {
			k = i
		}
	}
	return k
}

func (x *runReader) front() (end int) {
	for i := range x.readings {
		end = max(end, x.readings[i].end)
	}
	return end
}

// spelling returns the spelling before the place where readings part.
func (x *runReader) spelling() surprise.Spelling {
	const enough = 64 // bytes that a surprise depends on
	if len(x.done) > 0 {
		return surprise.SpellingAfter(view(x.done[max(0, len(x.done)-enough):]))
	}
	return surprise.SpellingAfter(x.text[:x.start])
}

// part follows reading k in all the ways that options are.
func (x *runReader) part(k int, options []sequence) {
	from := x.readings[k]
	x.readings = slices.Delete(x.readings, k, k+1)
	for _, q := range options {
		to := from
		to.end += q.size
		to.loss += q.loss
		to.cost += q.loss
		if q.char != 0 {
			x.add(&to, q.char)
		}
		x.readings = append(x.readings, to)
	}
}

// add adds a character to r.
func (x *runReader) add(r *reading, char rune) {
	r.cost += r.spelling.Next(char)
	x.chars = append(x.chars, readChar{before: r.last, char: char})
	r.last = int32(len(x.chars) - 1)
}

// leave takes r over a space that others read as a part of a character. The run
// ends before it if r is the one that stays.
func (x *runReader) leave(r *reading) {
	if r.left == 0 {
		r.left, r.leftLast = r.end, r.last
	}
	x.add(r, ' ')
	r.end++
}

// finish keeps the cheapest reading, now that all have come to the end.
func (x *runReader) finish() {
	next, _ := utf8.DecodeRuneInString(firstRune(x.text[x.readings[0].end:]))
	for i := range x.readings {
		r := &x.readings[i]
		r.cost += r.spelling.Next(next)
	}
	x.keep(1)
}

// keep keeps the n cheapest readings.
func (x *runReader) keep(n int) {
	slices.SortStableFunc(x.readings, func(a, b reading) int { return a.cost - b.cost })
	x.readings = x.readings[:min(n, len(x.readings))]
}

// meet keeps the cheapest of the readings that have met, and no more than are
// followed.
func (x *runReader) meet() {
	kept := x.readings[:0]
next:
	for _, r := range x.readings {
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
	x.readings = kept
	if len(x.chars) > maxChars || x.lost > noiseRun && x.lost > noiseLosses*x.whole {
		x.keep(1)
	} else if len(x.readings) > maxReadings {
		x.keep(maxReadings)
	}
}

// agree takes what the one reading that is left has read as done. It returns
// where the run ends if the reading has left it, 0 otherwise.
func (x *runReader) agree() (end int) {
	r := &x.readings[0]
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
