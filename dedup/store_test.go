package dedup

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
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

// kills is how often TestStoreKilled kills a writer: 10 times, or as
// NEWSTEXT_KILLS says.
func kills() int {
	if n, err := strconv.Atoi(os.Getenv("NEWSTEXT_KILLS")); err == nil {
		return n
	}
	return 10
}

// stride is how many bytes a test goes on that would take too long byte by
// byte; with NEWSTEXT_KILLS it takes that long.
func stride(n int) int {
	if kills() > 10 {
		return 1
	}
	return n
}

// Whatever byte of an index is cut off or changed, the answer is an error or
// what it was before.
func TestStoreTornOrChanged(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, disk{}, dir)
	must(t, s.Add("a", report(1)), s.Add("b", report(2)), s.Commit(), s.Remove("b"), s.Commit(), s.Close())
	for _, file := range append(indexFiles(dir), filepath.Join(dir, manifestFile)) {
		good, err := os.ReadFile(file)
		must(t, err)
		try := func(data []byte, what string) {
			must(t, os.WriteFile(file, data, 0o666))
			v, err := OpenView(dir)
			if err != nil {
				return
			}
			defer v.Close()
			for n, want := range []int{0, 1, 0} {
				if hits, err := v.Near(report(n)); err == nil && len(hits) != want {
					t.Errorf("%s: %s: report %d has %v", file, what, n, hits)
				}
			}
		}
		for at := 0; at < len(good); at += stride(7) {
			try(good[:at], fmt.Sprint("cut at ", at))
			bad := slices.Clone(good)
			bad[at] ^= 0x10
			try(bad, fmt.Sprint("changed at ", at))
		}
		must(t, os.WriteFile(file, good, 0o666))
	}
}

// A file that a crash left half written, at any byte, is no part of the index.
func TestStoreTorn(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, disk{}, dir)
	must(t, s.Add("a", report(1)), s.Add("b", report(2)), s.Commit())
	before, err := os.ReadFile(filepath.Join(dir, manifestFile))
	must(t, err)
	must(t, s.Add("c", report(3)), s.Commit(), s.Close())
	after, err := os.ReadFile(filepath.Join(dir, manifestFile))
	must(t, err)
	torn, err := os.ReadFile(segmentName(dir, 2))
	must(t, err)
	want := map[string]int{"a": 1, "b": 2}
	check := func(leave map[string][]byte) {
		must(t, os.WriteFile(filepath.Join(dir, manifestFile), before, 0o666))
		for name, data := range leave {
			must(t, os.WriteFile(name, data, 0o666))
		}
		s := mustOpen(t, disk{}, dir)
		checkHolds(t, s, want)
		must(t, s.Close())
		if files := indexFiles(dir); len(files) != 1 {
			t.Fatalf("%v are left", files)
		}
	}
	for at := 0; at < len(torn); at += stride(11) {
		check(map[string][]byte{segmentName(dir, 2): torn[:at], segmentName(dir, 3) + ".tmp": torn[:at]})
	}
	for at := 0; at < len(after); at += stride(3) {
		check(map[string][]byte{filepath.Join(dir, manifestFile) + ".tmp": after[:at], segmentName(dir, 2): torn})
	}
}

// failing is a layer whose call number k fails, and those after it too if all.
type failing struct {
	layer
	calls, k int
	all      bool
}

var errDiskFull = errors.New("no space left on device")

func (f *failing) fails() bool {
	f.calls++
	return f.calls == f.k || f.all && f.calls > f.k
}

func (f *failing) create(name string) (sink, error) {
	if f.fails() {
		return nil, errDiskFull
	}
	s, err := f.layer.create(name)
	if err != nil {
		return nil, err
	}
	return &failingSink{s, f}, nil
}

func (f *failing) open(name string) (source, error) {
	if f.fails() {
		return nil, errDiskFull
	}
	s, err := f.layer.open(name)
	if err != nil {
		return nil, err
	}
	return &failingSource{s, f}, nil
}

func (f *failing) rename(from, to string) error {
	if f.fails() {
		return errDiskFull
	}
	return f.layer.rename(from, to)
}

func (f *failing) remove(name string) error {
	if f.fails() {
		return errDiskFull
	}
	return f.layer.remove(name)
}

func (f *failing) syncDir(dir string) error {
	if f.fails() {
		return errDiskFull
	}
	return f.layer.syncDir(dir)
}

type failingSink struct {
	sink
	f *failing
}

func (s *failingSink) Write(data []byte) (int, error) {
	if s.f.fails() {
		n, _ := s.sink.Write(data[:len(data)/2])
		return n, errDiskFull
	}
	return s.sink.Write(data)
}

func (s *failingSink) Sync() error {
	if s.f.fails() {
		return errDiskFull
	}
	return s.sink.Sync()
}

func (s *failingSink) Close() error {
	err := s.sink.Close()
	if s.f.fails() {
		return errDiskFull
	}
	return err
}

type failingSource struct {
	source
	f *failing
}

func (s *failingSource) mapped() []byte { return nil }

func (s *failingSource) size() (int64, error) {
	if s.f.fails() {
		return 0, errDiskFull
	}
	return s.source.size()
}

func (s *failingSource) ReadAt(data []byte, at int64) (int, error) {
	if s.f.fails() {
		return 0, errDiskFull
	}
	return s.source.ReadAt(data, at)
}

var _ io.ReaderAt = (*failingSource)(nil)

// Whichever call fails, once or from then on: nothing committed is lost, the
// index opens again, and what was in memory can be committed later.
func TestStoreFailing(t *testing.T) {
	for _, all := range []bool{false, true} {
		for k := 1; ; k++ {
			f := &failing{layer: unsynced{disk{}}, k: k, all: all}
			if !failAt(t, f) {
				if k < 30 {
					t.Errorf("only %d calls were made to fail", k)
				}
				break
			}
			if t.Failed() {
				t.Fatalf("call %d, all %v", k, all)
			}
		}
	}
}

// failAt works on a store until a call fails and reports whether one did.
func failAt(t *testing.T, f *failing) bool {
	dir := filepath.Join(t.TempDir(), "index")
	now, committed := map[string]int{}, map[string]int{}
	s, err := openStore(f, dir, Options{})
	step := func(change func(), do func() error) {
		if err != nil {
			return
		}
		if err = do(); err == nil {
			change()
		}
	}
	add := func(id string, n int) {
		step(func() { now[id] = n }, func() error { return s.Add(id, report(n)) })
	}
	var tried map[string]int
	commit := func(do func() error) {
		step(func() { committed = maps.Clone(now); tried = nil }, func() error { tried = maps.Clone(now); return do() })
	}
	if err == nil {
		defer s.Close()
		add("a", 1)
		add("b", 2)
		commit(s.Commit)
		add("c", 3)
		commit(s.Commit)
		add("a", 4)
		step(func() { delete(now, "b") }, func() error { return s.Remove("b") })
		commit(s.Commit)
		add("d", 5)
		commit(s.Compact)
		if err != nil && !f.all {
			must(t, s.Commit())
			committed, tried = maps.Clone(now), nil
		}
		must(t, s.Close())
	}
	// A failure after the new manifest is in place leaves the new state, though it was said to have failed.
	again := mustOpen(t, unsynced{disk{}}, dir)
	defer again.Close()
	if tried != nil && again.Len() == len(tried) && len(tried) != len(committed) {
		committed = tried
	}
	checkHolds(t, again, committed)
	must(t, again.Add("z", report(6)), again.Commit())
	committed["z"] = 6
	checkHolds(t, again, committed)
	return f.calls >= f.k
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
