package model

import (
	"unicode"
	"unicode/utf8"
)

// A Measure is what one line says of itself, whatever stands around it.
type Measure struct {
	Bytes    int32
	Letters  int32
	Words    int32 // of letters or digits; two ideographs or kana count as a word
	Titled   int32 // words of more than three letters that begin with a capital
	Small    int32 // words of more than three letters that do not
	function int32 // words that bind sentences: the, of, and their like in some languages
	upper    int32 // capital letters
	Digits   int32
	commas   int32
	Stops    int32 // sentence ends before the line's own
	Quotes   int32
	Seps     int32 // bars, middle dots, arrows, slashes between words
	you      int32 // you, your, our, we and their like
	Said     int32

	Ends   ending
	Starts start
	Match  Match
	firstW int32 // its words are page.words[firstW:lastW]
	lastW  int32
	hash   uint32 // of its words; equal lines have equal hashes
	Clock  bool
	Month  bool
	url    bool
}

// An ending is how a line ends.
type ending uint8

const (
	EndOpen     ending = iota // in a letter or digit
	EndSentence               // . ! or a mark that closes after it
	EndQuestion
	EndEllipsis
	EndColon
	EndComma
	EndQuote // a closing quotation mark without a stop
	EndParen
	EndOther
	endings
)

// size sorts a line by its words: a few, some, many.
func (m *Measure) size() uint8 {
	switch {
	case m.Words < 6:
		return 0
	case m.Words < 14:
		return 1
	}
	return 2
}

// Sentence reports whether the line ends as a sentence does.
func (e ending) Sentence() bool { return e == EndSentence || e == EndQuestion }

// A start is how a line begins.
type start uint8

const (
	startUpper start = iota
	StartLower
	startDigit
	startQuote
	StartBullet
	startOther
	starts
)

const (
	cSpace = iota
	cLower
	cUpper
	cDigit
	cApostrophe
	cStop
	cComma
	cQuote
	cSep
	cOther
)

// class has the class of each ASCII character.
var class = func() (class [utf8.RuneSelf]uint8) {
	for i := range class {
		c := byte(i)
		switch {
		case c <= ' ':
			class[i] = cSpace
		case 'a' <= c && c <= 'z':
			class[i] = cLower
		case 'A' <= c && c <= 'Z':
			class[i] = cUpper
		case '0' <= c && c <= '9':
			class[i] = cDigit
		case c == '\'':
			class[i] = cApostrophe
		case c == '.' || c == '!' || c == '?':
			class[i] = cStop
		case c == ',' || c == ';':
			class[i] = cComma
		case c == '"':
			class[i] = cQuote
		case c == '|' || c == '/' || c == '>' || c == '<' || c == '*' || c == '+' || c == '@' || c == '#' || c == '=':
			class[i] = cSep
		default:
			class[i] = cOther
		}
	}
	return class
}()

const (
	hashSeed  = 2166136261
	hashPrime = 16777619
)

// measureLine measures line and appends the hashes of its words to words.
func measureLine(m *Measure, line string, words []uint32) []uint32 {
	*m = Measure{Bytes: int32(len(line)), hash: hashSeed, firstW: int32(len(words))}
	s := scanner{m: m, line: line, words: words, table: lexiconTable(), stop: -1}
	for i := 0; i < len(line); {
		if c := line[i]; c < utf8.RuneSelf {
			switch k := class[c]; k {
			case cSpace:
				i++
			case cLower, cUpper, cDigit:
				i = s.word(i, k)
			default:
				s.mark(rune(c), k, i)
				i++
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(line[i:])
		switch k := classOf(r); {
		case k == cSpace:
			i += size
		case isIdeograph(r):
			s.ideograph(r)
			i += size
		case k <= cDigit:
			i = s.word(i, k)
		default:
			s.mark(r, k, i)
			i += size
		}
	}
	m.lastW = int32(len(s.words))
	m.Ends = endOf(line)
	m.Starts = startOf(line)
	return s.words
}

// wordsKept is how many of a line's words are compared with others'.
const wordsKept = 1 << 15

// A scanner goes over one line.
type scanner struct {
	m          *Measure
	line       string
	words      []uint32
	table      *lexiconTableType
	stop       int // where the last stop stands, if no word came after it
	ideographs int
}

// word counts the word that begins at i, with a character of class k, and
// returns its end. Apostrophes belong to words but not to their hashes.
func (s *scanner) word(i int, k uint8) int {
	m, line := s.m, s.line
	if s.stop >= 0 && i > s.stop+1 && k == cUpper {
		m.Stops++
	}
	s.stop = -1
	w := wordScan{hash: hashSeed, end: i}
	for w.ascii(line) && w.more(line) {
	}
	m.Letters += w.length - w.digits
	m.Digits += w.digits
	m.upper += w.upper
	m.Words++
	if len(s.words)-int(m.firstW) < wordsKept {
		s.words = append(s.words, w.hash)
	}
	m.hash = (m.hash ^ w.hash) * hashPrime
	if w.digits > 0 {
		return w.end
	}
	if w.length > 3 {
		titled := int32(flag(k == cUpper))
		m.Titled += titled
		m.Small += 1 - titled
	}
	s.look(w.hash)
	return w.end
}

// A wordScan is what is known of a word up to its end.
type wordScan struct {
	hash                  uint32
	length, digits, upper int32 // characters without apostrophes; of them digits, capitals
	end                   int
}

// ascii goes on over ASCII letters and digits. It returns whether more may
// follow: an apostrophe or a character that is not ASCII.
func (w *wordScan) ascii(line string) bool {
	h, i := w.hash, w.end
	var upper, digits int32
	for i < len(line) {
		c := line[i]
		k := wordClass[c]
		if k >= wordMore {
			break
		}
		upper += int32(k & 1)
		digits += int32(k >> 1)
		h = (h ^ uint32(c|0x20)) * hashPrime
		i++
	}
	w.length += int32(i - w.end)
	w.upper += upper
	w.digits += digits
	w.hash, w.end = h, i
	return i < len(line) && wordClass[line[i]] == wordMore
}

// more takes an apostrophe or a character that is not ASCII into the word. It
// returns false where the word ends before it.
func (w *wordScan) more(line string) bool {
	r, size := utf8.DecodeRuneInString(line[w.end:])
	switch k := classOf(r); {
	case k == cApostrophe || r == '\'':
		w.end += size
		return true
	case k > cDigit || k == cSpace || isIdeograph(r):
		return false
	case k == cUpper:
		w.upper++
	case k == cDigit:
		w.digits++
	}
	w.hash = hashRune(w.hash, r)
	w.length++
	w.end += size
	return true
}

// Classes of bytes in words: of ASCII letters and digits bit 0 says capital and
// bit 1 digit.
const (
	wordMore = 4 + iota // an apostrophe, or part of a character that is not ASCII
	wordEnd
)

var wordClass = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c >= utf8.RuneSelf || class[c] == cApostrophe:
			t[c] = wordMore
		case class[c] == cLower:
		case class[c] == cUpper:
			t[c] = 1
		case class[c] == cDigit:
			t[c] = 2
		default:
			t[c] = wordEnd
		}
	}
	return t
}()

