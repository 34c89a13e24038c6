package quote

import (
	"slices"
	"strings"
)

// nounPhrase returns the end of the noun phrase that begins with word i; i where
// none does.
func (x *splitter) nounPhrase(i, hi int) int {
	if i >= hi || x.words[i].kind >= sign {
		return i
	}
	c := x.role(i)
	switch {
	case c&timeWord != 0, c&determiner == 0 && c&(preposition|conjunction|auxiliary|adverb|relative) != 0:
		return i
	case c&pronoun != 0 && c&determiner == 0:
		return i + 1
	case c&determiner == 0 && x.words[i].kind == lowerWord && x.words[i].cue != noCue:
		return i
	}
	n, named := i+1, x.words[i].kind == capital && c&determiner == 0
	for n < hi && x.continues(n, hi, named) {
		if x.role(n)&join != 0 || x.attaches(n, hi) || x.doing(n, hi) {
			m := x.nounPhrase(n+1, hi)
			if m == n+1 {
				return n
			}
			n, named = m, x.words[m-1].kind == capital
			continue
		}
		named = x.words[n].kind == capital || x.words[n].kind == quoted
		n++
	}
	if c&pronoun != 0 && c&determiner != 0 && n == i+1 {
		return n // "some said"
	}
	return n
}

// continues reports whether word n goes on with a noun phrase; named tells
// whether the word before is a name.
func (x *splitter) continues(n, hi int, named bool) bool {
	w, before := &x.words[n], &x.words[n-1]
	c := x.role(n)
	switch {
	case w.kind == sign:
		return x.ampersand(n, hi)
	case w.kind == quoted: // William “Skip” Dorsey
		return named && n+1 < hi && x.words[n+1].kind == capital && x.nicknamed(n)
	case w.kind == capital:
		return c&timeWord == 0
	case named && x.titles(n, hi):
		return true
	case w.kind == number:
		return !named
	case c&particle != 0 && named && n+1 < hi && (x.words[n+1].kind == capital || x.role(n+1)&particle != 0),
		c&particle != 0 && x.role(n-1)&particle != 0:
		return true
	case c&join != 0:
		return x.word(n) == "of" || !named || x.role(n-1)&roleWord != 0
	case x.attaches(n, hi), c&attach != 0 && n+1 < hi && x.attaches(n+1, hi):
		return true
	case x.role(n-1)&determiner != 0:
		if x.role(n-1)&pronoun != 0 && w.cue != noCue && strings.HasSuffix(x.word(n), "ed") {
			return false // "another described"
		}
		return c&(preposition|conjunction|auxiliary|pronoun) == 0 || c&determiner != 0
	case c&(preposition|conjunction|auxiliary|past|adverb|pronoun|determiner|relative|timeWord) != 0, w.cue != noCue,
		strings.HasSuffix(x.word(n), "ed") && !strings.HasSuffix(x.word(n-1), "ly"):
		return false
	}
	if n+1 < hi && x.role(n+1)&determiner != 0 && x.role(n-1)&determiner == 0 && strings.HasSuffix(x.word(n-1), "s") && !before.genitive {
		return false // "the analysts cut their target"
	}
	return !named || before.genitive
}

// attaches reports whether word n is a preposition that goes on with the noun
// phrase before it: "a person familiar with", "a report by", "officials in Seoul".
func (x *splitter) attaches(n, hi int) bool {
	if x.role(n)&preposition == 0 || n+1 >= hi {
		return false
	}
	if before := x.role(n - 1); before&roleWord == 0 || x.words[n-1].kind != lowerWord {
		return before&attach != 0
	}
	switch x.word(n) {
	case "by", "from":
		return true
	case "in":
		return x.words[n+1].kind == capital && x.role(n+1)&timeWord == 0
	}
	return false
}

// ampersand reports whether word n, with one before it, is the sign between two
// names: Keller & Co.
func (x *splitter) ampersand(n, hi int) bool {
	return x.words[n].char == '&' && n+1 < hi && x.words[n-1].kind == capital && x.words[n+1].kind == capital
}

// nicknamed reports whether the quotation at word i is short enough for a
// nickname.
func (x *splitter) nicknamed(i int) bool { return x.words[i].end-x.words[i].start < 30 }

// role returns the class of word i.
func (x *splitter) role(i int) class { return x.words[i].class }

// initial reports whether word i may have its capital from the sentence.
func (x *splitter) initial(i int) bool {
	if i == 0 {
		return true
	}
	w := &x.words[i-1]
	return w.kind == quoted || w.kind == sign && w.char != ',' && w.char != '\'' && w.char != '&'
}

// word returns the text of word i.
func (x *splitter) word(i int) string { return x.text[x.words[i].start:x.words[i].end] }

