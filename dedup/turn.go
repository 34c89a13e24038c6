package dedup

import "strings"

// A sense says in which matters a word takes a side, a bit each: the lines of
// rules/opposites.txt, and negation.
type sense struct{ pro, contra uint64 }

// negation is the matter of the words that turn what they stand before into
// its opposite, and of those that have one in them.
const negation = 1 << 63

const (
	negating = `not no never`
	negative = `cannot none nobody nothing neither nor nowhere without hardly isnt arent wasnt werent dont doesnt didnt
		hasnt havent hadnt wont wouldnt cant couldnt shouldnt mustnt aint fail fails failed decline declines declined
		refuse refuses refused deny denies denied`
)

// readOpposites adds the senses of words to l.
func (l *lexicon) readOpposites(rules string) {
	side := func(words string, s sense) {
		for word := range strings.FieldsSeq(words) {
			known := &l.at(word).sense
			known.pro |= s.pro
			known.contra |= s.contra
		}
	}
	matter := uint64(1)
	for line := range strings.Lines(rules) {
		if pro, contra, ok := strings.Cut(line, " / "); ok && line[0] != '#' {
			side(pro, sense{pro: matter})
			side(contra, sense{contra: matter})
			matter <<= 1
		}
	}
	side(negating, sense{pro: negation})
	side(negative, sense{contra: negation})
}

// opposes reports whether s and t take different sides in a matter, and in
// none the same.
func (s sense) opposes(t sense) bool {
	s.pro, s.contra = s.pro&^negation, s.contra&^negation
	return (s.pro&t.contra|s.contra&t.pro) != 0 && s.pro&t.pro|s.contra&t.contra == 0
}

// turns adds the words of x in whose place y says the opposite: rose, fell;
// guilty, not guilty.
func (e *exchange) turns() {
	if runs := e.x.senses(e.y); len(runs) > 0 {
		e.match(runs, e.y.senses(e.x), aroundValues, func(s, r run) bool {
			return e.x.terms[s.from].sense.opposes(e.y.terms[r.from].sense)
		})
	}
	e.negate()
}

// senses returns the words of x that take sides and are not in y.
func (x account) senses(y account) (runs []run) {
	for i, t := range x.terms {
		if t.sense.pro|t.sense.contra != 0 && !contains(y.said, t.hash) {
			runs = append(runs, run{from: i, to: i + 1})
		}
	}
	return runs
}

// negate adds the places where one text has a not and the other, in which
// nothing is negated, none.
func (e *exchange) negate() {
	x, someX := e.x.negations()
	y, someY := e.y.negations()
	switch {
	case someX == someY:
	case someY:
		e.x.fill(y, func(i int, not run) { e.add(e.x.about(run{from: i, to: i}), e.y.about(not), 1) })
	default:
		e.y.fill(x, func(i int, not run) { e.add(e.x.about(not), e.y.about(run{from: i, to: i}), 1) })
	}
}

// negations returns the words of x that negate, by what stands on both sides,
// and whether anything is negated at all.
func (x account) negations() (by map[uint64]run, some bool) {
	for i, t := range x.terms {
		if t.sense.pro&negation != 0 {
			if by == nil {
				by = map[uint64]run{}
			}
			r := run{from: i, to: i + 1}
			by[sides(x.terms, r, term.word)] = r
		}
		some = some || (t.sense.pro|t.sense.contra)&negation != 0
	}
	return by, some
}

// fill calls f for each of the negations that would stand between words of x
// before the i-th.
func (x account) fill(negations map[uint64]run, f func(i int, not run)) {
	for i := 0; i <= len(x.terms) && len(x.terms) > 0 && len(negations) > 0; i++ {
		place := sides(x.terms, run{from: i, to: i}, term.word)
		if not, ok := negations[place]; ok {
			delete(negations, place)
			f(i, not)
		}
	}
}

// about returns r and the words about it.
func (x account) about(r run) run {
	return run{from: max(r.from-1, 0), to: min(r.to+1, len(x.terms))}
}
