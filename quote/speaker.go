package quote

import (
	"slices"
	"strings"
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
	Cue                string // "said", "according to"; empty where Implied
	Implied            bool   // carried on from a neighbouring quotation
}

// some reports whether the quotation is ascribed to anybody.
func (s Speaker) some() bool { return s.Start < s.End }

// An attributor finds the speakers of the quotations of a text.
type attributor struct {
	splitter
	kinds      []cueKind // of the rules of set
	found      []Quotation
	names      names
	paragraphs []span
	at         int      // index of the paragraph at hand
	namesIn    [][]name // of paragraphs, where they were asked for
	turns      []turn
	before     span  // the paragraph before the one at hand
	sentences  []int // first words of the sentences up to the one at hand
	visited    span  // whose words spare holds
	spare      []word
}

// speakers sets the speakers of found, the quotations of text, whose paragraphs
// are given.
func speakers(text string, found []Quotation, paragraphs []span, rules *cueRuleset) {
	x := &attributor{
		splitter: splitter{text: text, rules: rules, lexis: words()},
		found:    found, paragraphs: paragraphs,
		names: names{text: text, lexis: words()},
	}
	first := 0
	for i, p := range paragraphs {
		last := first
		for last < len(found) && found[last].Start < p.end {
			last++
		}
		if last > first || first > 0 && found[first-1].End > p.start {
			x.before = span{}
			if i > 0 {
				x.before = paragraphs[i-1]
			}
			x.paragraph(i, p, first, last)
		}
		first = last
	}
	x.carry(paragraphs)
	for i := range found {
		if q := &found[i]; q.Depth > 1 {
			q.Kind = nestedKind(text[q.BodyStart:q.BodyEnd])
		}
	}
}

// paragraph finds the speakers of found[first:last], which begin in paragraph p,
// and of the one before them, if it goes on there.
func (x *attributor) paragraph(i int, p span, first, last int) {
	x.at = i
	x.split(p, first, last)
	led := len(x.words) > 0 && x.words[0].kind == quoted
	previous := -1
	x.sentences = x.sentences[:0]
	for lo := 0; lo < len(x.words); {
		hi := x.sentenceEnd(lo)
		x.sentences = append(x.sentences, lo)
		for k := lo; k < hi; k++ {
			if x.words[k].kind != quoted {
				continue
			}
			q := int(x.words[k].quote)
			s := x.cued(k, lo, hi)
			switch {
			case s.some() || x.found[q].Speaker.some():
			case x.bare(k, lo):
				if previous >= 0 {
					s = x.found[previous].Speaker
				}
				if !s.some() && lo > 0 && x.speech(x.found[q]) {
					s = x.lastCue(x.sentences[len(x.sentences)-2], lo)
				}
			}
			if s.some() {
				x.resolve(&s)
				x.names.speaks(s)
				x.found[q].Speaker = s
			}
			previous = q
			if x.found[q].Kind = x.kind(k, lo, hi); x.found[q].Kind == Title {
				x.found[q].Speaker = Speaker{} // its maker may be named, but says nothing
			}
		}
		lo = hi
	}
	x.note(i, led)
}

// split fills words with those of paragraph p, each outermost quotation one.
func (x *attributor) split(p span, first, last int) {
	x.words = x.words[:0]
	at := p.start
	if first > 0 && x.found[first-1].End > at {
		k := first - 1
		for x.found[k].Depth > 1 {
			k--
		}
		at = x.addQuotation(k, at, p.end)
	}
	for i := first; i < last; i++ {
		if x.found[i].Depth == 1 {
			x.narrative(at, x.found[i].Start)
			at = x.addQuotation(i, x.found[i].Start, p.end)
		}
	}
	if at < p.end {
		x.narrative(at, p.end)
	}
}

// addQuotation adds quotation i, of which a part begins at start, as a word and
// returns its end.
func (x *attributor) addQuotation(i, start, limit int) int {
	end := min(x.found[i].End, limit)
	x.words = append(x.words, word{start: start, end: end, kind: quoted, quote: int32(i)})
	return end
}

// maxCues is how many cues of a sentence are tried for one quotation.
const maxCues = 6

// maxSentence is the greatest number of words in a sentence. Longer ones are cut.
const maxSentence = 200

// sentenceEnd returns the end of the sentence that begins with word lo.
func (x *attributor) sentenceEnd(lo int) int {
	for k := lo; k < len(x.words); k++ {
		w := &x.words[k]
		next := k + 1
		switch {
		case next-lo == maxSentence:
			return next
		case next == len(x.words):
			return next
		case w.kind == sign && (w.char == '.' || w.char == '!' || w.char == '?'):
			if n := x.words[next]; n.kind != lowerWord && n.start > w.end && (n.kind != sign || n.char != ',') {
				return next
			}
		case w.kind == quoted && x.finishes(k):
			return next
		}
	}
	return len(x.words)
}

