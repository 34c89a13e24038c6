package date

import "strings"

// join composes the expressions of a paragraph: modifiers with what they
// bend, and the parts of one date that stand side by side.
func (d *document) join(found []span) []span {
	out := found[:0]
	pending := d.pending[:0] // modifiers that wait for an expression
	for i := range found {
		s := &found[i]
		if s.op == opSuffix && s.bound && i+1 < len(found) && found[i+1].from == s.to { // or before 2018
			d.limitBehind(s)
		}
		if s.op == opModifier {
			if len(pending) > 0 && pending[len(pending)-1].to != s.from {
				pending = pending[:0]
			}
			pending = append(pending, *s)
			continue
		}
		if s.op == opSuffix {
			if n := len(out); n > 0 && out[n-1].to == s.from && out[n-1].mod == NoMod {
				if s.bound {
					out[n-1].limit = s.mod
				} else {
					out[n-1].mod = s.mod
				}
				out[n-1].to = s.to
				out[n-1].rule += " " + s.rule
			}
			continue
		}
		if n := len(out); n > 0 && (len(pending) == 0 && (d.merge(&out[n-1], s) || d.yearsAgo(&out[n-1], s)) || d.Casual && d.mergeCasual(&out[n-1], pending, *s)) {
			pending = pending[:0]
			continue
		}
		s.whole = s.whole || strings.EqualFold(d.word(s.from), "the")
		for i := len(pending) - 1; i >= 0; i-- {
			if pending[i].to != s.from || !s.bend(&pending[i]) {
				break
			}
			s.from = d.leaveArticle(&pending[i], s)
		}
		pending = pending[:0]
		out = append(out, *s)
	}
	d.pending = pending
	if d.Casual {
		out = d.readNumbers(out)
		d.inherit(out)
	}
	if d.Ranges {
		out = d.ranges(out)
	}
	out = keepStrong(out)
	d.share(out)
	if d.Casual {
		d.readAge(out)
	}
	return out
}

// keepStrong drops the parts that mean nothing alone and found no partner. "The
// second day of", where no month follows, is a day of something else: the one
// that the text speaks of.
func keepStrong(found []span) []span {
	out := found[:0]
	for _, s := range found {
		if s.weak && s.nthOf > 1 && s.inner != NoGrain && s.inner != Weekend {
			s.expr = expr{op: opFocus, amount: amount{unit: s.inner}}
			s.to--
		}
		if !s.weak {
			out = append(out, s)
		}
	}
	return out
}

// bend applies a modifier, if it can be said of the expression.
func (s *span) bend(m *span) bool {
	long := s.op == opLength || s.op == opSpan || s.op == opAgo || s.op == opHence || s.op == opEarlier || s.op == opLater
	switch {
	case m.scope == scopePeriod && s.stated.Has(StatedWeekday),
		(m.scope == scopeDate || m.scope == scopePeriod) && (long || s.op == opEvery || s.op == opVague),
		m.scope == scopeLength && (!long || s.vague),
		m.scope == scopeAmount && (s.stated == StatedWeekday || s.stated == StatedMonth || s.holiday != ""),
		m.scope == scopeAmount && s.op == opShift && s.mod == NoMod && s.unit >= Day && s.stated == 0, // all about today
		m.scope == scopeCount && (!long || s.op == opSpan || s.op == opHence || s.vague || s.whole),
		s.op == opVague, s.op == opEvery:
		return false
	}
	switch {
	case m.stated.Has(StatedWeekday):
		if s.level() != Day || !s.dated() {
			return false
		}
		s.beside = beside{max(m.nthOf, -m.nthOf, 1), m.weekday, m.away.sign}
	case m.away.sign != 0:
		if !s.dated() && s.op != opHence {
			return false
		}
		s.away, s.lasts = m.away, m.lasts
	case m.around != NoGrain:
		if s.level() != Day {
			return false
		}
		s.around = m.around
	case m.bound:
		if s.limit != NoMod || !s.dated() && s.op != opNumber {
			return false
		}
		s.limit, s.past = m.mod, m.past
	case s.mod == NoMod, m.mod == Approx: // about the end of the year
		s.mod, s.soFar = m.mod, m.soFar
	}
	s.weak = s.op == opNumber || s.weak && !m.bound && (s.numeric || s.dayFirst) // about 1.9
	s.rule += " " + m.rule
	return true
}

