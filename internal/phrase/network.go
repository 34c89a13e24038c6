package phrase

import (
	"slices"
	"strconv"
)

// A network holds the patterns of all rules as states and moves between them: a
// nondeterministic automaton. Compile makes a deterministic one of it; Bind
// walks through the states of one rule.
type network struct {
	states     []place
	moves      []move
	captures   []Capture
	values     map[memberWord]Capture // of the words of classes
	predicates []predicate
	holds      [][]uint16 // by predicate: the symbols that it holds for, in order
}

// a place is a state of the network, with its moves as a list in order of
// preference.
type place struct {
	first, last int32 // moves; -1: none
	rule        int32 // that ends here; -1: none
}

// a move leads from one state to another.
type move struct {
	next  int32 // move of the same state; -1: none
	to    int32
	on    int32 // the predicate of the token that it takes, or anyToken, or free
	touch bool  // the token must touch the one before
	note  note
	what  int32 // for note: the capture, or the class
}

const (
	anyToken = -1
	free     = -2 // takes no token
)

// A note is what a move means for Bind.
type note uint8

const (
	noNote    note = iota
	noteShape      // the token stands for a shape
	noteWord       // the token stands for a class
	noteOpen       // what begins here stands for a class
	noteClose      // and ends here
)

// A predicate is what a move asks of a token.
type predicate struct {
	op   op
	text string // folded word or mark, name of shape
	form Case
	id   int // of the class
}

// a memberWord is a word of the vocabulary as a member of a class.
type memberWord struct{ class, word int32 }

// a builder turns patterns into a network.
type builder struct {
	network
	ids     map[predicate]int32
	classes map[int]*class
	limit   int // to the number of states while a rule is built
}

// add builds a rule and returns its first state; ok is false where its pattern
// is too large.
func (b *builder) add(rule int, tree node) (start int32, ok bool) {
	b.limit = len(b.states) + maxRule
	start = b.state()
	end := b.state()
	b.build(tree, start, end)
	b.states[end].rule = int32(rule)
	return start, len(b.states) < b.limit
}

func (b *builder) state() int32 {
	b.states = append(b.states, place{-1, -1, -1})
	return int32(len(b.states) - 1)
}

// build adds the moves of n between two states.
func (b *builder) build(n node, from, to int32) {
	if len(b.states) >= b.limit {
		return
	}
	switch n.op {
	case opSeq:
		for i, sub := range n.subs {
			next := to
			if i < len(n.subs)-1 {
				next = b.state()
			}
			b.build(sub, from, next)
			from = next
		}
	case opAlt:
		for _, sub := range n.subs {
			b.build(sub, from, to)
		}
	case opOpt:
		b.build(n.subs[0], from, to)
		b.move(from, move{to: to, on: free})
	case opClass:
		b.class(n, from, to)
	case opAny:
		b.move(from, move{to: to, on: anyToken, touch: n.touch})
	case opShape:
		on := b.predicate(predicate{op: opShape, text: n.text})
		b.move(from, move{to: to, on: on, touch: n.touch, note: noteShape, what: b.capture(Capture{Name: n.text})})
	default:
		b.move(from, move{to: to, on: b.predicate(predicate{op: n.op, text: n.text, form: n.form}), touch: n.touch})
	}
}

// class adds the members of a class: those of several tokens first, then all
// single words as one move.
func (b *builder) class(n node, from, to int32) {
	if b.classes[n.class.id] == nil {
		b.classes[n.class.id] = n.class
		for i, m := range n.class.members {
			n.class.members[i].capture = b.capture(newCapture(n.text, m.value))
		}
	}
	for _, m := range n.class.members {
		if n.touch {
			m.pattern = touching(m.pattern)
		}
		begin, end := b.state(), b.state()
		b.move(from, move{to: begin, on: free, note: noteOpen, what: m.capture})
		b.build(m.pattern, begin, end)
		b.move(end, move{to: to, on: free, note: noteClose})
	}
	if len(n.class.words) > 0 {
		on := b.predicate(predicate{op: opClass, id: n.class.id})
		b.move(from, move{to: to, on: on, touch: n.touch, note: noteWord, what: int32(n.class.id)})
	}
}

func (b *builder) move(from int32, m move) {
	m.next = -1
	b.moves = append(b.moves, m)
	at := int32(len(b.moves) - 1)
	if s := &b.states[from]; s.first < 0 {
		s.first, s.last = at, at
	} else {
		b.moves[s.last].next = at
		s.last = at
	}
}

func (b *builder) predicate(p predicate) int32 {
	id, ok := b.ids[p]
	if !ok {
		id = int32(len(b.predicates))
		b.ids[p] = id
		b.predicates = append(b.predicates, p)
	}
	return id
}

func (b *builder) capture(c Capture) int32 {
	b.captures = append(b.captures, c)
	return int32(len(b.captures) - 1)
}

func newCapture(name, value string) Capture {
	c := Capture{Name: name, Value: value}
	if value != "" && (isDigit(value[0]) || value[0] == '-') {
		if n, err := strconv.Atoi(value); err == nil {
			c.Number = n
		}
	}
	return c
}

// has tells whether a token of the symbol is what a predicate asks for.
func (n *network) has(predicate int32, symbol uint16) bool {
	symbols := n.holds[predicate]
	if len(symbols) == 0 || symbol < symbols[0] || symbol > symbols[len(symbols)-1] {
		return false // as with most predicates, which are on one word
	}
	_, found := slices.BinarySearch(symbols, symbol)
	return found
}
