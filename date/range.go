package date

import (
	"strings"
	"time"
)

// connectors are the words between the ends of a range.
var connectors = map[string]bool{
	"to": true, "-": true, "–": true, "—": true, "~": true, "until": true, "till": true, "through": true, "thru": true, "and": true,
	"bis": true, // of German
}

// connector tells whether the tokens between two expressions make a range of
// them, and returns the word that does.
func (d *document) connector(from, to int) (string, bool) {
	n := to - from
	if n == 2 && strings.EqualFold(d.word(to-1), "the") {
		n--
	}
	if n != 1 {
		return "", false
	}
	w := strings.ToLower(d.word(from))
	return w, connectors[w]
}

// orderEnds sees to it that time runs forward from a to b, the expressions of
// the last two mentions. A week, "Monday through Friday", that is over by
// publication is told by its last day, one to come by its first; months and
// days, "from August to May", are told by the first.
func (d *document) orderEnds(a, b *span) {
	stated := a.stated
	if a.op != opCalendar || b.op != opCalendar || b.stated != stated || stated != StatedWeekday && stated|StatedDay != StatedMonth|StatedDay {
		return
	}
	if word, ok := d.connector(a.to, b.from); !ok || word == "and" {
		return
	}
	last := d.mentions[len(d.mentions)-2:]
	first, end := dayOf(last[0].From), dayOf(last[1].From)
	unit := Year
	if stated == StatedWeekday {
		unit = Week
	}
	switch {
	case last[0].From.IsZero() || last[1].From.IsZero():
	case end >= step(first, unit, 1): // July 12, which is over, to the August 14 ahead
		d.moveTo(&last[1], step(end, unit, -1))
	case end >= first:
	case unit == Year:
		d.moveTo(&last[1], step(end, Year, 1))
	case end <= d.published:
		d.moveTo(&last[0], first-7)
	default:
		d.moveTo(&last[1], end+7)
	}
}

// moveTo makes m a mention of another day or month.
func (d *document) moveTo(m *Mention, to day) {
	p := d.unitAt(to, m.Grain, 0)
	m.Value = string(appendPoint(nil, p))
	m.From, m.To = p.interval(d.location)
}

// ranges makes one expression of the two ends of each range.
func (d *document) ranges(found []span) []span {
	out := found[:0]
	for _, s := range found {
		if n := len(out); n > 0 && (d.makeRange(&out[n-1], s) || d.makeLast(&out[n-1], s)) {
			continue
		}
		out = append(out, s)
	}
	return out
}

// makeRange makes a the range from a to b, if the text says so.
func (d *document) makeRange(a *span, b span) bool {
	word, ok := d.connector(a.to, b.from)
	led := d.leads(a.from, "from", "between")
	if b.limit == OnOrBefore && a.to == b.from { // until, till
		word, ok = "until", true
		b.limit = NoMod
	}
	const full = StatedYear | StatedMonth | StatedDay
	if !ok && b.from == a.to+1 && d.word(a.to) == "/" && a.stated.Has(full) && b.stated.Has(full) { // 2017-10-12/2017-10-14
		word, ok = "-", true
	}
	switch {
	case word == "-" && b.stated == StatedDay && d.touches(b.from) && !digit(d.word(b.from)), // one-third
		!ok || a.until != nil || word == "and" && !a.and && !d.leads(a.from, "between"),
		!a.ends() || !b.ends(), !a.complete(&b):
		return false
	}
	a.until, a.closed = &b, a.takesIn(&b, word)
	a.to = b.to
	a.weak = false
	a.rule += " to " + b.rule
	if led {
		a.from--
	}
	return true
}

// makeLast makes a last as long as b says, if the text does: "Friday for three
// days", "from 6pm for two hours".
func (d *document) makeLast(a *span, b span) bool {
	within := b.length.seconds != 0
	switch {
	case b.op != opLength || b.vague || b.from != a.to+1 || !d.leads(b.from, "for"),
		!a.ends() || a.until != nil || a.away.sign != 0,
		within && a.level() != Hour || !within && a.level() != Day:
		return false
	}
	a.away, a.lasts = b.length, true
	a.to, a.weak = b.to, false
	a.rule += " for " + b.rule
	if d.leads(a.from, "from") {
		a.from--
	}
	return true
}

