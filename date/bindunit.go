package date

// takeUnit fills units and how far away they are; a unit ends the number that
// counts it.
func (r *reader) takeUnit(f filler) bool {
	switch f.Name {
	case "which", "latest", "beside":
		r.n = f.value
	case "unit", "focal", "era", "same", "single", "span", "spanlong", "spans", "plural", "bareunit", "fortnight":
		if f.Value == "fortnight" {
			r.number, r.counted = 2*max(r.number, 1), true
			r.setUnit(Week)
			break
		}
		r.setUnit(unitNames[f.Value])
	case "quarters":
		r.number, r.counted = f.value, true
		r.setUnit(Minute)
	case "amount":
		_, digits := leadingNumber(f.word)
		r.number, r.counted = f.number, true
		r.setUnit(unitOf(f.word[digits:]))
	case "mod", "portion":
		r.mod = modByName[f.Value]
	default:
		return false
	}
	return true
}

// takeNumber adds a word to the number that counts units: twenty, four, 180,
// hundred, several, "and a half".
func (r *reader) takeNumber(f filler) bool {
	switch f.Name {
	case "least":
		if f.value == 0 {
			f.value = f.number
		}
		r.least = f.value
	case "digit", "teen", "tens":
		r.number += f.value
		r.counted = true
	case "zero":
		r.number, r.counted = 0, true
	case "point":
		r.pointed = true
	case "n":
		if r.weekNo != 0 || r.shifted {
			break
		}
		r.takeCount(f.word, f.number)
	case "triple":
		r.number = 1000*r.number + f.number
	case "times":
		r.number = max(r.number, 1)*f.value + r.percent*f.value/100
		r.counted, r.percent = true, 0
	case "some":
		r.vague = true
	case "couple":
		r.number, r.counted = 2, true
		r.mod = Approx
	case "half":
		r.half = true
	case "part":
		if r.counted {
			r.percent = f.value
		} else {
			r.length.addPart(f.value, r.unit)
		}
	case "halfof":
		r.half, r.only = true, true
	case "few", "alternate":
		r.number, r.counted = f.value, true
	case "bare":
		r.expr.number = f.value
	default:
		return false
	}
	return true
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
	case len(word) == 3:
		r.percent, r.pointed = number/10, false
	}
}

// setUnit ends a number: "two years" and, after it, "six months".
func (r *reader) setUnit(g Grain) {
	if r.vague && r.nrUnits > 0 { // weeks or months
		return
	}
	if r.vague { // 4.5 billion years
		r.percent = 0
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
