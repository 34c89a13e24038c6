package dedup

import (
	"errors"
	"fmt"
	"slices"
	"sync"
)

// A View reads an index on disk as of the last [Store.Commit], also while
// another process writes it. Many goroutines may use one View at once.
type View struct {
	dir      string
	layer    layer
	mu       sync.RWMutex // Near holds it to read, Refresh and Close to write
	manifest manifest
	segments []*segment
	closed   bool
}

// OpenView opens the index in a folder for reading. The options are those with
// which it was made.
func OpenView(dir string) (*View, error) {
	v := &View{dir: dir, layer: disk{}}
	if err := v.Refresh(); err != nil {
		return nil, err
	}
	return v, nil
}

var errClosed = errors.New("dedup: the index is closed")

// Refresh goes on to the last Commit. After an error the View answers as before.
func (v *View) Refresh() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.closed {
		return errClosed
	}
	const tries = 20 // a writer may remove segments between the two reads
	var err error
	for range tries {
		var m manifest
		if m, err = readManifest(v.layer, v.dir); err != nil {
			break
		}
		var segments []*segment
		if segments, err = openSegments(v.layer, v.dir, m, v.segments); err == nil {
			old := slices.DeleteFunc(v.segments, func(s *segment) bool { return slices.Contains(segments, s) })
			v.manifest, v.segments = m, segments
			closeSegments(old) // they were only read
			return nil
		}
		if !missing(err) {
			break
		}
	}
	return fmt.Errorf("dedup: %w", err)
}

// Near returns what the index holds near text, the most similar first, of
// equals the least id. The similarity is an estimate, as from
// [Sketch.Similarity]; the least is the index's Threshold.
func (v *View) Near(text string) ([]Hit[string], error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.closed {
		return nil, errClosed
	}
	q := v.manifest.options.question(text)
	var hits []Hit[string]
	for _, s := range v.segments {
		var err error
		if hits, err = s.near(hits, &q, nil); err != nil {
			return nil, fmt.Errorf("dedup: %w", err)
		}
	}
	slices.SortFunc(hits, compareHits[string])
	return hits, nil
}

// Len returns the number of texts.
func (v *View) Len() int {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return countAlive(v.segments)
}

func countAlive(segments []*segment) int {
	n := 0
	for _, s := range segments {
		n += s.alive
	}
	return n
}

// Close closes the files. A second Close does nothing.
func (v *View) Close() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	segments := v.segments
	v.segments, v.closed = nil, true
	return closeSegments(segments)
}
