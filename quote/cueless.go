package quote

import "strings"

// maxUtterance is the greatest number of words from a verb to what somebody says by
// it: was the rather short answer.
const maxUtterance = 4

// be reports whether word i is a form of to be.
func (x *splitter) be(i int) bool {
	if x.words[i].kind != lowerWord || x.words[i].class&auxiliary == 0 {
		return false
	}
	switch x.word(i) {
	case "is", "was", "are", "were", "be", "been":
		return true
	}
	return false
}

// answered returns the speaker of the quotation that ends before word i, if the
// sentence goes on with whose words it is: "was how X answered", "was the verdict
// of X", "is X's motto".
func (x *attributor) answered(i, hi int) Speaker {
	if i < hi && x.is(i, ':') {
		i++
	}
	if i+2 >= hi || x.words[i].kind != lowerWord || x.words[i].class&(pronoun|determiner|preposition|auxiliary|past) == 0 {
		return Speaker{}
	}
	if x.words[i].class&(pronoun|determiner) != 0 {
		i++ // that was
	}
	if x.word(i) == "in" {
		for v := i + 2; v < min(i+2+maxUtterance, hi); v++ {
			if x.words[v].cue == nobodyCue {
				return x.worded(v, i)
			}
		}
	}
	if i+2 >= hi || !x.be(i) && x.word(i) != "came" {
		return Speaker{}
	}
	switch i++; x.word(i) {
	case "how", "all", "what":
		if to := x.nounPhrase(i+1, hi); to > i+1 {
			return x.mention(i+1, to, -1)
		}
		return Speaker{}
	}
	for u := i; u < min(i+maxUtterance, hi); u++ {
		if x.words[u].class&utterance != 0 {
			return x.utterer(i, u, hi)
		}
	}
	return Speaker{}
}

// utterer returns whose the utterance is that word u names at the end of a noun
// phrase which begins with word from: "X" of "X's answer" and of "the answer from X".
func (x *attributor) utterer(from, u, hi int) Speaker {
	if u+1 < hi && (x.word(u+1) == "from" || x.word(u+1) == "of") {
		if to := x.nounPhrase(u+2, hi); to > u+2 {
			a, b := x.apposed(u+2, to, hi)
			return x.mention(a, b, -1)
		}
	}
	for k := u - 1; k >= from; k-- {
		if x.words[k].genitive {
			return x.mention(from, k+1, -1)
		}
		if x.role(k)&possessive != 0 && x.lexis.classOf(x.word(k))&(male|female) != 0 {
			return x.mention(k, k+1, -1)
		}
	}
	return Speaker{}
}

// beside returns the speaker of the quotation at word k by the word right before it
// and how its sentence, which begins at lo, goes there.
func (x *attributor) beside(k, lo int) Speaker {
	switch w := &x.words[k-1]; {
	case w.kind == sign:
		if s := x.voiced(k, lo); s.some() {
			return s
		}
		if x.words[lo].cue == sayCue && (w.char == ':' || w.char == ',') { // Said Moss: “We wait.”
			if s := x.inverted(lo, k); s.some() && s.End == x.words[k-2].end {
				return s
			}
		}
		if w.char == ':' {
			return x.headed(k-1, lo)
		}
	case w.class&auxiliary != 0:
		return x.voiced(k, lo)
	case w.kind == capital, w.class&roleWord != 0:
		return x.gapped(k, lo)
	case w.class&conjunction != 0:
		return x.secondDoer(k, lo)
	}
	return Speaker{}
}

// voiced returns the speaker of the quotation at word k as a sentence that begins
// at lo says what it is before it: "X's answer was", "The response from X was curt:",
// "X's tweet,".
func (x *attributor) voiced(k, lo int) Speaker {
	switch {
	case k <= lo:
	case x.is(k-1, ':'), x.be(k - 1):
		return x.owned(lo, k)
	case k > lo+2 && (x.is(k-1, ',') || x.is(k-1, '(')) && x.words[k-2].kind == lowerWord && x.words[k-2].class&utterance != 0:
		return x.utterer(x.phraseBefore(k-1, lo), k-2, k)
	}
	return Speaker{}
}

// owned returns whose the utterance is that the subject of the sentence words[lo:hi]
// names.
func (x *attributor) owned(lo, hi int) Speaker {
	from, to := x.mainSubject(lo, hi)
	if from == to {
		return Speaker{}
	}
	for u := from; u < min(from+maxSubject, hi) && x.words[u].kind < sign && x.role(u)&auxiliary == 0; u++ {
		if x.words[u].kind == lowerWord && x.words[u].class&utterance != 0 {
			return x.utterer(from, u, hi)
		}
	}
	return Speaker{}
}

