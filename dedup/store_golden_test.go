package dedup

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// goldenTexts is what the index in testdata holds.
var goldenTexts = []struct{ id, text string }{
	{"ferry", "The ferry to Tarvik stays in port until the gale over the strait has passed, the company said on Monday."},
	{"ferry again", "“The ferry to Tarvik stays in port until the gale over the strait has passed”, the company said on Tuesday."},
	{"flats", "The city promised four hundred new flats near the old gasworks by next spring, and forty jobs."},
	{"empty", ""},
}

// Every release reads what the first one wrote: the index in testdata is not
// to be made anew, except with another number beside it.
func TestStoreGolden(t *testing.T) {
	const golden = "testdata/index1"
	if _, err := os.Stat(golden); missing(err) && os.Getenv("UPDATE_GOLDEN") != "" {
		s := mustOpen(t, disk{}, golden)
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
	v, err := OpenView(golden)
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
	must(t, os.CopyFS(dir, os.DirFS(golden)))
	s := mustOpen(t, disk{}, dir)
	must(t, s.Add("new", "Rain."), s.Compact())
	if s.Len() != 6 {
		t.Errorf("%d texts after one more", s.Len())
	}
	if files, err := filepath.Glob(filepath.Join(dir, "*.segment")); err != nil || len(files) != 1 {
		t.Errorf("%v, %v", files, err)
	}
}
