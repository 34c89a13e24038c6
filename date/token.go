package date

import (
	"strings"

	"example.org/newstext/internal/phrase"
)

// The shapes of words with digits, as rules name them.
const (
	shapeCount   = "n"       // 7, 180: a count
	shapeZero    = "zero"    // 0, as in 0.5
	shapeDay     = "dom"     // 1 to 31: a day of the month
	shapeMonth   = "mon"     // 1 to 12
	shapeHour    = "hour"    // 0 to 24
	shapeMinute  = "min"     // 00 to 59, two digits
	shapeYear    = "year"    // 1000 to 2199
	shapeYY      = "yy"      // 00 to 99: a year without its century
	shapeHHMM    = "hhmm"    // 0000 to 2359, two digits each
	shapeHHMMZ   = "hhmmz"   // 0420GMT
	shapeMinZ    = "minz"    // 20GMT, as in 4:20GMT
	shapeYMD     = "ymd"     // 20191118
	shapeOrdinal = "nth"     // 1st, 70th
	shapeDayNth  = "dth"     // 1st to 31st: a day of the month
	shapeDecade  = "decade"  // 1990s
	shapeDecade2 = "decade2" // 90s
	shapeHourAP  = "hourap"  // 9am, 11pm
	shapeDayTime = "dayhour" // 18T09, as in 2019-11-18T09:00:00Z
	shapeSecZ    = "secz"    // 00Z
	shapeQuarter = "qtr"     // Q3, 3Q
	shapeHalf    = "hlf"     // H1, 1H
	shapeFiscal  = "fy"      // FY19, FY2019
	shapeHHMMAP  = "hhmmap"  // 0845am
	shapeMinAP   = "minap"   // 30pm, as in 4:30pm
	shapeShortAP = "hourp"   // 9a, 2p
	shapeMinP    = "minp"    // 45a, as in 8:45a
	shapeYY32    = "yy32"    // 32 to 99: a year without its century that is neither a day nor an hour
	shapeAmount  = "amount"  // 2h, 15min, 3d
	shapeHourIsh = "hourish" // 6ish
	shapeMinIsh  = "minish"  // 30ish, as in 6:30ish
	shapeHourH   = "hourh"   // 17h30
	shapeClockH  = "clockh"  // 17h
	shapeNoYear  = "clock4"  // 0000 to 0959 and 2200 to 2359: four digits that are no year
	shapeStamp   = "stamp"   // 20191118T0930, also with seconds and Z
	shapeDayMon  = "daymon"  // 15Sep, 15SEP2013
	shapeWeek    = "isoweek" // W07
	shapeTriple  = "triple"  // 000 to 999: what follows the comma of 1,500
)

// kinds lists the kinds of words that differ in their shapes. A word belongs to
// one kind, so each combination of shapes is a kind of its own.
var kinds = [][]string{
	kindPlain:   nil,
	kind0:       {shapeZero, shapeHour},
	kindCount:   {shapeCount},
	kindTriple:  {shapeCount, shapeTriple},
	kind1to9:    {shapeCount, shapeDay, shapeMonth, shapeHour},
	kind00:      {shapeHour, shapeMinute, shapeYY},
	kind01to09:  {shapeDay, shapeMonth, shapeHour, shapeMinute, shapeYY},
	kind10to12:  {shapeCount, shapeDay, shapeMonth, shapeHour, shapeMinute, shapeYY},
	kind13to24:  {shapeCount, shapeDay, shapeHour, shapeMinute, shapeYY},
	kind25to31:  {shapeCount, shapeDay, shapeMinute, shapeYY},
	kind32to59:  {shapeCount, shapeMinute, shapeYY, shapeYY32},
	kind60to99:  {shapeCount, shapeYY, shapeYY32},
	kindHHMM:    {shapeHHMM, shapeNoYear},
	kindHHMMZ:   {shapeHHMMZ},
	kindMinZ:    {shapeMinZ},
	kindYear:    {shapeCount, shapeYear},
	kindYearHM:  {shapeCount, shapeYear, shapeHHMM},
	kindYMD:     {shapeYMD},
	kindDayNth:  {shapeOrdinal, shapeDayNth},
	kindNth:     {shapeOrdinal},
	kindDecade:  {shapeDecade},
	kindDecade2: {shapeDecade2, shapeAmount},
	kindHourAP:  {shapeHourAP},
	kindDayTime: {shapeDayTime},
	kindSecZ:    {shapeSecZ},
	kindQuarter: {shapeQuarter},
	kindHalf:    {shapeHalf},
	kindFiscal:  {shapeFiscal},
	kindHourMin: {shapeHourAP, shapeMinAP},
	kindHHMMAP:  {shapeHHMMAP},
	kindMinAP:   {shapeMinAP},
	kindShortAP: {shapeShortAP},
	kindShort2:  {shapeShortAP, shapeMinP},
	kindMinP:    {shapeMinP},
	kindAmount:  {shapeAmount},
	kindHours:   {shapeAmount, shapeClockH},
	kindHourIsh: {shapeHourIsh, shapeMinIsh},
	kindHourH:   {shapeHourH},
	kindStamp:   {shapeStamp},
	kindWeek:    {shapeWeek},
	kindDayMon:  {shapeDayMon},
}

