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
	cueNext  // and go on with it
	cueOpen  // a cueStart after which anything may follow
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

// A lexicon is a hash table of words with their classes. It is small, so that it
// stays in the processor's cache: many words of a text are not in it, and a bit of
// the hash in the slot mostly shows that.
type lexicon struct {
	slots   [lexiconSize]uint16 // index of the lexeme and some bits of the hash; 0: free
	lexemes []lexeme            // the first one stands for none
	words   []string            // of the lexemes, in lower case

	particles uint32 // a bit for each letter that a particle begins with, by its low bits
}

type lexeme struct {
	key   wordKey
	class class
	cue   cueKind // of a cueWord
}

// newLexicon returns a lexicon without words.
func newLexicon() *lexicon {
	return &lexicon{lexemes: make([]lexeme, 1, 1<<(lexemeBits-1)), words: make([]string, 1, 1<<(lexemeBits-1))}
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
	lexemeBits  = 12      // of a slot
)

// add gives word one more class and returns its lexeme.
func (l *lexicon) add(word string, c class) *lexeme {
	k := keyOf(word, len(word))
	h := k.hash()
	i := h % lexiconSize
	for l.slots[i] != 0 && l.words[l.slots[i]%(1<<lexemeBits)] != word {
		i = (i + 1) % lexiconSize
	}
	if l.slots[i] == 0 {
		l.slots[i] = tagOf(h) | uint16(len(l.lexemes))
		l.lexemes = append(l.lexemes, lexeme{key: k})
		l.words = append(l.words, word)
	}
	if c&particle != 0 {
		l.particles |= 1 << (word[0] & 31)
	}
	x := &l.lexemes[l.slots[i]%(1<<lexemeBits)]
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
	for i := h % lexiconSize; l.slots[i] != 0; i = (i + 1) % lexiconSize {
		slot := l.slots[i]
		if (slot^tagOf(h))>>lexemeBits != 0 {
			continue
		}
		n := slot % (1 << lexemeBits)
		if x := &l.lexemes[n]; x.key == k && (k.length <= keyed || equalFold(text[:k.length], l.words[n])) {
			return x
		}
	}
	return nil
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
	length      uint32
}

// keyed is the length of a word of which a wordKey holds every byte.
const keyed = 16

// keyOf returns the key of text[:n]. It is quickest where text goes on.
func keyOf(text string, n int) wordKey {
	k := wordKey{length: uint32(n)}
	switch {
	case n > 8:
		k.first, k.last = foldBytes(load(text)), foldBytes(load(text[n-8:n]))
	case len(text) >= 8:
		k.first = foldBytes(firstBytes(load(text), n))
	default:
		var short [8]byte
		copy(short[:], text[:n])
		k.first = foldBytes(binary.LittleEndian.Uint64(short[:]))
	}
	return k
}

// firstBytes returns the first n bytes of w, up to eight.
func firstBytes(w uint64, n int) uint64 { return w & (1<<(8*n) - 1) }

// tagOf returns the bits of a hash that stand in a slot.
func tagOf(h uint32) uint16 { return uint16(h >> 16 &^ (1<<lexemeBits - 1)) }

// hash returns a hash of the key.
func (k wordKey) hash() uint32 {
	h := k.first*0x9E3779B97F4A7C15 ^ k.last*0xC2B2AE3D27D4EB4F ^ uint64(k.length)<<40
	return uint32(h >> 32)
}

// foldBytes returns w with its ASCII capitals as small letters. Of the other
// characters it makes others, one of each.
func foldBytes(w uint64) uint64 { return w | w&(highBits>>1)>>1 }

// lowerByte returns c, an ASCII capital as a small letter.
func lowerByte(c byte) byte {
	if c-'A' < 26 {
		c |= 0x20
	}
	return c
}
