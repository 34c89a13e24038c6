package main

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	db := filepath.Join(t.TempDir(), "seen.sqlite")
	feeds := []string{"testdata/morning.xml", "testdata/evening.xml"}
	var out bytes.Buffer
	if err := run(context.Background(), &out, db, feeds); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	want := []string{
		"new            Morning Post: Harbour bridge to close for repairs",
		"new            Morning Post: Orchard growers expect a late harvest",
		"repeats ... %  Evening Mail: Bridge shut for three weeks",
		"               Morning Post: Harbour bridge to close for repairs",
		"new            Evening Mail: Choir wins national prize",
	}
	if len(lines) != len(want) {
		t.Fatalf("got\n%s", &out)
	}
	for i, line := range lines {
		// How like the two are is an estimate; that they are is not.
		_, tail, _ := strings.Cut(want[i], "%")
		if line != want[i] && !(strings.HasPrefix(line, "repeats ") && strings.HasSuffix(line, "%"+tail)) {
			t.Errorf("line %d: %q, want %q", i+1, line, want[i])
		}
	}

	// An entry does not repeat itself when its feed is read again, but the
	// other feed's entry, by now on file, is named.
	out.Reset()
	if err := run(context.Background(), &out, db, feeds[:1]); err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(out.String(), "repeats"); got != 1 || !strings.Contains(out.String(), "Evening Mail: Bridge shut") {
		t.Errorf("read again:\n%s", &out)
	}
}

func TestErrors(t *testing.T) {
	db := filepath.Join(t.TempDir(), "seen.sqlite")
	for _, tt := range []struct{ db, feed, want string }{
		{db, "testdata/missing.xml", "missing.xml"},
		{db, "main.go", "main.go"},
		{"testdata/morning.xml", "testdata/morning.xml", "not a database"},
	} {
		err := run(context.Background(), &bytes.Buffer{}, tt.db, []string{tt.feed})
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%+v: %v", tt, err)
		}
	}
}
