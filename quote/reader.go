package quote

import (
	"io"
	"unsafe"
)

// NewReader returns a reader of what r holds, in the given forms, applied one
// after the other. It hands a paragraph on as soon as it is complete (for
// [Repaired] after the first 64 KiB) and holds no more than some hundred
// kilobytes for each form. The bytes are those that [Form.String] gives for the
// whole text, whatever pieces r comes in.
func NewReader(r io.Reader, forms ...Form) io.Reader {
	for _, f := range forms {
		r = &reader{source: r, form: f}
	}
	return r
}

// A reader applies one form to its source.
type reader struct {
	source io.Reader
	form   Form
	edit   editor // nil before the first paragraph
	edits  []Edit
	buffer []byte // read from source; what is not yet looked at
	start  int    // starts here
	line   int    // lines before this one, counted from start, are not blank
	out    []byte // done; what is not yet handed on
	given  int    // starts here
	err    error  // of source
}

// Read implements [io.Reader].
func (r *reader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	for r.given == len(r.out) {
		text := r.buffer[r.start:]
		n := 0
		if r.edit != nil || r.err != nil || !r.form.needsHead() || len(text) >= headLen {
			n, r.line = paragraphEnd(view(text), r.line, r.err != nil)
		}
		switch {
		case n > 0:
			r.advance(n)
		case r.err != nil:
			return 0, r.err
		default:
			r.fill()
		}
	}
	n := copy(p, r.out[r.given:])
	r.given += n
	return n, nil
}

// fill reads more of the source.
func (r *reader) fill() {
	const chunk = 32 << 10
	if cap(r.buffer)-len(r.buffer) < chunk {
		text := r.buffer[r.start:]
		if cap(r.buffer)-len(text) < 2*chunk {
			r.buffer = make([]byte, 0, 2*len(text)+4*chunk)
		}
		r.buffer = append(r.buffer[:0], text...)
		r.start = 0
	}
	for range 100 {
		n, err := r.source.Read(r.buffer[len(r.buffer):cap(r.buffer)])
		r.buffer = r.buffer[:len(r.buffer)+n]
		r.err = err
		if n > 0 || err != nil {
			return
		}
	}
	r.err = io.ErrNoProgress
}

// advance writes the next n bytes, a paragraph, to out.
func (r *reader) advance(n int) {
	text := view(r.buffer[r.start : r.start+n])
	if r.edit == nil {
		r.edit = r.form.editor(string(r.buffer[r.start:min(len(r.buffer), r.start+headLen)]))
	}
	r.out, r.given = r.out[:0], 0
	r.edits = r.edits[:0]
	if r.form.first(text) < n {
		r.edits = r.edit(r.edits, text, 0)
	}
	r.out = appendReplaced(r.out, text, r.edits, 0)
	r.start += n
}

// view is b as a string, good until b changes.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
