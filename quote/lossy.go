package quote

import (
	"slices"
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
	var whole [utf8.UTFMax]byte
	if len(bytes) == 1 && need == 3 && bytes[0] > markLead {
		from := len(all)
		whole[0] = bytes[0]
		for _, whole[1] = range p.gaps {
			all = fill(all, whole[:need], 2, p.gaps, sequence{size: n, loss: 2 * lossDropped})
		}
		used := slices.DeleteFunc(all[from:], func(q sequence) bool { return !surprise.InUse(q.char) })
		return all[:from+len(used)]
	}
	if len(bytes)+1 != need || len(p.gaps) == 0 {
		return all
	}
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
