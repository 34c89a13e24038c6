package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"example.org/newstext/clean"
	"example.org/newstext/clean/webpage"
	"example.org/newstext/clean/webpage/internal/warc"
)

// page reads a single page.
func (t *task) page(where string, r io.Reader) {
	data, err := io.ReadAll(r)
	switch {
	case err != nil:
		t.fail(where, cutOff(err))
	case len(bytes.TrimSpace(data)) == 0:
		t.fail(where, errors.New("is empty"))
	default:
		t.html(where, where, data, webpage.Parser{})
	}
}

// html writes what one page holds.
func (t *task) html(where, id string, data []byte, p webpage.Parser) {
	if what := webpage.Sniff(data); what != "" {
		t.fail(where, errors.New("is "+what+", not HTML"))
		return
	}
	page := p.Parse(data)
	url := page.URL
	if url == "" {
		url = p.URL
	}
	t.write(where, record{ID: id, URL: url, Title: page.Title, Published: published(page.Published), Text: page.Text}, page.Blocks)
}

// archive reads the pages of a web archive.
func (t *task) archive(where string, r io.Reader, packed bool) {
	a := warc.NewReader(r)
	pages, others := 0, 0
	for t.fault == nil {
		rec, err := a.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.fail(where, broken(err, pages, packed))
			return
		}
		if t.record(where, rec) {
			pages++
		} else {
			others++
		}
	}
	if pages == 0 && t.fault == nil {
		t.note(where, fmt.Sprintf("holds no pages in its %d records", others))
	}
}

// broken says where an archive cannot be read further and what to do.
func broken(err error, pages int, packed bool) error {
	bytes := ""
	if packed {
		bytes = " (bytes are those without compression)"
	}
	advice := "mend or leave out that record for the rest"
	if errors.Is(err, io.ErrUnexpectedEOF) {
		advice = "get the file once more for the rest"
	}
	return fmt.Errorf("%w%s; the %d pages before that are done, %s", err, bytes, pages, advice)
}

// record writes what a record of an archive holds and reports whether it is a page.
func (t *task) record(where string, rec warc.Record) bool {
	id := rec.URL
	if id == "" {
		id = rec.ID
	}
	at := where + ": " + id
	switch rec.Type {
	case "conversion":
		text := strings.ToValidUTF8(string(rec.Block), "\uFFFD")
		t.write(at, record{ID: id, URL: rec.URL, Text: text}, clean.Blocks(text))
		return true
	case "response":
		if !strings.HasPrefix(rec.URL, "http") {
			return false
		}
		response, err := warc.ParseResponse(rec.Block)
		if err != nil {
			t.fail(at, err)
			return false
		}
		if !isHTML(response) {
			return false
		}
		t.html(at, id, response.Body, webpage.Parser{ContentType: response.ContentType, URL: rec.URL})
		return true
	case "resource":
		if !strings.Contains(rec.ContentType, "html") {
			return false
		}
		t.html(at, id, rec.Block, webpage.Parser{ContentType: rec.ContentType, URL: rec.URL})
		return true
	}
	return false
}

// isHTML reports whether a response is a page: one that the server had, and
// calls HTML.
func isHTML(r warc.Response) bool {
	return r.Status >= 200 && r.Status < 300 && len(bytes.TrimSpace(r.Body)) > 0 &&
		(strings.Contains(strings.ToLower(r.ContentType), "html") || r.ContentType == "")
}

// lines reads JSON lines.
func (t *task) lines(where string, r *bufio.Reader) {
	for n := 1; t.fault == nil; n++ {
		line, err := r.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			t.line(fmt.Sprintf("%s:%d", where, n), line)
		}
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.fail(where, cutOff(err))
			return
		}
	}
}

func (t *task) line(where string, line []byte) {
	var in struct {
		ID   id      `json:"id"`
		URL  string  `json:"url"`
		HTML *string `json:"html"`
	}
	err := json.Unmarshal(line, &in)
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		err = fmt.Errorf("broken JSON at byte %d of the line: %w", syntax.Offset, err)
	case err == nil && in.HTML == nil:
		err = errors.New("the record has no html")
	}
	if err != nil {
		t.fail(where, err)
		return
	}
	if in.ID == "" {
		in.ID = id(where)
	}
	// A JSON string is Unicode, whatever the page in it declares.
	t.html(where, string(in.ID), []byte(*in.HTML), webpage.Parser{ContentType: "text/html; charset=utf-8", URL: in.URL})
}

// An id is a string; a number stands for its digits.
type id string

func (i *id) UnmarshalJSON(data []byte) error {
	var number json.Number
	if json.Unmarshal(data, &number) == nil {
		*i = id(number)
		return nil
	}
	return json.Unmarshal(data, (*string)(i))
}
