package phrase

import "math"

// pairs is a set of pairs of symbols: for each first one a row of bits, which it
// shares with those that lead to the same state, most of them to none.
type pairs struct {
	width int      // of a row, in numbers
	rows  []uint32 // by first symbol: where its row begins in bits
	bits  []uint64
}

// newPairs returns the pairs that phrases may begin with. A first symbol leads to
// a state, by begin, and what may follow it leads on from there; any symbol may
// where it can be a phrase by itself.
func newPairs(begin []int32, states []state) pairs {
	p := pairs{width: (len(begin) + 63) / 64, rows: make([]uint32, len(begin))}
	rows := map[int32]uint32{}
	for symbol, at := range begin {
		row, ok := rows[at]
		if !ok {
			row = p.add(&states[at])
			rows[at] = row
		}
		p.rows[symbol] = row
	}
	return p
}

// add adds the row of a state and returns where it begins.
func (p *pairs) add(st *state) uint32 {
	begin := len(p.bits)
	p.bits = append(p.bits, make([]uint64, p.width)...)
	row := p.bits[begin:]
	if len(st.rules) > 0 || st.rest != (target{}) {
		for i := range row {
			row[i] = math.MaxUint64
		}
	}
	for _, e := range st.edges {
		row[e.symbol/64] |= 1 << (e.symbol % 64)
	}
	return uint32(begin)
}

func (p *pairs) has(first, second uint16) bool {
	return p.bits[int(p.rows[first])+int(second/64)]>>(second%64)&1 != 0
}

// next returns the first place from i on whose token and the one behind it are
// a pair, otherwise that of the last token.
func (p *pairs) next(tokens []Token, i int) int {
	if i >= len(tokens) {
		return i
	}
	pairs := *p
	first, rest := tokens[i].symbol, tokens[i+1:]
	for k := range rest {
		second := rest[k].symbol
		if pairs.has(first, second) {
			return i + k
		}
		first = second
	}
	return len(tokens) - 1
}
