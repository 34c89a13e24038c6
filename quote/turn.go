package quote

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A turn is a paragraph with quotations and who speaks in it.
type turn struct {
	paragraph     int
	from, to      int     // its quotations, with the one that goes on in it
	led           bool    // a quotation begins the paragraph
	asks          bool    // its last quotation is a question
	speaker, last Speaker // of the first and the last quotation that has one
	beat          Speaker // whose act stands beside quotations without one
	first, end    int     // unsaid[first:end] are the quotations without one
}

// carry gives speakers to the quotations that no cue ascribes. A report goes on
// with the speaker of the paragraph before, or with whom it announces; in a
// dialogue the speakers alternate.
func (x *attributor) carry(paragraphs []span) {
	dialogue := x.dialogue(paragraphs)
	for i := range x.turns {
		t := &x.turns[i]
		if t.speaker.some() && !(dialogue && t.led) || t.first == t.end {
			continue
		}
		s, own := t.beat, dialogue
		if t.speaker.some() {
			s = t.speaker
		} else if !s.some() || !dialogue {
			s, own = x.neighbor(i, dialogue, paragraphs)
		}
		if !s.some() {
			continue
		}
		if !own {
			s.Implied, s.Cue = true, ""
		}
		t.speaker, t.last = s, s
		for _, q := range x.unsaid[t.first:t.end] {
			x.found[q].Speaker = s
		}
	}
	if dialogue {
		x.backwards(paragraphs)
	}
}

// dialogue reports whether the text is told in turns, as a novel: questions are
// answered in the next paragraph, and others speak there.
func (x *attributor) dialogue(paragraphs []span) bool {
	changes, stays := 0, 0
	for i := 1; i < len(x.turns); i++ {
		a, b := &x.turns[i-1], &x.turns[i]
		if !b.led || !x.adjacent(a, b, paragraphs) {
			continue
		}
		switch {
		case a.asks:
			changes++
		case !a.last.some() || !b.speaker.some():
		case x.same(a.last, b.speaker):
			stays++
		default:
			changes++
		}
	}
	return changes >= stays+3
}

// adjacent reports whether nothing stands between the paragraphs of two turns.
func (x *attributor) adjacent(a, b *turn, paragraphs []span) bool {
	if b.paragraph-a.paragraph > 3 {
		return false
	}
	for i := a.paragraph + 1; i < b.paragraph; i++ {
		if strings.TrimSpace(x.text[paragraphs[i].start:paragraphs[i].end]) != "" {
			return false
		}
	}
	return true
}

// same reports whether two speakers have the same name.
func (x *attributor) same(a, b Speaker) bool {
	return strings.EqualFold(x.text[a.NameStart:a.NameEnd], x.text[b.NameStart:b.NameEnd])
}

// neighbor returns who speaks in turn i by those before it, and whether the text
// says so.
func (x *attributor) neighbor(i int, dialogue bool, paragraphs []span) (s Speaker, stated bool) {
	t := &x.turns[i]
	if !t.led {
		return Speaker{}, false
	}
	if i > 0 && x.adjacent(&x.turns[i-1], t, paragraphs) {
		if before := x.turns[i-1].last; !dialogue {
			return before, false
		}
		return x.other(i), false
	}
	k := t.paragraph - 1
	for k > 0 && strings.TrimSpace(x.text[paragraphs[k].start:paragraphs[k].end]) == "" {
		k--
	}
	if k < 0 {
		return x.follows(t.paragraph+1, paragraphs), false
	}
	if s = x.announced(paragraphs[k]); !s.some() {
		return x.follows(t.paragraph+1, paragraphs), false
	}
	x.resolve(&s)
	return s, strings.HasSuffix(strings.TrimSpace(x.text[:paragraphs[k].end]), ":")
}

// follows returns who speaks in the paragraph after a quotation that stands
// alone, from paragraph k on: the subject of its first cue, if no quotation leads
// it, or who signs there.
func (x *attributor) follows(k int, paragraphs []span) (s Speaker) {
	for k < len(paragraphs) && strings.TrimSpace(x.text[paragraphs[k].start:paragraphs[k].end]) == "" {
		k++
	}
	if k == len(paragraphs) {
		return Speaker{}
	}
	p := paragraphs[k]
	if i := sort.Search(len(x.turns), func(i int) bool { return x.turns[i].paragraph >= k }); i < len(x.turns) && x.turns[i].paragraph == k {
		if x.turns[i].led {
			return Speaker{}
		}
		return x.turns[i].speaker
	}
	x.visit(x.head(p), func() {
		hi := x.sentenceEnd(0)
		if x.is(0, '-') {
			if s = x.signature(1, hi); s.some() {
				x.resolve(&s)
			}
			return
		}
		for v := range hi {
			if c := x.words[v].cue; c == sayCue || c == callCue {
				if s = x.governor(v, 0, hi); s.some() {
					x.resolve(&s)
					return
				}
			}
		}
	})
	return s
}

