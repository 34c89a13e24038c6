package quote

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"example.org/newstext/internal/golden"
	"example.org/newstext/internal/phrase"
	"example.org/newstext/internal/phrase/phrasetest"
)

// TestSpeakers holds Find to the golden files of speakers.
func TestSpeakers(t *testing.T) {
	for _, file := range []string{"testdata/speakers.txt", "testdata/speakers_styles.txt"} {
		golden.Run(t, file, func(t *testing.T, c golden.Case) []string {
			var lines []string
			for _, q := range Find(c.Text) {
				if q.Depth == 1 {
					lines = append(lines, speakerLine(c.Text, q))
				}
			}
			return lines
		})
	}
}

// speakerLine returns the line of the golden file for q.
func speakerLine(text string, q Quotation) string {
	words := strings.Fields(text[q.BodyStart:q.BodyEnd])
	line := strings.Trim(strings.Join(words[:min(3, len(words))], " "), ",.”") + " | "
	s := q.Speaker
	if s.Start == s.End {
		return line + "-"
	}
	line += text[s.Start:s.End]
	if s.NameStart != s.Start {
		line += " = " + text[s.NameStart:s.NameEnd]
	}
	if s.Implied {
		line += " implied"
	}
	return line
}

// TestAnyWords checks that speakers lie within the text, whatever the order of the
// words that its sentences are read by.
func TestAnyWords(t *testing.T) {
	words := strings.Fields("of for at by who that which what and as said “x” “Yes,” “No.” : , — ( ) & The his was is how " +
		"verdict Said Per For To from read called to have not asked in words Moss's Moss week last police accused said. says — “Oh!”")
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		var text strings.Builder
		for range 1 + r.IntN(12) {
			text.WriteString(words[r.IntN(len(words))])
			text.WriteString([...]string{" ", " ", " ", "", "\n\n"}[r.IntN(5)])
		}
		s := text.String()
		for _, q := range Find(s) {
			if w := q.Speaker; w.Start < 0 || w.Start > w.End || w.End > len(s) || w.NameStart < 0 || w.NameStart > w.NameEnd || w.NameEnd > len(s) {
				t.Fatalf("%q: %+v", s, w)
			}
		}
	}
}

// TestKinds holds Find to the golden file of kinds.
func TestKinds(t *testing.T) {
	golden.Run(t, "testdata/kinds.txt", func(t *testing.T, c golden.Case) []string {
		var lines []string
		for _, q := range Find(c.Text) {
			words := strings.Fields(c.Text[q.BodyStart:q.BodyEnd])
			lines = append(lines, strings.Trim(strings.Join(words[:min(3, len(words))], " "), ",.”’")+": "+q.Kind.String())
		}
		return lines
	})
}

// TestCueRules holds each rule for cues to its examples: the speaker that it
// gives, and a near miss that reads the same without it.
func TestCueRules(t *testing.T) {
	mentions := func(set *phrase.Set, text string) (list []string) {
		for _, q := range find(text, newCueRuleset(set)) {
			list = append(list, text[q.Speaker.Start:q.Speaker.End])
		}
		return list
	}
	phrasetest.Check(t, cues().set, func(set *phrase.Set, rule phrase.Rule, example phrase.Example) error {
		got := mentions(set, example.Text)
		want := []string{strings.TrimPrefix(strings.Join(example.Args, " "), "-")}
		if example.Miss {
			k := slices.IndexFunc(set.Rules(), func(r phrase.Rule) bool { return r.Line == rule.Line })
			want = mentions(set.Without(k), example.Text)
		}
		if !slices.Equal(got, want) {
			return fmt.Errorf("got %q, want %q", got, want)
		}
		return nil
	})
}
