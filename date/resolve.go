package date

import (
	"slices"
	"strings"
)

// resolveAll resolves the expressions of a paragraph: first those that have a
// day or need none, then the times of a day that the text names elsewhere.
func (d *document) resolveAll(spans []span) {
	d.named = d.named[:0]
	d.focus.at, d.focus.to, d.earlier = -1, -1, d.focus.by[Day]
	first := len(d.mentions)
	waiting := false
	for i := 0; i < len(spans); i++ {
		if spans[i].dayless() {
			waiting = true
			continue
		}
		before := len(d.mentions)
		if d.dependsOnNext(spans[i:]) {
			i++
			d.appendMention(&spans[i])
			spans[i-1].ended = d.focus.last
			d.appendMention(&spans[i-1])
			slices.Reverse(d.mentions[before:])
			continue
		}
		d.appendMention(&spans[i])
		if i > 0 && !d.Ranges {
			d.orderEnds(&spans[i-1], &spans[i])
		}
	}
	if !waiting {
		return
	}
	for i := range spans {
		if spans[i].dayless() {
			d.appendMention(&spans[i])
		}
	}
	slices.SortFunc(d.mentions[first:], func(a, b Mention) int { return a.Start - b.Start })
}

// dependsOnNext tells whether the first of spans is told from the one behind it:
// "the quarter ended June 30", "up from a year earlier in the third quarter".
func (d *document) dependsOnNext(spans []span) bool {
	if len(spans) == 1 {
		return false
	}
	a, b := &spans[0], &spans[1]
	switch {
	case a.op == opEnding, a.endsOn:
		return b.from == a.to+1
	case a.op == opFocus && a.n < 0 && a.stated == 0: // compared with the previous month, sales in May
		return b.op == opCalendar && b.level() == a.unit && !d.inSentence(a) && d.sameSentence(a.to, b.from)
	case (a.op == opLater || a.op == opEarlier) && a.unit == Year && b.op == opCalendar && b.stated == StatedYear && b.era == NoGrain &&
		b.from == a.to+2 && d.word(a.to) == "," && d.word(a.to+1) == "in": // three years later, in 2008
		return true
	case a.op == opEarlier || a.op == opAgo:
		return a.unit == Year && a.count == 1 && b.op == opCalendar && b.level() >= Month && b.level() < Year &&
			d.between(a.to, b.from) == "in" && d.period(a).grain == NoGrain
	}
	return false
}

// compares tells whether e names the figures of another year, from which the
// text comes back to those that it is about.
func (e *expr) compares() bool {
	return e.op == opSame || e.op == opEarlier && e.unit == Year && e.count == 1 && e.stated == 0
}

// dayless tells whether e is a time of a day that it does not name.
func (e *expr) dayless() bool {
	return e.op == opCalendar && e.level() < Day && e.stated&^(StatedPartOfDay|StatedClock|StatedZone) == 0
}

// appendMention resolves an expression, and where it is a range its other end,
// and appends what it means.
func (d *document) appendMention(s *span) {
	m := d.resolve(s)
	if d.Ranges {
		d.stretch(&m, s)
	}
	d.mentions = append(d.mentions, m)
}

// resolve turns an expression into a Mention.
func (d *document) resolve(s *span) Mention {
	m := Mention{
		Start: d.offset + d.tokens[s.from].Start, End: d.offset + d.tokens[s.to-1].End,
		Mod: s.mod, Stated: s.stated, Rule: s.rule,
	}
	switch {
	case s.op == opVague:
		m.Value = s.ref
		if d.Exact && d.known && s.ref == "PRESENT_REF" {
			m.From, m.To = d.now().interval(d.location)
		}
	case s.op == opLength || s.op == opSpan:
		var buffer [32]byte
		m.Type, m.Grain = Duration, s.unit
		m.Value = string(appendLength(buffer[:0], &s.expr))
		d.anchorSpan(&m, s)
		d.measure(s)
	case s.op == opEvery:
		var buffer [32]byte
		m.Type, m.Grain = Set, max(s.unit, s.level())
		m.Value = string(appendEvery(buffer[:0], &s.expr))
	case s.vague || s.op == opFocus && s.unit == NoGrain && s.stated == 0 && d.focus.last.grain == NoGrain:
		m.Value, m.Grain = "PAST_REF", s.unit
		if s.op == opHence || s.op == opLater {
			m.Value = "FUTURE_REF"
		}
	default:
		p, why := d.locate(s)
		if why != "" {
			m.Rule += " " + why
		}
		if p.grain == NoGrain {
			outline(&m, s)
		} else {
			d.place(&m, s, p)
		}
	}
	return m
}

// outline gives m the value of an expression that has no place in time.
func outline(m *Mention, s *span) {
	var buffer [32]byte
	t := s.template()
	if s.stated == 0 && s.unit != NoGrain && s.unit < PartOfDay {
		t.daypart = unknownPart
	}
	m.Grain = t.grain
	m.Value = string(appendTemplate(buffer[:0], t))
	if t.grain < Day {
		m.Type = Time
	}
}

// place gives m the value and the interval of an expression that starts from p,
// and keeps where that is for what the text refers back to.
func (d *document) place(m *Mention, s *span, p point) {
	if s.around != NoGrain && p.grain == Day {
		at := p.start
		if s.around == Weekend { // a holiday on Monday or Tuesday ends one
			at -= 2
		}
		p = d.unitAt(at, s.around, 0)
	}
	if s.beside.weekday != 0 && p.grain == Day {
		p = p.in(Day, s.beside.of(p.start))
	}
	if s.away.sign != 0 && !s.lasts {
		p = s.away.from(p, s.away.sign)
	}
	m.Grain = p.grain
	if p.start.year() <= 1 { // the zero Time, which stands for no interval, lies there
		m.Value = "PAST_REF"
		return
	}
	if p.grain < Day {
		m.Type = Time
	}
	var buffer [32]byte
	m.Value = string(appendPoint(buffer[:0], p))
	m.From, m.To = p.interval(d.location)
	if d.Casual && p.grain == PartOfDay {
		m.From, m.To = casualPart(p, d.location)
	}
	if !s.compares() {
		d.keep(p, s)
	}
	if p.grain <= Day && !s.dayless() {
		d.named = append(d.named, namedDay{s.from, p.start})
	}
}

// anchorSpan gives a duration that touches publication its interval.
func (d *document) anchorSpan(m *Mention, s *span) {
	if strings.EqualFold(d.word(s.to), "of") { // the last two days of the trial
		return
	}
	if d.Exact && d.known && s.op == opSpan && !s.vague {
		m.From, m.To = d.spanned(s)
		return
	}
	if s.op != opSpan || !d.known || s.vague || s.unit < Day {
		return
	}
	other := step(d.published, s.unit, s.n*s.count)
	from, to := min(other, d.published), max(other, d.published)
	m.From, m.To = from.time(d.location), to.time(d.location)
}

// appendEvery appends the value of a set: P1D, XXXX-WXX-2, XXXX-11.
func appendEvery(b []byte, e *expr) []byte {
	if e.stated == 0 {
		return appendLength(b, e)
	}
	return appendTemplate(b, e.template())
}

// template returns what an expression states without a place in time.
func (e *expr) template() template {
	t := template{
		month: e.month, dom: e.dom, weekday: e.weekday, nth: e.nth, grain: e.level(),
		daypart: e.daypart, clock: e.clock, zone: e.zone,
	}
	if t.grain == Hour {
		t.grain = e.clockGrain
	}
	return t
}
