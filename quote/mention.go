package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mentions is what is known of the names that a word stands in.
type mentions struct {
	done    int  // mentions in text[:done] are known
	fullest name // the longest, the first of equals
	person  bool // one has a title, or speaks
}

// nameReach is how far back in the text the fullest mention of a name is looked
// for, in bytes.
const nameReach = 24 << 10

// of returns what the text up to i shows of the names that the word w stands in.
func (n *names) of(w string, i int) *mentions {
	if n.seen == nil {
		n.seen = make(map[string]int32, 32)
	}
	k, ok := n.seen[w]
	if !ok {
		k = int32(len(n.known))
		n.seen[w] = k
		n.known = append(n.known, mentions{})
	}
	e := &n.known[k]
	at := max(e.done, i-nameReach)
	if at >= i {
		return e
	}
	e.done = i
	for _, start := range n.words.of(w, at, i) {
		if start < at {
			continue // within the name before
		}
		at = start + len(w)
		if sideBefore(n.text[:start]) == letter || sideAfter(n.text[at:]) == letter {
			continue
		}
		m, _ := n.parse(n.runStart(start), len(n.text))
		if m.words == 0 || m.start > start || m.end < at {
			continue
		}
		e.person = e.person || m.titled
		if m.words > e.fullest.words {
			gender := e.fullest.gender
			e.fullest = m
			if m.gender == 0 {
				e.fullest.gender = gender
			}
		}
		if e.fullest.gender == 0 || m.titled && m.gender != 0 {
			e.fullest.gender = m.gender
		}
		at = max(at, m.end)
	}
	return e
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
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) && n.lexis.classOf(w)&honorific == 0 {
			break
		}
		start = n.skip(stop, s.End)
	}
	own := n.text[min(start, s.End):s.End]
	if own == "" {
		return
	}
	k := n.of(own[strings.LastIndexByte(own, ' ')+1:], s.Start).fullest
	count := strings.Count(own, " ") + 1
	if k.words <= count || k.start >= s.Start || k.body && count == 1 {
		return
	}
	full := n.text[k.start:k.end]
	for w := range strings.FieldsSeq(own) {
		if !strings.Contains(full, w) {
			return
		}
	}
	s.NameStart, s.NameEnd = k.start, k.end
}

// speaks notes that whom s names is a person.
func (n *names) speaks(s Speaker) {
	if k, ok := n.seen[n.last(name{start: s.NameStart, end: s.NameEnd})]; ok {
		n.known[k].person = true
	}
}
