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
	rows := make([]uint32, len(states)) // by state; that of the dead one is 0
	end := p.width
	for symbol, at := range begin {
		if at != 0 && rows[at] == 0 {
			rows[at] = uint32(end)
			end += p.width
		}
		p.rows[symbol] = rows[at]
	}
	p.bits = make([]uint64, end)
	for at, row := range rows {
		if row != 0 {
			states[at].seconds(p.bits[row:][:p.width])
		}
	}
	return p
}

// seconds adds the symbols that may follow a first one which leads to the state.
func (st *state) seconds(row []uint64) {
	if len(st.rules) > 0 || st.rest != (target{}) {
		for i := range row {
			row[i] = math.MaxUint64
		}
		return
	}
	for _, e := range st.edges {
		row[e.symbol/64] |= 1 << (e.symbol % 64)
	}
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
