package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A name is a run of capitalized words in a text.
type name struct {
	start, end int   // without titles in front
	from       int   // with them
	words      int   // how many
	gender     class // hisName, herName or neither
	body       bool  // the name of an organization or a place
}

// names knows the names of a text up to some place.
type names struct {
	text  string
	lexis *lexicon
	done  int     // names of text[:done] are known
	all   []name  // in order
	parts []part  // of names
	slots []int32 // hash table of 1 + index into parts; a power of two
}

// A part is a first or last word of names.
type part struct {
	start, end int // text[start:end]
	hash       uint32
	fullest    int32 // index of the longest name with it, the first of equals
	gender     class // hisName or herName
	person     bool  // it has a title, or speaks
}

// read takes in the names up to end.
func (n *names) read(end int) {
	for i := n.done; i < end; {
		i += firstCapital(n.text[i:end])
		if i < end {
			i = n.run(i, end)
		}
	}
	n.done = max(n.done, end)
}

// firstCapital returns the index of the first capital letter in s that begins a
// word, its length for none.
func firstCapital(s string) int {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'a' && c < utf8.RuneSelf || c <= ' ' {
			continue
		}
		if c-'A' < 26 {
			if i == 0 || !letterByte(s[i-1]) {
				return i
			}
		} else if c >= 0xC3 {
			if r, _ := utf8.DecodeRuneInString(s[i:]); unicode.IsUpper(r) {
				return i
			}
		}
	}
	return len(s)
}

// maxName is the greatest number of words in a name.
const maxName = 8

// run takes in the name that begins at i and returns where the text goes on.
func (n *names) run(i, end int) int {
	m := name{start: i, from: i}
	var title class
	var first, last part
	next := i
	for m.words < maxName {
		stop, h := n.wordEnd(next, end)
		w := n.text[next:stop]
		c := n.lexis.class(h, strings.TrimSuffix(w, "."))
		if m.words == 0 {
			if c&(pronoun|determiner|preposition|conjunction|auxiliary|adverb|relative) != 0 && c&honorific == 0 && n.leads(next) {
				return stop
			}
			if c&honorific != 0 {
				title |= c & (male | female | honorific)
				m.start = n.skip(stop, end)
			}
		}
		if c&timeWord != 0 && !(m.words == 0 && w == "May") {
			break
		}
		if c&honorific == 0 || m.words > 0 {
			m.words++
			m.body = m.body || c&body != 0
			last = part{start: next, end: stop, hash: h}
			if m.words == 1 {
				first = last
				m.gender = c & (hisName | herName)
			}
			m.end = stop
		}
		if k := genitiveLen(w); k > 0 {
			m.end -= k
			last.end = m.end
			last.hash = hashOf(n.text[last.start:last.end])
			next = stop
			break
		}
		after := n.nextCapital(stop, end)
		next = stop
		if after == 0 {
			break
		}
		next = after
	}
	if m.words > 0 && m.start < m.end {
		n.add(m, title, first, last)
	}
	return max(next, i+1)
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

// add keeps a name; title is what its title shows.
func (n *names) add(m name, title class, first, last part) {
	p := &n.parts[n.part(last)]
	switch {
	case title&male != 0:
		m.gender = hisName
	case title&female != 0:
		m.gender = herName
	case p.gender != 0:
		m.gender = p.gender
	}
	if m.words > 1 && m.gender != 0 {
		m.body = false
	}
	p.person = p.person || title != 0
	if m.gender != 0 {
		p.gender = m.gender
	}
	k := int32(len(n.all))
	n.all = append(n.all, m)
	if p.fullest < 0 || m.words > n.all[p.fullest].words {
		p.fullest = k
	}
	if m.words > 1 {
		if p := &n.parts[n.part(first)]; p.fullest < 0 || m.words > n.all[p.fullest].words && !n.ends(p.fullest, p) {
			p.fullest = k
		}
	}
}

// ends reports whether name k, of several words, ends with p.
func (n *names) ends(k int32, p *part) bool {
	m := n.all[k]
	return m.words > 1 && strings.HasSuffix(n.text[m.start:m.end], n.text[p.start:p.end])
}

// part returns the index of a word of names, which it adds if it is new.
func (n *names) part(p part) int32 {
	if 2*len(n.parts) >= len(n.slots) {
		n.grow()
	}
	w := n.text[p.start:p.end]
	i := p.hash & uint32(len(n.slots)-1)
	for ; n.slots[i] != 0; i = (i + 1) & uint32(len(n.slots)-1) {
		if q := &n.parts[n.slots[i]-1]; q.hash == p.hash && n.text[q.start:q.end] == w {
			return n.slots[i] - 1
		}
	}
	p.fullest = -1
	n.parts = append(n.parts, p)
	n.slots[i] = int32(len(n.parts))
	return n.slots[i] - 1
}

// known returns what is known of a word of names; nil for nothing.
func (n *names) known(w string) *part {
	if len(n.slots) == 0 {
		return nil
	}
	h := hashOf(w)
	for i := h & uint32(len(n.slots)-1); n.slots[i] != 0; i = (i + 1) & uint32(len(n.slots)-1) {
		if q := &n.parts[n.slots[i]-1]; q.hash == h && n.text[q.start:q.end] == w {
			return q
		}
	}
	return nil
}

// grow doubles the hash table.
func (n *names) grow() {
	n.slots = make([]int32, max(256, 2*len(n.slots)))
	for k, p := range n.parts {
		i := p.hash & uint32(len(n.slots)-1)
		for n.slots[i] != 0 {
			i = (i + 1) & uint32(len(n.slots)-1)
		}
		n.slots[i] = int32(k + 1)
	}
}

// wordEnd returns the end of the word at i, letters with hyphens, apostrophes and
// the full stops of initials inside, and its hash.
func (n *names) wordEnd(i, end int) (int, uint32) {
	h := uint32(hashSeed)
	for j := i; j < end; {
		c := n.text[j]
		if letterByte(c) || c >= '0' && c <= '9' {
			h = (h ^ uint32(lowerByte(c))) * hashPrime
			j++
			continue
		}
		size := 1
		if c >= utf8.RuneSelf {
			r, w := utf8.DecodeRuneInString(n.text[j:])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) && (r != '’' || sideAfter(n.text[j+w:]) != letter) {
				return j, h
			}
			size = w
		} else {
			follows := j+1 < end && (letterByte(n.text[j+1]) || n.text[j+1] >= 0xC3)
			switch {
			case (c == '-' || c == '\'') && follows:
			case c == '.' && (j-i == 1 || j >= 2 && n.text[j-2] == '.' || n.lexis.class(h, n.text[i:j])&abbreviation != 0):
				if !follows {
					return j + 1, h
				}
			default:
				return j, h
			}
		}
		for ; size > 0; size-- {
			h = (h ^ uint32(n.text[j])) * hashPrime
			j++
		}
	}
	return end, h
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
		r, _ := utf8.DecodeRuneInString(n.text[i:])
		if unicode.IsUpper(r) {
			return i
		}
		stop, _ := n.wordEnd(i, end)
		if stop == i || classOf(n.text[i:stop])&particle == 0 {
			return 0
		}
		i = stop
	}
	return 0
}

