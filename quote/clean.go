package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// tidy appends the edits of Clean: first what single characters ask for, then
// composition, since a letter and its accent may meet only when what stood
// between them is gone.
func tidy(dst []Edit, text string, stops []int32, base int) []Edit {
	n := len(dst)
	dst, composed := tidyRunes(dst, text, stops, true)
	if composed {
		move(dst[n:], base)
		return dst
	}
	dst = dst[:n]
	stops = nil
	for len(text) > 0 {
		end, _ := paragraphEnd(text, 0, true)
		stops = sift(stops[:0], text[:end])
		dst = tidyMarks(dst, text[:end], stops, base)
		text = text[end:]
		base += end
	}
	return dst
}

// tidyMarks is tidy for a paragraph with marks to compose.
func tidyMarks(dst []Edit, paragraph string, stops []int32, base int) []Edit {
	n := len(dst)
	dst, _ = tidyRunes(dst, paragraph, stops, false)
	if edits := dst[n:]; len(edits) == 0 {
		dst = composeMarks(dst, paragraph)
	} else {
		middle := replaced(paragraph, edits, 0)
		if second := composeMarks(nil, middle); len(second) > 0 {
			dst = append(dst[:n], compose(edits, second, middle)...)
		}
	}
	move(dst[n:], base)
	return dst
}

// move moves edits that count from a place at base.
func move(edits []Edit, base int) {
	for i := range edits {
		edits[i].Start += base
		edits[i].End += base
	}
}

// tidyRunes appends the edits of single characters. It reports whether all that
// stays is known to be composed; if untilMark, it goes no further than that.
func tidyRunes(dst []Edit, s string, stops []int32, untilMark bool) (edits []Edit, composed bool) {
	c := cursor{s, stops}
	composed = true
	before := rune('\n') // the last character that stays and is no mark on another
	end := 0
	for i := c.from(0); i < len(s); i = c.from(end) {
		if i > end {
			before = rune(s[i-1])
		}
		if isPunctuation(s, i) {
			before = '…'
			end = i + len("…")
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if composed && r >= utf8.RuneSelf && !mayBeUntidy(r, s[i:i+n]) {
			before = r
			end = i + n
			continue
		}
		if r == '\r' && strings.HasPrefix(s[i:], "\r\n") {
			n = 2
		}
		end = i + n
		after, _ := utf8.DecodeRuneInString(s[end:])
		text, rule := tidyRune(r, before, after)
		switch {
		case rule != "" && !(text == "" && splits(s, end)):
			dst = append(dst, Edit{i, end, text, rule})
			if text != "" {
				before, _ = utf8.DecodeLastRuneInString(text)
			}
		case r < 0x300:
			before = r
		case untilMark:
			return dst, false
		default:
			composed = false
			if !unicode.IsMark(r) {
				before = r
			}
		}
	}
	return dst, composed
}

// isPunctuation reports whether one of the dashes, marks and dots from U+2010 to
// U+2027 stands at s[i], which is what most of English beyond ASCII is.
func isPunctuation(s string, i int) bool {
	return s[i] == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2]-0x90 < 0x18
}

// splits reports whether half a character begins at i: without what stands before
// it, it could become the end of another half.
func splits(s string, i int) bool { return i < len(s) && !utf8.RuneStart(s[i]) }

// tidyRune returns what r becomes between its neighbours and the rule that asks
// for it; no rule where it stays.
func tidyRune(r, before, after rune) (text, rule string) {
	switch {
	case r == '\r', r == 0x85, r == 0x2028, r == 0x2029:
		return "\n", "line-end"
	case r < ' ' && r != '\n' && r != '\t', r == 0x7F, r >= 0x80 && r < 0xA0:
		return "", "control"
	case r < 0xA0:
		return "", ""
	case r == 0xA0, r == 0x1680, r >= 0x2000 && r <= 0x200A, r == 0x202F, r == 0x205F, r == 0x3000:
		return " ", "space"
	case r == 0xAD:
		return "", "soft-hyphen"
	case r == 0x200E, r == 0x200F, r == 0x061C, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return "", "direction"
	case r == 0x200C || r == 0x200D:
		if usesJoiners(before) || r == 0x200D && isPictograph(before) && isPictograph(after) {
			return "", ""
		}
		return "", "invisible"
	case r == 0x200B, r >= 0x2060 && r <= 0x2065, r >= 0x206A && r <= 0x206F, r == 0xFEFF, r == 0x034F, r == 0x180E,
		r == 0x3164, r == 0xFFA0, r >= 0xFFF9 && r <= 0xFFFC:
		return "", "invisible"
	case r >= 0xE0000 && r < 0xE0080:
		// The flags of England, Scotland and Wales are spelled with these.
		if before == 0x1F3F4 || before >= 0xE0000 && before < 0xE0080 {
			return "", ""
		}
		return "", "invisible"
	case r >= 0xFB00 && r <= 0xFB06:
		return [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}[r-0xFB00], "ligature"
	case r >= 0xFF01 && r <= 0xFF5E:
		narrow := r - 0xFF01 + '!'
		if isDigit(narrow) || isASCIILetter(byte(narrow)) || !isEastAsian(before) && !isEastAsian(after) {
			return string(narrow), "full-width"
		}
	}
	return "", ""
}

