package quote

import (
	"sort"
	"strings"
)

// split fills words with those of paragraph p, in which found[first:last] begin,
// each outermost quotation one. Sentences without quotations are left out unless
// the whole paragraph is asked for.
func (x *attributor) split(p span, first, last int, whole bool) {
	x.words, x.quoted = x.words[:0], x.quoted[:0]
	at, led := p.start, false
	if first > 0 && x.found[first-1].End > at {
		k := first - 1
		for x.found[k].Depth > 1 {
			k--
		}
		at, led = x.addQuotation(k, at, p.end), true
	}
	for i := first; i < last; i++ {
		if x.found[i].Depth == 1 {
			x.between(at, x.found[i].Start, led || whole, true, whole)
			at, led = x.addQuotation(i, x.found[i].Start, p.end), true
		}
	}
	if at < p.end {
		x.between(at, p.end, true, false, whole)
	}
}

// addQuotation adds quotation i, of which a part begins at start, as a word and
// returns its end.
func (x *attributor) addQuotation(i, start, limit int) int {
	end := min(x.found[i].End, limit)
	x.quoted = append(x.quoted, int32(len(x.words)))
	q := &x.found[i]
	w := x.add(start, end)
	w.kind, w.quote, w.char = quoted, int32(i), lastChar(x.text[q.BodyStart:q.BodyEnd])
	return end
}

// leastElision is the length of the shortest text that is left out.
const leastElision = 32

// between adds the words of text[start:end], the narrative between two quotations
// or beside one. Of what is not whole only the first sentence is read, if a
// quotation stands before it and goes on there, and the last, if one follows.
func (x *attributor) between(start, end int, before, after, whole bool) {
	from, to := start, end
	if !whole {
		first, last := breaks(x.text, start, end)
		if before {
			from = first
		}
		if before && x.endsSentence() {
			from = start
		}
		if after {
			to = last
		}
	}
	if whole || to-from < leastElision {
		x.narrative(start, end)
		return
	}
	if before {
		x.narrative(start, from)
		from = x.readWord(from+1, end) // which shows that the sentence has ended
	}
	x.add(from, to).kind = sign
	e := &x.words[len(x.words)-1]
	e.char, e.elision = '.', true
	if after {
		x.narrative(to, end)
	}
}

// endsSentence reports whether the quotation that was added last surely ends its
// sentence: with a full stop, and a capital letter follows.
func (x *attributor) endsSentence() bool {
	w := &x.words[len(x.words)-1]
	end := x.found[w.quote].End
	return end+1 < len(x.text) && x.text[end] == ' ' && x.text[end+1]-'A' < 26 && w.char == '.'
}

// breaks returns the ends of the first and the last sentence in text[start:end]
// that surely end there, with a stop after a small word and before a capital; end
// and start where there is none.
func breaks(text string, start, end int) (first, last int) {
	first, last = end, start
	for i := start; ; i++ {
		k := strings.IndexByte(text[i:end], '.')
		if k < 0 || i+k+2 >= end {
			return first, last
		}
		i += k
		if text[i+1] != ' ' || text[i+2]-'A' >= 26 {
			continue
		}
		w := i
		for w > start && text[w-1]-'a' < 26 {
			w--
		}
		if w == i || w == start || text[w-1] != ' ' {
			continue
		}
		last = i + 1
		first = min(first, last)
	}
}

// cueBefore returns the subject of the last cue in the sentence before the one
// that begins at word lo; before is the first word of it.
func (x *attributor) cueBefore(lo, before int) Speaker {
	e := &x.words[lo-1]
	if !e.elision {
		return x.lastCue(before, lo)
	}
	return x.announced(span{e.start, e.end})
}

// firstFrom returns the index of the first quotation that starts at text[i] or
// after it.
func (x *attributor) firstFrom(i int) int {
	return sort.Search(len(x.found), func(k int) bool { return x.found[k].Start >= i })
}

// A reading holds all words of one paragraph.
type reading struct {
	of     int // index of the paragraph and one; 0: none
	words  []word
	starts []int // first words of the sentences
}

// read reads all of paragraph k.
func (x *attributor) read(k int) *reading {
	r := &x.whole
	if r.of == k+1 {
		return r
	}
	p := x.paragraphs[k]
	first, last := x.firstFrom(p.start), x.firstFrom(p.end)
	keep, at := x.words, x.quoted
	x.words, x.quoted = r.words, nil
	x.split(p, first, last, true)
	r.of, r.starts = k+1, r.starts[:0]
	for lo := 0; lo < len(x.words); lo = x.sentenceEnd(lo) {
		r.starts = append(r.starts, lo)
	}
	r.words, x.words, x.quoted = x.words, keep, at
	return r
}