// is reports whether word i is the sign c.
func (x *splitter) is(i int, c byte) bool {
	return x.words[i].kind == sign && x.words[i].char == c
}

// subject returns the noun phrase that is the subject of the verb at word v, in
// a sentence that begins at lo: "Marta Silva" of "Marta Silva, 41, who lost her
// home, has told".
func (x *splitter) subject(v, lo int) (from, to int) {
	to = x.beforeVerb(v, lo)
	if to <= lo {
		return 0, 0
	}
	if from, end := x.apposed(to, to, v); end > to {
		return from, end
	}
	c := x.role(to - 1)
	if c&pronoun != 0 && c&determiner == 0 {
		return to - 1, to
	}
	for from = to; from > lo; {
		k := from - 1
		if r := x.role(k); r&relative != 0 && x.word(k) != "that" {
			if from < to && (x.words[k+1].kind == capital || x.role(k+1)&(determiner|pronoun) != 0 || x.word(k) == "what") {
				break // "which North Korea has"
			}
			// the noun phrase ends before "who lives nearby"
			to = k
			if to > lo && x.is(to-1, ',') {
				to--
			}
			from = to
			continue
		}
		if !x.reaches(k, lo, from < to) {
			break
		}
		from = k
		if x.opens(k, lo) {
			break
		}
	}
	for from < to && x.role(from)&(adverb|preposition) != 0 && x.role(from)&determiner == 0 {
		from++
	}
	if from < to {
		from, to = x.modified(x.placed(from, lo), to, lo)
	}
	if from < to {
		from = x.joined(from, lo)
	}
	if k := slices.IndexFunc(x.words[from:to], func(w word) bool { return w.kind == lowerWord && x.text[w.start:w.end] == "from" }); k > 0 && x.words[from+k+1].kind == capital {
		from += k + 1 // a statement from X
	}
	if to-from > maxSubject {
		from = to - maxSubject
	}
	return from, to
}

// maxPlaced is the greatest number of words between the start of a noun phrase and
// that of one that tells where it is.
const maxPlaced = 10

// placed returns the start of the subject whose last noun phrase begins with word
// from: the object of "near" is no subject, so in "Residents near the border said"
// the residents are.
func (x *splitter) placed(from, lo int) int {
	if from < lo+2 || x.role(from-1)&locative == 0 || x.words[from-1].kind != lowerWord || x.words[from-2].kind >= number {
		return from
	}
	for k := from - 2; k >= lo && k >= from-maxPlaced; k-- {
		c := x.role(k)
		if x.words[k].kind >= number || x.words[k].cue != noCue || x.role(k)&timeWord != 0 ||
			c&(preposition|conjunction|auxiliary|adverb|relative|pronoun) != 0 && c&(determiner|join) == 0 {
			return from
		}
		if k == lo || x.words[k-1].kind >= sign && x.words[k-1].kind != quoted || x.role(k-1)&conjunction != 0 {
			if c&determiner != 0 || x.words[k].kind == capital {
				return k
			}
			return from
		}
	}
	return from
}

// nameAside returns the end of the name that stands between commas after the
// noun phrase that ends at word to: "the negotiator, Kim Myong Gil,"; to where
// none does.
func (x *splitter) nameAside(to, hi int) int {
	if to+1 >= hi || !x.is(to, ',') || x.words[to+1].kind != capital || x.role(to+1)&(timeWord|determiner|preposition) != 0 {
		return to
	}
	if x.place(to - 1) {
		return to // "the capital, Oslo,"
	}
	n := x.nounPhrase(to+1, hi)
	if n < len(x.words) && !x.is(n, ',') && !x.is(n, '.') || n > to+6 || x.words[n-1].kind != capital {
		return to
	}
	return n
}

// apposed returns the name beside the noun phrase words[from:to], or that phrase:
// "Dana Roth" of "its lawyer, Dana Roth,".
func (x *splitter) apposed(from, to, hi int) (int, int) {
	if n := x.nameAside(to, hi); n > to && x.words[to-1].kind == lowerWord {
		return to + 1, n
	}
	return from, to
}

// maxSubject is the greatest number of words in a subject.
const maxSubject = 16

// beforeVerb returns the end of what may be the subject of the verb at word v:
// auxiliaries, adverbs, times and asides between the two are passed over.
func (x *splitter) beforeVerb(v, lo int) int {
	to := v
	for to > lo {
		k := to - 1
		w := &x.words[k]
		c := x.role(k)
		switch {
		case w.kind == sign && w.char == ',':
			k = x.aside(k, lo)
			if k < 0 {
				return to
			}
			to = k
		case w.kind == sign && w.char == ')':
			for to > lo && !x.is(to-1, '(') {
				to--
			}
			to--
		case c&timeWord != 0 && k > lo && (x.role(k-1)&preposition != 0 || x.words[k-1].kind >= capital):
			to = k
			if x.role(k-1)&preposition != 0 {
				to--
			}
		case c&relative != 0 && to == v:
			if to = k; to > lo+1 && x.is(to-1, ',') && x.word(to) != "that" {
				return to - 1 // "Moss, who said"
			}
		case k > lo+1 && x.lately(k):
			to = k - 1
		case c&(auxiliary|adverb) != 0 && c&pronoun == 0,
			w.kind == lowerWord && strings.HasSuffix(x.word(k), "ly") && c&roleWord == 0:
			to = k
		default:
			return to
		}
	}
	return to
}

