package dedup

import (
	"cmp"
	"slices"
)

// A Passage is a stretch of prose that stands in two texts, or twice in one.
type Passage struct {
	AStart, AEnd int     // a[AStart:AEnd] is the passage in the first text
	BStart, BEnd int     // b[BStart:BEnd] is the passage in the second
	Exact        bool    // both sides have the same words in the same order, under Full
	Similarity   float64 // words that are the same, as a share of the longer side; 1 where Exact
}

// DefaultPassageWords is what a minWords of 0 means to [Shared], [Repeats] and
// [Reuses].
const DefaultPassageWords = 8

func passageWords(minWords int) int {
	if minWords <= 0 {
		return DefaultPassageWords
	}
	return minWords
}

// Shared returns the passages that a and b have in common, in the order of a.
// Words are compared under [Full].
//
// A passage goes on over edits: words changed, added, left out or exchanged,
// misread letters. It ends where one text has a sentence of its own, and it is
// carried to the ends of the sentence where both sides have most of it, stop
// and quotation marks included. Of passages that overlap, the weightier is
// kept, so no stretch of a text is reported twice for its greater part.
//
// A passage has minWords words or more on both sides (0 means
// [DefaultPassageWords]), and enough of them weigh something: words that any
// news may have and those of three letters count half, and a word that a text
// repeats counts less each time, so that "said in a statement on Thursday" and
// a name with its title are no passage. Two things count with fewer words: a
// quotation of two words or more that stands whole in one text and inside a
// quotation of the other, whole there too if it has two or three; and, between
// texts that share a passage, a short paragraph of its own that is the same
// word for word.
//
// Shared(b, a) is the mirror image of Shared(a, b). For equal texts the one
// passage is the whole text. The time is near-linear in both texts, because a
// run of three words that one of them has more than four times starts no passage.
//
// # Limits
//
// For the same reason a refrain sung five times is not found by itself. A
// reworded sentence that keeps no three words in a row is not found. "The
// company said in a statement on Thursday that it was going to be" is long
// enough to count, though it says nothing. A text is looked at up to 2 GiB.
func Shared(a, b string, minWords int) []Passage {
	if a == b {
		return whole(newProse(a), passageWords(minWords))
	}
	return sharedByBoth(newProse(a), newProse(b), passageWords(minWords))
}

// sharedByBoth puts two texts that differ into the same order first, whichever
// comes first.
func sharedByBoth(a, b *prose, minWords int) []Passage {
	if a.text > b.text {
		return mirrored(shared(b, a, minWords, acrossTwo))
	}
	return shared(a, b, minWords, acrossTwo)
}

// Repeats returns the passages that text has twice, in order: a caption and the
// lead, the page's title and the headline, a quotation given again at length.
// The first side is the earlier, and the two do not overlap. What is said at
// [Shared] of words, ends, time and limits holds here too, but short quotations
// are not looked for: that a text repeats one says nothing.
func Repeats(text string, minWords int) []Passage {
	p := newProse(text)
	return shared(p, p, passageWords(minWords), withinOne)
}

// A scope says whether passages are looked for between two texts or within one.
type scope bool

const (
	acrossTwo scope = false
	withinOne scope = true
)

// shared finds the passages of two texts, or those of one text with itself.
func shared(a, b *prose, minWords int, sc scope) []Passage {
	var long, short []span
	for _, c := range chains(a, b, sc) {
		if !c.promising(a, b, minWords) {
			continue
		}
		for _, part := range split(a, b, align(a, b, c, sc)) {
			part = trim(a, b, part, minWords)
			if len(part) == 0 {
				continue
			}
			switch s := snap(a, b, part); {
			case s.counts(minWords):
				long = append(long, s)
			case s.headline(a, b):
				short = append(short, s)
			}
		}
	}
	spans := resolve(a, b, long)
	if sc == withinOne || len(spans) > 0 {
		short = append(short, lines(a, b, sc)...)
		spans = resolve(a, b, append(spans, short...))
	}
	if sc == acrossTwo {
		spans = resolve(a, b, append(spans, phrases(a, b)...))
	}
	ps := make([]Passage, len(spans))
	for i, s := range spans {
		ps[i] = s.passage(a, b)
	}
	slices.SortFunc(ps, comparePassages)
	return ps
}

// whole returns the one passage that a text shares with an equal text.
func whole(p *prose, minWords int) []Passage {
	n := len(p.words)
	if n < minWords {
		return nil
	}
	return []Passage{span{a1: n, b1: n, matched: n, same: n}.passage(p, p)}
}

func mirrored(ps []Passage) []Passage {
	for i, p := range ps {
		ps[i].AStart, ps[i].AEnd, ps[i].BStart, ps[i].BEnd = p.BStart, p.BEnd, p.AStart, p.AEnd
	}
	slices.SortFunc(ps, comparePassages)
	return ps
}

func comparePassages(p, q Passage) int {
	return cmp.Or(cmp.Compare(p.AStart, q.AStart), cmp.Compare(p.BStart, q.BStart),
		cmp.Compare(p.AEnd, q.AEnd), cmp.Compare(p.BEnd, q.BEnd))
}
