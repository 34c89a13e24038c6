package quote

import (
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"example.org/newstext/quote/internal/surprise"
)

// A codePage is a way in which bytes of UTF-8 have been read by mistake: one
// character for each byte.
type codePage struct {
	name   string
	decode [128]rune      // the characters of 0x80 to 0xFF
	encode [rolesEnd]byte // the bytes of characters; 0: none
	beyond map[rune]byte  // the same for characters that are no index
	gaps   []byte         // continuation bytes without a character: these get lost
	doubt  int            // how much more evidence it takes than the usual page
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
	return p
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
type pageSet uint16

// A roleTable says in which pages characters stand for the bytes that begin a
// character of UTF-8 and those that go on with it.
type roleTable struct {
	begin, goOn [rolesEnd]pageSet
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

// What a loss costs, by its kind.
const (
	lossReplaced = 3 * surprise.Unit       // a byte became U+FFFD
	lossDropped  = 4 * surprise.Unit       // or vanished, as bytes without a character do
	lossBlank    = 15 * surprise.Unit / 10 // a no-break space became a space
	lossAny      = 9 * surprise.Unit       // a byte vanished that should not have
)

// lossy appends to all the sequences that s can begin with if one byte of it is
// lost.
func (p *codePage) lossy(all []sequence, s string) []sequence {
	r, n := utf8.DecodeRuneInString(s)
	b := p.byteOf(r)
	if !isLead(b) {
		return all
	}
	bytes := [utf8.UTFMax]byte{b}
	need := utf8Length(b)
	have, hole, blank := 1, 0, false
	for have < need {
		r, m := utf8.DecodeRuneInString(s[n:])
		c := p.byteOf(r)
		switch {
		case c&0xC0 == 0x80:
		case r == ' ' && !blank:
			if hole == 0 {
				all = p.dropped(all, bytes[:have], need, n)
			}
			c, blank = 0xA0, true
		case r == utf8.RuneError && m == 3 && hole == 0:
			c, hole = 0, have
		case blank || hole > 0:
			return all
		default:
			return p.dropped(all, bytes[:have], need, n)
		}
		bytes[have] = c
		have++
		n += m
	}
	char, length := utf8.DecodeRune(bytes[:need])
	switch {
	case hole > 0:
		gaps := p.gaps
		if len(gaps) == 0 {
			gaps = commonGaps
		}
		all = fill(all, bytes[:need], hole, gaps, sequence{size: n, loss: lossReplaced})
	case !blank || length != need:
	case need == 2:
		all = append(all, spaced(char, s, n))
	default:
		all = append(all, sequence{size: n, char: char, loss: lossBlank})
	}
	return all
}

// dropped adds the sequences of bytes with one more that is missing.
func (p *codePage) dropped(all []sequence, bytes []byte, need, n int) []sequence {
	if len(bytes)+1 != need || len(p.gaps) == 0 {
		return all
	}
	var whole [utf8.UTFMax]byte
	for at := 1; at < need; at++ {
		copy(whole[:], bytes[:at])
		copy(whole[at+1:], bytes[at:])
		all = fill(all, whole[:need], at, p.gaps, sequence{size: n, loss: lossDropped})
	}
	if string(bytes) == "\xE2\x80" {
		for _, mark := range [...]rune{'‘', '’', '“', '–', '—', '…'} {
			all = append(all, sequence{size: n, char: mark, loss: lossAny})
		}
	}
	return all
}

// fill adds q with the characters that bytes can be with one of gaps at hole.
func fill(all []sequence, bytes []byte, hole int, gaps []byte, q sequence) []sequence {
	for _, b := range gaps {
		bytes[hole] = b
		if char, length := utf8.DecodeRune(bytes); length == len(bytes) {
			q.char = char
			all = append(all, q)
		}
	}
	return all
}

// spaced returns the sequence of a first byte and a space, of which a no-break
// space would make char. The space of "Ã " is half of à and most often the gap
// after it too; that of "Â " is the gap.
func spaced(char rune, s string, n int) sequence {
	switch {
	case char == '\u00A0':
		return sequence{size: n - 1, loss: lossBlank}
	case char == 'à' && !continuesPortuguese(s[n:]) && !strings.HasPrefix(s[n:], " "):
		n--
	}
	return sequence{size: n, char: char, loss: lossBlank}
}

// continuesPortuguese reports whether s goes on with the rest of "às", "àquele"
// or "àquilo".
func continuesPortuguese(s string) bool {
	return strings.HasPrefix(s, "s ") || strings.HasPrefix(s, "quel") || strings.HasPrefix(s, "quil")
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
