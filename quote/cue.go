package quote

import "strings"

// maxCues is how many cues of a sentence are tried for one quotation.
const maxCues = 6

// cued returns the speaker whom the sentence words[lo:hi] gives for the
// quotation at word k.
func (x *attributor) cued(k, lo, hi int) Speaker {
	after := x.after(k, hi)
	x.said = after.some()
	if x.nickname(k) {
		return Speaker{}
	}
	if after.some() && (x.pauses(k) || k == lo) {
		return after
	}
	if s, ok := x.ahead(k, lo); ok {
		return s
	}
	if after.some() {
		return after
	}
	if s := x.distant(k, lo, hi); s.some() {
		return s
	}
	return x.framed(k, lo)
}

// nickname reports whether the quotation at word k stands within a name.
func (x *attributor) nickname(k int) bool {
	return k > 0 && k+1 < len(x.words) && x.words[k-1].kind == capital && x.words[k+1].kind == capital &&
		x.nicknamed(k) && !x.pauses(k) && x.words[k+1].class&(preposition|determiner|pronoun) == 0
}

// pauses reports whether the quotation at word k ends with a comma, or one
// follows it, or with ? or !: the sentence goes on with who says it.
func (x *attributor) pauses(k int) bool {
	switch x.words[k].char {
	case ',', '!', '?', '-':
		return true
	}
	return k+1 < len(x.words) && x.is(k+1, ',')
}

// after returns the speaker whom the words after the quotation at word k name:
// "said X", "X said", "X, who ..., told", "according to X".
func (x *attributor) after(k, hi int) Speaker {
	i := k + 1
	if i < hi && (x.is(i, ',') || x.is(i, '-')) {
		i++
	}
	if s := x.inverted(i, hi); s.some() {
		return s
	}
	if i < hi && x.role(i)&conjunction != 0 && x.word(i) == "as" {
		i++
	}
	if x.pauses(k) {
		if s := x.uttered(i, hi); s.some() {
			return s
		}
	}
	if s := x.answered(i, hi); s.some() {
		return s
	}
	end := x.nounPhrase(i, hi)
	if end == i {
		if i < hi && x.is(i-1, '-') || i < hi && x.is(i, ':') {
			return x.signature(i, hi)
		}
		return Speaker{}
	}
	for v := end; v < hi && x.words[v].kind != quoted; v++ {
		if x.is(v, ';') || x.is(v, ':') {
			break
		}
		kind := x.words[v].cue
		if kind != sayCue || x.passive(v, i) && x.words[v].cueLen < 3 {
			continue
		}
		from, to := x.subject(v, i)
		if from < to && (from == i || from <= i+1 && to <= end+1 || from == end+1 && x.is(end, ',')) || v == end {
			if from >= to {
				from, to = i, end
			}
			return x.mention(from, to, v)
		}
		if x.pauses(k) && x.role(end)&auxiliary != 0 && x.speechlike(i, end) && (x.participle(v) || x.infinitive(v)) {
			return x.mention(i, end, v) // "Moss was heard to say"
		}
	}
	if x.pauses(k) && end < hi && x.words[end].kind == lowerWord && x.words[end].cue == noCue && x.speechlike(i, end) && strings.HasSuffix(x.word(end), "ed") {
		return x.mention(i, end, end)
	}
	if x.is(i-1, '-') {
		return x.signature(i, hi)
	}
	return Speaker{}
}

// uttered returns the speaker after a verb at word i that is no cue but has the
// ending of one: "thundered the minister", "beams Ann Holt".
func (x *attributor) uttered(i, hi int) Speaker {
	if i+1 >= hi || x.words[i].kind != lowerWord || x.words[i].class != 0 {
		return Speaker{}
	}
	past := strings.HasSuffix(x.word(i), "ed")
	if !past && !strings.HasSuffix(x.word(i), "s") {
		return Speaker{}
	}
	from, to := x.apposed(i+1, x.nounPhrase(i+1, hi), hi)
	if from == to || x.words[to-1].kind != capital && (!past || x.role(to-1)&roleWord == 0) {
		return Speaker{}
	}
	return x.mention(from, to, i)
}

// speechlike reports whether words[i:n] can be somebody: a name, a pronoun.
func (x *attributor) speechlike(i, n int) bool {
	c := x.role(i)
	return c&pronoun != 0 || x.words[n-1].kind == capital || c&determiner != 0
}

