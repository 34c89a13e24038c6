package dedup

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"
)

// perCommit is how many texts the writer of TestStoreKilled commits at a time.
const perCommit = 5

// TestMain is the writer where a test starts this program again.
func TestMain(m *testing.M) {
	if dir := os.Getenv("NEWSTEXT_WRITER"); dir != "" {
		if err := writeForever(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// writeForever adds texts to an index, replaces each once, and prints their
// number after each Commit.
func writeForever(dir string) error {
	s, err := Open(dir, Options{})
	if err != nil {
		return err
	}
	for n := s.Len(); ; n++ {
		if err := s.Add(strconv.Itoa(n), report(n)); err != nil {
			return err
		}
		if n%2 == 1 {
			if err := s.Add(strconv.Itoa(n-1), report(n-1)); err != nil {
				return err
			}
		}
		if (n+1)%perCommit != 0 {
			continue
		}
		commit := s.Commit
		if n%(7*perCommit) == perCommit-1 {
			commit = s.Compact
		}
		if err := commit(); err != nil {
			return err
		}
		fmt.Println(n + 1)
	}
}

// A writer that is killed loses nothing that it had committed, and nothing of
// what it had not is left by half.
func TestStoreKilled(t *testing.T) {
	t.Parallel()
	self, err := os.Executable()
	must(t, err)
	dir := t.TempDir()
	r := rand.New(rand.NewPCG(5, 6))
	committed := 0
	for range kills() {
		writer := exec.Command(self)
		writer.Env = append(os.Environ(), "NEWSTEXT_WRITER="+dir)
		writer.Stderr = os.Stderr
		out, err := writer.StdoutPipe()
		must(t, err)
		must(t, writer.Start())
		lines := bufio.NewScanner(out)
		for range 1 + r.IntN(4) {
			if !lines.Scan() {
				t.Fatal("the writer gave up")
			}
			committed, err = strconv.Atoi(lines.Text())
			must(t, err)
		}
		time.Sleep(time.Duration(r.IntN(8000)) * time.Microsecond)
		must(t, writer.Process.Kill())
		for lines.Scan() { // what it said before it died
			committed, err = strconv.Atoi(lines.Text())
			must(t, err)
		}
		writer.Wait() // it was killed

		v, err := OpenView(dir)
		must(t, err)
		if n := v.Len(); n != committed && n != committed+perCommit {
			t.Fatalf("%d texts, %d were committed", n, committed)
		}
		for n := range v.Len() {
			hits, err := v.Near(report(n))
			must(t, err)
			if len(hits) != 1 || hits[0].Key != strconv.Itoa(n) {
				t.Fatalf("text %d of %d: got %v", n, committed, hits)
			}
		}
		must(t, v.Close())
		s, err := Open(dir, Options{})
		must(t, err)
		committed = s.Len()
		must(t, s.Close())
	}
}
