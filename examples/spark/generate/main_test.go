package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func TestWrite(t *testing.T) {
	var first, again bytes.Buffer
	write(&first, 300)
	write(&again, 300)
	if first.String() != again.String() {
		t.Error("the same number gives other articles")
	}
	paragraphs, floods := 0, 0
	for line := range strings.Lines(first.String()) {
		var r record
		if err := json.Unmarshal([]byte(line), &r); err != nil || r.ID == "" || r.Published == "" {
			t.Fatalf("%v: %s", err, line)
		}
		for paragraph := range strings.SplitSeq(r.Text, "\n\n") {
			paragraphs++
			if paragraph == flood {
				floods++
			}
		}
	}
	if paragraphs != 300 || floods < 5 {
		t.Errorf("%d paragraphs, %d of them of the flood", paragraphs, floods)
	}
}

func TestWritePoison(t *testing.T) {
	var out bytes.Buffer
	writePoison(&out, 100)
	readable := 0
	for line := range strings.Lines(out.String()) {
		var r record
		if json.Unmarshal([]byte(line), &r) == nil && r.ID == "twice" {
			readable++
		}
	}
	if lines := strings.Count(out.String(), "\n"); lines != 8 || readable != 2 {
		t.Errorf("%d lines, %d of them with the same id", lines, readable)
	}
}
