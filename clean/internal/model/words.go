package model

import (
	"math/bits"
	"strings"

	"example.org/newstext/internal/phrase"
)

// What the model knows of single words. Each list holds words of several
// languages, in lower case and without apostrophes.
const (
	wordNone = iota
	wordFunction
	wordYou
	wordSaid
	wordMonth
	wordURL
	wordKinds
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
		ve bir bu da için ile olarak olan daha çok gibi ama
		i w na z się nie jest do że to jak po za od oraz który
		a v na je se že s z do pro jako ale za by jsou
		és hogy az egy nem meg van volt mint
		ja on ei se että oli ovat mutta kun myös
		și în cu nu este pe care din la pentru
		и в не на что с по как это к из за от для но у был его
		και το η να του της με από για την στο που
		के में है की से को का और पर ने यह भी हैं
		من في على أن إلى التي الذي عن مع هذا
		את של על לא הוא כי גם זה
		ya na wa kwa ni katika za la ku
		là và của có được cho không một với trong
		の は が を に で と も へ な て た か ら れ い
		的 了 是 在 和 有 不 这 這 也 他 我 就 为 為 与 與`,
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
		januari februari maj augusti ocak şubat mart nisan 月`,
	wordURL: `http https www com org html`,
}

// A lexicon finds what is known of a word by its key: the list that it stands
// in, and what the rules see in it.
type lexicon struct {
	slots   []uint16 // open addressing, at most a sixth full: places in entries
	shift   int
	entries []entry // the first is for words in no list and no rule
	number  entry   // for those of them that begin with a digit
}

type entry struct {
	key  uint64
	word phrase.Word
	list uint8
}

// newLexicon makes the lexicon of the lists and of the words of the rules.
func newLexicon(set *phrase.Set) *lexicon {
	n := 0
	for range set.Vocabulary() {
		n++
	}
	for _, words := range wordLists {
		n += len(strings.Fields(words))
	}
	size := bits.Len(uint(6 * n))
	letters, digits := set.Unknown()
	l := &lexicon{slots: make([]uint16, 1<<size), shift: 64 - size, entries: make([]entry, 1, n+1), number: entry{word: digits}}
	l.entries[0].word = letters
	for w := range set.Vocabulary() {
		l.add(w, set.Word(w))
	}
	for list, words := range wordLists {
		for w := range strings.FieldsSeq(words) {
			l.add(w, set.Word(w)).list = uint8(list)
		}
	}
	return l
}

// add returns the entry of a word, which it makes where there is none.
func (l *lexicon) add(folded string, word phrase.Word) *entry {
	var k wordKey
	for _, r := range folded {
		k.rune(r, cLower)
	}
	key := k.sum()
	if e := l.find(key, spread(key)); e != &l.entries[0] {
		return e
	}
	i := spread(key) >> l.shift
	for l.slots[i] != 0 {
		i = (i + 1) & uint64(len(l.slots)-1)
	}
	l.slots[i] = uint16(len(l.entries))
	l.entries = append(l.entries, entry{key: key, word: word})
	return &l.entries[l.slots[i]]
}

// find returns what is known of the word with the key; hash is the key spread.
func (l *lexicon) find(key, hash uint64) *entry {
	for i := hash >> (l.shift & 63); ; i = (i + 1) & uint64(len(l.slots)-1) {
		n := l.slots[i]
		if e := &l.entries[n]; flag(n == 0)|flag(e.key == key) != 0 {
			return e
		}
	}
}
