package quote

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/newstext/internal/phrase"
)

// A wordKind is what a word begins with.
type wordKind uint8

const (
	lowerWord wordKind = iota
	capital            // a capital letter, or @
	number             // a digit, or the sign of a currency
	sign               // one character of punctuation
	quoted             // a whole quotation
)

// A word is a word, a sign or a quotation of a paragraph.
type word struct {
	start, end int
	kind       wordKind
	char       byte  // of a sign; - for every dash, . for …
	genitive   bool  // ends with 's or s'
	class      class // of words of letters
	quote      int32 // index of the quotation
	cue        cueKind
	cueLen     int16 // words of the cue that begins here
}

// A splitter splits paragraphs into words. Its memory is reused.
type splitter struct {
	text   string
	rules  *cueRuleset
	lexis  *lexicon
	tokens []phrase.Token
	words  []word
}

// narrative appends the words of text[start:end].
func (x *splitter) narrative(start, end int) {
	first := len(x.words)
	for i := start; i < end; {
		c := x.text[i]
		if c <= ' ' {
			i++
			continue
		}
		switch k := wordBytes[c]; {
		case k == letter || k == digit:
			i = x.readWord(i, end)
		case c < utf8.RuneSelf:
			i = x.addSign(i, i+1, c)
		default:
			r, n := utf8.DecodeRuneInString(x.text[i:end])
			switch s := sideOf(r); {
			case s == letter || s == digit:
				i = x.readWord(i, end)
			case s == space:
				i += n
			default:
				i = x.addSign(i, i+n, signByte(r))
			}
		}
	}
	for k := first; k < len(x.words); k++ {
		if w := &x.words[k]; w.class&(cueWord|cueStart) != 0 && (w.kind != capital || x.initial(k)) {
			x.cueAt(k, end)
		}
	}
}

// add appends the word text[start:end] and returns it, to be filled in.
func (x *splitter) add(start, end int) *word {
	n := len(x.words)
	x.words = slices.Grow(x.words, 1)[:n+1]
	w := &x.words[n]
	*w = word{start: start, end: end}
	return w
}

// addSign appends the sign text[start:end] and returns its end.
func (x *splitter) addSign(start, end int, char byte) int {
	w := x.add(start, end)
	w.kind, w.char = sign, char
	return end
}

// wordBytes tells the ASCII characters of words.
var wordBytes = func() (t [256]side) {
	for c := range utf8.RuneSelf {
		if s := asciiSides[c]; s == letter || s == digit {
			t[c] = s
		}
	}
	t['@'], t['$'], t['#'] = letter, digit, digit
	t['&'] = edge
	return t
}()

// signByte returns the byte that stands for the sign r.
func signByte(r rune) byte {
	switch r {
	case '–', '—', '―':
		return '-'
	case '…':
		return '.'
	case '’', '‘':
		return '\''
	}
	return 0xFF
}

// readWord appends the word at start, with hyphens, apostrophes and the full
// stops of abbreviations, and returns where it ends.
func (x *splitter) readWord(start, limit int) int {
	text := x.text[:limit]
	i, dot, genitive := lettersEnd(text, start), 0, false
	for i < limit {
		c := text[i]
		if c <= ' ' || c == ',' {
			break // the usual end
		}
		if wordBytes[c] != edge {
			i++
			continue
		}
		n, glue := 1, c == '\''
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(text[i:])
			n, glue = size, r == '’' || r == '‘'
			if s := sideOf(r); !glue && (s == letter || s == digit) {
				i += n
				continue
			}
		}
		joined := i+n < limit && sideAfter(text[i+n:]) <= digit && sideAfter(text[i+n:]) >= letter
		switch {
		case glue && joined:
			genitive = text[i+n]|0x20 == 's' && (i+n+1 == limit || !letterByte(text[i+n+1]))
			i += n
			continue
		case glue && text[i-1]|0x20 == 's':
			genitive = true
			i += n
		case (c == '-' || c == '&' || c == '.' || c == '/') && joined:
			i++
			continue
		case c == '.' && x.abbreviated(text[start:i]):
			dot = 1
		}
		break
	}
	w := x.add(start, i+dot)
	w.genitive = genitive
	x.classify(w, i-start)
	return w.end
}

// lettersEnd returns the end of the ASCII letters at s[i:]. In the last bytes of s
// it may stop before it.
func lettersEnd(s string, i int) int {
	for i+8 <= len(s) {
		if other := ^letterBytes(load(s[i:])) & highBits; other != 0 {
			return i + bits.TrailingZeros64(other)/8
		}
		i += 8
	}
	return i
}

// abbreviated reports whether a full stop after w belongs to it.
func (x *splitter) abbreviated(w string) bool {
	if i := strings.LastIndexByte(w, '.'); i >= 0 {
		w = w[i+1:]
	}
	r, n := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && (n == len(w) || x.lexis.class(w)&abbreviation != 0)
}

// classify sets the kind and class of w, of whose text n bytes count.
func (x *splitter) classify(w *word, n int) {
	s := x.text[w.start:]
	switch c := s[0]; {
	case c >= 'a' && c <= 'z':
		w.class = x.lexis.classAt(s, n)
	case c >= 'A' && c <= 'Z':
		w.kind, w.class = capital, x.lexis.classAt(s, n)
	case c == '@':
		w.kind = capital
	case wordBytes[c] == digit:
		w.kind = number
	case c >= utf8.RuneSelf:
		r, _ := utf8.DecodeRuneInString(s)
		if unicode.IsUpper(r) {
			w.kind = capital
		} else if sideOf(r) == digit || r == '£' || r == '€' {
			w.kind = number
		}
	}
}

// maxCue is the greatest length of a cue, in bytes.
const maxCue = 64

// cueAt notes the cue that begins at word k. limit is where its text ends.
func (x *splitter) cueAt(k, limit int) {
	w := &x.words[k]
	if w.class&cueStart == 0 {
		s := x.word(k)
		if w.kind == capital {
			s = strings.ToLower(s)
		}
		if rule, ok := x.rules.alone[s]; ok {
			w.cue, w.cueLen = x.rules.kinds[rule], 1
		}
		return
	}
	window := x.text[w.start:limit]
	if len(window) > maxCue {
		window = window[:runeStart(window, maxCue)]
	}
	x.tokens = x.rules.set.Tokens(x.tokens[:0], window)
	rule, n := x.rules.set.Longest(x.tokens, 0)
	if rule < 0 {
		return
	}
	w.cue = x.rules.kinds[rule]
	end := w.start + x.tokens[n-1].End
	for w.cueLen = 1; k+int(w.cueLen) < len(x.words) && x.words[k+int(w.cueLen)].start < end; {
		w.cueLen++
	}
}
