package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/newstext/date/internal/clause"
)

// labelled writes a file of four documents and returns its name. The first
// has a date ahead and one behind, the second one that a correction turns
// round; the third has two that the words tell wrongly and one that is none of
// its two places, the fourth no day of publication.
func labelled(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "dates.jsonl")
	text := `{"id": "a", "dct": "2019-11-18T10:00", "text": "Talks will resume Friday. They broke down Thursday.",
		"mentions": [{"start": 18, "end": 24, "value": "2019-11-22"}, {"start": 42, "end": 50, "value": "2019-11-14"}]}
{"id": "b", "dct": "2019-11-18", "text": "It was signed in December, years after the talks of 1999.",
		"mentions": [{"start": 17, "end": 25, "value": "2019-12", "corrected": "2018-12"}, {"start": 52, "end": 56, "value": "1999"}]}
{"id": "d", "dct": "2019-11-18", "text": "It will be signed by Thursday. They met in May; they will meet again in March.",
		"mentions": [{"start": 21, "end": 29, "value": "2019-11-14"}, {"start": 43, "end": 46, "value": "2013-05"}, {"start": 72, "end": 77, "value": "2019-03"}]}
{"id": "c", "dct": "", "text": "They met Friday.", "mentions": [{"start": 9, "end": 15, "value": "2019-11-15"}]}
`
	text = strings.ReplaceAll(text, ",\n\t\t", ", ")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestRead(t *testing.T) {
	examples, err := read(labelled(t), 5)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range examples {
		_, text, _ := strings.Cut(e.text, "<<")
		word, _, _ := strings.Cut(text, ">>")
		got = append(got, word)
		if ahead := word == "Friday"; e.ahead != ahead {
			t.Errorf("%s: ahead %v", word, e.ahead)
		}
	}
	if want := "Friday Thursday December Thursday March"; strings.Join(got, " ") != want {
		t.Errorf("examples of %q, want %s", got, want)
	}
}

func TestReadFails(t *testing.T) {
	name := filepath.Join(t.TempDir(), "broken.jsonl")
	if err := os.WriteFile(name, []byte("{\"id\": 7}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{name, name + ".none"} {
		if _, err := read(name, 5); err == nil || !strings.Contains(err.Error(), filepath.Base(name)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// two are examples that one word tells apart.
func two(fold int) []example {
	of := func(verb string, ahead bool) example {
		text := "The talks " + verb + " Friday."
		start := strings.Index(text, "Friday")
		d := clause.Date{Text: text, Start: start, End: start + 6, Kind: "weekday", Back: 3, Period: 7}
		return example{date: d, features: d.Features(), ahead: ahead, weight: 1, fold: fold, text: text}
	}
	return []example{of("will resume", true), of("failed", false)}
}

func TestLearn(t *testing.T) {
	examples := two(0)
	weights := learn(examples, none, 0.01)
	for _, e := range examples {
		if score(e, weights) > 0 != e.ahead {
			t.Errorf("%q: %.2f", e.text, score(e, weights))
		}
	}
	for name, n := range learn(examples, 0, 0.01) {
		t.Errorf("%s %.2f learned from a fold that is left out", name, n)
	}
}

func TestCrossValidate(t *testing.T) {
	if v := crossValidate(append(two(0), two(1)...), 2, 0.01); v.dates != 4 || v.ahead != 2 || len(v.wrong) != 0 {
		t.Errorf("%+v", v)
	}
	turned := two(1)
	turned[0].ahead = false
	if v := crossValidate(append(two(0), turned...), 2, 0.01); len(v.wrong) == 0 {
		t.Error("a date that the other fold contradicts is right")
	}
}

func TestRun(t *testing.T) {
	var weights, report bytes.Buffer
	own := filepath.Join(t.TempDir(), "sentences.txt")
	if err := os.WriteFile(own, []byte("+ He will leave {weekday}.\n- He left {weekday}.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := run(&weights, &report, []string{"-wrong", "-folds", "2", "-sentences", own, labelled(t)}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(weights.String(), "\nverb:past -") || !strings.HasPrefix(weights.String(), "# Made by date/train") {
		t.Errorf("weights\n%s", weights.String())
	}
	if !strings.Contains(report.String(), "5 dates, 1 ahead, ") {
		t.Errorf("report\n%s", report.String())
	}
	for _, args := range [][]string{{"-none"}, {"-sentences", "none.txt"}, {"none.jsonl"}} {
		if err := run(&weights, &report, args); err == nil {
			t.Errorf("%q: no error", args)
		}
	}
}

func TestReadSentencesFails(t *testing.T) {
	for _, text := range []string{"+ A line without a place.", "* He left {weekday}."} {
		name := filepath.Join(t.TempDir(), "sentences.txt")
		if err := os.WriteFile(name, []byte("# Sentences.\n\n"+text+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := readSentences(name, 1); err == nil || !strings.Contains(err.Error(), "sentences.txt:3: ") {
			t.Errorf("%s: %v", text, err)
		}
	}
}
