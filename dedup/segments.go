package dedup

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// openSegments opens the segments of a manifest, those that are open already
// excepted, and marks in all of them what later ones remove.
func openSegments(l layer, dir string, m manifest, open []*segment) ([]*segment, error) {
	segments := make([]*segment, 0, len(m.segments))
	var opened []*segment
	fail := func(err error) ([]*segment, error) {
		closeSegments(opened)
		return nil, err
	}
	for _, number := range m.segments {
		if i := slices.IndexFunc(open, func(s *segment) bool { return s.number == number }); i >= 0 {
			segments = append(segments, open[i])
			continue
		}
		s, err := openSegment(l, dir, number)
		if err != nil {
			return fail(err)
		}
		opened = append(opened, s)
		segments = append(segments, s)
	}
	var kills []place
	for _, s := range opened {
		more, err := s.kills()
		if err != nil {
			return fail(err)
		}
		kills = append(kills, more...)
	}
	killAll(segments, kills)
	return segments, nil
}

// killAll marks records as removed. Those of segments that are gone are passed over.
func killAll(segments []*segment, kills []place) {
	for _, k := range kills {
		if i := slices.IndexFunc(segments, func(s *segment) bool { return s.number == k.segment }); i >= 0 {
			segments[i].kill(k.record)
		}
	}
}

func closeSegments(segments []*segment) error {
	var errs []error
	for _, s := range segments {
		errs = append(errs, s.file.close())
	}
	return errors.Join(errs...)
}

// A question is what Near asks for.
type question struct {
	sketch    short
	keys      []uint64 // of its bands
	threshold float64
}

func (o indexOptions) question(text string) question {
	q := question{sketch: shorten(o.summer().Sum(text)), threshold: o.threshold}
	q.keys = q.sketch.bandKeys(nil, o.rows)
	return q
}

// near appends the records of s that are near enough and alive, and that skip
// does not hold.
func (s *segment) near(hits []Hit[string], q *question, skip map[place]bool) ([]Hit[string], error) {
	var some [64]uint32
	records := some[:0]
	var err error
	for _, key := range q.keys {
		if records, err = s.at.bandTable.find(records, s.file, key); err != nil {
			return hits, err
		}
	}
	slices.Sort(records)
	for i, r := range records {
		if i > 0 && r == records[i-1] || r >= s.header.records || s.isDead(r) || skip[place{s.number, r}] {
			continue
		}
		sketch, err := s.sketch(r)
		if err != nil {
			return hits, err
		}
		similarity := q.sketch.similarity(&sketch)
		if similarity < q.threshold {
			continue
		}
		id, err := s.id(r)
		if err != nil {
			return hits, err
		}
		hits = append(hits, Hit[string]{string(id), similarity})
	}
	return hits, nil
}

// sweep removes the files of an index that no manifest names: what a crash
// left, and segments that were merged. What cannot be removed now, because a
// reader on Windows has it open, is removed another time.
func sweep(l layer, dir string, m manifest) {
	for _, name := range indexFiles(dir) {
		if !slices.ContainsFunc(m.segments, func(n uint32) bool { return segmentName(dir, n) == name }) {
			l.remove(name)
		}
	}
}

// indexFiles lists the segments and temporary files of an index.
func indexFiles(dir string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		name, temporary := strings.CutSuffix(e.Name(), ".tmp")
		number, isSegment := strings.CutSuffix(name, ".segment")
		if isSegment && strings.Trim(number, "0123456789") == "" || temporary && name == manifestFile {
			names = append(names, filepath.Join(dir, e.Name()))
		}
	}
	return names
}

// missing reports whether err says that a file is not there.
func missing(err error) bool { return errors.Is(err, fs.ErrNotExist) }
