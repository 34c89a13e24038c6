package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"

	"example.org/newstext/dedup"
)

// verifyFlags are the flags of verify.
type verifyFlags struct {
	join  joinFlags
	step  choice
	shard dedup.Shard
}

func verifyCommand() command {
	return command{
		name: "verify",
		about: "For dedup on many machines, see examples/spark: does one step with each group of\n" +
			"JSON lines that follow each other: meet (the similar units of a shard), choose\n" +
			"(of all that shards say of a unit), relate (two units with their texts), cut\n" +
			"(what links hold together into clusters), passages (shared by two units).",
		example: "newstext verify -step relate < pairs.jsonl",
		setup: func(flags *flag.FlagSet) runner {
			f := verifyFlags{step: choice{"", "meet", "choose", "relate", "cut", "passages"}}
			f.join.register(flags)
			flags.Var(&f.step, "step", "the `STEP`: meet, choose, relate, cut, passages")
			flags.IntVar(&f.shard.Shards, "shards", 1, "the units are in `N` shards")
			flags.IntVar(&f.shard.Filed, "filed", 0, "the sum `N` of what units are filed under")
			flags.IntVar(&f.shard.Tokens, "tokens", 0, "the number `N` of tokens of all units")
			return func(s *session) error { return f.run(s) }
		},
	}
}

func (f *verifyFlags) run(s *session) error {
	o, err := f.join.complete()
	if err != nil {
		return err
	}
	f.shard.Options, f.shard.Clusters = o, f.join.clusters()
	switch f.step.value() {
	case "meet":
		return f.meet(s)
	case "choose":
		return f.choose(s)
	case "cut":
		return cut(s)
	case "passages":
		return passages(s, o.MinWords)
	case "relate":
		return relate(s, o)
	}
	return usageError{errors.New("-step says what to do; it has no default")}
}

// eachLine decodes every line of the session's input and works on it. A line
// that cannot be read is a fault of whoever made the lines, and ends the work:
// nothing may be left out unnoticed.
func eachLine[T any](s *session, work func(T) error) error {
	files := s.files
	if len(files) == 0 {
		files = []string{"-"}
	}
	for _, file := range files {
		in, name, err := s.open(file)
		if err != nil {
			return err
		}
		err = decodeLines(s, in, name, work)
		in.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

func decodeLines[T any](s *session, in io.Reader, name string, work func(T) error) error {
	buffered := bufio.NewReaderSize(in, 1<<16)
	for number := 1; s.ctx.Err() == nil; number++ {
		line, end := readLine(buffered)
		if end != nil && end != io.EOF {
			return fmt.Errorf("%s:%d: %w", name, number, end)
		}
		if len(bytes.TrimSpace(line)) > 0 {
			var v T
			if err := json.Unmarshal(line, &v); err != nil {
				return fmt.Errorf("%s:%d: %s", name, number, jsonProblem(err))
			}
			if err := work(v); err != nil {
				return fmt.Errorf("%s:%d: %w", name, number, err)
			}
		}
		if end == io.EOF {
			return nil
		}
	}
	return s.ctx.Err()
}

// eachGroup works on the lines with the same key that follow each other.
func eachGroup[T any, K comparable](s *session, key func(T) K, work func(K, []T) error) error {
	var group []T
	var of K
	finish := func() error {
		if len(group) == 0 {
			return nil
		}
		err := work(of, group)
		clear(group)
		group = group[:0]
		return err
	}
	err := eachLine(s, func(v T) error {
		if k := key(v); k != of || len(group) == 0 {
			if err := finish(); err != nil {
				return err
			}
			of = k
		}
		group = append(group, v)
		return nil
	})
	if err != nil {
		return err
	}
	return finish()
}

// A memberRecord is a unit in a shard.
type memberRecord struct {
	Shard int    `json:"shard"`
	ID    string `json:"id"`
	setRecord
}

// A meetingRecord is what a shard says of a unit.
type meetingRecord struct {
	ID     string        `json:"id"`
	Within bool          `json:"within"`          // about larger units in which it may lie
	Met    [][2]int      `json:"met,omitempty"`   // token, units met first under it
	Found  []foundRecord `json:"found,omitempty"` // in the order of meeting
}

type foundRecord struct {
	Token      int     `json:"token"`
	Place      int     `json:"place"`
	ID         string  `json:"id"`
	Similarity float64 `json:"similarity"`
}

// meet writes what each shard finds out about its units.
func (f *verifyFlags) meet(s *session) error {
	return eachGroup(s, func(m memberRecord) int { return m.Shard }, func(number int, group []memberRecord) error {
		shard := f.shard
		shard.Number = number
		members := make([]dedup.Member, len(group))
		for i, m := range group {
			set := dedup.Set{Size: m.Size, Filed: m.Filed, Sought: m.Sought, Tokens: m.Tokens}
			members[i] = dedup.Member{ID: m.ID, Set: set, Bands: narrow(m.Bands)}
		}
		for _, m := range shard.Meet(members) {
			if err := s.write(result{out: jsonLine(meetingLine(m))}); err != nil {
				return err
			}
		}
		return nil
	})
}

func narrow(keys packed) []uint32 {
	if len(keys) == 0 {
		return nil
	}
	narrow := make([]uint32, len(keys))
	for i, key := range keys {
		narrow[i] = uint32(key)
	}
	return narrow
}

func meetingLine(m dedup.Meeting) meetingRecord {
	r := meetingRecord{ID: m.ID, Within: m.Within}
	for _, c := range m.Met {
		r.Met = append(r.Met, [2]int{c.Token, c.Texts})
	}
	for _, c := range m.Found {
		r.Found = append(r.Found, foundRecord(c))
	}
	return r
}

// A pairRecord is a pair of units to be related, or a unit that is crowded.
type pairRecord struct {
	A          string   `json:"a,omitempty"`
	B          string   `json:"b,omitempty"`
	Inner      string   `json:"inner,omitempty"` // the one that may lie in the other
	Similarity *float64 `json:"similarity,omitempty"`
	Crowded    string   `json:"crowded,omitempty"` // a unit that is like more than it was compared with
	Missed     int      `json:"missed,omitempty"`  // with -approx, with how many of its bands' units it was not compared
}

// choose writes the pairs of each unit that are within the bounds.
func (f *verifyFlags) choose(s *session) error {
	type about struct {
		id     string
		within bool
	}
	return eachGroup(s, func(m meetingRecord) about { return about{m.ID, m.Within} }, func(of about, group []meetingRecord) error {
		meetings := make([]dedup.Meeting, len(group))
		missed := 0
		for i, r := range group {
			meetings[i] = dedup.Meeting{ID: r.ID, Within: r.Within}
			for _, c := range r.Met {
				meetings[i].Met = append(meetings[i].Met, dedup.Count{Token: c[0], Texts: c[1]})
				missed += c[1]
			}
			for _, c := range r.Found {
				meetings[i].Found = append(meetings[i].Found, dedup.Candidate(c))
			}
		}
		chosen, crowded := f.shard.Choose(meetings)
		if crowded {
			p := pairRecord{Crowded: of.id}
			if f.join.options.Approx {
				p.Missed = missed
			}
			if err := s.write(result{out: jsonLine(p)}); err != nil {
				return err
			}
		}
		for _, c := range chosen {
			p := pairRecord{A: min(of.id, c.ID), B: max(of.id, c.ID), Similarity: &c.Similarity}
			if of.within {
				p.Inner = of.id
			}
			if err := s.write(result{out: jsonLine(p)}); err != nil {
				return err
			}
		}
		return nil
	})
}
