package dedup

import (
	"cmp"
	"slices"
)

// meetInBands is join.approximate for the bands of a shard.
func (s Shard) meetInBands(texts []Member) []Meeting {
	type entry struct {
		band int
		key  uint32
		text uint32
	}
	slices.SortFunc(texts, func(x, y Member) int { return cmp.Compare(x.ID, y.ID) })
	var filed []entry
	for i, t := range texts {
		for band, key := range t.Bands {
			if t.Size > 0 && s.owns(uint64(key)) {
				filed = append(filed, entry{band, key, uint32(i)})
			}
		}
	}
	slices.SortFunc(filed, func(x, y entry) int {
		return cmp.Or(cmp.Compare(x.band, y.band), cmp.Compare(x.key, y.key), cmp.Compare(x.text, y.text))
	})
	meetings := make([]Meeting, len(texts))
	from := 0 // the first text of the key
	for i, e := range filed {
		if filed[from].band != e.band || filed[from].key != e.key {
			from = i
		}
		x, m := &texts[e.text], &meetings[e.text]
		first := from
		if s.Clusters && i-from > maxCompared {
			first = i - maxCompared
			m.Met = append(m.Met, Count{e.band, first - from})
		}
		for _, other := range filed[first:i] {
			y := &texts[other.text]
			if shareBand(x.Bands[:e.band], y.Bands[:e.band]) {
				continue
			}
			if similarity, ok := s.alike(x, y); ok {
				m.Found = append(m.Found, Candidate{Token: e.band, Place: i - from, ID: y.ID, Similarity: similarity})
			}
		}
	}
	for i := range meetings {
		meetings[i].ID = texts[i].ID
	}
	return slices.DeleteFunc(meetings, func(m Meeting) bool { return len(m.Met) == 0 && len(m.Found) == 0 })
}

// shareBand reports whether two texts have the key of a band in common.
func shareBand(x, y []uint32) bool {
	for i := range x {
		if x[i] == y[i] {
			return true
		}
	}
	return false
}
