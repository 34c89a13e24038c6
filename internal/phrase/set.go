package phrase

// A Set is a number of rules compiled into one automaton. It is immutable and
// may be shared.
type Set struct {
	lexer  Lexer
	rules  []Rule
	masked int32 // the rule that Without leaves out, or -1

	vocabulary    vocabulary
	shaped        [256]bool // bytes that begin words which the lexer must be asked about
	mark          [128]uint16
	marks         map[rune]uint16
	unknownMark   uint16
	unknownWord   [][nrCases]uint16 // by kind
	unknownNumber []uint16
	nrSymbols     int

	network network
	starts  []int32 // by rule: its first state in network

	begin   []int32 // by symbol: the state after a first token
	seconds pairs   // of symbols that phrases may begin with
	states  []state
}

// a state of the automaton. State 0 is dead.
type state struct {
	rules []int32 // that end here, in the order of the files
	edges []edge  // sorted by symbol
	has   uint64  // bit n: an edge may have a symbol that is n modulo 64
	rest  target  // for all other symbols
}

type edge struct {
	symbol uint16
	to     target
}

// a target is where a token leads that stands apart from the token before it,
// or touches it.
type target struct{ apart, touch int32 }

func (st *state) next(symbol uint16, touch bool) int32 {
	to := st.rest
	if st.has>>(symbol&63)&1 != 0 {
		low, high := 0, len(st.edges)
		for low < high {
			if mid := int(uint(low+high) >> 1); st.edges[mid].symbol < symbol {
				low = mid + 1
			} else {
				high = mid
			}
		}
		if low < len(st.edges) && st.edges[low].symbol == symbol {
			to = st.edges[low].to
		}
	}
	if touch {
		return to.touch
	}
	return to.apart
}

// Rules returns the rules in the order of the sources. The caller must not
// change them.
func (s *Set) Rules() []Rule { return s.rules }

// Without returns the set less one rule. It serves tests that ask what a rule
// is needed for.
func (s *Set) Without(rule int) *Set {
	t := *s
	t.masked = int32(rule)
	return &t
}

// Longest returns the rule that matches the longest phrase beginning with
// tokens[i], and the number of its tokens; rule is -1 where none matches. Of
// rules that match the same phrase the first in the files wins.
func (s *Set) Longest(tokens []Token, i int) (rule, n int) {
	rule = -1
	at := s.begin[tokens[i].symbol]
	for j := i + 1; at != 0; j++ {
		st := &s.states[at]
		if r := s.accepted(st); r >= 0 {
			rule, n = int(r), j-i
		}
		if j == len(tokens) || tokens[j].Gap == Paragraph {
			break
		}
		at = st.next(tokens[j].symbol, tokens[j].Gap == None)
	}
	return rule, n
}

func (s *Set) accepted(st *state) int32 {
	for _, r := range st.rules {
		if r != s.masked {
			return r
		}
	}
	return -1
}

// Next returns the first phrase that begins with tokens[i] or one behind it, as
// Longest does, and the place of its first token. Where there is none, rule is
// -1, and at the number of tokens.
func (s *Set) Next(tokens []Token, i int) (at, rule, n int) {
	for at = s.seconds.next(tokens, i); at < len(tokens); at = s.seconds.next(tokens, at+1) {
		if rule, n = s.Longest(tokens, at); rule >= 0 {
			return at, rule, n
		}
	}
	return at, -1, 0
}

// All calls yield for every phrase in tokens, until it returns false: with the
// place of its first token, its rule and the number of its tokens. Of phrases that
// begin with the same token shorter ones come first, of rules of one phrase those
// that stand first in the files.
func (s *Set) All(tokens []Token, yield func(at, rule, n int) bool) {
	seconds := s.seconds
	for at := range tokens {
		if at+1 < len(tokens) && !seconds.has(tokens[at].symbol, tokens[at+1].symbol) {
			continue
		}
		if !s.allAt(tokens, at, yield) {
			return
		}
	}
}

// allAt is All for the phrases that begin with tokens[i].
func (s *Set) allAt(tokens []Token, i int, yield func(at, rule, n int) bool) bool {
	at := s.begin[tokens[i].symbol]
	for j := i + 1; at != 0; j++ {
		st := &s.states[at]
		for _, r := range st.rules {
			if r != s.masked && !yield(i, int(r), j-i) {
				return false
			}
		}
		if j == len(tokens) || tokens[j].Gap == Paragraph {
			break
		}
		at = st.next(tokens[j].symbol, tokens[j].Gap == None)
	}
	return true
}

// Alike tells whether the rules match two tokens of the set alike, such as two
// words that stand in the same classes.
func (s *Set) Alike(a, b Token) bool { return a.symbol == b.symbol }
