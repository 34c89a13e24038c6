package warc

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

func record(kind, url, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: <%s>\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2020-01-02T03:04:05Z\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, url, len(block), block)
}

func TestNext(t *testing.T) {
	r := NewReader(strings.NewReader(record("warcinfo", "", "software: none") + record("response", "https://paper.example/", "a\r\nb") + record("conversion", "https://paper.example/2", "")))
	var got []string
	for {
		rec, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprintf("%s %s %q", rec.Type, rec.URL, rec.Block))
	}
	want := []string{`warcinfo  "software: none"`, `response https://paper.example/ "a\r\nb"`, `conversion https://paper.example/2 ""`}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFaults(t *testing.T) {
	whole := record("response", "https://paper.example/", "body")
	for _, c := range []struct{ name, in, want string }{
		{"no archive", "<html>", `begins with "<html>"`},
		{"no length", "WARC/1.0\r\nWARC-Type: response\r\n\r\n", "record 1 at byte 0 has no Content-Length"},
		{"length is no number", "WARC/1.0\r\nContent-Length: many\r\n\r\n", `Content-Length is "many"`},
		{"length below zero", "WARC/1.0\r\nContent-Length: -1\r\n\r\n", `Content-Length is "-1"`},
		{"length too large", "WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n", `Content-Length is "99999999999"`},
		{"endless header", "WARC/1.0\r\n" + strings.Repeat("x", 2*maxHeader), "header is longer"},
		{"cut off in the block", whole + whole[:len(whole)-6], fmt.Sprintf("cut off in record 2 at byte %d:", len(whole))},
		{"cut off in the header", whole + whole[:40], "cut off in record 2"},
		{"cut off in the first line", whole + "WARC/1", "cut off in record 2"},
		{"no record after one", whole + "\r\n<html>\r\n", fmt.Sprintf("record 2 at byte %d begins", len(whole)+2)},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := NewReader(strings.NewReader(c.in))
			var err error
			for err == nil {
				_, err = r.Next()
			}
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %q, want %q", err, c.want)
			}
			if strings.HasPrefix(c.name, "cut") && !errors.Is(err, io.ErrUnexpectedEOF) {
				t.Errorf("%q is no io.ErrUnexpectedEOF", err)
			}
		})
	}
}

// A reader that fails hands its own error on.
func TestReadError(t *testing.T) {
	broken := errors.New("broken")
	r := NewReader(io.MultiReader(strings.NewReader("WARC/1.0\r\n"), errorReader{broken}))
	if _, err := r.Next(); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

type errorReader struct{ err error }

func (e errorReader) Read([]byte) (int, error) { return 0, e.err }

func pack(w func(io.Writer) io.WriteCloser, s string) string {
	var b bytes.Buffer
	z := w(&b)
	io.WriteString(z, s)
	z.Close()
	return b.String()
}

func TestParseResponse(t *testing.T) {
	gz := pack(func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }, "<p>packed")
	zl := pack(func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) }, "<p>packed")
	fl := pack(func(w io.Writer) io.WriteCloser { z, _ := flate.NewWriter(w, 9); return z }, "<p>packed")
	for _, c := range []struct{ name, header, body, want string }{
		{"plain", "", "<p>plain", "<p>plain"},
		{"chunked", "Transfer-Encoding: chunked\r\n", "5\r\n<p>ab\r\n2\r\ncd\r\n0\r\n\r\n", "<p>abcd"},
		{"said to be chunked", "Transfer-Encoding: chunked\r\n", "<p>not chunked", "<p>not chunked"},
		{"gzip", "content-encoding: GZIP\r\n", gz, "<p>packed"},
		{"gzip in chunks", "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(gz), gz), "<p>packed"},
		{"said to be gzip", "Content-Encoding: gzip\r\n", "<p>plain", "<p>plain"},
		{"gzip that is cut off", "Content-Encoding: gzip\r\n", gz[:len(gz)-6], "<p>packed"},
		{"zlib", "Content-Encoding: deflate\r\n", zl, "<p>packed"},
		{"deflate", "Content-Encoding: deflate\r\n", fl, "<p>packed"},
		{"said to be brotli", "Content-Encoding: br\r\n", "<p>plain", "<p>plain"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := ParseResponse([]byte("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + c.header + "\r\n" + c.body))
			if err != nil || string(r.Body) != c.want || r.Status != 200 || r.ContentType != "text/html" {
				t.Errorf("got %d %q %q, %v", r.Status, r.ContentType, r.Body, err)
			}
		})
	}
	for _, c := range []struct{ in, want string }{
		{"", "not an HTTP response"},
		{"<html>\n\n", "not an HTTP response"},
		{"HTTP/1.1 200 OK\r\nContent-Type: text/html", "not an HTTP response"},
		{"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n\x01\x02", `unknown content encoding "br"`},
	} {
		if _, err := ParseResponse([]byte(c.in)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %q", c.in, err, c.want)
		}
	}
}

// FuzzReader: whatever the bytes, the reader ends, and a block is as long as
// its record says.
func FuzzReader(f *testing.F) {
	f.Add([]byte(record("response", "https://paper.example/", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nx")))
	f.Add([]byte("WARC/1.0\r\nContent-Length: 3\r\n\r\nabc"))
	f.Add([]byte("WARC/0.17\n\n\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r := NewReader(bytes.NewReader(data))
		for n := 0; ; n++ {
			rec, err := r.Next()
			if err != nil {
				return
			}
			if n > len(data)/len("WARC/") {
				t.Fatal("more records than there is room for")
			}
			if !bytes.Contains(data, rec.Block) {
				t.Fatalf("block %q is not in the data", rec.Block)
			}
			if response, err := ParseResponse(rec.Block); err == nil && len(response.Body) > maxBody {
				t.Fatal("body too long")
			}
		}
	})
}
