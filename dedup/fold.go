package dedup

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Fold says what counts as the same word.
type Fold uint8

const (
	// Full takes for the same word what a reader takes for it: case,
	// punctuation, quote styles, accents on Latin letters, ligatures and
	// full-width forms do not count, U.S. is US and 1,000 is 1000; ß is ss, as
	// in capitals and in Switzerland, though Maße are not Masse; characters
	// that nobody sees are passed over, and look-alike letters of another
	// script count as Latin inside a word that is Latin otherwise. Words
	// wholly of another script stay what they are, and so do numbers.
	Full Fold = iota

	// Case takes as words the longest runs of letters, digits and low lines
	// and folds their case, nothing else.
	Case
)

// A word is one word of a text: what it counts as, and where it stands.
type word struct {
	hash       uint64
	start, end int
}

// words appends the words of text in order. Time is linear in the text.
func (f Fold) words(dst []word, text string) []word {
	in := scanner{text: text, fold: f}
	for w, ok := in.next(); ok; w, ok = in.next() {
		dst = append(dst, w)
	}
	return dst
}

// A scanner reads a text word by word.
type scanner struct {
	text string
	fold Fold
	pos  int
}

// next returns the next word; false at the end of the text.
func (s *scanner) next() (word, bool) {
	text := s.text
	for i := s.pos; i < len(text); {
		switch class := classes[text[i]]; class {
		case letter, digit:
			w := s.wordAt(i)
			s.pos = w.end
			return w, true
		case lowLine:
			if s.fold == Case {
				w := s.wordAt(i)
				s.pos = w.end
				return w, true
			}
			i++
		case high:
			r, size := utf8.DecodeRuneInString(text[i:])
			if begins(r) || s.fold == Case && (unicode.IsLetter(r) || unicode.IsNumber(r)) {
				w := s.wordAt(i)
				s.pos = w.end
				return w, true
			}
			i += size
		default:
			i++
		}
	}
	s.pos = len(text)
	return word{}, false
}

// wordAt reads the word that starts at start: fast while it is ASCII, from
// its start again where it is not.
func (s *scanner) wordAt(start int) word {
	text, h := s.text, uint64(hashSeed)
	i := start
	for ; i < len(text); i++ {
		c := text[i]
		switch classes[c] {
		case letter:
			h = (h ^ uint64(c|0x20)) * hashPrime
		case digit:
			h = (h ^ uint64(c)) * hashPrime
		case high:
			if s.fold == Case {
				return caseWord(text, start)
			}
			return fullWord(text, start)
		case lowLine:
			if s.fold != Case {
				return word{mix(h), start, i}
			}
			h = (h ^ uint64(c)) * hashPrime
		case other:
			return word{mix(h), start, i}
		default:
			if s.fold == Case {
				return word{mix(h), start, i}
			}
			switch joins(text, start, i) {
			case cut:
				return word{mix(h), start, i}
			case keep:
				h = (h ^ uint64(c)) * hashPrime
			}
		}
	}
	return word{mix(h), start, i}
}

// The hash of a word is FNV-1a over its folded bytes, mixed. It is part of the
// format of stored sketches.
const (
	hashSeed  = 0xcbf29ce484222325
	hashPrime = 0x100000001b3
)

func hashRune(h uint64, r rune) uint64 {
	if r < utf8.RuneSelf {
		return (h ^ uint64(r)) * hashPrime
	}
	var b [utf8.UTFMax]byte
	for _, c := range b[:utf8.EncodeRune(b[:], r)] {
		h = (h ^ uint64(c)) * hashPrime
	}
	return h
}

// Classes of bytes.
const (
	other = iota
	letter
	digit
	lowLine
	joiner // apostrophe, point, comma: may stand inside a word
	high   // part of a character beyond ASCII
)

var classes = func() (table [256]uint8) {
	for c := range table {
		switch {
		case 'a' <= c|0x20 && c|0x20 <= 'z' && c < utf8.RuneSelf:
			table[c] = letter
		case '0' <= c && c <= '9':
			table[c] = digit
		case c == '_':
			table[c] = lowLine
		case c == '\'' || c == '.' || c == ',' || c == '`':
			table[c] = joiner
		case c >= utf8.RuneSelf:
			table[c] = high
		}
	}
	return table
}()

func classAt(text string, i int) uint8 {
	if i < 0 || i >= len(text) {
		return other
	}
	return classes[text[i]]
}

// caseWord reads the word at start under Case.
func caseWord(text string, start int) word {
	h := uint64(hashSeed)
	for i, r := range text[start:] {
		if r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r) {
			return word{mix(h), start, start + i}
		}
		h = hashRune(h, unicode.ToLower(r))
	}
	return word{mix(h), start, len(text)}
}

