package phrase

import (
	"math/bits"
	"slices"
)

// determinize makes the deterministic automaton by subset construction. It
// returns false where that has too many states.
func (s *Set) determinize() bool {
	d := newSubsets(&s.network, s.nrSymbols)
	d.id(nil) // state 0: dead
	first := d.id(d.closure(s.starts, nil))
	for i := 0; i+1 < len(d.bounds); i++ {
		if i == maxStates {
			return false
		}
		s.states = append(s.states, d.expand(d.set(int32(i))))
	}
	s.begin = make([]int32, s.nrSymbols)
	for symbol := range s.begin {
		s.begin[symbol] = s.states[first].next(uint16(symbol), true)
	}
	s.seconds = newPairs(s.begin, s.states)
	return true
}

// subsets numbers the sets of the network's states met so far.
type subsets struct {
	*network
	ids    map[uint64]int32 // by hash
	sets   []int32          // one behind another; the set of a number is sets[bounds[n]:bounds[n+1]]
	bounds []int

	met    []int // by state: the last closure that met it
	round  int   // of closures
	closed []int32
	alone  []int32 // by state: the number of its closure, where that is known

	leads []lead         // by symbol: from the set at hand
	led   []uint64       // the symbols that have one, as a set of bits
	same  map[uint64]int // by hash of a lead: the edge of the symbol that had it first
}

// a lead is where a symbol leads from the set at hand, without the moves for
// any token.
type lead struct {
	apart, touch []int32
	hash         uint64
}

func newSubsets(n *network, nrSymbols int) *subsets {
	d := &subsets{
		network: n, ids: make(map[uint64]int32, len(n.states)/2), bounds: []int{0},
		met: make([]int, len(n.states)), alone: make([]int32, len(n.states)),
		leads: make([]lead, nrSymbols), led: make([]uint64, (nrSymbols+63)/64), same: map[uint64]int{},
	}
	const usual = 8 // moves by one symbol
	room := make([]int32, 2*usual*nrSymbols)
	for i := range d.leads {
		l := &d.leads[i]
		l.apart, room = room[:0:usual], room[usual:]
		l.touch, room = room[:0:usual], room[usual:]
	}
	return d
}

// id returns the number of a set, a new one where it has none.
func (d *subsets) id(set []int32) int32 {
	var h uint64
	for _, n := range set {
		h = mix(h, uint64(n))
	}
	next := int32(len(d.bounds) - 1)
	for {
		id, ok := d.ids[h]
		if !ok {
			break
		}
		if slices.Equal(set, d.set(id)) {
			return id
		}
		h++ // two sets of one hash
	}
	d.ids[h] = next
	d.sets = append(d.sets, set...)
	d.bounds = append(d.bounds, len(d.sets))
	return next
}

func (d *subsets) set(id int32) []int32 { return d.sets[d.bounds[id]:d.bounds[id+1]] }

// expand returns the deterministic state of a set.
func (d *subsets) expand(set []int32) state {
	var out state
	var other lead
	for _, i := range set {
		if rule := d.states[i].rule; rule >= 0 {
			out.rules = append(out.rules, rule)
		}
		for at := d.states[i].first; at >= 0; at = d.moves[at].next {
			switch m := &d.moves[at]; m.on {
			case free:
			case anyToken:
				other.add(m)
			default:
				for _, symbol := range d.holds[m.on] {
					d.led[symbol/64] |= 1 << (symbol % 64)
					d.leads[symbol].add(m)
				}
			}
		}
	}
	slices.Sort(out.rules)
	out.rest = d.target(&other, &lead{})
	out.edges = d.edges(&other)
	for _, e := range out.edges {
		out.has |= 1 << (e.symbol % 64)
		d.leads[e.symbol].clear()
	}
	clear(d.led)
	return out
}

// edges returns where the symbols lead, in their order; other is where any
// token does.
func (d *subsets) edges(other *lead) []edge {
	n := 0
	for _, word := range d.led {
		n += bits.OnesCount64(word)
	}
	edges := make([]edge, 0, n)
	clear(d.same)
	for i, word := range d.led {
		for ; word != 0; word &= word - 1 {
			symbol := uint16(64*i + bits.TrailingZeros64(word))
			l := &d.leads[symbol]
			if twin, ok := d.same[l.hash]; ok && l.equal(&d.leads[edges[twin].symbol]) {
				edges = append(edges, edge{symbol, edges[twin].to})
				continue
			}
			d.same[l.hash] = len(edges)
			edges = append(edges, edge{symbol, d.target(l, other)})
		}
	}
	return edges
}

// add notes a move. Every one can be taken by a token that touches the one
// before it.
func (l *lead) add(m *move) {
	l.touch = append(l.touch, m.to)
	l.hash = mix(l.hash, uint64(m.to))
	if !m.touch {
		l.apart = append(l.apart, m.to)
		l.hash = mix(l.hash, 1)
	}
}

func (l *lead) clear() { l.apart, l.touch, l.hash = l.apart[:0], l.touch[:0], 0 }

func (l *lead) equal(other *lead) bool {
	return l.hash == other.hash && slices.Equal(l.touch, other.touch) && slices.Equal(l.apart, other.apart)
}

// target returns where two leads go together.
func (d *subsets) target(a, b *lead) target {
	touch := d.reached(a.touch, b.touch)
	if len(a.apart) == len(a.touch) && len(b.apart) == len(b.touch) {
		return target{touch, touch}
	}
	return target{d.reached(a.apart, b.apart), touch}
}

// reached returns the number of the set of states that two lists lead to.
func (d *subsets) reached(states, more []int32) int32 {
	if len(states) != 1 || len(more) > 0 {
		return d.id(d.closure(states, more))
	}
	at := &d.alone[states[0]]
	if *at == 0 {
		*at = d.id(d.closure(states, nil))
	}
	return *at
}

// closure returns the sorted set of states reached without a token, of those
// that a token leads on from or a rule ends in. The result is good until the
// next call.
func (d *subsets) closure(states, more []int32) []int32 {
	d.round++
	d.closed = d.closed[:0]
	for _, i := range states {
		d.reach(i)
	}
	for _, i := range more {
		d.reach(i)
	}
	slices.Sort(d.closed)
	return d.closed
}

func (d *subsets) reach(i int32) {
	if d.met[i] == d.round {
		return
	}
	d.met[i] = d.round
	matters := d.states[i].rule >= 0
	for at := d.states[i].first; at >= 0; at = d.moves[at].next {
		if m := &d.moves[at]; m.on == free {
			d.reach(m.to)
		} else {
			matters = true
		}
	}
	if matters {
		d.closed = append(d.closed, i)
	}
}
