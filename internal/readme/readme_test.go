package readme

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const file = "../../README.md"

var (
	program    = regexp.MustCompile("(?s)```go\n(package main\n.*?)```\n\n```text\n(.*?)```\n")
	transcript = regexp.MustCompile("(?s)```console\n(.*?)```\n")
)

func TestReadme(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the command")
	}
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("the transcripts are for a Unix shell: ", err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	programs, transcripts := program.FindAllStringSubmatch(text, -1), transcript.FindAllStringSubmatch(text, -1)
	if len(programs) == 0 || len(transcripts) == 0 {
		t.Fatalf("README.md shows %d programs and %d transcripts", len(programs), len(transcripts))
	}
	fresh := text
	for _, m := range programs {
		fresh = strings.Replace(fresh, m[0], fmt.Sprintf("```go\n%s```\n\n```text\n%s```\n", m[1], runProgram(t, m[1])), 1)
	}
	bin := build(t)
	for _, m := range transcripts {
		fresh = strings.Replace(fresh, m[0], fmt.Sprintf("```console\n%s```\n", runTranscript(t, bin, m[1])), 1)
	}
	if fresh == text {
		return
	}
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(file, []byte(fresh), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	old, now := strings.Split(text, "\n"), strings.Split(fresh, "\n")
	for i := range min(len(old), len(now)) {
		if old[i] != now[i] {
			t.Fatalf("README.md:%d says\n\t%s\nbut it is\n\t%s\nUPDATE_GOLDEN=1 go test ./internal/readme writes it", i+1, old[i], now[i])
		}
	}
	t.Fatal("README.md shows more or less output than there is; UPDATE_GOLDEN=1 go test ./internal/readme writes it")
}

// runProgram runs a Go program within the module and returns its output.
func runProgram(t *testing.T, source string) string {
	t.Helper()
	dir, err := os.MkdirTemp(".", "program")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	main := filepath.Join(dir, "main.go")
	if err := os.WriteFile(main, []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("go", "run", "./"+filepath.ToSlash(main)).CombinedOutput()
	if err != nil {
		t.Fatalf("the program of README.md: %v\n%s", err, out)
	}
	return string(out)
}

func build(t *testing.T) string {
	t.Helper()
	bin := t.TempDir()
	for _, c := range []struct{ dir, name, pkg string }{
		{"../..", "newstext", "./examples/newstext"},
		{"../../clean/webpage", "webtext", "./cmd/webtext"},
	} {
		if _, err := os.Stat(filepath.Join(c.dir, "go.mod")); err != nil {
			continue
		}
		cmd := exec.Command("go", "build", "-o", filepath.Join(bin, c.name), c.pkg)
		cmd.Dir = c.dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("building %s: %v\n%s", c.name, err, out)
		}
	}
	return bin
}

// runTranscript returns the transcript with the outputs that its commands have
// now.
func runTranscript(t *testing.T, bin, text string) string {
	t.Helper()
	var b strings.Builder
	ran := false // the output of the last command is written already
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "$ ") {
			if !ran {
				b.WriteString(line)
			}
			continue
		}
		b.WriteString(line)
		command := strings.TrimSpace(line[2:])
		if ran = strings.HasPrefix(command, "newstext") || strings.HasPrefix(command, "webtext"); !ran {
			continue
		}
		cmd := exec.Command("bash", "-c", "exec 2>&1; "+command)
		cmd.Dir = "../../examples/corpus"
		cmd.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "NO_COLOR=1")
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("$ %s: %v\n%s", command, err, out)
		}
		b.Write(out)
		if len(out) > 0 && out[len(out)-1] != '\n' {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
