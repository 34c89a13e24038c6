package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mentions is what is known of the names that a word stands in.
type mentions struct {
	done    int   // mentions in text[:done] are known
	fullest name  // the longest, the first of equals
	person  bool  // one has a title, or speaks
	class   class // of the word
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
		n.known = append(n.known, mentions{class: n.lexis.class(w)})
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
		var m name
		if e.class&unlikely == 0 && n.alone(start, at) {
			if e.fullest.words > 0 && (e.fullest.gender != 0 || e.class&(hisName|herName) == 0) {
				continue // it shows nothing new
			}
			m = name{start: start, end: at, from: start, words: 1, gender: e.class & (hisName | herName), body: e.class&body != 0}
		} else if m, _ = n.parse(n.runStart(start), len(n.text)); m.words == 0 || m.start > start || m.end < at {
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

// unlikely are the classes of words that are no name, or none by themselves.
const unlikely = pronoun | determiner | preposition | conjunction | auxiliary | adverb | relative | timeWord | honorific

// alone reports whether the word text[start:end] surely is a whole name: small
// words or signs stand on both sides of it.
func (n *names) alone(start, end int) bool {
	if end+1 >= len(n.text) {
		return false
	}
	switch c := n.text[end]; {
	case c == ' ' && n.plain(n.text[end+1]):
	case c == ',' || c == ')' || c == ';' || c == ':' || c == '!' || c == '?' || c == '"':
	default:
		return false
	}
	if start < 2 || n.text[start-1] != ' ' {
		return true
	}
	k := start - 1
	for k > 0 && start-k < maxWord && n.text[k-1] > ' ' {
		k--
	}
	return k < start-1 && n.plain(n.text[k])
}

// plain reports whether a word that begins with c is neither a name nor a
// particle of one.
func (n *names) plain(c byte) bool { return c-'a' < 26 && n.lexis.particles>>(c&31)&1 == 0 }

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
