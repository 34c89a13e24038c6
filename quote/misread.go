package quote

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"example.org/newstext/quote/internal/surprise"
)

// A misreading is text written in one page of eight bits and read in another.
type misreading struct {
	apostrophe    standIn // what stands for ’
	open, close   standIn // what stand for “ and ”
	written, read *charmap.Charmap
}

// misreadings returns those that English news has been seen in: donÕt, donít and
// donÆt for don’t.
var misreadings = sync.OnceValue(func() []misreading {
	all := []misreading{
		{written: charmap.Macintosh, read: charmap.Windows1252},
		{written: charmap.Windows1252, read: charmap.Macintosh},
		{written: charmap.Windows1252, read: charmap.CodePage850},
	}
	for i := range all {
		m := &all[i]
		m.apostrophe, m.open, m.close = m.standIn('’'), m.standIn('“'), m.standIn('”')
	}
	return all
})

// standIn returns what stands for mark.
func (m misreading) standIn(mark rune) standIn {
	b, _ := m.written.EncodeRune(mark)
	return standIn(m.read.DecodeByte(b))
}

// restorePages undoes misreadings that the contractions of English prove. It
// changes the characters that are likelier as they were written: é in a text where
// only the marks were misread stays.
func (rp *repairer) restorePages(text string) []Edit {
	for i, m := range misreadings() {
		if rp.known.misread&(1<<i) != 0 || m.proven(text) {
			rp.known.misread |= 1 << i
			if edits := m.undo(text); len(edits) > 0 {
				return edits
			}
		}
	}
	return nil
}

// proven reports whether text has a contraction with the apostrophe of m, a
// genitive if that is a capital (words of many languages end in ís), or a quotation
// that begins with a capital and ends after a stop.
func (m misreading) proven(text string) bool {
	r, _ := utf8.DecodeRuneInString(string(m.apostrophe))
	capital := unicode.IsUpper(r)
	genitive := false
	for g, ok := m.apostrophe.next(text, 0); ok; g, ok = m.apostrophe.next(text, g.end) {
		if g.contractsPlainly() {
			return true
		}
		genitive = genitive || capital && unicode.IsLower(g.before) && g.possessive()
	}
	return genitive && (strings.Contains(text, " the ") || strings.Contains(text, " of ")) || m.quotes(text)
}

// quotes reports whether text has a quotation in the marks of m.
func (m misreading) quotes(text string) bool {
	for g, ok := m.open.next(text, 0); ok; g, ok = m.open.next(text, g.end) {
		if !g.opens() || !unicode.IsUpper(g.after) {
			continue
		}
		for g, ok = m.close.next(text, g.end); ok; g, ok = m.close.next(text, g.end) {
			if g.closesClause() {
				return true
			}
		}
		return false
	}
	return false
}

// undo returns the edits that undo m. Of characters that stand together, all were
// misread, or those that are likelier so one by one: é before Ó stays.
func (m misreading) undo(text string) []Edit {
	var edits []Edit
	for start := asciiPrefix(text); start < len(text); start += asciiPrefix(text[start:]) {
		var whole, each []byte
		end := start
		for end < len(text) && text[end] >= utf8.RuneSelf && end-start < maxMisread {
			r, n := utf8.DecodeRuneInString(text[end:])
			was := m.undone(r, text[end:end+n])
			whole = append(whole, was...)
			before, next := surprise.After(text[:end]), firstRune(text[end+n:])
			if cost(before, was, next) < cost(before, text[end:end+n], next) {
				each = append(each, was...)
			} else {
				each = append(each, text[end:end+n]...)
			}
			end += n
		}
		before, next := surprise.After(text[:start]), firstRune(text[end:])
		best := text[start:end]
		least := cost(before, best, next)
		for _, s := range [...]string{string(each), string(whole)} {
			if c := cost(before, s, next); c < least {
				best, least = s, c
			}
		}
		if best != text[start:end] {
			edits = append(edits, Edit{start, end, best, "misread"})
		}
		start = end
	}
	return edits
}

// maxMisread is the most bytes of characters that are looked at together.
const maxMisread = 64

// undone returns what r, which is s in the text, was written as.
func (m misreading) undone(r rune, s string) string {
	if b, ok := m.read.EncodeRune(r); ok && b >= utf8.RuneSelf {
		if was := m.written.DecodeByte(b); was != utf8.RuneError {
			return string(was)
		}
	}
	return s
}

// misreadMark reports whether r may be a mark that was misread, before rest, which is
// not empty: a
// contraction goes on there, or a quotation begins with a capital.
func misreadMark(r rune, rest string) bool {
	switch r {
	case 'Õ', 'Æ':
		return contraction(rest) != ""
	case 'í':
		c := contraction(rest)
		return c != "" && c != "s"
	case 'Ò', 'ì', 'ô':
		return 'A' <= rest[0] && rest[0] <= 'Z'
	}
	return false
}
