package model

import (
	"fmt"
	"io"
	"slices"
	"strings"

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
	effects []effect
}

// places are where in its line a rule's phrase may have to stand.
var places = [...]string{"whole", "start", "end", "in"}

// Compile compiles rule files, whose productions name a kind and a place. The
// first source is the built-in one, rules of the others are the user's.
func Compile(sources ...phrase.Source) (*Rules, error) {
	set, err := phrase.Compile(phrase.Lexer{}, sources...)
	if err != nil {
		return nil, err
	}
	r := &Rules{set: set}
	for _, rule := range set.Rules() {
		kind, place, _ := strings.Cut(rule.Production, " ")
		k := slices.Index(KindNames[:], kind)
		if k < 0 {
			return nil, fmt.Errorf("%s: rule %s: unknown kind %q", rule.Pos(), rule.Name, kind)
		}
		place, maybe := strings.CutSuffix(strings.TrimSpace(place), " maybe")
		if !slices.Contains(places[:], place) {
			return nil, fmt.Errorf("%s: rule %s: unknown place %q", rule.Pos(), rule.Name, place)
		}
		r.effects = append(r.effects, effect{uint8(k), place, rule.File != sources[0].Name, maybe})
	}
	return r, nil
}

// Source reads a rule file.
func Source(name string, r io.Reader) (phrase.Source, error) {
	data, err := io.ReadAll(r)
	return phrase.Source{Name: name, Text: string(data)}, err
}

// Set returns the compiled rules, for tests of the files.
func (r *Rules) Set() *phrase.Set { return r.set }

// With returns the same rules with another set of them compiled, for tests.
func (r *Rules) With(set *phrase.Set) *Rules { return &Rules{set, r.effects} }

// Name returns the name of a rule.
func (r *Rules) Name(rule int) string { return r.set.Rules()[rule].Name }

// Kind returns the kind that a rule stands for.
func (r *Rules) Kind(rule int) uint8 { return r.effects[rule].kind }

// decidedWords is how many words the longest line has that a built-in rule
// decides; a user's rule decides any.
const decidedWords = 40

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

type matcher struct {
	rules  *Rules
	tokens []phrase.Token
	m      *Match
	tail   Match // of the end of a line, for MatchLine
	i      int
	first  int
	last   int
	yield  func(rule, n int) bool
}

// find fills m with what the rules say of line.
func (x *matcher) find(line string, m *Match) {
	*m = Match{Rule: -1}
	x.m = m
	if x.yield == nil {
		x.yield = x.take
	}
	if len(line) <= longLine {
		x.part(line, true, true)
		return
	}
	const part = longLine / 2
	head := strings.LastIndexByte(line[:part], ' ')
	tail := strings.IndexByte(line[len(line)-part:], ' ')
	if head > 0 && tail >= 0 {
		x.part(line[:head], true, false)
		x.part(line[len(line)-part+tail:], false, true)
	}
}

func (x *matcher) part(text string, head, tail bool) {
	x.tokens = x.rules.set.Tokens(x.tokens[:0], text)
	n := len(x.tokens)
	x.first, x.last = -1, n
	if head {
		x.first = slices.IndexFunc(x.tokens, func(t phrase.Token) bool { return isWord(text[t.Start]) })
	}
	if !tail {
		x.last = n + 1
	} else {
		for i := n; i > 0; i-- {
			if isWord(text[x.tokens[i-1].Start]) {
				x.last = i
				break
			}
		}
	}
	for i, t := range x.tokens {
		if x.rules.set.Begins(t) {
			x.i = i
			x.rules.set.All(x.tokens, i, x.yield)
		}
	}
}

func isWord(c byte) bool {
	return c >= 0x80 || 'a' <= c|0x20 && c|0x20 <= 'z' || isDigit(c)
}

func (x *matcher) take(rule, n int) bool {
	e := x.rules.effects[rule]
	start, end := x.i <= x.first, x.i+n >= x.last
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

// MatchLine returns the strongest of the page's rules for a line, or -1.
func (p *Page) MatchLine(line string) int {
	p.match.find(line, &p.match.tail)
	return int(p.match.tail.Rule)
}

// Whole reports whether a rule speaks of whole lines only.
func (r *Rules) Whole(rule int) bool { return r.effects[rule].place == "whole" }

// stronger reports whether a match at place is stronger than the one found
// before: a user's before a built-in one, one that decides before one that does
// not, and one that says more of its line.
func (x *matcher) stronger(e effect, place where) bool {
	old := x.rules.effects[x.m.Rule]
	switch {
	case e.user != old.user:
		return e.user
	case e.maybe != old.maybe:
		return old.maybe
	}
	return place > x.m.place
}
