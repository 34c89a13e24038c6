package body

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/newstext/clean/internal/letter"
)

// A shape is what one look at a line's text gives.
type shape struct {
	words    int // white space parts them; two letters of a script without spaces count as one
	letters  int
	upper    int // words of four letters and more that begin with a capital
	long     int // words of four letters and more
	short    int // words of one to three small letters: the, of, und, de
	digits   int // words that begin with a digit
	commas   int
	stops    int // sentence ends inside
	quotes   int
	hash     uint64
	end      ending
	start    beginning
	allUpper bool
	bar      bool // | » › • ·
	at       bool // @, http or www
	copyr    bool
	byStart  bool
}

type ending uint8

const (
	endsOther    ending = iota // with a letter or digit
	endsSentence               // . ! or a stop of another script, closing marks after it or not
	endsQuestion
	endsColon
	endsComma
	endsEllipsis
	endsClose   // with a closing mark without a stop
	endingCount = iota
)

type beginning uint8

const (
	startsOther beginning = iota
	startsUpper
	startsLower
	startsDigit
	startsQuote
	beginningCount = iota
)

// A counter reads a line's text word by word.
type counter struct {
	shape
	kinds *letter.Table
	word  struct {
		letters             int
		upper, lower, digit bool // begins with a capital; has small letters only; begins with a digit
	}
	caps, small, wide int
	stop              bool // the text so far ends a sentence
}

const (
	hashStart = 14695981039346656037
	hashPrime = 1099511628211
)

// look reads a line once.
func look(s string) shape {
	c := counter{kinds: letter.Kinds()}
	c.hash = hashStart
	c.word.lower = true
	for i := 0; i < len(s); {
		switch b := s[i]; {
		case 'a' <= b && b <= 'z':
			i = c.letters(s, i)
			continue
		case b < utf8.RuneSelf:
			c.ascii(b)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		c.rune(r)
		i += n
	}
	c.endWord()
	f := c.shape
	f.words += (c.wide + 1) / 2
	f.letters = c.caps + c.small
	f.allUpper = c.caps >= 3 && c.small == 0
	f.end, f.start = endOf(s), startOf(s)
	f.at = f.at || strings.Contains(s, "http") || strings.Contains(s, "www.")
	f.byStart = len(s) > 3 && s[0]|0x20 == 'b' && s[1]|0x20 == 'y' && (s[2] == ' ' || s[2] == ':')
	return f
}

// endWord counts the word that is read.
func (c *counter) endWord() {
	w := &c.word
	if w.letters == 0 {
		return
	}
	c.words++
	switch {
	case w.digit:
		c.digits++
	case w.letters >= 4:
		c.long++
		if w.upper {
			c.upper++
		}
	case w.lower:
		c.short++
	}
	w.letters, w.upper, w.lower, w.digit = 0, false, true, false
}

func (c *counter) capital() {
	c.word.upper = c.word.upper || c.word.letters == 0
	c.word.lower = false
	c.word.letters++
	c.caps++
}

// mix adds a letter to the line's hash.
func (c *counter) mix(r rune) { c.hash = (c.hash ^ uint64(r)) * hashPrime }

// letters counts the small ASCII letters that stand at i, and returns their end.
func (c *counter) letters(s string, i int) int {
	start, h := i, c.hash
	for ; i < len(s) && 'a' <= s[i] && s[i] <= 'z'; i++ {
		h = (h ^ uint64(s[i])) * hashPrime
	}
	c.hash, c.stop = h, false
	c.word.letters += i - start
	c.small += i - start
	return i
}

// ascii counts any other ASCII character.
func (c *counter) ascii(b byte) {
	switch {
	case 'A' <= b && b <= 'Z':
		c.capital()
		c.mix(rune(b | 0x20))
	case '0' <= b && b <= '9':
		c.word.digit = c.word.digit || c.word.letters == 0
		c.word.lower = false
		c.word.letters++
		c.mix('0')
	case b == ' ' || b == '\t':
		if c.stop && c.word.letters == 0 {
			c.stops++
		}
		c.endWord()
	case b == ',':
		c.commas++
	case b == '"':
		c.quotes++
	case b == '|':
		c.bar = true
	case b == '@':
		c.at = true
	case b == '-' || b == '/':
		c.endWord()
	}
	c.stop = b == '.' || b == '!' || b == '?' || c.stop && (b == '"' || b == '\'' || b == ')')
	if c.stop {
		c.endWord()
	}
}

func (c *counter) rune(r rune) {
	c.mix(r)
	switch k := c.kinds.Of(r); {
	case r >= 0x2E80 && unicode.Is(unicode.Han, r), r >= 0x3040 && r <= 0x30FF, r >= 0x0E00 && r <= 0x0EFF:
		c.endWord()
		c.wide++
		c.small++
	case k == letter.Upper:
		c.capital()
	case k == letter.Lower:
		c.word.letters++
		c.small++
	case r == '“' || r == '”' || r == '„' || r == '«' || r == '»' || r == '「':
		c.quotes++
		c.bar = c.bar || r == '»'
	case r == '›' || r == '•' || r == '·' || r == '→':
		c.bar = true
	case r == '©':
		c.copyr = true
	case r == '。':
		c.stops++
		c.endWord()
	case r == '、' || r == '，':
		c.commas++
		c.endWord()
	case r == '—' || r == '–':
		c.endWord()
	}
	c.stop = c.stop && (r == '”' || r == '’' || r == '»')
}

func endOf(s string) ending {
	closed := false
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case '"', '\'', '”', '’', '»', '›', ')', ']', '」', '“':
			closed = true
			s = s[:len(s)-n]
			continue
		case '.':
			if strings.HasSuffix(s, "...") {
				return endsEllipsis
			}
			return endsSentence
		case '!', '。', '！', '।', '؟':
			return endsSentence
		case '?', '？':
			return endsQuestion
		case '…':
			return endsEllipsis
		case ':', '：':
			return endsColon
		case ',', ';', '–', '—', '-':
			return endsComma
		}
		break
	}
	if closed {
		return endsClose
	}
	return endsOther
}

func startOf(s string) beginning {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case r == '"' || r == '“' || r == '„' || r == '«' || r == '‘' || r == '\'' || r == '»' || r == '「':
		return startsQuote
	case '0' <= r && r <= '9':
		return startsDigit
	case unicode.IsUpper(r):
		return startsUpper
	case unicode.IsLower(r):
		return startsLower
	}
	return startsOther
}
