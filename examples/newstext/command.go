package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"runtime"
	"strings"
)

// A command is one word after newstext.
type command struct {
	name    string
	about   string // a line or two
	example string // a command line to try
	setup   func(*flag.FlagSet) runner
}

// A runner does the work of a command once its flags are parsed.
type runner func(*session) error

// commands returns all commands; the first one is meant when none is named.
func commands() []command {
	return []command{
		allCommand(),
		cleanCommand(),
		quotesCommand(),
		datesCommand(),
		dedupCommand(),
		normalizeCommand(),
		reportCommand(),
		tokensCommand(),
		verifyCommand(),
	}
}

// run is the program: it picks the command, parses the flags, works and
// returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	c, args := choose(args)
	flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
	flags.SetOutput(io.Discard) // the messages are written here
	s := newSession(ctx, stdin, stdout, stderr)
	flags.BoolVar(&s.jsonl, "jsonl", false, "JSON lines in and out, one record a line")
	flags.IntVar(&s.workers, "workers", 0, "work on `N` records at a time (default: one a processor)")
	work := c.setup(flags)

	var err error
	s.files, err = parse(flags, args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stdout, help(c, flags))
		return exitDone
	case err == nil && s.workers < 0:
		err = fmt.Errorf("-workers %d: must not be negative", s.workers)
	case err == nil && s.jsonl:
		err = forPeople(flags)
	}
	if err != nil {
		err = usageError{err}
	} else {
		s.workers = cmp.Or(s.workers, runtime.GOMAXPROCS(0))
		err = work(s)
	}
	return s.finish(c, err)
}

// choose finds the command that the first argument names.
func choose(args []string) (command, []string) {
	all := commands()
	if len(args) > 0 && args[0] == "help" {
		args = append(args[1:len(args):len(args)], "-h")
	}
	if len(args) > 0 {
		for _, c := range all {
			if c.name == args[0] {
				return c, args[1:]
			}
		}
	}
	return all[0], args
}

// parse parses flags before, between and after the files, and returns the
// files.
func parse(flags *flag.FlagSet, args []string) (files []string, err error) {
	for len(args) > 0 {
		if err := flags.Parse(args); err != nil {
			return nil, err
		}
		rest := flags.Args()
		if n := len(args) - len(rest); n > 0 && args[n-1] == "--" {
			return append(files, rest...), nil
		}
		if len(rest) == 0 {
			break
		}
		files, args = append(files, rest[0]), rest[1:]
	}
	return files, nil
}

// forPeople refuses flags that go with no JSON lines.
func forPeople(flags *flag.FlagSet) (err error) {
	flags.Visit(func(f *flag.Flag) {
		switch f.Name {
		case "explain", "annotate", "diff":
			err = fmt.Errorf("-%s is for people: leave -jsonl away", f.Name)
		}
	})
	return err
}

// A usageError is a mistake in the command line.
type usageError struct{ error }

// help is what -h prints: it fits on a screen.
func help(c command, flags *flag.FlagSet) string {
	var b strings.Builder
	name := c.name
	if name == "all" {
		name = "[all]"
	}
	fmt.Fprintf(&b, "usage: newstext %s [FLAG...] [FILE...]\n\n%s\n\n", name, c.about)
	flags.VisitAll(func(f *flag.Flag) {
		value, usage := flag.UnquoteUsage(f)
		if value != "" {
			value = " " + value
		}
		if f.DefValue != "" && f.DefValue != "false" && !strings.Contains(usage, "default") {
			usage += " (default " + f.DefValue + ")"
		}
		fmt.Fprintf(&b, "  %-18s %s\n", "-"+f.Name+value, usage)
	})
	b.WriteString("\nFILE: text, .jsonl, .gz of these, a folder, or - for standard input;\n" +
		"without: the five sample articles, with -jsonl standard input.\n")
	if c.name == "all" {
		b.WriteString("Each has its own -h:")
		for _, other := range commands() {
			b.WriteString(" " + other.name)
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "Example: %s\n", c.example)
	return b.String()
}