// usesJoiners reports whether r is of a script in which a joiner or non-joiner
// after it changes what is read: Arabic, Syriac, Mongolian and those of India.
func usesJoiners(r rune) bool {
	return (r >= 0x600 && r < 0x1100 || r >= 0x1780 && r < 0x1900 || r >= 0xA800 && r < 0xAC00 ||
		r >= 0xFB50 && r < 0xFE00 || r > 0xFE2F && r < 0xFEFF || r >= 0x10A00 && r < 0x12000) && unicode.IsLetter(r)
}

// isPictograph reports whether r can be part of an emoji sequence.
func isPictograph(r rune) bool {
	return r >= 0x1F000 && r < 0x1FB00 || r >= 0x2190 && r < 0x2C00 || r == 0xFE0F
}

// isEastAsian reports whether full-width punctuation beside r is the usual one.
func isEastAsian(r rune) bool {
	return r >= 0x2E80 && r < 0xA000 || r >= 0xAC00 && r < 0xD7B0 || r >= 0xF900 && r < 0xFB00 ||
		r >= 0xFF00 && r < 0xFFF0 && !fullWidthWord(r) || r >= 0x20000 && r < 0x40000
}

// fullWidthWord reports whether r is a full-width Latin letter or digit.
func fullWidthWord(r rune) bool {
	r = r - 0xFF01 + '!'
	return isDigit(r) || r < 0x80 && isASCIILetter(byte(r))
}

// marksMax is the length of the longest letter that is composed, in characters
// when it is decomposed. Nobody writes longer ones; norm would put joiners into
// them.
const marksMax = 30

// composeMarks appends the edits that bring s to normal form C.
func composeMarks(dst []Edit, s string) []Edit {
	if norm.NFC.IsNormalString(s) {
		return dst
	}
	for i := 0; i < len(s); {
		if n := asciiPrefix(s[i:]); n > 0 {
			i += n - 1 // the last can have a mark
		}
		end, count := i, 0
		for end < len(s) {
			n, parts, starts := nextRune(s[end:])
			if starts && end > i {
				break
			}
			end += n
			count += parts
		}
		if letter := s[i:end]; count <= marksMax && !norm.NFC.IsNormalString(letter) {
			if composed := norm.NFC.String(letter); composed != letter {
				dst = append(dst, Edit{i, end, composed, "composition"})
			}
		}
		i = end
	}
	return dst
}

// nextRune returns the length of the first character of s, how many it is when it
// is decomposed, and whether nothing before it can be composed with it.
func nextRune(s string) (size, parts int, starts bool) {
	if s[0] < utf8.RuneSelf {
		return 1, 1, true
	}
	if r, n := utf8.DecodeRuneInString(s); r == utf8.RuneError {
		return n, 1, true
	}
	p := norm.NFC.PropertiesString(s)
	return p.Size(), max(1, utf8.RuneCount(p.Decomposition())), p.BoundaryBefore()
}

// firstUntidy returns the index of the first byte of s that Clean may change.
func firstUntidy(s string) int {
	for i := 0; i < len(s); {
		i += plainPrefix(s[i:])
		if i == len(s) {
			break
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r < 0x80 || mayBeUntidy(r, s[i:i+n]) {
			return i
		}
		i += n
	}
	return len(s)
}

// mayBeUntidy reports whether Clean may change r, which is not ASCII.
func mayBeUntidy(r rune, s string) bool {
	switch {
	case r < 0x300:
		return r <= 0xA0 || r == 0xAD
	case r >= 0x400 && r < 0x483, r >= 0x48A && r < 0x530, r >= 0x2010 && r < 0x2028, r >= 0x3041 && r < 0x3099, r >= 0x30A1 && r < 0xA000, r >= 0xAC00 && r < 0xD7A4:
		return r == 0x3164
	case r == utf8.RuneError:
		return false
	}
	if text, rule := tidyRune(r, ' ', ' '); rule != "" || text != "" {
		return true
	}
	return !norm.NFC.PropertiesString(s).BoundaryBefore() || !norm.NFC.IsNormalString(s)
}
