package quote

import "strings"

// maxModifier is the greatest number of words between a noun and the end of what
// says which one is meant.
const maxModifier = 12

// modified returns the subject of which words[from:to], the noun phrase before a
// verb, may only be the end: of "a person familiar with the matter" and of "police
// chasing the van" the whole, of "the man who found the van" the man.
func (x *splitter) modified(from, to, lo int) (int, int) {
	p := from - 1
	if p > lo && x.words[p].kind == lowerWord && x.role(p)&preposition != 0 {
		p--
	}
	if p > lo && x.progressive(p) && x.noun(p-1) {
		return x.phraseBefore(p, lo), to
	}
	if h := x.suffered(from, lo); h < from {
		return h, to
	}
	for k := from - 2; k > lo && k >= from-maxModifier; k-- {
		if x.words[k+1].kind >= sign || x.words[k].kind >= sign || x.tells(k+1) {
			break
		}
		if x.words[k].kind != lowerWord || x.role(k)&relative == 0 || x.word(k) == "whose" {
			continue
		}
		if x.word(k) != "who" && x.role(k-1)&(roleWord|body) == 0 || !x.noun(k-1) {
			break // "it heard that"
		}
		return x.phraseBefore(k, lo), k
	}
	return from, to
}

// tells reports whether word i is a cue for what somebody says, and not of him who
// "asked not to be named".
func (x *splitter) tells(i int) bool {
	if c := x.words[i].cue; c != sayCue && c != reportCue {
		return false
	}
	next := i + 1
	if x.word(next) == "not" {
		next++
	}
	return x.word(next) != "to"
}

// suffered returns the start of the noun phrase that a participle before word from
// goes on with: "Families hit by the flood", "The man accused of arson"; from where
// there is none.
func (x *splitter) suffered(from, lo int) int {
	v := from - 2
	if v <= lo || x.words[v].kind != lowerWord || x.words[v+1].kind != lowerWord || !x.noun(v-1) {
		return from
	}
	if !strings.HasSuffix(x.word(v), "ed") && x.role(v)&(past|attach) == 0 {
		return from
	}
	switch x.word(v + 1) {
	case "by", "to":
	case "of", "with":
		if x.words[v].cue != callCue {
			return from
		}
	default:
		return from
	}
	if h := x.phraseBefore(v, lo); x.leading(h, lo) {
		return h
	}
	return from
}

// leading reports whether word i begins the sentence from lo on, or a clause of it.
func (x *splitter) leading(i, lo int) bool {
	return i == lo || x.words[i-1].kind == sign || x.role(i-1)&conjunction != 0
}

// phraseBefore returns the start of the noun phrase that ends before word to.
func (x *splitter) phraseBefore(to, lo int) int {
	from := to
	for from > lo && x.reaches(from-1, lo, from < to) {
		if from--; x.opens(from, lo) {
			break
		}
	}
	return from
}

// opens reports whether word k is an article or the like with which a subject
// begins, and no longer one goes on: "the" of "a person close to the deal".
func (x *splitter) opens(k, lo int) bool {
	if x.role(k)&determiner == 0 {
		return false
	}
	if k == lo {
		return true
	}
	before := x.role(k - 1)
	return before&(join|determiner) == 0 && (before&preposition == 0 || k-1 == lo || x.role(k-2)&attach == 0)
}

// joined returns the start of the subject whose last noun phrase begins with word
// from: "Ann Holt and Bill Marsh", "Holt and her lawyer".
func (x *splitter) joined(from, lo int) int {
	if from < lo+2 || x.words[from-1].kind != lowerWord || x.word(from-1) != "and" || x.words[from].kind != capital && x.role(from)&determiner == 0 {
		return from
	}
	if last := from - 2; x.words[last].kind != capital && (x.words[last].kind != lowerWord || x.role(last)&roleWord == 0 || x.words[last].cue != noCue) {
		return from // "He wept and the mayor"
	}
	first := x.phraseBefore(from-1, lo)
	if x.words[first].kind != capital && x.role(first)&determiner == 0 {
		return from
	}
	for at := first; at > lo+1 && x.is(at-1, ',') && x.words[at-2].kind == capital; {
		if at = x.phraseBefore(at-1, lo); x.leading(at, lo) && (at == lo || !x.is(at-1, ',')) {
			first = at // Ann Holt, Bill Marsh and
		}
	}
	if !x.leading(first, lo) {
		return from
	}
	return first
}

// place reports whether word i is a noun for a place that a name may follow.
func (x *splitter) place(i int) bool {
	switch x.word(i) {
	case "capital", "city", "town", "village", "suburb", "district", "region", "province", "island", "port":
		return true
	}
	return false
}

// lately reports whether word k ends a time that is told by today: last week.
func (x *splitter) lately(k int) bool {
	switch x.word(k) {
	case "week", "month", "year", "night", "weekend", "autumn", "spring", "summer", "winter":
		switch x.word(k - 1) {
		case "last", "this", "next":
			return true
		}
	}
	return false
}

// progressive reports whether word i has the ending of "chasing" and is no cue.
func (x *splitter) progressive(i int) bool {
	w := &x.words[i]
	return w.kind == lowerWord && w.cue == noCue && w.class&^(body|work|cueNext) == 0 && strings.HasSuffix(x.word(i), "ing")
}

// noun reports whether word i can be the last one of a noun phrase.
func (x *splitter) noun(i int) bool {
	w := &x.words[i]
	return w.kind < number && w.cue == noCue && !w.genitive && !strings.HasSuffix(x.word(i), "ly") &&
		x.role(i)&(preposition|conjunction|auxiliary|past|adverb|determiner|relative|timeWord) == 0
}

// doing reports whether word n goes on with the noun before it by what that does
// to somebody or something: "a lawyer representing the family".
func (x *splitter) doing(n, hi int) bool {
	return n+1 < hi && x.words[n-1].kind == lowerWord && x.progressive(n) && x.noun(n-1) &&
		(x.role(n+1)&determiner != 0 || x.words[n+1].kind == capital)
}

// maxTitled is the greatest number of words from a name to the end of what a person
// is called by it: Yale constitutional law professor.
const maxTitled = 3

// titles reports whether word n, after a name, begins what somebody is by it: "a
// Toyota spokesman", "EU foreign policy chief".
func (x *splitter) titles(n, hi int) bool {
	for k := n; k < min(n+maxTitled, hi); k++ {
		w := &x.words[k]
		if w.kind != lowerWord || w.cue != noCue || x.role(k)&^roleWord&^(honorific|male|female|body|work) != 0 {
			return false
		}
		switch word := strings.TrimSuffix(x.word(k), "s"); {
		case x.lexis.class(word)&roleWord != 0, agent(word):
			return true
		case strings.HasSuffix(word, "ed"), strings.HasSuffix(word, "ly"):
			return false
		}
	}
	return false
}

// agents reports whether word i means several who have a role: lawyers, those.
func (x *splitter) agents(i int) bool {
	if x.words[i].class != 0 {
		return x.word(i) == "those"
	}
	w, ok := strings.CutSuffix(x.word(i), "s")
	return ok && x.lexis.class(w)&roleWord != 0
}

// agent reports whether w has an ending of words for what somebody is.
func agent(w string) bool {
	if len(w) < 6 {
		return false
	}
	for _, e := range [...]string{"er", "or", "ist", "ian", "man", "woman"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}
