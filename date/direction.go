package date

import "example.org/newstext/date/internal/clause"

// direction tells whether an expression that could lie in the past or in the
// future is meant to lie ahead. last is its last occurrence up to publication,
// or of what recurs every year also the next one.
// why is the direction, the kind of expression and the cue that decided, as
// they stand in [Mention.Rule].
func (d *document) direction(s *span, kind string, last day) (ahead bool, why string) {
	if s.past {
		return false, "past " + kind
	}
	if d.Future {
		return true, "ahead " + kind
	}
	from, to := s.place()
	c := clause.Date{
		Text: d.text, Start: d.tokens[from].Start, End: d.tokens[to-1].End,
		Kind: kind, Back: d.back(last, clause.Period(kind)), Period: clause.Period(kind),
	}
	ahead, cue := c.Ahead()
	if ahead {
		return true, "ahead " + kind + " " + cue
	}
	return false, "past " + kind + " " + cue
}

// back counts the days from the last occurrence to publication. In what comes
// again every year it passes over 29 February, so that the same text is read alike when
// the same day of another year publishes it.
func (d *document) back(last day, period int) int {
	if period <= 7 {
		return int(d.published - last)
	}
	const common = 2001 // a year without that day
	_, month, dom := d.published.civil()
	_, lastMonth, lastDom := last.civil()
	days := int(civilDay(common, month, dom) - civilDay(common, lastMonth, lastDom))
	return (days + period) % period
}