// resolve sets the fullest earlier mention of the person that s mentions by name.
// Pronouns and roles are the attributor's part.
func (n *names) resolve(s *Speaker) {
	start := s.Start
	for start < s.End {
		stop, _ := n.wordEnd(start, s.End)
		if stop == start {
			_, w := utf8.DecodeRuneInString(n.text[start:])
			stop = start + w
		}
		w := n.text[start:stop]
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) && classOf(w)&honorific == 0 {
			break
		}
		start = n.skip(stop, s.End)
	}
	own := n.text[min(start, s.End):s.End]
	p := n.known(own[strings.LastIndexByte(own, ' ')+1:])
	if p == nil || p.fullest < 0 {
		return
	}
	k, count := p.fullest, strings.Count(own, " ")+1
	if n.all[k].words <= count || n.all[k].start >= s.Start || n.all[k].body && count == 1 {
		return
	}
	full := n.text[n.all[k].start:n.all[k].end]
	for w := range strings.FieldsSeq(own) {
		if !strings.Contains(full, w) {
			return
		}
	}
	s.NameStart, s.NameEnd = n.all[k].start, n.all[k].end
}

// antecedent returns the name that a pronoun at i stands for, of the gender that
// first names show: the last subject that fits, or else the last name.
func (n *names) antecedent(gender class, i int) (name, bool) {
	sure, unsure := -1, -1
	for k, seen := len(n.all)-1, 0; k >= 0 && seen < 40; k, seen = k-1, seen+1 {
		m := n.all[k]
		if m.end > i || m.body {
			continue
		}
		leads := n.leads(m.from)
		switch {
		case m.gender == gender && leads:
			return n.full(k), true
		case m.gender == gender:
			sure = max(sure, k)
		case m.gender != 0 || m.words < 2 && !n.person(m):
		case leads && sure < 0:
			return n.full(k), true
		default:
			unsure = max(unsure, k)
		}
	}
	switch {
	case sure >= 0:
		return n.full(sure), true
	case unsure >= 0:
		return n.full(unsure), true
	}
	return name{}, false
}

// full returns the fullest mention of name k up to it.
func (n *names) full(k int) name {
	m := n.all[k]
	s := Speaker{Start: m.start, End: m.end, NameStart: m.start, NameEnd: m.end}
	n.resolve(&s)
	m.start, m.end = s.NameStart, s.NameEnd
	return m
}

// runEnd returns the end of the run of capitalized words that begins at i.
func (n *names) runEnd(i int) int {
	end := i
	for next := i; next > 0 && end-i < 64; {
		end, _ = n.wordEnd(next, len(n.text))
		next = n.nextCapital(end, len(n.text))
	}
	return end
}

// endingAt returns the name that ends before the comma and the space before i.
func (n *names) endingAt(i int) (start, end int, ok bool) {
	i = len(strings.TrimRight(n.text[:i+1], " ,\n"))
	for k := len(n.all) - 1; k >= 0 && n.all[k].end >= i; k-- {
		if n.all[k].end == i {
			return n.all[k].start, n.all[k].end, true
		}
	}
	return 0, 0, false
}

// last returns the last word of a name.
func (n *names) last(m name) string {
	s := n.text[m.start:m.end]
	return s[strings.LastIndexByte(s, ' ')+1:]
}

// person reports whether a name is known to be a person's.
func (n *names) person(m name) bool {
	p := n.known(n.last(m))
	return p != nil && p.person
}

// speaks notes that whom s names is a person.
func (n *names) speaks(s Speaker) {
	if p := n.known(n.last(name{start: s.NameStart, end: s.NameEnd})); p != nil {
		p.person = true
	}
}
