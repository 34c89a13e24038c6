package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

const page = `<!DOCTYPE html><html><head><title>Bridge opens | The Paper</title>
<meta property="og:title" content="Bridge opens">
<meta property="article:published_time" content="2019-11-18T09:30:00Z">
<link rel="canonical" href="/bridge"></head>
<body><nav><ul><li><a href="/">Home</a><li><a href="/sport">Sport</a></ul></nav>
<article><h1>Bridge opens</h1>
<p>The new bridge over the river opened on Monday after three years of work, the city said.</p>
<p>Hundreds of people walked across it in the rain, and the mayor cut a ribbon at noon.</p>
<p>“It took longer than we had hoped, but it will stand for a century,” she told the crowd.</p>
</article><footer>© The Paper. All rights reserved.</footer></body></html>`

func pack(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

func response(url, kind, body string) string {
	block := "HTTP/1.1 200 OK\r\nContent-Type: " + kind + "\r\n\r\n" + body
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", url, len(block), block)
}

func conversion(url, text string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", url, len(text), text)
}

// files are the inputs of the tests, by name.
func files(t *testing.T) string {
	dir := t.TempDir()
	archive := response("https://paper.example/a", "text/html; charset=utf-8", page) +
		response("https://paper.example/logo", "image/png", "\x89PNG") + response("https://paper.example/b", "text/html", page)
	for name, data := range map[string]string{
		"page.html":         page,
		"packed.html.gz":    pack(page),
		"secretly.html":     pack(page),
		"sub/inner.htm":     page,
		"sub/notes.txt":     "no page",
		"crawl.warc":        archive,
		"members.warc.gz":   pack(archive[:len(archive)/2]) + pack(archive[len(archive)/2:]),
		"short.warc":        archive[:len(archive)-40],
		"short.warc.gz":     pack(archive)[:len(pack(archive))-40],
		"text.wet":          conversion("https://paper.example/t", "Home\n\nThe new bridge over the river opened on Monday after three years of work.\n"),
		"images.warc":       response("https://paper.example/logo", "image/png", "\x89PNG"),
		"report.html":       "%PDF-1.7\n%\xE2\xE3",
		"empty.html":        " \n",
		"menu.html":         "<ul><li><a href=x>Home</a><li><a href=y>Sport</a></ul>",
		"broken.gz":         "\x1f\x8bnothing that gzip would write",
		"pages.jsonl":       line("1", page) + "\n" + line("2", page),
		"faults.jsonl":      `{"id":"1"}` + "\n" + `{"id":` + "\n" + line("3", page),
		"number.jsonl":      `{"id":7,"html":"<p>x"}`,
		"nothing/notes.txt": "",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func line(id, html string) string {
	b, _ := json.Marshal(map[string]string{"id": id, "html": html})
	return string(b)
}

func TestRun(t *testing.T) {
	dir := files(t)
	const body = "The new bridge"
	for _, c := range []struct {
		args   string
		code   int
		bodies int    // pages of which the article is printed
		stderr string // a part of it; empty: nothing is printed
	}{
		{"-body page.html", 0, 1, ""},
		{"-body packed.html.gz", 0, 1, ""},
		{"-body secretly.html", 0, 1, ""},
		{"-body sub", 0, 1, ""},
		{"-body crawl.warc", 0, 2, ""},
		{"-body members.warc.gz", 0, 2, ""},
		{"-body page.html page.html", 0, 2, ""},
		{"-body short.warc", 3, 1, "short.warc: warc: cut off in record 3 at byte 1018: unexpected EOF; the 1 pages before that are done, get the file once more"},
		{"-body short.warc.gz", 3, 1, "cut off in record"},
		{"-body text.wet", 0, 1, ""},
		{"images.warc", 0, 0, "images.warc: holds no pages in its 1 records"},
		{"report.html", 3, 0, "report.html: is a PDF document, not HTML"},
		{"-body report.html page.html", 3, 1, "report.html"},
		{"empty.html", 3, 0, "empty.html: is empty"},
		{"-body menu.html", 0, 0, "menu.html: holds no article"},
		{"broken.gz", 3, 0, "broken.gz: gzip: invalid header"},
		{"absent.html", 3, 0, "absent.html: no such file"},
		{"nothing", 0, 0, "nothing: holds no files to read"},
		{"-jsonl pages.jsonl", 0, 2, ""},
		{"-jsonl -body pages.jsonl", 0, 2, ""},
		{"-jsonl faults.jsonl", 3, 1, "faults.jsonl:1: the record has no html"},
		{"-jsonl faults.jsonl", 3, 1, "broken JSON at byte "},
		{"pages.jsonl", 3, 0, "pages.jsonl: is JSON lines, not HTML: webtext -jsonl"},
		{"-jsonl number.jsonl", 0, 0, "number.jsonl:1: holds no article"},
		{"-what", 2, 0, "flag provided but not defined: -what"},
	} {
		t.Run(c.args, func(t *testing.T) {
			if strings.HasPrefix(c.args, "absent") && os.PathSeparator == '\\' {
				t.Skip("another message on this system")
			}
			var args []string
			for _, a := range strings.Fields(c.args) {
				if !strings.HasPrefix(a, "-") {
					a = filepath.Join(dir, a)
				}
				args = append(args, a)
			}
			var out, problems strings.Builder
			if code := run(args, strings.NewReader(""), &out, &problems); code != c.code {
				t.Errorf("exit %d, want %d", code, c.code)
			}
			if n := strings.Count(out.String(), body); n != c.bodies {
				t.Errorf("%d articles, want %d:\n%s", n, c.bodies, out.String())
			}
			if !strings.Contains(problems.String(), c.stderr) || c.stderr == "" && problems.Len() > 0 {
				t.Errorf("on standard error %q, want %q", problems.String(), c.stderr)
			}
			if strings.Contains(c.args, "-body") && strings.Contains(out.String(), "rights reserved") {
				t.Errorf("the footer is printed:\n%s", out.String())
			}
		})
	}
}

func TestRecord(t *testing.T) {
	var out, problems strings.Builder
	in := `{"id":"n1","url":"https://paper.example/x","html":` + quoted(page) + `}`
	if code := run([]string{"-jsonl"}, strings.NewReader(in), &out, &problems); code != 0 {
		t.Fatal(problems.String())
	}
	var r record
	if err := json.Unmarshal([]byte(out.String()), &r); err != nil {
		t.Fatal(err)
	}
	if r.ID != "n1" || r.URL != "https://paper.example/bridge" || r.Title != "Bridge opens" || r.Published != "2019-11-18T09:30:00" {
		t.Errorf("%+v", r)
	}
	kept := 0
	for _, b := range r.Blocks {
		if b.Keep {
			kept++
			if b.Kind != "body" {
				t.Errorf("%s is kept: %s", b.Kind, r.Text[b.Start:b.End])
			}
		}
	}
	if kept != 3 {
		t.Errorf("%d blocks kept of %d", kept, len(r.Blocks))
	}
}

func quoted(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}

func TestStandardInput(t *testing.T) {
	var out, problems strings.Builder
	if code := run([]string{"-body"}, strings.NewReader(page), &out, &problems); code != 0 || !strings.HasPrefix(out.String(), "The new bridge") {
		t.Errorf("exit %d, %q, %q", code, out.String(), problems.String())
	}
}

func TestHelp(t *testing.T) {
	var out, problems strings.Builder
	if code := run([]string{"-h"}, nil, &out, &problems); code != 0 || !strings.Contains(out.String(), "Example:") || problems.Len() > 0 {
		t.Errorf("exit %d, %q", code, out.String())
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestWriteFails(t *testing.T) {
	for err, want := range map[error]int{syscall.EPIPE: exitDone, errors.New("disk full"): exitFault} {
		var problems strings.Builder
		if code := run(nil, strings.NewReader(page), failing{err}, &problems); code != want {
			t.Errorf("%v: exit %d, want %d", err, code, want)
		}
	}
}

func TestPublished(t *testing.T) {
	for want, in := range map[string]time.Time{
		"":                    {},
		"2019-11-18":          time.Date(2019, 11, 18, 0, 0, 0, 0, time.UTC),
		"2019-11-18T09:00:00": time.Date(2019, 11, 18, 9, 0, 0, 0, time.FixedZone("", 3600)),
	} {
		if got := published(in); got != want {
			t.Errorf("%v: got %q, want %q", in, got, want)
		}
	}
}