// leaveArticle returns where s begins with the modifier m before it: the article
// of "the late-November talks" is that of the talks.
func (d *document) leaveArticle(m, s *span) int {
	if m.scope == scopeDate && s.stated&^StatedDay == StatedMonth && strings.EqualFold(d.word(m.from), "the") && d.word(s.from-1) != "of" {
		return m.from + 1
	}
	return m.from
}

// merge makes one date of a and the expression b behind it.
func (d *document) merge(a, b *span) bool {
	counted := a.nthOf != 0 && b.op == opFocus || // the last week of the month
		a.stated == StatedPartOfYear && b.op == opFocus && b.unit >= Year // the second half of the year, of the decade
	if !a.dated() || !b.dated() && !counted || b.weak && b.level() == NoGrain || a.stated&b.stated != 0 ||
		a.op != opCalendar && b.op != opCalendar && a.op != opFocus {
		return false
	}
	gap := d.between(a.to, b.from)
	if a.part == Half && gap == "of" && (b.era != NoGrain || b.op == opFocus && b.unit >= Decade) ||
		a.part == Half && gap == "" && b.level() < Half && b.level() >= Week { // a half of what is shorter
		a.halfOf(b)
		return true
	}
	if !d.adjoins(a, b, gap) {
		return false
	}
	a.combine(b)
	a.rule += "+" + b.rule
	return true
}

// adjoins tells whether a part of a date goes on with another one behind the
// words of gap.
func (d *document) adjoins(a, b *span, gap string) bool {
	fine, coarse := a.level(), b.level()
	beside := gap == "" || gap == ","
	switch {
	case fine <= Hour && coarse == PartOfDay: // 7:30 Friday night, eight o'clock this evening
		return gap == "" && (a.stated.Has(StatedWeekday) || b.op != opCalendar) && tellsHalf(a, b)
	case fine <= Hour && coarse == Day: // 9 a.m., Tuesday
		return beside
	case fine == PartOfDay && coarse == Day: // the night of Saturday, Nov. 2; dawn Saturday
		return gap == "" && (a.weak || d.word(a.to-1) == "of" || a.mod != NoMod) || // mid-afternoon Tuesday
			gap == "of" && a.stated == StatedPartOfDay || // the early morning of April 12
			gap == "," && a.stated.Has(StatedWeekday) && b.stated.Has(StatedDay)
	case a.op == opAgo && fine == Week && b.stated == StatedWeekday: // a week ago Monday
		return gap == ""
	case fine == Day && coarse <= Hour: // Tuesday, 9 a.m., but not Monday, 9 a.m. on Sunday
		return beside && !(d.word(b.to) == "on" && weekdayNames[d.word(b.to+1)])
	case fine == Day && coarse == PartOfDay: // Tuesday morning
		return gap == ""
	case fine == Day && coarse == Day: // Tuesday, Nov. 9; Monday, New Year's Day
		return beside && a.stated.Has(StatedWeekday) && (b.stated.Has(StatedDay) || b.holiday != "" && gap == ",")
	case a.stated == StatedPartOfDay && coarse >= Week && a.holiday == "": // on an afternoon last May
		return false
	case fine < coarse && coarse >= Week: // Nov. 9 of last year, Christmas in 1998
		return gap == "" || gap == "of" || gap == "in" && a.holiday != ""
	case fine > coarse && fine >= Year && coarse >= Month: // last year's second quarter
		return gap == "'s"
	}
	return false
}

