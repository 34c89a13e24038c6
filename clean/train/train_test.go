package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/newstext/clean/internal/model"
)

// folder writes labelled pages of three sites, one file packed and one not.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	var pages, blocks bytes.Buffer
	for i := range 9 {
		lines := []string{
			"Home", "Sports", "Log in",
			fmt.Sprintf("The ferry of line %d was late again on Tuesday, and the passengers were told to wait.", i),
			fmt.Sprintf("They waited for %d hours in the rain before another ship took them to the island.", i+2),
			"Share this article", "Contact us", "Privacy Policy",
		}
		var labels [][]any
		at := 0
		for j, l := range lines {
			label := "drop"
			if j == 3 || j == 4 {
				label = "keep"
			}
			labels = append(labels, []any{at, at + len(l), label})
			at += len(l) + 1
		}
		id, text := fmt.Sprint("page", i), strings.Join(lines, "\n")
		enc := func(b *bytes.Buffer, v any) { json.NewEncoder(b).Encode(v) }
		enc(&pages, map[string]any{"id": id, "site": fmt.Sprint("site", i%3), "text": text, "lite": text, "gold": lines[3] + "\n" + lines[4]})
		enc(&blocks, map[string]any{"id": id, "set": "made", "variant": "full", "text": text, "blocks": labels})
		enc(&blocks, map[string]any{"id": id, "set": "made-xx", "variant": "lite", "text": text, "blocks": labels})
	}
	if err := os.WriteFile(filepath.Join(dir, "pages.jsonl"), pages.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write(blocks.Bytes())
	z.Close()
	if err := os.WriteFile(filepath.Join(dir, "blocks.jsonl.gz"), packed.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func load(t *testing.T) []*page {
	t.Helper()
	pages, err := read(folder(t))
	if err != nil {
		t.Fatal(err)
	}
	r := model.Builtin()
	for _, p := range pages {
		p.extract(r)
	}
	return pages
}

var quick = func() options {
	return options{descent: descent{epochs: 20, rate: 0.05}, models: 2, decay: 0.01, rules: model.Builtin()}
}()

func TestCrossValidation(t *testing.T) {
	pages := load(t)
	crossValidate(pages, 3, 0, quick)
	var b bytes.Buffer
	report(&b, pages, 1)
	reportSites(&b, pages)
	for _, want := range []string{"full                   pages   9  F1 1.0000", "other languages, lite  pages   9  F1 1.0000", "site learned: true  pages  18"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("report lacks %q:\n%s", want, b.String())
		}
	}
	pages[0].kept[0] = true
	pages[0].kept[3] = false
	b.Reset()
	pages[0].explain(&b)
	if got := b.String(); !strings.Contains(got, "junk") || !strings.Contains(got, "lost") {
		t.Errorf("explained as %q", got)
	}
}

// TestTaught: pages of further folders are learned from, those of a site that is
// judged excepted, and not judged.
func TestTaught(t *testing.T) {
	pages, err := readAll([]string{folder(t), folder(t)})
	if err != nil {
		t.Fatal(err)
	}
	byHand, taught := byTeacher(pages)
	if len(byHand) != 18 || len(taught) != 18 {
		t.Fatalf("%d pages and %d taught, want 18 of each", len(byHand), len(taught))
	}
	for _, p := range pages {
		p.extract(quick.rules)
		p.site += ".example"
	}
	crossValidate(pages, 3, 0, quick)
	for _, p := range byHand {
		if p.kept == nil {
			t.Errorf("page %s is not judged", p.ID)
		}
	}
	for _, p := range taught {
		if p.kept != nil {
			t.Errorf("taught page %s is judged", p.ID)
		}
	}
	if _, err := readAll([]string{folder(t), t.TempDir()}); err == nil {
		t.Error("no error for an empty folder")
	}
}

// TestMix: a made page has its body whole, with the labels of its lines, and
// the same draw makes the same.
func TestMix(t *testing.T) {
	pages := load(t)
	draw := func() []*page { return mix(pages, 2, quick.rules, rand.New(rand.NewPCG(1, 2))) }
	made, again := draw(), draw()
	if len(made) != 3*len(pages) {
		t.Fatalf("%d pages, want %d", len(made), 3*len(pages))
	}
	for i, p := range made {
		if p.Text != again[i].Text {
			t.Errorf("page %d is %q and then %q", i, p.Text, again[i].Text)
		}
		first, last := p.span()
		if got := p.Text[p.Blocks[first].start:p.Blocks[last].end]; got != pages[i%len(pages)].gold {
			t.Errorf("page %d has the body %q", i, got)
		}
		if p.body != len(pages[i%len(pages)].gold)-1 {
			t.Errorf("page %d has %d bytes of body", i, p.body)
		}
	}
}

func TestUntrained(t *testing.T) {
	pages := load(t)
	var b bytes.Buffer
	figures(&b, judgeUntrained(pages, quick))
	if want := "other languages, lite  pages   9  F1 1.0000"; !strings.Contains(b.String(), want) {
		t.Errorf("got %q, want %q", b.String(), want)
	}
	for i, p := range pages {
		if p.Set = "made"; judgeUntrained(pages[i:i+1], quick) != nil {
			t.Error("a page in the language of all others is judged as another's")
		}
	}
}

func TestTrainingAgainGivesTheSameBytes(t *testing.T) {
	dir := t.TempDir()
	var files [2][]byte
	for i := range files {
		name := filepath.Join(dir, fmt.Sprint(i))
		if err := write(name, "for a test", load(t), quick); err != nil {
			t.Fatal(err)
		}
		var err error
		if files[i], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0], files[1]) || !bytes.Contains(files[0], []byte("\n# for a test\n")) {
		t.Error("two runs differ")
	}
	if err := write(filepath.Join(dir, "no", "folder"), "", nil, quick); err == nil {
		t.Error("no error for a folder that is not there")
	}
}

