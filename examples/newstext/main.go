// Newstext cleans, dates, quotes and compares news articles on the command
// line. It is the demonstration of the module's packages, and shows how a
// program puts them together.
//
//	newstext [all] [FILE...]    everything about each article
//	newstext clean | quotes | dates | dedup | normalize | report [FILE...]
//
// FILE is a text, JSON lines (.jsonl), either of them compressed (.gz), a
// folder of such files, or - for standard input. Without FILE it takes the
// five sample articles; with -jsonl and without FILE it reads JSON lines from
// standard input. "newstext COMMAND -h" explains each command.
//
// Results go to standard output, in the order of the input; problems go to
// standard error. It exits with 0 when done, 1 after a fault of its own, 2 on
// wrong usage and 3 when some inputs failed, which it names.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// The exit codes.
const (
	exitDone   = 0
	exitFault  = 1
	exitUsage  = 2
	exitFailed = 3
)

func main() {
	signal.Ignore(syscall.SIGPIPE) // a reader that has seen enough is no fault; see session.finish
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
