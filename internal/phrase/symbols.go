package phrase

import (
	"encoding/binary"
	"maps"
	"math"
	"slices"
	"unicode/utf8"
)

// a symbolizer gives each token that the rules can tell from others a symbol:
// all tokens for which the same predicates hold share one.
type symbolizer struct {
	*builder
	set   *Set
	known map[string]uint16 // sets of predicates with a symbol
	key   []byte

	shaped [][nrCases + 1][]int32 // by kind: the predicates on the shape of a word of each case, and of a number
}

// symbols fills the tables of the set that turn tokens into symbols, and says
// for which of them each predicate holds.
func (b *builder) symbols(s *Set) {
	z := &symbolizer{builder: b, set: s, known: make(map[string]uint16, 2*len(b.predicates))}
	b.holds = make([][]uint16, len(b.predicates))
	s.unknownMark = z.symbol(nil)
	for kind := range max(1, len(s.lexer.Kinds)) {
		var shaped [nrCases + 1][]int32
		var byCase [nrCases]uint16
		for form := range Case(nrCases) {
			shaped[form] = z.shapes(kind, false, form)
			byCase[form] = z.symbol(shaped[form])
		}
		shaped[nrCases] = z.shapes(kind, true, Lower)
		z.shaped = append(z.shaped, shaped)
		s.unknownWord = append(s.unknownWord, byCase)
		s.unknownNumber = append(s.unknownNumber, z.symbol(shaped[nrCases]))
	}
	z.marks()
	z.words()
	s.nrSymbols = len(z.known)
}

// marks gives the characters that stand in rules their symbols.
func (z *symbolizer) marks() {
	s := z.set
	for i := range s.mark {
		s.mark[i] = s.unknownMark
	}
	s.marks = map[rune]uint16{}
	for id, p := range z.predicates {
		if p.op != opMark {
			continue
		}
		r, _ := utf8.DecodeRuneInString(p.text)
		symbol := z.symbol([]int32{int32(id)})
		if r < utf8.RuneSelf {
			s.mark[r] = symbol
		} else {
			s.marks[r] = symbol
		}
	}
}

// words makes the vocabulary of the words of all patterns and classes.
func (z *symbolizer) words() {
	asked := make(map[string][]condition, len(z.predicates))
	for id, p := range z.predicates {
		if p.op == opWord {
			asked[p.text] = append(asked[p.text], condition{int32(id), p.form})
		}
	}
	for id, class := range z.classes {
		on := z.ids[predicate{op: opClass, id: id}] // if it has words
		for _, w := range class.words {
			asked[w.text] = append(asked[w.text], condition{on, w.form})
		}
	}
	v := &z.set.vocabulary
	v.entries = append(make([]entry, 0, 1+len(asked)), entry{symbol: z.set.unknownWord[0]})
	place := make(map[string]int32, len(asked))
	for _, word := range slices.Sorted(maps.Keys(asked)) {
		place[word] = int32(len(v.entries))
		v.entries = append(v.entries, z.entry(word, asked[word]))
	}
	v.index()
	nrMembers := 0
	for _, class := range z.classes {
		nrMembers += len(class.single)
	}
	z.values = make(map[memberWord]Capture, nrMembers)
	for id, class := range z.classes {
		for word, value := range class.single {
			z.values[memberWord{int32(id), place[word]}] = newCapture(class.name, value)
		}
	}
}

// A condition is a predicate that holds for a word that is written at least in
// the letter case of form.
type condition struct {
	predicate int32
	form      Case
}

// entry returns a word of the vocabulary with its symbols.
func (z *symbolizer) entry(word string, asked []condition) entry {
	e := entry{folded: word, key: keyOf(word)}
	number := isDigit(word[0])
	kind := 0
	if z.set.lexer.Kind != nil {
		kind = z.set.lexer.Kind(word)
	}
	var buffer [16]int32
	for form := range Case(nrCases) {
		shape := form
		if number {
			shape = nrCases
		}
		ids := append(buffer[:0], z.shaped[kind][shape]...)
		for _, c := range asked {
			if c.form <= form {
				ids = append(ids, c.predicate)
			}
		}
		e.symbol[form] = z.symbol(ids)
	}
	return e
}

// shapes returns the predicates on the shape of a word.
func (z *symbolizer) shapes(kind int, number bool, form Case) (ids []int32) {
	switch {
	case number:
		ids = z.shape(ids, shapeNumber)
	case form != Lower:
		ids = z.shape(z.shape(ids, shapeWord), shapeCapital)
	default:
		ids = z.shape(ids, shapeWord)
	}
	if kind < len(z.set.lexer.Kinds) {
		for _, name := range z.set.lexer.Kinds[kind] {
			ids = z.shape(ids, name)
		}
	}
	return ids
}

// shape appends the predicate on a shape if a rule asks for it.
func (z *symbolizer) shape(ids []int32, name string) []int32 {
	if id, ok := z.ids[predicate{op: opShape, text: name}]; ok {
		return append(ids, id)
	}
	return ids
}

// symbol returns the symbol of the tokens for which just these predicates hold.
func (z *symbolizer) symbol(ids []int32) uint16 {
	slices.Sort(ids)
	z.key = setKey(z.key[:0], ids)
	n, ok := z.known[string(z.key)]
	if !ok {
		if len(z.known) == math.MaxUint16 {
			panic("phrase: more than 65535 kinds of words in one set of rules")
		}
		n = uint16(len(z.known))
		z.known[string(z.key)] = n
		for _, id := range ids {
			z.holds[id] = append(z.holds[id], n)
		}
	}
	return n
}

// setKey appends a sorted set written down as the key of a map.
func setKey(key []byte, set []int32) []byte {
	for _, n := range set {
		key = binary.AppendUvarint(key, uint64(n))
	}
	return key
}
