package quote

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// resolve sets the fullest earlier mention of whom s mentions. One mention often
// stands for several quotations in turn.
func (x *attributor) resolve(s *Speaker) {
	if r := &x.resolved; s.Start != r.Start || s.End != r.End {
		*r = *s
		x.at = x.paragraphOf(s.Start)
		x.lead(r)
	}
	s.NameStart, s.NameEnd = x.resolved.NameStart, x.resolved.NameEnd
}

// lead leads the mention of s back to its fullest earlier one.
func (x *attributor) lead(s *Speaker) {
	m := x.text[s.Start:s.End]
	c := x.lexis.classOf(m)
	switch {
	case c&(pronoun|possessive) != 0 && c&male != 0:
		x.resolvePerson(s, hisName)
	case c&(pronoun|possessive) != 0 && c&female != 0:
		x.resolvePerson(s, herName)
	case strings.HasPrefix(m, "the ") && strings.HasSuffix(m, "-year-old"):
		x.resolvePerson(s, hisName|herName)
	case c&pronoun != 0 && strings.EqualFold(m, "it"):
		x.resolveSubject(s, func(from, to int) bool { return !x.plural(from, to) })
	case c&pronoun != 0 && strings.EqualFold(m, "they"):
		x.resolveSubject(s, x.plural)
	case strings.HasPrefix(m, "the ") || strings.HasPrefix(m, "The "):
		x.resolveRole(s)
	default:
		x.names.resolve(s)
	}
}

// resolvePerson sets whom a mention of somebody of the given gender stands for:
// the person named last, or else the subject before it.
func (x *attributor) resolvePerson(s *Speaker, gender class) {
	if m, ok := x.antecedent(gender, s.Start); ok {
		n := Speaker{Start: m.start, End: m.end, NameStart: m.start, NameEnd: m.end}
		x.names.resolve(&n)
		s.NameStart, s.NameEnd = n.NameStart, n.NameEnd
	} else {
		x.resolveSubject(s, x.person)
	}
}

// Where the name that a pronoun stands for is looked for.
const (
	pronounReach = 16 // paragraphs
	pronounNames = 40 // names
)

// antecedent returns the name that a pronoun at text offset i stands for.
// Names within quotations do not count.
func (x *attributor) antecedent(gender class, i int) (name, bool) {
	a := antecedent{gender: gender}
	for k := x.at; k >= max(0, x.at-pronounReach) && a.seen < pronounNames; k-- {
		all := x.namesOf(k)
		n, _ := slices.BinarySearchFunc(all, i+1, func(m name, i int) int { return cmp.Compare(m.end, i) })
		for j := n - 1; j >= 0 && a.seen < pronounNames; j-- {
			if a.try(&x.names, all[j]) {
				return a.found()
			}
		}
	}
	return a.found()
}

// namesOf returns the names in the narrative of paragraph k.
func (x *attributor) namesOf(k int) []name {
	if r := x.namesIn[k]; r.known {
		return x.named[r.first:r.last]
	}
	p, first := x.paragraphs[k], len(x.named)
	at := p.start
	i := x.firstFrom(p.start)
	for j := i - 1; j >= 0 && j >= i-maxDepth; j-- {
		at = max(at, x.found[j].End) // a quotation that goes on in this paragraph
	}
	for ; i < len(x.found) && x.found[i].Start < p.end; i++ {
		if x.found[i].Depth == 1 {
			x.named = x.names.in(x.named, min(at, x.found[i].Start), x.found[i].Start)
			at = x.found[i].End
		}
	}
	x.named = x.names.in(x.named, min(at, p.end), p.end)
	x.namesIn[k] = nameRange{first: first, last: len(x.named), known: true}
	return x.named[first:]
}

// A nameRange is where the names of a paragraph stand among those of the text.
type nameRange struct {
	first, last int
	known       bool
}

// resolveSubject sets what a pronoun stands for that no name is found for: the
// subject of this sentence or of one before it, if it fits.
func (x *attributor) resolveSubject(s *Speaker, fits func(from, to int) bool) {
	k := x.at
	r := x.read(k)
	n, _ := slices.BinarySearchFunc(r.starts, s.Start, func(lo, i int) int { return cmp.Compare(r.words[lo].start, i+1) })
	keep := x.words
	x.words = r.words
	done := x.subjectOf(s, r.starts[max(0, n-subjectSentences):n], fits)
	x.words = keep
	if done || n >= subjectSentences || k == 0 {
		return
	}
	x.visit(x.tail(x.paragraphs[k-1]), func() {
		var starts []int
		for lo := 0; lo < len(x.words); lo = x.sentenceEnd(lo) {
			starts = append(starts, lo)
		}
		x.subjectOf(s, starts, fits)
	})
}

// paragraphOf returns the index of the paragraph that holds text[i].
func (x *attributor) paragraphOf(i int) int {
	if p := x.paragraphs[x.at]; p.start <= i { // mostly one soon after
		for k := x.at; k < min(x.at+8, len(x.paragraphs)); k++ {
			if i < x.paragraphs[k].end {
				return k
			}
		}
	}
	k, _ := slices.BinarySearchFunc(x.paragraphs, i, func(p span, i int) int { return cmp.Compare(p.end, i+1) })
	return k
}

