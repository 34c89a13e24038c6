package dedup

import "slices"

// A search is one of the two searches of a shard: for smaller texts that are
// like a text, as join.smaller and join.nearest do, or for larger ones in
// which it lies, as join.contained does.
type search struct {
	Shard
	within bool
	texts  []Member            // the smallest first
	mask   uint64              // the bits of a token that choose its list
	lists  map[uint64][]uint32 // the texts filed under a token
	listed []uint32            // by text: the last list in which it was seen
	serial uint32              // of the list at hand
	places places              // of the tokens that the text at hand seeks
	lows   []uint16            // the low bits of what each text is filed under
	starts []int               // by text: where its lows begin, and the end
}

// lowBits is the number of low bits of a token by which most that a text does
// not seek are told from those it does.
const lowBits = 12

// places tells as which of the tokens that a text seeks a token stands, the
// rarest being the first. Most tokens asked for are not among them, which the
// low bits say sooner than the map.
type places struct {
	mask  uint64               // the bits of a token that count
	exact map[uint64]int       // by those bits, from 0
	least [1 << lowBits]uint32 // by the lowest of them: the least place, from 1; 0 for none
	set   []uint16             // where least is set
}

// take makes the places those of sought.
func (p *places) take(sought []uint64) {
	clear(p.exact)
	for _, low := range p.set {
		p.least[low] = 0
	}
	p.set = p.set[:0]
	for n, token := range slices.Backward(sought) {
		p.exact[token&p.mask] = n
		low := p.low(token)
		p.least[low] = uint32(n) + 1
		p.set = append(p.set, low)
	}
}

func (p *places) low(token uint64) uint16 { return uint16(token & p.mask % (1 << lowBits)) }

// before reports whether any of tokens, whose low bits are lows, stands before
// the n-th.
func (p *places) before(n int, tokens []uint64, lows []uint16) bool {
	for i, low := range lows {
		if least := p.least[low%(1<<lowBits)]; least == 0 || least > uint32(n) {
			continue
		}
		if place, ok := p.exact[tokens[i]&p.mask]; ok && place < n {
			return true
		}
	}
	return false
}

func (s Shard) search(texts []Member, within bool) *search {
	total := s.Filed
	if within {
		total = s.Tokens
	}
	f := &search{
		Shard: s, within: within, texts: texts,
		mask:   uint64(slotCount(total) - 1),
		lists:  map[uint64][]uint32{},
		listed: make([]uint32, len(texts)),
		starts: make([]int, len(texts)+1),
		places: places{mask: uint64(slotCount(total) - 1), exact: map[uint64]int{}},
	}
	for i := range texts {
		for _, token := range f.filed(&texts[i]) {
			f.lows = append(f.lows, f.places.low(token))
			if s.owns(token) {
				f.lists[token&f.mask] = append(f.lists[token&f.mask], uint32(i))
			}
		}
		f.starts[i+1] = len(f.lows)
	}
	return f
}

// filed returns the tokens under which a text is filed.
func (f *search) filed(t *Member) []uint64 {
	if f.within {
		return t.Tokens
	}
	return t.Tokens[:t.Filed]
}

// sought returns the tokens under which a text looks for others.
func (f *search) sought(t *Member) []uint64 {
	switch {
	case !f.within:
		return t.Tokens[:t.Sought]
	case t.Size < coverSize:
		return nil
	}
	return prefix(t.Tokens, t.Size, atLeast(cover*float64(t.Size)))
}

// reach returns the part of a list that a text looks at, and whether it begins
// at its end.
func (f *search) reach(list []uint32, text uint32) (part []uint32, fromEnd bool) {
	size, threshold := f.texts[text].Size, f.Options.threshold()
	if f.within {
		least := atLeast(cover * float64(size))
		from, _ := slices.BinarySearchFunc(list, true, func(other uint32, _ bool) int {
			return lessIf(!tooLarge(threshold, size, least, f.texts[other].Size))
		})
		return list[from:], false
	}
	to, _ := slices.BinarySearch(list, text)
	least := atLeast(threshold * float64(size))
	from, _ := slices.BinarySearchFunc(list[:to], least, func(other uint32, least int) int {
		return f.texts[other].Size - least
	})
	return list[from:to], true
}

// alike reports whether two texts are at or above the threshold.
func (s Shard) alike(x, y *Member) (similarity float64, ok bool) {
	threshold := s.Options.threshold()
	shared := overlap(x.Tokens, y.Tokens, sharedOverlap(threshold, x.Size+y.Size))
	similarity = float64(shared) / float64(x.Size+y.Size-shared)
	return similarity, similarity >= threshold
}

// lies reports whether two texts are below it and x lies in y.
func (s Shard) lies(x, y *Member) (similarity float64, ok bool) {
	least := atLeast(cover * float64(x.Size))
	shared := overlap(x.Tokens, y.Tokens, least)
	similarity = float64(shared) / float64(x.Size+y.Size-shared)
	return similarity, shared >= least && similarity < s.Options.threshold()
}

// meetAll appends the meetings of all texts of the shard.
func (f *search) meetAll(dst []Meeting) []Meeting {
	for i := range f.texts {
		sought := f.sought(&f.texts[i])
		f.places.take(sought)
		if m := f.meet(uint32(i), sought); len(m.Met) > 0 || len(m.Found) > 0 {
			dst = append(dst, m)
		}
	}
	return dst
}

// meet looks for others under the tokens that text seeks. Those that it met
// under a rarer token, whosever shard that is in, it has met before: it passes
// them over. Where they are as many as a text may meet, it stops.
func (f *search) meet(text uint32, sought []uint64) Meeting {
	x := &f.texts[text]
	m := Meeting{ID: x.ID, Within: f.within}
	check := f.alike
	if f.within {
		check = f.lies
	}
	met := 0
	for n, token := range sought {
		if !f.owns(token) {
			continue
		}
		f.serial++
		here, passed := 0, 0
		list, fromEnd := f.reach(f.lists[token&f.mask], text)
		for k := range list {
			if fromEnd {
				k = len(list) - 1 - k
			}
			other := list[k]
			if f.listed[other] == f.serial {
				continue
			}
			f.listed[other] = f.serial
			if f.metBefore(other, n) {
				if passed++; f.Clusters && passed == maxCandidates {
					break
				}
				continue
			}
			here++
			y := &f.texts[other]
			if similarity, ok := check(x, y); ok {
				m.Found = append(m.Found, Candidate{Token: n, Place: here, ID: y.ID, Similarity: similarity})
			}
			if f.Clusters && met+here == maxCandidates {
				break
			}
		}
		if f.Clusters && here > 0 {
			m.Met = append(m.Met, Count{n, here})
		}
		met += here
		if f.Clusters && (met >= maxCandidates || passed == maxCandidates) {
			break
		}
	}
	return m
}

// metBefore reports whether the other text is filed under a token that is
// sought before the n-th.
func (f *search) metBefore(other uint32, n int) bool {
	lows := f.lows[f.starts[other]:f.starts[other+1]]
	return n > 0 && f.places.before(n, f.texts[other].Tokens, lows)
}
