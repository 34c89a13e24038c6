package dedup

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
)

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
	t.Parallel()
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
	t.Parallel()
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
