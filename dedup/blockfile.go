package dedup

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"sync/atomic"
)

// A block file is blocks of blockBytes with a checksum each: the blocks, the
// last one shorter, then a uint32 for each, and one for these checksums
// themselves. What is read is checked first, each block once.
const blockBytes = 16 << 10

func castagnoli(data []byte) uint32 {
	return crc32.Checksum(data, crc32.MakeTable(crc32.Castagnoli))
}

// A blockWriter writes a block file.
type blockWriter struct {
	w    io.Writer
	buf  []byte
	sums []byte
	at   int64
	err  error
}

func newBlockWriter(w io.Writer) *blockWriter {
	return &blockWriter{w: w, buf: make([]byte, 0, blockBytes)}
}

// Write keeps the first error for finish.
func (b *blockWriter) Write(data []byte) {
	b.at += int64(len(data))
	for len(data) > 0 && b.err == nil {
		n := min(len(data), blockBytes-len(b.buf))
		b.buf = append(b.buf, data[:n]...)
		data = data[n:]
		if len(b.buf) == blockBytes {
			b.flush()
		}
	}
}

func (b *blockWriter) uint32(x uint32) {
	var word [4]byte
	binary.LittleEndian.PutUint32(word[:], x)
	b.Write(word[:])
}

// align fills up with zeros so that what follows lies in one block.
func (b *blockWriter) align() { b.Write(make([]byte, aligned(b.at)-b.at)) }

func (b *blockWriter) flush() {
	b.sums = binary.LittleEndian.AppendUint32(b.sums, castagnoli(b.buf))
	_, b.err = b.w.Write(b.buf)
	b.buf = b.buf[:0]
}

func (b *blockWriter) finish() error {
	if len(b.buf) > 0 && b.err == nil {
		b.flush()
	}
	if b.err == nil {
		sums := binary.LittleEndian.AppendUint32(b.sums, castagnoli(b.sums))
		_, b.err = b.w.Write(sums)
	}
	return b.err
}

// alignment is what sections of a block file begin at a multiple of.
const alignment = 128

func aligned(n int64) int64 { return (n + alignment - 1) &^ (alignment - 1) }

// blockCount returns how many blocks n bytes make.
func blockCount(n int64) int64 { return (n + blockBytes - 1) / blockBytes }

// wholeSize returns how long a block file is that holds n bytes.
func wholeSize(n int64) int64 { return n + 4*blockCount(n) + 4 }

// A blockFile reads a block file. It may be used by many goroutines at once.
type blockFile struct {
	name    string
	src     source
	data    []byte // the mapped file; nil where blocks are read
	length  int64  // without the checksums
	sums    []byte
	checked []atomic.Uint32               // a bit for each mapped block
	cache   [64]atomic.Pointer[readBlock] // of blocks that were read, by their number
}

type readBlock struct {
	number int64
	data   []byte
}

// newBlockFile begins to read src, which holds length bytes and their
// checksums.
func newBlockFile(name string, src source, length int64) (*blockFile, error) {
	b := &blockFile{name: name, src: src, data: src.mapped(), length: length}
	size, err := src.size()
	if err != nil {
		return nil, err
	}
	if want := wholeSize(length); size != want {
		return nil, fmt.Errorf("%s: cut or damaged: %d bytes long, should be %d; %s", name, size, want, whatToDo)
	}
	sums := make([]byte, size-length)
	if _, err := src.ReadAt(sums, length); err != nil {
		return nil, fmt.Errorf("%s: byte %d: %w", name, length, err)
	}
	b.sums = sums[:len(sums)-4]
	if castagnoli(b.sums) != binary.LittleEndian.Uint32(sums[len(sums)-4:]) {
		return nil, b.damaged(length)
	}
	b.checked = make([]atomic.Uint32, (blockCount(length)+31)/32)
	return b, nil
}

const whatToDo = "put back a copy of the folder, or remove it and add the texts again"

func (b *blockFile) damaged(at int64) error {
	return fmt.Errorf("%s: byte %d: the checksum does not match; %s", b.name, at, whatToDo)
}

// view returns n bytes from at on, checked. They are valid until the file is closed.
func (b *blockFile) view(at, n int64) ([]byte, error) {
	if at < 0 || n < 0 || at+n > b.length {
		return nil, fmt.Errorf("%s: byte %d: reading %d bytes beyond the end; %s", b.name, at, n, whatToDo)
	}
	if n == 0 {
		return nil, nil
	}
	first, last := at/blockBytes, (at+n-1)/blockBytes
	if b.data != nil {
		for k := first; k <= last; k++ {
			if err := b.check(k); err != nil {
				return nil, err
			}
		}
		return b.data[at : at+n : at+n], nil
	}
	if first == last {
		data, err := b.read(first)
		if err != nil {
			return nil, err
		}
		return data[at-first*blockBytes:][:n:n], nil
	}
	joined := make([]byte, 0, n)
	for k := first; k <= last; k++ {
		data, err := b.read(k)
		if err != nil {
			return nil, err
		}
		from, to := max(at-k*blockBytes, 0), min(at+n-k*blockBytes, int64(len(data)))
		joined = append(joined, data[from:to]...)
	}
	return joined, nil
}

func (b *blockFile) uint32(at int64) (uint32, error) {
	data, err := b.view(at, 4)
	if err != nil {
		return 0, err
	}
	return binary.LittleEndian.Uint32(data), nil
}

// check checks a mapped block unless that was done before.
func (b *blockFile) check(k int64) error {
	word, bit := &b.checked[k/32], uint32(1)<<(k%32)
	if word.Load()&bit != 0 {
		return nil
	}
	if !b.matches(k, b.data[k*blockBytes:min((k+1)*blockBytes, b.length)]) {
		return b.damaged(k * blockBytes)
	}
	word.Or(bit)
	return nil
}

func (b *blockFile) matches(k int64, data []byte) bool {
	return castagnoli(data) == binary.LittleEndian.Uint32(b.sums[4*k:])
}

// read reads and checks a block, or takes it from the cache.
func (b *blockFile) read(k int64) ([]byte, error) {
	slot := &b.cache[k%int64(len(b.cache))]
	if r := slot.Load(); r != nil && r.number == k {
		return r.data, nil
	}
	data := make([]byte, min(blockBytes, b.length-k*blockBytes))
	if _, err := b.src.ReadAt(data, k*blockBytes); err != nil {
		return nil, fmt.Errorf("%s: byte %d: %w", b.name, k*blockBytes, err)
	}
	if !b.matches(k, data) {
		return nil, b.damaged(k * blockBytes)
	}
	slot.Store(&readBlock{k, data})
	return data, nil
}

func (b *blockFile) close() error { return b.src.Close() }
