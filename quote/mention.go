package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mentions is what is known of the names that a word stands in.
type mentions struct {
	word    string
	before  int32 // as in heads: one with the same hash
	done    int   // mentions in text[:done] are known
	fullest name  // the longest, the first of equals
	person  bool  // one has a title, or speaks
}

// nameReach is how far back in the text the fullest mention of a name is looked
// for, in bytes.
const nameReach = 24 << 10

// of returns what the text up to i shows of the names that the word w stands in.
func (n *names) of(w string, i int) *mentions {
	e, head := n.about(w)
	if e == nil {
		n.known = append(n.known, mentions{word: w, before: *head})
		*head = int32(len(n.known))
		e = &n.known[*head-1]
	}
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
		if n.alone(start, at) || sideBefore(n.text[:start]) == letter || sideAfter(n.text[at:]) == letter {
			continue // a name of one word shows nothing that the word does not
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

// about returns what was found out about w so far, and where in heads it belongs;
// nil if nobody asked.
func (n *names) about(w string) (e *mentions, head *int32) {
	key := keyOf(w, len(w))
	head = &n.heads[key.hash()%uint32(len(n.heads))]
	for k := *head; k > 0; k = e.before {
		if e = &n.known[k-1]; e.word == w {
			return e, head
		}
	}
	return nil, head
}

// alone reports whether text[start:end], a capitalized word, surely is a name by
// itself: small words or signs stand on both sides of it.
func (n *names) alone(start, end int) bool {
	if end+4 >= len(n.text) {
		return false
	}
	switch c := n.text[end]; {
	case c == ' ':
		if !n.small(end + 1) {
			return false
		}
	case c == '.' && n.text[end+1] <= ' ' && end-start > 3:
	case c == ',' || c == ')' || c == ';' || c == ':' || c == '!' || c == '?' || c == '"':
	case c == '\'' && n.text[end+1] == 's' && (n.text[end+2] == ' ' || n.text[end+2] == ','):
	case strings.HasPrefix(n.text[end:], "’s ") || strings.HasPrefix(n.text[end:], "’s,"):
	default:
		return false
	}
	if start < 2 || n.text[start-1] != ' ' {
		return true
	}
	return n.small(wordStart(n.text, start-1))
}

// small reports whether a word with a small letter begins at i that is no particle
// of a name.
func (n *names) small(i int) bool {
	if n.text[i]-'a' >= 26 {
		return false
	}
	return !n.lexis.mayBeParticle(n.text[i:]) || n.lexis.classAt(n.text[i:], n.wordEnd(i, len(n.text))-i)&particle == 0
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
	if e, _ := n.about(n.last(name{start: s.NameStart, end: s.NameEnd})); e != nil {
		e.person = true
	}
}
