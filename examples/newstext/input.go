package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"example.org/newstext/examples/corpus"
)

// maxText is the size above which a text is refused: a pipe that never ends
// must not fill the memory.
const maxText = 1 << 30

// A record is one text to work on.
type record struct {
	ID        string
	Text      string
	Published *string       // nil where the input does not speak of it
	Blocks    []blockRecord // labels that came with the text
	where     string        // the file, with the line in JSON lines, for messages
	place     string        // what stood before the line, where session.placed
	line      string        // the beginning of a line that cannot be read
}

// records yields the session's input, each text or why it cannot be read.
func (s *session) records() iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		files := s.files
		if len(files) == 0 && s.jsonl {
			files = []string{"-"}
		}
		if len(files) == 0 {
			s.console.say("newstext: no FILE given: these are the five sample articles (-h for help, - for standard input)")
			for _, a := range corpus.Articles() {
				if !yield(record{ID: a.ID, Text: a.Text, where: a.ID}, nil) {
					return
				}
			}
			return
		}
		s.console.total.Store(totalSize(files))
		for _, file := range files {
			for path, err := range walk(file) {
				if err != nil {
					if !yield(record{}, err) {
						return
					}
					continue
				}
				if !s.file(path, yield) {
					return
				}
			}
		}
	}
}

// totalSize is the size of all files, or 0 where it is not known.
func totalSize(files []string) (total int64) {
	for _, file := range files {
		for path, err := range walk(file) {
			if err != nil {
				continue
			}
			info, err := os.Stat(path)
			if err != nil || !info.Mode().IsRegular() {
				return 0
			}
			total += info.Size()
		}
	}
	return total
}

// walk yields the path itself or, for a folder, the texts and JSON lines in
// it, in the order of their names.
func walk(path string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		info, err := os.Stat(path)
		if err != nil || !info.IsDir() {
			yield(path, nil) // opening it says what is wrong
			return
		}
		found := false
		root := path + string(filepath.Separator) // so that a link to a folder is followed
		err = filepath.WalkDir(root, func(p string, entry fs.DirEntry, err error) error {
			if err != nil {
				if !yield("", err) {
					return fs.SkipAll
				}
				return nil
			}
			if entry.IsDir() || !isText(p) && !isLines(p) {
				return nil
			}
			found = true
			if !yield(p, nil) {
				return fs.SkipAll
			}
			return nil
		})
		if err == nil && !found {
			yield("", fmt.Errorf("%s: no .txt or .jsonl (nor .gz of these) in this folder; webtext makes them of HTML and web archives", path))
		}
	}
}

func isText(path string) bool {
	return strings.HasSuffix(strings.TrimSuffix(path, ".gz"), ".txt")
}

func isLines(path string) bool {
	return strings.HasSuffix(strings.TrimSuffix(path, ".gz"), ".jsonl")
}

// file yields the records of one file and reports whether to go on.
func (s *session) file(path string, yield func(record, error) bool) bool {
	in, name, err := s.open(path)
	if err != nil {
		return yield(record{}, err)
	}
	defer in.Close()
	buffered := bufio.NewReaderSize(counter{in, s.console}, 1<<16)
	if magic, _ := buffered.Peek(2); bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		unzipped, err := gzip.NewReader(buffered)
		if err != nil {
			return yield(record{}, fmt.Errorf("%s: %w", name, err))
		}
		buffered = bufio.NewReaderSize(&gunzip{from: unzipped}, 1<<16)
	}
	if isLines(path) || path == "-" && s.jsonl {
		return readLines(buffered, name, s.placed, yield)
	}
	data, err := io.ReadAll(io.LimitReader(buffered, maxText+1))
	switch {
	case err != nil:
		return yield(record{}, fmt.Errorf("%s: %w", name, reason(err)))
	case len(data) > maxText:
		return yield(record{}, fmt.Errorf("%s: longer than 1 GiB; is it a text?", name))
	}
	text, err := s.decode(name, data)
	if err != nil {
		return yield(record{}, err)
	}
	return yield(record{ID: path, Text: text, where: name}, nil)
}

// open opens a file, or standard input for -, and tells what messages call it.
func (s *session) open(path string) (io.ReadCloser, string, error) {
	if path == "-" {
		return io.NopCloser(s.stdin), "standard input", nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, "", cannotOpen(path, err)
	}
	return f, path, nil
}

// reason returns err without the path that the system adds to it.
func reason(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}

// cannotOpen says why, and whether a command was meant.
func cannotOpen(path string, err error) error {
	err = reason(err)
	if errors.Is(err, fs.ErrNotExist) && !strings.ContainsAny(path, `./\`) {
		return fmt.Errorf("%s: neither a file nor a command; \"newstext -h\" lists the commands", path)
	}
	return fmt.Errorf("%s: %w", path, err)
}

// A counter counts the bytes read, for the progress.
type counter struct {
	io.Reader
	console *console
}

func (c counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.console.read.Add(int64(n))
	return n, err
}

// A gunzip says where compressed data breaks off.
type gunzip struct {
	from *gzip.Reader
	read int64
}

func (z *gunzip) Read(p []byte) (int, error) {
	n, err := z.from.Read(p)
	z.read += int64(n)
	if err != nil && err != io.EOF {
		err = fmt.Errorf("the compressed data is cut off or damaged after %d bytes of text (%w); gzip -dc gives what can be read", z.read, err)
	}
	return n, err
}