// framed returns the speaker of the quotation at word k by the sentence's first
// words, where it has no cue: "For X, who runs a cafe, the law is", "Per X, it is".
func (x *attributor) framed(k, lo int) Speaker {
	if lo >= k || x.words[lo].kind >= sign {
		return Speaker{}
	}
	switch x.word(lo) {
	case "For", "To":
		if !x.predicate(k, lo) {
			return Speaker{}
		}
	case "Per":
	default:
		return Speaker{}
	}
	to := x.nounPhrase(lo+1, k)
	if to == lo+1 || to >= k || !x.is(to, ',') || x.role(to-1)&timeWord != 0 || x.words[to-1].kind != capital && x.role(to-1)&roleWord == 0 && x.word(lo) != "Per" {
		return Speaker{}
	}
	from, to := x.apposed(lo+1, to, k)
	return x.mention(from, to, -1)
}

// predicate reports whether the quotation at word k tells what something is, in
// the clause before it: "is “a shame”", "felt like “a shame”".
func (x *attributor) predicate(k, lo int) bool {
	for v := k - 1; v > lo && v >= k-maxModifier && x.words[v].kind < sign; v-- {
		if x.be(v) || x.words[v].kind == lowerWord && (x.word(v) == "like" || strings.HasPrefix(x.word(v), "mean")) {
			return true
		}
	}
	return false
}

// gapped returns the speaker of the quotation at word k from a clause that has no
// verb because the one before it is meant: "Labour hailed “a triumph”, Kim “a farce”".
func (x *attributor) gapped(k, lo int) Speaker {
	c := k - 1
	for c >= lo && c >= k-maxModifier && x.words[c].kind < sign {
		c--
	}
	if c < lo {
		return Speaker{}
	}
	from := c + 1
	joined := x.words[from].kind == lowerWord && x.role(from)&conjunction != 0
	switch {
	case c > lo && x.is(c, ',') && x.words[c-1].kind == quoted:
		c--
	case x.words[c].kind != quoted || !joined:
		return Speaker{}
	}
	if joined {
		from++
	}
	to := x.nounPhrase(from, k)
	if to != k || to == from || x.words[to-1].genitive {
		return Speaker{}
	}
	before := x.found[x.words[c].quote].Speaker
	if before.Cue == "" {
		return Speaker{}
	}
	s := x.mention(from, to, -1)
	s.Cue = before.Cue
	return s
}

// complement returns the first word of the last clause of words[lo:hi] that "that"
// joins to a cue: "he" of "The court heard that he"; lo where there is none.
func (x *attributor) complement(lo, hi int) int {
	for k := hi - 1; k > lo && k >= hi-maxSubject; k-- {
		if x.words[k].kind != lowerWord || x.word(k) != "that" {
			continue
		}
		for v := k - 1; v >= lo && v >= k-3; v-- { // told the jury that
			if x.words[v].cue != noCue {
				return k + 1
			}
		}
	}
	return lo
}

// quoter returns who wrote what reads as the quotation, by the cue at word v: "Kim"
// of "heard that Kim had sent a note that read".
func (x *attributor) quoter(v, lo int) Speaker {
	if v <= lo || x.role(v-1)&relative == 0 {
		return Speaker{}
	}
	from, to := x.mainSubject(x.complement(lo, v-1), v)
	if from == to {
		return Speaker{}
	}
	return x.mention(from, to, v)
}

// worded returns the speaker whose words they are, by the cue at word v: "in X's
// words".
func (x *attributor) worded(v, lo int) Speaker {
	from := x.phraseBefore(v, lo)
	if from <= lo-1 || from < 1 || from == v || x.word(v) != "words" || x.words[from-1].kind >= number || !strings.EqualFold(x.word(from-1), "in") {
		return Speaker{}
	}
	return x.utterer(from, v, v)
}

// headed returns the speaker before a colon: "Minister: no plan B".
func (x *attributor) headed(colon, lo int) Speaker {
	if c := x.complement(lo, colon); c > lo && x.words[c-2].cue == viewCue {
		lo = c // The court heard that
	}
	if from, to := x.mainSubject(lo, colon); from < to {
		if to == colon && to-from <= 6 {
			return x.mention(from, to, -1)
		}
		for v := lo; v < colon; v++ {
			if k := x.words[v].cue; k == sayCue || k == callCue || k == sourceCue {
				return Speaker{}
			}
		}
		from, to = x.apposed(from, to, colon)
		return x.mention(from, to, -1)
	}
	return Speaker{}
}

// maxSignature is the greatest number of words of what somebody is, after a name.
const maxSignature = 8

// signature returns the speaker who is named at the end, after a dash or a colon:
// "Ann Holt", "Ann Holt, a nurse".
func (x *attributor) signature(i, hi int) Speaker {
	if i < hi && x.is(i, ':') {
		i++
	}
	end := x.nounPhrase(i, hi)
	if end == i || end < len(x.words)-1 && (!x.is(end, ',') || x.words[end-1].kind != capital || end+maxSignature < len(x.words)) {
		return Speaker{}
	}
	for k := end; k < len(x.words); k++ {
		if x.role(k)&(auxiliary|past|relative) != 0 || x.words[k].kind == quoted {
			return Speaker{}
		}
	}
	return x.mention(i, end, -1)
}
