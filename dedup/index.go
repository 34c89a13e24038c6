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

// An Index holds the sketches of texts and finds those near a text.
type Index[K cmp.Ordered] struct {
	options Options
	mu      sync.RWMutex
	sketch  map[K]Sketch
	bucket  map[uint64][]K
}

// NewIndex returns an empty index.
func NewIndex[K cmp.Ordered](o Options) *Index[K] {
	return &Index[K]{options: o, sketch: map[K]Sketch{}, bucket: map[uint64][]K{}}
}

// Add files text under key. A text that was filed under key before is replaced.
func (x *Index[K]) Add(key K, text string) {
	s := x.options.Sum(text)
	x.mu.Lock()
	defer x.mu.Unlock()
	x.remove(key)
	x.sketch[key] = s
	for band := range s.Bands(x.options.threshold()) {
		x.bucket[band] = append(x.bucket[band], key)
	}
}

// Remove forgets what is filed under key and reports whether there was any.
func (x *Index[K]) Remove(key K) bool {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.remove(key)
}

func (x *Index[K]) remove(key K) bool {
	s, ok := x.sketch[key]
	delete(x.sketch, key)
	for band := range s.Bands(x.options.threshold()) {
		x.bucket[band] = slices.DeleteFunc(x.bucket[band], func(k K) bool { return k == key })
	}
	return ok
}

// Len returns the number of keys.
func (x *Index[K]) Len() int {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return len(x.sketch)
}

// Near returns what the index holds near text, the most similar first.
func (x *Index[K]) Near(text string) []Hit[K] {
	s := x.options.Sum(text)
	x.mu.RLock()
	defer x.mu.RUnlock()
	var hits []Hit[K]
	seen := map[K]bool{}
	for band := range s.Bands(x.options.threshold()) {
		for _, key := range x.bucket[band] {
			if seen[key] {
				continue
			}
			seen[key] = true
			if similarity := s.Similarity(x.sketch[key]); similarity >= x.options.threshold() {
				hits = append(hits, Hit[K]{key, similarity})
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
