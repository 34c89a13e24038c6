package dedup

import (
	"cmp"
	"slices"
)

// A run is a stretch of neighbouring facts that the other text does not state.
type run struct {
	from, to int // terms
	kinds    uint8
	lacking  bool // the other text lacks a part of it
}

// updateShare is the share of a text's facts that an update exchanges at
// least. In long copies a dateline, a by-line or one corrected figure differs.
const updateShare = 0.25

// exchanged returns the facts of x in whose place y has others: runs of facts
// that the other text lacks, between the same words on both sides, or after or
// before the same two words, and words in whose place the other says the
// opposite. Where they are too small a part of the facts of both texts, there
// are none.
func exchanged(x, y account) []Fact {
	missingA, statedA := x.lacking(y)
	missingB, statedB := y.lacking(x)
	e := exchange{x: x, y: y}
	if len(missingA) > 0 && len(missingB) > 0 {
		e.match(missingA, missingB, around, e.differ)
		if e.size == 0 {
			e.match(x.factRuns(missingA), y.factRuns(missingB), between, e.differ)
		}
		if e.size == 0 && mostly(missingA, statedA) && mostly(missingB, statedB) {
			for i := range min(len(missingA), len(missingB)) {
				if s, r := missingA[i], missingB[i]; !e.same(s, r) {
					e.add(s, r, smaller(s, r))
				}
			}
		}
	}
	e.turns()
	if float64(e.size) < updateShare*float64(min(statedA, statedB)) {
		return nil
	}
	slices.SortStableFunc(e.pairs, func(p, q [2]run) int { return cmp.Compare(p[0].from, q[0].from) })
	facts := make([]Fact, len(e.pairs))
	for i, p := range e.pairs {
		facts[i] = Fact{x.quote(p[0]), y.quote(p[1])}
	}
	return facts
}

// An exchange collects the runs of x that gave place to others in y.
type exchange struct {
	x, y  account
	pairs [][2]run
	size  int // facts exchanged
}

func (e *exchange) add(s, r run, size int) {
	e.size += size
	e.pairs = append(e.pairs, [2]run{s, r})
}

func smaller(s, r run) int { return min(s.to-s.from, r.to-r.from) }

// match pairs runs that stand in the same place and fit. Each is paired once,
// in a place where no other run stands.
func (e *exchange) match(runsA, runsB []run, place func([]term, run) []uint64, fit func(s, r run) bool) {
	inA, inB := byPlace(e.x.terms, runsA, place), byPlace(e.y.terms, runsB, place)
	partner := make([]int, len(runsA)) // plus one
	for i, r := range runsB {
		for _, key := range place(e.y.terms, r) {
			if k := inA[key] - 1; k >= 0 && inB[key] > 0 && partner[k] == 0 && fit(runsA[k], r) {
				partner[k] = i + 1
				break
			}
		}
	}
	for k, i := range partner {
		if i > 0 {
			e.add(runsA[k], runsB[i-1], smaller(runsA[k], runsB[i-1]))
		}
	}
}

// byPlace returns the number, plus one, of the run in each place, -1 where there
// are several: the words do not say which place it is.
func byPlace(terms []term, runs []run, place func([]term, run) []uint64) map[uint64]int {
	places := make(map[uint64]int, 3*len(runs))
	for i, r := range runs {
		for _, key := range place(terms, r) {
			if places[key] != 0 {
				places[key] = -1
			} else {
				places[key] = i + 1
			}
		}
	}
	return places
}

// differ reports whether two runs state different facts of one kind.
func (e *exchange) differ(s, r run) bool {
	return s.kinds&r.kinds != 0 && (s.lacking || r.lacking) && !e.same(s, r)
}

// same reports whether one run says what the other says, or a part of it:
// Smith, John Smith.
func (e *exchange) same(s, r run) bool {
	x, y := e.x.terms[s.from:s.to], e.y.terms[r.from:r.to]
	return sameName(e.x.text, e.y.text, x, y) || within(x, y) || within(y, x)
}

// within reports whether y states all that x states.
func within(x, y []term) bool {
	said := make([]uint64, 0, 2*len(y))
	for _, t := range y {
		said = append(said, t.key, t.bare)
	}
	slices.Sort(said)
	for _, t := range x {
		if !contains(said, t.key) && !contains(said, t.bare) {
			return false
		}
	}
	return true
}