// TestGradient compares the gradient with differences of the loss.
func TestGradient(t *testing.T) {
	pages := load(t)[:2]
	for _, k := range []int{2, model.States} {
		f := &objective{pages: pages, decay: 1, chain: model.Chain{K: k}, rows: len(model.New().W)}
		n, both := f.size(), []int{0, 1}
		w, g, scratch := make([]float64, n), make([]float64, n), make([]float64, n)
		for i := range w {
			w[i] = math.Sin(float64(i)) / 10
		}
		f.at(both, w, g)
		for _, i := range []int{0, 1, 7*k + 1, n - 1, n - k} {
			const h = 1e-4
			w[i] += h
			up := f.at(both, w, scratch)
			w[i] -= 2 * h
			down := f.at(both, w, scratch)
			w[i] += h
			if want := (up - down) / (2 * h); math.Abs(g[i]-want) > 1e-3*(1+math.Abs(want)) {
				t.Errorf("%d states: gradient %d is %v, differences give %v", k, i, g[i], want)
			}
		}
	}
}

func TestReadErrors(t *testing.T) {
	if _, err := read(t.TempDir()); err == nil {
		t.Error("no error for an empty folder")
	}
	for blocks, want := range map[string]string{
		`{"id":"a","blocks":[[0,9,"keep"]],"text":"short"}`: "not in the text",
		`{"id":"b"}`:                  `no page "b"`,
		`{"id":"a","blocks":[["x"]]}`: "blocks.jsonl:1",
	} {
		dir := t.TempDir()
		os.WriteFile(filepath.Join(dir, "pages.jsonl"), []byte(`{"id":"a"}`), 0o644)
		os.WriteFile(filepath.Join(dir, "blocks.jsonl"), []byte(blocks), 0o644)
		if _, err := read(dir); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", blocks, err, want)
		}
	}
}
