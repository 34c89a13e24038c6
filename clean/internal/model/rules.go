package model

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"

	"example.org/newstext/clean/rules"
	"example.org/newstext/internal/phrase"
)

// KindNames are the names of the kinds of blocks, in the order of the public
// package's constants.
var KindNames = [...]string{
	"other", "body", "subhead", "headline", "deck", "byline", "date", "caption", "credit",
	"pagetitle", "sitename", "section", "share", "subscribe", "promo", "teaser", "about",
	"comments", "legal", "widget",
}

// where is where in its line a phrase must stand to mean something.
type where uint8

const (
	in where = iota
	edge
	whole
)

// An effect is what a rule's production says.
type effect struct {
	kind  uint8
	place string
	user  bool
	maybe bool // evidence only
}

// Rules are compiled rule files.
type Rules struct {
	set     *phrase.Set
	lexicon *lexicon
	classes *classTable
	effects []effect
}

// places are where in its line a rule's phrase may have to stand.
var places = [...]string{"whole", "start", "end", "in"}

// Builtin returns the built-in rules, which are compiled once.
var Builtin = sync.OnceValue(func() *Rules {
	r, err := Compile()
	if err != nil {
		panic(err) // the embedded files compile
	}
	return r
})

// Compile compiles the built-in rule files and a user's, whose productions name a
// kind and a place.
func Compile(own ...phrase.Source) (*Rules, error) { return compile(rules.Files(), own) }

func compile(builtin, own []phrase.Source) (*Rules, error) {
	set, err := phrase.Compile(phrase.Lexer{}, slices.Concat(builtin, own)...)
	if err != nil {
		return nil, err
	}
	r := &Rules{set: set, lexicon: newLexicon(set), classes: classes()}
	for _, rule := range set.Rules() {
		kind, place, _ := strings.Cut(rule.Production, " ")
		k := slices.Index(KindNames[:], kind)
		if k < 0 {
			return nil, fmt.Errorf("%s: rule %s: unknown kind %q", rule.Pos(), rule.Name, kind)
		}
		user := slices.ContainsFunc(own, func(s phrase.Source) bool { return s.Name == rule.File })
		place, maybe := strings.CutSuffix(strings.TrimSpace(place), " maybe")
		if !slices.Contains(places[:], place) {
			return nil, fmt.Errorf("%s: rule %s: unknown place %q", rule.Pos(), rule.Name, place)
		}
		r.effects = append(r.effects, effect{uint8(k), place, user, maybe})
	}
	return r, nil
}

// Set returns the compiled rules, for tests of the files.
func (r *Rules) Set() *phrase.Set { return r.set }

// With returns the same rules with another set of them compiled, for tests.
func (r *Rules) With(set *phrase.Set) *Rules { return &Rules{set, r.lexicon, r.classes, r.effects} }

// Name returns the name of a rule.
func (r *Rules) Name(rule int) string { return r.set.Rules()[rule].Name }

// Kind returns the kind that a rule stands for.
func (r *Rules) Kind(rule int) uint8 { return r.effects[rule].kind }

// decidedWords is how many words the longest line has that a built-in rule
// decides; a user's rule decides any.
const decidedWords = 40

// Deciding yields the names of the user's rules that settle what a line is.
func (r *Rules) Deciding() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i, e := range r.effects {
			if e.user && !e.maybe && !yield(r.Name(i)) {
				return
			}
		}
	}
}

// Decides reports whether the rule settles what a line of so many words is.
func (r *Rules) Decides(rule int, words int32) bool {
	e := r.effects[rule]
	return !e.maybe && (e.user || words <= decidedWords)
}

// A match is the strongest phrase of a line, and which kinds have one.
type Match struct {
	mask  [3]uint32 // by where
	Rule  int16     // the strongest, -1 if none
	place where
}

const longLine = 180 // bytes; of longer lines only both ends are looked at

// TailBytes is how far from the end of a line Page.MatchTail can look.
const TailBytes = 200

// ends returns which part of the line, between two spaces, is not looked at:
// all of it where a long line has no space near its ends.
func ends(line string) (from, to int) {
	if len(line) <= longLine {
		return len(line), len(line)
	}
	const part = longLine / 2
	from = strings.LastIndexByte(line[:part], ' ')
	to = strings.IndexByte(line[len(line)-part:], ' ')
	if from <= 0 || to < 0 {
		return 0, len(line)
	}
	return from, len(line) - part + to
}

