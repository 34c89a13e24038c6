package dedup

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"math/bits"
)

// A segment file holds the records of some Commits and never changes. It is a
// block file of these sections, each but the first at a multiple of 128 bytes,
// all numbers little-endian:
//
//	header     see segmentHeader, 128 bytes
//	sketches   64 uint16 a record
//	id ends    uint32 a record: where its id ends in the next section
//	ids        the bytes of the ids
//	id table   a keyTable from idKey to record
//	band table a keyTable from the keys of bands to records
//	kills      what it removes or replaces in older segments: uint32 number
//	           of the segment, uint32 record
const (
	segmentMagic   = "newsdups"
	segmentVersion = 1
	headerBytes    = 128
	sketchBytes    = 2 * len(short{})
)

// bandKeys appends the keys under which s is filed; none if it is of no text.
func (s *short) bandKeys(dst []uint64, rows int) []uint64 {
	if *s == (short{}) {
		return dst
	}
	for band := range len(s) / rows {
		key := uint64(band)
		for _, h := range s[band*rows : (band+1)*rows] {
			key = mix(key*shingleBase + uint64(h))
		}
		dst = append(dst, key)
	}
	return dst
}

func idKey(id string) uint64 {
	h := uint64(hashSeed)
	for i := range len(id) {
		h = (h ^ uint64(id[i])) * hashPrime
	}
	return mix(h)
}

// A place is a record of a segment.
type place struct{ segment, record uint32 }

func comparePlaces(p, q place) int {
	return cmp.Or(cmp.Compare(p.segment, q.segment), cmp.Compare(p.record, q.record))
}

// A segmentHeader says what a segment holds; from it follow all sections.
type segmentHeader struct {
	records uint32
	kills   uint32
	idBytes uint64
	entries uint64 // of the band table
}

func (h segmentHeader) bytes() []byte {
	data := append(make([]byte, 0, headerBytes), segmentMagic...)
	data = binary.LittleEndian.AppendUint32(data, segmentVersion)
	data = binary.LittleEndian.AppendUint32(data, h.records)
	data = binary.LittleEndian.AppendUint32(data, h.kills)
	data = binary.LittleEndian.AppendUint64(data, h.idBytes)
	data = binary.LittleEndian.AppendUint64(data, h.entries)
	data = binary.LittleEndian.AppendUint32(data, castagnoli(data))
	return append(data, make([]byte, headerBytes-len(data))...)
}

func readHeader(name string, src source) (h segmentHeader, err error) {
	data := make([]byte, headerBytes)
	if n, err := src.ReadAt(data, 0); err != nil {
		return h, fmt.Errorf("%s: byte %d: cut or damaged: %w; %s", name, n, err, whatToDo)
	}
	if !bytes.HasPrefix(data, []byte(segmentMagic)) {
		return h, fmt.Errorf("%s: not a segment of an index; %s", name, whatToDo)
	}
	if v := binary.LittleEndian.Uint32(data[8:]); v != segmentVersion {
		return h, fmt.Errorf("%s: written in version %d of the format, and this release reads version %d; use a later one", name, v, segmentVersion)
	}
	if castagnoli(data[:36]) != binary.LittleEndian.Uint32(data[36:]) {
		return h, fmt.Errorf("%s: byte 0: the checksum of the header does not match; %s", name, whatToDo)
	}
	h.records = binary.LittleEndian.Uint32(data[12:])
	h.kills = binary.LittleEndian.Uint32(data[16:])
	h.idBytes = binary.LittleEndian.Uint64(data[20:])
	h.entries = binary.LittleEndian.Uint64(data[28:])
	return h, nil
}

// Sections are where a segment's sections begin.
type sections struct {
	sketches, idEnds, ids int64
	idTable, bandTable    keyTable
	kills, end            int64
}

func (h segmentHeader) sections() sections {
	var s sections
	s.sketches = headerBytes
	s.idEnds = aligned(s.sketches + int64(sketchBytes)*int64(h.records))
	s.ids = aligned(s.idEnds + 4*int64(h.records))
	s.idTable = newKeyTable(aligned(s.ids+int64(h.idBytes)), uint64(h.records))
	s.bandTable = newKeyTable(s.idTable.end(), h.entries)
	s.kills = s.bandTable.end()
	s.end = s.kills + 8*int64(h.kills)
	return s
}

// A keyTable finds records by 64-bit keys. Its first section has, for each
// value of the key's first bits, the number of the first entry with it, and one
// number more; the second has the entries in order: the last 32 bits of the key
// and the record. Keys that agree in both are not told apart, so what is found
// is to be checked.
type keyTable struct {
	at      int64
	entries uint64
	bits    int
}

