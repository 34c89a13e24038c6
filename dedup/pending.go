package dedup

import (
	"cmp"
	"slices"
)

// pending is what a Store has not committed yet.
type pending struct {
	records []pendingRecord
	of      map[string]uint32   // the record of an id; those of no id are gone
	buckets map[uint64][]uint32 // the records that have a band
	kills   map[place]bool      // records of segments that are removed or replaced
}

type pendingRecord struct {
	id     string
	sketch short
}

func newPending() pending {
	return pending{of: map[string]uint32{}, buckets: map[uint64][]uint32{}, kills: map[place]bool{}}
}

func (p *pending) add(id string, sketch short, rows int) {
	n := uint32(len(p.records))
	p.records = append(p.records, pendingRecord{id, sketch})
	p.of[id] = n
	for _, key := range sketch.bandKeys(nil, rows) {
		p.buckets[key] = append(p.buckets[key], n)
	}
}

func (p *pending) remove(id string) { delete(p.of, id) }

// alive reports whether record n was neither removed nor replaced.
func (p *pending) alive(n uint32) bool {
	of, ok := p.of[p.records[n].id]
	return ok && of == n
}

func (p *pending) near(hits []Hit[string], q *question) []Hit[string] {
	var records []uint32
	for _, key := range q.keys {
		records = append(records, p.buckets[key]...)
	}
	slices.Sort(records)
	for _, n := range slices.Compact(records) {
		if !p.alive(n) {
			continue
		}
		r := &p.records[n]
		if similarity := q.sketch.similarity(&r.sketch); similarity >= q.threshold {
			hits = append(hits, Hit[string]{r.id, similarity})
		}
	}
	return hits
}

// sorted returns the records that are alive, by id.
func (p *pending) sorted() []pendingRecord {
	records := make([]pendingRecord, 0, len(p.of))
	for n, r := range p.records {
		if p.alive(uint32(n)) {
			records = append(records, r)
		}
	}
	slices.SortFunc(records, func(a, b pendingRecord) int { return cmp.Compare(a.id, b.id) })
	return records
}
