package dedup

import (
	"cmp"
	"slices"
	"sync"
)

// A Hit is a text that an index holds, with the estimate of its similarity to
// the text asked for.
type Hit[K cmp.Ordered] struct {
	Key        K
	Similarity float64
}

// An Index holds sketches of texts under keys and finds those near a text. It
// keeps 16 bits of each of the 64 hashes, and about 350 bytes a text beside
// its key; texts of the same sketch share one, so that a million copies cost
// little more than their keys.
//
// Near gives estimates: see [Sketch.Similarity] for their error and
// [Sketch.Bands] for how many of the near texts are found. A caller who has
// the texts verifies a hit with [Shared] or [Pairs].
//
// An Index may be used by many goroutines at once; many Near run beside each
// other, and each sees only what was added completely.
type Index[K cmp.Ordered] struct {
	options Options

	mu      sync.RWMutex
	records map[K]uint32 // to holders
	holders chunks[holder[K]]
	idle    []uint32 // holders that are free
	table   table
}

// A holder is a key and the entry of its text. The holders of one entry form a
// ring.
type holder[K cmp.Ordered] struct {
	key        K
	entry      uint32 // none where the text has no words
	prev, next uint32
}

// none is the number of no entry.
const none = ^uint32(0)

// NewIndex returns an empty index of texts compared under o.
func NewIndex[K cmp.Ordered](o Options) *Index[K] {
	return &Index[K]{options: o, records: map[K]uint32{}, table: newTable(o.threshold())}
}

// Add files text under key. What was filed under key before is replaced. The
// cost is that of [Options.Sum] and a few memory accesses.
func (x *Index[K]) Add(key K, text string) {
	sketch := shorten(x.options.Sum(text))
	x.mu.Lock()
	defer x.mu.Unlock()
	x.remove(key)
	var n uint32
	if last := len(x.idle) - 1; last >= 0 {
		n, x.idle = x.idle[last], x.idle[:last]
	} else {
		n = x.holders.grow()
	}
	h := x.holders.at(n)
	*h = holder[K]{key: key, entry: none, prev: n, next: n}
	x.records[key] = n
	if sketch == (short{}) {
		return
	}
	entry, known := x.table.find(&sketch)
	if !known {
		entry = x.table.add(&sketch, n)
	} else {
		first := x.holders.at(x.table.entries.at(entry).holder)
		h.prev, h.next = x.table.entries.at(entry).holder, first.next
		x.holders.at(first.next).prev = n
		first.next = n
	}
	h.entry = entry
}

// Remove forgets what is filed under key and reports whether there was any.
func (x *Index[K]) Remove(key K) bool {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.remove(key)
}

func (x *Index[K]) remove(key K) bool {
	n, ok := x.records[key]
	if !ok {
		return false
	}
	delete(x.records, key)
	h := x.holders.at(n)
	switch {
	case h.entry == none:
	case h.next == n:
		x.table.remove(h.entry)
	default:
		x.holders.at(h.prev).next, x.holders.at(h.next).prev = h.next, h.prev
		x.table.entries.at(h.entry).holder = h.next
	}
	*h = holder[K]{}
	x.idle = append(x.idle, n)
	return true
}

// Len returns the number of keys.
func (x *Index[K]) Len() int {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return len(x.records)
}

// Near returns the keys of the texts near text, those estimated to be at or
// above the threshold, the most similar first and of equals the least key
// first. The text itself is among them if it was added. The result does not
// depend on the order in which texts were added.
func (x *Index[K]) Near(text string) []Hit[K] {
	sketch := shorten(x.options.Sum(text))
	if sketch == (short{}) {
		return nil
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	var hits []Hit[K]
	for _, entry := range x.table.near(&sketch) {
		similarity := sketch.similarity(&x.table.entries.at(entry).sketch)
		if similarity < x.options.threshold() {
			continue
		}
		first := x.table.entries.at(entry).holder
		for n := first; ; {
			h := x.holders.at(n)
			hits = append(hits, Hit[K]{h.key, similarity})
			if n = h.next; n == first {
				break
			}
		}
	}
	slices.SortFunc(hits, compareHits[K])
	return hits
}

// compareHits puts the most similar first, and of equals the least key.
func compareHits[K cmp.Ordered](a, b Hit[K]) int {
	return cmp.Or(cmp.Compare(b.Similarity, a.Similarity), cmp.Compare(a.Key, b.Key))
}
