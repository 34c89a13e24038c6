package dedup

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// A Store is an index in a folder on disk: what [Index] is in memory, for texts
// that come day after day. It keeps sketches, not texts: about 340 bytes a text
// and its id. One Store writes a folder at a time; any number of [View] may
// read it, in this process and in others. Many goroutines may use one Store at
// once; Near waits for a Commit only while it changes over.
//
// What is added and removed is kept in memory, about 1.5 kB a text, until
// Commit writes it. A Commit is kept wholly or not at all, whatever happens to
// the process or the machine in between.
//
// # Files
//
// A Commit writes a segment, a file that never changes, and then replaces
// MANIFEST, the list of the segments. Segments of about the same size are
// merged on the way, so that n texts are in about log2 n of them. Both files
// have a version and checksums; every later release reads them. LOCK keeps a
// second Store out. On systems other than Linux, macOS, the BSDs and Windows
// nothing locks it, and the caller has to.
type Store struct {
	dir     string
	layer   layer
	options indexOptions
	lock    *os.File
	write   sync.Mutex   // one change at a time
	mu      sync.RWMutex // guards what follows
	next    uint32       // number of the next segment
	live    []*segment   // oldest first
	pending pending
	closed  bool
}

// Open opens the index in a folder, and makes both where there are none. The
// Threshold, Words, Fold and MinWords must be those with which the index was
// made. A second Store for the same folder is refused while the first is open.
func Open(dir string, o Options) (*Store, error) { return openStore(disk{}, dir, o) }

func openStore(l layer, dir string, o Options) (*Store, error) {
	s := &Store{dir: dir, layer: l, options: optionsOf(o), pending: newPending()}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, fmt.Errorf("dedup: %w", err)
	}
	lock, held, err := lockFile(filepath.Join(dir, "LOCK"))
	if held {
		return nil, fmt.Errorf("dedup: %s: another Store has this index open for writing; use OpenView to read it", dir)
	}
	if err != nil {
		return nil, fmt.Errorf("dedup: %w", err)
	}
	s.lock = lock
	if err := s.load(); err != nil {
		unlockFile(lock)
		return nil, fmt.Errorf("dedup: %w", err)
	}
	return s, nil
}

// load reads the manifest, or writes the first one.
func (s *Store) load() error {
	m, err := readManifest(s.layer, s.dir)
	switch {
	case missing(err):
		m = manifest{options: s.options, next: 1}
		for _, name := range indexFiles(s.dir) {
			if filepath.Ext(name) == ".segment" {
				return fmt.Errorf("%s: %s is missing, but there are segments; %s", s.dir, manifestFile, whatToDo)
			}
		}
		if err := m.write(s.layer, s.dir); err != nil {
			return err
		}
		if err := s.layer.syncDir(filepath.Dir(filepath.Clean(s.dir))); err != nil {
			return err
		}
	case err != nil:
		return err
	default:
		s.options.rows = m.options.rows
		if m.options != s.options {
			return fmt.Errorf("%s: made with other Options (%s) than these (%s); open it with the same",
				filepath.Join(s.dir, manifestFile), m.options, s.options)
		}
	}
	if s.live, err = openSegments(s.layer, s.dir, m, nil); err != nil {
		return err
	}
	s.next = m.next
	sweep(s.layer, s.dir, m)
	return nil
}

// Add files text under id. A text that was filed under id before is replaced.
// The error is that of reading the files.
func (s *Store) Add(id, text string) error {
	sketch := shorten(s.options.summer().Sum(text))
	return s.change(id, func() {
		s.pending.add(id, sketch, s.options.rows)
	})
}

// Remove forgets what is filed under id, if there is any.
func (s *Store) Remove(id string) error { return s.change(id, func() {}) }

