package date

import (
	"strings"

	"example.org/newstext/internal/phrase"
)

// A reader fills an expr from the words that a rule captured. The name of a
// class or shape says which field its words fill, its value what goes there.
type reader struct {
	*expr
	number  int  // being read
	counted bool // a number is being read
	nrUnits int
	least   int  // the first number of a range: 2 in "two to three weeks"
	half    bool // "and a half"
	only    bool // half a unit and no whole one
	percent int  // of a unit, behind the point: 50 in "1.5"
	pointed bool // the next number stands behind a point
	minutes bool // the minutes have been read
	shifted bool // the clock is told from the hour: "20 past three"
}

// read fills e, the production of a rule, from the words of a phrase that the
// rule matches. It is false where they cannot mean that: a 31 February.
func (d *document) read(e *expr, rule int, tokens []phrase.Token) bool {
	captures, ok := d.set.Bind(d.captures[:0], rule, tokens)
	d.captures = captures
	if !ok {
		return false
	}
	r := reader{expr: e}
	behind := len(tokens) // what the rule only looks ahead to
	for _, c := range captures {
		if c.From >= behind {
			break
		}
		if strings.HasPrefix(c.Name, "lead") {
			r.lead = c.To
			continue
		}
		if strings.HasPrefix(c.Name, "tail") {
			r.tail, behind = c.To-c.From, c.From
			continue
		}
		r.take(c, d.text[tokens[c.From].Start:tokens[c.To-1].End])
	}
	return r.finish()
}

// take fills the field that a capture names.
func (r *reader) take(c phrase.Capture, word string) {
	number, _ := leadingNumber(word)
	f := filler{Capture: c, word: word, value: c.Number, number: number}
	_ = r.takeDate(f) || r.takePeriod(f) || r.takeUnit(f) || r.takeNumber(f) || r.takeClock(f)
}

// A filler is a capture with its words, the value of the class's member as a
// number, and the number that the words begin with.
type filler struct {
	phrase.Capture
	word          string
	value, number int
}

// finish completes what needs all captures, and tells whether there is such a
// date.
func (r *reader) finish() bool {
	if (r.op == opLength || r.op == opSpan) && r.nrUnits == 0 { // a fiscal year, three summers
		r.setUnit(Year)
	}
	if (r.op == opLength || r.op == opAgo) && r.n > 0 { // a quarter-century
		r.count, r.n = r.n, 0
	}
	if h := halfOf(r.unit); (r.half || r.hundredths == 50 && h.n > 0) && r.nrUnits == 1 {
		r.unit2, r.count2 = h.unit, h.n
		if r.hundredths == 0 {
			r.length.add(h.n, h.unit)
		}
		r.hundredths = 0
		if r.only {
			r.unit, r.count, r.unit2, r.count2 = h.unit, h.n, NoGrain, 0
		}
	}
	if sign := r.away.sign; sign != 0 {
		r.away = r.length
		r.away.sign = sign
	}
	if r.op == opShift && r.counted && r.stated.Has(StatedWeekday) { // two Sundays ago
		r.n *= r.number
	}
	if r.op == opCalendar && r.counted { // nineteen ninety-six
		r.setYear(r.n + r.number)
	}
	if r.stated.Has(StatedClock | StatedPartOfDay) {
		r.tellHalf(r.daypart)
	}
	if r.numeric && r.month > 12 {
		r.month, r.dom = r.dom, r.month
	}
	switch {
	case r.stated.Has(StatedYear) && !plausibleYear(r.year) && r.era != Century,
		r.yearTo != 0 && r.yearTo <= r.year,
		r.clock > 24*3600,
		r.stated.Has(StatedMonth) && (r.month < 1 || r.month > 12):
		return false
	}
	return !r.stated.Has(StatedDay|StatedMonth) || exists(r.year, r.month, r.dom)
}
