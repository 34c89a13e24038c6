package phrase

import (
	"encoding/binary"
	"maps"
	"math"
	"slices"
	"unicode/utf8"
)

// symbols gives each token that the rules can tell from others a symbol: all
// tokens for which the same predicates hold share one.
func (c *compiler) symbols() {
	s := c.set
	c.holds = make([][]uint16, len(c.predicates))
	c.known = map[string]uint16{}
	s.unknownMark = c.symbol(nil)
	for kind := range max(1, len(s.lexer.Kinds)) {
		var byCase [nrCases]uint16
		for form := range Case(nrCases) {
			byCase[form] = c.symbol(c.shapes(kind, false, form))
		}
		s.unknownWord = append(s.unknownWord, byCase)
		s.unknownNumber = append(s.unknownNumber, c.symbol(c.shapes(kind, true, Lower)))
	}
	for i := range s.mark {
		s.mark[i] = s.unknownMark
	}
	s.marks = map[rune]uint16{}
	words := map[string]bool{}
	for p := range c.predicates {
		switch p.op {
		case opWord:
			words[p.text] = true
		case opMark:
			r, _ := utf8.DecodeRuneInString(p.text)
			n := c.symbol(c.has(nil, p))
			if r < utf8.RuneSelf {
				s.mark[r] = n
			} else {
				s.marks[r] = n
			}
		}
	}
	members := map[string][]membership{}
	for id, class := range s.classes {
		for _, w := range class.words {
			members[w.text] = append(members[w.text], membership{id, w.form})
		}
	}
	for _, word := range slices.Sorted(maps.Keys(words)) {
		s.vocabulary = append(s.vocabulary, c.entry(word, members[word]))
	}
	s.fill()
}

// symbol returns the symbol of the tokens for which just these predicates hold.
func (c *compiler) symbol(ids []int) uint16 {
	slices.Sort(ids)
	key := setKey(ids)
	n, ok := c.known[key]
	if !ok {
		if len(c.known) == math.MaxUint16 {
			panic("phrase: more than 65535 kinds of words in one set of rules")
		}
		n = uint16(len(c.known))
		c.known[key] = n
		for _, id := range ids {
			c.holds[id] = append(c.holds[id], n)
		}
	}
	return n
}

// has appends the predicate to ids if a rule asks for it.
func (c *compiler) has(ids []int, p predicate) []int {
	if id, ok := c.predicates[p]; ok {
		return append(ids, id)
	}
	return ids
}

// shapes returns the predicates on the shape of a word.
func (c *compiler) shapes(kind int, number bool, form Case) (ids []int) {
	if number {
		ids = c.has(ids, predicate{op: opShape, text: shapeNumber})
	} else {
		ids = c.has(ids, predicate{op: opShape, text: shapeWord})
		if form != Lower {
			ids = c.has(ids, predicate{op: opShape, text: shapeCapital})
		}
	}
	if kind < len(c.set.lexer.Kinds) {
		for _, name := range c.set.lexer.Kinds[kind] {
			ids = c.has(ids, predicate{op: opShape, text: name})
		}
	}
	return ids
}

// A membership is a class that a word belongs to where it is written at least
// in the letter case of form.
type membership struct {
	class int
	form  Case
}

// entry returns a word of the vocabulary with its symbols.
func (c *compiler) entry(word string, members []membership) entry {
	e := entry{folded: word, hash: hashString(word)}
	number := '0' <= word[0] && word[0] <= '9'
	kind := 0
	if c.set.lexer.Kind != nil {
		kind = c.set.lexer.Kind(word)
	}
	for form := range Case(nrCases) {
		ids := c.shapes(kind, number, form)
		for least := Lower; least <= form; least++ {
			ids = c.has(ids, predicate{op: opWord, text: word, form: least})
		}
		for _, m := range members {
			if m.form <= form {
				ids = c.has(ids, predicate{op: opClass, id: m.class})
			}
		}
		e.symbol[form] = c.symbol(ids)
	}
	return e
}

// fill makes the hash table of the vocabulary, at most half full.
func (s *Set) fill() {
	size := 16
	for size < 2*len(s.vocabulary) {
		size *= 2
	}
	s.slots = make([]slot, size)
	s.mask = uint32(size - 1)
	for i, e := range s.vocabulary {
		at := e.hash & s.mask
		for s.slots[at].word != 0 {
			at = (at + 1) & s.mask
		}
		s.slots[at] = slot{uint16(e.hash >> 16), uint16(i + 1)}
	}
}

// setKey writes a sorted set down as the key of a map.
func setKey(set []int) string {
	var key []byte
	for _, n := range set {
		key = binary.AppendUvarint(key, uint64(n))
	}
	return string(key)
}
