package scan

import (
	"encoding/binary"
	"sort"
)

// Marks say where in the HTML each byte of the text comes from. They are a
// list, in order: from text byte t on, the text is copied from HTML byte h on,
// until the next mark. A mark takes two bytes mostly.
type Marks struct {
	runs []markRun
	n    int // marks in the last run
	last mark
}

type mark struct{ text, html int }

// A markRun is some marks: the first, and of each that follows its distance to
// the one before, in the text and in the HTML.
type markRun struct {
	first mark
	rest  []byte
}

const runLength = 64 // marks in a run

// add notes that the text from byte text on is copied from html on. Both grow.
func (m *Marks) add(text, html int) {
	switch {
	case len(m.runs) > 0 && text-m.last.text == html-m.last.html:
		return
	case len(m.runs) == 0 || m.n == runLength:
		m.runs = append(m.runs, markRun{mark{text, html}, make([]byte, 0, 2*runLength)})
		m.n = 1
	default:
		r := &m.runs[len(m.runs)-1]
		r.rest = binary.AppendUvarint(r.rest, uint64(text-m.last.text))
		r.rest = binary.AppendUvarint(r.rest, uint64(html-m.last.html))
		m.n++
	}
	m.last = mark{text, html}
}

// Source gives the place in the HTML of byte i of the text. What was copied
// has its own place; what was made of something longer (a character
// reference, a run of white space, the tags between two lines) the place
// where that begins.
func (m *Marks) Source(i int) int {
	k := sort.Search(len(m.runs), func(k int) bool { return m.runs[k].first.text > i })
	if k == 0 {
		return 0
	}
	at := m.runs[k-1].first
	for rest := m.runs[k-1].rest; len(rest) > 0; {
		t, n := binary.Uvarint(rest)
		h, n2 := binary.Uvarint(rest[n:])
		rest = rest[n+n2:]
		next := mark{at.text + int(t), at.html + int(h)}
		if next.text > i {
			return min(at.html+i-at.text, next.html)
		}
		at = next
	}
	html := at.html + i - at.text
	if k < len(m.runs) {
		html = min(html, m.runs[k].first.html)
	}
	return html
}

// Behind gives the place behind what the rune text[i:end] comes from: behind
// all of a character reference.
func (m *Marks) Behind(i, end int, html []byte) int {
	at := m.Source(i)
	if at < len(html) && html[at] == '&' {
		_, n := reference(html[at:])
		return at + n
	}
	return min(m.Source(end-1)+1, len(html))
}
