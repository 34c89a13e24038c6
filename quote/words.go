package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/newstext/internal/phrase"

	"example.org/newstext/internal/chunk"
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
	elision    bool  // a sign for sentences that were left out
	class      class // of words of letters; of a name within a sentence what a name can be
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
	starts []int32 // indices of words that a cue of several words may begin with
}

// narrative appends the words of text[start:end].
func (x *splitter) narrative(start, end int) {
	x.starts = x.starts[:0]
	for i := x.plainWords(start, end); i < end; i = x.plainWords(i, end) {
		c := x.text[i]
		switch k := wordBytes[c]; {
		case c <= ' ':
			i++
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
	for _, k := range x.starts {
		x.cueAt(int(k), end)
	}
}

// plainWords appends words as long as they are plain, as most are: of ASCII
// letters, not longer than a wordKey, and ended at once by a space, a sign or the
// stop of a sentence. It returns where they end, the space after them passed over.
func (x *splitter) plainWords(i, end int) int {
	text := x.text
	for i < end && i+plainRoom <= len(text) && letterByte(text[i]) {
		var k wordKey
		if k.first, k.length = firstLetters(chunk.Inner(text, i)); k.length == chunk.Size {
			k = longKey(text[i : i+plainRoom])
		}
		stop := i + int(k.length)
		c := text[stop]
		if stop > end || !ends[c] && (c != '.' || text[i] < 'a' || text[stop+1] > ' ') {
			break
		}
		w := x.add(i, stop)
		l := x.lexis.find(k)
		w.class = l.class
		if text[i] < 'a' {
			x.capitalize(w)
		}
		if w.class&(cueWord|cueStart) != 0 {
			x.cue(w, l)
		}
		i = stop
		if c == ' ' {
			i++
		}
	}
	return i
}

// plainRoom is the least length of a text that plainKey may be asked about.
const plainRoom = keyed + 2

// plainKey returns the key of the ASCII letters that s begins with, as far as a
// key holds them. s has plainRoom bytes or more.
func plainKey(s string) wordKey {
	if first, n := firstLetters(chunk.Load(s)); n < chunk.Size {
		return wordKey{first: first, length: n}
	}
	return longKey(s)
}

// firstLetters returns the ASCII letters that the bytes of w begin with, as in a
// wordKey, and their number.
func firstLetters(w uint64) (first, n uint64) {
	folded, letters := chunk.Letters(w)
	k := chunk.Leading(letters)
	return folded & chunk.First(k), uint64(k)
}

// longKey is plainKey where eight letters or more begin s.
func longKey(s string) wordKey {
	n := chunk.Size + leadingLetters(chunk.Load(s[chunk.Size:]))
	return wordKey{first: foldBytes(chunk.Load(s)), last: foldBytes(chunk.Load(s[n-chunk.Size : n])), length: uint64(n)}
}

// ends tells the ASCII characters with which a word always ends.
var ends = func() (t [256]bool) {
	for c := range utf8.RuneSelf {
		t[c] = wordBytes[c] == edge && !strings.ContainsRune("'-&./", rune(c))
	}
	return t
}()

// capitalize makes w, the last word, a name. Unless it begins a sentence, it has
// only what a name can be.
func (x *splitter) capitalize(w *word) {
	w.kind = capital
	if !x.initial(len(x.words) - 1) {
		w.class &= honorific | roleWord | body | timeWord | male | female | abbreviation | cueNext
	}
}

// cue notes that w, the last word, with lexeme l, is a cue or may begin one.
func (x *splitter) cue(w *word, l *lexeme) {
	if w.class&cueWord != 0 {
		w.cue, w.cueLen = l.cue, 1
	}
	if w.class&cueStart != 0 {
		x.starts = append(x.starts, int32(len(x.words)-1))
	}
}

// add appends the word text[start:end] and returns it, to be filled in. It is as
// it is because a word made elsewhere and copied costs twice as much.
func (x *splitter) add(start, end int) *word {
	n := len(x.words)
	if n == cap(x.words) {
		x.words = append(x.words, word{})
	}
	x.words = x.words[:n+1]
	w := &x.words[n]
	*w = word{}
	w.start, w.end = start, end
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
		n := leadingLetters(chunk.Load(s[i:]))
		i += n
		if n < 8 {
			break
		}
	}
	return i
}

// leadingLetters returns how many of the first bytes of w are ASCII letters.
func leadingLetters(w uint64) int {
	_, letters := chunk.Letters(w)
	return chunk.Leading(letters)
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
	case letterByte(c):
		l := x.lexis.find(keyOf(s, n))
		w.class = l.class
		if c < 'a' {
			x.capitalize(w)
		}
		x.cue(w, l)
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

// cueAt notes the cue of several words that begins at word k, if one does. limit
// is where its text ends.
func (x *splitter) cueAt(k, limit int) {
	w := &x.words[k]
	if w.class&cueOpen == 0 && (k+1 == len(x.words) || x.words[k+1].class&cueNext == 0) {
		return
	}
	text := x.text[w.start:limit]
	if len(text) > maxCue {
		text = text[:runeStart(text, maxCue)]
	}
	x.tokens = x.rules.set.Tokens(x.tokens[:0], text)
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
