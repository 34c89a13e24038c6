package date

// floor returns the first day of the unit of grain g that holds d. Grains
// within the day give the day itself.
func (r *Resolver) floor(d day, g Grain) day {
	y, m, _ := d.civil()
	switch g {
	case Weekend:
		return r.floor(d, Week) + r.saturday()
	case Week:
		if r.SundayWeek {
			return d - day(d.weekday()%7)
		}
		return d - day(d.weekday()-1)
	case Month:
		return civilDay(y, m, 1)
	case Quarter:
		return civilDay(y, m-floorMod(m-1, 3), 1)
	case Season:
		return civilDay(y, m-floorMod(m, 3), 1)
	case Half:
		return civilDay(y, m-floorMod(m-1, 6), 1)
	case Year:
		return civilDay(y, 1, 1)
	case Decade:
		return civilDay(y-floorMod(y, 10), 1, 1)
	case Century:
		return civilDay(y-floorMod(y, 100), 1, 1)
	case Millennium:
		return civilDay(y-floorMod(y, 1000), 1, 1)
	}
	return d
}

// saturday is the place of Saturday in the week, counted from 0.
func (r *Resolver) saturday() day {
	if r.SundayWeek {
		return 6
	}
	return 5
}

// step moves the first day of a unit by n units of grain g. The day of the
// month stays, or becomes the last one where the month is shorter.
func step(d day, g Grain, n int) day {
	if n == 0 {
		return d
	}
	n = max(min(n, maxSteps), -maxSteps)
	months := 0
	switch g {
	case Weekend, Week:
		return d + day(7*n)
	case Month:
		months = 1
	case Season, Quarter:
		months = 3
	case Half:
		months = 6
	case Year:
		months = 12
	case Decade:
		months = 120
	case Century:
		months = 1200
	case Millennium:
		months = 12000
	default:
		return d + day(n)
	}
	y, m, dom := d.civil()
	first := civilDay(y, m+n*months, 1)
	y, m, _ = first.civil()
	return first + day(min(dom, monthDays(y, m))-1)
}

// maxSteps bounds the arithmetic on numbers from the text: "a million years
// ago" is a year, nine digits of centuries are not worth an overflow.
const maxSteps = 1_000_000

// length returns the number of days of the unit of grain g that begins on d.
func length(d day, g Grain) int {
	if g == Weekend {
		return 2
	}
	return int(step(d, g, 1) - d)
}

// season returns the season that begins in a month: 0 spring to 3 winter.
func season(month int) int { return floorMod(month/3-1, 4) }