const (
	kindPlain = iota
	kind0
	kindCount
	kindTriple
	kind1to9
	kind00
	kind01to09
	kind10to12
	kind13to24
	kind25to31
	kind32to59
	kind60to99
	kindHHMM
	kindHHMMZ
	kindMinZ
	kindYear
	kindYearHM
	kindYMD
	kindDayNth
	kindNth
	kindDecade
	kindDecade2
	kindHourAP
	kindDayTime
	kindSecZ
	kindQuarter
	kindHalf
	kindFiscal
	kindHourMin
	kindHHMMAP
	kindMinAP
	kindShortAP
	kindShort2
	kindMinP
	kindAmount
	kindHours
	kindHourIsh
	kindHourH
	kindStamp
	kindWeek
	kindDayMon
)

func lexer() phrase.Lexer { return phrase.Lexer{Kinds: kinds, Kind: kindOf, First: "0123456789QqHFW"} }

// kindOf returns the kind of a word.
func kindOf(word string) int {
	c := word[0]
	if c < '0' || c > '9' {
		return labelKind(word)
	}
	n, digits := leadingNumber(word)
	if digits < len(word) {
		return suffixedKind(word, n, digits)
	}
	switch digits {
	case 1:
		if n == 0 {
			return kind0
		}
		return kind1to9
	case 2:
		return twoDigitKind(n)
	case 4:
		return fourDigitKind(n)
	case 8:
		if exists(n/10000, n/100%100, n%100) && plausibleYear(n/10000) {
			return kindYMD
		}
	case 3:
		return kindTriple
	case 5, 6:
		return kindCount
	}
	return kindPlain
}

func twoDigitKind(n int) int {
	switch {
	case n == 0:
		return kind00
	case n < 10:
		return kind01to09
	case n <= 12:
		return kind10to12
	case n <= 24:
		return kind13to24
	case n <= 31:
		return kind25to31
	case n <= 59:
		return kind32to59
	}
	return kind60to99
}

func fourDigitKind(n int) int {
	clock := n/100 < 24 && n%100 < 60
	switch {
	case plausibleYear(n) && clock:
		return kindYearHM
	case plausibleYear(n):
		return kindYear
	case clock:
		return kindHHMM
	}
	return kindCount
}

// plausibleYear bounds the numbers that are read as years.
func plausibleYear(n int) bool { return n >= 1000 && n < 2200 }

// suffixedKind returns the kind of a number with letters behind it.
func suffixedKind(word string, n, digits int) int {
	suffix := word[digits:]
	switch {
	case len(suffix) == 1 && suffix[0]|0x20 == 's' && digits == 4 && plausibleYear(n) && n%10 == 0:
		return kindDecade
	case len(suffix) == 1 && suffix[0]|0x20 == 's' && digits == 2 && n%10 == 0:
		return kindDecade2
	case suffix == "er" && digits == 4 && plausibleYear(n) && n%10 == 0: // German
		return kindDecade
	case suffix == "er" && digits == 2 && n%10 == 0:
		return kindDecade2
	case len(suffix) == 1 && suffix[0]|0x20 == 'q' && digits == 1 && n >= 1 && n <= 4:
		return kindQuarter
	case len(suffix) == 1 && suffix[0] == 'H' && digits == 1 && (n == 1 || n == 2):
		return kindHalf
	case len(suffix) == 1 && suffix[0] == 'Z' && digits == 2 && n < 60:
		return kindSecZ
	case suffix == "GMT" || suffix == "UTC":
		switch {
		case digits == 4 && n/100 < 24 && n%100 < 60:
			return kindHHMMZ
		case digits == 2 && n < 60:
			return kindMinZ
		}
	case len(suffix) == 3 && suffix[0] == 'T' && digits == 2 && n >= 1 && n <= 31:
		if h, d := leadingNumber(suffix[1:]); d == 2 && h <= 24 {
			return kindDayTime
		}
	case len(suffix) == 2 && isOrdinal(suffix) && digits <= 3:
		if n >= 1 && n <= 31 {
			return kindDayNth
		}
		return kindNth
	case digits <= 2 && (suffix[0]|0x20 == 'a' || suffix[0]|0x20 == 'p'):
		return halfDayKind(suffix, n, digits)
	case digits <= 2 && n <= 24 && (suffix == "h" || suffix == "H"):
		return kindHours
	case digits <= 4 && unitOf(suffix) != NoGrain:
		return kindAmount
	case digits <= 2 && n < 60 && strings.EqualFold(suffix, "ish"):
		return kindHourIsh
	case digits <= 2 && n <= 24 && len(suffix) == 3 && suffix[0]|0x20 == 'h':
		if minute, d := leadingNumber(suffix[1:]); d == 2 && minute < 60 {
			return kindHourH
		}
	case digits <= 2 && n >= 1 && n <= 31 && len(suffix) >= 3 && monthOf(suffix[:3]) > 0:
		if _, d := leadingNumber(suffix[3:]); d == len(suffix)-3 && (d == 0 || d == 2 || d == 4) {
			return kindDayMon
		}
	case (digits == 3 || digits == 4) && len(suffix) == 2 && suffix[1]|0x20 == 'm' && (suffix[0]|0x20 == 'a' || suffix[0]|0x20 == 'p'):
		if n/100 < 24 && n%100 < 60 {
			return kindHHMMAP
		}
	case digits == 8 && suffix[0] == 'T' && kindOf(word[:digits]) == kindYMD:
		return stampKind(suffix[1:])
	}
	return kindPlain
}

