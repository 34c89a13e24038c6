package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Quotation is a part of a text between quotation marks.
type Quotation struct {
	Start, End         int     // text[Start:End], marks included
	BodyStart, BodyEnd int     // what the marks enclose
	Depth              int     // 1 is outermost
	Kind               Kind    // what the marks are for
	Open               bool    // the closing mark is missing
	Speaker            Speaker // who says it
}

// A Kind tells what the marks of a quotation are for.
type Kind uint8

const (
	// Speech is what somebody said or wrote, whole sentences or part of one.
	Speech Kind = iota
	// Scare is a word or a short phrase that the writer sets apart: another's
	// term, or one that the writer doubts.
	Scare
	// Title is the name of a work, a programme, an event.
	Title
)

// String returns the name of k in lower case.
func (k Kind) String() string {
	switch k {
	case Speech:
		return "speech"
	case Scare:
		return "scare"
	case Title:
		return "title"
	}
	return "unknown"
}

// Find returns the quotations of s in the order of Start, each with its kind and
// its speaker. One of Depth n+1 lies inside one of Depth n; others do not
// overlap.
//
// Marks of every style are taken: straight, curly, low-9, guillemets, TeX,
// backticks, CJK brackets, double and single. Apostrophes, feet and inches are
// not. They are paired by what balances within the paragraph; a mark that was
// lost is made up for there, so that an error never reaches the next paragraph. A
// quotation without its closing mark is Open and ends before the next one or
// with the paragraph; where the opening mark of a paragraph's first quotation is
// missing, it starts with the paragraph and Start == BodyStart. A paragraph that
// begins with a repeated opening mark goes on with the quotation that the
// paragraph before left open.
//
// # Speakers
//
// A cue is looked for beside the quotation, before it in its sentence, and at
// the sentence's end; its subject is taken with its full extent. Where there is
// none, the sentence may still tell whose words they are: "was the verdict of the
// court", "is how Moss puts it", "For Moss, the law is". A quotation without any of
// these has the speaker of the one before it in its paragraph, or of the
// paragraph before; in a text of questions and answers, such as a novel, the
// speakers take turns. Pronouns and roles ("the official") are led back to the
// last name that fits, names to their fullest earlier mention. Words and cues
// are English, with the commonest verbs of saying in French, German and Spanish.
//
// # Limits
//
// Where several persons share a name, the longest one wins: "spokesman Kim" may
// be led back to another Kim. Of "Furious mum Kelly Dunn fumed:" only the first word
// is taken, and a "he" who answers "she" is whoever is found for "he" alone. A phrase of four to six words is told from speech
// by its first word only, and so "nearly over by then" is Speech, "a quiet end"
// Scare. Of two single marks that could be apostrophes or a quotation, as in
// 'A's and 'B's, one reading is taken.
//
// Find takes time in proportion to s, mostly in proportion to its quotations: on
// news it takes seven to nine times as long as norm.NFC.IsNormalString. A text
// without marks costs one look and no memory. The method: every mark's surroundings
// weigh its roles, and where the cheapest do not balance, a dynamic program over
// stacks of open marks finds the cheapest reading of the paragraph. Of its
// narrative only the sentences beside quotations are read, and names where a
// speaker asks for them.
func Find(s string) []Quotation { return find(s, cues()) }

// find is Find with the given rules for cues.
func find(s string, rules *cueRuleset) []Quotation {
	if firstMark(s) == len(s) {
		return nil
	}
	w := workspaces.Get().(*workspace)
	defer w.release()
	w.find(s)
	if len(w.found) == 0 {
		return nil
	}
	w.speakers.ascribe(s, w.found, w.paragraphs, rules)
	if len(s) > mostKept {
		return w.found
	}
	return slices.Clone(w.found)
}

// A finder collects the quotations of a text.
type finder struct {
	pairer
	text       string
	found      []Quotation
	paragraphs []span
	pending    int   // index of the quotation that the last paragraph left open; -1: none
	open       []int // indices of the quotations around the place at hand
}

// reset forgets the text and keeps the memory.
func (f *finder) reset() {
	clear(f.found) // it refers to the text
	f.text, f.found, f.paragraphs = "", f.found[:0], f.paragraphs[:0]
}

// find collects the quotations of s.
func (f *finder) find(s string) {
	f.text, f.pending = s, -1
	f.found = slices.Grow(f.found, len(s)/512)
	f.paragraphs = slices.Grow(f.paragraphs, len(s)/256)
	for start := 0; start < len(s); {
		n, _ := paragraphEnd(s[start:], 0, true)
		end := start + n
		f.paragraphs = append(f.paragraphs, span{start, end})
		f.paragraph(start, end)
		start = end
	}
}

