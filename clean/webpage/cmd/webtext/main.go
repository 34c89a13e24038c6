// Webtext turns HTML pages and web archives into text for newstext.
//
//	webtext [-body] [FILE...]
//	webtext -jsonl [-body] [FILE...]
//
// FILE is an HTML page, a web archive (.warc, .wet), any of them compressed
// (.gz), a folder of such files, or - for standard input; without FILE it
// reads standard input. It prints a JSON record a page, {id, url, title,
// published, text, blocks}, and with -body only the text of each page's
// article. With -jsonl the input is JSON lines, {id, html}.
//
// Results go to standard output in the order of the input, problems to
// standard error. It exits with 0 when done, 1 after a fault of its own, 2 on
// wrong usage and 3 when some inputs failed, which it names.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
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

const usage = `Usage: webtext [-body] [FILE...]
       webtext -jsonl [-body] [FILE...]

Turns web pages into text for newstext, a JSON record a page:
{id, url, title, published, text, blocks}.

FILE is an HTML page, a web archive (.warc, .wet), any of them compressed
(.gz), a folder of such files, or - for standard input (the default).

  -body    write only the text of each page's article (default: records)
  -jsonl   the input is JSON lines, {id, html} (default: pages and archives);
           with -body the output is JSON lines {id, text} all the same

Example: webtext crawl.warc.gz | newstext all -jsonl
`

func main() {
	signal.Ignore(syscall.SIGPIPE) // a reader that has seen enough is no fault
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is main without the process around it.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("webtext", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	t := &task{stdin: stdin, out: bufio.NewWriterSize(stdout, 1<<16), problems: stderr}
	flags.BoolVar(&t.body, "body", false, "")
	flags.BoolVar(&t.jsonl, "jsonl", false, "")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		io.WriteString(stdout, usage)
		return exitDone
	case err != nil:
		fmt.Fprintf(stderr, "webtext: %v\n\n%s", err, usage)
		return exitUsage
	}
	files := flags.Args()
	if len(files) == 0 {
		files = []string{"-"}
	}
	for _, f := range files {
		if t.fault == nil {
			t.path(f)
		}
	}
	if err := t.out.Flush(); t.fault == nil {
		t.fault = err
	}
	switch {
	case errors.Is(t.fault, syscall.EPIPE):
		return exitDone
	case t.fault != nil:
		fmt.Fprintf(stderr, "webtext: %v\n", t.fault)
		return exitFault
	case t.failed > 0:
		return exitFailed
	}
	return exitDone
}