// inverted returns the speaker after a verb at word i, or soon after: "said X",
// "on Monday said X", "according to X".
func (x *attributor) inverted(i, hi int) Speaker {
	for v := i; v < min(i+3, hi); v++ {
		switch x.words[v].cue {
		case sayCue, sourceCue, textCue:
			if x.words[v].cue == sayCue && x.participle(v) {
				return Speaker{} // "adding that"
			}
			from := v + int(x.words[v].cueLen)
			if from < hi && x.role(from)&adverb != 0 && x.role(from)&determiner == 0 {
				from++
			}
			if to := x.nounPhrase(from, hi); to > from && (v == i || x.words[from].kind == capital || x.words[v].cue == sourceCue) {
				from, to = x.apposed(from, to, hi)
				return x.mention(from, to, v)
			}
			return Speaker{}
		case noCue:
			if x.role(v)&(adverb|preposition|timeWord) == 0 && x.word(v) != "a" { // French: a déclaré
				return Speaker{}
			}
		default:
			return Speaker{}
		}
	}
	return Speaker{}
}

// mention makes a speaker of words[from:to] and the cue at word v, -1 for none.
func (x *attributor) mention(from, to, v int) Speaker {
	s := Speaker{Start: x.words[from].start, End: x.words[to-1].end}
	if x.words[to-1].genitive {
		w := x.text[s.Start:s.End]
		s.End = s.Start + len(strings.TrimRight(w[:len(w)-genitiveLen(w)], "'’"))
	}
	s.NameStart, s.NameEnd = s.Start, s.End
	if v >= 0 {
		n := max(1, int(x.words[v].cueLen))
		s.Cue = x.text[x.words[v].start:x.words[v+n-1].end]
	}
	return s
}

// ahead returns the speaker of the last cue before the quotation at word k.
// ok is false where none stands there; a quotation can also be known to be
// nobody's.
func (x *attributor) ahead(k, lo int) (s Speaker, ok bool) {
	if k == lo {
		return s, false
	}
	if s = x.beside(k, lo); s.some() {
		return s, true
	}
	var view Speaker
	v, viewed := k, 0
	for range maxCues {
		if v = x.previousCue(v, lo); v < lo {
			break
		}
		if view.some() && x.divided(v, viewed) {
			return view, true
		}
		if s, ok := x.told(k, v, lo); ok {
			return s, true
		}
		switch x.words[v].cue {
		case textCue, viewCue, reportCue:
			if !view.some() {
				view, viewed = x.governor(v, lo, k), v
			}
		}
	}
	return view, view.some()
}

// told returns the speaker of the quotation at word k whom the cue at word v before
// it names, and whether that decides: that it is nobody's does, too.
func (x *attributor) told(k, v, lo int) (s Speaker, ok bool) {
	from := v + int(x.words[v].cueLen)
	switch x.words[v].cue {
	case nobodyCue:
		if from == k {
			return x.worded(v, lo), true
		}
		if from+1 == k && x.is(from, ',') {
			s = x.worded(v, lo)
		}
	case sourceCue:
		if to := x.nounPhrase(from, k); to > from {
			from, to = x.apposed(from, to, k)
			s = x.mention(from, to, v)
		}
	case quotesCue:
		if x.passive(v, lo) {
			break
		}
		if to := x.nounPhrase(v+1, k); to > v+1 && to < k && (x.word(to) == "as" || x.word(to) == "saying") {
			return x.mention(v+1, to, v), true
		}
		s = x.sayer(k, v, lo)
	case sayCue:
		if v > lo && x.words[v-1].kind == lowerWord && x.word(v-1) == "as" {
			break // of "quoted X as saying"
		}
		s = x.sayer(k, v, lo)
	case callCue:
		s = x.sayer(k, v, lo)
	case textCue:
		s = x.quoter(v, lo)
	}
	return s, s.some()
}

// sayer returns the speaker of the quotation at word k by the verb at word v before
// it.
func (x *attributor) sayer(k, v, lo int) Speaker {
	if s := x.credited(k, v); s.some() {
		return s
	}
	if v > lo && (x.words[v-1].kind == quoted || v > lo+1 && x.is(v-1, ',') && x.words[v-2].kind == quoted || x.interjected(v, lo, k)) {
		if s := x.inverted(v, k); s.some() {
			return s
		}
	}
	return x.governor(v, lo, k)
}

// divided reports whether words v and n stand in different clauses, which a comma
// and a conjunction join.
func (x *splitter) divided(v, n int) bool {
	for k := v + 1; k+1 < n; k++ {
		if x.is(k, ';') || x.is(k, ',') && x.words[k+1].kind == lowerWord {
			switch x.word(k + 1) {
			case "and", "but", "while":
				return true
			}
		}
	}
	return false
}

// previousCue returns the last word before word v that begins a cue; lo-1 if none
// from lo on does.
func (x *splitter) previousCue(v, lo int) int {
	for v--; v >= lo && x.words[v].cue == noCue; v-- {
	}
	return v
}

