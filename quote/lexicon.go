package quote

import (
	_ "embed"
	"strings"

	"example.org/newstext/internal/chunk"
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
	locative // a preposition that tells where somebody is
	join     // a preposition that goes on with a noun: the head of, a spokesman for
	attach   // an adjective that does: a person familiar with the matter
	conjunction
	relative
	auxiliary
	past // of an irregular verb
	adverb
	timeWord
	particle
	abbreviation
	honorific
	roleWord
	body
	utterance // what somebody says: his answer, their verdict
	work      // a kind of thing that has a title
	hisName   // a man's first name
	herName   // a woman's
	cueWord   // it is a cue
	cueStart  // a longer cue may begin with it
	cueNext   // and go on with it
	cueOpen   // a cueStart after which anything may follow
)

var classNames = map[string]class{
	"pronoun": pronoun, "male": male, "female": female, "determiner": determiner, "possessive": possessive,
	"preposition": preposition, "locative": locative, "join": join, "attach": attach, "conjunction": conjunction, "relative": relative,
	"auxiliary": auxiliary, "past": past, "adverb": adverb, "time": timeWord, "particle": particle,
	"abbreviation": abbreviation, "honorific": honorific, "role": roleWord, "body": body, "utterance": utterance, "work": work,
	"his": hisName, "her": herName,
}

var (
	//go:embed rules/words.txt
	wordRules string
	//go:embed rules/names.txt
	nameRules string
)

// A lexicon is a hash table of words with their classes, of words of up to sixteen
// bytes. Half of the words of a text are in it, and which are cannot be foreseen:
// so find gets along without a branch on that.
type lexicon struct {
	slots   [lexiconSize]uint16 // index of the lexeme, and crowded
	lexemes [crowded]lexeme     // the first one stands for none
	words   int                 // lexemes of words

	// particles has a bit for each two letters that a particle begins with.
	particles [32]uint32
}

// A lexeme is a word of the lexicon.
type lexeme struct {
	first, last uint64 // of the key
	class       class
	length      uint8
	cue         cueKind // of a cueWord
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

const (
	lexiconSize = 1 << 13 // slots, several times the words
	crowded     = 1 << 12 // of a slot: a word that belongs here may stand in the next one
)

// add gives word one more class and returns its lexeme.
func (l *lexicon) add(word string, c class) *lexeme {
	k := keyOf(word, len(word))
	x := l.find(k)
	if x.length == 0 {
		i := k.hash() % lexiconSize
		for l.slots[i]%crowded != 0 {
			l.slots[i] |= crowded
			i = (i + 1) % lexiconSize
		}
		l.words++
		l.slots[i] |= uint16(l.words)
		x = &l.lexemes[l.words]
		x.first, x.last, x.length = k.first, k.last, uint8(k.length)
	}
	if c&particle != 0 {
		var second byte
		if len(word) > 1 {
			second = word[1]
		}
		l.particles[word[0]&31] |= 1 << (second & 31)
	}
	x.class |= c
	return x
}

// mayBeParticle reports whether a particle may begin as s does, which has a small
// letter and goes on after it. Mostly two bytes show that none does.
func (l *lexicon) mayBeParticle(s string) bool {
	second := s[1]
	if second|0x20-'a' >= 26 {
		second = 0 // a word of one letter
	}
	return l.particles[s[0]&31]>>(second&31)&1 != 0
}

// class returns the class of a word in any case.
func (l *lexicon) class(word string) class { return l.classAt(word, len(word)) }

// classOf returns the class of a word in any case, a full stop after it left out
// of account.
func (l *lexicon) classOf(word string) class {
	return l.class(strings.TrimSuffix(word, "."))
}

// classAt returns the class of the word text[:n] in any case.
func (l *lexicon) classAt(text string, n int) class { return l.find(keyOf(text, n)).class }

// find returns the lexeme of the word with key k, an empty one if there is none.
func (l *lexicon) find(k wordKey) *lexeme {
	i := k.hash() % lexiconSize
	slot := l.slots[i]
	n := l.match(slot, k)
	for slot/crowded > n { // crowded, and not found
		i = (i + 1) % lexiconSize
		slot = l.slots[i]
		n = l.match(slot, k)
	}
	return &l.lexemes[n]
}

// match returns the index of the lexeme in slot if its key is k, 0 if not.
func (l *lexicon) match(slot uint16, k wordKey) uint16 {
	n := slot % crowded
	x := &l.lexemes[n]
	differs := x.first ^ k.first | x.last ^ k.last | uint64(x.length) ^ k.length
	return n & (uint16((differs|-differs)>>63) - 1)
}

// A wordKey stands for a word of up to keyed bytes, whatever their case: its
// length, its first and, of a word of as many, its last eight bytes.
type wordKey struct {
	first, last uint64
	length      uint64
}

// keyed is the length of the longest word that a wordKey holds every byte of.
const keyed = 16

// keyOf returns the key of text[:n]. It is quickest where text goes on.
func keyOf(text string, n int) wordKey {
	k := wordKey{length: uint64(n)}
	if n >= 8 {
		k.first, k.last = foldBytes(chunk.Load(text)), foldBytes(chunk.Load(text[n-8:n]))
	} else {
		k.first = foldBytes(chunk.At(text, 0) & chunk.First(n))
	}
	return k
}

// hash returns a hash of the key.
func (k wordKey) hash() uint32 {
	h := k.first*0x9E3779B97F4A7C15 ^ k.last*0xC2B2AE3D27D4EB4F ^ k.length<<40
	return uint32(h >> 32)
}

// foldBytes returns w with its ASCII capitals as small letters. Of the other
// characters it makes others, one of each.
func foldBytes(w uint64) uint64 { return w | w&(chunk.High>>1)>>1 }
