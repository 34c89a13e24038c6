package model

import (
	"unicode"
	"unicode/utf8"
)

// A measure is what one line says of itself, whatever stands around it.
type measure struct {
	bytes    int32
	letters  int32
	words    int32 // of letters or digits; two ideographs or kana count as a word
	titled   int32 // words of more than three letters that begin with a capital
	small    int32 // words of more than three letters that do not
	short    int32 // words of at most three letters
	function int32 // words that bind sentences: the, of, and their like in some languages
	upper    int32 // capital letters
	digits   int32
	commas   int32
	stops    int32 // sentence ends before the line's own
	quotes   int32
	seps     int32 // bars, middle dots, arrows, slashes between words
	you      int32 // you, your, our, we and their like
	said     int32

	ends    ending
	starts  start
	cased   bool // has letters that know case
	phrases Mask
	firstW  int32 // its words are page.words[firstW:lastW]
	lastW   int32
	hash    uint32 // of its words; equal lines have equal hashes
	date    bool
	clock   bool
	month   bool
	url     bool
}

// An ending is how a line ends.
type ending uint8

const (
	endOpen     ending = iota // in a letter or digit
	endSentence               // . ! or a mark that closes after it
	endQuestion
	endEllipsis
	endColon
	endComma
	endQuote // a closing quotation mark without a stop
	endParen
	endOther
	endings
)

// A start is how a line begins.
type start uint8

const (
	startUpper start = iota
	startLower
	startDigit
	startQuote
	startBullet
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
func measureLine(m *measure, line string, words []uint32) []uint32 {
	table := lexiconTable()
	*m = measure{bytes: int32(len(line)), hash: hashSeed, firstW: int32(len(words))}
	var (
		h        uint32 = hashSeed
		inWord   bool
		length   int32
		firstUp  bool
		hasDigit bool
		ideo     int32
		stopAt   = -1
		nonSpace = rune(0)
		prevNon  = rune(0)
	)
	flush := func() {
		if !inWord {
			return
		}
		inWord = false
		m.words++
		words = append(words, h)
		m.hash = (m.hash ^ h) * hashPrime
		switch {
		case hasDigit:
		case length <= 3:
			m.short++
		case firstUp:
			m.titled++
		default:
			m.small++
		}
		switch lexicon(table, h) {
		case wordFunction:
			m.function++
		case wordYou:
			m.you++
		case wordSaid:
			m.said++
		case wordMonth:
			m.month = true
		case wordURL:
			m.url = true
		}
	}
	for i := 0; i < len(line); {
		var r rune
		var k uint8
		size := 1
		if c := line[i]; c < utf8.RuneSelf {
			r, k = rune(c), class[c]
		} else {
			r, size = utf8.DecodeRuneInString(line[i:])
			k = classOf(r)
		}
		if k != cSpace {
			prevNon, nonSpace = nonSpace, r
		}
		switch k {
		case cLower, cUpper, cDigit:
			if stopAt >= 0 && i > stopAt+1 && k == cUpper && !inWord {
				m.stops++
			}
			if k == cDigit {
				m.digits++
			} else {
				m.letters++
			}
			if isIdeograph(r) {
				ideo++
				flush()
				if ideo%2 == 0 {
					m.words++
					m.small++
				}
				words = append(words, uint32(r)*hashPrime)
				m.hash = (m.hash ^ uint32(r)) * hashPrime
				stopAt = -1
				break
			}
			if !inWord {
				inWord, h, length, firstUp, hasDigit = true, hashSeed, 0, k == cUpper, false
			}
			length++
			if k == cUpper {
				m.upper++
			}
			if k == cDigit {
				hasDigit = true
			}
			h = hashRune(h, r)
			stopAt = -1
		default:
			if k == cApostrophe && inWord && i+size < len(line) {
				break // inside a word, or at its end: both leave the word whole
			}
			flush()
			switch k {
			case cStop:
				stopAt = i
				if isIdeoStop(r) {
					m.stops++
				}
			case cComma:
				m.commas++
			case cQuote:
				m.quotes++
			case cSep:
				m.seps++
			case cOther:
				if r == ':' && i+1 < len(line) && i > 0 && isDigit(line[i-1]) && isDigit(line[i+1]) {
					m.clock = true
				}
			}
		}
		i += size
	}
	flush()
	m.lastW = int32(len(words))
	m.cased = m.upper > 0 || m.small+m.titled > 0
	m.ends = endOf(nonSpace, prevNon)
	m.starts = startOf(line)
	return words
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
	case '。', '！', '？', '…':
		return cStop
	case '、', '，', '；':
		return cComma
	case '·', '•', '|', '→', '›', '▶', '►', '●', '■', '×', '｜':
		return cSep
	}
	switch {
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

func endOf(last, prev rune) ending {
	switch last {
	case '.', '!', '。', '！':
		if last == '.' && prev == '.' {
			return endEllipsis
		}
		return endSentence
	case '?', '？':
		return endQuestion
	case '…':
		return endEllipsis
	case ':', '：':
		return endColon
	case ',', ';', '、', '，':
		return endComma
	case '"', '”', '“', '’', '\'', '»', '«', '」', '』', '‘':
		switch prev {
		case '.', '!', '?', ',', '…', '。', '！', '？':
			return endSentence
		}
		return endQuote
	case ')', ']', '）':
		switch prev {
		case '.', '!', '?':
			return endSentence
		}
		return endParen
	}
	if unicode.IsLetter(last) || unicode.IsDigit(last) {
		return endOpen
	}
	return endOther
}

func startOf(line string) start {
	r, _ := utf8.DecodeRuneInString(line)
	switch r {
	case '"', '“', '‘', '\'', '„', '«', '»', '「', '『':
		return startQuote
	case '•', '·', '-', '–', '—', '*', '▪', '●', '■', '►', '>', '|':
		return startBullet
	}
	switch {
	case unicode.IsUpper(r), isIdeograph(r):
		return startUpper
	case unicode.IsLetter(r):
		return startLower
	case unicode.IsDigit(r):
		return startDigit
	}
	return startOther
}