// aside returns the index of the comma that opens the aside which the comma at
// word k closes: ", 41, a roofer,"; -1 where there is none.
func (x *splitter) aside(k, lo int) int {
	p := x.commaBefore(k, lo)
	if p < 0 || p == k-1 {
		return -1
	}
	for {
		q := x.commaBefore(p, lo)
		if q < 0 {
			break
		}
		first := x.role(q + 1)
		switch {
		case x.words[q+1].kind == number, first&relative != 0:
		case first&determiner != 0 && x.words[q+1].kind == lowerWord && x.words[q-1].kind == capital && x.role(q-1)&timeWord == 0 &&
			(q < lo+2 || x.role(q-2)&preposition == 0): // "Speaking in Lyon, the commissioner"
		default:
			return p
		}
		p = q
	}
	return p
}

// commaBefore returns the last comma before word k, -1 for none in its clause.
func (x *splitter) commaBefore(k, lo int) int {
	for k--; k > lo; k-- {
		if x.is(k, ',') {
			return k
		}
		if x.words[k].kind == quoted || x.words[k].kind == sign && x.words[k].char != '\'' && x.words[k].char != '&' {
			return -1
		}
	}
	return -1
}

// reaches reports whether a noun phrase that begins after word k, if it has
// words already, begins with k or before.
func (x *splitter) reaches(k, lo int, some bool) bool {
	w := &x.words[k]
	c := x.role(k)
	switch {
	case w.kind == sign:
		return k > lo && x.ampersand(k, len(x.words))
	case w.kind == quoted:
		return some && x.nicknamed(k) && k > lo && x.words[k-1].kind == capital && x.words[k+1].kind == capital
	case w.kind == number:
		return true
	case c&timeWord != 0:
		return false
	case x.word(k) == "that":
		return false
	case c&determiner != 0:
		return true
	case c&particle != 0 && k > lo && (x.words[k-1].kind == capital || x.role(k-1)&particle != 0):
		return true
	case k > lo && c&join == 0 && x.attaches(k, len(x.words)):
		return true
	case c&join != 0:
		if k == lo {
			return false
		}
		before := x.role(k - 1)
		return (x.word(k) == "of" || before&roleWord != 0 || x.agents(k-1)) && before&auxiliary == 0 && before&(pronoun|determiner) != pronoun && x.words[k-1].kind < sign
	case c&(preposition|conjunction|auxiliary|pronoun|adverb|relative) != 0:
		return some && c == adverb && k > lo && x.role(k-1)&determiner != 0 // the then mayor
	}
	return w.kind == capital || w.cue == noCue || k > lo && x.role(k-1)&(determiner|pronoun) == determiner // the call
}

// participial reports whether word i, with a capital from the sentence, is a
// participle that leads it in: "Reached by phone, Ito", "Speaking in Lyon, Ito".
func (x *splitter) participial(i, hi int) bool {
	w := &x.words[i]
	if w.kind != capital || !x.initial(i) || i+1 >= hi {
		return false
	}
	if strings.HasSuffix(x.word(i), "ing") {
		return true
	}
	next := &x.words[i+1]
	return (w.class&past != 0 || w.class&(hisName|herName) == 0 && strings.HasSuffix(x.word(i), "ed")) &&
		next.kind == lowerWord && next.class&(preposition|determiner|conjunction|adverb|auxiliary) != 0 && next.class&(auxiliary|relative) == 0
}

// mainSubject returns the noun phrase that the sentence words[lo:hi] begins
// with, after what leads in: "On Monday,", "But".
func (x *splitter) mainSubject(lo, hi int) (from, to int) {
	for lo < hi {
		c := x.role(lo)
		switch {
		case x.words[lo].kind >= sign:
			lo++
		case c&determiner != 0 || c&pronoun != 0:
			return lo, x.nounPhrase(lo, hi)
		case c&(preposition|timeWord) != 0, x.participial(lo, hi):
			k := lo
			for k < hi && !x.is(k, ',') {
				k++
			}
			if k == hi {
				return 0, 0
			}
			lo = k + 1
		case c&(conjunction|adverb) != 0:
			lo++
		default:
			return lo, x.nounPhrase(lo, hi)
		}
	}
	return 0, 0
}
