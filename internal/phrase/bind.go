package phrase

import "strings"

// A Capture is a class or shape of a rule's pattern with the tokens that stand
// for it: tokens[From:To].
type Capture struct {
	Name     string // "unit" for $unit
	Value    string // of the member; empty for shapes and members without one
	From, To int
}

// Bind tells which tokens stand for which class and shape of the rule's
// pattern, in the order of the pattern; a class inside the member of another
// follows that one. tokens must be a phrase that the rule matches; for others
// ok is false. Where a phrase can be read in several ways, earlier
// alternatives and present options win. It takes time in the length of the
// phrase and the number of options in the pattern.
func (s *Set) Bind(rule int, text string, tokens []Token) (captures []Capture, ok bool) {
	b := &binder{set: s, text: text, tokens: tokens}
	ok = b.match(s.trees[rule], 0, func(end int) bool { return end == len(tokens) })
	return b.captures, ok
}

// a binder matches one pattern by backtracking.
type binder struct {
	set      *Set
	text     string
	tokens   []Token
	captures []Capture
}

// match calls then with each position at which n can end when it begins at i,
// until then returns true.
func (b *binder) match(n node, i int, then func(end int) bool) bool {
	switch n.op {
	case opSeq:
		return b.sequence(n.subs, i, then)
	case opAlt:
		for _, sub := range n.subs {
			if b.match(sub, i, then) {
				return true
			}
		}
		return false
	case opOpt:
		return b.match(n.subs[0], i, then) || then(i)
	case opClass:
		return b.member(n, i, then)
	}
	if i == len(b.tokens) || n.touch && i > 0 && b.tokens[i].Gap != None || !b.holds(n, b.tokens[i]) {
		return false
	}
	if n.op != opShape {
		return then(i + 1)
	}
	return b.capture(Capture{n.text, "", i, i + 1}, func() bool { return then(i + 1) })
}

func (b *binder) sequence(subs []node, i int, then func(int) bool) bool {
	if len(subs) == 0 {
		return then(i)
	}
	return b.match(subs[0], i, func(end int) bool { return b.sequence(subs[1:], end, then) })
}

// member tries the members of a class, those of several tokens first.
func (b *binder) member(n node, i int, then func(int) bool) bool {
	at := len(b.captures)
	for _, m := range n.class.members {
		if n.touch {
			m.pattern = touching(m.pattern)
		}
		if b.capture(Capture{n.text, m.value, i, i}, func() bool {
			return b.match(m.pattern, i, func(end int) bool {
				b.captures[at].To = end
				return then(end)
			})
		}) {
			return true
		}
	}
	if i == len(b.tokens) || n.touch && i > 0 && b.tokens[i].Gap != None {
		return false
	}
	word := b.word(b.tokens[i])
	for _, w := range n.class.words {
		if w.text == strings.ToLower(word) && w.form <= CaseOf(word) {
			return b.capture(Capture{n.text, n.class.single[w.text], i, i + 1}, func() bool { return then(i + 1) })
		}
	}
	return false
}

// capture records c while rest is tried, and for good where it succeeds.
func (b *binder) capture(c Capture, rest func() bool) bool {
	at := len(b.captures)
	b.captures = append(b.captures, c)
	if rest() {
		return true
	}
	b.captures = b.captures[:at]
	return false
}

func (b *binder) word(t Token) string { return b.text[t.Start:t.End] }

// holds tells whether n, which asks for one token, is content with t.
func (b *binder) holds(n node, t Token) bool {
	word := b.word(t)
	switch n.op {
	case opAny:
		return true
	case opWord:
		return strings.ToLower(word) == n.text && n.form <= CaseOf(word)
	case opMark:
		for _, r := range word {
			return string(foldMark(r)) == n.text
		}
		return false
	}
	return b.set.hasShape(word, n.text)
}