// interjected reports whether the cue at word v stands with its subject between
// another subject and what that does: "rivals, said Mr. Grant, had".
func (x *attributor) interjected(v, lo, k int) bool {
	if v == lo || !x.is(v-1, ',') || x.words[v].cue != sayCue {
		return false
	}
	to := x.nounPhrase(v+int(x.words[v].cueLen), k)
	return to > v+1 && to+1 < k && x.is(to, ',') && x.role(to+1)&(auxiliary|past) != 0
}

// governor returns the subject of the verb at word v, which stands before the
// quotation at word k in a sentence that begins at lo.
func (x *attributor) governor(v, lo, k int) Speaker {
	if v > lo && x.words[v].cueLen == 1 {
		if c := x.role(v - 1); c&(determiner|possessive) != 0 && c&(pronoun|relative) == 0 || c&preposition != 0 && !x.participle(v) && x.word(v-1) != "to" || x.words[v-1].genitive {
			return Speaker{} // "the call", "in reports"
		}
	}
	if x.isNoun(v, lo) {
		return Speaker{}
	}
	if from, to := x.behind(v, lo); from < to {
		return x.mention(from, to, v)
	}
	if x.passive(v, lo) && x.words[v].cueLen < 3 {
		return x.by(v, k)
	}
	if x.participle(v) && !x.ownSubject(v, lo) {
		return x.shared(v, lo)
	}
	if v > lo && x.words[v-1].kind == lowerWord && (x.word(v-1) == "to" || x.role(v-1)&conjunction != 0 && x.word(v-1) != "that") {
		return x.shared(v, lo)
	}
	if from, to := x.subject(v, lo); from < to {
		return x.mention(from, to, v)
	}
	return x.shared(v, lo)
}

// behind returns the subject behind the cue at word v: "Not so, says Moss:".
func (x *splitter) behind(v, lo int) (from, to int) {
	if v == lo || !x.is(v-1, ',') || x.word(v) != "said" && x.word(v) != "says" {
		return 0, 0
	}
	to = x.nounPhrase(v+1, len(x.words))
	if to == v+1 || to == len(x.words) || !x.is(to, ':') && !x.is(to, '.') || x.words[to-1].kind != capital && x.role(to-1)&roleWord == 0 {
		return 0, 0
	}
	return v + 1, to
}

// ownSubject reports whether the participle at word v has a subject of its own:
// "the opposition calling it", "with Kim, a hard-liner, warning".
func (x *attributor) ownSubject(v, lo int) bool {
	if v == lo {
		return false
	}
	w := x.words[v-1]
	if w.kind < sign {
		if c := x.role(v - 1); c&(conjunction|preposition|adverb|auxiliary) != 0 && c&pronoun == 0 {
			return false
		}
		from, to := x.subject(v, lo)
		return from < to && (from == lo || x.words[from-1].kind >= sign || x.role(from-1)&conjunction != 0 || x.word(from-1) == "with")
	}
	if w.kind != sign || w.char != ',' {
		return false
	}
	from, to := x.subject(v, lo)
	return from < to && from > lo && x.words[from-1].kind == lowerWord && x.word(from-1) == "with"
}

// shared returns the subject that the verb at word v shares with a verb before
// it, or with the sentence.
func (x *attributor) shared(v, lo int) Speaker {
	for u, left := v-1, maxCues; u > lo && left > 0; u-- {
		if x.role(u)&conjunction != 0 && x.role(u)&relative == 0 && x.words[u].kind == lowerWord {
			if from, to := x.mainSubject(u+1, v); from < to && to < v && x.words[to].kind == lowerWord && x.role(to)&preposition == 0 {
				return x.mention(from, to, v)
			}
		}
		kind := x.words[u].cue
		if kind == noCue || kind == nobodyCue || kind == sourceCue || x.participle(u) || x.passive(u, lo) {
			continue
		}
		left--
		if from, to := x.subject(u, lo); from < to {
			return x.mention(from, to, v)
		}
	}
	if from, to := x.mainSubject(lo, v); from < to {
		return x.mention(from, to, v)
	}
	return Speaker{}
}

// distant returns the speaker whom the sentence names after the quotation at
// word k, though not next to it: "“a disaster” in the camp, aid groups said".
func (x *attributor) distant(k, lo, hi int) Speaker {
	for v, left := k+2, maxCues; v < hi && left > 0; v++ {
		kind := x.words[v].cue
		if kind == noCue {
			continue
		}
		left--
		if kind == sourceCue {
			from := v + int(x.words[v].cueLen)
			if to := x.nounPhrase(from, hi); to > from {
				return x.mention(from, to, v)
			}
		}
		if kind != sayCue && kind != reportCue || x.participle(v) || x.passive(v, k+1) {
			continue
		}
		from, to := x.subject(v, k+1)
		if from < to && from > k && (from == k+1 || x.is(from-1, ',')) {
			return x.mention(from, to, v)
		}
	}
	return Speaker{}
}
