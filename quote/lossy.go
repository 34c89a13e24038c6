package quote

import (
	"strings"
	"unicode/utf8"

	"example.org/newstext/quote/internal/surprise"
)

// What a loss costs, by its kind.
const (
	lossReplaced = 3 * surprise.Unit       // a byte became U+FFFD
	lossDropped  = 4 * surprise.Unit       // or vanished, as bytes without a character do
	lossBlank    = 15 * surprise.Unit / 10 // a no-break space became a space
	lossAny      = 9 * surprise.Unit       // a byte vanished that should not have
	lossNever    = 25 * surprise.Unit      // a no-break space became a space where others did not
	lossUnproven = 15 * surprise.Unit      // or where other bytes vanished
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

// dropped adds the sequences of bytes with one more that is missing, or two where
// but the first of three is left.
func (p *codePage) dropped(all []sequence, bytes []byte, need, n int) []sequence {
	if len(bytes) == 1 && need == 3 && bytes[0] > markLead {
		for _, r := range p.rests()[bytes[0]&0xF] {
			all = append(all, sequence{size: n, char: r, loss: 2 * lossDropped})
		}
		return all
	}
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

// Between these lie characters that news hardly has: enclosed ones, squared words
// and rare ideographs. None is guessed.
const (
	rareFirst = 0x3100
	rareEnd   = 0x4E00
)

// fill adds q with the characters that bytes can be with one of gaps at hole.
func fill(all []sequence, bytes []byte, hole int, gaps []byte, q sequence) []sequence {
	for _, b := range gaps {
		bytes[hole] = b
		char, length := utf8.DecodeRune(bytes)
		if length == len(bytes) && (char < rareFirst || char >= rareEnd) {
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

// markLead is the first byte of all marks.
const markLead = 0xE2

// isMark reports whether s is one of the quote marks, dashes and dots of news.
func isMark(r rune) bool {
	switch r {
	case '‘', '’', '“', '”', '–', '—', '…':
		return true
	}
	return false
}
