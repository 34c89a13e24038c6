package phrase

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Source is a rule file: its name for errors, and its text.
type Source struct {
	Name string
	Text string
}

// A Rule is one rule as its file states it.
type Rule struct {
	Name       string
	Pattern    string
	Production string
	File       string
	Line       int
	Examples   []Example
}

// Pos returns where the rule stands, as "file:line".
func (r Rule) Pos() string { return r.File + ":" + strconv.Itoa(r.Line) }

// An Example is a text that a rule must match, or must not.
type Example struct {
	Text string
	Args []string // the fields after the text
	Miss bool     // a near miss
	Line int
}

// A node is a part of a pattern.
type node struct {
	op    op
	touch bool   // its first token must touch the token before
	text  string // of a word or mark: folded; of a class or shape: its name
	form  letterCase
	class *class
	subs  []node // of seq, alt; of opt the only one
}

type op uint8

const (
	opWord  op = iota // one word, at least in the letter case of form
	opMark            // one other character
	opShape           // one token of a shape
	opAny             // one token
	opClass           // a member of a class
	opSeq
	opAlt
	opOpt
)

// A class is a named list of patterns with values.
type class struct {
	name    string
	id      int               // of the predicate that the single words share
	single  map[string]string // folded single words -> value
	words   []node            // the single words
	members []member          // all others
}

type member struct {
	pattern node
	value   string
}

// a parser reads one file.
type parser struct {
	source  Source
	line    int
	shapes  []string // that the lexer knows
	classes map[string]*class
	nrClass *int // over all files
	open    *class
	rules   []Rule
	trees   []node
}

func (p *parser) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", p.source.Name, p.line, fmt.Sprintf(format, args...))
}

func (p *parser) parse() error {
	for line := range strings.Lines(p.source.Text) {
		p.line++
		line = strings.TrimRightFunc(line, unicode.IsSpace)
		var err error
		switch trimmed := strings.TrimSpace(line); {
		case trimmed == "" || trimmed[0] == '#':
		case len(trimmed) < len(line) && trimmed[0] == '|':
			if p.open == nil {
				err = p.errorf("members of no class")
			} else {
				err = p.members(trimmed[1:])
			}
		case len(trimmed) < len(line):
			err = p.example(trimmed)
		case trimmed[0] == '$':
			err = p.class(trimmed)
		default:
			err = p.rule(trimmed)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (p *parser) class(line string) error {
	name, members, ok := strings.Cut(line[1:], "=")
	name = strings.TrimSpace(name)
	if !ok || !isClassName(name) {
		return p.errorf("a class is written $name = member | member:value")
	}
	if p.classes[name] != nil {
		return p.errorf("class $%s is defined twice", name)
	}
	if slices.Contains(p.shapes, name) {
		return p.errorf("class $%s has the name of a shape", name)
	}
	p.open = &class{name: name, id: *p.nrClass, single: map[string]string{}}
	*p.nrClass++
	p.classes[name] = p.open
	return p.members(members)
}

func (p *parser) members(text string) error {
	for _, part := range splitTop(text, '|') {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		pattern, value := part, ""
		if i := strings.LastIndexByte(part, ':'); i > 0 && part[i-1] != '\\' {
			pattern, value = strings.TrimSpace(part[:i]), strings.TrimSpace(part[i+1:])
		}
		tree, err := p.pattern(pattern)
		if err != nil {
			return err
		}
		if tree.op == opWord {
			if _, twice := p.open.single[tree.text]; twice {
				return p.errorf("%q is twice in class $%s", tree.text, p.open.name)
			}
			p.open.single[tree.text] = value
			p.open.words = append(p.open.words, tree)
		} else {
			p.open.members = append(p.open.members, member{tree, value})
		}
	}
	return nil
}

func (p *parser) rule(line string) error {
	p.open = nil
	name, rest, _ := strings.Cut(line, " ")
	pattern, production, _ := strings.Cut(rest, "=>")
	r := Rule{
		Name: name, Pattern: strings.TrimSpace(pattern), Production: strings.TrimSpace(production),
		File: p.source.Name, Line: p.line,
	}
	if !isName(name) {
		return p.errorf("rule name %q: letters, digits and hyphens only", name)
	}
	tree, err := p.pattern(r.Pattern)
	if err != nil {
		return err
	}
	if word := leadingWildcard(tree); word != "" {
		return p.errorf("rule %s begins with the wildcard %s", name, word)
	}
	if matchesNothing(tree) {
		return p.errorf("rule %s matches the empty text", name)
	}
	p.rules = append(p.rules, r)
	p.trees = append(p.trees, tree)
	return nil
}

func (p *parser) example(line string) error {
	if len(p.rules) == 0 || p.open != nil {
		return p.errorf("an example of no rule")
	}
	if line[0] != '=' && line[0] != '!' {
		return p.errorf("an example begins with = or !, not %q", line[0])
	}
	rest := strings.TrimSpace(line[1:])
	quoted, err := strconv.QuotedPrefix(rest)
	if err != nil {
		return p.errorf("the text of an example stands in double quotes: %s", rest)
	}
	text, err := strconv.Unquote(quoted)
	if err != nil {
		return p.errorf("%s: %v", quoted, err)
	}
	r := &p.rules[len(p.rules)-1]
	r.Examples = append(r.Examples, Example{
		Text: text, Args: strings.Fields(rest[len(quoted):]), Miss: line[0] == '!', Line: p.line,
	})
	return nil
}

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
		return slices.ContainsFunc(n.class.members, func(m member) bool { return matchesNothing(m.pattern) })
	}
	return false
}

func isName(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

func isClassName(s string) bool {
	return isName(s) && !strings.ContainsAny(s, "-_")
}

// splitTop splits at sep outside of parentheses and not after a backslash.
func splitTop(s string, sep byte) (parts []string) {
	depth, from := 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			depth--
		case sep:
			if depth == 0 {
				parts = append(parts, s[from:i])
				from = i + 1
			}
		}
	}
	return append(parts, s[from:])
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
	text string
	pos  int
}

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
		seq = append(seq, n)
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
			with := node{op: opSeq, subs: append([]node{touching(first.subs[0])}, rest...)}
			without := touching(node{op: opSeq, subs: rest})
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
	r.pos++
	n, err := r.alternatives()
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
	form := caseOf(word)
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
