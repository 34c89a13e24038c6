package lines

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func write(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func zipped(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestEach(t *testing.T) {
	const text = "The road is closed.\n\n \nIt rained."
	compressed := write(t, "news.jsonl.gz", zipped(t, text))
	for _, name := range []string{write(t, "news.jsonl", []byte(text)), compressed, strings.TrimSuffix(compressed, ".gz")} {
		var got []string
		if err := Each(name, func(line []byte) error { got = append(got, string(line)); return nil }); err != nil {
			t.Error(err)
		}
		if strings.Join(got, "|") != "The road is closed.|It rained." {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestEachErrors(t *testing.T) {
	refused := errors.New("refused")
	text := write(t, "a.jsonl", []byte("one\n\nthree\nfour\n"))
	calls := 0
	err := Each(text, func(line []byte) error {
		if calls++; string(line) == "three" {
			return refused
		}
		return nil
	})
	if !errors.Is(err, refused) || !strings.Contains(err.Error(), "a.jsonl:3:") || calls != 2 {
		t.Errorf("after %d calls: %v", calls, err)
	}
	keep := func([]byte) error { return nil }
	if err := Each(text+".no", keep); !errors.Is(err, fs.ErrNotExist) || strings.Contains(err.Error(), ".gz") {
		t.Errorf("a file that is not there: %v", err)
	}
	if err := Each(write(t, "b.gz", []byte("no gzip")), keep); err == nil || !strings.Contains(err.Error(), "b.gz:") {
		t.Errorf("a file that is not compressed: %v", err)
	}
	torn := zipped(t, strings.Repeat("A line that is cut off.\n", 1000))
	if err := Each(write(t, "c.gz", torn[:len(torn)-12]), keep); err == nil || !strings.Contains(err.Error(), "c.gz:") {
		t.Errorf("a file that is cut off: %v", err)
	}
}
