package main

import (
	"errors"
	"flag"
	"fmt"
	"iter"
	"slices"
	"strings"
)

// dedupFlags are the flags of dedup.
type dedupFlags struct {
	likeness
	out    choice
	unit   choice
	common int
	dir    string
}

func dedupCommand() command {
	return command{
		name: "dedup",
		about: "Finds what was seen before: articles (or paragraphs) that are copies, edits or\n" +
			"updates of another, and the passages that articles share. It holds all texts in\n" +
			"memory, 1 kB a paragraph of news and 4 kB for passages; what is in an -index\n" +
			"stays on disk.",
		example: "newstext dedup -unit paragraph *.txt",
		setup: func(flags *flag.FlagSet) runner {
			f := dedupFlags{
				out:  choice{"", "clusters", "pairs", "passages"},
				unit: choice{"article", "article", "paragraph"},
			}
			flags.Var(&f.out, "out", "one `OUT`: clusters, pairs, passages (default 1st and last)")
			flags.Var(&f.unit, "unit", "compare `UNIT`: article or paragraph")
			f.register(flags)
			flags.IntVar(&f.common, "common", 10, "no passages that stand in more than `N` articles")
			flags.StringVar(&f.dir, "index", "", "name what is in the index in `DIR`, and add to it")
			return func(s *session) error { return f.run(s) }
		},
	}
}

func (f *dedupFlags) run(s *session) error {
	if err := f.settle(); err != nil {
		return err
	}
	f.options.Workers = s.workers
	switch {
	case f.dir != "" && f.out.value() != "":
		return usageError{errors.New("-index has an output of its own; leave -out away")}
	case f.dir != "":
		return f.index(s)
	}
	if f.out.value() == "passages" && f.unit.value() == "paragraph" {
		return usageError{errors.New("-out passages compares articles; -unit paragraph is for clusters and pairs")}
	}
	records, err := s.collect()
	if err != nil {
		return err
	}
	records = distinct(s, records, func(r record) record { return r })
	all := units(records, f.unit.value())
	switch out := f.out.value(); {
	case out == "pairs":
		return f.pairs(s, all)
	case out == "passages":
		return f.passages(s, all)
	case s.jsonl:
		return f.clusterLines(s, all)
	}
	if err := f.showClusters(s, all); err != nil || f.out.value() == "clusters" {
		return err
	}
	return f.passages(s, units(records, "article"))
}

// distinct keeps the last text of each id, which is the one that counts, and
// says what it leaves out.
func distinct[T any](s *session, all []T, of func(T) record) []T {
	last := make(map[string]int, len(all))
	for i, v := range all {
		last[of(v).ID] = i
	}
	if len(last) == len(all) {
		return all
	}
	kept := make([]T, 0, len(last))
	for i, v := range all {
		if j := last[of(v).ID]; j == i {
			kept = append(kept, v)
		} else {
			s.console.say(fmt.Sprintf("%s: not compared, because %s has the same id", of(v).where, of(all[j]).where))
		}
	}
	return kept
}

// A unit is what is compared: an article or one of its paragraphs.
type unit struct {
	id, text  string
	start     int // where it begins in its record
	published string
}

// units cuts the records where paragraphs are compared. Paragraphs are
// separated by blank lines; their id is DOC:START-END.
func units(records []record, kind string) []unit {
	var all []unit
	for _, r := range records {
		var published string
		if r.Published != nil {
			published = *r.Published
		}
		if kind == "article" {
			all = append(all, unit{id: r.ID, text: r.Text, published: published})
			continue
		}
		for start, end := range paragraphs(r.Text) {
			all = append(all, unit{r.ID + ":" + span(start, end), r.Text[start:end], start, published})
		}
	}
	return all
}

// paragraphs yields the stretches of text between blank lines.
func paragraphs(text string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		start, end, at := 0, 0, 0 // of the paragraph so far, and of the line
		for line := range strings.Lines(text) {
			if words := strings.TrimSpace(line); words != "" {
				if start == end {
					start = at
				}
				end = at + len(strings.TrimRight(line, "\r\n"))
			} else {
				if start < end && !yield(start, end) {
					return
				}
				start = end
			}
			at += len(line)
		}
		if start < end {
			yield(start, end)
		}
	}
}

// texts yields the units as the package takes them.
func texts(all []unit) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, u := range all {
			if !yield(u.id, u.text) {
				return
			}
		}
	}
}

// A choice is a flag with a few values; the first is what it is set to.
type choice []string

func (c *choice) value() string { return (*c)[0] }
func (c *choice) String() string {
	if len(*c) == 0 {
		return ""
	}
	return (*c)[0]
}

func (c *choice) Set(value string) error {
	if !slices.Contains((*c)[1:], value) {
		return fmt.Errorf("must be one of %v", (*c)[1:])
	}
	(*c)[0] = value
	return nil
}