// finishes reports whether the quotation at word k ends its sentence.
func (x *attributor) finishes(k int) bool {
	q, next := x.found[x.words[k].quote], x.words[k+1]
	end := q.BodyEnd
	if x.words[k].end != q.End {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(x.text[q.BodyStart:end], "\"'”’»"))
	switch r {
	case '.', '…':
		return next.kind == capital && !(r == '…' && x.after(k, x.clauseEnd(k+1)).some()) || next.kind == quoted || next.kind == number
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

// cued returns the speaker whom the sentence words[lo:hi] gives for the
// quotation at word k.
func (x *attributor) cued(k, lo, hi int) Speaker {
	after := x.after(k, hi)
	if after.some() && (x.pauses(k) || k == lo) {
		return after
	}
	if s, ok := x.ahead(k, lo); ok {
		return s
	}
	if after.some() {
		return after
	}
	return x.distant(k, lo, hi)
}

// pauses reports whether the quotation at word k ends with a comma, or one
// follows it, or with ? or !: the sentence goes on with who says it.
func (x *attributor) pauses(k int) bool {
	q := x.found[x.words[k].quote]
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(x.text[q.BodyStart:q.BodyEnd], "\"'”’»"))
	return strings.ContainsRune(",!?-–—", r) || k+1 < len(x.words) && x.is(k+1, ',')
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
		if from < to && from <= i+1 && to <= end+1 || v == end {
			if from >= to {
				from, to = i, end
			}
			return x.mention(from, to, v)
		}
	}
	if x.pauses(k) && end < hi && x.words[end].kind == lowerWord && x.words[end].cue == noCue && x.speechlike(i, end) && strings.HasSuffix(x.word(end), "ed") {
		return x.mention(i, end, end)
	}
	if x.is(i-1, '-') && end >= len(x.words)-1 {
		return x.mention(i, end, -1)
	}
	return Speaker{}
}

// speechlike reports whether words[i:n] can be somebody: a name, a pronoun.
func (x *attributor) speechlike(i, n int) bool {
	c := x.role(i)
	return c&pronoun != 0 || x.words[n-1].kind == capital || c&determiner != 0
}

// signature returns the speaker who is named at the end, after a dash or a colon.
func (x *attributor) signature(i, hi int) Speaker {
	if x.is(i, ':') {
		i++
	}
	if end := x.nounPhrase(i, hi); end > i && end >= len(x.words)-1 {
		return x.mention(i, end, -1)
	}
	return Speaker{}
}

