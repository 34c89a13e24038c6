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
	short    int32 // words of at most three letters
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
	cased  bool // has letters that know case
	Match  Match
	firstW int32 // its words are page.words[firstW:lastW]
	lastW  int32
	hash   uint32 // of its words; equal lines have equal hashes
	date   bool
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

// sentence reports whether the line ends as a sentence does.
func (e ending) sentence() bool { return e == EndSentence || e == EndQuestion }

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
	table := lexiconTable()
	*m = Measure{Bytes: int32(len(line)), hash: hashSeed, firstW: int32(len(words))}
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
		m.Words++
		words = append(words, h)
		m.hash = (m.hash ^ h) * hashPrime
		switch {
		case hasDigit:
		case length <= 3:
			m.short++
		case firstUp:
			m.Titled++
		default:
			m.Small++
		}
		switch lexicon(table, h) {
		case wordFunction:
			m.function++
		case wordYou:
			m.you++
		case wordSaid:
			m.Said++
		case wordMonth:
			m.Month = true
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
				m.Stops++
			}
			if k == cDigit {
				m.Digits++
			} else {
				m.Letters++
			}
			if isIdeograph(r) {
				ideo++
				flush()
				if ideo%2 == 0 {
					m.Words++
					m.Small++
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
					m.Stops++
				}
			case cComma:
				m.commas++
			case cQuote:
				m.Quotes++
			case cSep:
				m.Seps++
			case cOther:
				if r == ':' && i+1 < len(line) && i > 0 && isDigit(line[i-1]) && isDigit(line[i+1]) {
					m.Clock = true
				}
			}
		}
		i += size
	}
	flush()
	m.lastW = int32(len(words))
	m.cased = m.upper > 0 || m.Small+m.Titled > 0
	m.Ends = endOf(nonSpace, prevNon)
	m.Starts = startOf(line)
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
	case '。', '！', '？', '…', '।', '۔', '؟', '።':
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
