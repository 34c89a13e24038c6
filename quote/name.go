package quote

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/newstext/internal/chunk"
)

// A name is a run of capitalized words in a text.
type name struct {
	start, end int   // without titles in front
	from       int   // with them
	words      int   // how many
	gender     class // hisName, herName or neither
	titled     bool  // a title stands in front
	body       bool  // the name of an organization or a place
}

// names finds names in a text, where they are asked for.
type names struct {
	text  string
	lexis *lexicon
	known []mentions
	heads [1 << 8]int32 // by a hash of the word: 1 + index of the last in known; 0: none
	words places
}

// read makes the names of text those that are found.
func (n *names) read(text string, lexis *lexicon) {
	n.text, n.lexis, n.words.text = text, lexis, text
}

// reset forgets the text and keeps the memory.
func (n *names) reset() {
	clear(n.heads[:])
	clear(n.known) // it refers to the text
	n.text, n.known = "", n.known[:0]
	n.words.reset()
}

// runStart returns the start of the run of capitalized words around the word at i.
func (n *names) runStart(i int) int {
	start := i
	for range maxName {
		if i < 2 || n.text[i-1] != ' ' {
			break
		}
		k := wordStart(n.text, i-1)
		w := n.text[k : i-1]
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case w == "":
			return start
		case unicode.IsUpper(r):
			if last := w[len(w)-1]; !letterByte(last) && last < utf8.RuneSelf && last != '.' || genitiveLen(w) > 0 {
				return start
			} else if last == '.' && len(w) > 2 && n.lexis.classOf(w)&abbreviation == 0 && strings.IndexByte(w, '.') == len(w)-1 {
				return start
			}
			start = k
		case n.lexis.classAt(n.text[k:], len(w))&particle == 0:
			return start
		}
		i = k
	}
	return start
}

// wordStart returns where what ends at text[i] and holds no space begins, less than
// maxWord bytes before.
func wordStart(text string, i int) int {
	least := max(0, i+1-maxWord)
	for ; i-chunk.Size >= least; i -= chunk.Size {
		w := chunk.Load(text[i-chunk.Size : i])
		if spaces := ^(w&^chunk.High + (0x7F-' ')*chunk.Each | w) & chunk.High; spaces != 0 {
			return i - bits.LeadingZeros64(spaces)/8
		}
	}
	for i > least && text[i-1] > ' ' {
		i--
	}
	return i
}

// in appends the names in text[start:end] to dst.
func (n *names) in(dst []name, start, end int) []name {
	next := start
	for i := start; i < end; i += stretch {
		for left := capitals(n.text[:end], i); left != 0; left &= left - 1 {
			at := i + bits.TrailingZeros64(left)
			if at < next || !beginsName(n.text, at) {
				continue // within the name before, or no capital
			}
			var m name
			if m, next = n.parse(at, end); m.words > 0 {
				dst = append(dst, m)
			}
		}
	}
	return dst
}

// maxName is the greatest number of words in a name.
const maxName = 8

// parse returns the name that begins at i, of no words if none does, and where
// the text goes on.
func (n *names) parse(i, end int) (name, int) {
	m := name{start: i, from: i}
	var title class
	next := i
	for m.words < maxName {
		stop, k, c := n.wordAt(next, end)
		if m.words == 0 && c&(pronoun|determiner|preposition|conjunction|auxiliary|adverb|relative|past|cueWord) != 0 && c&(honorific|hisName|herName) == 0 && n.leads(next) {
			return name{}, max(stop, i+1)
		}
		if c&timeWord != 0 && !(m.words == 0 && n.text[next:stop] == "May") {
			break
		}
		if c&honorific != 0 && m.words == 0 {
			title |= c & (male | female | honorific)
			m.start = n.skip(stop, end)
		} else {
			m.words++
			m.body = m.body || c&body != 0
			if m.words == 1 {
				m.gender = c & (hisName | herName)
			}
			m.end = stop - k
		}
		after := 0
		if k == 0 {
			after = n.nextCapital(stop, end)
		}
		next = stop
		if after == 0 {
			break
		}
		next = after
	}
	if m.start >= m.end {
		return name{}, max(next, i+1)
	}
	m.titled = title != 0
	switch {
	case title&male != 0:
		m.gender = hisName
	case title&female != 0:
		m.gender = herName
	}
	if m.words > 1 && m.gender != 0 {
		m.body = false
	}
	return m, max(next, i+1)
}

// wordAt returns the end of the word at i, the length of the genitive that it ends
// with, and the class of what is before that.
func (n *names) wordAt(i, end int) (stop, genitive int, c class) {
	if i+plainRoom <= end {
		k := plainKey(n.text[i:])
		if stop = i + int(k.length); ends[n.text[stop]] {
			return stop, 0, n.lexis.find(k).class
		}
	}
	stop = n.wordEnd(i, end)
	w := n.text[i:stop]
	genitive = genitiveLen(w)
	return stop, genitive, n.lexis.classAt(n.text[i:], len(strings.TrimSuffix(w, "."))-genitive)
}

