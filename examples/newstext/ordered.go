package main

import (
	"context"
	"fmt"
	"iter"
	"runtime/debug"
)

// ordered yields what work makes of each record, or why it could not, in the
// order of the input, until the session is cancelled. The session's workers
// share the work; at most three records a worker are in memory. Standard
// output is flushed before waiting, so that its reader never waits for more
// than the input.
func ordered[T any](s *session, work func(record) (T, error)) iter.Seq2[T, error] {
	type outcome struct {
		value T
		err   error
	}
	type job struct {
		record record
		done   chan outcome
	}
	return func(yield func(T, error) bool) {
		ctx, cancel := context.WithCancel(s.ctx)
		defer cancel()
		jobs := make(chan job)
		queue := make(chan chan outcome, 2*s.workers)
		for range s.workers {
			go func() {
				for j := range jobs {
					value, err := guard(work, j.record)
					j.done <- outcome{value, err}
				}
			}()
		}
		go func() {
			defer close(queue)
			defer close(jobs)
			for r, err := range s.records() {
				j := job{r, make(chan outcome, 1)}
				if err != nil {
					j.done <- outcome{err: err}
				}
				if !send(ctx, queue, j.done) || err == nil && !send(ctx, jobs, j) {
					return
				}
			}
		}()
		for {
			done, ok := receive(s, queue)
			if !ok {
				return
			}
			out, ok := receive(s, done)
			if !ok {
				return
			}
			s.console.advance(1)
			if !yield(out.value, out.err) {
				return
			}
		}
	}
}

// send sends v and reports whether it did before ctx was cancelled.
func send[T any](ctx context.Context, c chan<- T, v T) bool {
	select {
	case c <- v:
		return true
	case <-ctx.Done():
		return false
	}
}

// receive receives from c; it is not ok when c is closed or the session
// cancelled.
func receive[T any](s *session, c <-chan T) (v T, ok bool) {
	if s.ctx.Err() != nil {
		return v, false
	}
	select {
	case v, ok = <-c:
		return v, ok
	default:
	}
	s.stdout.Flush() // an error stays with the writer and comes back later
	select {
	case v, ok = <-c:
		return v, ok
	case <-s.ctx.Done():
		return v, false
	}
}

// A fault is a mistake in the program, not in its input.
type fault struct{ error }

// guard turns a panic on one record into a fault that names the record.
func guard[T any](work func(record) (T, error), r record) (v T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fault{fmt.Errorf("%s: newstext has a fault, please report it: %v\n%s", r.where, p, debug.Stack())}
		}
	}()
	return work(r)
}
