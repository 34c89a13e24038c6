package main

import (
	"errors"
	"fmt"

	"example.org/newstext/dedup"
)

// commitEvery is the number of units between two commits to an index, which
// bounds the memory and what a crash loses.
const commitEvery = 20_000

// A nearRecord names what a unit repeats, in JSON lines.
type nearRecord struct {
	ID   string `json:"id"`
	Near []near `json:"near"` // the most similar first
}

type near struct {
	ID         string  `json:"id"`
	Similarity float64 `json:"similarity"` // an estimate
}

// index adds the units to the index in a folder and names what each repeats of
// what the index holds by then. A unit never repeats itself: what is added
// again under its id replaces what was there. What was done is kept when the
// session is cancelled.
func (f *dedupFlags) index(s *session) (err error) {
	store, err := dedup.Open(f.dir, f.options)
	if err != nil {
		return err
	}
	defer func() {
		err = errors.Join(err, store.Commit(), store.Close())
	}()
	added, seen := 0, 0
	for r, err := range ordered(s, func(r record) (record, error) { return r, nil }) {
		if err != nil {
			s.complain(err)
			continue
		}
		for _, u := range units([]record{r}, f.unit.value()) {
			found, err := addUnit(store, u)
			if err != nil {
				return err
			}
			if len(found.Near) > 0 {
				seen++
			}
			if err := s.write(result{out: s.nearLine(found)}); err != nil {
				return err
			}
			if added++; added%commitEvery == 0 {
				if err := store.Commit(); err != nil {
					return err
				}
			}
		}
	}
	if !s.jsonl {
		s.console.say(fmt.Sprintf("%s, %d of them seen before; the index holds %d", plural(added, f.unit.value()), seen, store.Len()))
	}
	return s.ctx.Err()
}

// addUnit looks a unit up and adds it.
func addUnit(store *dedup.Store, u unit) (nearRecord, error) {
	found := nearRecord{ID: u.id, Near: []near{}}
	hits, err := store.Near(u.text)
	if err != nil {
		return found, err
	}
	for _, h := range hits {
		if h.Key != u.id {
			found.Near = append(found.Near, near{h.Key, h.Similarity})
		}
	}
	return found, store.Add(u.id, u.text)
}

// nearLine sets what a unit repeats; for people only where it does.
func (s *session) nearLine(found nearRecord) []byte {
	if s.jsonl {
		return jsonLine(found)
	}
	var out []byte
	for i, n := range found.Near {
		if i == 0 {
			out = append(out, s.style.paint(bold, printable(found.ID))+"\n"...)
		}
		out = fmt.Appendf(out, "  %3.0f %% like  %s\n", 100*n.Similarity, printable(n.ID))
	}
	return out
}
