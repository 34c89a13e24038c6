package dedup

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// goldenTexts is what the index in testdata holds.
var goldenTexts = []struct{ id, text string }{
	{"ferry", "The ferry to Tarvik stays in port until the gale over the strait has passed, the company said on Monday."},
	{"ferry again", "“The ferry to Tarvik stays in port until the gale over the strait has passed”, the company said on Tuesday."},
	{"flats", "The city promised four hundred new flats near the old gasworks by next spring, and forty jobs."},
	{"empty", ""},
}

const goldenIndex = "testdata/index1"

// writeGolden writes the golden index.
func writeGolden(t *testing.T, dir string) {
	s := mustOpen(t, disk{}, dir)
	for i, g := range goldenTexts {
		must(t, s.Add(g.id, "to be replaced"), s.Add("removed", g.text))
		if i == 1 {
			must(t, s.Commit())
		}
	}
	must(t, s.Commit())
	for _, g := range goldenTexts {
		must(t, s.Add(g.id, g.text))
	}
	must(t, s.Remove("removed"), s.Commit(), s.Add("late", goldenTexts[2].text+" It is late."), s.Commit(), s.Close())
}

// Every release reads what the first one wrote: the index in testdata is not
// to be made anew, except with another number beside it.
func TestStoreGolden(t *testing.T) {
	if _, err := os.Stat(goldenIndex); missing(err) && os.Getenv("UPDATE_GOLDEN") != "" {
		writeGolden(t, goldenIndex)
	}
	v, err := OpenView(goldenIndex)
	must(t, err)
	defer v.Close()
	if v.Len() != 5 {
		t.Errorf("%d texts", v.Len())
	}
	for text, want := range map[string][]Hit[string]{
		goldenTexts[0].text: {{"ferry", 1}, {"ferry again", 0.875}},
		goldenTexts[2].text: {{"flats", 1}, {"late", 0.828125}},
		"":                  nil,
		"to be replaced":    nil,
	} {
		got, err := v.Near(text)
		must(t, err)
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
	// A copy can be written on.
	dir := t.TempDir()
	must(t, os.CopyFS(dir, os.DirFS(goldenIndex)))
	s := mustOpen(t, disk{}, dir)
	must(t, s.Add("new", "Rain."), s.Compact())
	if s.Len() != 6 {
		t.Errorf("%d texts after one more", s.Len())
	}
	if files, err := filepath.Glob(filepath.Join(dir, "*.segment")); err != nil || len(files) != 1 {
		t.Errorf("%v, %v", files, err)
	}
}

// What is written today is the golden index byte for byte: who changes the
// format gives it a new version.
func TestStoreGoldenBytes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	writeGolden(t, dir)
	for _, file := range append(indexFiles(goldenIndex), filepath.Join(goldenIndex, manifestFile)) {
		want, err := os.ReadFile(file)
		must(t, err)
		got, err := os.ReadFile(filepath.Join(dir, filepath.Base(file)))
		must(t, err)
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not written as before", file)
		}
	}
}

// A golden index of which a file is short, damaged or gone gives an error that
// names the file, when it is opened or when the damage is read.
func TestStoreGoldenDamaged(t *testing.T) {
	for _, file := range append(indexFiles(goldenIndex), filepath.Join(goldenIndex, manifestFile)) {
		good, err := os.ReadFile(file)
		must(t, err)
		flipped := slices.Clone(good)
		flipped[len(flipped)/2] ^= 1
		for what, data := range map[string][]byte{"cut": good[:len(good)/2], "changed": flipped, "empty": {}, "gone": nil} {
			dir := t.TempDir()
			must(t, os.CopyFS(dir, os.DirFS(goldenIndex)))
			name := filepath.Join(dir, filepath.Base(file))
			must(t, os.WriteFile(name, data, 0o666))
			if data == nil {
				must(t, os.Remove(name))
			}
			if err := readAll(dir); err == nil || !strings.Contains(err.Error(), filepath.Base(file)) {
				t.Errorf("%s %s: %v", file, what, err)
			}
		}
	}
}

// readAll reads the tables of an index and its records.
func readAll(dir string) error {
	s, err := Open(dir, Options{})
	if err != nil {
		return err
	}
	defer s.Close()
	if _, err := s.Near("to be replaced"); err != nil {
		return err
	}
	return s.Compact()
}
