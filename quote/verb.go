package quote

import "strings"

// passive reports whether the verb at word v is in the passive: "was called".
func (x *attributor) passive(v, lo int) bool {
	for k := v - 1; k >= lo && k > v-4; k-- {
		if x.words[k].kind >= sign {
			return false
		}
		switch x.word(k) {
		case "is", "are", "was", "were", "be", "been", "being", "wasn't", "isn't", "weren't", "aren't":
			return !x.participle(v)
		}
		if x.role(k)&(adverb|auxiliary) == 0 {
			return false
		}
	}
	return false
}

// participle reports whether the cue at word v ends with -ing.
func (x *attributor) participle(v int) bool {
	return strings.HasSuffix(x.text[:x.words[v].end], "ing")
}

// isNoun reports whether the cue at word v, which has the form of the plural, stands
// after an article: "in a brief note".
func (x *attributor) isNoun(v, lo int) bool {
	switch x.word(v) {
	case "note", "claim", "call", "report", "demand":
	default:
		return false
	}
	for k := v - 1; k >= lo && k > v-4; k-- {
		switch {
		case x.words[k].kind >= sign:
			return false
		case x.role(k)&determiner != 0:
			return x.word(k) == "a" || x.word(k) == "an"
		case x.role(k) != 0:
			return false
		}
	}
	return false
}

// infinitive reports whether the cue at word v is one: "to say", "to have said".
func (x *splitter) infinitive(v int) bool {
	if x.word(v-1) == "have" {
		v--
	}
	return x.word(v-1) == "to"
}

// by returns who is named near the verb at word v, which is in the passive, or
// right after the quotation at word k as the one who does it.
func (x *attributor) by(v, k int) Speaker {
	for b := v + 1; b < min(k+2, len(x.words)); b++ {
		if b < v+4 || b > k {
			if s := x.doer(b, v); s.some() {
				return s
			}
		}
	}
	return Speaker{}
}

// doer returns who is named behind word b, if that is "by", as the one who does
// what the verb at word v says.
func (x *attributor) doer(b, v int) Speaker {
	if x.words[b].kind != lowerWord || x.word(b) != "by" {
		return Speaker{}
	}
	if to := x.nounPhrase(b+1, len(x.words)); to > b+1 {
		return x.mention(b+1, to, v)
	}
	return Speaker{}
}

// credited returns who is named right after the quotation at word k as the one who
// called something that, by the cue at word v: "called “a sham” by the bishop".
func (x *attributor) credited(k, v int) Speaker {
	if x.words[v].cue != callCue || k > v+3 || k+2 >= len(x.words) {
		return Speaker{}
	}
	return x.doer(k+1, v)
}

// secondDoer returns who is named right before the quotation at word k as the one who
// called something that, by a cue in the passive before: "praised by players as
// “fearless” and by rivals as “mean”".
func (x *attributor) secondDoer(k, lo int) Speaker {
	if k < lo+4 || x.words[k-1].kind != lowerWord || x.word(k-1) != "as" {
		return Speaker{}
	}
	for b := k - 3; b > lo && b >= k-maxSubject && x.words[b].kind < sign; b-- {
		if x.words[b].kind != lowerWord || x.word(b) != "by" {
			continue
		}
		if x.nounPhrase(b+1, k) != k-1 {
			break
		}
		for v := b - 1; v >= lo && v >= b-maxSubject; v-- {
			if x.words[v].cue == callCue {
				return x.mention(b+1, k-1, v)
			}
		}
	}
	return Speaker{}
}
