package model

import (
	"fmt"
	"strings"
	"testing"

	"example.org/newstext/internal/phrase"
	"example.org/newstext/internal/phrase/phrasetest"
)

func TestRulesMatchTheirExamples(t *testing.T) {
	r := Builtin()
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

// TestStrongest: of the rules that match a line the user's come first, then
// those that decide, then those that say more of it.
func TestStrongest(t *testing.T) {
	shipped := phrase.Source{Name: "built-in", Text: "whole  ferry late => promo whole\nin  ferry => teaser in\nhint  ferry late again => about whole maybe\n"}
	user := phrase.Source{Name: "user", Text: "mine  late => legal in\n"}
	for _, test := range []struct {
		line    string
		sources []phrase.Source
		want    string
	}{
		{"A ferry came", []phrase.Source{shipped}, "in"},
		{"Ferry late", []phrase.Source{shipped}, "whole"},
		{"Ferry late again", []phrase.Source{shipped}, "in"},
		{"Ferry late", []phrase.Source{shipped, user}, "mine"},
		{"Ferry late again", []phrase.Source{shipped, user}, "mine"},
	} {
		r, err := compile(test.sources[:1], test.sources[1:])
		if err != nil {
			t.Fatal(err)
		}
		var p Page
		p.Begin(r)
		i := p.MatchLine(test.line)
		if i < 0 || r.Name(i) != test.want {
			t.Errorf("%q: rule %d, want %s", test.line, i, test.want)
			continue
		}
		if got := r.Decides(i, decidedWords+1); got != (test.want == "mine") {
			t.Errorf("rule %s decides a long line: %t", test.want, got)
		}
		if whole := r.Whole(i); whole != (test.want == "whole") {
			t.Errorf("rule %s speaks of whole lines: %t", test.want, whole)
		}
		if kind := KindNames[r.Kind(i)]; kind != map[string]string{"in": "teaser", "whole": "promo", "mine": "legal"}[test.want] {
			t.Errorf("rule %s is of kind %s", test.want, kind)
		}
	}
}
