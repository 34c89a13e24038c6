package quote

import (
	_ "embed"
	"encoding/binary"
	"strings"
	"sync"

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
	work     // a kind of thing that has a title
	hisName  // a man's first name
	herName  // a woman's
	cueWord  // it is a cue
	cueStart // a longer cue may begin with it
)

var classNames = map[string]class{
	"pronoun": pronoun, "male": male, "female": female, "determiner": determiner, "possessive": possessive,
	"preposition": preposition, "join": join, "attach": attach, "conjunction": conjunction, "relative": relative,
	"auxiliary": auxiliary, "adverb": adverb, "time": timeWord, "particle": particle,
	"abbreviation": abbreviation, "honorific": honorific, "role": roleWord, "body": body, "work": work,
	"his": hisName, "her": herName,
}

var (
	//go:embed rules/words.txt
	wordRules string
	//go:embed rules/names.txt
	nameRules string
	//go:embed rules/cues.txt
	cueRules string
)

// A lexicon is a hash table of words with their classes. A byte of each hash
// stands by itself: many words of a text are not in it, and a look at these shows
// that.
type lexicon struct {
	tags    [lexiconSize]uint8 // 0: a free slot
	lexemes [lexiconSize]lexeme
}

type lexeme struct {
	key   wordKey
	word  string // in lower case
	class class
}

// words returns the classes of English words.
var words = sync.OnceValue(func() *lexicon {
	l := &lexicon{}
	for _, file := range [...]string{wordRules, nameRules} {
		var section class
		for line := range strings.Lines(file) {
			switch line = strings.TrimSpace(line); {
			case strings.HasPrefix(line, "#"):
			case strings.HasPrefix(line, "["):
				section = classNames[strings.Trim(line, "[]")]
			default:
				for _, w := range strings.Fields(line) {
					l.add(w, section)
				}
			}
		}
	}
	for w := range cues().alone {
		l.add(w, cueWord)
	}
	for _, w := range cues().first {
		l.add(w, cueStart)
	}
	return l
})

// lexiconSize is the number of slots, more than four times that of the words.
const lexiconSize = 1 << 13

// add gives word one more class.
func (l *lexicon) add(word string, c class) {
	k := keyOf(word, len(word))
	h := k.hash()
	i := h % lexiconSize
	for l.tags[i] != 0 && l.lexemes[i].word != word {
		i = (i + 1) % lexiconSize
	}
	l.tags[i], l.lexemes[i].key, l.lexemes[i].word = tagOf(h), k, word
	l.lexemes[i].class |= c
}

// class returns the class of a word in any case.
func (l *lexicon) class(word string) class { return l.classAt(word, len(word)) }

// classAt returns the class of the word text[:n] in any case.
func (l *lexicon) classAt(text string, n int) class {
	k := keyOf(text, n)
	h := k.hash()
	for i := h % lexiconSize; l.tags[i] != 0; i = (i + 1) % lexiconSize {
		if l.tags[i] == tagOf(h) && l.lexemes[i].key == k && (n <= keyed || equalFold(text[:n], l.lexemes[i].word)) {
			return l.lexemes[i].class
		}
	}
	return 0
}

// equalFold reports whether word in lower case is lower, of the same length.
func equalFold(word, lower string) bool {
	for i := range len(word) {
		if lowerByte(word[i]) != lower[i] {
			return false
		}
	}
	return true
}

// A wordKey is a word's length, its first and, of a word longer than that, its
// last eight bytes, whatever their case. It stands for a word of up to keyed bytes.
type wordKey struct {
	first, last uint64
	length      int
}

// keyed is the length of a word of which a wordKey holds every byte.
const keyed = 16

// keyOf returns the key of text[:n]. It is quickest where text goes on.
func keyOf(text string, n int) wordKey {
	switch {
	case n > 8:
		return wordKey{foldBytes(load(text)), foldBytes(load(text[n-8 : n])), n}
	case len(text) >= 8:
		return wordKey{first: foldBytes(load(text) & (1<<(8*n) - 1)), length: n}
	}
	var short [8]byte
	copy(short[:], text[:n])
	return wordKey{first: foldBytes(binary.LittleEndian.Uint64(short[:])), length: n}
}

// tagOf returns the byte of a hash that stands by itself, never 0.
func tagOf(h uint32) uint8 { return uint8(h>>24) | 1 }

// hash returns a hash of the key.
func (k wordKey) hash() uint32 {
	h := k.first*0x9E3779B97F4A7C15 ^ k.last*0xC2B2AE3D27D4EB4F ^ uint64(k.length)<<40
	return uint32(h >> 32)
}

// foldBytes returns w with its ASCII capitals as small letters. Of the other
// characters it makes others, one of each.
func foldBytes(w uint64) uint64 { return w | w&(highBits>>1)>>1 }

// load returns the first eight bytes of s.
func load(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// lowerByte returns c, an ASCII capital as a small letter.
func lowerByte(c byte) byte {
	if c-'A' < 26 {
		c |= 0x20
	}
	return c
}

// classOf returns the class of a word in any case, a full stop after it left out
// of account.
func classOf(word string) class {
	word = strings.TrimSuffix(word, ".")
	return words().class(word)
}

// A cueKind tells where the speaker of a cue stands.
type cueKind uint8

const (
	noCue cueKind = iota
	sayCue
	callCue
	viewCue
	reportCue
	sourceCue
	quotesCue
	nobodyCue
)

var cueKinds = map[string]cueKind{
	"say": sayCue, "call": callCue, "view": viewCue, "report": reportCue,
	"source": sourceCue, "quotes": quotesCue, "nobody": nobodyCue,
}

// cueRuleset are the rules for cues.
type cueRuleset struct {
	set   *phrase.Set
	kinds []cueKind        // by rule
	alone map[string]int16 // the rules of cues that are one word
	first []string         // the words that longer cues begin with
}

// cues returns the rules for cues.
var cues = sync.OnceValue(func() *cueRuleset {
	set, err := phrase.Compile(phrase.Lexer{}, phrase.Source{Name: "rules/cues.txt", Text: cueRules})
	if err != nil {
		panic(err) // the file is embedded and tested
	}
	return newCueRuleset(set)
})

// newCueRuleset returns the rules of set.
func newCueRuleset(set *phrase.Set) *cueRuleset {
	c := &cueRuleset{set: set, alone: map[string]int16{}}
	for _, r := range set.Rules() {
		c.kinds = append(c.kinds, cueKinds[r.Production])
		alternatives, more := r.Pattern, ""
		if strings.HasPrefix(alternatives, "(") {
			alternatives, more, _ = strings.Cut(alternatives[1:], ")")
		}
		for alternative := range strings.SplitSeq(alternatives, "|") {
			tokens := set.Tokens(nil, alternative)
			w := alternative[:tokens[0].End]
			if rule, n := set.Longest(tokens, 0); more == "" && rule >= 0 && n == len(tokens) && n == 1 {
				c.alone[w] = int16(rule)
			} else {
				c.first = append(c.first, w)
				if strings.HasPrefix(alternative[len(w):], "-") {
					c.first = append(c.first, alternative)
				}
			}
		}
	}
	return c
}
