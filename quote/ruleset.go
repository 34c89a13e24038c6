package quote

import (
	_ "embed"
	"strings"
	"sync"

	"example.org/newstext/internal/phrase"
)

//go:embed rules/cues.txt
var cueRules string

// A cueKind tells where the speaker of a cue stands.
type cueKind uint8

const (
	noCue cueKind = iota
	sayCue
	callCue
	viewCue
	reportCue
	sourceCue
	quotesCue
	nobodyCue
)

var cueKinds = map[string]cueKind{
	"say": sayCue, "call": callCue, "view": viewCue, "report": reportCue,
	"source": sourceCue, "quotes": quotesCue, "nobody": nobodyCue,
}

// cueRuleset are the rules for cues, and the lexicon with the words of them.
type cueRuleset struct {
	set   *phrase.Set
	kinds []cueKind // by rule
	lexis *lexicon
}

// cues returns the rules for cues.
var cues = sync.OnceValue(func() *cueRuleset {
	set, err := phrase.Compile(phrase.Lexer{}, phrase.Source{Name: "rules/cues.txt", Text: cueRules})
	if err != nil {
		panic(err) // the file is embedded and tested
	}
	return newCueRuleset(set)
})

// newCueRuleset returns the rules of set.
func newCueRuleset(set *phrase.Set) *cueRuleset {
	c := &cueRuleset{set: set, lexis: newLexicon()}
	c.lexis.addRules()
	for _, r := range set.Rules() {
		c.kinds = append(c.kinds, cueKinds[r.Production])
	}
	for _, r := range set.Rules() {
		alternatives, more := r.Pattern, ""
		if strings.HasPrefix(alternatives, "(") {
			alternatives, more, _ = strings.Cut(alternatives[1:], ")")
		}
		for alternative := range strings.SplitSeq(alternatives, "|") {
			c.learn(alternative, more == "")
		}
	}
	return c
}

// learn puts what a cue begins with into the lexicon; whole tells whether it ends
// with the alternative.
func (c *cueRuleset) learn(alternative string, whole bool) {
	tokens := c.set.Tokens(nil, alternative)
	w := alternative[:tokens[0].End]
	if rule, n := c.set.Longest(tokens, 0); whole && rule >= 0 && n == len(tokens) && n == 1 {
		c.lexis.add(w, cueWord).cue = c.kinds[rule]
		return
	}
	c.lexis.add(w, cueStart)
	if strings.HasPrefix(alternative[len(w):], "-") {
		c.lexis.add(alternative, cueStart)
	}
}
