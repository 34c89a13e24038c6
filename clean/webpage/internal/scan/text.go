package scan

import (
	"html"
	"unicode"
	"unicode/utf8"
)

// A writer collects the visible text of a page. White space is one space, a
// line is a line, and blocks have an empty line between them.
type writer struct {
	text  []byte
	marks Marks
	space int  // spaces that wait for more text
	open  bool // a line has begun
	gap   string
}

// room makes the text grow at once to all that the rest of the page can add,
// when it has become long: growing step by step would leave copies behind.
func (w *writer) room(rest int) {
	if len(w.text) >= longText && cap(w.text)-len(w.text) < longText/4 && rest > longText/4 {
		w.text = append(make([]byte, 0, len(w.text)+rest+longText/4), w.text...)
	}
}

const longText = 1 << 20 // bytes

// breakLine ends the line. The next text begins a new one, after an empty line
// where block is set. It reports whether there was a line.
func (w *writer) breakLine(block bool) bool {
	had := w.open
	w.open, w.space = false, 0
	if block {
		w.gap = "\n\n"
	} else if w.gap == "" {
		w.gap = "\n"
	}
	return had
}

// begin makes room for text that comes from byte from of the HTML. It reports
// whether a line begins.
func (w *writer) begin(from int, pre bool) (first bool) {
	if w.open {
		if w.space > 0 {
			n := 1
			if pre {
				n = min(w.space, 80)
			}
			w.marks.add(len(w.text), from-w.space)
			for range n {
				w.text = append(w.text, ' ')
			}
			w.space = 0
		}
		w.marks.add(len(w.text), from)
		return false
	}
	if len(w.text) > 0 {
		w.marks.add(len(w.text), from)
		w.text = append(w.text, w.gap...)
	}
	w.open, w.space, w.gap = true, 0, ""
	w.marks.add(len(w.text), from)
	return true
}

// Bytes that end a run that can be copied as it is.
var stops = func() (t [256]bool) {
	for _, c := range []byte{0, '\t', '\n', '\v', '\f', '\r', ' ', '&', 0xC2, 0xE1, 0xE2, 0xE3} {
		t[c] = true
	}
	return t
}()

// plain gives the length of what raw begins with and can be copied: no white
// space but single spaces inside, no character reference.
func plain(raw []byte) int {
	for i := 0; i < len(raw); i++ {
		if c := raw[i]; stops[c] && !(c == ' ' && i > 0 && i+1 < len(raw) && !stops[raw[i+1]]) {
			return i
		}
	}
	return len(raw)
}

// reference reads the character reference that raw begins with. A length of 1
// and an ampersand is what an ampersand alone gives.
func reference(raw []byte) (s string, length int) {
	n := 1
	for n < len(raw) && n < 32 && (raw[n] == '#' || '0' <= raw[n] && raw[n] <= '9' || 'a' <= raw[n]|0x20 && raw[n]|0x20 <= 'z') {
		n++
	}
	if n < len(raw) && raw[n] == ';' {
		n++
	}
	switch string(raw[:n]) {
	case "&nbsp;":
		return " ", n
	case "&amp;":
		return "&", n
	case "&", "&;":
		return "&", 1
	}
	return html.UnescapeString(string(raw[:n])), n
}

// unicodeSpace gives the length of the white space outside ASCII that raw
// begins with, or 0.
func unicodeSpace(raw []byte) int {
	if r, n := utf8.DecodeRune(raw); unicode.IsSpace(r) {
		return n
	}
	return 0
}
