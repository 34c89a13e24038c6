package golden

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

const file = `# Of our own writing.

-- upper --
@ first
@ second
= A
! a
? Z

a

b
-- no lines --

x
`

func TestParse(t *testing.T) {
	cases, err := Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	want := []Case{
		{Name: "upper", Args: []string{"first", "second"}, Want: []string{"A"}, Not: []string{"a"}, Fail: []string{"Z"}, Text: "a\n\nb"},
		{Name: "no lines", Text: "x"},
	}
	if diff := cmp.Diff(want, cases, cmpopts.IgnoreUnexported(Case{})); diff != "" {
		t.Error(diff)
	}
	again, err := Parse(Format(cases))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(cases, again, cmp.AllowUnexported(Case{})); diff != "" {
		t.Errorf("Format loses something:\n%s", diff)
	}
}

func TestParseErrors(t *testing.T) {
	for data, want := range map[string]string{
		"text\n":             "1: text before the first case",
		"-- a --\nno mark\n": `2: a header line begins with @, =, ! or ?, and a blank line ends it: "no mark"`,
	} {
		if _, err := Parse(data); err == nil || err.Error() != want {
			t.Errorf("%q: %v", data, err)
		}
	}
}

func TestProblems(t *testing.T) {
	c := Case{Want: []string{"A"}, Not: []string{"no"}, Fail: []string{"known"}}
	for _, tt := range []struct {
		got  []string
		want string // part of the only problem
	}{
		{[]string{"A"}, ""},
		{[]string{"B"}, "want"},
		{[]string{"A", "no"}, "must not give: no"},
		{[]string{"A", "known"}, "a known failure is mended"},
	} {
		problems := strings.Join(c.Problems(tt.got), "\n")
		if (problems == "") != (tt.want == "") || !strings.Contains(problems, tt.want) {
			t.Errorf("%v: %s", tt.got, problems)
		}
	}
}
