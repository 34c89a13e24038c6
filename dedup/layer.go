package dedup

import (
	"io"
	"os"
	"path/filepath"
)

// A layer is what a Store asks of the file system, so that tests can let any
// call fail.
type layer interface {
	create(name string) (sink, error)
	open(name string) (source, error)
	rename(from, to string) error
	remove(name string) error
	syncDir(dir string) error
}

// A sink is a file that is being written.
type sink interface {
	io.Writer
	Sync() error
	Close() error
}

// A source is a file that is read at any place.
type source interface {
	io.ReaderAt
	size() (int64, error)
	mapped() []byte // the whole file in memory, or nil where the system cannot map it
	Close() error
}

// disk is the real file system.
type disk struct{}

func (disk) create(name string) (sink, error) { return os.Create(name) }
func (disk) rename(from, to string) error     { return os.Rename(from, to) }
func (disk) remove(name string) error         { return os.Remove(name) }

func (disk) open(name string) (source, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	s := &diskSource{File: f}
	if info, err := f.Stat(); err == nil && int64(int(info.Size())) == info.Size() {
		s.data, s.unmap = mapFile(f, int(info.Size()))
	}
	return s, nil
}

// syncDir makes renames and removals in a folder last. Systems that cannot
// sync a folder do it by themselves.
func (disk) syncDir(dir string) error {
	if !dirsSync {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = d.Sync()
	if cerr := d.Close(); err == nil {
		err = cerr
	}
	return err
}

type diskSource struct {
	*os.File
	data  []byte
	unmap func() error
}

func (s *diskSource) mapped() []byte { return s.data }

func (s *diskSource) size() (int64, error) {
	info, err := s.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

func (s *diskSource) Close() error {
	if s.data != nil {
		s.data = nil
		if err := s.unmap(); err != nil {
			s.File.Close()
			return err
		}
	}
	return s.File.Close()
}

// replace writes a file whole and puts it in the place of name: after a crash
// name is what it was before or what it is to be, nothing between.
func replace(fs layer, name string, write func(io.Writer) error) error {
	temporary := name + ".tmp"
	f, err := fs.create(temporary)
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = fs.rename(temporary, name)
	}
	if err != nil {
		fs.remove(temporary) // it may be gone, and the next Open sweeps it
		return err
	}
	return fs.syncDir(filepath.Dir(name))
}
