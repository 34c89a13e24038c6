package dedup

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A prose is a text prepared for the search for passages.
type prose struct {
	text      string
	words     []token
	sentences []sentence // in order; they cover all words
	quotes    []quoted   // in order; none overlaps
	grams     []gram     // runs of gramWords words
	lines     []gram     // short paragraphs; pos is the sentence
	phrases   []gram     // pairs of neighbours inside quotations
}

// A token is one word of a prose.
type token struct {
	id         uint64 // the folded word; masked stands for any word that takes no part
	start, end int32  // bytes
	sentence   int32  // index of its sentence
	quote      int32  // index of the quotation around it; -1 outside
	weight     float32
	light      bool // it is one of those that every text has
}

// masked is the id of a word that is the same as no other.
const masked = 0

// A sentence is a run of words up to a stop or the end of the paragraph.
type sentence struct {
	from, to  int  // words
	paraStart bool // it begins its paragraph
	paraEnd   bool // it ends its paragraph
}

// A gram is a key for some words, and where they stand.
type gram struct {
	key uint64
	pos int32
}

// gramWords is the length of the runs of words at which passages start.
const gramWords = 3

func newProse(text string) *prose {
	p := readProse(text)
	p.weigh()
	p.index()
	return p
}

// readProse returns a prose with its words, sentences and quotations.
func readProse(text string) *prose {
	text = text[:min(len(text), math.MaxInt32)]
	words := Full.words(nil, text)
	p := &prose{text: text, words: make([]token, len(words))}
	var marks quoteScanner
	current, last := sentence{paraStart: true}, 0
	for i, w := range words {
		gap := text[last:w.start]
		last = w.end
		stop, para := breaks(gap)
		if i > 0 && (para || stop && opensSentence(gap, text[w.start:])) {
			current.to, current.paraEnd = i, para
			p.sentences = append(p.sentences, current)
			current = sentence{from: i, paraStart: para}
		}
		marks.read(gap, i)
		p.words[i] = token{
			id: w.hash, start: int32(w.start), end: int32(w.end),
			sentence: int32(len(p.sentences)), quote: -1,
		}
	}
	if len(words) > 0 {
		current.to, current.paraEnd = len(words), true
		p.sentences = append(p.sentences, current)
	}
	p.quotes = marks.finish(text[last:], len(words))
	for n, q := range p.quotes {
		for i := q.from; i < q.to; i++ {
			p.words[i].quote = int32(n)
		}
	}
	return p
}

// breaks reports whether what stands between two words has the stop of a
// sentence, and whether it has the end of a paragraph, a blank line.
func breaks(gap string) (stop, para bool) {
	blank := false
	for _, r := range gap {
		switch r {
		case '.', '!', '?', '…', '。', '！', '？':
			stop = true
		case '\n':
			if blank {
				return true, true
			}
			blank = true
			continue
		case '\u2029':
			return true, true
		}
		blank = blank && unicode.IsSpace(r)
	}
	return stop, false
}

// opensSentence tells a stop from the point of an abbreviation: white space
// stands after it, and no small letter.
func opensSentence(gap, rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return strings.ContainsFunc(gap, unicode.IsSpace) && !unicode.IsLower(r)
}

// weigh sets what each word counts: a word that the text has n times 1/√n, one
// that every text has half of that.
func (p *prose) weigh() {
	words := english()
	order := make([]gram, len(p.words))
	for i, w := range p.words {
		order[i] = gram{w.id, int32(i)}
	}
	sortGrams(order)
	for len(order) > 0 {
		n := sameKey(order)
		for _, g := range order[:n] {
			w := &p.words[g.pos]
			w.weight = float32(1 / math.Sqrt(float64(n)))
			if w.light = w.short() || words.of(w.id).everyday(); w.light {
				w.weight /= 2
			}
		}
		order = order[n:]
	}
}

// everyday reports whether a word is one of those that any news may have.
func (l lexeme) everyday() bool {
	return l.role == grammar || l.role == dayName || l.role == title || l.role == common
}

// short reports whether a word has three bytes or less.
func (w token) short() bool { return w.end-w.start <= 3 }

// index fills in the sorted keys by which two texts are compared.
func (p *prose) index() {
	p.grams = p.grams[:0]
	for i := range len(p.words) - gramWords + 1 {
		if key, ok := p.key(i, i+gramWords); ok {
			p.grams = append(p.grams, gram{key, int32(i)})
		}
	}
	sortGrams(p.grams)
	p.indexLines()
	p.indexPhrases()
}

// key returns the key of the words from up to to; false if one is masked.
func (p *prose) key(from, to int) (uint64, bool) {
	h := uint64(to - from)
	for _, w := range p.words[from:to] {
		if w.id == masked {
			return 0, false
		}
		h = mix(h ^ w.id)
	}
	return h, true
}

func sortGrams(grams []gram) {
	slices.SortFunc(grams, func(g, h gram) int {
		return cmp.Or(cmp.Compare(g.key, h.key), cmp.Compare(g.pos, h.pos))
	})
}

// sameKey returns how many of the first grams have the same key.
func sameKey(grams []gram) int {
	n := 1
	for n < len(grams) && grams[n].key == grams[0].key {
		n++
	}
	return n
}

// shareKeys calls f with the grams of a and b that have the same key, key by key.
func shareKeys(a, b []gram, f func(a, b []gram)) {
	for len(a) > 0 && len(b) > 0 {
		switch c := cmp.Compare(a[0].key, b[0].key); {
		case c < 0:
			a = a[1:]
		case c > 0:
			b = b[1:]
		default:
			n, m := sameKey(a), sameKey(b)
			f(a[:n], b[:m])
			a, b = a[n:], b[m:]
		}
	}
}
