package dedup

// A Relation says what two texts are to each other.
type Relation uint8

const (
	Edited   Relation = iota // the same story in other words
	Copy                     // the same words
	Contains                 // one text lies in the other
	Update                   // the same words about other facts: the next day's report
)

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

// A Fact is a number, name, amount or day that differs between two texts: A as
// the first has it, B as the second. One of them may be empty.
type Fact struct{ A, B string }

// relate says what b is to a.
func relate(a, b string) (Relation, []Fact) {
	x, y := Full.words(nil, a), Full.words(nil, b)
	if len(x) != len(y) {
		return Edited, nil
	}
	for i := range x {
		if x[i].hash != y[i].hash {
			return Edited, nil
		}
	}
	return Copy, nil
}
