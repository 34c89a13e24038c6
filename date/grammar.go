package date

import (
	_ "embed"
	"sync"

	"example.org/newstext/internal/phrase"
)

//go:embed rules/en.txt
var englishRules string

// A grammar is a set of rules with what each of them means.
type grammar struct {
	set      *phrase.Set
	meanings []expr // by rule
	capitals bool   // all nouns begin with a capital, so that one is no sign of a name
}

// english is the grammar of rules/en.txt. The file is part of the package, so
// an error in it is one of the program.
var english = sync.OnceValue(func() *grammar {
	g, err := newGrammar(phrase.Source{Name: "rules/en.txt", Text: englishRules})
	if err != nil {
		panic("date: " + err.Error())
	}
	return g
})

//go:embed rules/chat.txt
var chatRules string

// casual is the grammar of rules/chat.txt and then rules/en.txt.
var casual = sync.OnceValue(func() *grammar {
	g, err := newGrammar(phrase.Source{Name: "rules/chat.txt", Text: chatRules}, phrase.Source{Name: "rules/en.txt", Text: englishRules})
	if err != nil {
		panic("date: " + err.Error())
	}
	return g
})

//go:embed rules/de.txt
var germanRules string

// german is the grammar of rules/de.txt.
var german = sync.OnceValue(func() *grammar {
	g, err := newGrammar(phrase.Source{Name: "rules/de.txt", Text: germanRules})
	if err != nil {
		panic("date: " + err.Error())
	}
	g.capitals = true
	return g
})

func newGrammar(sources ...phrase.Source) (*grammar, error) {
	set, err := phrase.Compile(lexer(), sources...)
	if err != nil {
		return nil, err
	}
	g := &grammar{set: set, meanings: make([]expr, 0, len(set.Rules()))}
	for _, rule := range set.Rules() {
		e, err := parseProduction(rule)
		if err != nil {
			return nil, err
		}
		g.meanings = append(g.meanings, e)
	}
	return g, nil
}
