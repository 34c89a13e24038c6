package quote

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

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
	textCue
	reportCue
	sourceCue
	quotesCue
	nobodyCue
)

var cueKinds = map[string]cueKind{
	"say": sayCue, "call": callCue, "view": viewCue, "text": textCue, "report": reportCue,
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
	c := &cueRuleset{set: set, lexis: new(lexicon)}
	c.lexis.addRules()
	for _, r := range set.Rules() {
		c.kinds = append(c.kinds, cueKinds[r.Production])
	}
	for _, r := range set.Rules() {
		if group, more, ok := strings.Cut(r.Pattern, ")"); ok && more == "" && strings.HasPrefix(group, "(") {
			for alternative := range strings.SplitSeq(group[1:], "|") {
				c.learn(alternative)
			}
			continue
		}
		for w := range strings.FieldsFuncSeq(r.Pattern, func(r rune) bool { return !unicode.IsLetter(r) }) {
			c.lexis.add(w, cueStart|cueOpen)
			break
		}
	}
	return c
}

// learn puts the words that a cue begins with into the lexicon.
func (c *cueRuleset) learn(cue string) {
	tokens := c.set.Tokens(nil, cue)
	w := cue[:tokens[0].End]
	switch rule, n := c.set.Longest(tokens, 0); {
	case len(tokens) == 1 && rule >= 0:
		c.lexis.add(w, cueWord).cue = c.kinds[rule]
	case len(tokens) > 1 && tokens[1].Gap == phrase.None: // so-called, one word here
		c.lexis.add(w, cueStart|cueOpen)
		c.lexis.add(cue, cueStart|cueOpen)
	case n == len(tokens):
		c.lexis.add(w, cueStart)
		c.lexis.add(cue[tokens[1].Start:tokens[1].End], cueNext)
	}
}
