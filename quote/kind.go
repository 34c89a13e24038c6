package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lengths of a phrase, in words, that is set apart rather than said: any of the
// first length, one that is a noun phrase of the second.
const (
	scareWords  = 3
	phraseWords = 6
)

// maxTitle is the greatest length of a title in bytes.
const maxTitle = 160

// kind returns what the marks of the quotation at word k of the sentence
// words[lo:hi] are for, which cued was asked about last.
func (x *attributor) kind(k, lo, hi int) Kind {
	q := &x.found[x.words[k].quote]
	text := trimEnd(x.text[q.BodyStart:q.BodyEnd])
	if len(text) > maxTitle {
		return Speech
	}
	tagged := x.tagged(k, lo)
	if !tagged && x.titled(k, lo, text) {
		return Title
	}
	if tagged || q.Open {
		return Speech
	}
	first, _ := utf8.DecodeRuneInString(text)
	alone := k == lo && k+1 == hi
	end := x.words[k].char
	if unicode.IsUpper(first) && (end == '!' || end == '?' || (alone || k > lo && x.words[k-1].cue == sayCue) && (end == '.' || end == ',')) {
		return Speech
	}
	switch n := countWords(text, phraseWords); {
	case n <= scareWords, n <= phraseWords && x.nominal(text):
		return Scare
	}
	return Speech
}

// countWords returns the number of words between spaces in s, but stops at the
// first after most.
func countWords(s string, most int) int {
	n, before := 0, true // a space stands before
	for _, r := range s {
		space := r <= ' ' || r >= utf8.RuneSelf && unicode.IsSpace(r)
		if before && !space {
			if n++; n > most {
				break
			}
		}
		before = space
	}
	return n
}

// trimEnd returns s without the marks and the punctuation that it ends with.
func trimEnd(s string) string {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case ',', '.', ';', ':', '!', '?', '-', '"', '\'', '…', '—', '–', '”', '’', '»':
			s = s[:len(s)-n]
		default:
			return s
		}
	}
	return s
}

// ellipsis stands for … in what lastChar returns, as in Windows-1252.
const ellipsis = 0x85

// lastChar returns the last character of the body of a quotation, closing marks
// passed over, - for every dash.
func lastChar(body string) byte {
	for {
		switch r, n := utf8.DecodeLastRuneInString(body); r {
		case '"', '\'', '”', '’', '»':
			body = body[:len(body)-n]
		case '…':
			return ellipsis
		default:
			if r < utf8.RuneSelf {
				return byte(r)
			}
			return signByte(r)
		}
	}
}

// nestedKind returns what the marks of a quotation within another are for, by
// its body alone.
func nestedKind(body string) Kind {
	first, _ := utf8.DecodeRuneInString(body)
	last, _ := utf8.DecodeLastRuneInString(body)
	if strings.Count(body, " ") >= scareWords || unicode.IsUpper(first) && strings.ContainsRune(",.!?", last) {
		return Speech
	}
	return Scare
}

// tagged reports whether the quotation at word k is what somebody says as a
// sentence: a cue stands right beside it.
func (x *attributor) tagged(k, lo int) bool {
	if x.pauses(k) && x.said {
		return true
	}
	return k > lo && !x.work(k, lo) && x.words[k-1].kind == sign && (x.words[k-1].char == ',' || x.words[k-1].char == ':') &&
		unicode.IsUpper(x.firstLetter(k)) && x.found[x.words[k].quote].Speaker.some()
}

// firstLetter returns the first letter of the quotation at word k.
func (x *attributor) firstLetter(k int) rune {
	r, _ := utf8.DecodeRuneInString(x.text[x.found[x.words[k].quote].BodyStart:])
	return r
}

// nominal reports whether a phrase is a noun phrase: an article or an
// adjective first, and no word that makes a clause.
func (x *attributor) nominal(phrase string) bool {
	i := 0
	for w := range strings.FieldsSeq(phrase) {
		c := x.lexis.classOf(strings.TrimRight(w, ",;:"))
		if c&(auxiliary|relative) != 0 || c&pronoun != 0 && c&determiner == 0 || strings.EqualFold(w, "to") {
			return false
		}
		if i == 0 && c&(determiner|adverb) == 0 && !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "al") && !strings.HasSuffix(w, "ous") {
			return false
		}
		i++
	}
	return true
}

// titled reports whether a phrase is the name of a work or an event: nearly all
// of its words have capitals, or the words before say so.
func (x *attributor) titled(k, lo int, phrase string) bool {
	named := k > lo && x.words[k-1].cue == noCue && x.work(k, lo)
	capitals, content := 0, 0
	for w := range strings.FieldsSeq(phrase) {
		if !letterByte(w[0]) {
			w = strings.TrimLeft(w, "(‘'")
		}
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r):
			capitals++
		case x.lexis.classOf(strings.TrimRight(w, ",;:"))&(preposition|conjunction|determiner|auxiliary) != 0:
			continue
		case unicode.IsDigit(r):
			capitals++
		case !named:
			return false
		}
		content++
	}
	switch {
	case content == 0 || capitals == 0:
		return false
	case named:
		return 2*capitals >= content
	case content == 1:
		return false
	}
	return capitals == content && (k == lo || x.words[k-1].kind != sign || x.words[k-1].char != ':')
}

// work reports whether the words before word k name a kind of work.
func (x *attributor) work(k, lo int) bool {
	for i := k - 1; i >= max(lo, k-3); i-- {
		if x.words[i].kind == lowerWord && x.words[i].class&work != 0 {
			return true
		}
	}
	return false
}
