package quote

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"example.org/newstext/quote/internal/surprise"
)

// A codePage is a way in which bytes of UTF-8 have been read by mistake: one
// character for each byte.
type codePage struct {
	name   string
	decode [128]rune          // the characters of 0x80 to 0xFF
	encode [rolesEnd]byte     // the bytes of characters; 0: none
	beyond map[rune]byte      // the same for characters that are no index
	gaps   []byte             // continuation bytes without a character: these get lost
	rests  func() *[16][]rune // letters of three bytes that gaps leave but the first of, by its low half
	doubt  int                // how much more evidence it takes than the usual page
}

// codePages returns the pages in the order in which they are tried.
var codePages = sync.OnceValue(func() []*codePage {
	western := newCodePage("windows-1252", charmap.Windows1252, 0)
	for b := rune(0x80); b < 0xA0; b++ {
		western.encode[b] = byte(b) // Latin-1 is often mixed with it
	}
	return []*codePage{
		western,
		newCodePage("windows-1250", charmap.Windows1250, 110),
		newCodePage("windows-1251", charmap.Windows1251, 20),
		newCodePage("windows-1254", charmap.Windows1254, 40),
		newCodePage("windows-1257", charmap.Windows1257, 40),
		newCodePage("windows-1253", charmap.Windows1253, 80),
		newCodePage("windows-1255", charmap.Windows1255, 80),
		newCodePage("windows-1256", charmap.Windows1256, 80),
		newCodePage("iso-8859-2", charmap.ISO8859_2, 140),
		newCodePage("macintosh", charmap.Macintosh, 40),
		newCodePage("cp437", charmap.CodePage437, 90),
		newCodePage("cp850", charmap.CodePage850, 90),
		newCodePage("cp852", charmap.CodePage852, 140),
		newCodePage("cp866", charmap.CodePage866, 140),
		newCodePage("koi8-r", charmap.KOI8R, 140),
		newCodePage("iso-8859-15", charmap.ISO8859_15, 60),
		newCodePage("windows-1258", charmap.Windows1258, 140),
		newCodePage("koi8-u", charmap.KOI8U, 150),
		newCodePage("x-mac-cyrillic", charmap.MacintoshCyrillic, 200),
	}
})

// newCodePage completes a page: where a program has no character for a byte, it
// often leaves the byte as it is, a control of Latin-1.
func newCodePage(name string, m *charmap.Charmap, doubt int) *codePage {
	p := &codePage{name: name, beyond: make(map[rune]byte), doubt: doubt}
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
		if r < rolesEnd {
			p.encode[r] = b
		} else {
			p.beyond[r] = b
		}
	}
	if len(p.gaps) > 20 { // an ISO page, whose controls are characters
		p.gaps = nil
	}
	p.rests = sync.OnceValue(func() *[16][]rune {
		t := new([16][]rune)
		for lead := markLead + 1; lead < 0xF0; lead++ {
			t[lead&0xF] = twice(byte(lead), p.gaps)
		}
		return t
	})
	return p
}

// twice returns the letters in use that a first byte and two of gaps encode.
func twice(lead byte, gaps []byte) (letters []rune) {
	for _, second := range gaps {
		for _, third := range gaps {
			r, n := utf8.DecodeRune([]byte{lead, second, third})
			if n == 3 && surprise.InUse(r) {
				letters = append(letters, r)
			}
		}
	}
	return letters
}

// byteOf returns the byte that r stands for, 0 where it stands for none.
func (p *codePage) byteOf(r rune) byte {
	if r < rolesEnd {
		return p.encode[r]
	}
	return p.beyond[r]
}

// isLead reports whether b begins a character of UTF-8 beyond ASCII.
func isLead(b byte) bool { return b >= 0xC2 && b <= 0xF4 }

// A pageSet has a bit for each page.
type pageSet uint32