// paragraph adds the quotations of text[start:end].
func (f *finder) paragraph(start, end int) {
	p := f.text[start:end]
	marks := f.marksOf(p)
	if len(marks) == 0 {
		if f.pending >= 0 && strings.TrimSpace(p) != "" {
			f.pending = -1
		}
		return
	}
	f.open = f.open[:0]
	first, stray := len(f.found), false
	for i := range marks {
		m := &marks[i]
		switch {
		case m.role == opens && m.partner >= 0:
			f.leave(start + m.start)
			c := marks[m.partner]
			f.add(p, start, Quotation{Start: m.start, BodyStart: m.end, BodyEnd: c.start, End: c.end})
		case m.role == opens && loses(m):
			f.leave(start + m.start)
			stop := len(p)
			if m.until >= 0 {
				stop = marks[m.until].start
			}
			f.add(p, start, Quotation{Start: m.start, BodyStart: m.end, BodyEnd: stop, End: stop, Open: true})
		case m.role == closes && m.partner < 0 && !stray && len(f.found) == first && shapes[m.glyph].double:
			stray = true
			f.unopened(p, start, m)
		}
	}
	f.carry(p, start, first)
}

// loses reports whether m, which nothing closes, opens a quotation all the same.
func loses(m *mark) bool {
	return shapes[m.glyph].double || m.glyph == curlyOneOpen
}

// leave drops the quotations that end before place i.
func (f *finder) leave(i int) {
	for n := len(f.open); n > 0 && f.found[f.open[n-1]].End <= i; n-- {
		f.open = f.open[:n-1]
	}
}

// add adds a quotation of paragraph p with offsets from its start.
func (f *finder) add(p string, start int, q Quotation) {
	for q.BodyStart < q.BodyEnd {
		r, n := utf8.DecodeRuneInString(p[q.BodyStart:])
		if !unicode.IsSpace(r) {
			break
		}
		q.BodyStart += n
	}
	q.BodyEnd = q.BodyStart + len(strings.TrimRightFunc(p[q.BodyStart:q.BodyEnd], unicode.IsSpace))
	if q.Open {
		q.End = q.BodyEnd
	}
	q.Start, q.End, q.BodyStart, q.BodyEnd = q.Start+start, q.End+start, q.BodyStart+start, q.BodyEnd+start
	if n := len(f.open); n > 0 {
		// What a quotation without an end gives up lies before what ends it.
		q.End = min(q.End, f.found[f.open[n-1]].End)
		q.BodyEnd = min(q.BodyEnd, q.End)
	}
	if q.BodyStart >= q.BodyEnd {
		return
	}
	f.open = append(f.open, len(f.found))
	q.Depth = len(f.open)
	f.found = append(f.found, q)
}

// unopened adds the first quotation of paragraph p, which m closes and nothing
// opens, if what it closes is a sentence.
func (f *finder) unopened(p string, start int, m *mark) {
	r, _ := utf8.DecodeLastRuneInString(p[:m.start])
	from := len(p) - len(strings.TrimLeftFunc(p, unicode.IsSpace))
	if from < m.start && strings.ContainsRune(",.!?…", r) {
		f.add(p, start, Quotation{Start: from, BodyStart: from, BodyEnd: m.start, End: m.end})
	}
}

// carry joins the first quotation of a paragraph with the one that the
// paragraph before left open, and notes the one that this paragraph leaves open.
// found[first:] are those of the paragraph.
func (f *finder) carry(p string, start, first int) {
	head := start + len(p) - len(strings.TrimLeftFunc(p, unicode.IsSpace))
	if f.pending >= 0 && first < len(f.found) && f.found[first].Start == head && f.continues(f.found[first]) {
		f.join(first)
		first = f.pending
	}
	f.pending = -1
	for i := len(f.found) - 1; i >= first; i-- {
		if f.found[i].Depth > 1 {
			continue
		}
		tail := start + len(strings.TrimRightFunc(p, unicode.IsSpace))
		if f.found[i].Open && f.found[i].End == tail {
			f.pending = i
		}
		return
	}
}

// continues reports whether q, which begins a paragraph, goes on with the
// pending quotation: both have the same opening mark, and what is pending ends
// with a sentence and is more than the rest of one, which would rather have lost
// its closing mark.
func (f *finder) continues(q Quotation) bool {
	p := f.found[f.pending]
	a, _ := glyphAt(f.text, p.Start)
	b, _ := glyphAt(f.text, q.Start)
	pending := f.text[p.BodyStart:p.BodyEnd]
	last, _ := utf8.DecodeLastRuneInString(pending)
	if a != b || !strings.ContainsRune(".!?…:;—–-)]’'", last) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(pending)
	return !unicode.IsLower(first) || strings.Contains(pending[:min(len(pending)-1, 1<<10)], ". ")
}

// join makes quotation i the continuation of the pending one.
func (f *finder) join(i int) {
	q, p := f.found[i], &f.found[f.pending]
	p.End, p.BodyEnd, p.Open = q.End, q.BodyEnd, q.Open
	f.found = append(f.found[:i], f.found[i+1:]...)
}
