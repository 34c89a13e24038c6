package quote

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A codePage is a way in which bytes of UTF-8 have been read by mistake: one
// character for each byte.
type codePage struct {
	name   string
	decode [128]rune // the characters of 0x80 to 0xFF
	encode map[rune]byte
	gaps   []byte // continuation bytes without a character: these get lost
	doubt  int    // how much more evidence it takes than the usual page
}

// codePages returns the pages in the order in which they are tried.
var codePages = sync.OnceValue(func() []*codePage {
	return []*codePage{
		newCodePage("windows-1252", charmap.Windows1252, 0),
		newCodePage("windows-1250", charmap.Windows1250, 0),
		newCodePage("windows-1251", charmap.Windows1251, 0),
		newCodePage("windows-1254", charmap.Windows1254, 10),
		newCodePage("windows-1257", charmap.Windows1257, 10),
		newCodePage("windows-1253", charmap.Windows1253, 20),
		newCodePage("windows-1255", charmap.Windows1255, 20),
		newCodePage("windows-1256", charmap.Windows1256, 20),
		newCodePage("iso-8859-2", charmap.ISO8859_2, 20),
		newCodePage("macintosh", charmap.Macintosh, 0),
		newCodePage("cp437", charmap.CodePage437, 0),
		newCodePage("cp850", charmap.CodePage850, 0),
		newCodePage("cp852", charmap.CodePage852, 20),
		newCodePage("cp866", charmap.CodePage866, 20),
		newCodePage("koi8-r", charmap.KOI8R, 20),
	}
})

// newCodePage completes a page with the controls of Latin-1: where a program has
// no character for a byte, it often leaves the byte as it is.
func newCodePage(name string, m *charmap.Charmap, doubt int) *codePage {
	p := &codePage{name: name, encode: make(map[rune]byte, 256), doubt: doubt}
	for i := range p.decode {
		b := byte(0x80 + i)
		r := m.DecodeByte(b)
		if r == utf8.RuneError || r == rune(b) && b < 0xA0 {
			if b < 0xC0 {
				p.gaps = append(p.gaps, b)
			}
			r = rune(b)
		}
		p.decode[i] = r
		p.encode[r] = b
	}
	for b := rune(0x80); b < 0xA0; b++ {
		if _, ok := p.encode[b]; !ok {
			p.encode[b] = byte(b)
		}
	}
	return p
}

// A pageSet has a bit for each page.
type pageSet uint16

// A roleTable says in which pages characters stand for the bytes that begin a
// character of UTF-8 and those that go on with it.
type roleTable struct {
	begin, goOn [0x2C00]pageSet
}

var roles = sync.OnceValue(func() *roleTable {
	t := new(roleTable)
	for i, p := range codePages() {
		for r, b := range p.encode {
			switch {
			case int(r) >= len(t.begin):
			case b < 0xC0:
				t.goOn[r] |= 1 << i
			case b >= 0xC2 && b < 0xF5:
				t.begin[r] |= 1 << i
			}
		}
	}
	return t
})

// starts returns the pages in which r begins a character of UTF-8.
func (t *roleTable) starts(r rune) pageSet {
	if int(r) < len(t.begin) {
		return t.begin[r]
	}
	return 0
}

// continues returns the pages in which r goes on with one.
func (t *roleTable) continues(r rune) pageSet {
	switch {
	case int(r) < len(t.goOn):
		return t.goOn[r]
	case r == utf8.RuneError, r == 0xFB01, r == 0xFB02, r == 0xF8FF:
		return ^pageSet(0)
	}
	return 0
}

// A sequence is characters that are the bytes of one character of UTF-8.
type sequence struct {
	size int    // of the characters in the text
	text string // the character; several candidates where a byte is lost
	lost bool
}

// sequence returns the one that s begins with; size 0 is none. Where a byte is
// lost, text holds all characters it can have been.
func (p *codePage) sequence(s string) sequence {
	r, n := utf8.DecodeRuneInString(s)
	b, ok := p.encode[r]
	if !ok || b < 0xC2 || b > 0xF4 {
		return sequence{}
	}
	var bytes [utf8.UTFMax]byte
	bytes[0] = b
	need := 2
	if b >= 0xE0 {
		need++
	}
	if b >= 0xF0 {
		need++
	}
	gap := 0
	for i := 1; i < need; i++ {
		r, m := utf8.DecodeRuneInString(s[n:])
		c, ok := p.encode[r]
		switch {
		case ok && c&0xC0 == 0x80:
			bytes[i] = c
			n += m
		case gap > 0:
			return sequence{}
		case r == utf8.RuneError && m == 3:
			gap = i
			n += m
		case len(p.gaps) > 0:
			gap = i
		default:
			return sequence{}
		}
	}
	if gap > 0 {
		return p.lossy(bytes[:need], gap, n)
	}
	if bytes[0] == 0xED && bytes[1] >= 0xA0 {
		return p.surrogates(s, bytes, n)
	}
	if !utf8.Valid(bytes[:need]) {
		return sequence{}
	}
	return sequence{size: n, text: string(bytes[:need])}
}

// lossy returns what a sequence without the byte at gap can have been.
func (p *codePage) lossy(bytes []byte, gap, n int) sequence {
	q := sequence{size: n, lost: true}
	gaps := p.gaps
	if len(gaps) == 0 {
		gaps = commonGaps
	}
	for _, b := range gaps {
		bytes[gap] = b
		if utf8.Valid(bytes) {
			q.text += string(bytes)
		}
	}
	if gap == 2 && bytes[0] == 0xE2 && bytes[1] == 0x80 {
		q.text += "‘’“”–—…"
	}
	if q.text == "" {
		return sequence{}
	}
	return q
}

// commonGaps are the bytes that windows-1252 has no character for.
var commonGaps = []byte{0x81, 0x8D, 0x8F, 0x90, 0x9D}

// surrogates joins two halves of UTF-16 that were each encoded as UTF-8, the
// first of which are bytes.
func (p *codePage) surrogates(s string, bytes [utf8.UTFMax]byte, n int) sequence {
	var low [3]byte
	m := n
	for i := range low {
		r, size := utf8.DecodeRuneInString(s[m:])
		b, ok := p.encode[r]
		if !ok {
			return sequence{}
		}
		low[i] = b
		m += size
	}
	if bytes[1] >= 0xB0 || low[0] != 0xED || low[1] < 0xB0 || low[1] > 0xBF || low[2]&0xC0 != 0x80 {
		return sequence{}
	}
	r := 0x10000 + (rune(bytes[1]&0x0F)<<6|rune(bytes[2]&0x3F))<<10 + (rune(low[1]&0x0F)<<6 | rune(low[2]&0x3F))
	return sequence{size: m, text: string(r)}
}
