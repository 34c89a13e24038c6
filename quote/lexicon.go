package quote

import (
	_ "embed"
	"encoding/binary"
	"strings"
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
	cue   cueKind // of a cueWord
}

// addRules gives the words of the rule files their classes.
func (l *lexicon) addRules() {
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
}

// lexiconSize is the number of slots, more than four times that of the words.
const lexiconSize = 1 << 13

// add gives word one more class and returns its lexeme.
func (l *lexicon) add(word string, c class) *lexeme {
	k := keyOf(word, len(word))
	h := k.hash()
	i := h % lexiconSize
	for l.tags[i] != 0 && l.lexemes[i].word != word {
		i = (i + 1) % lexiconSize
	}
	x := &l.lexemes[i]
	l.tags[i], x.key, x.word = tagOf(h), k, word
	x.class |= c
	return x
}

// class returns the class of a word in any case.
func (l *lexicon) class(word string) class { return l.classAt(word, len(word)) }

// classOf returns the class of a word in any case, a full stop after it left out
// of account.
func (l *lexicon) classOf(word string) class {
	return l.class(strings.TrimSuffix(word, "."))
}

// classAt returns the class of the word text[:n] in any case.
func (l *lexicon) classAt(text string, n int) class {
	if x := l.find(keyOf(text, n), text); x != nil {
		return x.class
	}
	return 0
}

// find returns the lexeme of the word with key k that text begins with, nil for
// none.
func (l *lexicon) find(k wordKey, text string) *lexeme {
	h := k.hash()
	for i := h % lexiconSize; ; i = (i + 1) % lexiconSize {
		switch l.tags[i] {
		case 0:
			return nil
		case tagOf(h):
			if x := &l.lexemes[i]; x.key == k && (k.length <= keyed || equalFold(text[:k.length], x.word)) {
				return x
			}
		}
	}
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
		return shortKey(load(text), n)
	}
	var short [8]byte
	copy(short[:], text[:n])
	return shortKey(binary.LittleEndian.Uint64(short[:]), n)
}

// shortKey returns the key of a word of n bytes, up to eight, that w begins with.
func shortKey(w uint64, n int) wordKey {
	return wordKey{first: foldBytes(w & (1<<(8*n) - 1)), length: n}
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
