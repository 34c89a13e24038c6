package clause

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.org/newstext/internal/phrase"
	"example.org/newstext/internal/phrase/phrasetest"
)

// at makes a Date of the words between « and » of a text.
func at(text, kind string, back int) Date {
	start := strings.Index(text, "«")
	text = strings.Replace(text, "«", "", 1)
	end := strings.Index(text, "»")
	text = strings.Replace(text, "»", "", 1)
	return Date{Text: text, Start: start, End: end, Kind: kind, Back: back, Period: Period(kind)}
}

func TestAhead(t *testing.T) {
	for _, c := range []struct {
		text  string
		kind  string
		back  int
		ahead bool
	}{
		{"The envoy said «Thursday» that talks had failed.", "weekday", 4, false},
		{"The talks are set to resume «Monday» in Geneva.", "weekday", 5, true},
		{"The army will leave by «August».", "month", 150, true},
		{"The dividend is payable «Dec. 15» to holders of record.", "day", 338, true},
		{"He has been in office since «August».", "month", 100, false},
		{"He was arrested in «March» and released.", "month", 240, false},
		{"The law will be passed. He was arrested on «Friday».", "weekday", 3, false},
	} {
		if ahead, cue := at(c.text, c.kind, c.back).Ahead(); ahead != c.ahead {
			t.Errorf("%s: ahead %v by %q", c.text, ahead, cue)
		}
	}
}

func TestFeatures(t *testing.T) {
	for text, want := range map[string]string{
		"It will be signed by «May».":                  "prev:until",
		"It would be held on «Friday».":                "verb:would",
		"The United States left on «Friday».":          "verb:past",
		"Mr. Smith will succeed him on «Friday».":      "verb:will",
		"He lost; it will rain on «Friday».":           "verb:will",
		"«Friday», he will leave.":                     "right:will",
		"He left.\n\n\"We met «Friday».":               "verb:past",
		"The «May» deadline has passed.":               "next:effective",
		strings.Repeat("\x91", 400) + " met «Friday».": "prev:past",
	} {
		if got := at(text, "weekday", 3).Features(); !slices.Contains(got, want) {
			t.Errorf("%q: features %q lack %s", text, got, want)
		}
	}
}

func TestWeights(t *testing.T) {
	if n := len(english().weights); n < 50 {
		t.Errorf("%d weights", n)
	}
}

// The fields of an example are features that it must have. A near miss has the
// same features with the rule and without it.
func TestCues(t *testing.T) {
	phrasetest.Check(t, english().cues, func(set *phrase.Set, rule phrase.Rule, example phrase.Example) error {
		start := strings.Index(example.Text, "Friday")
		d := Date{Text: example.Text, Start: start, End: start + len("Friday"), Kind: "weekday", Back: 3, Period: 7}
		got := newModel(set).features(&d)
		if example.Miss {
			index := slices.IndexFunc(set.Rules(), func(r phrase.Rule) bool { return r.Line == rule.Line })
			if without := newModel(set.Without(index)).features(&d); got != without {
				return fmt.Errorf("has %q, and %q without the rule", got, without)
			}
			return nil
		}
		for _, want := range example.Args {
			if !slices.ContainsFunc(got[:], func(f feature) bool { return f.String() == want }) {
				return fmt.Errorf("has %q", got)
			}
		}
		return nil
	})
}

func TestSentence(t *testing.T) {
	for text, want := range map[string]string{
		"He left. It rained on «Friday» again. She came.": "It rained on Friday again.",
		"He left.\n\nIt rained on «Friday».\n\nShe came.": "It rained on Friday.",
		"He left; it rained on «Friday»; she came.":       " it rained on Friday",
		"Mr. Smith met Gen. Lee on «Friday» in St. Paul.": "Mr. Smith met Gen. Lee on Friday in St. Paul.",
		"\"We lost.\" It rained on «Friday».":             "It rained on Friday.",
	} {
		d := at(text, "weekday", 3)
		if got := d.Text[sentenceStart(d.Text, d.Start):sentenceEnd(d.Text, d.End)]; got != want {
			t.Errorf("%q: sentence %q", text, got)
		}
	}
}

func TestNearness(t *testing.T) {
	for back, want := range map[int]string{3: "just-past", 40: "past", 150: "middle", 260: "coming", 360: "soon"} {
		if got := at("It rained in «May».", "month", back).nearness(); got != want {
			t.Errorf("%d days back: %s, want %s", back, got, want)
		}
	}
	if got := at("It rained on «Friday».", "weekday", 3).nearness(); got != "3" {
		t.Errorf("3 days back of 7: %s", got)
	}
}

func TestAheadAllocatesNothing(t *testing.T) {
	d := at("The talks, which were due to end in May, are set to resume «Monday», he said, in Geneva.", "weekday", 5)
	if n := testing.AllocsPerRun(100, func() { d.Ahead() }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// FuzzAhead checks that the decision depends on the window around the date
// alone.
func FuzzAhead(f *testing.F) {
	f.Add("The talks are set to resume ", " in Geneva.")
	f.Add("\x91\xff «", "’s; \n\n")
	f.Fuzz(func(t *testing.T, before, after string) {
		d := Date{Text: before + "Friday" + after, Start: len(before), End: len(before) + 6, Kind: "weekday", Back: 3, Period: 7}
		ahead, cue := d.Ahead()
		far := strings.Repeat("x", 3*window)
		d.Text = before + "Friday" + after + far
		if again, other := d.Ahead(); len(after) >= window && (again != ahead || other != cue) {
			t.Errorf("%q decides %v by %s, with a tail %v by %s", before, ahead, cue, again, other)
		}
	})
}
