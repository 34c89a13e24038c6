package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// keptLine is how much of a line that cannot be read goes with what says so.
const keptLine = 1000

// readLines yields the records of JSON lines and reports whether to go on. If
// they are placed, what stands before the first tab of a line is its place.
func readLines(in *bufio.Reader, name string, placed bool, yield func(record, error) bool) bool {
	for number := 1; ; number++ {
		line, err := readLine(in)
		where := fmt.Sprintf("%s:%d", name, number)
		if err != nil && err != io.EOF && !errors.Is(err, errLong) {
			return yield(record{}, fmt.Errorf("%s: %w", where, reason(err)))
		}
		if number == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		var place string
		if before, after, ok := bytes.Cut(line, []byte("\t")); placed && ok {
			place, line = string(before), after
		}
		switch {
		case errors.Is(err, errLong):
			if !yield(record{where: where}, fmt.Errorf("%s: %w", where, err)) {
				return false
			}
		case len(bytes.TrimSpace(line)) > 0:
			r, err := parseRecord(bytes.TrimRight(line, "\r\n"), where)
			if r.place = place; err != nil {
				r.where, r.line = where, strings.ToValidUTF8(string(bytes.TrimSpace(line[:min(len(line), keptLine)])), "\uFFFD")
			}
			if !yield(r, err) {
				return false
			}
		}
		if err == io.EOF {
			return true
		}
	}
}

var errLong = errors.New("longer than 1 GiB; records are separated by line ends")

// readLine reads a line of at most maxText bytes; what is longer is skipped.
func readLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if len(line)+len(part) > maxText {
			long, line = true, nil
		}
		if !long {
			line = append(line, part...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if long && (err == nil || err == io.EOF) {
			return nil, errLong
		}
		return line, err
	}
}

// parseRecord decodes one line. What is no UTF-8 is refused, because the
// offsets would count bytes that the input does not have.
func parseRecord(line []byte, where string) (record, error) {
	if !utf8.Valid(line) {
		at := firstInvalid(line)
		return record{}, fmt.Errorf("%s: invalid UTF-8 at byte %d of the line (0x%02x); JSON must be UTF-8", where, at, line[at])
	}
	var in struct {
		ID        id            `json:"id"`
		Text      *string       `json:"text"`
		HTML      *string       `json:"html"`
		Published *string       `json:"published"`
		Blocks    []blockRecord `json:"blocks"`
	}
	if err := json.Unmarshal(line, &in); err != nil {
		return record{}, fmt.Errorf("%s: %s", where, jsonProblem(err))
	}
	switch {
	case in.Text == nil && in.HTML != nil:
		return record{}, fmt.Errorf("%s: has html but no text: webtext -jsonl makes text of it", where)
	case in.Text == nil:
		return record{}, fmt.Errorf(`%s: no "text" in this record; it needs {"id": ..., "text": ...}`, where)
	}
	if in.ID == "" {
		in.ID = id(where)
	}
	if what := notText("", *in.Text); what != "" {
		return record{}, fmt.Errorf("%s: its text is %s: webtext -jsonl makes text of {id, html}", where, what)
	}
	return record{ID: string(in.ID), Text: *in.Text, Published: in.Published, Blocks: in.Blocks, where: where}, nil
}

// jsonProblem says what is wrong with a line, and at which of its bytes.
func jsonProblem(err error) string {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Sprintf("broken JSON at byte %d of the line: %v", syntax.Offset, err)
	}
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) && kind.Field == "" {
		return fmt.Sprintf("a record is an object, this is JSON of another kind (%s)", kind.Value)
	}
	if errors.As(err, &kind) {
		return fmt.Sprintf("%q is JSON of the wrong kind (%s)", kind.Field, kind.Value)
	}
	return err.Error()
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

// jsonLine encodes v as one line.
func jsonLine(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic(err) // strings, numbers and structs of them can be encoded
	}
	return b.Bytes()
}
