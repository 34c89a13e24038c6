package phrase

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
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
	form  Case
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
	empty   bool              // one of these matches the empty text
}

type member struct {
	pattern node
	value   string
	capture int32 // in the network
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
			p.open.add(tree, value)
		}
	}
	return nil
}

// add adds a member of several tokens, as one more alternative of the last one
// if both have the same value: that needs fewer states.
func (c *class) add(pattern node, value string) {
	c.empty = c.empty || matchesNothing(pattern)
	last := len(c.members) - 1
	if last < 0 || c.members[last].value != value {
		c.members = append(c.members, member{pattern: node{op: opAlt, subs: []node{pattern}}, value: value})
		return
	}
	alternatives := &c.members[last].pattern.subs
	*alternatives = append(*alternatives, pattern)
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