type matcher struct {
	rules *Rules
	m     *Match
	other Match // of what MatchLine or MatchTail was asked for
	yield func(at, rule, n int) bool
	own   []phrase.Token // of lines that no scanner has read

	text       string // whose tokens are held against the rules
	tokens     []phrase.Token
	head, tail bool // the tokens are the first of the line, the last
}

// find fills m with what the rules say of the line that the scanner has read,
// from byte at on: 0, or the beginning of a token in its tail.
func (x *matcher) find(s *scanner, at int, m *Match) {
	if s.foreign {
		x.read(s.line[at:], m)
		return
	}
	x.begin(m)
	from, to := ends(s.line[at:])
	from, to = at+from, at+to
	tokens := s.tokens
	if at > 0 {
		tokens = tokens[tokensBefore(tokens, at):]
	}
	head := tokens[:tokensBefore(tokens, from)]
	if from == len(s.line) {
		x.part(s.line, head, true, true)
		return
	}
	x.part(s.line, head, true, false)
	x.part(s.line, tokens[tokensBefore(tokens, to):], false, true)
}

// tokensBefore returns how many of the tokens begin before byte at.
func tokensBefore(tokens []phrase.Token, at int) int {
	n := len(tokens)
	for n > 0 && tokens[n-1].Start >= at {
		n--
	}
	return n
}

// read fills m with what the rules say of a line that no scanner has read, or
// whose tokens the scanner does not know.
func (x *matcher) read(line string, m *Match) {
	x.begin(m)
	from, to := ends(line)
	set := x.rules.set
	x.own = set.Tokens(x.own[:0], line[:from])
	x.part(line, x.own, true, from == len(line))
	if to < len(line) {
		x.own = set.Tokens(x.own[:0], line[to:])
		x.part(line[to:], x.own, false, true)
	}
}

func (x *matcher) begin(m *Match) {
	*m = Match{Rule: -1}
	x.m = m
	if x.yield == nil {
		x.yield = x.take
	}
}

// part holds the rules against tokens of text that begin its line, end it, or
// both.
func (x *matcher) part(text string, tokens []phrase.Token, head, tail bool) {
	x.text, x.tokens, x.head, x.tail = text, tokens, head, tail
	x.rules.set.All(tokens, x.yield)
}

func (x *matcher) hasWord(tokens []phrase.Token) bool {
	return slices.ContainsFunc(tokens, func(t phrase.Token) bool { return isWord(x.text[t.Start]) })
}

func isWord(c byte) bool {
	return c >= 0x80 || 'a' <= c|0x20 && c|0x20 <= 'z' || isDigit(c)
}

// take notes a phrase of n tokens from the one with number at on.
func (x *matcher) take(at, rule, n int) bool {
	e := &x.rules.effects[rule]
	start := x.head && !x.hasWord(x.tokens[:at])
	end := x.tail && !x.hasWord(x.tokens[at+n:])
	var place where
	switch e.place {
	case "whole":
		if !start || !end {
			return true
		}
		place = whole
	case "start":
		if !start {
			return true
		}
		place = edge
	case "end":
		if !end {
			return true
		}
		place = edge
	}
	if start && end {
		place = whole
	}
	x.m.mask[place] |= 1 << e.kind
	if x.m.Rule < 0 || x.stronger(e, place) {
		x.m.Rule, x.m.place = int16(rule), place
	}
	return true
}

// MatchLine returns the strongest of the page's rules for a line, which need
// not be one of the page, or -1.
func (p *Page) MatchLine(line string) int {
	p.match.read(line, &p.match.other)
	return int(p.match.other.Rule)
}

// MatchTail returns the strongest rule for what stands in the last line from
// byte at on, or -1. There a word or a mark must begin, at most TailBytes before
// the end.
func (p *Page) MatchTail(at int) int {
	p.match.find(&p.scan, at, &p.match.other)
	return int(p.match.other.Rule)
}

// Whole reports whether a rule speaks of whole lines only.
func (r *Rules) Whole(rule int) bool { return r.effects[rule].place == "whole" }

// stronger reports whether a match at place is stronger than the one found
// before: a user's before a built-in one, one that decides before one that does
// not, and one that says more of its line.
func (x *matcher) stronger(e *effect, place where) bool {
	old := &x.rules.effects[x.m.Rule]
	switch {
	case e.user != old.user:
		return e.user
	case e.maybe != old.maybe:
		return old.maybe
	}
	return place > x.m.place
}