var weekdayNames = wordSet("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")

// halfOf makes of "the last half" and the decade b behind it the end of that
// decade.
func (a *span) halfOf(b *span) {
	b.from, b.mod, b.weak, b.rule = a.from, Start, false, a.rule+"+"+b.rule
	if a.nth == 2 {
		b.mod = End
	}
	*a = *b
}

// yearsAgo makes one date of "two years ago" and "this month" behind it.
func (d *document) yearsAgo(a, b *span) bool {
	if a.op != opAgo || a.unit != Year || a.stated != 0 || a.vague || b.op != opShift || b.n != 0 || b.from != a.to || b.level() > Month {
		return false
	}
	years := a.length
	years.sign = -1
	b.from, b.away = a.from, years
	b.rule = a.rule + "+" + b.rule
	*a = *b
	return true
}

// combine adds the fields of b to those of a.
func (a *span) combine(b *span) {
	if a.op == opCalendar {
		a.op, a.unit, a.n, a.count, a.that = b.op, b.unit, b.n, b.count, b.that
	}
	f := b.stated
	if f.Has(StatedYear) {
		a.year, a.yearTo, a.era = b.year, b.yearTo, b.era
		a.fiscal = a.fiscal || b.fiscal
	}
	if f.Has(StatedPartOfYear) {
		a.part, a.nth = b.part, b.nth
	}
	if f.Has(StatedMonth) {
		a.month = b.month
	}
	if f.Has(StatedDay) {
		a.dom, a.numeric, a.dayFirst = b.dom, b.numeric, b.dayFirst
	}
	if f.Has(StatedWeekday) {
		a.weekday = b.weekday
	}
	if f.Has(StatedPartOfDay) {
		a.daypart = b.daypart
	}
	if f.Has(StatedClock) {
		a.clock, a.clockGrain, a.ampm, a.digital = b.clock, b.clockGrain, b.ampm, b.digital
	}
	if f.Has(StatedZone) {
		a.zone = b.zone
	}
	if a.nthOf == 0 {
		a.nthOf, a.inner, a.inners = b.nthOf, b.inner, b.inners
	}
	if a.holiday == "" {
		a.holiday = b.holiday
	}
	if a.away.sign == 0 {
		a.away, a.lasts = b.away, b.lasts
	}
	if a.beside.weekday == 0 {
		a.beside = b.beside
	}
	if a.mod == NoMod {
		a.mod = b.mod
	}
	a.stated |= f
	a.weak = false
	a.to = b.to
}

// dated tells whether e names a place in the calendar.
func (e *expr) dated() bool {
	switch e.op {
	case opCalendar, opShift, opAgo, opHence, opEarlier, opSame, opEnding:
		return true
	case opFocus:
		return e.unit == Quarter || e.that
	}
	return false
}

// level returns the grain of the finest field.
func (e *expr) level() Grain {
	switch {
	case e.stated.Has(StatedClock):
		return Hour
	case e.stated.Has(StatedPartOfDay):
		return PartOfDay
	case e.stated&(StatedDay|StatedWeekday) != 0 || e.holiday != "":
		return Day
	case e.stated.Has(StatedMonth):
		return Month
	case e.stated.Has(StatedPartOfYear):
		return e.part
	case e.era != NoGrain:
		return e.era
	case e.stated.Has(StatedYear):
		return Year
	}
	return e.unit
}

// between returns the words between two tokens, lower case: "", ",", "of",
// "'s", or "?" for anything else.
func (d *document) between(from, to int) string {
	switch to - from {
	case 0:
		return ""
	case 1:
		switch w := strings.ToLower(d.word(from)); w {
		case ",", "of", "in", "on", "at":
			return w
		}
	case 2:
		if d.word(from+1) == "s" {
			if w := d.word(from); w == "'" || w == "’" {
				return "'s"
			}
		}
	}
	return "?"
}