// inverted returns the speaker after a verb at word i, or soon after: "said X",
// "on Monday said X", "according to X".
func (x *attributor) inverted(i, hi int) Speaker {
	for v := i; v < min(i+3, hi); v++ {
		switch x.words[v].cue {
		case sayCue, sourceCue:
			from := v + int(x.words[v].cueLen)
			if from < hi && x.role(from)&adverb != 0 && x.role(from)&determiner == 0 {
				from++
			}
			if to := x.nounPhrase(from, hi); to > from && (v == i || x.words[from].kind == capital || x.words[v].cue == sourceCue) {
				return x.mention(from, to, v)
			}
			return Speaker{}
		case noCue:
			if x.role(v)&(adverb|preposition|timeWord) == 0 {
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
		s.End -= len("'s")
		if strings.HasSuffix(x.text[:x.words[to-1].end], "’s") {
			s.End -= len("’") - 1
		}
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
	if k > lo && x.is(k-1, ':') {
		if s := x.headed(k-1, lo); s.some() {
			return s, true
		}
	}
	var view Speaker
	for v, left := k-1, maxCues; v >= lo && left > 0; v-- {
		if x.words[v].cue == noCue {
			continue
		}
		left--
		kind := x.words[v].cue
		if kind == sayCue && v > lo && x.words[v-1].kind == lowerWord && x.word(v-1) == "as" {
			continue // of "quoted X as saying"
		}
		switch kind {
		case nobodyCue:
			if v+int(x.words[v].cueLen) == k {
				return Speaker{}, true
			}
		case sourceCue:
			from := v + int(x.words[v].cueLen)
			if to := x.nounPhrase(from, k); to > from {
				return x.mention(from, to, v), true
			}
		case quotesCue:
			if x.passive(v, lo) {
				continue
			}
			from := v + 1
			if to := x.nounPhrase(from, k); to > from && to < k && (x.word(to) == "as" || x.word(to) == "saying") {
				return x.mention(from, to, v), true
			}
			fallthrough
		case sayCue, callCue:
			if v > lo && (x.words[v-1].kind == quoted || v > lo+1 && x.is(v-1, ',') && x.words[v-2].kind == quoted) {
				if s := x.inverted(v, k); s.some() {
					return s, true
				}
			}
			if s := x.governor(v, lo, k); s.some() {
				return s, true
			}
		case viewCue, reportCue:
			if !view.some() {
				view = x.governor(v, lo, k)
			}
		}
	}
	return view, view.some()
}

// headed returns the speaker before a colon: "Minister: no plan B".
func (x *attributor) headed(colon, lo int) Speaker {
	if from, to := x.mainSubject(lo, colon); from < to {
		if to == colon && to-from <= 6 {
			return x.mention(from, to, -1)
		}
		for v := lo; v < colon; v++ {
			if k := x.words[v].cue; k == sayCue || k == callCue {
				return Speaker{}
			}
		}
		return x.mention(from, to, -1)
	}
	return Speaker{}
}

// governor returns the subject of the verb at word v, which stands before the
// quotation at word k in a sentence that begins at lo.
func (x *attributor) governor(v, lo, k int) Speaker {
	if v > lo && x.words[v].cueLen == 1 {
		if c := x.role(v - 1); c&(determiner|possessive) != 0 && c&(pronoun|relative) == 0 || c&preposition != 0 && !x.participle(v) || x.words[v-1].genitive {
			return Speaker{} // "the call", "in reports"
		}
	}
	if x.passive(v, lo) && x.words[v].cueLen < 3 {
		for b := v + 1; b < min(v+4, k); b++ {
			if x.words[b].kind == lowerWord && x.word(b) == "by" {
				if to := x.nounPhrase(b+1, k); to > b+1 {
					return x.mention(b+1, to, v)
				}
			}
		}
		return Speaker{}
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

// participle reports whether the cue at word v ends with -ing.
func (x *attributor) participle(v int) bool {
	return strings.HasSuffix(x.text[:x.words[v].end], "ing")
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

// speech reports whether a quotation is long enough to be carried on.
func (x *attributor) speech(q Quotation) bool {
	body := x.text[q.BodyStart:q.BodyEnd]
	r, _ := utf8.DecodeRuneInString(body)
	return !unicode.IsLower(r) && (strings.Count(body[:min(len(body), maxTitle)], " ") > 2 || strings.ContainsAny(body[max(0, len(body)-1):], ".!?,"))
}

// note keeps what the paragraph at hand says about who speaks in it.
func (x *attributor) note(i int, led bool) {
	t := turn{paragraph: i, led: led}
	missing := false
	for _, w := range x.words {
		if w.kind != quoted {
			continue
		}
		if q := &x.found[w.quote]; q.Speaker.some() {
			t.last = q.Speaker
			if !t.speaker.some() {
				t.speaker = q.Speaker
			}
		} else if x.speech(*q) {
			missing = true
			t.open = append(t.open, w.quote)
		}
		r, _ := utf8.DecodeLastRuneInString(x.text[:x.found[w.quote].BodyEnd])
		t.asks = r == '?'
	}
	if missing && !t.speaker.some() {
		t.beat = x.beat()
	}
	x.turns = append(x.turns, t)
}

// beat returns whose act stands beside the quotations of the paragraph: the
// subject of its first sentence without one.
func (x *attributor) beat() Speaker {
	for lo := 0; lo < len(x.words); {
		hi := x.sentenceEnd(lo)
		if !slices.ContainsFunc(x.words[lo:hi], func(w word) bool { return w.kind == quoted }) {
			if from, to := x.mainSubject(lo, hi); from < to && (x.words[to-1].kind == capital || x.role(from)&(male|female) != 0) {
				s := x.mention(from, to, -1)
				x.resolve(&s)
				return s
			}
		}
		lo = hi
	}
	return Speaker{}
}

// announced returns who speaks in a paragraph without quotations: the subject of
// its last cue.
func (x *attributor) announced(p span) (s Speaker) {
	x.visit(x.end(p), func() { s = x.lastCue(0, len(x.words)) })
	return s
}

// visit calls do with the words of p in place of those at hand. p holds no
// quotations, or only its end or its start is asked for.
func (x *attributor) visit(p span, do func()) {
	keep := x.words
	x.words = x.spare
	if x.visited != p {
		x.words = x.spare[:0]
		x.narrative(p.start, p.end)
		x.visited = p
	}
	if len(x.words) > 0 {
		do()
	}
	x.spare, x.words = x.words, keep
}

// How much of a paragraph is read for who speaks in the next or the last one.
const visitReach = 2 << 10

// end returns the last part of p, start the first.
func (x *attributor) end(p span) span {
	if p.end-p.start > visitReach {
		p.start = runeStart(x.text, p.end-visitReach)
	}
	return p
}

func (x *attributor) start(p span) span {
	if p.end-p.start > visitReach {
		p.end = runeStart(x.text, p.start+visitReach)
	}
	return p
}

// lastCue returns the subject of the last cue in the last sentence of
// words[lo:hi].
func (x *attributor) lastCue(lo, hi int) Speaker {
	for {
		n := x.sentenceEnd(lo)
		if n >= hi {
			break
		}
		lo = n
	}
	for v := hi - 1; v >= lo; v-- {
		switch x.words[v].cue {
		case sayCue, callCue, viewCue:
			if s := x.governor(v, lo, hi); s.some() {
				x.resolve(&s)
				return s
			}
		}
	}
	return Speaker{}
}