// A roleTable says in which pages characters stand for the bytes that begin a
// character of UTF-8 and those that go on with it.
type roleTable struct {
	begin, goOn [rolesEnd]pageSet
	short       [rolesEnd]pageSet // begins one of which two bytes are enough
}

// rolesEnd lies behind the characters of the pages, save for a few in private
// use and ligatures.
const rolesEnd = 0x2C00

var roles = sync.OnceValue(func() *roleTable {
	t := new(roleTable)
	for i, p := range codePages() {
		for r, b := range p.encode {
			switch {
			case b < 0x80:
			case b < 0xC0:
				t.goOn[r] |= 1 << i
			case isLead(b):
				t.begin[r] |= 1 << i
				if b == markLead || utf8Length(b) == 2 {
					t.short[r] |= 1 << i
				}
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

// startsShort returns the pages in which two bytes of the character that r begins
// are enough: it has no more, or may be a mark that lost its last.
func (t *roleTable) startsShort(r rune) pageSet {
	if int(r) < len(t.short) {
		return t.short[r]
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

// A sequence is characters of a text that stand for the bytes of one character
// of UTF-8.
type sequence struct {
	size int  // of the characters in the text
	char rune // the character; 0: nothing
	loss int  // how much was lost on the way: what the guess costs
}

// appendTo appends the character to dst.
func (q sequence) appendTo(dst []byte) []byte {
	if q.char == 0 {
		return dst
	}
	return utf8.AppendRune(dst, q.char)
}

// exact returns the sequence that s begins with; size 0 is none.
func (p *codePage) exact(s string) sequence {
	r, n := utf8.DecodeRuneInString(s)
	b := p.byteOf(r)
	if !isLead(b) {
		return sequence{}
	}
	bytes := [utf8.UTFMax]byte{b}
	need := utf8Length(b)
	for i := 1; i < need; i++ {
		r, m := utf8.DecodeRuneInString(s[n:])
		if b = p.byteOf(r); b&0xC0 != 0x80 {
			return sequence{}
		}
		bytes[i] = b
		n += m
	}
	if bytes[0] == 0xED && bytes[1] >= 0xA0 {
		return p.surrogates(s, bytes, n)
	}
	char, length := utf8.DecodeRune(bytes[:need])
	if length != need {
		return sequence{}
	}
	return sequence{size: n, char: char}
}

// utf8Length returns the length of the character that b begins.
func utf8Length(b byte) int {
	switch {
	case b >= 0xF0:
		return 4
	case b >= 0xE0:
		return 3
	}
	return 2
}

// surrogates joins two halves of UTF-16 that were each encoded as UTF-8, the
// first of which are bytes.
func (p *codePage) surrogates(s string, bytes [utf8.UTFMax]byte, n int) sequence {
	var low [3]byte
	m := n
	for i := range low {
		r, size := utf8.DecodeRuneInString(s[m:])
		b := p.byteOf(r)
		if b == 0 {
			return sequence{}
		}
		low[i] = b
		m += size
	}
	if bytes[1] >= 0xB0 || low[0] != 0xED || low[1] < 0xB0 || low[1] > 0xBF || low[2]&0xC0 != 0x80 {
		return sequence{}
	}
	r := 0x10000 + (rune(bytes[1]&0x0F)<<6|rune(bytes[2]&0x3F))<<10 + (rune(low[1]&0x0F)<<6 | rune(low[2]&0x3F))
	return sequence{size: m, char: r}
}

// candidatePages returns the pages in which text could have a sequence. Only in
// those that are known may it be but the first byte.
func candidatePages(text string, known pageSet) pageSet {
	t := roles()
	var pages, begun, half pageSet // half: in which two of three bytes or more are there
	var last rune
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			pages |= begun & known
			begun, half = 0, 0
			i += asciiPrefix(text[i:])
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		goOn := t.continues(r)
		pages |= begun&known | half&goOn
		begun &= goOn
		short := t.startsShort(last)
		pages |= begun & short
		half = begun &^ short
		begun, last = t.starts(r), r
	}
	return pages | begun&known
}
