package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"example.org/newstext/internal/golden"
)

// The scripts in testdata run the command. A case has the command lines as @,
// its text holds the files, each below a line ">> NAME"; that of standard input
// is named stdin. Expected are the lines of standard output behind "out", those
// of standard error behind "err", and the exit code.
func TestScripts(t *testing.T) {
	scripts, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, script := range scripts {
		t.Run(filepath.Base(script), func(t *testing.T) { golden.Run(t, script, runScript) })
	}
}

func runScript(t *testing.T, c golden.Case) (got []string) {
	t.Chdir(t.TempDir())
	var stdin string
	for _, file := range strings.Split("\n"+c.Text, "\n>> ")[1:] {
		name, content, _ := strings.Cut(file, "\n")
		if name == "stdin" {
			stdin = content
			continue
		}
		write(t, name, content)
	}
	for _, line := range c.Args {
		args := strings.Fields(line)
		if args[0] != "newstext" {
			t.Fatalf("no such command: %s", line)
		}
		if len(c.Args) > 1 {
			got = append(got, "$ "+line)
		}
		out, err, code := call(stdin, args[1:]...)
		got = append(got, prefixed("out", out)...)
		got = append(got, prefixed("err", err)...)
		got = append(got, "exit "+strconv.Itoa(code))
	}
	return got
}

// call runs the command as main does.
func call(stdin string, args ...string) (stdout, stderr string, code int) {
	var out, err bytes.Buffer
	code = run(context.Background(), args, strings.NewReader(stdin), &out, &err)
	return out.String(), err.String(), code
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

// rules are left out of what is expected, because they belong to the packages'
// own tests.
var rules = regexp.MustCompile(`"(?:score|rule)":(?:[-+.e\d]+|"[^"]*")|(?m:^(?:rule|score)  .*$)`)

func prefixed(name, text string) (lines []string) {
	for line := range strings.Lines(rules.ReplaceAllString(text, "RULE")) {
		lines = append(lines, strings.TrimRight(name+" "+strings.TrimSuffix(line, "\n"), " "))
	}
	return lines
}
