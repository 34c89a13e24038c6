package dedup

import (
	"math/bits"
	"slices"
)

// A short is a Sketch with 16 bits of each hash. Two unlike hashes look
// alike once in 65,536.
type short [len(Sketch{})]uint16

func shorten(s Sketch) (t short) {
	if s == (Sketch{}) {
		return t
	}
	for i, h := range s {
		t[i] = uint16(h)
	}
	t[0] |= 1 // never that of a text without words
	return t
}

func (s *short) similarity(t *short) float64 {
	equal := 0
	for i := range s {
		if s[i] == t[i] {
			equal++
		}
	}
	return float64(equal) / float64(len(s))
}

// A table files short sketches under the keys of their bands, in chains.
type table struct {
	rows    int // hashes in a band
	bands   int
	entries chunks[entry]
	links   chunks[uint32] // the next entry in each chain of an entry
	heads   []uint32       // the first entry of each chain, those of one band side by side
	live    int
	free    []uint32 // entries of removed sketches
}

// An entry is a sketch and one of those who hold it. Its first chain is that
// of the whole sketch, the others are those of its bands.
type entry struct {
	sketch short
	holder uint32
}

func newTable(threshold float64) table {
	rows := bandRows(threshold)
	return table{rows: rows, bands: len(Sketch{}) / rows}
}

// chains returns the number of chains that an entry is in.
func (t *table) chains() int { return t.bands + 1 }

// key returns the key of the sketch's chain c.
func (t *table) key(s *short, c int) uint64 {
	hashes, key := s[:], uint64(c)
	if c > 0 {
		hashes = s[(c-1)*t.rows : c*t.rows]
	}
	for _, h := range hashes {
		key = (key ^ uint64(h)) * shingleBase
		key ^= key >> 29
	}
	return mix(key)
}

// head returns the start of the chain that s is in as its chain c.
func (t *table) head(s *short, c int) *uint32 {
	width := len(t.heads) / t.chains()
	i, _ := bits.Mul64(t.key(s, c), uint64(width))
	return &t.heads[c*width+int(i)]
}

func (t *table) link(entry uint32, c int) *uint32 {
	return t.links.at(entry*uint32(t.chains()) + uint32(c))
}

// find returns the entry of a sketch.
func (t *table) find(s *short) (uint32, bool) {
	if len(t.heads) == 0 {
		return none, false
	}
	for e := *t.head(s, 0); e != none; e = *t.link(e, 0) {
		if t.entries.at(e).sketch == *s {
			return e, true
		}
	}
	return none, false
}

// add files a new sketch.
func (t *table) add(s *short, holder uint32) uint32 {
	var e uint32
	if last := len(t.free) - 1; last >= 0 {
		e, t.free = t.free[last], t.free[:last]
	} else {
		e = t.entries.grow()
		for range t.chains() {
			t.links.grow()
		}
	}
	*t.entries.at(e) = entry{*s, holder}
	t.live++
	if t.live*t.chains() > len(t.heads) {
		t.rehash()
	} else {
		t.hang(e)
	}
	return e
}

// hang puts an entry at the head of its chains.
func (t *table) hang(e uint32) {
	s := &t.entries.at(e).sketch
	for c := range t.chains() {
		head := t.head(s, c)
		*t.link(e, c), *head = *head, e
	}
}

// rehash makes room for a quarter more entries and hangs all of them anew.
func (t *table) rehash() {
	t.heads = make([]uint32, (t.live+t.live/4+16)*t.chains())
	for i := range t.heads {
		t.heads[i] = none
	}
	for e := range uint32(t.entries.n) {
		if t.entries.at(e).holder != none {
			t.hang(e)
		}
	}
}

// remove takes an entry out of its chains.
func (t *table) remove(e uint32) {
	s := t.entries.at(e).sketch
	for c := range t.chains() {
		at := t.head(&s, c)
		for *at != e {
			at = t.link(*at, c)
		}
		*at = *t.link(e, c)
	}
	t.entries.at(e).holder = none
	t.free = append(t.free, e)
	t.live--
}

// near returns the entries that share a band with the sketch, in order.
func (t *table) near(s *short) []uint32 {
	if len(t.heads) == 0 {
		return nil
	}
	var found []uint32
	for c := 1; c < t.chains(); c++ {
		for e := *t.head(s, c); e != none; e = *t.link(e, c) {
			found = append(found, e)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// chunks are a slice that grows without being copied.
type chunks[T any] struct {
	parts [][]T
	n     int
}

const chunkSize = 1024

func (c *chunks[T]) at(i uint32) *T { return &c.parts[i/chunkSize][i%chunkSize] }

// grow adds an element and returns its number.
func (c *chunks[T]) grow() uint32 {
	if c.n == len(c.parts)*chunkSize {
		c.parts = append(c.parts, make([]T, chunkSize))
	}
	c.n++
	return uint32(c.n - 1)
}
