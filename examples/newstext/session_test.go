package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// lines yields n records and tells how many were read.
type lines struct {
	n, size int
	made    atomic.Int64
	rest    []byte
	end     func() error // what comes behind them
}

func (l *lines) Read(p []byte) (int, error) {
	if len(l.rest) == 0 {
		made := int(l.made.Load())
		if made == l.n {
			return 0, l.end()
		}
		l.rest = fmt.Appendf(nil, `{"id":"%d","text":"%s"}`+"\n", made, strings.Repeat("One day. ", l.size/9))
		l.made.Add(1)
	}
	n := copy(p, l.rest)
	l.rest = l.rest[n:]
	return n, nil
}

func eof() error { return io.EOF }

func TestOrder(t *testing.T) {
	in := &lines{n: 500, size: 90, end: eof}
	var out, errs bytes.Buffer
	if code := run(context.Background(), []string{"clean", "-jsonl", "-workers", "7"}, in, &out, &errs); code != exitDone {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	got := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(got) != in.n {
		t.Fatalf("%d lines of %d", len(got), in.n)
	}
	for i, line := range got {
		if !strings.HasPrefix(line, fmt.Sprintf(`{"id":"%d",`, i)) {
			t.Fatalf("line %d: %.40s", i, line)
		}
	}
}

// A writer that counts lines, to compare with what was read.
type lineCounter struct {
	in    *lines
	lines int64
	ahead int64
}

func (c *lineCounter) Write(p []byte) (int, error) {
	c.ahead = max(c.ahead, c.in.made.Load()-c.lines)
	c.lines += int64(bytes.Count(p, []byte("\n")))
	return len(p), nil
}

func TestStreamIsBounded(t *testing.T) {
	const workers = 3
	in := &lines{n: 60, size: 1 << 17, end: eof} // more than the output buffers
	out := &lineCounter{in: in}
	if code := run(context.Background(), []string{"normalize", "-form", "straight", "-jsonl", "-workers", "3"}, in, out, io.Discard); code != exitDone {
		t.Fatalf("exit %d", code)
	}
	if most := int64(3*workers + 4); out.ahead > most {
		t.Errorf("%d records in memory, want at most %d", out.ahead, most)
	}
}

func TestInterrupt(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	in := &lines{n: 20, size: 90, end: func() error {
		cancel()
		select {} // a pipe that never ends
	}}
	var out, errs bytes.Buffer
	code := run(ctx, []string{"quotes", "-jsonl"}, in, &out, &errs)
	if code != exitFault || !strings.Contains(errs.String(), "interrupted") {
		t.Errorf("exit %d: %s", code, errs.String())
	}
	if text := out.String(); text != "" && !strings.HasSuffix(text, "}\n") {
		t.Errorf("the last line is torn: %q", text)
	}
}

// TestFlush: what is done is written although the input is still open.
func TestFlush(t *testing.T) {
	in, feed := io.Pipe()
	got, out := io.Pipe()
	var wg sync.WaitGroup
	wg.Go(func() { run(context.Background(), []string{"quotes", "-jsonl"}, in, out, io.Discard) })
	fmt.Fprintln(feed, `{"id":"a","text":"Nothing."}`)
	buf := make([]byte, 100)
	n, err := got.Read(buf)
	if want := `{"id":"a","quotes":[]}` + "\n"; err != nil || string(buf[:n]) != want {
		t.Errorf("got %q, %v", buf[:n], err)
	}
	feed.Close()
	wg.Wait()
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
func (f failing) Read([]byte) (int, error)  { return 0, f.err }

func TestBrokenPipe(t *testing.T) {
	var errs bytes.Buffer
	in := &lines{n: 2000, size: 900, end: eof}
	code := run(context.Background(), []string{"normalize", "-jsonl"}, in, failing{syscall.EPIPE}, &errs)
	if code != exitDone || errs.Len() > 0 {
		t.Errorf("exit %d: %s", code, errs.String())
	}
}

func TestFullDisk(t *testing.T) {
	var errs bytes.Buffer
	code := run(context.Background(), []string{"clean"}, nil, failing{syscall.ENOSPC}, &errs)
	if code != exitFault || !strings.Contains(errs.String(), syscall.ENOSPC.Error()) {
		t.Errorf("exit %d: %s", code, errs.String())
	}
}

func TestUnreadableInput(t *testing.T) {
	var errs bytes.Buffer
	code := run(context.Background(), []string{"clean", "-jsonl"}, failing{errors.New("disk on fire")}, io.Discard, &errs)
	if code != exitFailed || !strings.Contains(errs.String(), "standard input:1: disk on fire") {
		t.Errorf("exit %d: %s", code, errs.String())
	}
}

// TestNoStandardInput: without -jsonl and - it is never read.
// articleCommands are all but verify, which reads what the step before it wrote.
func articleCommands() []command {
	return slices.DeleteFunc(commands(), func(c command) bool { return c.name == "verify" })
}

func TestNoStandardInput(t *testing.T) {
	for _, c := range articleCommands() {
		var out, errs bytes.Buffer
		if code := run(context.Background(), []string{c.name}, nil, &out, &errs); code != exitDone {
			t.Errorf("%s: exit %d: %s", c.name, code, errs.String())
		}
		if !strings.Contains(errs.String(), "five sample articles") {
			t.Errorf("%s does not say what it reads", c.name)
		}
	}
}

func TestFault(t *testing.T) {
	s := newSession(context.Background(), nil, io.Discard, io.Discard)
	s.workers = 2
	err := s.each(func(r record) (result, error) {
		if strings.HasPrefix(r.ID, "001") {
			panic("index out of range")
		}
		return result{}, nil
	})
	if err != nil || s.faults != 1 || s.written != 4 {
		t.Errorf("%v, %d faults, %d written", err, s.faults, s.written)
	}
	if code := s.finish(cleanCommand(), nil); code != exitFault {
		t.Errorf("exit %d", code)
	}
}

func TestCompressed(t *testing.T) {
	t.Chdir(t.TempDir())
	var zipped bytes.Buffer
	w := gzip.NewWriter(&zipped)
	io.WriteString(w, `{"id":"a","text":"“One.”"}`+"\n")
	w.Close()
	write(t, "in.jsonl.gz", zipped.String())
	write(t, "torn.jsonl.gz", zipped.String()[:zipped.Len()-12])
	write(t, "torn.txt.gz", zipped.String()[:zipped.Len()-12])
	const want = `{"id":"a","text":"\"One.\""}` + "\n"
	if out, errs, code := call("", "normalize", "-jsonl", "in.jsonl.gz"); out != want || code != exitDone {
		t.Errorf("exit %d: %s%s", code, out, errs)
	}
	if out, errs, code := call(zipped.String(), "normalize", "-jsonl", "-"); out != want || code != exitDone {
		t.Errorf("exit %d: %s%s", code, out, errs)
	}
	for _, name := range []string{"torn.jsonl.gz", "torn.txt.gz"} {
		out, errs, code := call("", "normalize", "-jsonl", name)
		if code != exitFailed || !strings.HasPrefix(errs, name+":") || !strings.Contains(errs, "cut off or damaged after ") || strings.Count(errs, "\n") != 1 {
			t.Errorf("%s: exit %d: %s%s", name, code, out, errs)
		}
	}
}

func TestNotUTF8(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "old.txt", "The caf\xe9\nsaid \x93no\x94.\n")
	write(t, "utf16.txt", "\xff\xfeA\x00\n\x00")
	write(t, "binary.txt", "A\x00\xff\x01")
	write(t, "far.txt", "\xc4\xe3\xba\xc3\xca\xc0\xbd\xe7")
	write(t, "in.jsonl", "{\"id\":\"a\",\"text\":\"caf\xe9\"}\n{\"id\":\"b\",\"text\":\"fine\"}\n")
	out, errs, code := call("", "clean", "-jsonl", "old.txt", "utf16.txt", "binary.txt", "far.txt", "in.jsonl")
	want := `old.txt:1: invalid UTF-8 at byte 7 (0xe9); it looks like windows-1252: newstext normalize -form repaired
utf16.txt: this is UTF-16: iconv -f utf-16 -t utf-8
binary.txt: this is a binary file, not a text
far.txt:1: invalid UTF-8 at byte 0 (0xc4); convert it to UTF-8 first
in.jsonl:1: invalid UTF-8 at byte 21 of the line (0xe9); JSON must be UTF-8
`
	if code != exitFailed || errs != want || strings.Count(out, "\n") != 1 {
		t.Errorf("exit %d\n%s%s", code, out, errs)
	}
	out, errs, code = call("", "normalize", "-form", "repaired", "old.txt")
	if out != "The café\nsaid “no”.\n" || code != exitDone || !strings.Contains(errs, "read as windows-1252") {
		t.Errorf("exit %d: %q %s", code, out, errs)
	}
}

func TestLongLine(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "long.txt", strings.Repeat("“Not on Thursday,” he said in May 2019. ", 1<<12))
	for _, c := range articleCommands() {
		if _, errs, code := call("", c.name, "-jsonl", "long.txt"); code != exitDone {
			t.Errorf("%s: exit %d: %s", c.name, code, errs)
		}
	}
}

