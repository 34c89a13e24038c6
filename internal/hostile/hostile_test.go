package hostile

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
)

// TestMain lets the test binary be the child of Growth.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "-child" {
		os.Exit(child(os.Stdout, os.Args[2:], testTargets(), Families()))
	}
	os.Exit(m.Run())
}

func testTargets() []Target {
	return []Target{
		{Name: "sound", Run: func(text string) {}},
		{Name: "failing", Run: func(text string) { panic("on purpose") }},
	}
}

func TestFamilies(t *testing.T) {
	names := map[string]bool{}
	for _, f := range append(Families(), HTML()...) {
		for _, n := range []int{1, 1000, 2000} {
			text := f.Make(n)
			if len(text) > n+200 || n > 1 && len(text) < n-200 {
				t.Errorf("%s: %d bytes for %d", f.Name, len(text), n)
			}
			if text != f.Make(n) {
				t.Errorf("%s is not the same again", f.Name)
			}
		}
		names[f.Name] = true
	}
	if len(names) < 26 {
		t.Errorf("%d families", len(names))
	}
}

// TestGrowth checks that every family is run and that a fault is counted; what
// the times are is not for a test to say.
func TestGrowth(t *testing.T) {
	for i, want := range []int{0, 1} {
		var out bytes.Buffer
		families := Families()[:2]
		if got := Growth(context.Background(), &out, []string{"-v", "100"}, testTargets()[i:i+1], families); got != want {
			t.Errorf("%s: exit %d\n%s", testTargets()[i].Name, got, &out)
		}
		if i == 0 && strings.Count(out.String(), "\n") != 2+len(families) {
			t.Errorf("want a line a family and a summary:\n%s", &out)
		}
	}
	if Growth(context.Background(), &bytes.Buffer{}, []string{"much"}, nil, nil) != 2 {
		t.Error("want exit 2 for wrong usage")
	}
}

func TestCheck(t *testing.T) {
	text := "a“b”\x80"
	for _, tt := range []struct {
		spans []Span
		ok    bool
	}{
		{[]Span{{0, 1}, {1, 4}, {8, 9}}, true},
		{[]Span{{0, 2}}, false},
		{[]Span{{3, 4}}, false},
		{[]Span{{0, 99}}, false},
		{[]Span{{4, 3}}, false},
		{[]Span{{4, 5}, {0, 1}}, false},
	} {
		if err := Check(text, tt.spans); (err == nil) != tt.ok {
			t.Errorf("%v: %v", tt.spans, err)
		}
	}
}
