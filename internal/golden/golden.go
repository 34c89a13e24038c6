// Package golden runs the small cases of a golden file.
//
// A file holds any number of cases, each under a line with its name:
//
//	# Comments begin with # and a space, before a case or in its header.
//	-- weekday before the day of printing --
//	@ 2019-11-18
//	= Thursday 2019-11-14
//	! Thursday 2019-11-21
//	? November 2019-11
//
//	The minister said Thursday that it would rain in November.
//
// The header says what is expected: @ is an argument of the case, = a line that
// the function under test must give, in this order and no others; ! a line that
// it must not give; ? a known failure, a line that it ought to give and does
// not. A known failure that is given fails the test: it is to be moved to =.
// The text follows after a blank line and goes up to the next case, less the
// line end before it.
//
// With UPDATE_GOLDEN=1 in the environment the = lines are rewritten to what the
// function gives; the diff is to be read before it is committed.
package golden

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// A Case is one case of a file.
type Case struct {
	Name string
	Args []string // the @ lines
	Want []string // the = lines
	Not  []string // the ! lines
	Fail []string // the ? lines
	Text string

	notes []string // comments before it and in its header
}

// Run runs every case of the file as a subtest. got returns what the code under
// test gives for a case, a line each, in a stable order; an empty line cannot
// be expected.
func Run(t *testing.T, file string, got func(t *testing.T, c Case) []string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	cases, err := Parse(string(data))
	if err != nil {
		t.Fatalf("%s:%v", file, err)
	}
	if len(cases) == 0 {
		t.Fatalf("%s: no case", file)
	}
	update := os.Getenv("UPDATE_GOLDEN") != ""
	for i, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			lines := got(t, c)
			if update {
				cases[i].Want = lines
				return
			}
			for _, problem := range c.Problems(lines) {
				t.Error(problem)
			}
		})
	}
	if update {
		if err := os.WriteFile(file, []byte(Format(cases)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Problems compares the lines that were given with those that are expected.
func (c Case) Problems(got []string) (problems []string) {
	if !slices.Equal(c.Want, got) {
		problems = append(problems, fmt.Sprintf("got\n\t%s\nwant\n\t%s",
			strings.Join(got, "\n\t"), strings.Join(c.Want, "\n\t")))
	}
	for _, line := range got {
		if slices.Contains(c.Not, line) {
			problems = append(problems, "must not give: "+line)
		}
		if slices.Contains(c.Fail, line) {
			problems = append(problems, "a known failure is mended, make it a = line: "+line)
		}
	}
	return problems
}

// Parse reads the cases of a file. Errors begin with the line.
func Parse(data string) ([]Case, error) {
	var cases []Case
	var c *Case
	var notes, text []string
	header := false
	finish := func() {
		if c != nil {
			for len(text) > 0 && text[len(text)-1] == "" {
				text = text[:len(text)-1]
			}
			c.Text = strings.Join(text, "\n")
			cases = append(cases, *c)
		}
		text = nil
	}
	for i, line := range strings.Split(strings.TrimSuffix(data, "\n"), "\n") {
		name, isName := caseName(line)
		switch {
		case isName:
			finish()
			c, header = &Case{Name: name, notes: notes}, true
			notes = nil
		case c == nil || header && strings.HasPrefix(line, "# "):
			if line != "" && !strings.HasPrefix(line, "#") {
				return nil, fmt.Errorf("%d: text before the first case", i+1)
			}
			if c == nil {
				notes = append(notes, line)
			} else {
				c.notes = append(c.notes, line)
			}
		case !header:
			text = append(text, line)
		case line == "":
			header = false
		case !c.header(line):
			return nil, fmt.Errorf("%d: a header line begins with @, =, ! or ?, and a blank line ends it: %q", i+1, line)
		}
	}
	finish()
	return cases, nil
}

func caseName(line string) (string, bool) {
	name, ok := strings.CutPrefix(line, "-- ")
	if !ok {
		return "", false
	}
	return strings.CutSuffix(name, " --")
}

func (c *Case) header(line string) bool {
	mark, rest, ok := strings.Cut(line, " ")
	if !ok {
		return false
	}
	switch mark {
	case "@":
		c.Args = append(c.Args, rest)
	case "=":
		c.Want = append(c.Want, rest)
	case "!":
		c.Not = append(c.Not, rest)
	case "?":
		c.Fail = append(c.Fail, rest)
	default:
		return false
	}
	return true
}

// Format writes cases as Parse reads them.
func Format(cases []Case) string {
	var b strings.Builder
	for _, c := range cases {
		var before, inside []string
		if b.Len() == 0 {
			before = c.notes
		} else {
			inside = c.notes
		}
		for _, note := range before {
			b.WriteString(note + "\n")
		}
		fmt.Fprintf(&b, "-- %s --\n", c.Name)
		for _, note := range inside {
			b.WriteString(note + "\n")
		}
		for _, group := range []struct {
			mark  string
			lines []string
		}{{"@", c.Args}, {"=", c.Want}, {"!", c.Not}, {"?", c.Fail}} {
			for _, line := range group.lines {
				b.WriteString(group.mark + " " + line + "\n")
			}
		}
		b.WriteString("\n" + c.Text + "\n\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}
