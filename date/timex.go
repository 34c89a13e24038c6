package date

import (
	"bytes"
	"strconv"
	"time"
)

// appendPoint appends the TIMEX3 value of p.
func appendPoint(b []byte, p point) []byte {
	if p.last != p.start && p.grain != Year { // the first two weeks
		q := p
		q.start, p.last = p.last, p.start
		return appendPoint(append(appendPoint(b, p), '/'), q)
	}
	y, m, d := step(p.start, Month, p.fiscal).civil()
	switch p.grain {
	case Millennium:
		return appendPadded(b, y/1000, 1)
	case Century:
		return appendPadded(b, y/100, 2)
	case Decade:
		return appendPadded(b, y/10, 3)
	case Year:
		b = appendPadded(b, y, 4)
		if p.last != p.start {
			b = appendPadded(append(b, '/'), p.last.year(), 4)
		}
		return b
	case Week, Weekend:
		y, w := (p.start + 1).isoWeek() // of a week from Sunday: that of its Monday
		b = appendPadded(append(appendPadded(b, y, 4), "-W"...), w, 2)
		if p.grain == Weekend {
			b = append(b, "-WE"...)
		}
		return b
	}
	b = append(appendPadded(b, y, 4), '-')
	switch p.grain {
	case Half:
		return appendPadded(append(b, 'H'), (m+5)/6, 1)
	case Quarter:
		return appendPadded(append(b, 'Q'), (m+2)/3, 1)
	case Season:
		return append(b, seasonCodes[season(m)]...)
	}
	b = appendPadded(b, m, 2)
	if p.grain == Month {
		return b
	}
	b = appendPadded(append(b, '-'), d, 2)
	if p.grain == Day {
		return b
	}
	return appendTime(b, p)
}

// appendTime appends the part of a value that follows the day.
func appendTime(b []byte, p point) []byte {
	b = append(b, 'T')
	if p.grain == PartOfDay || p.part == unknownPart {
		return append(b, p.part...)
	}
	b = append(appendPadded(b, p.clock/3600, 2), ':')
	b = appendPadded(b, p.clock/60%60, 2)
	if p.grain == Second {
		b = appendPadded(append(b, ':'), p.clock%60, 2)
	}
	if p.zone == "Z" {
		b = append(b, 'Z')
	}
	return b
}

// appendTemplate appends the value of an expression without a place in time.
func appendTemplate(b []byte, t template) []byte {
	switch {
	case t.weekday != 0:
		b = appendField(append(b, "XXXX-WXX-"...), t.weekday, 1)
	case t.grain == Week:
		b = append(b, "XXXX-WXX"...)
	case t.grain == Weekend:
		b = append(b, "XXXX-WXX-WE"...)
	case t.grain >= Year:
		b = append(b, "XXXX"...)
	case t.grain == Season && t.nth >= 0:
		b = append(append(b, "XXXX-"...), seasonCodes[t.nth&3]...)
	case t.grain == Season:
		b = append(b, "XXXX-XX"...)
	case t.grain == Quarter:
		b = appendField(append(b, "XXXX-Q"...), t.nth, 1)
	case t.grain == Half:
		b = appendField(append(b, "XXXX-H"...), t.nth, 1)
	default:
		b = appendField(append(b, "XXXX-"...), t.month, 2)
		if t.grain != Month {
			b = appendField(append(b, '-'), t.dom, 2)
		}
	}
	if t.grain < Day {
		b = appendTime(b, point{grain: t.grain, part: t.daypart, clock: t.clock, zone: t.zone})
	}
	return b
}

// appendPadded appends n with width digits.
func appendPadded(b []byte, n, width int) []byte {
	for least := 10; width > 1; width-- {
		if n < least {
			b = append(b, '0')
		}
		least *= 10
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// appendField appends n like appendPadded, or X for each digit of a field that
// is not known.
func appendField(b []byte, n, width int) []byte {
	if n > 0 {
		return appendPadded(b, n, width)
	}
	for range width {
		b = append(b, 'X')
	}
	return b
}

// appendLength appends the value of a duration: P3W, PT90M, P2Y6M, PXD.
func appendLength(b []byte, e *expr) []byte {
	b = append(b, 'P')
	if e.unit < PartOfDay {
		b = append(b, 'T')
	}
	if e.vague {
		b = append(b, 'X')
	} else {
		b = strconv.AppendInt(b, int64(e.count), 10)
	}
	if e.hundredths > 0 {
		b = bytes.TrimSuffix(appendPadded(append(b, '.'), e.hundredths, 2), []byte("0"))
	}
	b = append(b, unitCodes[e.unit]...)
	if e.count2 > 0 {
		if e.unit2 < PartOfDay && e.unit >= PartOfDay {
			b = append(b, 'T')
		}
		b = append(strconv.AppendInt(b, int64(e.count2), 10), unitCodes[e.unit2]...)
	}
	return b
}

// unitCodes are the letters for the units in durations.
var unitCodes = [...]string{
	NoGrain: "", Second: "S", Minute: "M", Hour: "H", PartOfDay: "D", Day: "D", Weekend: "WE", Week: "W", Month: "M",
	Season: "Q", Quarter: "Q", Half: "H", Year: "Y", Decade: "DE", Century: "CE", Millennium: "ML",
}

var seasonCodes = [...]string{"SP", "SU", "FA", "WI"}

// interval returns From and To of p.
func (p point) interval(loc *time.Location) (from, to time.Time) {
	if p.grain >= Day {
		return p.start.time(loc), p.end().time(loc)
	}
	begin, end := p.clock, p.clock
	switch {
	case p.grain == PartOfDay || p.part == unknownPart:
		begin, end = partHours(p.part)
	case p.grain == Hour:
		end += 3600
	case p.grain == Minute:
		end += 60
	case p.grain == Second:
		end++
	}
	if p.zone == "Z" {
		loc = time.UTC
	}
	return p.start.at(begin, loc), p.start.at(end, loc)
}

// unknownPart stands for a time that is not known, on a day that is: "three
// hours later".
const unknownPart = "XX"

// partHours returns in seconds from midnight where a part of the day begins
// and ends.
func partHours(part string) (begin, end int) {
	switch part {
	case "MO":
		return 6 * 3600, 12 * 3600
	case "MI":
		return 12 * 3600, 13 * 3600
	case "AF":
		return 12 * 3600, 18 * 3600
	case "EV":
		return 18 * 3600, 22 * 3600
	case unknownPart:
		return 0, 24 * 3600
	}
	return 20 * 3600, 30 * 3600 // NI: it ends in the next morning
}

// at returns the time on the wall that many seconds after midnight.
func (d day) at(seconds int, loc *time.Location) time.Time {
	y, m, dom := d.civil()
	return time.Date(y, time.Month(m), dom, 0, 0, seconds, 0, loc)
}
