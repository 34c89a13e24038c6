package dedup

import (
	"errors"
	"io"
	"maps"
	"path/filepath"
	"testing"
)

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
	t.Parallel()
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
