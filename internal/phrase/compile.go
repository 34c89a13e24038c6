package phrase

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// A Lexer tells which shapes a word has: what a list of words cannot say, such
// as "a number from 1 to 12" or "four digits". Its zero value knows no shape.
type Lexer struct {
	// Kinds lists the kinds of words, each with the names of its shapes.
	// Kind 0 is a word without a shape.
	Kinds [][]string
	// Kind returns the kind of a word. It is called for words that stand in no
	// rule and, when the rules are compiled, for those that do.
	Kind func(word string) int
}

// Shapes that every Lexer has.
const (
	shapeWord    = "word"
	shapeCapital = "Word"
	shapeNumber  = "number"
)

// A predicate is what a transition asks of a token.
type predicate struct {
	op   op
	text string // folded word or mark, name of shape
	form Case
	id   int // of the class
}

// Compile reads the sources and makes one automaton of all their rules. Where
// two rules match the same longest phrase, the one that stands first wins.
// Errors begin with file and line. It takes time in proportion to the rules:
// call it once.
func Compile(lexer Lexer, sources ...Source) (*Set, error) {
	shapes := []string{shapeWord, shapeCapital, shapeNumber}
	for _, kind := range lexer.Kinds {
		shapes = append(shapes, kind...)
	}
	nrClass := 0
	s := &Set{lexer: lexer, masked: -1}
	var trees []node
	for _, source := range sources {
		p := &parser{source: source, shapes: shapes, classes: map[string]*class{}, nrClass: &nrClass}
		if err := p.parse(); err != nil {
			return nil, err
		}
		s.rules = append(s.rules, p.rules...)
		trees = append(trees, p.trees...)
	}
	s.trees = trees
	c := &compiler{set: s, predicates: map[predicate]int{}}
	start := c.state()
	for i, tree := range trees {
		end := c.state()
		before := len(c.states)
		c.limit = before + maxRule
		c.build(tree, start, end)
		c.states[end].rule = i
		if len(c.states) >= c.limit {
			return nil, fmt.Errorf("%s: rule %s is too large", s.rules[i].Pos(), s.rules[i].Name)
		}
	}
	c.symbols()
	if !c.determinize(start) {
		last := s.rules[len(s.rules)-1]
		return nil, fmt.Errorf("%s: the rules up to here need more than %d states", last.Pos(), maxStates)
	}
	return s, nil
}

// What a set may need: mistakes, not rules, need more.
const (
	maxRule   = 1 << 14 // states of one rule's pattern
	maxStates = 1 << 17 // states of the automaton
)

// a compiler turns patterns into a nondeterministic automaton, words into
// symbols, and both into a deterministic one.
type compiler struct {
	set        *Set
	predicates map[predicate]int
	holds      [][]uint16 // by predicate: the symbols that it holds for
	states     []nfaState
	known      map[string]uint16 // sets of predicates with a symbol
	limit      int               // to the number of states while a rule is built
}

type nfaState struct {
	edges []nfaEdge
	free  []int // states reached without a token
	rule  int   // -1: none
}

type nfaEdge struct {
	predicate int // -1: any token
	touch     bool
	to        int
}

func (c *compiler) state() int {
	c.states = append(c.states, nfaState{rule: -1})
	return len(c.states) - 1
}

// build adds the paths of n between two states.
func (c *compiler) build(n node, from, to int) {
	if len(c.states) >= c.limit {
		return
	}
	switch n.op {
	case opSeq:
		for i, sub := range n.subs {
			next := to
			if i < len(n.subs)-1 {
				next = c.state()
			}
			c.build(sub, from, next)
			from = next
		}
	case opAlt:
		for _, sub := range n.subs {
			c.build(sub, from, to)
		}
	case opOpt:
		c.build(n.subs[0], from, to)
		c.states[from].free = append(c.states[from].free, to)
	case opClass:
		if len(n.class.words) > 0 {
			c.edge(predicate{op: opClass, id: n.class.id}, n.touch, from, to)
			for _, w := range n.class.words {
				c.predicate(predicate{op: opWord, text: w.text, form: w.form})
			}
			c.classes()[n.class.id] = n.class
		}
		for _, m := range n.class.members {
			if n.touch {
				m.pattern = touching(m.pattern)
			}
			c.build(m.pattern, from, to)
		}
	case opAny:
		c.states[from].edges = append(c.states[from].edges, nfaEdge{-1, n.touch, to})
	default:
		c.edge(predicate{op: n.op, text: n.text, form: n.form}, n.touch, from, to)
	}
}

