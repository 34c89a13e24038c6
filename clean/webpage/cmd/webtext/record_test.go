package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"testing"

	"example.org/newstext/clean/webpage/internal/warc"
)

// Which records of an archive are pages.
func TestArchiveRecords(t *testing.T) {
	http := func(status, kind, body string) []byte {
		return []byte("HTTP/1.1 " + status + "\r\nContent-Type: " + kind + "\r\n\r\n" + body)
	}
	for _, c := range []struct {
		name   string
		rec    warc.Record
		page   bool
		failed int
	}{
		{"page", warc.Record{Type: "response", URL: "http://paper.example/", Block: http("200 OK", "Text/HTML", page)}, true, 0},
		{"page without a type", warc.Record{Type: "response", URL: "http://paper.example/", Block: http("200 OK", "", page)}, true, 0},
		{"not found", warc.Record{Type: "response", URL: "http://paper.example/", Block: http("404 Not Found", "text/html", page)}, false, 0},
		{"empty page", warc.Record{Type: "response", URL: "http://paper.example/", Block: http("200 OK", "text/html", "\n")}, false, 0},
		{"name server's answer", warc.Record{Type: "response", URL: "dns:paper.example", Block: []byte("20200102")}, false, 0},
		{"no HTTP", warc.Record{Type: "response", URL: "http://paper.example/", Block: []byte("?")}, false, 1},
		{"resource", warc.Record{Type: "resource", ID: "urn:uuid:1", ContentType: "text/html", Block: []byte(page)}, true, 0},
		{"another resource", warc.Record{Type: "resource", ContentType: "text/css", Block: []byte("p{}")}, false, 0},
		{"request", warc.Record{Type: "request", URL: "http://paper.example/"}, false, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out strings.Builder
			task := &task{out: bufio.NewWriter(&out), problems: io.Discard}
			if got := task.record("crawl.warc", c.rec); got != c.page || task.failed != c.failed {
				t.Errorf("page %v, %d failed; want %v, %d", got, task.failed, c.page, c.failed)
			}
			task.out.Flush()
			if c.page != strings.Contains(out.String(), `"text":`) {
				t.Errorf("it prints %q", out.String())
			}
		})
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, fmt.Errorf("disk on fire") }

// An input that breaks off in reading is named.
func TestReadFails(t *testing.T) {
	for _, args := range [][]string{nil, {"-jsonl"}} {
		var out, problems strings.Builder
		if code := run(args, brokenReader{}, &out, &problems); code != exitFailed || !strings.Contains(problems.String(), "standard input: disk on fire") {
			t.Errorf("%v: exit %d, %q", args, code, problems.String())
		}
	}
}
