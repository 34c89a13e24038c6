package dedup

import "slices"

// A Relation says what two texts are to each other.
type Relation uint8

const (
	Edited   Relation = iota // the same story in other words
	Copy                     // the same words under Full
	Contains                 // one text lies in the other: four fifths of the shingles of the shorter
	Update                   // the same words about other facts: the next day's report
)

// String returns the name of r in small letters.
func (r Relation) String() string {
	switch r {
	case Edited:
		return "edited"
	case Copy:
		return "copy"
	case Contains:
		return "contains"
	case Update:
		return "update"
	}
	return "unknown"
}

// A Fact is a number, name, amount or day that differs between two texts, or a
// word in whose place the other has its opposite: A as the first has it, B as
// the second.
type Fact struct{ A, B string }

// relate says what y is to x: Copy, Update or Edited.
func relate(x, y account) (Relation, []Fact) {
	if slices.EqualFunc(x.terms, y.terms, func(s, t term) bool { return s.hash == t.hash && s.key == t.key }) {
		return Copy, nil
	}
	if facts := exchanged(x, y); len(facts) > 0 {
		return Update, facts
	}
	return Edited, nil
}
