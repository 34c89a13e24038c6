package phrase

import "math"

// pairs is a set of pairs of symbols: a row of bits for each first one.
type pairs struct {
	width int // of a row, in numbers
	bits  []uint64
}

func newPairs(nrSymbols int) pairs {
	width := (nrSymbols + 63) / 64
	return pairs{width, make([]uint64, width*nrSymbols)}
}

// fill adds the pairs of a first symbol, which leads to the state, and those
// that may follow it: any where it may be a phrase by itself.
func (p *pairs) fill(first int, st *state) {
	row := p.bits[first*p.width:][:p.width]
	if len(st.rules) > 0 || st.rest != (target{}) {
		for i := range row {
			row[i] = math.MaxUint64
		}
	}
	for _, e := range st.edges {
		row[e.symbol/64] |= 1 << (e.symbol % 64)
	}
}

func (p *pairs) has(first, second uint16) bool {
	return p.bits[int(first)*p.width+int(second/64)]>>(second%64)&1 != 0
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
