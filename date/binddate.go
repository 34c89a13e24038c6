package date

// takeDate fills days, months and years.
func (r *reader) takeDate(f filler) bool {
	switch f.Name {
	case "year":
		if r.stated.Has(StatedYear) {
			r.yearTo = f.number
			break
		}
		r.setYear(f.number)
	case "ymd":
		r.setDay(f.number)
	case "daymon":
		r.setDayMonth(f)
	case "event", "attack":
		r.setDay(f.value)
	case "yy", "yy32":
		r.setShortYear(f.number)
	case "month", "fullmonth", "mon", "lowmonth":
		r.month = f.value + f.number
		r.stated |= StatedMonth
	case "weekday", "wd", "weekdays", "wkday", "lowday", "isoday":
		r.weekday = f.value
		r.stated |= StatedWeekday
	case "dom", "dth", "domword", "domspelled":
		if r.op == opNumber {
			r.expr.number = f.number
			break
		}
		if r.stated.Has(StatedDay) {
			r.numeric = true
			r.month = r.dom
			r.stated |= StatedMonth
		}
		r.dom = f.value + f.number
		r.stated |= StatedDay
	case "weekdaypart": // 5EV
		r.weekday, r.daypart = int(f.Value[0]-'0'), f.Value[1:]
		r.stated |= StatedWeekday | StatedPartOfDay
	case "daypart", "dayparts", "twilight":
		r.daypart = f.Value
		r.stated |= StatedPartOfDay
	case "holiday":
		r.holiday = f.Value
	default:
		return false
	}
	return true
}

// takePeriod fills parts of years, spans of years, and what is counted within.
func (r *reader) takePeriod(f filler) bool {
	switch f.Name {
	case "quarterth", "quarterend", "quartermonths":
		r.setPart(Quarter, f.value)
	case "halfth":
		r.setPart(Half, f.value)
	case "season", "warm", "spring", "sprung":
		r.setPart(Season, f.value)
	case "period":
		r.part = unitNames[f.Value]
		r.stated |= StatedPartOfYear
	case "qtr":
		r.setPart(Quarter, digitIn(f.word))
	case "hlf":
		r.setPart(Half, digitIn(f.word))
	case "fiscal":
		r.fiscal = true
	case "fy":
		r.fiscal = true
		if n, d := leadingNumber(f.word[2:]); d == 2 {
			r.setShortYear(n)
		} else {
			r.setYear(n)
		}
	case "nth":
		r.nth = f.value
		if f.value == 0 {
			r.nth = f.number
		}
	case "decade":
		r.setYear(f.number)
		r.era = Decade
	case "decade2", "tensyear":
		r.setYear(1900 + f.value + f.number)
		r.era = Decade
	case "century":
		r.setYear(100 * (f.value + f.number - 1))
		r.era = Century
	case "nthof":
		if r.op == opCalendar || r.op == opModifier { // elsewhere it only counts on
			if r.nthOf = f.value; f.value == 0 {
				r.nthOf = f.number
			}
		}
	case "inner", "units":
		r.inner = unitNames[f.Value]
		if f.Name == "units" {
			r.inners, r.counted = r.number, false
		}
	case "weekno":
		r.weekNo, r.unit = f.number, Week
	case "isoweek":
		r.weekNo, _ = leadingNumber(f.word[1:])
		r.unit = Week
	default:
		return false
	}
	return true
}

// setDay reads 20191118.
func (r *reader) setDay(ymd int) {
	r.setYear(ymd / 10000)
	r.month, r.dom = ymd/100%100, ymd%100
	r.stated |= StatedMonth | StatedDay
}

// setDayMonth reads 15Sep and 15Sep2013.
func (r *reader) setDayMonth(f filler) {
	_, digits := leadingNumber(f.word)
	letters := f.word[digits:]
	r.month, r.dom = monthOf(letters[:3]), f.number
	r.stated |= StatedMonth | StatedDay
	switch year, d := leadingNumber(letters[3:]); d {
	case 2:
		r.setShortYear(year)
	case 4:
		r.setYear(year)
	}
}

func (c *calendar) setYear(y int) {
	c.year = y
	c.stated |= StatedYear
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

// digitIn returns the digit of Q3 or 3Q.
func digitIn(word string) int {
	if n, digits := leadingNumber(word); digits > 0 {
		return n
	}
	n, _ := leadingNumber(word[1:])
	return n
}
