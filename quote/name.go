package quote

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed rules/names.txt
var nameRules string

// genders returns the first names of women and men.
var genders = sync.OnceValue(func() map[string]class {
	first := map[string]class{}
	section := female
	for line := range strings.Lines(nameRules) {
		switch line = strings.TrimSpace(line); {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			section = classNames[strings.Trim(line, "[]")]
		default:
			for _, w := range strings.Fields(line) {
				first[w] = section
			}
		}
	}
	return first
})

// A name is a run of capitalized words in a text.
type name struct {
	start, end int   // without titles in front
	words      int   // how many
	gender     class // male, female or neither
	body       bool  // the name of an organization or a place
	leads      bool  // it stands at the start of its sentence
}

// names knows the names of a text up to some place.
type names struct {
	text    string
	done    int            // names of text[:done] are known
	all     []name         // in order
	fullest map[string]int // by first and last word: index of the longest name with it, the first of equals
	gender  map[string]class
	persons map[string]bool // last words of names that have a title, or speak
}

// read takes in the names up to end.
func (n *names) read(end int) {
	if n.fullest == nil {
		n.fullest, n.gender, n.persons = map[string]int{}, map[string]class{}, map[string]bool{}
	}
	leads := n.done == 0
	for i := n.done; i < end; {
		c := n.text[i]
		switch {
		case c >= 'A' && c <= 'Z':
			i = n.run(i, end, leads)
			leads = false
		case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9':
			for i < end && (letterByte(n.text[i]) || n.text[i] >= '0' && n.text[i] <= '9') {
				i++
			}
			leads = false
		case c >= utf8.RuneSelf:
			r, w := utf8.DecodeRuneInString(n.text[i:])
			if unicode.IsUpper(r) {
				i = n.run(i, end, leads)
				leads = false
			} else {
				i += w
			}
		default:
			leads = leads || c == '.' || c == '\n' || c == '!' || c == '?' || c == '"' || c == ':'
			i++
		}
	}
	n.done = max(n.done, end)
}

// maxName is the greatest number of words in a name.
const maxName = 8

// run takes in the name that begins at i and returns where the text goes on.
func (n *names) run(i, end int, leads bool) int {
	m := name{start: i, leads: leads}
	title := class(0) // gender that a title gives
	next := i
	for m.words < maxName && next < end {
		stop := n.wordEnd(next, end)
		w := n.text[next:stop]
		c := classOf(w)
		first := m.words == 0
		if first && leads && c&(pronoun|determiner|preposition|conjunction|auxiliary|adverb|relative) != 0 && c&honorific == 0 {
			return stop
		}
		if c&timeWord != 0 && !(first && w == "May") {
			if first {
				return stop
			}
			break
		}
		if c&honorific != 0 && first {
			title |= c & (male | female | honorific)
			m.start = n.skip(stop, end)
		} else {
			m.words++
			m.body = m.body || c&body != 0
		}
		m.end = stop
		if genitive := strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"); genitive != w {
			m.end -= len(w) - len(genitive)
			next = stop
			break
		}
		next = n.nextCapital(stop, end)
		if next == 0 {
			next = stop
			break
		}
	}
	if m.words == 0 || m.start >= m.end {
		return max(next, i+1)
	}
	n.add(m, title)
	return max(next, i+1)
}

// add keeps a name; title is the gender that its title shows.
func (n *names) add(m name, title class) {
	s := n.text[m.start:m.end]
	first, last := s, s
	if i := strings.IndexByte(s, ' '); i >= 0 {
		first, last = s[:i], s[strings.LastIndexByte(s, ' ')+1:]
	}
	switch {
	case title&(male|female) != 0:
		m.gender = title & (male | female)
	case m.words > 1:
		m.gender = genders()[strings.ToLower(first)]
	}
	if m.gender == 0 {
		m.gender = n.gender[last]
	}
	if m.gender == 0 && m.words == 1 {
		m.gender = genders()[strings.ToLower(first)]
	}
	if title != 0 {
		n.persons[last] = true
	}
	if m.words > 1 && genders()[strings.ToLower(first)] != 0 {
		m.body = false
	}
	if m.gender != 0 {
		n.gender[last] = m.gender
	}
	k := len(n.all)
	n.all = append(n.all, m)
	for _, w := range [...]string{first, last} {
		if old, ok := n.fullest[w]; !ok || m.words > n.all[old].words && !(n.ends(old, w) && w != last) {
			n.fullest[w] = k
		}
	}
}

// ends reports whether name k ends with the word w.
func (n *names) ends(k int, w string) bool {
	return strings.HasSuffix(n.text[n.all[k].start:n.all[k].end], " "+w)
}

// wordEnd returns the end of the word at i: letters, with hyphens, apostrophes
// and the full stops of initials inside.
func (n *names) wordEnd(i, end int) int {
	for j := i; j < end; {
		c := n.text[j]
		if letterByte(c) || c >= '0' && c <= '9' {
			j++
			continue
		}
		if c >= utf8.RuneSelf {
			r, w := utf8.DecodeRuneInString(n.text[j:])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '’' || r == '’' && sideAfter(n.text[j+w:]) != letter {
				return j
			}
			j += w
			continue
		}
		follows := j+1 < end && (letterByte(n.text[j+1]) || n.text[j+1] >= utf8.RuneSelf)
		if (c == '-' || c == '\'') && follows {
			j++
			continue
		}
		if c == '.' && (j-i == 1 || j >= 2 && n.text[j-2] == '.' || classOf(n.text[i:j])&abbreviation != 0) {
			j++
			if follows {
				continue
			}
		}
		return j
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
		r, _ := utf8.DecodeRuneInString(n.text[i:])
		if unicode.IsUpper(r) {
			return i
		}
		stop := n.wordEnd(i, end)
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
		stop := n.wordEnd(start, s.End)
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
	words := strings.Fields(n.text[min(start, s.End):s.End])
	if len(words) == 0 {
		return
	}
	k, ok := n.fullest[words[len(words)-1]]
	if !ok || n.all[k].words <= len(words) || n.all[k].start >= s.Start || n.all[k].body && len(words) == 1 {
		return
	}
	full := n.text[n.all[k].start:n.all[k].end]
	for _, w := range words {
		if !strings.Contains(full, w) {
			return
		}
	}
	s.NameStart, s.NameEnd = n.all[k].start, n.all[k].end
}

// antecedent returns the name that a pronoun of the given gender at i stands
// for: the last subject that fits, or else the last name.
func (n *names) antecedent(gender class, i int) (name, bool) {
	best := -1
	for k, seen := len(n.all)-1, 0; k >= 0 && seen < 40; k, seen = k-1, seen+1 {
		m := n.all[k]
		if m.start >= i || m.body || m.gender != gender && (m.gender != 0 || m.words < 2 && !n.persons[n.last(m)]) {
			continue
		}
		if m.leads {
			return n.full(k), true
		}
		if best < 0 {
			best = k
		}
	}
	if best < 0 {
		return name{}, false
	}
	return n.full(best), true
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
		end = n.wordEnd(next, len(n.text))
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

// speaks notes that whom s names is a person.
func (n *names) speaks(s Speaker) {
	if r, _ := utf8.DecodeRuneInString(n.text[s.NameStart:]); unicode.IsUpper(r) {
		n.persons[n.last(name{start: s.NameStart, end: s.NameEnd})] = true
	}
}
