package quote

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"example.org/newstext/internal/phrase"
)

// A class is what a word does in a clause, a set of bits.
type class uint32

const (
	pronoun class = 1 << iota
	male
	female
	determiner
	possessive
	preposition
	join   // a preposition that goes on with a noun: the head of, a spokesman for
	attach // an adjective that does: a person familiar with the matter
	conjunction
	relative
	auxiliary
	adverb
	timeWord
	particle
	abbreviation
	honorific
	roleWord
	body
	work  // a kind of thing that has a title
	known // looked up
)

var classNames = map[string]class{
	"pronoun": pronoun, "male": male, "female": female, "determiner": determiner, "possessive": possessive,
	"preposition": preposition, "join": join, "attach": attach, "conjunction": conjunction, "relative": relative,
	"auxiliary": auxiliary, "adverb": adverb, "time": timeWord, "particle": particle,
	"abbreviation": abbreviation, "honorific": honorific, "role": roleWord, "body": body, "work": work,
}

var (
	//go:embed rules/words.txt
	wordRules string
	//go:embed rules/cues.txt
	cueRules string
)

// lexicon returns the classes of words.
var lexicon = sync.OnceValue(func() map[string]class {
	words := map[string]class{}
	var section class
	for line := range strings.Lines(wordRules) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			section = classNames[strings.Trim(line, "[]")]
		default:
			for _, w := range strings.Fields(line) {
				words[w] |= section
			}
		}
	}
	return words
})

// cues returns the rules for cues.
var cues = sync.OnceValue(func() *phrase.Set {
	set, err := phrase.Compile(phrase.Lexer{}, phrase.Source{Name: "rules/cues.txt", Text: cueRules})
	if err != nil {
		panic(err)
	}
	return set
})

// A kind of word.
type wordKind uint8

const (
	lowerWord wordKind = iota
	capital            // begins with a capital
	number             // begins with a digit
	sign               // one character of punctuation
	quoted             // a whole quotation
)

// A word is a word, a sign or a quotation of a paragraph.
type word struct {
	start, end int
	kind       wordKind
	char       byte  // of a sign; - for every dash, . for …
	genitive   bool  // ends with 's or s'
	class      class // set by the first look-up
	token      int32 // index of its first token
	quote      int32 // index of the quotation
	cue        int16 // index of the rule of the cue that begins here; -1: none
	cueLen     int16 // words of that cue
}

// A reader of paragraphs splits them into words. Its memory is reused.
type splitter struct {
	set    *phrase.Set
	text   string
	tokens []phrase.Token
	words  []word
}

// narrative appends the words of text[start:end].
func (x *splitter) narrative(start, end int) {
	x.tokens = x.set.Tokens(x.tokens[:0], x.text[start:end])
	first := len(x.words)
	for i := 0; i < len(x.tokens); {
		n := x.wordEnd(start, i)
		x.words = append(x.words, x.wordOf(start, i, n))
		i = n
	}
	for k := first; k < len(x.words); k++ {
		x.cueAt(k)
	}
}

// cueAt notes the cue that begins at word k.
func (x *splitter) cueAt(k int) {
	w := &x.words[k]
	w.cue = -1
	if w.kind > capital || w.kind == capital && !x.initial(k) {
		return
	}
	rule, n := x.set.Longest(x.tokens, int(w.token))
	if rule < 0 {
		return
	}
	w.cue, w.cueLen = int16(rule), 1
	for last := int(w.token) + n; k+int(w.cueLen) < len(x.words) && int(x.words[k+int(w.cueLen)].token) < last; {
		w.cueLen++
	}
}

// wordEnd returns the index of the token after the word that begins with token i.
func (x *splitter) wordEnd(base, i int) int {
	t := x.tokens
	for n := i + 1; ; n++ {
		if n == len(t) || t[n].Gap != phrase.None || !wordToken(x.text, base, t[n-1]) {
			return n
		}
		c := x.text[base+t[n].Start]
		joined := n+1 < len(t) && t[n+1].Gap == phrase.None && wordToken(x.text, base, t[n+1])
		switch {
		case wordToken(x.text, base, t[n]):
		case joined && (c == '-' || c == '\'' || c == '&' || c == '_' || c == '.' || c == '/' || x.apostropheAt(base+t[n].Start)):
			n++
		case c == '.' && x.abbreviated(x.text[base+t[i].Start:base+t[n].Start]):
			return n + 1
		case c == '\'' || x.apostropheAt(base+t[n].Start):
			if last := x.text[base+t[n].Start-1]; last == 's' || last == 'S' {
				return n + 1
			}
			return n
		default:
			return n
		}
	}
}

// apostropheAt reports whether a curly apostrophe or the like is at text[i:].
func (x *splitter) apostropheAt(i int) bool {
	return strings.HasPrefix(x.text[i:], "’") || strings.HasPrefix(x.text[i:], "‘")
}

// wordToken reports whether a token is a word or a sign that words begin with.
func wordToken(text string, base int, t phrase.Token) bool {
	r, _ := utf8.DecodeRuneInString(text[base+t.Start:])
	s := sideOf(r)
	return s == letter || s == digit
}

// abbreviated reports whether a full stop after w belongs to it.
func (x *splitter) abbreviated(w string) bool {
	if i := strings.LastIndexByte(w, '.'); i >= 0 {
		w = w[i+1:]
	}
	r, n := utf8.DecodeRuneInString(w)
	if n == len(w) {
		return unicode.IsUpper(r)
	}
	return unicode.IsUpper(r) && classOf(w)&abbreviation != 0
}

// wordOf returns the word of tokens[i:n].
func (x *splitter) wordOf(base, i, n int) word {
	w := word{start: base + x.tokens[i].Start, end: base + x.tokens[n-1].End, token: int32(i)}
	s := x.text[w.start:w.end]
	r, _ := utf8.DecodeRuneInString(s)
	switch side := sideOf(r); {
	case side == digit || r == '$' || r == '£' || r == '€' || r == '#':
		w.kind = number
	case side == letter && unicode.IsUpper(r) || r == '@':
		w.kind = capital
	case side == letter:
		w.kind = lowerWord
	default:
		w.kind, w.char = sign, s[0]
		if r == '–' || r == '—' {
			w.char = '-'
		} else if r == '…' {
			w.char = '.'
		}
	}
	if w.kind != sign && len(s) > 2 {
		last := strings.TrimSuffix(s, "s")
		w.genitive = strings.HasSuffix(last, "'") || strings.HasSuffix(last, "’")
	}
	return w
}

// classAt returns the class of word i.
func (x *splitter) classAt(i int) class {
	w := &x.words[i]
	if w.kind >= number {
		return 0
	}
	if w.class == 0 {
		w.class = classOf(x.text[w.start:w.end]) | known
	}
	return w.class
}

// classOf returns the class of a word in any case, its full stop and genitive
// left out of account.
func classOf(w string) class {
	var b [24]byte
	if len(w) > len(b) {
		return 0
	}
	n := 0
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c |= 0x20
		case c == '.' && i == len(w)-1:
			continue
		}
		b[n] = c
		n++
	}
	return lexicon()[string(b[:n])]
}