// fullWord reads the word at start under Full. It hashes the word twice, as it
// stands and with its look-alikes taken for Latin, and tells at the end which
// of the two it is.
func fullWord(text string, start int) word {
	v := verdict{plain: hashSeed, latin: hashSeed}
	end := start
	for i := start; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r < utf8.RuneSelf:
			switch class := classes[r]; class {
			case letter, digit:
				v.ascii(byte(r), class)
			case joiner:
				switch joins(text, start, i) {
				case cut:
					return v.word(start, end)
				case keep:
					v.ascii(byte(r), class)
				}
			default:
				return v.word(start, end)
			}
			end = i + size
		case ideographic(r):
			if i > start {
				return v.word(start, end)
			}
			v.add(r)
			return v.word(start, i+size)
		case unicode.IsLetter(r) && begins(r):
			if p := norm.NFKD.PropertiesString(text[i:]).Decomposition(); p != nil {
				for _, d := range string(p) {
					v.add(d)
				}
			} else {
				v.add(r)
			}
			end = i + size
		case unicode.IsNumber(r) || unicode.Is(unicode.M, r) && !invisible(r):
			v.add(width(r))
			end = i + size
		case apostrophe(r):
			if !startsWord(text, visible(text, i+size)) {
				return v.word(start, end)
			}
		case !invisible(r):
			return v.word(start, end)
		}
		i += size
	}
	return v.word(start, end)
}

// A verdict is a word read so far.
type verdict struct {
	plain, latin uint64
	isLatin      bool // a Latin letter was seen
	foreign      bool // a letter was seen that no Latin one looks like
	base         bool // the last letter was Latin: marks on it do not count
}

func (v *verdict) ascii(c byte, class uint8) {
	if class == letter {
		c |= 0x20
		v.isLatin, v.base = true, true
	}
	v.plain = (v.plain ^ uint64(c)) * hashPrime
	v.latin = (v.latin ^ uint64(c)) * hashPrime
}

func (v *verdict) add(r rune) {
	switch r {
	case 'ς':
		r = 'σ' // as in capitals, which have no form of their own for the end of a word
	case 'ß', 'ẞ':
		v.ascii('s', letter)
		r = 's'
	}
	switch twin := lookalike(r); {
	case r < utf8.RuneSelf:
		v.ascii(byte(r), classes[r])
	case unicode.Is(unicode.M, r):
		if !v.base {
			v.plain = hashRune(v.plain, r)
		}
	case twin != 0:
		v.base = unicode.Is(unicode.Latin, r)
		if v.base {
			v.plain = hashRune(v.plain, rune(twin))
		} else {
			v.plain = hashRune(v.plain, unicode.ToLower(r))
		}
		v.latin = hashRune(v.latin, rune(twin))
	default:
		v.base = unicode.Is(unicode.Latin, r)
		v.isLatin = v.isLatin || v.base
		v.foreign = v.foreign || !v.base && unicode.IsLetter(r)
		v.plain = hashRune(v.plain, unicode.ToLower(r))
		v.latin = hashRune(v.latin, unicode.ToLower(r))
	}
}

func (v *verdict) word(start, end int) word {
	if v.isLatin && !v.foreign {
		return word{mix(v.latin), start, end}
	}
	return word{mix(v.plain), start, end}
}

// ideographic reports whether r is written without spaces between words, so
// that each character counts as a word.
func ideographic(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// invisible reports whether r leaves no mark on the page.
func invisible(r rune) bool {
	switch {
	case filler(r), r == 0x034f, r == 0x17b4, r == 0x17b5,
		0x180b <= r && r <= 0x180f, 0xfe00 <= r && r <= 0xfe0f, 0xe0100 <= r && r <= 0xe01ef:
		return true
	}
	return unicode.Is(unicode.Cf, r)
}

// filler reports whether r is one of the Hangul letters that leave no mark.
func filler(r rune) bool {
	switch r {
	case 0x115f, 0x1160, 0x3164, 0xffa0:
		return true
	}
	return false
}

// apostrophe reports whether r is written for an apostrophe.
func apostrophe(r rune) bool {
	switch r {
	case 0x2018, 0x2019, 0x201b, 0x2032, 0x02bb, 0x02bc, 0x00b4, 0xff07:
		return true
	}
	return false
}

// width returns the ordinary form of a full-width or mathematical digit.
func width(r rune) rune {
	switch {
	case 0xff10 <= r && r <= 0xff19:
		return r - 0xff10 + '0'
	case 0x1d7ce <= r && r <= 0x1d7ff:
		return (r-0x1d7ce)%10 + '0'
	}
	return r
}
