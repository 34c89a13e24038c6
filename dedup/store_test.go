package dedup

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// report returns a text that is near no other.
func report(n int) string {
	if n < len(reports()) {
		return reports()[n]
	}
	return newReport(n)
}

var reports = sync.OnceValue(func() (first [64]string) {
	for n := range first {
		first[n] = newReport(n)
	}
	return first
})

func newReport(n int) string {
	r := rand.New(rand.NewPCG(uint64(n), 7))
	var b strings.Builder
	for range 30 {
		fmt.Fprintf(&b, "word%d ", r.IntN(5000))
	}
	return b.String()
}

// nearer is what both kinds of index answer.
type nearer interface {
	Near(text string) ([]Hit[string], error)
	Len() int
}

// checkHolds checks that x holds the texts of want and no others.
func checkHolds(t *testing.T, x nearer, want map[string]int) {
	t.Helper()
	if x.Len() != len(want) {
		t.Errorf("%d texts, want %d", x.Len(), len(want))
	}
	ids := map[int][]string{}
	for id, n := range want {
		ids[n] = append(ids[n], id)
	}
	for n := range 12 {
		hits, err := x.Near(report(n))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, h := range hits {
			if h.Similarity != 1 {
				t.Errorf("%s is %v like report %d", h.Key, h.Similarity, n)
			}
			got = append(got, h.Key)
		}
		slices.Sort(ids[n])
		if !slices.Equal(got, ids[n]) {
			t.Errorf("report %d: got %v, want %v", n, got, ids[n])
		}
	}
}

