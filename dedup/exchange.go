package dedup

import "slices"

// A run is a stretch of neighbouring facts that the other text does not state.
type run struct {
	from, to int // terms
	kinds    uint8
	lacking  bool // the other text lacks a part of it
}

// updateShare is the share of a text's facts that an update exchanges at
// least. In long copies a dateline, a by-line or one corrected figure differs.
const updateShare = 0.25

// exchanged returns the facts of a in whose place b has others: runs of facts
// that the other text lacks, between the same words on both sides, or after or
// before the same two words. Where they are too small a part of the facts of
// both texts, there are none.
func exchanged(a, b string, x, y []term) []Fact {
	missingA, statedA := lacking(x, y)
	missingB, statedB := lacking(y, x)
	if len(missingA) == 0 || len(missingB) == 0 {
		return nil
	}
	e := exchange{a: a, b: b, x: x, y: y}
	e.match(missingA, missingB, around)
	if e.size == 0 {
		e.match(factRuns(x, missingA), factRuns(y, missingB), between)
	}
	if e.size == 0 && mostly(missingA, statedA) && mostly(missingB, statedB) {
		for i := range min(len(missingA), len(missingB)) {
			e.add(missingA[i], missingB[i])
		}
	}
	if float64(e.size) < updateShare*float64(min(statedA, statedB)) {
		return nil
	}
	return e.facts
}

// An exchange collects the facts of x that gave place to others in y.
type exchange struct {
	a, b  string
	x, y  []term
	facts []Fact
	size  int // facts exchanged
}

func (e *exchange) add(s, r run) {
	e.size += min(s.to-s.from, r.to-r.from)
	e.facts = append(e.facts, Fact{e.a[e.x[s.from].start:e.x[s.to-1].end], e.b[e.y[r.from].start:e.y[r.to-1].end]})
}

// match pairs runs that stand in the same place. Each is paired once.
func (e *exchange) match(runsA, runsB []run, place func([]term, run) []uint64) {
	places := map[uint64][]int{}
	for i, s := range runsA {
		for _, key := range place(e.x, s) {
			places[key] = append(places[key], i)
		}
	}
	partner := make([]int, len(runsA)) // plus one
	for i, r := range runsB {
		if k := e.partner(r, runsA, partner, places, place); k >= 0 {
			partner[k] = i + 1
		}
	}
	for k, i := range partner {
		if i > 0 {
			e.add(runsA[k], runsB[i-1])
		}
	}
}

// partner returns the free run of x in whose place r stands, -1 if there is
// none.
func (e *exchange) partner(r run, runs []run, taken []int, places map[uint64][]int, place func([]term, run) []uint64) int {
	for _, key := range place(e.y, r) {
		if len(places[key]) != 1 {
			continue // the words do not say which place it is
		}
		k := places[key][0]
		s := runs[k]
		if taken[k] == 0 && s.kinds&r.kinds != 0 && (s.lacking || r.lacking) && !e.same(s, r) {
			return k
		}
	}
	return -1
}

// same reports whether one run says what the other says, or a part of it:
// Smith, John Smith.
func (e *exchange) same(s, r run) bool {
	x, y := e.x[s.from:s.to], e.y[r.from:r.to]
	return sameName(e.a, e.b, x, y) || within(x, y) || within(y, x)
}

// within reports whether y states all that x states.
func within(x, y []term) bool {
	return !slices.ContainsFunc(x, func(s term) bool {
		return !slices.ContainsFunc(y, func(t term) bool { return s.key == t.key || s.bare == t.bare })
	})
}

// factRuns returns the runs of all sure facts, and marks those of which a part
// is missing in the other text.
func factRuns(terms []term, missing []run) []run {
	var runs []run
	for i, t := range terms {
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
	before, after := uint64(1), uint64(1) // the ends of the text
	if r.from > 0 {
		before = terms[r.from-1].hash
	}
	if r.to < len(terms) {
		after = terms[r.to].hash
	}
	return []uint64{mix(before*3 + after)}
}

// around returns what stands about a run: both neighbours, the two words
// before, the two after.
func around(terms []term, r run) []uint64 {
	keys := between(terms, r)
	if r.from >= 2 {
		keys = append(keys, mix(terms[r.from-2].hash*5+terms[r.from-1].hash*7))
	}
	if r.to+1 < len(terms) {
		keys = append(keys, mix(terms[r.to].hash*11+terms[r.to+1].hash*13))
	}
	return keys
}

// lacking returns the runs of sure facts of terms that other does not state,
// and how many sure facts there are.
func lacking(terms, other []term) (runs []run, stated int) {
	said := make([]uint64, 0, 3*len(other))
	for _, t := range other {
		said = append(said, t.hash)
		if t.key != t.hash {
			said = append(said, t.key, t.bare)
		}
	}
	slices.Sort(said)
	says := func(key uint64) bool {
		_, ok := slices.BinarySearch(said, key)
		return ok
	}
	for i, t := range terms {
		if !t.sure {
			continue
		}
		stated++
		if says(t.key) || t.bare != t.key && says(t.bare) {
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
		return s.kind == name && t.kind == name && close(a[s.start:s.end], b[t.start:t.end])
	})
}

// close reports whether s and t differ by one letter, by two that changed
// places, or by a letter misread as a digit. Short names are close only where
// a letter was lost: Iran is not Iraq.
func close(s, t string) bool {
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
