package quote

// An antecedent is the search for the name that a pronoun stands for, backwards
// through the names of a text: the last subject that fits, or else the last name.
type antecedent struct {
	gender       class // hisName, herName or both
	sure, unsure name  // found so far
	seen         int
}

// try looks at one more name and reports whether the search is over.
func (a *antecedent) try(n *names, m name) bool {
	a.seen++
	if m.body {
		return false
	}
	leads := n.leads(m.from) || n.introduced(m.from)
	if !leads && a.sure.words > 0 {
		return false // the last name that fits is found, and only a subject is better
	}
	gender, person := m.gender, m.words > 1 || m.titled
	if !person {
		e := n.of(n.last(m), m.end)
		person = person || e.person || e.fullest.words > 1 && !e.fullest.body
		if gender == 0 || e.fullest.gender != 0 && e.fullest.words > m.words {
			gender = e.fullest.gender
		}
	}
	if leads && person && gender == 0 {
		gender = n.owner(m.end)
	}
	switch {
	case gender&a.gender != 0:
		if a.sure.words == 0 || leads {
			a.sure = m
		}
		return leads
	case gender != 0 || !person:
	case leads && a.sure.words == 0:
		a.sure = m
		return true
	case a.unsure.words == 0:
		a.unsure = m
	}
	return false
}

// found returns the name that the search has come upon.
func (a *antecedent) found() (name, bool) {
	if a.sure.words > 0 {
		return a.sure, true
	}
	return a.unsure, a.unsure.words > 0
}
