package main

import (
	"hash/fnv"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// split gives the words of a text as the figures count them: runs of letters,
// digits and _.
func split(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.Is(unicode.Mn, r)
	})
}

// hash gives a hash of some words, case folded.
func hash(words []string) uint64 {
	h := fnv.New64a()
	for _, w := range words {
		h.Write([]byte(strings.ToLower(w)))
		h.Write([]byte{0})
	}
	return h.Sum64()
}

// A link is a line at a place of the article, after the links that go before.
type link struct {
	weight float64 // words of all links up to this one that the article has there
	line   int
	before *link
}

// An article knows where its words stand.
type article struct {
	words  int
	triple map[uint64][]int // places of three words in a row
	short  map[uint64][]int // places of one or two words
	best   []*link          // Fenwick tree: the heaviest chain that ends before a place
}

// common is the number of places from which three words say nothing.
const common = 50

// align says which lines stand in the article: the heaviest chain of lines
// that stand in it one behind the other.
func align(lines [][]string, gold []string) []bool {
	a := &article{words: len(gold), triple: make(map[uint64][]int), short: make(map[uint64][]int), best: make([]*link, len(gold)+2)}
	for i := range gold {
		for n := 1; n <= 3 && i+n <= len(gold); n++ {
			places := a.short
			if n == 3 {
				places = a.triple
			}
			h := hash(gold[i : i+n])
			places[h] = append(places[h], i)
		}
	}
	for k, words := range lines {
		// All places of a line are looked up before any is entered: a line
		// does not follow itself.
		var links []*link
		var ends []int
		places := a.places(words)
		for _, at := range slices.Sorted(maps.Keys(places)) {
			l := &link{weight: places[at], line: k, before: a.upTo(at)}
			if l.before != nil {
				l.weight += l.before.weight
			}
			links = append(links, l)
			ends = append(ends, max(at+len(words)-2, at+1))
		}
		for i, l := range links {
			a.enter(min(ends[i], a.words), l)
		}
	}
	body := make([]bool, len(lines))
	for l := a.upTo(a.words); l != nil; l = l.before {
		body[l.line] = true
	}
	return body
}

// places gives the places where a line may stand, and how many of its words
// stand there: half of its runs of three words at least. A line of one or two
// words must stand there as it is, and counts half.
func (a *article) places(words []string) map[int]float64 {
	places := make(map[int]float64)
	if len(words) < 3 {
		for _, at := range a.short[hash(words)] {
			if len(words) > 0 {
				places[at] = float64(len(words)) / 2
			}
		}
		return places
	}
	shift := make(map[int]int) // place in the article less place in the line
	most := 0
	for i := range len(words) - 2 {
		at := a.triple[hash(words[i:i+3])]
		if len(at) > common {
			continue
		}
		for _, p := range at {
			shift[p-i]++
			most = max(most, shift[p-i])
		}
	}
	for s, n := range shift {
		if 2*n < most {
			continue
		}
		// Words that only one side has move the rest by a few places.
		near := 0
		for d := -12; d <= 12; d++ {
			near += shift[s+d]
		}
		if 2*near >= len(words)-2 {
			places[max(0, s)] = max(places[max(0, s)], float64(near))
		}
	}
	return places
}

// upTo gives the heaviest chain that ends at a place or before it. Of two that
// weigh the same it takes the one of the earlier line.
func (a *article) upTo(place int) *link {
	var best *link
	for i := place + 1; i > 0; i -= i & -i {
		best = heavier(best, a.best[i])
	}
	return best
}

func (a *article) enter(place int, l *link) {
	for i := place + 1; i < len(a.best); i += i & -i {
		a.best[i] = heavier(a.best[i], l)
	}
}

func heavier(a, b *link) *link {
	switch {
	case a == nil:
		return b
	case b == nil || a.weight > b.weight || a.weight == b.weight && a.line <= b.line:
		return a
	}
	return b
}
