// Package phrasetest holds the rules of a set to their examples.
package phrasetest

import (
	"fmt"
	"testing"

	"example.org/newstext/internal/phrase"
)

// A Try runs the owner of a rule on one of the rule's examples, with its rules
// taken from set. For an example it returns an error unless the text gives
// what the fields state; for a near miss unless the rule leaves it alone.
type Try func(set *phrase.Set, rule phrase.Rule, example phrase.Example) error

// Check fails the test with every fault of the set's rules.
func Check(t *testing.T, set *phrase.Set, try Try) {
	t.Helper()
	for _, fault := range Faults(set, try) {
		t.Error(fault)
	}
}

// Faults lists, with file and line, the rules that
//
//   - have no example or no near miss,
//   - do not do what one of them says,
//   - have no near miss with at least half of the words of what they match in
//     their first example, a word of the same class counting as the same, or
//   - could be removed without failing one of their own examples.
func Faults(set *phrase.Set, try Try) (faults []string) {
	for i, rule := range set.Rules() {
		without := set.Without(i)
		var hits, misses, needed int
		for _, example := range rule.Examples {
			if err := try(set, rule, example); err != nil {
				faults = append(faults, fmt.Sprintf("%s:%d: rule %s: %q: %v", rule.File, example.Line, rule.Name, example.Text, err))
			}
			if example.Miss {
				misses++
				continue
			}
			hits++
			if try(without, rule, example) != nil {
				needed++
			}
		}
		fault := ""
		switch {
		case hits == 0 || misses == 0:
			fault = "wants an example and a near miss"
		case needed == 0:
			fault = "its examples hold without it"
		case !nearEnough(set, i, rule):
			fault = "no near miss has half of the words of its first example"
		default:
			continue
		}
		faults = append(faults, fmt.Sprintf("%s: rule %s: %s", rule.Pos(), rule.Name, fault))
	}
	return faults
}

// nearEnough tells whether one of the near misses has at least half of the
// words that the rule matches in its first example.
func nearEnough(set *phrase.Set, index int, rule phrase.Rule) bool {
	var phraseTokens []phrase.Token
	for _, example := range rule.Examples {
		if !example.Miss {
			phraseTokens = firstMatch(set, index, example.Text)
			break
		}
	}
	if len(phraseTokens) == 0 {
		return true // the owner matches it in another way, and Check has tried it
	}
	for _, example := range rule.Examples {
		if !example.Miss {
			continue
		}
		tokens := set.Tokens(nil, example.Text)
		shared := 0
		for _, want := range phraseTokens {
			for _, got := range tokens {
				if set.Alike(want, got) {
					shared++
					break
				}
			}
		}
		if 2*shared >= len(phraseTokens) {
			return true
		}
	}
	return false
}

func firstMatch(set *phrase.Set, index int, text string) (match []phrase.Token) {
	tokens := set.Tokens(nil, text)
	first := len(tokens)
	set.All(tokens, func(at, rule, n int) bool {
		if rule == index && at <= first {
			first, match = at, tokens[at:at+n]
		}
		return at <= first
	})
	return match
}