func contains(sorted []uint64, key uint64) bool {
	_, ok := slices.BinarySearch(sorted, key)
	return ok
}

// factRuns returns the runs of all sure facts, and marks those of which a part
// is missing in the other text.
func (x account) factRuns(missing []run) []run {
	var runs []run
	for i, t := range x.terms {
		if !t.sure {
			continue
		}
		if n := len(runs); n > 0 && runs[n-1].to == i {
			runs[n-1].to++
			runs[n-1].kinds |= 1 << t.kind
		} else {
			runs = append(runs, run{from: i, to: i + 1, kinds: 1 << t.kind})
		}
	}
	for i := range runs {
		for len(missing) > 0 && missing[0].from < runs[i].to {
			runs[i].lacking = true
			missing = missing[1:]
		}
	}
	return runs
}

// mostly reports whether the runs are two facts or more, and half of those
// stated.
func mostly(runs []run, stated int) bool {
	missing := 0
	for _, r := range runs {
		missing += r.to - r.from
	}
	return missing >= 2 && 2*missing >= stated
}

// between returns what stands on both sides of a run.
func between(terms []term, r run) []uint64 {
	return []uint64{sides(terms, r, term.word)}
}

// around returns what stands about a run: both neighbours, the two words
// before, the two after.
func around(terms []term, r run) []uint64 { return about(terms, r, term.word) }

// aroundValues is around where one number is as good as another, and one day.
func aroundValues(terms []term, r run) []uint64 { return about(terms, r, term.value) }

func (t term) word() uint64 { return t.hash }

func (t term) value() uint64 {
	if t.kind == number || t.kind == day {
		return uint64(t.kind)
	}
	return t.hash
}

func sides(terms []term, r run, as func(term) uint64) uint64 {
	before, after := uint64(1), uint64(1) // the ends of the text
	if r.from > 0 {
		before = as(terms[r.from-1])
	}
	if r.to < len(terms) {
		after = as(terms[r.to])
	}
	return mix(before*3 + after)
}

func about(terms []term, r run, as func(term) uint64) []uint64 {
	keys := append(make([]uint64, 0, 3), sides(terms, r, as))
	if r.from >= 2 {
		keys = append(keys, mix(as(terms[r.from-2])*5+as(terms[r.from-1])*7))
	}
	if r.to+1 < len(terms) {
		keys = append(keys, mix(as(terms[r.to])*11+as(terms[r.to+1])*13))
	}
	return keys
}

// lacking returns the runs of sure facts of x that y does not state, and how
// many sure facts there are.
func (x account) lacking(y account) (runs []run, stated int) {
	for i, t := range x.terms {
		if !t.sure {
			continue
		}
		stated++
		if contains(y.said, t.key) || t.bare != t.key && contains(y.said, t.bare) {
			continue
		}
		if n := len(runs); n > 0 && runs[n-1].to == i {
			runs[n-1].to++
			runs[n-1].kinds |= 1 << t.kind
			continue
		}
		runs = append(runs, run{from: i, to: i + 1, kinds: 1 << t.kind, lacking: true})
	}
	return runs, stated
}

// sameName reports whether two runs are spellings of one name.
func sameName(a, b string, x, y []term) bool {
	return slices.EqualFunc(x, y, func(s, t term) bool {
		return s.kind == name && t.kind == name && nearlySame(a[s.start:s.end], b[t.start:t.end])
	})
}

// nearlySame reports whether s and t differ by one letter, by two that changed
// places, or by a letter misread as a digit. Short names are close only where
// a letter was lost: Iran is not Iraq.
func nearlySame(s, t string) bool {
	if len(s) > len(t) {
		s, t = t, s
	}
	if len(s) < 3 || len(t)-len(s) > 1 {
		return false
	}
	i := 0
	for i < len(s) && s[i] == t[i] {
		i++
	}
	j := 0
	for j < len(s)-i && s[len(s)-1-j] == t[len(t)-1-j] {
		j++
	}
	u, v := s[i:len(s)-j], t[i:len(t)-j]
	switch {
	case len(u) == 0:
		return len(v) <= 1
	case len(u) == 1 && len(v) == 1:
		return len(s) >= 5 || (classes[u[0]] == digit) != (classes[v[0]] == digit)
	case len(u) == 2 && len(v) == 2:
		return len(s) >= 5 && u[0] == v[1] && u[1] == v[0]
	}
	return false
}
