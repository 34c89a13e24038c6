package date

import "strings"

// takeClock fills the time of day.
func (r *reader) takeClock(f filler) bool {
	if r.stated.Has(StatedZone) { // its distance from UTC
		return true
	}
	switch f.Name {
	case "hour", "hourap", "hourp", "hourword", "hourish", "clockh", "dayhour":
		if r.op == opNumber {
			r.expr.number = f.number
			break
		}
		r.takeHour(f)
	case "hhmm", "hhmmz", "clock4", "hhmmap":
		r.takeFour(f)
	case "hourh":
		minute, _ := leadingNumber(f.word[len(f.word)-2:])
		r.setClock(f.number, minute)
	case "stamp":
		r.setDay(f.number)
		r.takeStamp(f.word[len("20060102T"):])
	case "minish":
		r.takeMinutes(f.number)
		r.mod = Approx
	case "minap", "minp":
		r.takeMinutes(f.number)
		r.afternoon(strings.ContainsAny(f.word, "pP"))
	case "minword":
		r.takeMinutes(f.value)
	case "past", "halfpast", "till":
		r.takeBeside(f)
	case "min", "minz", "secz":
		if !r.stated.Has(StatedClock) { // 05 minutes
			r.takeCount(f.word, f.number)
			break
		}
		r.takeMinutes(f.number)
		r.digital = true
		if f.Name != "min" {
			r.setZone("Z")
		}
	case "ampm":
		r.afternoon(f.Value == "p")
	case "clockword", "closing", "ish":
		r.clock += 60 * f.value
		r.clockGrain = Minute
		r.stated |= StatedClock
		if f.Name == "ish" {
			r.mod = Approx
		}
	case "zone":
		r.setZone(f.Value)
	default:
		return false
	}
	return true
}

// takeHour fills the hour, which may stand behind its minutes: "half past six".
func (r *reader) takeHour(f filler) {
	if f.Name == "dayhour" {
		r.dom = f.number
		r.stated |= StatedDay
		f.number, _ = leadingNumber(f.word[3:])
	}
	r.clock += 3600 * (f.value + f.number)
	r.digital = r.digital || f.word[0] == '0'
	if r.clockGrain == NoGrain {
		r.clockGrain = Hour
	}
	r.stated |= StatedClock
	switch f.Name {
	case "hourap":
		r.afternoon(f.word[len(f.word)-2]|0x20 == 'p')
	case "hourp":
		r.afternoon(f.word[len(f.word)-1]|0x20 == 'p')
	case "hourish":
		r.mod = Approx
	}
}

// takeFour reads 0845, 0845GMT and 845am.
func (r *reader) takeFour(f filler) {
	r.setClock(f.number/100, f.number%100)
	r.digital = true
	switch f.Name {
	case "hhmmz":
		r.setZone("Z")
	case "hhmmap":
		r.afternoon(f.word[len(f.word)-2]|0x20 == 'p')
	}
}

// takeBeside reads the minutes that the hour behind them is told by: "half
// past", "20 minutes to".
func (r *reader) takeBeside(f filler) {
	minutes := f.value
	if minutes == 0 {
		minutes = f.number
	}
	if f.Name == "till" {
		minutes = -minutes
	}
	r.shifted = true
	r.clock += 60 * minutes
	r.clockGrain = Minute
}

func (r *reader) setClock(hour, minute int) {
	r.clock = 3600*hour + 60*minute
	r.clockGrain = Minute
	r.stated |= StatedClock
}

// takeStamp reads 0930 and 093000Z.
func (r *reader) takeStamp(clock string) {
	n, digits := leadingNumber(clock)
	second := 0
	if digits == 6 {
		n, second = n/100, n%100
	}
	r.setClock(n/100, n%100)
	if digits == 6 {
		r.clock += second
		r.clockGrain = Second
	}
	if digits < len(clock) {
		r.setZone("Z")
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
