package body

import (
	"strings"
	"unicode"
	"unicode/utf8"
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

// look reads a line once.
func look(s string) shape {
	var f shape
	f.hash = 14695981039346656037
	wordLen, wordUpper, wordLower, wordDigit := 0, false, true, false
	caps, small := 0, 0
	wide := 0
	prevStop := false
	flush := func() {
		if wordLen == 0 {
			return
		}
		f.words++
		switch {
		case wordDigit:
			f.digits++
		case wordLen >= 4:
			f.long++
			if wordUpper {
				f.upper++
			}
		case wordLower:
			f.short++
		}
		wordLen, wordUpper, wordLower, wordDigit = 0, false, true, false
	}
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'a' <= c && c <= 'z':
				wordLen++
				small++
				f.hash = (f.hash ^ uint64(c)) * 1099511628211
			case 'A' <= c && c <= 'Z':
				if wordLen == 0 {
					wordUpper = true
				}
				wordLower = false
				wordLen++
				caps++
				f.hash = (f.hash ^ uint64(c|0x20)) * 1099511628211
			case '0' <= c && c <= '9':
				if wordLen == 0 {
					wordDigit = true
				}
				wordLower = false
				wordLen++
				f.hash = (f.hash ^ uint64('0')) * 1099511628211
			case c == ' ' || c == '\t':
				if prevStop && wordLen == 0 {
					f.stops++
				}
				flush()
			default:
				switch c {
				case ',':
					f.commas++
				case '"':
					f.quotes++
				case '|':
					f.bar = true
				case '@':
					f.at = true
				case '-', '/':
					flush()
				}
			}
			prevStop = c == '.' || c == '!' || c == '?' || prevStop && (c == '"' || c == '\'' || c == ')')
			if prevStop {
				flush()
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		f.hash = (f.hash ^ uint64(r)) * 1099511628211
		switch {
		case r >= 0x2E80 && unicode.Is(unicode.Han, r), r >= 0x3040 && r <= 0x30FF, r >= 0x0E00 && r <= 0x0EFF:
			flush()
			wide++
			small++
		case unicode.IsUpper(r):
			if wordLen == 0 {
				wordUpper = true
			}
			wordLower = false
			wordLen++
			caps++
		case unicode.IsLetter(r):
			wordLen++
			small++
		case r == '“' || r == '”' || r == '„' || r == '«' || r == '»' || r == '「':
			f.quotes++
			if r == '»' {
				f.bar = true
			}
		case r == '›' || r == '•' || r == '·' || r == '→':
			f.bar = true
		case r == '©':
			f.copyr = true
		case r == '。':
			f.stops++
			flush()
		case r == '、' || r == '，':
			f.commas++
			flush()
		case r == '—' || r == '–':
			flush()
		}
		prevStop = prevStop && (r == '”' || r == '’' || r == '»')
	}
	flush()
	f.words += (wide + 1) / 2
	f.letters = caps + small
	f.allUpper = caps >= 3 && small == 0
	f.end, f.start = endOf(s), startOf(s)
	f.at = f.at || strings.Contains(s, "http") || strings.Contains(s, "www.")
	if len(s) > 3 && (s[0] == 'B' || s[0] == 'b') && (s[1] == 'y' || s[1] == 'Y') && (s[2] == ' ' || s[2] == ':') {
		f.byStart = true
	}
	return f
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