// change takes out what is filed under id and then does add.
func (s *Store) change(id string, add func()) error {
	s.write.Lock()
	defer s.write.Unlock()
	if s.closed {
		return errClosed
	}
	old, found, err := s.find(id)
	if err != nil {
		return fmt.Errorf("dedup: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if found {
		s.pending.kills[old] = true
	}
	s.pending.remove(id)
	add()
	return nil
}

// find returns the record in a segment that id has.
func (s *Store) find(id string) (place, bool, error) {
	for _, g := range slices.Backward(s.live) {
		record, ok, err := g.find(id)
		if ok || err != nil {
			return place{g.number, record}, ok, err
		}
	}
	return place{}, false, nil
}

// Near returns what the index holds near text, with what is not committed yet,
// the most similar first, of equals the least id. The similarity is an
// estimate, as from [Sketch.Similarity]; the least is Threshold. A text whose
// similarity is just that is a candidate nine times in ten, a more similar one
// more surely. A caller who has the texts verifies a hit with [Shared] or
// [Pairs].
func (s *Store) Near(text string) ([]Hit[string], error) {
	q := s.options.question(text)
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed {
		return nil, errClosed
	}
	hits := s.pending.near(nil, &q)
	for _, g := range s.live {
		var err error
		if hits, err = g.near(hits, &q, s.pending.kills); err != nil {
			return nil, fmt.Errorf("dedup: %w", err)
		}
	}
	slices.SortFunc(hits, compareHits[string])
	return hits, nil
}

// Len returns the number of texts, with what is not committed yet.
func (s *Store) Len() int {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return countAlive(s.live) + len(s.pending.of) - len(s.pending.kills)
}

// Commit writes what was added and removed since the last one. After an error
// it is still in memory, and Commit may be tried again; where only the last
// sync failed, it may be on disk as well.
func (s *Store) Commit() error {
	s.write.Lock()
	defer s.write.Unlock()
	if s.closed {
		return errClosed
	}
	if len(s.pending.of) == 0 && len(s.pending.kills) == 0 {
		return nil
	}
	keep, size := len(s.live), len(s.pending.of)
	for keep > 0 && s.live[keep-1].alive <= size {
		keep--
		size += s.live[keep].alive
	}
	return s.merge(keep)
}

// Compact commits and merges all segments into one without what was removed:
// the least disk space, the fastest Near.
func (s *Store) Compact() error {
	s.write.Lock()
	defer s.write.Unlock()
	if s.closed {
		return errClosed
	}
	if len(s.pending.of) == 0 && len(s.pending.kills) == 0 &&
		(len(s.live) == 0 || len(s.live) == 1 && s.live[0].alive == int(s.live[0].header.records)) {
		return nil
	}
	return s.merge(0)
}

// merge writes what is pending and the segments from keep on into one segment.
func (s *Store) merge(keep int) error {
	m := manifest{options: s.options, next: s.next + 1}
	for _, g := range s.live[:keep] {
		m.segments = append(m.segments, g.number)
	}
	c, err := s.contents(keep)
	if err != nil {
		return fmt.Errorf("dedup: %w", err)
	}
	var made []*segment
	if c.records > 0 || len(c.kills) > 0 {
		number := s.next
		s.next++ // also after an error: no number is used twice
		err := replace(s.layer, segmentName(s.dir, number), func(w io.Writer) error { return c.write(w) })
		if err != nil {
			return fmt.Errorf("dedup: %w", err)
		}
		g, err := openSegment(s.layer, s.dir, number)
		if err != nil {
			return fmt.Errorf("dedup: %w", err)
		}
		made = append(made, g)
		m.segments = append(m.segments, number)
	}
	if err := m.write(s.layer, s.dir); err != nil {
		closeSegments(made)
		return fmt.Errorf("dedup: %w", err)
	}
	s.mu.Lock()
	old := slices.Clone(s.live[keep:])
	s.live = append(s.live[:keep:keep], made...)
	killAll(s.live[:keep], c.kills)
	s.pending = newPending()
	s.mu.Unlock()
	closeSegments(old) // they were only read
	sweep(s.layer, s.dir, m)
	return nil
}

// contents lists what merge writes: what is alive of the segments from keep
// on, what is pending, by id, and what either removes from the other segments.
func (s *Store) contents(keep int) (contents, error) {
	var places []place // segment is an index of s.live
	gone := map[place]bool{}
	for n, g := range s.live[keep:] {
		for r := range g.header.records {
			if !g.isDead(r) && !s.pending.kills[place{g.number, r}] {
				places = append(places, place{uint32(keep + n), r})
			}
		}
		kills, err := g.kills()
		if err != nil {
			return contents{}, err
		}
		for _, k := range kills {
			gone[k] = true
		}
	}
	for k := range s.pending.kills {
		gone[k] = true
	}
	c := contents{rows: s.options.rows}
	for k := range gone {
		if slices.ContainsFunc(s.live[:keep], func(g *segment) bool { return g.number == k.segment }) {
			c.kills = append(c.kills, k)
		}
	}
	slices.SortFunc(c.kills, comparePlaces)
	added := s.pending.sorted()
	c.records = len(places) + len(added)
	c.record = func(i int) ([]byte, short, error) {
		if i >= len(places) {
			r := added[i-len(places)]
			return []byte(r.id), r.sketch, nil
		}
		return s.live[places[i].segment].read(places[i].record)
	}
	return c, nil
}

// Close closes the files and lets another Store in. What was not committed is
// given up. A second Close does nothing.
func (s *Store) Close() error {
	s.write.Lock()
	defer s.write.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	err := closeSegments(s.live)
	if cerr := unlockFile(s.lock); err == nil {
		err = cerr
	}
	return err
}
