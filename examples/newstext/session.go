package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"syscall"
)

// A session is one run of a command: what it reads, where it writes, and what
// went wrong so far.
type session struct {
	ctx     context.Context
	jsonl   bool
	workers int
	files   []string
	placed  bool // before each line of JSON stands its place, and a tab
	repair  bool // files that are no UTF-8 are read all the same

	stdin   io.Reader
	stdout  *bufio.Writer
	console *console
	style   style

	written int // results
	failed  int // inputs that could not be worked on
	faults  int // of the program itself
}

func newSession(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer) *session {
	return &session{
		ctx:     ctx,
		stdin:   stdin,
		stdout:  bufio.NewWriterSize(stdout, 1<<16),
		console: newConsole(stderr, isTerminal(stderr) && !isTerminal(stdout)),
		style:   styleOf(stdout),
	}
}

// A result is what a command makes of one record.
type result struct {
	out  []byte // for standard output
	note string // for standard error; may be empty
}

// each works on every record with all workers and writes the results in the
// order of the input. It holds a few records a worker in memory.
func (s *session) each(work func(record) (result, error)) error {
	for res, err := range ordered(s, work) {
		if err != nil {
			s.complain(err)
			continue
		}
		if err := s.write(res); err != nil {
			return err
		}
	}
	return s.ctx.Err()
}

// collect reads all records, for commands that compare them.
func (s *session) collect() ([]record, error) {
	var all []record
	for r, err := range ordered(s, func(r record) (record, error) { return r, nil }) {
		if err != nil {
			s.complain(err)
			continue
		}
		all = append(all, r)
	}
	return all, s.ctx.Err()
}

func (s *session) write(res result) error {
	if _, err := s.stdout.Write(res.out); err != nil {
		return err
	}
	s.written++
	if res.note == "" {
		return nil
	}
	if err := s.stdout.Flush(); err != nil { // a note stands behind its text
		return err
	}
	s.console.say(res.note)
	return nil
}

// complain names an input that could not be worked on.
func (s *session) complain(err error) {
	if errors.As(err, new(fault)) {
		s.faults++
	} else {
		s.failed++
	}
	s.console.say(err.Error())
}

// finish flushes the output, says what stopped the command if something did,
// and returns the exit code.
func (s *session) finish(c command, err error) int {
	if flushErr := s.stdout.Flush(); err == nil {
		err = flushErr
	}
	s.console.close()
	switch {
	case err == nil && s.faults > 0:
		return exitFault
	case err == nil && s.failed > 0:
		return exitFailed
	case err == nil, errors.Is(err, syscall.EPIPE):
		return exitDone
	case errors.As(err, new(usageError)):
		s.console.say(fmt.Sprintf("newstext %s: %v\n\"newstext %s -h\" lists the flags", c.name, err, c.name))
		return exitUsage
	case errors.Is(err, context.Canceled):
		s.console.say(fmt.Sprintf("newstext %s: interrupted; %s written, none torn", c.name, plural(s.written, "result")))
		return exitFault
	}
	s.console.say(fmt.Sprintf("newstext %s: %v", c.name, err))
	return exitFault
}
