package phrasetest

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"example.org/newstext/internal/phrase"
)

const rules = `
$unit = week | month
good     last $unit
  = "It rained last week."
  ! "It rained last spring."
silent   next $unit
double   last month
  = "It rained last month."
  ! "It rained a month long."
wrong    this $unit
  = "It rained that week."
  ! "It rained this week."
far      every $unit
  = "It rains every week."
  ! "It rains here."
`

// matches holds an example to whether any rule of the set matches in it.
func matches(set *phrase.Set, _ phrase.Rule, example phrase.Example) error {
	tokens := set.Tokens(nil, example.Text)
	matched := slices.ContainsFunc(tokens, func(t phrase.Token) bool {
		rule, _ := set.Longest(tokens, slices.Index(tokens, t))
		return rule >= 0
	})
	if matched == example.Miss {
		return errors.New("not so")
	}
	return nil
}

func TestFaults(t *testing.T) {
	set, err := phrase.Compile(phrase.Lexer{}, phrase.Source{Name: "test.txt", Text: rules})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"test.txt:6: rule silent: wants an example and a near miss",
		"test.txt:7: rule double: its examples hold without it",
		`test.txt:11: rule wrong: "It rained that week.": not so`,
		`test.txt:12: rule wrong: "It rained this week.": not so`,
		"test.txt:13: rule far: no near miss has half of the words of its first example",
	}
	if got := Faults(set, matches); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