// subjectOf makes the subject of the last sentence that has one which fits, of
// those that begin at words starts, whom s stands for, and reports whether there
// is one.
func (x *attributor) subjectOf(s *Speaker, starts []int, fits func(from, to int) bool) bool {
	for _, lo := range slices.Backward(starts) {
		from, to := x.mainSubject(lo, len(x.words))
		if from >= to || x.words[from].start >= s.Start || x.role(from)&pronoun != 0 && x.role(from)&determiner == 0 {
			continue
		}
		if fits(from, to) {
			n := x.mention(from, to, -1)
			s.NameStart, s.NameEnd = n.Start, n.End
			return true
		}
	}
	return false
}

// subjectSentences is how many sentences of a paragraph are looked at for what a
// pronoun stands for.
const subjectSentences = 8

// person reports whether the noun phrase words[from:to] can be one person: "the
// mayor", "her flatmate Jonas", a name that stands alone.
func (x *attributor) person(from, to int) bool {
	last := &x.words[to-1]
	if last.kind == lowerWord {
		return x.role(to-1)&roleWord != 0 && !x.plural(from, to)
	}
	return last.kind == capital && x.lexis.classOf(x.word(to-1)) == 0 &&
		(to == from+1 || x.words[to-2].kind == lowerWord && x.role(from)&possessive != 0)
}

// plural reports whether the noun phrase words[from:to] means several.
func (x *attributor) plural(from, to int) bool {
	last := from
	for last+1 < to && x.role(last+1)&preposition == 0 {
		last++
	}
	w := x.word(last)
	if !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") {
		return false
	}
	return x.words[last].kind == lowerWord || last == from && x.initial(from) && agent(w[:len(w)-1]) // Campaigners
}

// Where an earlier mention of "the official" is looked for.
const (
	roleReach   = 8 << 10 // bytes
	roleStretch = 512     // of them at a time, from the last
	rolePlaces  = 8
)

// resolveRole sets whom "the official" stands for: "a senior official" before
// it, or the person who is called one there: "Hugh Daly, a spokesman".
func (x *attributor) resolveRole(s *Speaker) {
	m := x.text[s.Start:s.End]
	noun := m[strings.LastIndexByte(m, ' ')+1:]
	if x.lexis.classOf(noun)&roleWord == 0 || strings.Count(m, " ") > 2 {
		return
	}
	base := max(0, s.Start-roleReach)
	for end, left := s.Start, rolePlaces; end > base && left > 0; {
		start := max(base, end-roleStretch)
		places := x.names.words.all(noun, start, min(end+len(noun)-1, s.Start))
		for _, i := range slices.Backward(places) {
			if left == 0 || x.introducedBy(s, base, i, i+len(noun)) {
				return
			}
			left--
		}
		end = start
	}
}

// introducedBy sets whom s stands for if the role word text[start:end] introduces
// somebody, and reports whether it does. Nothing before base is looked at.
func (x *attributor) introducedBy(s *Speaker, base, start, end int) bool {
	if start == base || x.text[start-1] != ' ' || sideAfter(x.text[end:s.Start]) == letter {
		return false
	}
	from, to, ok := x.introduced(base, start-base, end-base)
	if !ok {
		return false
	}
	n := Speaker{Start: from, End: to, NameStart: from, NameEnd: to}
	if r, _ := utf8.DecodeRuneInString(x.text[from:]); unicode.IsUpper(r) {
		x.names.resolve(&n)
	}
	s.NameStart, s.NameEnd = n.NameStart, n.NameEnd
	return true
}

// introduced returns whom text[base:] introduces with the role word at
// [start,end) from base: "A senior Treasury official", "Hugh Daly, a spokesman",
// "spokesman Hugh Daly".
func (x *attributor) introduced(base, start, end int) (from, to int, ok bool) {
	text := x.text[base:]
	if r, _ := utf8.DecodeRuneInString(text[min(end+1, len(text)):]); end < len(text) && text[end] == ' ' && unicode.IsUpper(r) {
		n := x.names.runEnd(base + end + 1)
		return base + end + 1, n, n > base+end+1
	}
	line := text[:start]
	if i := strings.LastIndexAny(line, ".!?\n"); i >= 0 {
		line = line[i+1:]
	}
	words := strings.Fields(line)
	at := start
	for k := len(words) - 1; k >= 0 && k >= len(words)-6; k-- {
		at = strings.LastIndex(text[:at], words[k])
		switch strings.ToLower(words[k]) {
		case "a", "an", "another", "one":
			if k > 0 && strings.HasSuffix(words[k-1], ",") {
				if from, to, ok = x.names.endingAt(base + at - 1); ok {
					return from, to, true
				}
			}
			return base + at, base + end, true
		}
		if strings.HasSuffix(words[k], ",") {
			break
		}
	}
	return 0, 0, false
}
