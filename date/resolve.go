package date

import (
	"slices"
	"strings"
)

// resolveAll resolves the expressions of a paragraph: first those that have a
// day or need none, then the times of a day that the text names elsewhere.
func (d *document) resolveAll(spans []span) {
	d.named = d.named[:0]
	d.focus.at, d.focus.to = -1, -1
	first := len(d.mentions)
	waiting := false
	for i := 0; i < len(spans); i++ {
		if spans[i].dayless() {
			waiting = true
			continue
		}
		before := len(d.mentions)
		if spans[i].op == opEnding && i+1 < len(spans) && spans[i+1].from == spans[i].to+1 {
			i++
			d.appendMention(&spans[i])
			spans[i-1].ended = d.focus.by[Day]
			d.appendMention(&spans[i-1])
			slices.Reverse(d.mentions[before:])
			continue
		}
		d.appendMention(&spans[i])
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

// dayless tells whether e is a time of a day that it does not name.
func (e *expr) dayless() bool {
	return e.op == opCalendar && e.level() < Day && e.stated&^(StatedPartOfDay|StatedClock|StatedZone) == 0
}

// appendMention resolves an expression and appends what it means.
func (d *document) appendMention(s *span) {
	if m, ok := d.mention(s); ok {
		d.mentions = append(d.mentions, m)
	}
}

// mention resolves an expression, and where it is a range its other end.
func (d *document) mention(s *span) (Mention, bool) {
	m, ok := d.resolve(s)
	if ok && d.Ranges {
		d.stretch(&m, s)
	}
	return m, ok
}

// resolve turns an expression into a Mention. It is false where the words turn
// out to be none.
func (d *document) resolve(s *span) (Mention, bool) {
	m := Mention{
		Start: d.offset + d.tokens[s.from].Start, End: d.offset + d.tokens[s.to-1].End,
		Mod: s.mod, Stated: s.stated, Rule: s.rule,
	}
	var buffer [32]byte
	b := buffer[:0]
	switch s.op {
	case opVague:
		m.Value = s.ref
		if d.Exact && d.known && s.ref == "PRESENT_REF" {
			m.From, m.To = d.now().interval(d.location)
		}
		return m, true
	case opLength, opSpan:
		m.Type, m.Grain = Duration, s.unit
		m.Value = string(appendLength(b, &s.expr))
		d.anchorSpan(&m, s)
		d.measure(s)
		return m, true
	case opEvery:
		m.Type = Set
		m.Grain = max(s.unit, s.level())
		m.Value = string(appendEvery(b, &s.expr))
		return m, true
	}
	if s.vague || s.op == opFocus && s.unit == NoGrain && s.stated == 0 && d.focus.last.grain == NoGrain {
		m.Value, m.Grain = "PAST_REF", s.unit
		if s.op == opHence || s.op == opLater {
			m.Value = "FUTURE_REF"
		}
		return m, true
	}
	p, why := d.locate(s)
	if why != "" {
		m.Rule += " " + why
	}
	if p.grain == NoGrain {
		t := s.template()
		if s.stated == 0 && s.unit != NoGrain && s.unit < PartOfDay {
			t.daypart = unknownPart
		}
		m.Grain = t.grain
		m.Value = string(appendTemplate(b, t))
		if t.grain < Day {
			m.Type = Time
		}
		return m, true
	}
	if s.around != NoGrain && p.grain == Day {
		at := p.start
		if s.around == Weekend { // a holiday on Monday or Tuesday ends one
			at -= 2
		}
		p = d.unitAt(at, s.around, 0)
	}
	if s.away.sign != 0 {
		p = s.away.from(p, s.away.sign)
	}
	m.Grain = p.grain
	if p.start.year() <= 1 { // the zero Time, which stands for no interval, lies there
		m.Value = "PAST_REF"
		return m, true
	}
	if p.grain < Day {
		m.Type = Time
	}
	m.Value = string(appendPoint(b, p))
	m.From, m.To = p.interval(d.location)
	if d.Casual && p.grain == PartOfDay {
		m.From, m.To = casualPart(p, d.location)
	}
	if d.Ranges && p.grain >= Day && p.last != p.start && s.inners == 0 {
		m.To = p.last.time(d.location)
	}
	d.focus.set(p, s)
	if p.grain <= Day && !s.dayless() {
		d.named = append(d.named, namedDay{s.from, p.start})
	}
	return m, true
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
