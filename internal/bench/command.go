package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"example.org/newstext/internal/lines"
)

// A row is one line of the table.
type row struct {
	name    string
	measure func(context.Context) (string, error)
}

// bench knows where the data are and runs the command on them.
type bench struct {
	data string
	bin  string
	html string // a command that takes {id, html} records and gives {id, text}
	tmp  string // holds what build made
}

// build makes the command, unless an executable was named.
func (b *bench) build(ctx context.Context) error {
	if b.bin != "" {
		return nil
	}
	var err error
	if b.tmp, err = os.MkdirTemp("", "newstext-bench"); err != nil {
		return err
	}
	b.bin = filepath.Join(b.tmp, "newstext.exe")
	out, err := exec.CommandContext(ctx, "go", "build", "-o", b.bin, "example.org/newstext/examples/newstext").CombinedOutput()
	if err != nil {
		return fmt.Errorf("building the command: %w\n%s", err, out)
	}
	return nil
}

func (b *bench) close() {
	if b.tmp != "" {
		os.RemoveAll(b.tmp)
	}
}

// path returns the file below the data folder, or the same with .gz; "" where
// there is neither.
func (b *bench) path(elem ...string) string {
	name := filepath.Join(append([]string{b.data}, elem...)...)
	for _, suffix := range []string{"", ".gz"} {
		if _, err := os.Stat(name + suffix); err == nil {
			return name + suffix
		}
	}
	return ""
}

// load reads the JSON lines of a file.
func load[T any](name string) ([]T, error) {
	var rows []T
	err := lines.Each(name, func(line []byte) error {
		var row T
		err := json.Unmarshal(line, &row)
		rows = append(rows, row)
		return err
	})
	return rows, err
}

func decode[T any](name string, r io.Reader) ([]T, error) {
	var rows []T
	d := json.NewDecoder(bufio.NewReaderSize(r, 1<<20))
	for {
		var row T
		if err := d.Decode(&row); errors.Is(err, io.EOF) {
			return rows, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: record %d: %w", name, len(rows)+1, err)
		}
		rows = append(rows, row)
	}
}

// An article is a record of the command's input.
type article struct {
	ID        string `json:"id"`
	Text      string `json:"text"`
	Published string `json:"published,omitempty"`
}

// newstext runs the command on the articles and returns its records. Exit code
// 3, some inputs failed, counts as wrong answers for these.
func newstext[T any](ctx context.Context, b *bench, articles []article, args ...string) ([]T, error) {
	return answers[T](ctx, articles, append([]string{b.bin}, args...))
}

// answers runs a command on records and decodes what it prints.
func answers[T, R any](ctx context.Context, records []R, command []string) ([]T, error) {
	var in, out, problems bytes.Buffer
	e := json.NewEncoder(&in)
	e.SetEscapeHTML(false)
	for _, r := range records {
		if err := e.Encode(r); err != nil {
			return nil, err
		}
	}
	name := strings.Join(append([]string{filepath.Base(command[0])}, command[1:]...), " ")
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = &in, &out, &problems
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 3) {
		return nil, fmt.Errorf("%s: %w: %s", name, err, strings.TrimSpace(problems.String()))
	}
	return decode[T](name, &out)
}

// byID indexes records by their id.
func byID[T any](rows []T, id func(T) string) map[string]T {
	m := make(map[string]T, len(rows))
	for _, r := range rows {
		m[id(r)] = r
	}
	return m
}

// f1 returns precision, recall and their harmonic mean.
func f1(hitPredicted, predicted, hitGold, gold int) (p, r, f float64) {
	p, r = ratio(hitPredicted, predicted), ratio(hitGold, gold)
	return p, r, harmonic(p, r)
}

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// sortedKeys returns the keys of m in order.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