func (c *compiler) classes() map[int]*class {
	if c.set.classes == nil {
		c.set.classes = map[int]*class{}
	}
	return c.set.classes
}

func (c *compiler) edge(p predicate, touch bool, from, to int) {
	c.states[from].edges = append(c.states[from].edges, nfaEdge{c.predicate(p), touch, to})
}

func (c *compiler) predicate(p predicate) int {
	id, ok := c.predicates[p]
	if !ok {
		id = len(c.predicates)
		c.predicates[p] = id
	}
	return id
}

// determinize makes the deterministic automaton by subset construction. It
// returns false where that has too many states.
func (c *compiler) determinize(start int) bool {
	d := &subsets{
		compiler: c, ids: map[string]int32{}, met: make([]int, len(c.states)),
		leads: make([]lead, len(c.known)),
	}
	d.id(nil) // state 0: dead
	first := d.id(d.closure(nil, start))
	for i := 0; i < len(d.sets); i++ {
		if i == maxStates {
			return false
		}
		c.set.states = append(c.set.states, d.expand(d.sets[i]))
	}
	s := c.set
	s.begin = make([]int32, len(c.known))
	for symbol := range s.begin {
		s.begin[symbol] = s.states[first].next(uint16(symbol), true)
	}
	return true
}

// subsets numbers the sets of states met so far.
type subsets struct {
	*compiler
	ids  map[string]int32
	sets [][]int
	key  []byte

	met    []int // by state: the last closure that met it
	round  int   // of closures
	closed []int
	leads  []lead // by symbol
}

// a lead is where a symbol leads from the set at hand, without the transitions
// for any token.
type lead struct{ apart, touch []int }

func (d *subsets) id(set []int) int32 {
	d.key = d.key[:0]
	for _, n := range set {
		d.key = binary.AppendUvarint(d.key, uint64(n))
	}
	id, ok := d.ids[string(d.key)]
	if !ok {
		id = int32(len(d.sets))
		d.ids[string(d.key)] = id
		d.sets = append(d.sets, slices.Clone(set))
	}
	return id
}

// expand returns the deterministic state of a set.
func (d *subsets) expand(set []int) state {
	var out state
	var any lead
	var symbols []uint16
	for _, i := range set {
		st := &d.states[i]
		if st.rule >= 0 {
			out.rules = append(out.rules, st.rule)
		}
		for _, e := range st.edges {
			if e.predicate < 0 {
				any.add(e)
				continue
			}
			for _, symbol := range d.holds[e.predicate] {
				if len(d.leads[symbol].touch) == 0 {
					symbols = append(symbols, symbol)
				}
				d.leads[symbol].add(e)
			}
		}
	}
	slices.Sort(out.rules)
	out.rest = d.target(any, lead{})
	slices.Sort(symbols)
	out.edges = make([]edge, len(symbols))
	for i, symbol := range symbols {
		l := &d.leads[symbol]
		out.edges[i] = edge{symbol, d.target(*l, any)}
		out.has |= 1 << (symbol & 63)
		l.apart, l.touch = l.apart[:0], l.touch[:0]
	}
	return out
}

// add notes a transition. Every one can be taken by a token that touches the
// one before it.
func (l *lead) add(e nfaEdge) {
	l.touch = append(l.touch, e.to)
	if !e.touch {
		l.apart = append(l.apart, e.to)
	}
}

func (d *subsets) target(a, b lead) target {
	return target{d.id(d.closure(a.apart, b.apart...)), d.id(d.closure(a.touch, b.touch...))}
}

// closure returns the sorted set of states reached without a token. The result
// is good until the next call.
func (d *subsets) closure(states []int, more ...int) []int {
	d.round++
	d.closed = d.closed[:0]
	d.reach(states)
	d.reach(more)
	slices.Sort(d.closed)
	return d.closed
}

func (d *subsets) reach(states []int) {
	for _, i := range states {
		if d.met[i] != d.round {
			d.met[i] = d.round
			d.closed = append(d.closed, i)
			d.reach(d.states[i].free)
		}
	}
}
