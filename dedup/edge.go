package dedup

const (
	mostOf    = 0.5  // a passage is carried to the end of a sentence of which this share matches
	snapWords = 2    // words, at most, that it is carried on
	loneWords = 5    // words, at least, of a sentence that parts a passage
	loneShare = 0.25 // a sentence of which less matches has no partner
)

// A side tells which text of a match is meant.
type side func(match) int

func sideA(m match) int { return m.i }
func sideB(m match) int { return m.j }

// split parts an alignment where a whole sentence of one side has no partner
// in the other, and drops the few matches inside that sentence.
func split(a, b *prose, ms []match) [][]match {
	lone := make([]bool, len(ms))  // matches that are dropped
	cut := make([]bool, len(ms)+1) // matches before which a part ends
	a.markLone(ms, sideA, lone, cut)
	b.markLone(ms, sideB, lone, cut)
	var parts [][]match
	var part []match
	for k, m := range ms {
		if cut[k] && len(part) > 0 {
			parts = append(parts, part)
			part = nil
		}
		if !lone[k] {
			part = append(part, m)
		}
	}
	if len(part) > 0 {
		parts = append(parts, part)
	}
	return parts
}

func (p *prose) markLone(ms []match, at side, lone, cut []bool) {
	first, last := at(ms[0]), at(ms[len(ms)-1])
	k := 0
	for _, s := range p.sentences[p.words[first].sentence : p.words[last].sentence+1] {
		from := k
		for k < len(ms) && at(ms[k]) < s.to {
			k++
		}
		n := s.to - s.from
		if s.from <= first || s.to > last+1 || n < loneWords || float64(k-from) >= loneShare*float64(n) {
			continue
		}
		for x := from; x < k; x++ {
			lone[x] = true
		}
		cut[k] = true
	}
}

// trim drops matches at both ends that lie in a sentence of which little
// matches and that make no passage themselves: the next sentence often begins
// with "The" in both texts.
func trim(a, b *prose, ms []match, minWords int) []match {
	for n := 1; n > 0; ms = ms[:len(ms)-n] {
		n = max(a.stray(ms, sideA, atEnd, minWords), b.stray(ms, sideB, atEnd, minWords))
	}
	for n := 1; n > 0; ms = ms[n:] {
		n = max(a.stray(ms, sideA, atStart, minWords), b.stray(ms, sideB, atStart, minWords))
	}
	return ms
}

// stray returns the number of matches at one end that trim drops for one side.
func (p *prose) stray(ms []match, at side, e end, minWords int) int {
	s, n := p.edge(ms, at, e)
	if n == len(ms) || n >= minWords || float64(n) >= mostOf*float64(s.to-s.from) {
		return 0
	}
	return n
}

// An end is one of the two ends of a passage.
type end bool

const (
	atStart end = false
	atEnd   end = true
)

// edge returns the sentence at one end and how many of the matches lie in it.
func (p *prose) edge(ms []match, at side, e end) (s sentence, n int) {
	if len(ms) == 0 {
		return s, 0
	}
	if e == atEnd {
		s = p.sentences[p.words[at(ms[len(ms)-1])].sentence]
		for n < len(ms) && at(ms[len(ms)-1-n]) >= s.from {
			n++
		}
		return s, n
	}
	s = p.sentences[p.words[at(ms[0])].sentence]
	for n < len(ms) && at(ms[n]) < s.to {
		n++
	}
	return s, n
}

// snap returns the span of ms, carried to the ends of its first and last
// sentence where most of the sentence matches on both sides.
func snap(a, b *prose, ms []match) span {
	first, last := ms[0], ms[len(ms)-1]
	s := span{a0: first.i, a1: last.i + 1, b0: first.j, b1: last.j + 1, matched: len(ms)}
	for _, m := range ms {
		weight := min(a.words[m.i].weight, b.words[m.j].weight)
		if m.same {
			s.same++
		} else {
			weight /= 2
		}
		s.weight += float64(weight)
	}
	sa, n := a.edge(ms, sideA, atStart)
	sb, m := b.edge(ms, sideB, atStart)
	if most(n, sa.from, min(sa.to, s.a1)) && most(m, sb.from, min(sb.to, s.b1)) && edited(s.a0-sa.from, s.b0-sb.from) {
		s.a0, s.b0 = sa.from, sb.from
	}
	sa, n = a.edge(ms, sideA, atEnd)
	sb, m = b.edge(ms, sideB, atEnd)
	if most(n, max(sa.from, s.a0), sa.to) && most(m, max(sb.from, s.b0), sb.to) && edited(sa.to-s.a1, sb.to-s.b1) {
		s.a1, s.b1 = sa.to, sb.to
	}
	s.sentences = a.begins(s.a0) && b.begins(s.b0) && a.closes(s.a1) && b.closes(s.b1)
	s.weight -= unmatched * float64(s.a1-s.a0+s.b1-s.b0-2*s.matched)
	return s
}

// most reports whether n matches are enough of the words from up to to.
func most(n, from, to int) bool { return float64(n) >= mostOf*float64(to-from) }

// edited tells words that one end lost to an edit from words that one side has
// and the other has not: about as many remain on both sides.
func edited(x, y int) bool { return max(x, y) <= min(snapWords, 2*min(x, y)) }
