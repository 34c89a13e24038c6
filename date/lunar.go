package date

import "math"

// moonOn returns the day of the last new moon, or full moon, on or before d, as
// clocks show it that many hours from UTC.
//
// The time of the moon is that of J. Meeus, Astronomical Algorithms, chapter
// 49, with the terms above an hundredth of a day: right to a quarter of an hour
// from 1900 to 2100.
func moonOn(d day, full bool, hours float64) day {
	phase := 0.0
	if full {
		phase = 0.5
	}
	k := math.Floor(float64(d-newMoonDay)/lunation) + 1 + phase
	for ; ; k-- {
		if on := dayAt(moon(k), hours); on <= d {
			return on
		}
	}
}

// newMoonDay is the day of new moon 0, 6 January 2000, in days from 1970.
const (
	newMoonDay day     = 10962
	lunation   float64 = 29.530588861
)

// moon returns the time of new moon k, in days from 1970; half a moon later it
// is full.
func moon(k float64) float64 {
	const rad = math.Pi / 180
	t := max(-10, min(k/1236.85, 10)) // centuries from 2000; what is a matter of squares ends there
	sun := rad * (2.5534 + 29.10535670*k)
	moon := rad * (201.5643 + 385.81693528*k + 0.0107582*t*t)
	latitude := rad * (160.7108 + 390.67050284*k - 0.0016118*t*t)
	at := 10962.59766 + lunation*k + 0.00015437*t*t - 0.0008 // less the minute by which the earth is late
	first := -0.40720
	if k != math.Floor(k) {
		first = -0.40614
	}
	return at + first*math.Sin(moon) + 0.1725*math.Sin(sun) + 0.0161*math.Sin(2*moon) + 0.01041*math.Sin(2*latitude) +
		0.0073*math.Sin(moon-sun) - 0.0051*math.Sin(moon+sun) + 0.0021*math.Sin(2*sun)
}

// dayAt returns the day on which a time falls, that many hours from UTC.
func dayAt(days, hours float64) day { return day(math.Floor(days + hours/24)) }

// hijriOn returns the first such day of the Islamic calendar in a year. A month
// begins on the evening after which the new crescent can be seen from Mecca;
// what is announced elsewhere is often a day later.
func hijriOn(year, month, dom int) day {
	const (
		months     = 12
		toCrescent = 35.3 // hours from the new moon to the end of the day before the month
	)
	first := civilDay(year, 1, 1)
	k := math.Floor(float64(first-newMoonDay)/lunation) - 1
	k += float64(floorMod(month-int(k)-hijriOfMoon0, months))
	for ; ; k += months {
		if on := dayAt(moon(k), toCrescent) + day(dom-1); on >= first {
			return on
		}
	}
}

// hijriOfMoon0 is the month, from 1, that new moon 0 began: Shawwal 1420.
const hijriOfMoon0 = 10

// passover returns 15 Nisan of the Hebrew calendar in a year.
func passover(year int) day { return roshHashanah(year) - 163 }

// hanukkah returns 25 Kislev in a year.
func hanukkah(year int) day {
	first := roshHashanah(year)
	const toKislev = 83
	if length := roshHashanah(year+1) - first; length%10 == 5 { // a complete year, with 30 days of Heshvan
		return first + toKislev + 1
	}
	return first + toKislev
}

// roshHashanah returns 1 Tishri in a year: the day of the mean new moon, or a
// day or two later, as the rules of postponement have it.
func roshHashanah(year int) day {
	y := year + 3761
	before, on, after := hebrewDays(y-1), hebrewDays(y), hebrewDays(y+1)
	switch {
	case after-on == 356:
		on += 2
	case on-before == 382:
		on++
	}
	const epoch = -2092590 // 1 Tishri of year 1, less a day, in days from 1970
	return day(epoch + on)
}

// hebrewDays counts the days from the epoch to the mean new moon of Tishri, put
// off by a day from Sundays, Wednesdays and Fridays.
func hebrewDays(year int) int {
	months := floorDiv(235*year-234, 19)
	parts := 12084 + 13753*int64(months)
	days := 29*months + int(parts/25920)
	if 3*(days+1)%7 < 3 {
		days++
	}
	return days
}
