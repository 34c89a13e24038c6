package phrase

// A Capture is a class or shape of a rule's pattern with the tokens that stand
// for it: tokens[From:To].
type Capture struct {
	Name     string // "unit" for $unit
	Value    string // of the member; empty for shapes and members without one
	Number   int    // Value where that is a number
	From, To int
}

// Bind tells which tokens stand for which class and shape of the rule's
// pattern, in the order of the pattern; a class inside the member of another
// follows that one. tokens must be a phrase of the set's that the rule matches;
// for others ok is false. Where a phrase can be read in several ways, earlier
// alternatives and present options win. It takes time in the length of the
// phrase and the number of options in the pattern.
//
// The captures are appended to dst, which allows to use one slice again.
func (s *Set) Bind(dst []Capture, rule int, tokens []Token) (captures []Capture, ok bool) {
	b := binder{network: &s.network, tokens: tokens, captures: dst}
	ok = b.walk(s.starts[rule], 0)
	return b.captures, ok
}

// a binder goes through the network of one rule by backtracking.
type binder struct {
	*network
	tokens   []Token
	captures []Capture
}

// walk tells whether the tokens from i on lead from a state to the end of the
// rule, and captures what they stand for on the way.
func (b *binder) walk(from int32, i int) bool {
	if i == len(b.tokens) && b.states[from].rule >= 0 {
		return true
	}
	for at := b.states[from].first; at >= 0; at = b.moves[at].next {
		m := &b.moves[at]
		met := len(b.captures)
		next := i
		if m.on != free {
			if !b.takes(m, i) {
				continue
			}
			next++
		}
		open := b.note(m, i)
		if b.walk(m.to, next) {
			return true
		}
		if m.note == noteClose {
			b.captures[open].To = notClosed
		}
		b.captures = b.captures[:met]
	}
	return false
}

// takes tells whether the move can be made with token i.
func (b *binder) takes(m *move, i int) bool {
	return i < len(b.tokens) && (!m.touch || i == 0 || b.tokens[i].Gap == None) &&
		(m.on == anyToken || b.has(m.on, b.tokens[i].symbol))
}

// notClosed stands in the place of the end of a capture that has none yet.
const notClosed = -1

// note captures what the move from token i means. For the end of a capture it
// returns which one that is.
func (b *binder) note(m *move, i int) (closed int) {
	var c Capture
	switch m.note {
	case noteShape:
		c = b.network.captures[m.what]
		c.From, c.To = i, i+1
	case noteWord:
		c = b.values[memberWord{m.what, int32(b.tokens[i].word)}]
		c.From, c.To = i, i+1
	case noteOpen:
		c = b.network.captures[m.what]
		c.From, c.To = i, notClosed
	case noteClose:
		closed = len(b.captures) - 1
		for b.captures[closed].To != notClosed {
			closed--
		}
		b.captures[closed].To = i
		return closed
	default:
		return -1
	}
	b.captures = append(b.captures, c)
	return -1
}
