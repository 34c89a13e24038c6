package phrase

import "fmt"

// A Lexer tells which shapes a word has: what a list of words cannot say, such
// as "a number from 1 to 12" or "four digits". Its zero value knows no shape.
type Lexer struct {
	// Kinds lists the kinds of words, each with the names of its shapes.
	// Kind 0 is a word without a shape.
	Kinds [][]string
	// Kind returns the kind of a word. It is called for words that stand in no
	// rule and, when the rules are compiled, for those that do.
	Kind func(word string) int
	// First lists the ASCII characters with which words of other kinds than 0
	// begin, so that Kind need not be asked about others; empty: any.
	First string
}

// Shapes that every Lexer has.
const (
	shapeWord    = "word"
	shapeCapital = "Word"
	shapeNumber  = "number"
)

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
	b := &builder{ids: make(map[predicate]int32, usualPredicates*len(trees)), classes: map[int]*class{}}
	b.states = make([]place, 0, usualStates*len(trees))
	b.moves = make([]move, 0, usualMoves*len(trees))
	for i, tree := range trees {
		start, ok := b.add(i, tree)
		if !ok {
			return nil, fmt.Errorf("%s: rule %s is too large", s.rules[i].Pos(), s.rules[i].Name)
		}
		s.starts = append(s.starts, start)
	}
	s.fillShaped()
	b.symbols(s)
	s.network = b.network
	if !s.determinize() {
		last := s.rules[len(s.rules)-1]
		return nil, fmt.Errorf("%s: the rules up to here need more than %d states", last.Pos(), maxStates)
	}
	return s, nil
}

// What a rule usually needs.
const (
	usualStates     = 18
	usualMoves      = 24
	usualPredicates = 6
)

// What a set may need: mistakes, not rules, need more.
const (
	maxRule   = 1 << 14 // states of one rule's pattern
	maxStates = 1 << 17 // states of the automaton
)

// fillShaped notes which bytes can begin a word of a kind other than 0.
func (s *Set) fillShaped() {
	for c := range s.shaped {
		s.shaped[c] = s.lexer.Kind != nil && s.lexer.First == ""
	}
	for i := range len(s.lexer.First) {
		s.shaped[s.lexer.First[i]] = true
	}
}