// newKeyTable has about eight entries for each value of the first bits.
func newKeyTable(at int64, entries uint64) keyTable {
	return keyTable{at, entries, min(bits.Len64(entries/8), 28)}
}

func (t keyTable) bucket(key uint64) int64 { return int64(key >> (64 - t.bits)) }
func (t keyTable) entriesAt() int64        { return aligned(t.at + 4*(1<<t.bits+1)) }
func (t keyTable) end() int64              { return aligned(t.entriesAt() + 8*int64(t.entries)) }

// find appends the records that key may belong to.
func (t keyTable) find(dst []uint32, file *blockFile, key uint64) ([]uint32, error) {
	ends, err := file.view(t.at+4*t.bucket(key), 8)
	if err != nil {
		return dst, err
	}
	from, to := binary.LittleEndian.Uint32(ends), binary.LittleEndian.Uint32(ends[4:])
	entries, err := file.view(t.entriesAt()+8*int64(from), 8*(int64(to)-int64(from)))
	if err != nil {
		return dst, err
	}
	for ; len(entries) > 0; entries = entries[8:] {
		rest := binary.LittleEndian.Uint32(entries)
		if rest > uint32(key) {
			break
		}
		if rest == uint32(key) {
			dst = append(dst, binary.LittleEndian.Uint32(entries[4:]))
		}
	}
	return dst, nil
}

// A segment is a segment file that is open for reading.
type segment struct {
	number uint32
	file   *blockFile
	header segmentHeader
	at     sections
	dead   []uint64 // a bit for each record that a later segment removes; guarded by the owner
	alive  int
}

func openSegment(fs layer, dir string, number uint32) (*segment, error) {
	name := segmentName(dir, number)
	src, err := fs.open(name)
	if err != nil {
		return nil, err
	}
	s := &segment{number: number}
	if s.header, err = readHeader(name, src); err == nil {
		s.at = s.header.sections()
		s.file, err = newBlockFile(name, src, s.at.end)
	}
	if err != nil {
		src.Close()
		return nil, err
	}
	s.dead = make([]uint64, (s.header.records+63)/64)
	s.alive = int(s.header.records)
	return s, nil
}

func (s *segment) isDead(record uint32) bool { return s.dead[record/64]>>(record%64)&1 != 0 }

func (s *segment) kill(record uint32) {
	if record < s.header.records && !s.isDead(record) {
		s.dead[record/64] |= 1 << (record % 64)
		s.alive--
	}
}

// kills returns what s removes from older segments.
func (s *segment) kills() ([]place, error) {
	data, err := s.file.view(s.at.kills, 8*int64(s.header.kills))
	if err != nil {
		return nil, err
	}
	places := make([]place, s.header.kills)
	for i := range places {
		places[i] = place{binary.LittleEndian.Uint32(data[8*i:]), binary.LittleEndian.Uint32(data[8*i+4:])}
	}
	return places, nil
}

// sketch returns the sketch of a record.
func (s *segment) sketch(record uint32) (sketch short, err error) {
	data, err := s.file.view(s.at.sketches+int64(sketchBytes)*int64(record), int64(sketchBytes))
	if err != nil {
		return sketch, err
	}
	for i := range sketch {
		sketch[i] = binary.LittleEndian.Uint16(data[2*i:])
	}
	return sketch, nil
}

// read returns a record.
func (s *segment) read(record uint32) (id []byte, sketch short, err error) {
	if id, err = s.id(record); err == nil {
		sketch, err = s.sketch(record)
	}
	return id, sketch, err
}

// id returns the id of a record; its bytes are valid until the file is closed.
func (s *segment) id(record uint32) ([]byte, error) {
	from := uint32(0)
	var err error
	if record > 0 {
		if from, err = s.file.uint32(s.at.idEnds + 4*int64(record-1)); err != nil {
			return nil, err
		}
	}
	to, err := s.file.uint32(s.at.idEnds + 4*int64(record))
	if err != nil {
		return nil, err
	}
	return s.file.view(s.at.ids+int64(from), int64(to)-int64(from))
}

// find returns the record of id that is alive.
func (s *segment) find(id string) (record uint32, ok bool, err error) {
	var some [8]uint32
	records, err := s.at.idTable.find(some[:0], s.file, idKey(id))
	for _, r := range records {
		if err != nil {
			break
		}
		if r >= s.header.records || s.isDead(r) {
			continue
		}
		var stored []byte
		if stored, err = s.id(r); err == nil && string(stored) == id {
			return r, true, nil
		}
	}
	return 0, false, err
}
