package main

import (
	"bytes"
	"context"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"example.org/newstext/examples/corpus"
	"example.org/newstext/internal/newsgen"
)

// deterministic are commands whose records must be the same bytes in every run,
// whatever the number of processors and the order of the input. Clusters are
// numbered in the order of the input, so that number is left out of account.
var deterministic = []string{
	"clean -jsonl",
	"quotes -jsonl",
	"dates -jsonl -published 2021-03-01",
	"normalize -jsonl -form repaired,clean,curly",
	"dedup -jsonl -out pairs",
	"dedup -jsonl -out passages",
	"dedup -jsonl -out clusters -unit paragraph",
}

// TestDeterminism runs each command once with other processors, workers and
// order than before; .ci/full repeats it a hundred times.
func TestDeterminism(t *testing.T) {
	var lines []string
	for _, a := range corpus.Articles() {
		lines = append(lines, string(jsonLine(map[string]string{"id": a.ID, "text": a.Text})))
	}
	for n := range 12 {
		p := newsgen.New(n)
		lines = append(lines, string(jsonLine(map[string]string{"id": p.ID, "text": p.Text})))
	}
	output := func(command string, lines []string) string {
		t.Helper()
		var out, problems bytes.Buffer
		in := strings.NewReader(strings.Join(lines, ""))
		if code := run(context.Background(), strings.Fields(command), in, &out, &problems); code != exitDone {
			t.Fatalf("%s: exit %d: %s", command, code, &problems)
		}
		return out.String()
	}
	processors := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(processors)
	for _, command := range deterministic {
		runtime.GOMAXPROCS(1)
		want := output(command+" -workers 1", lines)
		runtime.GOMAXPROCS(1 + rand.IntN(8))
		if output(command, lines) != want {
			t.Errorf("%s: other bytes with %d processors", command, runtime.GOMAXPROCS(0))
		}
		shuffled := slices.Clone(lines)
		rand.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if got := output(command, shuffled); !slices.Equal(sorted(got), sorted(want)) {
			t.Errorf("%s: other records for another order of the input", command)
		}
	}
}

// sorted returns the records without their cluster numbers, in order.
func sorted(out string) []string {
	lines := strings.SplitAfter(out, "\n")
	for i, line := range lines {
		if from := strings.Index(line, `"cluster":"`); from >= 0 {
			to := from + len(`"cluster":"`) + strings.IndexByte(line[from+len(`"cluster":"`):], '"')
			lines[i] = line[:from] + line[to:]
		}
	}
	slices.Sort(lines)
	return lines
}
