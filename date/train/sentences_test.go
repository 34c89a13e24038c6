package main

import (
	"strings"
	"testing"
)

// The weights in use must have learned what the sentences say.
func TestSentences(t *testing.T) {
	examples, err := readSentences("sentences.txt", 1)
	if err != nil {
		t.Fatal(err)
	}
	right := 0
	for _, e := range examples {
		if ahead, _ := e.date.Ahead(); ahead == e.ahead {
			right++
		}
	}
	if n := len(examples); n < 500 || right < n*90/100 {
		t.Errorf("%d of %d right", right, n)
	}
}

func TestSentence(t *testing.T) {
	got := sentence("He left {month} 9 by train.", false, 1)
	if len(got) < 3 || got[0].ahead || !strings.HasPrefix(strings.Join(got[0].features, " "), "bias kind:day ") {
		t.Errorf("%+v", got)
	}
	if sentence("He left by train.", false, 1) != nil {
		t.Error("a sentence without a date gave examples")
	}
}
