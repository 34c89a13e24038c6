package dedup

import (
	"cmp"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"path/filepath"
	"slices"
	"strconv"
)

func segmentName(dir string, number uint32) string {
	return filepath.Join(dir, strconv.FormatUint(uint64(number), 10)+".segment")
}

// contents is what goes into a segment: records that can be read again and
// again, so that a large segment is written in little memory.
type contents struct {
	records int
	rows    int
	record  func(i int) (id []byte, sketch short, err error)
	kills   []place
}

var errTooLarge = errors.New("dedup: a segment of an index holds at most 4 GiB of ids and 4 billion bands; use several folders")

// write writes the segment.
func (c contents) write(w io.Writer) error {
	h, err := c.header()
	if err != nil {
		return err
	}
	at := h.sections()
	out := newBlockWriter(w)
	out.Write(h.bytes())
	if err := c.each(func(_ int, _ []byte, sketch *short) {
		var data [2 * len(short{})]byte
		for i, h := range sketch {
			binary.LittleEndian.PutUint16(data[2*i:], h)
		}
		out.Write(data[:])
	}); err != nil {
		return err
	}
	out.align()
	end := uint32(0)
	if err := c.each(func(_ int, id []byte, _ *short) {
		end += uint32(len(id))
		out.uint32(end)
	}); err != nil {
		return err
	}
	out.align()
	if err := c.each(func(_ int, id []byte, _ *short) { out.Write(id) }); err != nil {
		return err
	}
	out.align()
	if err := at.idTable.write(out, func(emit func(uint64, uint32)) error {
		return c.each(func(i int, id []byte, _ *short) { emit(idKey(string(id)), uint32(i)) })
	}); err != nil {
		return err
	}
	var keys []uint64
	if err := at.bandTable.write(out, func(emit func(uint64, uint32)) error {
		return c.each(func(i int, _ []byte, sketch *short) {
			keys = sketch.bandKeys(keys[:0], c.rows)
			for _, key := range keys {
				emit(key, uint32(i))
			}
		})
	}); err != nil {
		return err
	}
	for _, k := range c.kills {
		out.uint32(k.segment)
		out.uint32(k.record)
	}
	return out.finish()
}

func (c contents) header() (segmentHeader, error) {
	h := segmentHeader{records: uint32(c.records), kills: uint32(len(c.kills))}
	bands := uint64(len(short{}) / c.rows)
	err := c.each(func(_ int, id []byte, sketch *short) {
		h.idBytes += uint64(len(id))
		if *sketch != (short{}) {
			h.entries += bands
		}
	})
	if uint64(c.records) > math.MaxUint32 || uint64(len(c.kills)) > math.MaxUint32 ||
		h.idBytes > math.MaxUint32 || h.entries > math.MaxUint32 {
		err = errTooLarge
	}
	return h, err
}

func (c contents) each(f func(i int, id []byte, sketch *short)) error {
	for i := range c.records {
		id, sketch, err := c.record(i)
		if err != nil {
			return err
		}
		f(i, id, &sketch)
	}
	return nil
}

// chunkEntries is how many entries of a table are put in order at a time.
const chunkEntries = 4 << 20

// write writes a table. keys emits all keys, always the same, once to count
// them and once for each chunk.
func (t keyTable) write(out *blockWriter, keys func(emit func(key uint64, record uint32)) error) error {
	starts := make([]uint32, 1<<t.bits+1)
	if err := keys(func(key uint64, _ uint32) { starts[t.bucket(key)+1]++ }); err != nil {
		return err
	}
	for b := range len(starts) - 1 {
		starts[b+1] += starts[b]
	}
	for _, start := range starts {
		out.uint32(start)
	}
	out.align()
	for from := 0; from < len(starts)-1; {
		to := from + 1
		for to < len(starts)-1 && starts[to+1]-starts[from] <= chunkEntries {
			to++
		}
		if err := t.writeChunk(out, starts[from:to+1], int64(from), keys); err != nil {
			return err
		}
		from = to
	}
	out.align()
	return out.err
}

// writeChunk writes the entries of the buckets from first on, whose starts are given.
func (t keyTable) writeChunk(out *blockWriter, starts []uint32, first int64, keys func(func(uint64, uint32)) error) error {
	type entry struct{ rest, record uint32 }
	entries := make([]entry, starts[len(starts)-1]-starts[0])
	next := make([]uint32, len(starts)-1)
	if err := keys(func(key uint64, record uint32) {
		b := t.bucket(key) - first
		if b < 0 || b >= int64(len(next)) {
			return
		}
		entries[starts[b]-starts[0]+next[b]] = entry{uint32(key), record}
		next[b]++
	}); err != nil {
		return err
	}
	for b := range next {
		bucket := entries[starts[b]-starts[0] : starts[b+1]-starts[0]]
		slices.SortFunc(bucket, func(x, y entry) int {
			return cmp.Or(cmp.Compare(x.rest, y.rest), cmp.Compare(x.record, y.record))
		})
		for _, e := range bucket {
			out.uint32(e.rest)
			out.uint32(e.record)
		}
	}
	return nil
}
