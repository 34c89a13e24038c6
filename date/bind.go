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
		if announces[c.Name] {
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

// announces holds the classes of words that only announce the expression.
var announces = map[string]bool{"lead": true, "after": true, "inlead": true, "untillead": true, "within": true, "aheadlead": true, "modal": true}

// take fills the field that a capture names.
func (r *reader) take(c phrase.Capture, word string) {
	value := c.Number
	number, _ := leadingNumber(word)
	switch c.Name {
	case "year":
		if r.stated.Has(StatedYear) {
			r.yearTo = number
			return
		}
		r.setYear(number)
	case "ymd", "event", "attack":
		if c.Name != "ymd" {
			number = value
		}
		r.setYear(number / 10000)
		r.month, r.dom = number/100%100, number%100
		r.stated |= StatedMonth | StatedDay
	case "yy", "yy32":
		r.setShortYear(number)
	case "month", "mon":
		r.month = value + number
		r.stated |= StatedMonth
	case "wd", "weekdays":
		r.weekday = value
		r.stated |= StatedWeekday
	case "fullmonth":
		r.month = value
		r.stated |= StatedMonth
	case "quarterth":
		r.setPart(Quarter, value)
	case "halfth":
		r.setPart(Half, value)
	case "dom", "dth", "domword":
		if r.op == opNumber {
			r.expr.number = number
			return
		}
		if r.stated.Has(StatedDay) {
			r.numeric = true
			r.month = r.dom
			r.stated |= StatedMonth
		}
		r.dom = value + number
		r.stated |= StatedDay
	case "weekday":
		r.weekday = value
		r.stated |= StatedWeekday
	case "season", "warm", "spring":
		r.setPart(Season, value)
	case "period":
		r.part = unitNames[c.Value]
		r.stated |= StatedPartOfYear
	case "qtr":
		r.setPart(Quarter, digitIn(word))
	case "hlf":
		r.setPart(Half, digitIn(word))
	case "fiscal":
		r.fiscal = true
	case "fy":
		r.fiscal = true
		if n, d := leadingNumber(word[2:]); d == 2 {
			r.setShortYear(n)
		} else {
			r.setYear(n)
		}
	case "nth":
		r.nth = value
		if value == 0 {
			r.nth = number
		}
	case "decade":
		r.setYear(number)
		r.era = Decade
	case "decade2", "tensyear":
		r.setYear(1900 + value + number)
		r.era = Decade
	case "century":
		r.setYear(100 * (value + number - 1))
		r.era = Century
	case "nthof":
		if r.op == opCalendar { // elsewhere it only counts on
			r.nthOf = value
		}
	case "inner", "units":
		r.inner = unitNames[c.Value]
		if c.Name == "units" {
			r.inners, r.counted = r.number, false
		}
	case "weekno":
		r.weekNo, r.unit = number, Week
	case "daypart", "dayparts":
		r.daypart = c.Value
		r.stated |= StatedPartOfDay
	case "holiday":
		r.holiday = c.Value
	case "which", "latest", "beside":
		r.n = value
	case "unit", "focal", "era", "same", "single", "span", "spanlong", "spans", "plural":
		if c.Value == "fortnight" {
			r.number, r.counted = 2*max(r.number, 1), true
			r.setUnit(Week)
			return
		}
		r.setUnit(unitNames[c.Value])
	case "quarters":
		r.number, r.counted = value, true
		r.setUnit(Minute)
	case "amount":
		_, digits := leadingNumber(word)
		r.number, r.counted = number, true
		r.setUnit(unitOf(word[digits:]))
	case "mod":
		r.mod = modByName[c.Value]
	default:
		r.takeNumber(c, word, value, number)
		r.takeClock(c, word, value, number)
	}
}

// takeNumber adds a word to the number that counts units: twenty, four, 180,
// hundred, several, "and a half".
func (r *reader) takeNumber(c phrase.Capture, word string, value, number int) {
	switch c.Name {
	case "least":
		if value == 0 {
			value = number
		}
		r.least = value
	case "digit", "teen", "tens":
		r.number += value
		r.counted = true
	case "point":
		r.pointed = true
	case "n":
		if r.weekNo != 0 || r.shifted {
			return
		}
		r.takeCount(word, number)
	case "triple":
		r.number = 1000*r.number + number
	case "times":
		r.number = max(r.number, 1)*value + r.percent*value/100
		r.counted, r.percent = true, 0
	case "some":
		r.vague = true
	case "couple":
		r.number, r.counted = 2, true
		r.mod = Approx
	case "half":
		r.half = true
	case "halfof":
		r.half, r.only = true, true
	case "few":
		r.number, r.counted = value, true
	case "bare":
		r.expr.number = value
	}
}

// takeCount reads digits: 15, and behind a point 5 or 25.
func (r *reader) takeCount(word string, number int) {
	switch {
	case !r.pointed:
		r.number, r.counted = number, true
	case len(word) == 1:
		r.percent, r.pointed = 10*number, false
	case len(word) == 2:
		r.percent, r.pointed = number, false
	}
}

// takeClock fills the time of day.
func (r *reader) takeClock(c phrase.Capture, word string, value, number int) {
	switch c.Name {
	case "hour", "hourap", "hourp", "hourword", "dayhour":
		if r.op == opNumber {
			r.expr.number = number
			return
		}
		if c.Name == "dayhour" {
			r.dom = number
			r.stated |= StatedDay
			number, _ = leadingNumber(word[3:])
		}
		r.clock += 3600 * (value + number) // behind "half past"
		if r.clockGrain == NoGrain {
			r.clockGrain = Hour
		}
		r.stated |= StatedClock
		switch c.Name {
		case "hourap":
			r.afternoon(word[len(word)-2]|0x20 == 'p')
		case "hourp":
			r.afternoon(word[len(word)-1]|0x20 == 'p')
		}
	case "hhmm":
		r.clock = 3600*(number/100) + 60*(number%100)
		r.clockGrain = Minute
		r.stated |= StatedClock
	case "minap", "minp":
		r.takeMinutes(number)
		r.afternoon(strings.ContainsAny(word, "pP"))
	case "minword":
		r.takeMinutes(value)
	case "past":
		if value == 0 {
			value = number
		}
		r.shifted = true
		r.clock += 60 * value
		r.clockGrain = Minute
	case "min", "secz":
		if !r.stated.Has(StatedClock) { // 05 minutes
			r.takeCount(word, number)
			return
		}
		r.takeMinutes(number)
		if c.Name == "secz" {
			r.setZone("Z")
		}
	case "ampm":
		r.afternoon(c.Value == "p")
	case "clockword":
		r.clock += 60 * value
		r.clockGrain = Minute
		r.stated |= StatedClock
	case "zone":
		r.setZone(c.Value)
	}
}

// takeMinutes fills the minutes, or the seconds where those are known.
func (r *reader) takeMinutes(number int) {
	if r.minutes {
		r.clock += number
		r.clockGrain = Second
	} else {
		r.clock += 60 * number
		r.clockGrain = Minute
	}
	r.minutes = true
}

// afternoon reads a clock of twelve hours.
func (r *reader) afternoon(pm bool) {
	r.ampm = true
	if r.clock >= 13*3600 {
		return // 15:30 p.m.
	}
	if r.clock >= 12*3600 {
		r.clock -= 12 * 3600
	}
	if pm {
		r.clock += 12 * 3600
	}
}

func (r *reader) setZone(zone string) {
	r.zone = zone
	r.stated |= StatedZone
}

func (r *reader) setYear(y int) {
	r.year = y
	r.stated |= StatedYear
}

// setShortYear reads a year of two digits: the end of a range in its
// beginning's century, otherwise one from 1950 to 2049.
func (r *reader) setShortYear(yy int) {
	switch {
	case r.stated.Has(StatedYear):
		r.yearTo = r.year - r.year%100 + yy
	case yy < 50:
		r.setYear(2000 + yy)
	default:
		r.setYear(1900 + yy)
	}
}

func (r *reader) setPart(g Grain, nth int) {
	r.part, r.nth = g, nth
	r.stated |= StatedPartOfYear
}

// setUnit ends a number: "two years" and, after it, "six months".
func (r *reader) setUnit(g Grain) {
	if r.vague && r.nrUnits > 0 { // weeks or months
		return
	}
	n := 1
	if r.counted {
		n = r.number
	}
	if r.least > 0 {
		n, r.least = r.least, 0
	}
	if r.nrUnits == 0 {
		r.unit, r.count, r.hundredths = g, n, r.percent
	} else {
		r.unit2, r.count2 = g, n
	}
	r.nrUnits++
	r.addLength(n, g)
	r.number, r.counted = 0, false
}

// addLength adds n units to the length, and what stood behind the point.
func (r *reader) addLength(n int, g Grain) {
	if !r.only {
		r.length.add(n, g)
	}
	if r.percent > 0 {
		r.length.addPart(r.percent, g)
		r.percent = 0
	}
}

// finish completes what needs all captures, and tells whether there is such a
// date.
func (r *reader) finish() bool {
	if r.op == opLength && r.nrUnits == 0 {
		r.setUnit(Year)
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

// A half is what half of a unit is in whole ones: 6 months.
type half struct {
	unit Grain
	n    int
}

func halfOf(g Grain) half {
	if int(g) < len(halves) {
		return halves[g]
	}
	return half{}
}

var halves = [...]half{
	Minute: {Second, 30}, Hour: {Minute, 30}, Day: {Hour, 12}, Week: {Day, 3}, Month: {Day, 15},
	Year: {Month, 6}, Decade: {Year, 5}, Century: {Year, 50}, Millennium: {Year, 500},
}

// digitIn returns the digit of Q3 or 3Q.
func digitIn(word string) int {
	if n, digits := leadingNumber(word); digits > 0 {
		return n
	}
	n, _ := leadingNumber(word[1:])
	return n
}
