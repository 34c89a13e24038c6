package phrase

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// leadingWildcard returns the wildcard that the pattern may begin with, or "".
func leadingWildcard(n node) string {
	switch n.op {
	case opAny:
		return "_"
	case opShape:
		if n.text == shapeWord {
			return "$" + n.text
		}
	case opSeq:
		for _, sub := range n.subs {
			if w := leadingWildcard(sub); w != "" {
				return w
			}
			if !matchesNothing(sub) {
				break
			}
		}
	case opAlt, opOpt:
		for _, sub := range n.subs {
			if w := leadingWildcard(sub); w != "" {
				return w
			}
		}
	}
	return ""
}

func matchesNothing(n node) bool {
	switch n.op {
	case opOpt:
		return true
	case opSeq:
		return !slices.ContainsFunc(n.subs, func(sub node) bool { return !matchesNothing(sub) })
	case opAlt:
		return slices.ContainsFunc(n.subs, matchesNothing)
	case opClass:
		return n.class.empty
	}
	return false
}

func (p *parser) pattern(text string) (node, error) {
	r := &patternReader{parser: p, text: text}
	n, err := r.alternatives()
	if err == nil && r.pos < len(text) {
		err = p.errorf("unexpected %q in pattern %s", text[r.pos], text)
	}
	return n, err
}

// a patternReader descends through the text of one pattern.
type patternReader struct {
	*parser
	text  string
	pos   int
	depth int // groups around pos
}

// maxDepth bounds how deep groups nest, and with it the descent.
const maxDepth = 64

func (r *patternReader) alternatives() (node, error) {
	var alts []node
	for {
		n, err := r.sequence()
		if err != nil {
			return n, err
		}
		if n.op == opSeq && len(n.subs) == 0 {
			return n, r.errorf("empty alternative in pattern %q", r.text)
		}
		alts = append(alts, n)
		if r.pos == len(r.text) || r.text[r.pos] != '|' {
			break
		}
		r.pos++
	}
	if len(alts) == 1 {
		return alts[0], nil
	}
	return node{op: opAlt, subs: alts}, nil
}

func (r *patternReader) sequence() (node, error) {
	var seq []node
	touch := false
	for r.pos < len(r.text) && r.text[r.pos] != '|' && r.text[r.pos] != ')' {
		if c := r.text[r.pos]; c == ' ' || c == '\t' {
			r.pos++
			touch = false
			continue
		}
		n, err := r.item()
		if err != nil {
			return n, err
		}
		if touch {
			n = touching(n)
		}
		if r.pos < len(r.text) && r.text[r.pos] == '?' {
			r.pos++
			n = node{op: opOpt, subs: []node{n}}
		}
		if seq = append(seq, n); len(seq) > maxRule {
			return n, r.errorf("more than %d items in a row", maxRule)
		}
		touch = true
	}
	if len(seq) == 1 {
		return seq[0], nil
	}
	return node{op: opSeq, subs: seq}, nil
}

// touching returns n with the demand that its first token touch the token
// before it.
func touching(n node) node {
	switch n.op {
	case opAlt, opOpt:
		subs := make([]node, len(n.subs))
		for i, sub := range n.subs {
			subs[i] = touching(sub)
		}
		n.subs = subs
	case opSeq:
		first, rest := n.subs[0], n.subs[1:]
		if first.op == opOpt && len(rest) > 0 {
			after := node{op: opSeq, subs: rest}
			with := node{op: opSeq, subs: []node{touching(first.subs[0]), after}}
			without := touching(after)
			return node{op: opAlt, subs: []node{with, without}}
		}
		n.subs = append([]node{touching(first)}, rest...)
	default:
		n.touch = true
	}
	return n
}

// item reads a group, a class, a wildcard, a word or a mark.
func (r *patternReader) item() (node, error) {
	c, n := utf8.DecodeRuneInString(r.text[r.pos:])
	switch {
	case c == '(':
		return r.group()
	case c == '$':
		return r.reference()
	case c == '_':
		return r.wildcard(), nil
	case c == '?':
		return node{}, r.errorf("? after nothing in pattern %s", r.text)
	case isWordRune(c):
		return r.word(), nil
	}
	if c == '\\' && r.pos+1 < len(r.text) {
		r.pos++
		c, n = utf8.DecodeRuneInString(r.text[r.pos:])
	}
	r.pos += n
	return node{op: opMark, text: string(foldMark(c))}, nil
}

func (r *patternReader) group() (node, error) {
	if r.depth++; r.depth > maxDepth {
		return node{}, r.errorf("more than %d groups in each other", maxDepth)
	}
	r.pos++
	n, err := r.alternatives()
	r.depth--
	if err != nil {
		return n, err
	}
	if r.pos == len(r.text) {
		return n, r.errorf("missing ) in pattern %s", r.text)
	}
	r.pos++
	return n, nil
}

func (r *patternReader) reference() (node, error) {
	name := r.take(r.pos+1, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) })
	if c := r.classes[name]; c != nil {
		if c == r.open {
			return node{}, r.errorf("class $%s is part of itself", name)
		}
		return node{op: opClass, text: name, class: c}, nil
	}
	if slices.Contains(r.shapes, name) {
		return node{op: opShape, text: name}, nil
	}
	return node{}, r.errorf("unknown class $%s", name)
}

func (r *patternReader) wildcard() node {
	digits := r.take(r.pos+1, unicode.IsDigit)
	count, err := strconv.Atoi(digits)
	if err != nil {
		return node{op: opAny}
	}
	gap := node{op: opSeq}
	for range max(1, min(count, maxGap)) {
		gap.subs = append(gap.subs, node{op: opOpt, subs: []node{{op: opAny}}})
	}
	return gap
}

// maxGap bounds the wildcard _n, so that rules stay short and matching linear.
const maxGap = 12

func (r *patternReader) word() node {
	word := r.take(r.pos, isWordRune)
	form := CaseOf(word)
	return node{op: opWord, text: strings.ToLower(word), form: form}
}

// take reads the run of runes from position from that ok accepts.
func (r *patternReader) take(from int, ok func(rune) bool) string {
	end := from
	for end < len(r.text) {
		c, n := utf8.DecodeRuneInString(r.text[end:])
		if !ok(c) {
			break
		}
		end += n
	}
	r.pos = end
	return r.text[from:end]
}
