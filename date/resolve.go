package date

import (
	"slices"
	"strings"
	"time"
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

// locate finds the place of an expression in time; its grain is NoGrain where
// there is none. why names what decided, where something had to.
func (d *document) locate(s *span) (p point, why string) {
	if s.numeric && d.DayFirst && s.dom <= 12 {
		s.month, s.dom = s.dom, s.month
	}
	p, why = d.frame(s)
	switch {
	case s.holiday != "":
		p, why = d.holidayIn(p, s)
	case s.stated.Has(StatedPartOfYear):
		p, why = d.partIn(p, why, s)
	case s.stated.Has(StatedMonth):
		p, why = d.monthIn(p, why, s)
	}
	if s.fiscal && d.FiscalStart > time.January && p.grain >= Quarter && p.grain <= Year {
		p.fiscal = 13 - int(d.FiscalStart)
		p.start, p.last = step(p.start, Month, -p.fiscal), step(p.last, Month, -p.fiscal)
	}
	if s.nthOf != 0 || s.weekNo != 0 {
		if p = d.nthWithin(p, s); p.grain == NoGrain { // a fifth Monday that is none
			return p, ""
		}
	}
	if d.Casual && d.known && p.grain == NoGrain && s.stated.Has(StatedDay) {
		p = d.dayAhead(s)
	}
	if p.grain == Month && s.stated.Has(StatedDay) {
		_, month, _ := p.start.civil()
		if !exists(p.start.year(), month, s.dom) {
			return point{}, ""
		}
		p = p.in(Day, p.start+day(s.dom-1))
	}
	if s.stated.Has(StatedWeekday) && p.grain != Day {
		p, why = d.weekdayIn(p, why, s)
	}
	if s.stated&(StatedPartOfDay|StatedClock) == 0 {
		return p, why
	}
	if p.grain == NoGrain && s.level() < Day && d.known {
		p = p.in(Day, d.dayInFocus(s))
	}
	if p.grain != Day {
		return point{}, ""
	}
	p.part, p.clock, p.zone = s.daypart, s.clock, s.zone
	p.grain = PartOfDay
	if s.stated.Has(StatedClock) {
		p.grain = s.clockGrain
	}
	return p, why
}

// yearsIn counts the years of the long units.
var yearsIn = [...]int{Decade: 10, Century: 100, Millennium: 1000}

// frame returns the unit that the coarsest part of the expression names: the
// year that it states, last week, the quarter in focus.
func (d *document) frame(s *span) (p point, why string) {
	if s.op == opSame {
		return d.same(s)
	}
	if s.stated.Has(StatedYear) {
		grain := max(Year, s.era)
		p = d.unitAt(civilDay(s.year, 1, 1), grain, 0)
		if s.yearTo != 0 {
			p.last = civilDay(s.yearTo, 1, 1)
		}
		return p, ""
	}
	if !d.known && s.op != opEarlier && s.op != opLater && s.op != opFocus && s.op != opEnding {
		return point{}, ""
	}
	if d.Exact && d.known && !s.vague {
		switch s.op {
		case opAgo, opEarlier:
			return d.moved(s, -1), ""
		case opHence, opLater:
			return d.moved(s, 1), ""
		case opShift:
			if s.unit != NoGrain && s.unit < PartOfDay { // next hour
				return offset{seconds: s.n * unitSeconds[s.unit]}.from(d.now(), 1), ""
			}
		}
	}
	switch s.op {
	case opAgo, opHence, opEarlier, opLater:
		if s.unit < PartOfDay {
			return d.hoursAway(s)
		}
	}
	switch s.op {
	case opShift:
		if s.unit != NoGrain {
			return d.unitAt(d.published, s.unit, s.n), ""
		}
	case opAgo:
		if s.unit > Year { // a decade ago is a year, not a decade
			return d.unitAt(d.published, Year, -yearsIn[s.unit]*s.count), ""
		}
		if s.unit == Year && s.count == 1 && s.stated == 0 && d.period(s).grain != NoGrain {
			return d.before(s, -1)
		}
		return d.unitAt(d.published, s.unit, -s.count), ""
	case opHence:
		return d.unitAt(d.published, s.unit, s.count), ""
	case opEarlier:
		return d.before(s, -s.count)
	case opLater:
		return d.before(s, s.count)
	case opFocus:
		return d.focused(s)
	case opEnding:
		if s.ended.grain == NoGrain {
			return d.focused(s)
		}
		return d.unitAt(s.ended.start-day(length(s.ended.start, s.unit)/2), s.unit, 0), ""
	}
	return point{}, ""
}

// partIn narrows a year to a quarter, half or season of it, or finds the one
// meant.
func (d *document) partIn(p point, why string, s *span) (point, string) {
	months, first := 3, 1
	switch s.part {
	case Half:
		months = 6
	case Season:
		first = 3
	}
	nth := s.nth
	if s.part == Season {
		nth++
	}
	begin := func(y int) day { return civilDay(y, first+months*(nth-1), 1) }
	switch {
	case nth < 1 || nth > 4:
		return point{}, ""
	case p.grain == Year:
		return p.in(s.part, begin(p.start.year())), why
	case !d.known:
		return point{}, ""
	}
	start, why := d.nearest(s, s.part.String(), begin)
	return point{start: start, last: start, grain: s.part}, why
}

// monthIn narrows a year to a month of it, or finds the month, or the day of
// it, that is meant.
func (d *document) monthIn(p point, why string, s *span) (point, string) {
	switch {
	case p.grain == Year:
		return p.in(Month, civilDay(p.start.year(), s.month, 1)), why
	case !d.known:
		return point{}, ""
	}
	kind := "month"
	if s.stated.Has(StatedDay) {
		kind = "day"
	}
	start, why := d.nearest(s, kind, func(y int) day {
		for s.dom == 29 && !exists(y, s.month, s.dom) { // the last leap year
			y--
		}
		return civilDay(y, s.month, max(s.dom, 1))
	})
	y, m, _ := start.civil()
	return p.in(Month, civilDay(y, m, 1)), why
}

// nearest chooses the year of something that recurs every year and begins on
// begin(year). What includes publication counts as past.
func (d *document) nearest(s *span, kind string, begin func(year int) day) (day, string) {
	today := d.published
	if grain := s.level(); grain > Day {
		today = d.floor(today, grain)
	}
	y := d.published.year()
	if s.op == opShift && s.n == 0 {
		return begin(y), ""
	}
	for begin(y) <= today {
		y++
	}
	for begin(y) > today {
		y--
	}
	if s.op == opShift {
		switch last := begin(y); {
		case s.n > 0:
			return begin(y + 1), ""
		case last == today:
			return begin(y - 1), ""
		default:
			return last, ""
		}
	}
	if begin(y) == today {
		return today, ""
	}
	ahead, why := d.direction(s, kind, begin(y))
	if ahead {
		y++
	}
	return begin(y), why
}

// weekdayIn narrows a week to a day of it, or finds the weekday that is meant.
func (d *document) weekdayIn(p point, why string, s *span) (point, string) {
	switch {
	case p.grain == Week:
		return p.in(Day, p.start+day(floorMod(s.weekday-p.start.weekday(), 7))), why
	case p.grain != NoGrain || !d.known:
		return point{}, ""
	}
	back := day(floorMod(d.published.weekday()-s.weekday, 7))
	if s.op == opShift {
		switch {
		case s.n < 0 && back == 0:
			back = 7 * day(-s.n)
		case s.n < 0:
			back += 7 * day(-s.n-1)
		case s.n > 0:
			back -= 7 * day(s.n)
		case s.n == 0:
			first := d.floor(d.published, Week)
			back = d.published - first - day(floorMod(s.weekday-first.weekday(), 7))
		}
		return p.in(Day, d.published-back), ""
	}
	if back == 0 {
		return p.in(Day, d.published), ""
	}
	ahead, why := d.direction(s, "weekday", d.published-back)
	if ahead {
		back -= 7
	}
	return p.in(Day, d.published-back), why
}