// takesIn tells whether a range from a to b takes in all of b: "July 13 to 15"
// does, as do "2014-2016" and "May through July", but "from 2014 to 2016" and
// "between now and Friday" end where b begins.
func (a *span) takesIn(b *span, word string) bool {
	switch word {
	case "-", "–", "—", "~", "through", "thru":
		return true
	}
	return a.op != opVague && b.level() == Day
}

// ends tells whether e can be an end of a range.
func (e *expr) ends() bool {
	return e.dated() && e.op != opAgo && (e.stated|Fields(e.unit) != 0 || e.holiday != "") || e.op == opVague && e.ref == "PRESENT_REF"
}

// complete gives each end of a range what only the other states: the half of
// the day, the day, the month or the year. It is false where they do not fit.
func (a *span) complete(b *span) bool {
	clockA, clockB := a.stated.Has(StatedClock), b.stated.Has(StatedClock)
	switch {
	case a.op == opVague || b.op == opVague:
		return true
	case clockA && clockB:
		completeClock(a, b)
		return true
	case clockA || clockB:
		return false
	}
	switch {
	case a.stated == StatedWeekday && a.op == opCalendar && b.stated == StatedWeekday && b.op == opShift && b.unit == Week: // Monday to Friday next week
		a.op, a.unit, a.n = b.op, b.unit, b.n
	case a.stated == StatedDay && a.op == opCalendar && b.level() == Day:
		dom := a.dom
		a.borrow(b)
		a.dom = dom
		a.stated &^= StatedWeekday
	case b.stated&^StatedYear == StatedDay && b.op == opCalendar && a.level() == Day:
		if b.stated.Has(StatedYear) { // May 8 to 10, 2010
			a.year, a.stated = b.year, a.stated|StatedYear
		}
		dom := b.dom
		b.borrow(a)
		b.dom = dom
		b.stated &^= StatedWeekday
	case a.op != opCalendar || b.op != opCalendar || a.stated&b.stated&(StatedMonth|StatedPartOfYear) == 0:
	case b.stated.Has(StatedYear) && !a.stated.Has(StatedYear):
		a.year, a.stated = b.year, a.stated|StatedYear
		if a.month > b.month {
			a.year--
		}
	case a.stated.Has(StatedYear) && !b.stated.Has(StatedYear):
		b.year, b.stated = a.year, b.stated|StatedYear
		if a.month > b.month {
			b.year++
		}
	}
	return true
}

// borrow takes the meaning of b, but keeps the place in the text.
func (s *span) borrow(b *span) { s.expr = b.expr }

const noon = 12 * 3600 // in seconds from midnight

// completeClock brings two times of day together: "3-8pm", "8am-3".
func completeClock(a, b *span) {
	switch {
	case !a.ampm && b.ampm && b.clock >= noon && a.clock+noon < b.clock,
		!a.ampm && b.ampm && b.clock >= noon && a.clock == noon:
		if a.clock < noon {
			a.clock += noon
		}
	case !a.ampm && a.clock > noon: // 22:00 to 06:00
		b.ampm = true
	case !b.ampm && b.clock < a.clock && b.clock < noon && b.clock+noon > a.clock:
		b.clock += noon
	}
	clock, grain := a.clock, a.clockGrain
	switch {
	case a.dayless() && !b.dayless():
		a.borrow(b)
		a.clock, a.clockGrain = clock, grain
	case b.dayless() && !a.dayless():
		clock, grain = b.clock, b.clockGrain
		b.borrow(a)
		b.clock, b.clockGrain = clock, grain
	}
}

// stretch gives a mention the interval that its limit or its other end gives.
func (d *document) stretch(m *Mention, s *span) {
	if s.until == nil && !(s.mod == End && (s.limit == Before || s.limit == OnOrBefore)) && !m.From.IsZero() && s.mod != NoMod {
		d.narrow(m, s)
	}
	if s.until != nil {
		d.spanTo(m, d.otherEnd(m, s.until), s)
		return
	}
	if m.From.IsZero() {
		return
	}
	if s.lasts {
		d.last(m, s.away)
	}
	if s.limit == NoMod {
		return
	}
	if m.Mod == NoMod {
		m.Mod = s.limit
	}
	long := m.Grain > Day
	switch s.limit {
	case After:
		if long {
			m.From = m.To
		}
		m.To = time.Time{}
	case OnOrAfter:
		m.To = time.Time{}
	case Before, OnOrBefore:
		if s.mod != End && (s.limit == Before || !long) {
			m.To = m.From
		}
		m.From = time.Time{}
	}
}

