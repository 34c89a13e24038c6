package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestAlign(t *testing.T) {
	gold := split("The river rose by two metres overnight. Nobody was hurt. The mayor thanked the crews, who had worked all night.")
	for name, c := range map[string]struct {
		lines []string
		want  []bool
	}{
		"in order":    {[]string{"Menu", "The river rose by two metres overnight.", "Nobody was hurt.", "Share", "The mayor thanked the crews, who had worked all night."}, []bool{false, true, true, false, true}},
		"a repeat":    {[]string{"The river rose by two metres overnight.", "Nobody was hurt.", "The river rose by two metres overnight.", "The mayor thanked the crews, who had worked all night."}, []bool{true, true, false, true}},
		"other words": {[]string{"The river rose by almost two metres overnight", "The river is a river in the north of the country"}, []bool{true, false}},
		"two words":   {[]string{"The mayor", "hurt nobody"}, []bool{true, false}},
		"nothing":     {[]string{"", "—"}, []bool{false, false}},
	} {
		t.Run(name, func(t *testing.T) {
			var lines [][]string
			for _, l := range c.lines {
				lines = append(lines, split(l))
			}
			if got := align(lines, gold); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

const lessonPage = `<nav><a href=/>Home</a> <a href=/s>Sport</a></nav><article><h1>Flood</h1>
<p>The river rose by two metres overnight, the city said.</p><p>Nobody was hurt, and the roads are open again.</p></article><footer>All rights reserved</footer>`

// A model learns what it is shown, and the same from the same.
func TestFit(t *testing.T) {
	var lessons []*lesson
	for range 4 {
		l := newLesson(lessonPage, "The river rose by two metres overnight, the city said. Nobody was hurt, and the roads are open again.")
		l.set, l.site = "own", string(rune('a'+len(lessons)))
		lessons = append(lessons, l)
	}
	o := options{models: 2, epochs: 10, rate: 0.03, ridge: 1e-4, margin: 1, drop: 0.2}
	crossValidate(lessons, o, 2, "")
	if got, want := report(lessons), "own        pages   4  F1 1.0000  precision 1.0000  recall 1.0000\n"; !strings.HasPrefix(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	var a, b, errors strings.Builder
	if err := fit(lessons, o).Write(&a, "x\n"); err != nil {
		t.Fatal(err)
	}
	if err := fit(lessons, o).Write(&b, "x\n"); err != nil || a.String() != b.String() {
		t.Error("training again gives other weights")
	}
	lessons[0].odds[0] = 5
	if err := wrong(&errors, lessons); err != nil || !strings.Contains(errors.String(), `junk   5.0 line 0 "Home Sport"`) {
		t.Errorf("errors %q", errors.String())
	}
}

func TestScore(t *testing.T) {
	l := &lesson{gold: split("one two three four five"), words: [][]string{split("one two three four"), split("other")}, odds: []float64{1, -1}}
	if p, r := l.score(); p != 1 || r != 0.5 {
		t.Errorf("precision %v, recall %v", p, r)
	}
}

// TestRead reads pages that are packed and not, and names the page that is none.
func TestRead(t *testing.T) {
	record := `{"id":"1","set":"own","site":"a","html":"<p>It rained all day.</p>","gold":"It rained all day."}` + "\n"
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	io.WriteString(z, record+record)
	z.Close()
	dir := t.TempDir()
	for _, c := range []struct {
		name, data string
		pages      int
		err        string
	}{
		{"pages.jsonl", record, 1, ""},
		{"pages.jsonl.gz", packed.String(), 2, ""},
		{"broken.jsonl", record + `{"id":`, 0, "broken.jsonl: page 2: "},
		{"broken.jsonl.gz", record, 0, "gzip: invalid header"},
	} {
		path := filepath.Join(dir, c.name)
		if err := write(path, func(w io.Writer) error { _, err := io.WriteString(w, c.data); return err }); err != nil {
			t.Fatal(err)
		}
		lessons, err := read(path)
		if len(lessons) != c.pages || (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: %d pages, %v; want %d, %q", c.name, len(lessons), err, c.pages, c.err)
		}
	}
	if _, err := read(filepath.Join(dir, "absent")); err == nil {
		t.Error("a file that is absent is read")
	}
	if err := write(filepath.Join(dir, "absent", "file"), nil); err == nil {
		t.Error("a folder that is absent is written to")
	}
}
