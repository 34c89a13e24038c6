package model

import (
	"fmt"
	"strings"
	"testing"

	"example.org/newstext/clean/rules"
	"example.org/newstext/internal/phrase"
	"example.org/newstext/internal/phrase/phrasetest"
)

func english(t testing.TB) *Rules {
	t.Helper()
	r, err := Compile(phrase.Source{Name: "rules/en.txt", Text: rules.English})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestRulesMatchTheirExamples(t *testing.T) {
	r := english(t)
	phrasetest.Check(t, r.Set(), func(set *phrase.Set, rule phrase.Rule, example phrase.Example) error {
		var p Page
		p.Begin(r.With(set))
		got := ""
		if i := p.MatchLine(example.Text); i >= 0 {
			got = r.Name(i)
		}
		switch {
		case example.Miss && got == rule.Name:
			return fmt.Errorf("matched")
		case !example.Miss && got != rule.Name:
			return fmt.Errorf("matched %q", got)
		}
		return nil
	})
}

func TestCompileNamesLineAndWord(t *testing.T) {
	for text, want := range map[string]string{
		"one  word => sports whole\n":   `rules 1:1: rule one: unknown kind "sports"`,
		"one  word => promo near\n":     `rules 1:1: rule one: unknown place "near"`,
		"\ntwo  $none => promo whole\n": "rules 1:2",
	} {
		_, err := Compile(phrase.Source{Name: "rules 1", Text: text})
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("Compile(%q): %v, want %s", text, err, want)
		}
	}
}
