package scan

import (
	"encoding/binary"
	"sort"
)

// Marks say where in the HTML each byte of the text comes from. They are
// a list of marks, in order: from text byte t on, the text is copied from HTML
// byte h on, until the next mark. A mark takes two bytes mostly, and every
// markEvery-th stands in an index.
type Marks struct {
	data  []byte // for each mark the distance to the mark before, in the text and in the HTML
	index []mark
	n     int // marks
	last  mark
}

type mark struct {
	text, html int
	data       int // where in data the marks after this one begin
}

const markEvery = 32

// add notes that the text from byte text on is copied from html on. Both grow.
func (m *Marks) add(text, html int) {
	if m.n > 0 && text-m.last.text == html-m.last.html {
		return
	}
	m.data = binary.AppendUvarint(m.data, uint64(text-m.last.text))
	m.data = binary.AppendUvarint(m.data, uint64(html-m.last.html))
	m.last = mark{text, html, len(m.data)}
	if m.n%markEvery == 0 {
		m.index = append(m.index, m.last)
	}
	m.n++
}

// Source gives the place in the HTML of byte i of the text. What was copied
// has its own place; what was made of something longer (a character
// reference, a run of white space, the tags between two lines) the place
// where that begins.
func (m *Marks) Source(i int) int {
	k := sort.Search(len(m.index), func(k int) bool { return m.index[k].text > i })
	if k == 0 {
		return 0
	}
	at := m.index[k-1]
	for at.data < len(m.data) {
		t, n := binary.Uvarint(m.data[at.data:])
		h, n2 := binary.Uvarint(m.data[at.data+n:])
		next := mark{at.text + int(t), at.html + int(h), at.data + n + n2}
		if next.text > i {
			return min(at.html+i-at.text, next.html)
		}
		at = next
	}
	return at.html + i - at.text
}

// Behind gives the place behind what byte i-1 of the text comes from; n is the
// length of the HTML.
func (m *Marks) Behind(i, n int) int {
	at := m.Source(i - 1)
	if next := m.Source(i); next > at && next-at <= maxReference {
		return next
	}
	return min(at+1, n)
}

const maxReference = 32 // bytes of a character reference at most
