package date

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"example.org/newstext/internal/phrase"
	"example.org/newstext/internal/phrase/phrasetest"
)

// monday is the day of publication of the examples in the rule files.
var monday = time.Date(2019, 11, 18, 0, 0, 0, 0, time.UTC)

// An example of a rule states the value, and the modifier if there is one; "-"
// means that the text holds no expression at all.
func TestRules(t *testing.T) {
	for name, g := range map[string]*grammar{"en": english(), "de": german()} {
		t.Run(name, func(t *testing.T) { phrasetest.Check(t, g.set, tryRule(Resolver{}, g, monday)) })
	}
}

// The rules of chat.txt stand beside those of en.txt, which have been checked
// by themselves.
func TestChatRules(t *testing.T) {
	for _, fault := range phrasetest.Faults(casual().set, tryRule(Chat, casual(), monday.Add(9*time.Hour+30*time.Minute))) {
		if strings.HasPrefix(fault, "rules/chat.txt") {
			t.Error(fault)
		}
	}
}

// tryRule returns how to hold a rule of g to its examples.
func tryRule(r Resolver, g *grammar, published time.Time) phrasetest.Try {
	return func(set *phrase.Set, rule phrase.Rule, example phrase.Example) error {
		part := *g
		part.set = set
		mentions := r.find(&part, example.Text, published)
		if example.Miss {
			return nearMiss(mentions, rule, example)
		}
		if example.Args[0] == "-" {
			if len(mentions) > 0 {
				return fmt.Errorf("found %s", describe(mentions))
			}
			return nil
		}
		want := strings.Join(example.Args, " ")
		for _, m := range mentions {
			if took(m, rule) && strings.TrimSpace(m.Value+" "+m.Mod.String()) == want {
				return nil
			}
		}
		return fmt.Errorf("found %s, want %s", describe(mentions), want)
	}
}

// nearMiss fails where the rule took part in what was found, or, for a rule
// that forbids, where nothing was found.
func nearMiss(mentions []Mention, rule phrase.Rule, example phrase.Example) error {
	if rule.Production == "none" {
		if len(mentions) == 0 || mentions[0].Value != example.Args[0] {
			return fmt.Errorf("found %s, want %s", describe(mentions), example.Args[0])
		}
		return nil
	}
	for _, m := range mentions {
		if took(m, rule) {
			return fmt.Errorf("found %s", describe(mentions))
		}
	}
	return nil
}

// took tells whether a rule took part in a mention.
func took(m Mention, rule phrase.Rule) bool {
	return slices.Contains(strings.FieldsFunc(m.Rule, func(r rune) bool { return r == ' ' || r == '+' }), rule.Name)
}

func describe(mentions []Mention) string {
	if len(mentions) == 0 {
		return "nothing"
	}
	var b strings.Builder
	for _, m := range mentions {
		fmt.Fprintf(&b, "[%s %s %s]", m.Value, m.Mod, m.Rule)
	}
	return b.String()
}

func TestProductionErrors(t *testing.T) {
	for _, source := range []string{"a b => dance", "a b => shift sideways", "a $b => date"} {
		if _, err := newGrammar(phrase.Source{Name: "x.txt", Text: source}); err == nil || !strings.HasPrefix(err.Error(), "x.txt:1: ") {
			t.Errorf("%q: error %v", source, err)
		}
	}
}
