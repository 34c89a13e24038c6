package dedup

import "slices"

// A run is a stretch of neighbouring facts that the other text does not state.
type run struct {
	from, to int // terms
	kinds    uint8
	taken    bool
}

// updateShare is the share of a text's facts that an update exchanges at
// least. In long copies a dateline, a by-line or one corrected figure differs.
const updateShare = 0.125

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
	places := map[uint64][]int{}
	for i, r := range missingA {
		for _, place := range around(x, r) {
			places[place] = append(places[place], i)
		}
	}
	var facts []Fact
	size := 0
	exchange := func(s, r run) {
		size += min(s.to-s.from, r.to-r.from)
		facts = append(facts, Fact{a[x[s.from].start:x[s.to-1].end], b[y[r.from].start:y[r.to-1].end]})
	}
	for i := range missingB {
		r := &missingB[i]
		for _, place := range around(y, *r) {
			if r.taken {
				break
			}
			for _, k := range places[place] {
				s := &missingA[k]
				if s.taken || s.kinds&r.kinds == 0 || sameName(a, b, x[s.from:s.to], y[r.from:r.to]) {
					continue
				}
				s.taken, r.taken = true, true
				exchange(*s, *r)
				break
			}
		}
	}
	if size == 0 && mostly(missingA, statedA) && mostly(missingB, statedB) {
		for i := range min(len(missingA), len(missingB)) {
			exchange(missingA[i], missingB[i])
		}
	}
	if float64(size) < updateShare*float64(min(statedA, statedB)) {
		return nil
	}
	return facts
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

// around returns what stands about a run: both neighbours, the two words
// before, the two after.
func around(terms []term, r run) []uint64 {
	at := func(i int) uint64 {
		if i < 0 || i >= len(terms) {
			return 1
		}
		return terms[i].hash
	}
	keys := []uint64{mix(at(r.from-1)*3 + at(r.to))}
	if r.from >= 2 {
		keys = append(keys, mix(at(r.from-2)*5+at(r.from-1)*7))
	}
	if r.to+1 < len(terms) {
		keys = append(keys, mix(at(r.to)*11+at(r.to+1)*13))
	}
	return keys
}

// lacking returns the runs of sure facts of terms that other does not state,
// and how many sure facts there are.
func lacking(terms, other []term) (runs []run, stated int) {
	words := map[uint64]bool{}
	for _, t := range other {
		words[t.hash] = true
		words[t.key] = true
		words[t.bare] = true
	}
	for i, t := range terms {
		if t.sure {
			stated++
		}
		if !t.sure || words[t.key] || words[t.bare] {
			continue
		}
		if n := len(runs); n > 0 && runs[n-1].to == i {
			runs[n-1].to++
			runs[n-1].kinds |= 1 << t.kind
			continue
		}
		runs = append(runs, run{from: i, to: i + 1, kinds: 1 << t.kind})
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
