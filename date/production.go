package date

import (
	"fmt"
	"strconv"
	"strings"

	"example.org/newstext/internal/phrase"
)

var opNames = map[string]op{
	"none": opNone, "date": opCalendar, "shift": opShift, "ago": opAgo, "hence": opHence, "earlier": opEarlier,
	"later": opLater, "focus": opFocus, "same": opSame, "ending": opEnding, "length": opLength, "span": opSpan,
	"every": opEvery, "vague": opVague, "modifier": opModifier, "suffix": opSuffix, "number": opNumber,
}

var unitNames = func() map[string]Grain {
	m := map[string]Grain{}
	for g, name := range grainNames {
		m[name] = Grain(g)
	}
	return m
}()

var modByName = func() map[string]Mod {
	m := map[string]Mod{}
	for i, name := range modNames {
		if name != "" {
			m[name] = Mod(i)
		}
	}
	return m
}()

// parseProduction reads the production of a rule: an operation, and arguments
// in any order.
func parseProduction(rule phrase.Rule) (expr, error) {
	name, args, _ := strings.Cut(rule.Production, " ")
	var e expr
	var ok bool
	if e.op, ok = opNames[name]; !ok {
		return e, fmt.Errorf("%s: unknown operation %q", rule.Pos(), name)
	}
	for _, arg := range strings.Fields(args) {
		if !e.argument(arg) {
			return e, fmt.Errorf("%s: unknown argument %q of %s", rule.Pos(), arg, name)
		}
	}
	return e, nil
}

// argument reads one argument: a number, a unit, a modifier or a word of
// arguments.
func (e *expr) argument(arg string) bool {
	if n, err := strconv.Atoi(arg); err == nil {
		e.n = n
		return true
	}
	if g, ok := unitNames[arg]; ok {
		e.unit, e.count = g, 1
		return true
	}
	if m, ok := modByName[arg]; ok {
		e.mod = m
		return true
	}
	if set := arguments[arg]; set != nil {
		set(e)
		return true
	}
	if strings.HasSuffix(arg, "_REF") {
		e.ref = arg
		return true
	}
	return false
}

// arguments are the words that a production may hold.
var arguments = map[string]func(*expr){
	"fiscal":         func(e *expr) { e.fiscal = true },
	"that":           func(e *expr) { e.that = true },
	"whole":          func(e *expr) { e.whole = true },
	"weak":           func(e *expr) { e.weak = true },
	"past":           func(e *expr) { e.past = true },
	"ends":           func(e *expr) { e.endsOn = true },
	"some":           func(e *expr) { e.vague = true },
	"bound":          func(e *expr) { e.bound = true },
	"so-far":         func(e *expr) { e.soFar = true },
	"day-first":      func(e *expr) { e.dayFirst = true },
	"lasting":        func(e *expr) { e.lasts = true },
	"plus":           func(e *expr) { e.away.sign = 1 },
	"minus":          func(e *expr) { e.away.sign = -1 },
	"around-week":    func(e *expr) { e.around = Week },
	"around-weekend": func(e *expr) { e.around = Weekend },
	"of-date":        func(e *expr) { e.scope = scopeDate },
	"of-period":      func(e *expr) { e.scope = scopePeriod },
	"of-length":      func(e *expr) { e.scope = scopeLength },
	"of-amount":      func(e *expr) { e.scope = scopeAmount },
	"of-count":       func(e *expr) { e.scope = scopeCount },
	"MO":             func(e *expr) { e.daypart, e.stated = "MO", e.stated|StatedPartOfDay },
	"AF":             func(e *expr) { e.daypart, e.stated = "AF", e.stated|StatedPartOfDay },
	"NI":             func(e *expr) { e.daypart, e.stated = "NI", e.stated|StatedPartOfDay },
}
