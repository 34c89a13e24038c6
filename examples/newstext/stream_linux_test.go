package main

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"example.org/newstext/internal/newsgen"
)

// TestStream sends a long stream of records through the commands that keep
// nothing, and reads the memory they took from the system. NEWSTEXT_STREAM is
// the length in bytes; .ci/full sets it to 1 GiB.
func TestStream(t *testing.T) {
	size, err := strconv.Atoi(os.Getenv("NEWSTEXT_STREAM"))
	if err != nil {
		t.Skip("NEWSTEXT_STREAM is not set; .ci/full sets it")
	}
	bin := filepath.Join(t.TempDir(), "newstext")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	const most = 200 << 20
	for _, command := range []string{"clean", "quotes", "dates", "normalize -form repaired,clean,straight"} {
		cmd := exec.Command(bin, append(strings.Fields(command), "-jsonl")...)
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		lines := &recordCounter{}
		cmd.Stdout = lines
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		sent := sendRecords(in, size)
		if err := cmd.Wait(); err != nil {
			t.Fatalf("%s: %v", command, err)
		}
		peak := int(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss) << 10
		t.Logf("%s: %d records, %d MiB", command, sent, peak>>20)
		if peak > most {
			t.Errorf("%s: took %d MiB", command, peak>>20)
		}
		if lines.n != sent {
			t.Errorf("%s: %d records for %d", command, lines.n, sent)
		}
	}
}

// sendRecords writes about size bytes of records and returns their number.
func sendRecords(out io.WriteCloser, size int) (n int) {
	defer out.Close()
	const distinct = 1000
	pages := make([]string, distinct)
	for i := range pages {
		p := newsgen.New(i)
		pages[i] = string(jsonLine(map[string]string{"id": p.ID, "text": p.Text}))
	}
	w := bufio.NewWriterSize(out, 1<<20)
	for sent := 0; sent < size; n++ {
		k, err := w.WriteString(pages[n%distinct])
		if err != nil {
			return n
		}
		sent += k
	}
	w.Flush()
	return n
}

// A recordCounter counts line ends.
type recordCounter struct{ n int }

func (c *recordCounter) Write(p []byte) (int, error) {
	for _, b := range p {
		if b == '\n' {
			c.n++
		}
	}
	return len(p), nil
}
