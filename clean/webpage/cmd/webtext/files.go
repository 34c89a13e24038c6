package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A task is one run of the command.
type task struct {
	body, jsonl bool
	stdin       io.Reader
	out         *bufio.Writer
	problems    io.Writer
	failed      int   // inputs that could not be read
	fault       error // writing failed
}

// fail names an input that could not be read.
func (t *task) fail(where string, err error) {
	t.failed++
	t.note(where, err.Error())
}

func (t *task) note(where, what string) { fmt.Fprintf(t.problems, "webtext: %s: %s\n", where, what) }

// path reads a file, a folder or standard input.
func (t *task) path(name string) {
	if name == "-" {
		t.read("standard input", t.stdin)
		return
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		t.fail(name, plain(err))
	case info.IsDir():
		t.folder(name)
	default:
		t.file(name)
	}
}

// folder reads the pages and archives in a folder and in those inside it.
func (t *task) folder(name string) {
	found := false
	err := filepath.WalkDir(name, func(path string, d fs.DirEntry, err error) error {
		switch {
		case t.fault != nil:
			return filepath.SkipAll
		case err != nil:
			t.fail(path, plain(err))
		case d.Type().IsRegular() && t.wanted(path):
			found = true
			t.file(path)
		}
		return nil
	})
	switch {
	case err != nil:
		t.fail(name, err)
	case !found && t.fault == nil:
		t.note(name, "holds no files to read")
	}
}

// wanted reports whether a file of a folder is of the kinds that are read.
func (t *task) wanted(path string) bool {
	switch filepath.Ext(strings.TrimSuffix(strings.ToLower(path), ".gz")) {
	case ".jsonl", ".ndjson":
		return t.jsonl
	case ".html", ".htm", ".xhtml", ".shtml", ".warc", ".wet":
		return !t.jsonl
	}
	return false
}

func (t *task) file(path string) {
	f, err := os.Open(path)
	if err != nil {
		t.fail(path, plain(err))
		return
	}
	defer f.Close()
	t.read(path, f)
}

// read reads one input. What it is shows at its beginning, not in its name.
func (t *task) read(where string, r io.Reader) {
	b := bufio.NewReaderSize(r, 1<<16)
	magic, _ := b.Peek(2)
	packed := bytes.Equal(magic, []byte("\x1f\x8b"))
	if packed {
		z, err := gzip.NewReader(b)
		if err != nil {
			t.fail(where, cutOff(err))
			return
		}
		b = bufio.NewReaderSize(z, 1<<16)
	}
	switch head, _ := b.Peek(5); {
	case t.jsonl:
		t.lines(where, b)
	case string(head) == "WARC/":
		t.archive(where, b, packed)
	case strings.HasPrefix(string(head), `{"`):
		t.fail(where, errors.New("is JSON lines, not HTML: webtext -jsonl reads {id, html}, newstext -jsonl {id, text}"))
	default:
		t.page(where, b)
	}
}

// cutOff says in words what a compressed file that ends early gives.
func cutOff(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("is cut off: it ends in the middle of compressed data; get it once more")
	}
	return err
}

// plain drops the operation and the name from an error of the file system.
func plain(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