// stampKind returns the kind of a day with the clock: 0930, 093000Z.
func stampKind(clock string) int {
	n, digits := leadingNumber(clock)
	if digits == 6 {
		n /= 100
	}
	zone := clock[digits:]
	if (digits == 4 || digits == 6) && n/100 < 24 && n%100 < 60 && (zone == "" || zone == "Z") {
		return kindStamp
	}
	return kindPlain
}

// halfDayKind returns the kind of 9am, 30pm, 9a and 45p.
func halfDayKind(suffix string, n, digits int) int {
	hour, minute := n >= 1 && n <= 12, n < 60 && digits == 2
	switch long := len(suffix) == 2 && suffix[1]|0x20 == 'm'; {
	case long && hour && minute:
		return kindHourMin
	case long && hour:
		return kindHourAP
	case long && minute:
		return kindMinAP
	case len(suffix) > 1:
	case hour && minute:
		return kindShort2
	case hour:
		return kindShortAP
	case minute:
		return kindMinP
	}
	return kindPlain
}

// unitOf returns the unit that letters behind a number stand for: h, min, yrs.
func unitOf(suffix string) Grain {
	switch strings.ToLower(suffix) {
	case "s", "sec", "secs", "second", "seconds":
		return Second
	case "m", "min", "mins", "minute", "minutes":
		return Minute
	case "h", "hr", "hrs", "hour", "hours":
		return Hour
	case "d", "day", "days":
		return Day
	case "w", "wk", "wks", "week", "weeks":
		return Week
	case "mo", "mos", "month", "months":
		return Month
	case "y", "yr", "yrs", "year", "years":
		return Year
	}
	return NoGrain
}

// monthOf returns the month that three letters stand for, or 0.
func monthOf(letters string) int { return triple("janfebmaraprmayjunjulaugsepoctnovdec", letters) }

// weekdayOf returns the weekday that three letters stand for, or 0.
func weekdayOf(letters string) int { return triple("montuewedthufrisatsun", letters) }

// triple returns the number, from 1, of the three letters in names, which has
// three of each; 0 where they are not in it.
func triple(names, letters string) int {
	i := strings.Index(names, strings.ToLower(letters))
	if i < 0 || i%3 != 0 {
		return 0
	}
	return i/3 + 1
}

// isOrdinal accepts any ordinal suffix: "21th August" is a slip, not a number.
func isOrdinal(s string) bool {
	switch [2]byte{s[0] | 0x20, s[1] | 0x20} {
	case [2]byte{'s', 't'}, [2]byte{'n', 'd'}, [2]byte{'r', 'd'}, [2]byte{'t', 'h'}:
		return true
	}
	return false
}

// labelKind returns the kind of Q3, H1, W07 and FY2019.
func labelKind(word string) int {
	switch {
	case len(word) == 2 && word[0]|0x20 == 'q' && word[1] >= '1' && word[1] <= '4':
		return kindQuarter
	case len(word) == 2 && word[0] == 'H' && (word[1] == '1' || word[1] == '2'):
		return kindHalf
	case len(word) == 3 && word[0] == 'W':
		if n, d := leadingNumber(word[1:]); d == 2 && n >= 1 && n <= 53 {
			return kindWeek
		}
	case len(word) > 3 && word[0] == 'F' && word[1] == 'Y':
		if n, d := leadingNumber(word[2:]); d == len(word)-2 && (d == 2 || d == 4 && plausibleYear(n)) {
			return kindFiscal
		}
	}
	return kindPlain
}

// leadingNumber returns the number that word begins with, and how many digits
// it has. Numbers of more than nine digits count as nine.
func leadingNumber(word string) (n, digits int) {
	for digits < len(word) && word[digits] >= '0' && word[digits] <= '9' {
		if digits < 9 {
			n = 10*n + int(word[digits]-'0')
		}
		digits++
	}
	return n, digits
}