// last makes m as long as o.
func (d *document) last(m *Mention, o offset) {
	m.To = m.From.AddDate(0, o.months, o.days).Add(time.Duration(o.seconds) * time.Second)
	final := m.To
	if m.Grain >= Day {
		final = final.AddDate(0, 0, -1)
	}
	m.Value += "/" + restate(m.Value, final)
}

// otherEnd resolves the end of a range that begins with m. A time without a day
// is one of the day on which the range begins.
func (d *document) otherEnd(m *Mention, until *span) Mention {
	if until.dayless() && !m.From.IsZero() {
		named := d.named
		defer func() { d.named = named }()
		d.named = []namedDay{{until.from, dayOf(m.From)}}
	}
	end := *until
	end.ampm = true // it stays in its half of the day
	return d.resolve(&end)
}

// spanTo ends the mention m of s where b begins, or where b ends if s takes it
// in.
func (d *document) spanTo(m *Mention, b Mention, s *span) {
	m.Grain, m.Mod = min(m.Grain, b.Grain), NoMod
	if m.From.IsZero() || b.From.IsZero() {
		m.Value += "/" + b.Value
		m.From, m.To = time.Time{}, time.Time{}
		return
	}
	from, to := edge(*m, s.mod), edge(b, s.until.mod)
	if s.until.op == opCalendar && s.until.stated == StatedWeekday && to.After(from.AddDate(0, 0, 7)) { // this Monday to Wednesday
		to = to.AddDate(0, 0, -7)
		b.Value = restate(b.Value, to)
	}
	if to.Before(from) {
		years, days, seconds := apart(s)
		from = from.AddDate(years, 0, 0)
		if m.Stated.Has(StatedMonth) {
			m.Value = restate(m.Value, from)
		}
		to = to.AddDate(0, 0, days).Add(time.Duration(seconds) * time.Second)
		b.Value = restate(b.Value, to)
	}
	m.Value += "/" + b.Value
	if s.closed && s.until.mod == NoMod && b.Grain >= Day {
		to = d.unitAt(dayOf(to), b.Grain, 0).end().time(d.location)
	}
	if to.Before(from) {
		from, to = time.Time{}, time.Time{}
	}
	m.From, m.To = from, to
}

// edge returns where a range begins or ends that is said to do so at m.
func edge(m Mention, mod Mod) time.Time {
	switch mod {
	case Mid:
		return m.From.AddDate(0, 0, int(m.To.Sub(m.From).Hours()/48))
	case End:
		return m.To
	}
	return m.From
}

// apart tells what brings the ends of a range into order: the year before for
// the first, days and seconds later for the second.
func apart(s *span) (years, days, seconds int) {
	switch e := &s.until.expr; {
	case e.stated.Has(StatedClock) && (e.dayless() || e.onDayOf(&s.expr)): // from 10pm to 2am
		if !e.ampm && e.clock < noon && e.clock+noon > s.clock {
			return 0, 0, noon
		}
		return 0, 1, 0
	case e.stated.Has(StatedYear) || s.stated.Has(StatedYear):
	case e.op == opVague && s.stated.Has(StatedMonth), e.stated.Has(StatedMonth):
		years = -1
	case e.stated.Has(StatedWeekday) && !e.stated.Has(StatedClock):
		days = 7
	}
	return years, days, seconds
}

// onDayOf tells whether e states the same day as o, or none.
func (e *expr) onDayOf(o *expr) bool {
	return e.year == o.year && e.month == o.month && e.dom == o.dom && e.weekday == o.weekday && e.op == o.op && e.n == o.n
}

// restate returns the value with the time t in its place, as fine as it was.
func restate(value string, t time.Time) string {
	for _, layout := range []string{"2006-01", time.DateOnly, "2006-01-02T15:04"} {
		if _, err := time.Parse(layout, value); err == nil {
			return t.Format(layout)
		}
	}
	return value
}