// genitiveLen returns the length of the 's that w ends with.
func genitiveLen(w string) int {
	switch {
	case strings.HasSuffix(w, "'s"):
		return len("'s")
	case strings.HasSuffix(w, "’s"):
		return len("’s")
	}
	return 0
}

// leads reports whether the word at i stands at the start of a sentence.
func (n *names) leads(i int) bool {
	for i > 0 && n.text[i-1] == ' ' {
		i--
	}
	if i == 0 {
		return true
	}
	switch c := n.text[i-1]; c {
	case '.', '\n', '!', '?', '"', ':', '(', '\'':
		return true
	default:
		return c >= utf8.RuneSelf
	}
}

// introductionReach is how far before a name the sentence may begin that introduces
// it, in bytes.
const introductionReach = 48

// introduced reports whether the name at i stands after the first words of a
// sentence that tell who somebody is: "The bishop, Alan Roche,".
func (n *names) introduced(i int) bool {
	if i < 2 || n.text[i-2] != ',' {
		return false
	}
	k := i - 2
	for k > 0 && i-k < introductionReach && (n.text[k-1] == ' ' || n.text[k-1]-'a' < 26 || n.text[k-1] == '-') {
		k--
	}
	if k == 0 || n.text[k-1]-'A' >= 26 {
		return false
	}
	c := n.lexis.classAt(n.text[k-1:], n.wordEnd(k-1, i)-k+1)
	return c&determiner != 0 && n.leads(k-1)
}

// owner returns what "his" or "her" shows of the gender of the name that ends at i,
// which is the subject: "Carter hugged her daughter".
func (n *names) owner(i int) class {
	for range ownerReach {
		i = n.skip(i, len(n.text))
		stop := n.wordEnd(i, len(n.text))
		if stop == i || n.text[i]-'a' >= 26 {
			return 0
		}
		switch n.text[i:stop] {
		case "his":
			return hisName
		case "her":
			return herName
		}
		i = stop
	}
	return 0
}

// ownerReach is the greatest number of words from a name to what it owns.
const ownerReach = 5

// wordEnd returns the end of the word at i: letters with hyphens, apostrophes and
// the full stops of initials inside.
func (n *names) wordEnd(i, end int) int {
	for j := lettersEnd(n.text[:end], i); j < end; {
		c := n.text[j]
		switch {
		case letterByte(c) || c >= '0' && c <= '9':
			j++
			continue
		case c >= utf8.RuneSelf:
			r, w := utf8.DecodeRuneInString(n.text[j:])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) && (r != '’' || sideAfter(n.text[j+w:]) != letter) {
				return j
			}
			j += w
			continue
		}
		follows := j+1 < end && (letterByte(n.text[j+1]) || n.text[j+1] >= 0xC3)
		switch {
		case (c == '-' || c == '\'') && follows:
		case c == '.' && (j-i == 1 || j >= 2 && n.text[j-2] == '.' || n.lexis.classAt(n.text[i:], j-i)&abbreviation != 0):
			if !follows {
				return j + 1
			}
		default:
			return j
		}
		j++
	}
	return end
}

// skip returns the place after the space at i.
func (n *names) skip(i, end int) int {
	for i < end && n.text[i] == ' ' {
		i++
	}
	return i
}

// nextCapital returns where the next word of a name that goes up to i begins,
// particles passed over; 0 where the name ends.
func (n *names) nextCapital(i, end int) int {
	for range 3 {
		if i >= end || n.text[i] != ' ' && n.text[i] != '\n' || i+1 == end {
			return 0
		}
		i++
		if n.text[i]-'A' < 26 || isCapital(n.text, i) {
			return i
		}
		if i+1 < end && !n.lexis.mayBeParticle(n.text[i:]) {
			return 0
		}
		stop := n.wordEnd(i, end)
		if stop == i || n.lexis.classAt(n.text[i:], stop-i)&particle == 0 {
			return 0
		}
		i = stop
	}
	return 0
}

// runEnd returns the end of the run of capitalized words that begins at i.
func (n *names) runEnd(i int) int {
	end := i
	for next := i; next > 0 && end-i < 64; {
		end = n.wordEnd(next, len(n.text))
		next = n.nextCapital(end, len(n.text))
	}
	return end
}

// endingAt returns the name that ends before the comma and the space before i.
func (n *names) endingAt(i int) (start, end int, ok bool) {
	end = len(strings.TrimRight(n.text[:i+1], " ,\n"))
	start = end
	for start > 0 && end-start < maxWord && n.text[start-1] > ' ' {
		start--
	}
	m, _ := n.parse(n.runStart(start), end)
	return m.start, m.end, m.words > 0 && m.end == end
}

// last returns the last word of a name.
func (n *names) last(m name) string {
	s := n.text[m.start:m.end]
	return s[strings.LastIndexByte(s, ' ')+1:]
}