func mustOpen(t *testing.T, l layer, dir string) *Store {
	t.Helper()
	s, err := openStore(l, dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func must(t *testing.T, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// unmapped is a layer that maps no file, as on systems that cannot.
type unmapped struct{ layer }

func (u unmapped) open(name string) (source, error) {
	s, err := u.layer.open(name)
	if err != nil {
		return nil, err
	}
	return unmappedSource{s}, nil
}

type unmappedSource struct{ source }

func (unmappedSource) mapped() []byte { return nil }

// unsynced is a layer that leaves it to the system when to write, for tests
// that no crash interrupts.
type unsynced struct{ layer }

func (u unsynced) syncDir(string) error { return nil }

func (u unsynced) create(name string) (sink, error) {
	s, err := u.layer.create(name)
	return unsyncedSink{s}, err
}

type unsyncedSink struct{ sink }

func (unsyncedSink) Sync() error { return nil }

// play does what the bytes of script say to a store and to a map, and
// compares them.
func play(t *testing.T, l layer, script []byte) {
	dir := t.TempDir()
	s := mustOpen(t, l, dir)
	now, committed := map[string]int{}, map[string]int{}
	for _, c := range script {
		id, n := fmt.Sprint("id", c%8), int(c/8)%12
		switch c >> 5 {
		case 0, 1, 2, 3, 4:
			must(t, s.Add(id, report(n)))
			now[id] = n
		case 5:
			must(t, s.Remove(id))
			delete(now, id)
		case 6:
			if c%2 == 0 {
				must(t, s.Compact())
			} else {
				must(t, s.Commit())
			}
			committed = maps.Clone(now)
		case 7:
			checkHolds(t, s, now)
			must(t, s.Close())
			now = maps.Clone(committed)
			s = mustOpen(t, l, dir)
		}
	}
	checkHolds(t, s, now)
	v, err := OpenView(dir)
	must(t, err)
	defer v.Close()
	checkHolds(t, v, committed)
	must(t, s.Commit(), v.Refresh())
	checkHolds(t, v, now)
}

func TestStore(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 20 {
		script := make([]byte, 60)
		for i := range script {
			script[i] = byte(r.Uint32())
		}
		play(t, []layer{unsynced{disk{}}, unmapped{unsynced{disk{}}}}[n%2], script)
	}
}

func FuzzStore(f *testing.F) {
	f.Add([]byte{0, 1, 2, 193, 3, 160, 193, 224, 9, 192})
	f.Add([]byte{0, 193, 8, 193, 16, 193, 24, 160, 193, 192, 224})
	f.Fuzz(func(t *testing.T, script []byte) {
		play(t, unsynced{disk{}}, script[:min(len(script), 40)])
	})
}

func TestStoreLarge(t *testing.T) {
	s := mustOpen(t, unmapped{disk{}}, t.TempDir())
	const n = 3000 // more than one block of each section
	for i := range n {
		must(t, s.Add(fmt.Sprint("paragraph ", i), report(i)))
		if i%1000 == 700 {
			must(t, s.Commit())
		}
	}
	must(t, s.Compact())
	for i := 0; i < n; i += 37 {
		hits, err := s.Near(report(i))
		must(t, err)
		if want := []Hit[string]{{fmt.Sprint("paragraph ", i), 1}}; !slices.Equal(hits, want) {
			t.Fatalf("report %d: got %v, want %v", i, hits, want)
		}
	}
	info, err := os.Stat(segmentName(s.dir, s.live[0].number))
	must(t, err)
	if perText := info.Size() / n; perText > 450 {
		t.Errorf("%d bytes a text", perText)
	}
}

func TestStoreOptions(t *testing.T) {
	dir := t.TempDir()
	o := Options{Threshold: 0.8, Words: 3, Fold: Case, MinWords: 5}
	for range 2 {
		s, err := Open(dir, o)
		must(t, err)
		must(t, s.Add("a", report(1)), s.Add("short", "two words"), s.Commit())
		if hits, err := s.Near("two words"); err != nil || len(hits) != 0 || s.Len() != 2 {
			t.Errorf("got %v, %v", hits, err)
		}
		must(t, s.Close())
	}
}

func TestStoreEdited(t *testing.T) {
	s := mustOpen(t, disk{}, t.TempDir())
	text := report(1) + report(2)
	must(t, s.Add("b", text+" and"), s.Add("a", text+" and"), s.Add("short", ""), s.Add("c", text), s.Commit())
	hits, err := s.Near(text)
	must(t, err)
	if len(hits) != 3 || hits[0].Key != "c" || hits[1].Key != "a" || hits[2].Key != "b" || hits[1].Similarity < 0.8 {
		t.Errorf("got %v", hits)
	}
}

func TestStoreRefuses(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, disk{}, dir)
	must(t, s.Add("a", report(1)), s.Commit())
	refused := func(err error, words ...string) {
		t.Helper()
		for _, w := range append(words, dir) {
			if err == nil || !strings.Contains(err.Error(), w) {
				t.Errorf("error %v does not say %q", err, w)
			}
		}
	}
	_, err := Open(dir, Options{})
	refused(err, "another Store", "OpenView")
	must(t, s.Close(), s.Close())
	for _, err := range []error{s.Add("b", ""), s.Remove("a"), s.Commit(), s.Compact()} {
		if !errors.Is(err, errClosed) {
			t.Errorf("a closed Store: %v", err)
		}
	}
	if _, err := s.Near(""); !errors.Is(err, errClosed) {
		t.Errorf("a closed Store: %v", err)
	}
	_, err = Open(dir, Options{Words: 5})
	refused(err, "MANIFEST", "words=2", "words=5")

	manifest := filepath.Join(dir, manifestFile)
	good, err := os.ReadFile(manifest)
	must(t, err)
	for _, c := range []struct{ data, says string }{
		{"PK\x03\x04", "not an index"},
		{strings.Replace(string(good), "index 1", "index 7", 1), "version 7"},
		{strings.Replace(string(good), "words=2", "words=3", 1), "checksum"},
		{"", "not an index"},
	} {
		must(t, os.WriteFile(manifest, []byte(c.data), 0o666))
		_, err = Open(dir, Options{})
		refused(err, c.says)
		_, err = OpenView(dir)
		refused(err, c.says)
	}
	must(t, os.Remove(manifest))
	_, err = Open(dir, Options{})
	refused(err, "MANIFEST is missing")
	if _, err := OpenView(dir); !missing(err) {
		t.Errorf("a view of no index: %v", err)
	}
	must(t, os.WriteFile(manifest, good, 0o666))

	segment := segmentName(dir, 1)
	data, err := os.ReadFile(segment)
	must(t, err)
	later := slices.Clone(data)
	later[8] = 9
	for _, c := range []struct {
		data []byte
		says string
	}{{later, "version 9"}, {append([]byte("GIF89a"), data[6:]...), "not a segment"}} {
		must(t, os.WriteFile(segment, c.data, 0o666))
		_, err = Open(dir, Options{})
		refused(err, c.says)
	}
}

func TestParseManifestErrors(t *testing.T) {
	for _, lines := range []string{"options words=x", "options fold=no", "options size=1", "options words=2", "next x", "segment 1 2", "index 2", "next 1"} {
		data := fmt.Sprintf("%s%d\n%s\n", manifestMagic, manifestVersion, lines)
		data += fmt.Sprintf("sum %08x\n", castagnoli([]byte(data)))
		if m, err := parseManifest([]byte(data)); err == nil {
			t.Errorf("%s: %v", lines, m)
		}
	}
}

func TestStoreConcurrent(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, unsynced{disk{}}, dir)
	must(t, s.Add("fixed", report(0)), s.Commit())
	v, err := OpenView(dir)
	must(t, err)
	var group sync.WaitGroup
	ctx, stop := context.WithCancel(t.Context())
	for range 2 {
		for _, x := range []nearer{s, v} {
			group.Go(func() {
				for ctx.Err() == nil {
					hits, err := x.Near(report(0))
					if err != nil || len(hits) != 1 || hits[0].Key != "fixed" {
						t.Errorf("got %v, %v", hits, err)
						return
					}
				}
			})
		}
	}
	for n := range 15 {
		must(t, s.Add(fmt.Sprint(n), report(n+20)), s.Remove(fmt.Sprint(n-3)))
		if n%3 == 0 {
			must(t, s.Commit(), v.Refresh())
		}
	}
	must(t, s.Compact(), v.Refresh())
	stop()
	group.Wait()
	must(t, v.Close(), v.Close())
	if _, err := v.Near(""); !errors.Is(err, errClosed) {
		t.Errorf("a closed View: %v", err)
	}
	if err := v.Refresh(); !errors.Is(err, errClosed) {
		t.Errorf("a closed View: %v", err)
	}
}
