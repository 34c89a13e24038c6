package quote

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// A Speaker is who a quotation is ascribed to. Start == End where nobody is.
type Speaker struct {
	// text[Start:End] is the mention that the cue goes with: "he", "the
	// spokesman", "Mr. Esper".
	Start, End int
	// text[NameStart:NameEnd] is the fullest earlier mention of the same person or
	// body; equal to Start, End where the mention is itself that.
	NameStart, NameEnd int
	Cue                string // "said", "according to"; empty where Implied, or where only an act stands beside the words
	Implied            bool   // carried on from a neighbouring quotation
}

// some reports whether the quotation is ascribed to anybody.
func (s Speaker) some() bool { return s.Start < s.End }

// An attributor finds the speakers of the quotations of a text.
type attributor struct {
	splitter
	found      []Quotation
	names      names
	paragraphs []span
	at         int         // index of the paragraph with the mention that resolve was asked about
	named      []name      // of the paragraphs where they were asked for
	namesIn    []nameRange // of paragraphs, in named
	turns      []turn
	unsaid     []int32 // quotations that no cue ascribes, turn by turn
	quoted     []int32 // indices of the quotations among the words at hand
	said       bool    // words right after the quotation last asked about name a speaker
	whole      reading
	visited    span // whose words spare holds
	spare      []word
	visiting   bool
	resolved   Speaker // the mention that resolve was asked about last
}

// reset forgets the text and keeps the memory.
func (x *attributor) reset() {
	x.text, x.found, x.paragraphs = "", nil, nil
	clear(x.turns)
	x.turns, x.unsaid, x.named, x.namesIn = x.turns[:0], x.unsaid[:0], x.named[:0], x.namesIn[:0]
	x.at, x.visited, x.whole.of, x.resolved = 0, span{}, 0, Speaker{}
	x.names.reset()
}

// ascribe sets the speakers and the kinds of found, the quotations of text, whose
// paragraphs are given: first whom the words beside a quotation mention, then who
// that is, and then who speaks where nobody is mentioned.
func (x *attributor) ascribe(text string, found []Quotation, paragraphs []span, rules *cueRuleset) {
	x.text, x.found, x.paragraphs = text, found, paragraphs
	x.rules, x.lexis = rules, rules.lexis
	x.names.read(text, x.lexis)
	x.namesIn = slices.Grow(x.namesIn, len(paragraphs))[:len(paragraphs)]
	clear(x.namesIn)
	x.turns = slices.Grow(x.turns, min(len(found), len(paragraphs)))
	first := 0
	for i, p := range paragraphs {
		last := first
		for last < len(found) && found[last].Start < p.end {
			last++
		}
		if last > first || first > 0 && found[first-1].End > p.start {
			x.paragraph(i, p, first, last)
		}
		first = last
	}
	for i := range found {
		if s := &found[i].Speaker; s.some() {
			x.resolve(s)
			x.names.speaks(*s)
		}
	}
	for i := range x.turns {
		x.note(&x.turns[i])
	}
	x.carry(paragraphs)
	for i := range found {
		if q := &found[i]; q.Depth > 1 {
			q.Kind = nestedKind(text[q.BodyStart:q.BodyEnd])
		}
	}
}

// paragraph finds whom the words beside found[first:last], which begin in paragraph
// p, and beside the one before them, if it goes on there, mention as speakers.
func (x *attributor) paragraph(i int, p span, first, last int) {
	x.split(p, first, last, false)
	led := len(x.words) > 0 && x.words[0].kind == quoted
	from := first
	if len(x.quoted) > 0 {
		from = int(x.words[x.quoted[0]].quote)
	}
	previous := -1
	for next, before, lo := 0, 0, 0; next < len(x.quoted); {
		hi := x.sentenceEnd(lo)
		for ; next < len(x.quoted) && int(x.quoted[next]) < hi; next++ {
			k := int(x.quoted[next])
			q := int(x.words[k].quote)
			s := x.cued(k, lo, hi)
			switch {
			case s.some() || x.found[q].Speaker.some():
			case x.resumes(k, lo) && previous >= 0:
				s = x.found[previous].Speaker
			case x.bare(k, lo):
				if previous >= 0 {
					s = x.found[previous].Speaker
				}
				if !s.some() && lo > 0 && x.speech(x.found[q]) {
					s = x.cueBefore(lo, before)
				}
			}
			if s.some() {
				x.found[q].Speaker = s
			}
			previous = q
			if x.found[q].Kind = x.kind(k, lo, hi); x.found[q].Kind == Title {
				x.found[q].Speaker = Speaker{} // its maker may be named, but says nothing
			}
		}
		before, lo = lo, hi
	}
	x.turns = append(x.turns, turn{paragraph: i, from: from, to: last, led: led})
}

// maxSentence is the greatest number of words in a sentence. Longer ones are cut.
const maxSentence = 200

// sentenceEnd returns the end of the sentence that begins with word lo.
func (x *attributor) sentenceEnd(lo int) int {
	words := x.words[lo:]
	words = words[:min(maxSentence, len(words))]
	for k := range len(words) - 1 {
		w := &words[k]
		switch {
		case w.kind < sign:
		case w.kind == sign && (w.char == '.' || w.char == '!' || w.char == '?'):
			if next := &words[k+1]; next.kind != lowerWord && next.start > w.end && (next.kind != sign || next.char != ',') {
				return lo + k + 1
			}
		case w.kind == quoted && x.finishes(lo+k):
			return lo + k + 1
		}
	}
	return lo + len(words)
}

// finishes reports whether the quotation at word k ends its sentence.
func (x *attributor) finishes(k int) bool {
	q, next := &x.found[x.words[k].quote], &x.words[k+1]
	if x.words[k].end != q.End {
		return true
	}
	switch c := x.words[k].char; c {
	case '.', ellipsis:
		return next.kind == capital && !(c == ellipsis && x.after(k, x.clauseEnd(k+1)).some()) || next.kind == quoted || next.kind == number
	case '!', '?':
		return next.kind == quoted || next.kind == capital && !x.after(k, x.clauseEnd(k+1)).some()
	}
	return next.kind == quoted && q.Open
}

// clauseEnd returns the index of the sign that ends the sentence at word k.
func (x *attributor) clauseEnd(k int) int {
	for limit := min(len(x.words), k+maxSentence); k < limit; {
		if w := x.words[k]; w.kind == quoted || w.kind == sign && (w.char == '.' || w.char == '!' || w.char == '?') {
			return k
		}
		k++
	}
	return k
}

// resumes reports whether the quotation at word k goes on with one that was broken
// off in its sentence: “We looked,” Kim recalled, “and saw nothing.”
func (x *attributor) resumes(k, lo int) bool {
	if k-1 <= lo || !x.is(k-1, ',') {
		return false
	}
	q := &x.found[x.words[k].quote]
	if r, _ := utf8.DecodeRuneInString(x.text[q.BodyStart:q.BodyEnd]); !unicode.IsLower(r) {
		return false
	}
	for i := k - 2; i >= lo; i-- {
		if x.words[i].kind == quoted {
			return x.pauses(i)
		}
	}
	return false
}

// bare reports whether the quotation at word k stands in its sentence without
// words of the writer's, or begins it.
func (x *attributor) bare(k, lo int) bool {
	if k == lo {
		return true
	}
	for i := lo; i < k; i++ {
		if x.words[i].kind < sign && x.role(i)&(conjunction|adverb) == 0 {
			return false
		}
	}
	return true
}
