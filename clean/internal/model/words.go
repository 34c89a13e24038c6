package model

import (
	"strings"
	"sync"
	"unicode"
)

// What the model knows of single words. Each list holds words of several
// languages, in lower case and without apostrophes as the Measure hashes them.
const (
	wordNone = iota
	wordFunction
	wordYou
	wordSaid
	wordMonth
	wordURL
)

var wordLists = [...]string{
	wordFunction: `
		the of and to in a an is was were are be been has have had that this which who with for on as at by from it its he she they
		his her their not but or if than then when while after before because would could will can may there what into about
		der die das und ist war sind ein eine einer einen dem den des im mit von zu zum zur auf für nicht auch sich als dass bei
		le la les un une des du et est dans que qui pour pas sur plus par avec ce il elle au aux se sont été
		el los las una y es en que por con para del al se lo su como más pero fue son ha
		il di che è per una non con del della dei gli si da al sono più
		de het een van en niet met zijn dat op voor ook aan er door
		och att det som på är av för med till den inte har om
		o os e da do dos em um uma não para com
		og i av til på er det ikke har
		dan yang di untuk dengan ini itu dari pada adalah
		ve bir bu da için ile olarak`,
	wordYou: `
		you your yours youre youve our us we
		du dein deine dich dir sie ihr ihre ihren ihrem wir uns unser unsere
		vous votre vos nous notre nos tu tus nosotros nuestro nuestra usted
		voi vostro noi nostro kami kita anda`,
	wordSaid: `
		said says told added according asked sagte sagt erklärte teilte dit déclaré selon dijo según afirmó disse secondo`,
	wordMonth: `
		january february march april may june july august september october november december
		jan feb mar apr jun jul aug sep sept oct nov dec
		januar februar märz mai juni juli oktober dezember okt dez
		janvier février mars avril juin juillet août septembre octobre novembre décembre
		enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
		gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
		januari februari maj augusti ocak şubat mart nisan`,
	wordURL: `http https www com org html`,
}

const lexiconBits = 12

type lexiconEntry struct {
	hash uint32
	kind uint8
}

// A lexiconTableType finds words by the first bits of their hashes.
type lexiconTableType struct {
	used    [1 << lexiconBits / 64]uint64 // bit n: entry n holds a word
	entries [1 << lexiconBits]lexiconEntry
}

var lexiconTable = sync.OnceValue(func() *lexiconTableType {
	table := new(lexiconTableType)
	for kind, list := range wordLists {
		for w := range strings.FieldsSeq(list) {
			var h uint32 = hashSeed
			for _, r := range w {
				h = hashRune(h, r)
			}
			for i := h >> (32 - lexiconBits); ; i = (i + 1) % (1 << lexiconBits) {
				if e := &table.entries[i]; e.kind == wordNone || e.hash == h {
					*e = lexiconEntry{h, uint8(kind)}
					table.used[i/64] |= 1 << (i % 64)
					break
				}
			}
		}
	}
	return table
})

func hashRune(h uint32, r rune) uint32 {
	if r < 0x80 {
		return (h ^ uint32(r|0x20)) * hashPrime
	}
	return (h ^ uint32(unicode.ToLower(r))) * hashPrime
}

// lexicon returns which list the word with hash h stands in.
func lexicon(table *lexiconTableType, h uint32) uint8 {
	for i := h >> (32 - lexiconBits); table.used[i/64]>>(i%64)&1 != 0; i = (i + 1) % (1 << lexiconBits) {
		if e := &table.entries[i]; e.hash == h {
			return e.kind
		}
	}
	return wordNone
}
