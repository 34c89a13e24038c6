// Package warc reads web archives: files of records in the WARC format (ISO
// 28500, versions 0.17 to 1.1).
package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// A Record is one record of an archive.
type Record struct {
	Type        string // "response", "conversion", "request", ...
	ID          string
	URL         string // the address that it came from; empty: none
	Date        string
	ContentType string
	Block       []byte // what the record holds; valid until the next call of Next
}

// A Reader reads the records of an archive. Its memory is that of the largest
// record.
type Reader struct {
	r     *bufio.Reader
	block bytes.Buffer
	n     int   // records read
	at    int64 // bytes read
	start int64 // where the record at hand begins
}

const (
	maxBlock  = 256 << 20 // a record that says it is larger is an error
	maxHeader = 1 << 20   // bytes of all the header lines of a record
)

// NewReader returns a Reader for an archive that is not compressed, or whose
// gzip members a gzip.Reader has put together.
func NewReader(r io.Reader) *Reader { return &Reader{r: bufio.NewReaderSize(r, 1<<16)} }

// Next gives the next record, and io.EOF at the end. After another error, which
// names the record and the byte where it begins, nothing more can be read; a
// file that ends within a record gives io.ErrUnexpectedEOF.
func (r *Reader) Next() (Record, error) {
	version, err := r.versionLine()
	if err != nil {
		return Record{}, err
	}
	if !strings.HasPrefix(version, "WARC/") {
		return Record{}, fmt.Errorf("warc: %s begins with %.20q, not with WARC/", r.place(), version)
	}
	var rec Record
	length := int64(-1)
	for size := 0; ; {
		line, err := r.line(maxHeader - size)
		if err != nil {
			return Record{}, r.cutOff(err)
		}
		if line == "" {
			break
		}
		size += len(line)
		name, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch strings.ToLower(name) {
		case "warc-type":
			rec.Type = strings.ToLower(value)
		case "warc-record-id":
			rec.ID = strings.Trim(value, "<>")
		case "warc-target-uri":
			rec.URL = strings.Trim(value, "<>")
		case "warc-date":
			rec.Date = value
		case "content-type":
			rec.ContentType = value
		case "content-length":
			length, err = strconv.ParseInt(value, 10, 64)
			if err != nil || length < 0 || length > maxBlock {
				return Record{}, fmt.Errorf("warc: %s: Content-Length is %.30q", r.place(), value)
			}
		}
	}
	if length < 0 {
		return Record{}, fmt.Errorf("warc: %s has no Content-Length", r.place())
	}
	r.block.Reset()
	n, err := io.CopyN(&r.block, r.r, length)
	r.at += n
	if err != nil {
		return Record{}, r.cutOff(err)
	}
	rec.Block = r.block.Bytes()
	r.n++
	return rec, nil
}

// versionLine gives the first line that is not empty.
func (r *Reader) versionLine() (string, error) {
	for {
		r.start = r.at
		line, err := r.line(maxHeader)
		switch {
		case errors.Is(err, io.EOF) && line == "":
			return "", io.EOF
		case errors.Is(err, io.EOF) && !strings.HasPrefix("WARC/", line[:min(len(line), len("WARC/"))]):
			return line, nil
		case err != nil:
			return "", r.cutOff(err)
		case line != "":
			return line, nil
		}
	}
}

// line reads a line of at most limit bytes, without its end.
func (r *Reader) line(limit int) (string, error) {
	var line []byte
	for {
		part, err := r.r.ReadSlice('\n')
		line = append(line, part...)
		r.at += int64(len(part))
		if len(line) > limit {
			return "", fmt.Errorf("warc: %s: its header is longer than %d bytes", r.place(), maxHeader)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		return string(bytes.TrimRight(line, "\r\n")), err
	}
}

// cutOff names the record in which the file ends.
func (r *Reader) cutOff(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("warc: cut off in %s: %w", r.place(), io.ErrUnexpectedEOF)
	}
	return fmt.Errorf("warc: %s: %w", r.place(), err)
}

// place names the record at hand.
func (r *Reader) place() string { return fmt.Sprintf("record %d at byte %d", r.n+1, r.start) }
