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
	caseless int32 // letters of scripts that have none
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
	hashSeed  = 2166136261
	hashPrime = 16777619
)

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// endOf returns how the line ends.
func endOf(line string) ending {
	last, size := utf8.DecodeLastRuneInString(line)
	if k := asciiClass(last); cLower <= k && k <= cDigit {
		return EndOpen
	}
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
	switch asciiClass(r) {
	case cLower:
		return StartLower
	case cUpper:
		return startUpper
	case cDigit:
		return startDigit
	}
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