// other returns who answers in turn i of a dialogue: who spoke before the one
// who spoke last.
func (x *attributor) other(i int) Speaker {
	last := x.turns[i-1].last
	for k := i - 2; k >= max(0, i-8); k-- {
		s := x.turns[k].last
		if s.some() && (!last.some() || !x.same(s, last)) {
			if last.some() || k == i-2 {
				return s
			}
		}
	}
	return Speaker{}
}

// backwards gives speakers to the turns that begin a dialogue: who speaks two
// turns later.
func (x *attributor) backwards(paragraphs []span) {
	for i := len(x.turns) - 3; i >= 0; i-- {
		t, next, after := &x.turns[i], &x.turns[i+1], &x.turns[i+2]
		if t.speaker.some() || !t.led || !after.speaker.some() ||
			!x.adjacent(t, next, paragraphs) || !x.adjacent(next, after, paragraphs) {
			continue
		}
		s := after.speaker
		s.Implied, s.Cue = true, ""
		t.speaker, t.last = s, s
		for _, q := range x.unsaid[t.first:t.end] {
			x.found[q].Speaker = s
		}
	}
}

// speech reports whether a quotation is long enough to be carried on.
func (x *attributor) speech(q Quotation) bool {
	body := x.text[q.BodyStart:q.BodyEnd]
	r, _ := utf8.DecodeRuneInString(body)
	return !unicode.IsLower(r) && (strings.Count(body[:min(len(body), maxTitle)], " ") > 2 || strings.ContainsAny(body[max(0, len(body)-1):], ".!?,"))
}

// note fills in who speaks in turn t.
func (x *attributor) note(t *turn) {
	t.first = len(x.unsaid)
	missing := false
	for k := t.from; k < t.to; k++ {
		q := &x.found[k]
		if q.Depth > 1 {
			continue
		}
		t.asks = x.text[q.BodyEnd-1] == '?'
		if q.Speaker.some() {
			t.last = q.Speaker
			if !t.speaker.some() {
				t.speaker = q.Speaker
			}
		} else if x.speech(*q) {
			missing = true
			x.unsaid = append(x.unsaid, int32(k))
		}
	}
	t.end = len(x.unsaid)
	if missing && !t.speaker.some() {
		p := x.paragraphs[t.paragraph]
		x.split(p, x.firstFrom(p.start), t.to, true)
		t.beat = x.beat()
	}
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

// announced returns who speaks in p, a paragraph or a part of one without
// quotations: the subject of its last cue. Only its last sentence is read.
func (x *attributor) announced(p span) (s Speaker) {
	p = x.tail(p)
	if _, last := breaks(x.text, p.start, p.end); last > p.start {
		p.start = last
	}
	x.visit(p, func() { s = x.lastCue(0, len(x.words)) })
	return s
}

// visit calls do with the words of p in place of those at hand. p holds no
// quotations, or only its end or its start is asked for.
func (x *attributor) visit(p span, do func()) {
	if x.visiting {
		return
	}
	keep := x.words
	x.words, x.visiting = x.spare, true
	if x.visited != p {
		x.words = x.spare[:0]
		x.narrative(p.start, p.end)
		x.visited = p
	}
	if len(x.words) > 0 {
		do()
	}
	x.spare, x.words, x.visiting = x.words, keep, false
}

// How much of a paragraph is read for who speaks in the next or the last one.
const visitReach = 2 << 10

// tail returns the last part of p, head the first.
func (x *attributor) tail(p span) span {
	if p.end-p.start > visitReach {
		p.start = runeStart(x.text, p.end-visitReach)
	}
	return p
}

func (x *attributor) head(p span) span {
	if p.end-p.start > visitReach {
		p.end = runeStart(x.text, p.start+visitReach)
	}
	return p
}

// lastCue returns the subject of the last cue in the last sentence of
// words[lo:hi], or whose answer or the like it speaks of.
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
		case sayCue, callCue, viewCue, textCue:
			if s := x.governor(v, lo, hi); s.some() {
				return s
			}
		}
	}
	return x.owned(lo, hi)
}