// TestWorkers: the output is the same for any number of workers.
func TestWorkers(t *testing.T) {
	for _, args := range [][]string{
		{"all"},
		{"clean"},
		{"quotes"},
		{"dates", "-annotate"},
		{"normalize", "-diff"},
		{"dedup"},
		{"dedup", "-unit", "paragraph"},
		{"dedup", "-unit", "paragraph", "-out", "pairs"},
	} {
		one, oneErr, _ := call("", append(args, "-workers", "1")...)
		many, manyErr, code := call("", append(args, "-workers", "9")...)
		if one != many || oneErr != manyErr || code != exitDone {
			t.Errorf("%s: another output with nine workers than with one", args)
		}
	}
}

func TestHelpFitsAScreen(t *testing.T) {
	for _, c := range commands() {
		out, _, code := call("", c.name, "-h")
		rows := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
		if code != exitDone || len(rows) > 24 {
			t.Errorf("%s -h: exit %d, %d rows", c.name, code, len(rows))
		}
		for _, row := range rows {
			if len(row) > 80 {
				t.Errorf("%s -h: %d columns: %s", c.name, len(row), row)
			}
		}
		if !strings.Contains(out, "Example: newstext ") {
			t.Errorf("%s -h has no example", c.name)
		}
	}
}

func TestProgress(t *testing.T) {
	var w bytes.Buffer
	c := newConsole(&w, true)
	c.total.Store(4e6)
	c.read.Store(1e6)
	c.start, c.last = time.Now().Add(-10*time.Second), time.Now().Add(-time.Second)
	c.advance(500)
	if want := "500 records, 1.0 MB, 50 records/s, 25 %, 30s left"; w.String() != want {
		t.Errorf("got %q, want %q", w.String(), want)
	}
	c.say("a.txt: empty")
	if want := "left\r\x1b[Ka.txt: empty\n"; !strings.HasSuffix(w.String(), want) {
		t.Errorf("got %q", w.String())
	}
	w.Reset()
	newConsole(&w, false).advance(1)
	if w.Len() > 0 {
		t.Errorf("progress where it was not asked for: %q", w.String())
	}
}

func TestIsTerminal(t *testing.T) {
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	if isTerminal(null) || isTerminal(new(bytes.Buffer)) || styleOf(null) != (style{}) {
		t.Error("the null device and a buffer are no terminals")
	}
}
