package main

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"strings"

	"example.org/newstext/dedup"
)

// tokenFlags are the flags of tokens.
type tokenFlags struct {
	join    joinFlags
	unit    choice
	counted bool
	placed  bool
	most    int
}

func tokensCommand() command {
	return command{
		name: "tokens",
		about: "For dedup on many machines, see examples/spark: writes each unit with the hashes\n" +
			"of its shingles or with its bands, and a record that cannot be read as \"reject\".\n" +
			"With -counted it makes of such hashes, and how often each occurs, the sets that\n" +
			"newstext verify compares.",
		example: "newstext tokens -unit paragraph records.jsonl",
		setup: func(flags *flag.FlagSet) runner {
			f := tokenFlags{unit: choice{"article", "article", "paragraph"}}
			f.join.register(flags)
			flags.Var(&f.unit, "unit", "compare `UNIT`: article or paragraph")
			flags.BoolVar(&f.counted, "counted", false, "read {id, shingles, counts}")
			flags.BoolVar(&f.placed, "placed", false, "each line begins with its place and a tab, and needs an id")
			flags.IntVar(&f.most, "max-text", 16<<20, "reject texts of more than `N` bytes")
			return func(s *session) error { return f.run(s) }
		},
	}
}

// A tokenRecord is a unit with what a join needs to know of it.
type tokenRecord struct {
	Place     string  `json:"place,omitempty"` // of its record
	Doc       string  `json:"doc"`             // its record
	Start     int     `json:"start"`           // where it begins in its record
	ID        string  `json:"id"`
	Published string  `json:"published"`
	Text      string  `json:"text"`
	Raw       string  `json:"raw"`             // equal for equal texts
	Words     string  `json:"words,omitempty"` // equal for equal words; empty for a unit that takes no part
	Shingles  []int64 `json:"shingles,omitempty"`
	*setRecord
}

// A setRecord is a unit as a shard compares it.
type setRecord struct {
	Size   int     `json:"size"`
	Filed  int     `json:"filed"`
	Sought int     `json:"sought"`
	Tokens packed  `json:"tokens"`
	Bands  packed  `json:"bands,omitempty"`
	Slots  []int32 `json:"slots"` // of the tokens or bands by which it is sent to shards
}

// A rejectRecord is a line that cannot be read, or the empty place of a record
// without units.
type rejectRecord struct {
	Place  string `json:"place,omitempty"`
	Doc    string `json:"doc,omitempty"`
	Reject string `json:"reject,omitempty"`
	Line   string `json:"line,omitempty"` // its beginning
}

func (f *tokenFlags) run(s *session) error {
	o, err := f.join.complete()
	if err != nil {
		return err
	}
	if f.counted {
		return f.sets(s, o)
	}
	s.placed = f.placed
	s.jsonl = s.jsonl || f.placed
	for r, err := range s.records() {
		if s.ctx.Err() != nil {
			return s.ctx.Err()
		}
		if err == nil {
			err = f.refuse(r)
		}
		if err != nil {
			if err := s.write(result{out: jsonLine(rejectRecord{r.place, r.ID, problem(err, r), r.line})}); err != nil {
				return err
			}
			continue
		}
		all := units([]record{r}, f.unit.value())
		if len(all) == 0 {
			if err := s.write(result{out: jsonLine(rejectRecord{Place: r.place, Doc: r.ID})}); err != nil {
				return err
			}
		}
		for _, u := range all {
			t := f.tokens(u, o)
			t.Place, t.Doc = r.place, r.ID
			if err := s.write(result{out: jsonLine(t)}); err != nil {
				return err
			}
		}
	}
	return s.ctx.Err()
}

// refuse says why a record that can be read is not compared.
func (f *tokenFlags) refuse(r record) error {
	switch {
	case f.placed && r.ID == r.where:
		return errors.New("no id")
	case len(r.Text) > f.most:
		return fmt.Errorf("its text has %d bytes; -max-text is %d", len(r.Text), f.most)
	case strings.ContainsRune(r.Text, 0):
		return errors.New("its text has NUL characters; is it a text?")
	}
	return nil
}

// problem is what err says without where, which says little about a pipe.
func problem(err error, r record) string {
	return strings.TrimPrefix(err.Error(), r.where+": ")
}

// tokens returns a unit with its shingles or, with -approx, its bands.
func (f *tokenFlags) tokens(u unit, o dedup.Options) tokenRecord {
	raw := sha256.Sum256([]byte(u.text))
	t := tokenRecord{ID: u.id, Start: u.start, Published: u.published, Text: u.text, Raw: hex.EncodeToString(raw[:16])}
	words := dedup.Options{Words: 1, Fold: o.Fold, MinWords: o.MinWords}.Shingles(u.text)
	if len(words) == 0 {
		return t
	}
	t.Words = sumOf(words)
	shingles := o.Shingles(u.text)
	if !o.Approx {
		t.Shingles = make([]int64, len(shingles))
		for i, h := range shingles {
			t.Shingles[i] = int64(h)
		}
		return t
	}
	t.setRecord = f.join.set(o, shingles, nil)
	for key := range o.Sum(u.text).Bands(o.Threshold) {
		t.Bands = append(t.Bands, uint64(uint32(key)))
	}
	t.Slots = slots(t.Bands)
	return t
}

// sumOf tells sequences of words apart.
func sumOf(words []uint64) string {
	data := make([]byte, 0, 8*len(words))
	for _, w := range words {
		data = binary.LittleEndian.AppendUint64(data, w)
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:16])
}

// A countedRecord is a unit with how often each of its shingles occurs.
type countedRecord struct {
	ID       string   `json:"id"`
	Shingles []int64  `json:"shingles"`
	Counts   []uint32 `json:"counts"`
}

// sets writes the set of every unit read.
func (f *tokenFlags) sets(s *session, o dedup.Options) error {
	return eachLine(s, func(c countedRecord) error {
		if len(c.Shingles) != len(c.Counts) {
			return fmt.Errorf("%s has %d shingles and %d counts", c.ID, len(c.Shingles), len(c.Counts))
		}
		shingles := make([]uint64, len(c.Shingles))
		for i, h := range c.Shingles {
			shingles[i] = uint64(h)
		}
		return s.write(result{out: jsonLine(struct {
			ID string `json:"id"`
			*setRecord
		}{c.ID, f.join.set(o, shingles, c.Counts)})})
	})
}