// look counts a word that stands in a list.
func (s *scanner) look(h uint32) {
	switch lexicon(s.table, h) {
	case wordFunction:
		s.m.function++
	case wordYou:
		s.m.you++
	case wordSaid:
		s.m.Said++
	case wordMonth:
		s.m.Month = true
	case wordURL:
		s.m.url = true
	}
}

// ideograph counts a character of a script without spaces: two are a word.
func (s *scanner) ideograph(r rune) {
	s.stop = -1
	s.m.Letters++
	s.ideographs++
	if s.ideographs%2 == 0 {
		s.m.Words++
		s.m.Small++
	}
	if len(s.words)-int(s.m.firstW) < wordsKept {
		s.words = append(s.words, uint32(r)*hashPrime)
	}
	s.m.hash = (s.m.hash ^ uint32(r)) * hashPrime
}

// mark counts a character that is no part of a word.
func (s *scanner) mark(r rune, k uint8, i int) {
	m, line := s.m, s.line
	switch k {
	case cStop:
		s.stop = i
		if isIdeoStop(r) {
			m.Stops++
		}
	case cComma:
		m.commas++
	case cQuote:
		m.Quotes++
	case cSep:
		m.Seps++
	case cOther:
		if r == ':' && i > 0 && i+1 < len(line) && isDigit(line[i-1]) && isDigit(line[i+1]) {
			m.Clock = true
		}
	}
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isIdeograph(r rune) bool {
	return r >= 0x3040 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7af || r >= 0x20000 && r <= 0x3ffff
}

func isIdeoStop(r rune) bool { return r == '。' || r == '！' || r == '？' }

func classOf(r rune) uint8 {
	switch r {
	case '’', 'ʼ', '‘':
		return cApostrophe
	case '“', '”', '„', '«', '»', '「', '」', '『', '』', '‹':
		return cQuote
	case '。', '！', '？', '…', '।', '۔', '؟', '።':
		return cStop
	case '、', '，', '；':
		return cComma
	case '·', '•', '|', '→', '›', '▶', '►', '●', '■', '×', '｜':
		return cSep
	}
	switch {
	case 0x2010 <= r && r <= 0x2027: // general punctuation
		return cOther
	case unicode.IsUpper(r):
		return cUpper
	case unicode.IsLetter(r), unicode.IsMark(r):
		return cLower
	case unicode.IsDigit(r):
		return cDigit
	case unicode.IsSpace(r):
		return cSpace
	}
	return cOther
}

// endOf returns how the line ends.
func endOf(line string) ending {
	last, size := utf8.DecodeLastRuneInString(line)
	prev, _ := utf8.DecodeLastRuneInString(line[:len(line)-size])
	switch last {
	case '.', '!', '。', '！', '।', '॥', '۔', '።', '։', '။':
		if last == '.' && prev == '.' {
			return EndEllipsis
		}
		return EndSentence
	case '?', '？', '؟':
		return EndQuestion
	case '…':
		return EndEllipsis
	case ':', '：':
		return EndColon
	case ',', ';', '、', '，':
		return EndComma
	case '"', '”', '“', '’', '\'', '»', '«', '」', '』', '‘':
		switch prev {
		case '.', '!', '?', ',', '…', '。', '！', '？':
			return EndSentence
		}
		return EndQuote
	case ')', ']', '）':
		switch prev {
		case '.', '!', '?':
			return EndSentence
		}
		return EndParen
	}
	if unicode.IsLetter(last) || unicode.IsDigit(last) {
		return EndOpen
	}
	return EndOther
}

func startOf(line string) start {
	r, _ := utf8.DecodeRuneInString(line)
	switch r {
	case '"', '“', '‘', '\'', '„', '«', '»', '「', '『':
		return startQuote
	case '•', '·', '-', '–', '—', '*', '▪', '●', '■', '►', '>', '|':
		return StartBullet
	}
	switch {
	case unicode.IsUpper(r), isIdeograph(r):
		return startUpper
	case unicode.IsLetter(r):
		return StartLower
	case unicode.IsDigit(r):
		return startDigit
	}
	return startOther
}
