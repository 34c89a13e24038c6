package date

import "time"

// A day counts days from 1 January 1970 in the proleptic Gregorian calendar.
type day int

// civilDay returns the day of a calendar date. Months below 1 and above 12
// run on into the years beside, so that adding months is civilDay(y, m+n, 1).
func civilDay(y, m, d int) day {
	y += floorDiv(m-1, 12)
	m = floorMod(m-1, 12) + 1
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yearOfEra := y - era*400
	dayOfYear := (153*floorMod(m+9, 12)+2)/5 + d - 1 // from 1 March
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return day(era*146097 + dayOfEra - 719468)
}

// civil returns year, month and day of the month.
func (d day) civil() (y, m, dom int) {
	z := int(d) + 719468
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	dom = doy - (153*mp+2)/5 + 1
	m = floorMod(mp+2, 12) + 1
	y = yoe + era*400
	if m <= 2 {
		y++
	}
	return y, m, dom
}

// year returns the calendar year of d.
func (d day) year() int {
	y, _, _ := d.civil()
	return y
}

// weekday returns 1 for Monday to 7 for Sunday.
func (d day) weekday() int { return floorMod(int(d)+3, 7) + 1 }

// isoWeek returns the ISO 8601 year and week of d.
func (d day) isoWeek() (y, w int) {
	thursday := d + day(4-d.weekday())
	y = thursday.year()
	return y, int(thursday-civilDay(y, 1, 1))/7 + 1
}

// time returns midnight at the start of d, as the wall shows it in loc.
func (d day) time(loc *time.Location) time.Time {
	if loc == time.UTC { // where all days are of one length
		return time.Unix(24*3600*int64(d), 0).UTC()
	}
	y, m, dom := d.civil()
	return time.Date(y, time.Month(m), dom, 0, 0, 0, 0, loc)
}

// dayOf returns the calendar day that t shows in its own location.
func dayOf(t time.Time) day {
	y, m, d := t.Date()
	return civilDay(y, int(m), d)
}

// monthDays returns the length of a month; February has 29 days where the year
// is unknown (0).
func monthDays(y, m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// exists reports whether the month has such a day.
func exists(y, m, d int) bool {
	return m >= 1 && m <= 12 && d >= 1 && d <= monthDays(y, m)
}

// easter returns Easter Sunday by the anonymous Gregorian computus.
func easter(y int) day {
	a, b, c := y%19, y/100, y%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return civilDay(y, n/31, n%31+1)
}

// orthodoxEaster returns Easter Sunday by the Julian computus, on the Gregorian
// calendar.
func orthodoxEaster(y int) day {
	a := (19*(y%19) + 15) % 30
	b := (2*(y%4) + 4*(y%7) - a + 34) % 7
	n := a + b + 114
	return civilDay(y, n/31, n%31+1) + day(y/100-y/400-2)
}

// nthWeekday returns the nth given weekday of a month, from its end where n is
// negative: nthWeekday(2019, 11, 4, 4) is Thanksgiving Day.
func nthWeekday(y, m, n, weekday int) day {
	if n > 0 {
		first := civilDay(y, m, 1)
		return first + day(floorMod(weekday-first.weekday(), 7)+7*(n-1))
	}
	last := civilDay(y, m+1, 1) - 1
	return last - day(floorMod(last.weekday()-weekday, 7)+7*(-n-1))
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - b*floorDiv(a, b) }
