package main

import (
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"
)

// A console is standard error: messages, each on lines of its own, and on a
// terminal a line of progress below them.
type console struct {
	done  int          // records worked on
	read  atomic.Int64 // bytes of the input files read so far
	total atomic.Int64 // bytes of the input files; 0 where that is not known

	mu    sync.Mutex
	w     io.Writer
	shown bool
	start time.Time
	last  time.Time // zero: no progress is shown
}

// newConsole returns a console that shows progress where w is a terminal and
// standard output is not.
func newConsole(w io.Writer, progress bool) *console {
	c := &console{w: w, start: time.Now()}
	if progress {
		c.last = c.start.Add(time.Second) // short work shows none
	}
	return c
}

// say prints a message.
func (c *console) say(message string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.clear()
	fmt.Fprintln(c.w, printable(message))
}

// advance counts n more records and shows the progress five times a second.
func (c *console) advance(n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.done += n
	if c.last.IsZero() || time.Since(c.last) < time.Second/5 {
		return
	}
	c.last = time.Now()
	c.clear()
	fmt.Fprint(c.w, progressLine(c.done, c.read.Load(), c.total.Load(), c.last.Sub(c.start)))
	c.shown = true
}

// close removes the line of progress.
func (c *console) close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.clear()
}

func (c *console) clear() {
	if c.shown {
		fmt.Fprint(c.w, "\r\x1b[K")
		c.shown = false
	}
}

// progressLine tells the rate and, where the size of the input is known, the
// time left.
func progressLine(records int, read, total int64, elapsed time.Duration) string {
	line := fmt.Sprintf("%d records, %.1f MB, %.0f records/s", records, float64(read)/1e6, float64(records)/elapsed.Seconds())
	if read > 0 && total >= read {
		left := time.Duration(float64(elapsed) * float64(total-read) / float64(read))
		line += fmt.Sprintf(", %d %%, %s left", 100*read/total, left.Round(time.Second))
	}
	return line
}
