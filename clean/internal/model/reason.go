package model

import (
	"cmp"
	"slices"
)

// A reason stands for a feature that pulls a line to one side: a larger one
// pulls more, or as much and is of a feature that comes first.
type reason uint16

// pulls are the reasons for one side.
type pulls struct {
	of    []reason // each row of the model
	names []string // of their features, by reason
}

// newPulls ranks the rows by how much they pull into the body, or out of it where
// sign is negative. Those that pull to the other side are no reason.
func newPulls(w [][Columns]float32, sign float32) pulls {
	type pull struct {
		row, feature int
		value        float32
	}
	var all []pull
	for f := range features {
		for row := int(firstRow[f]); row < int(firstRow[f])+features[f].bins(); row++ {
			c := &w[row]
			if v := sign * (c[Inside-1] - (c[Hole-1]+c[After-1])/3 + c[plainColumn]); v > 0 {
				all = append(all, pull{row, f, v})
			}
		}
	}
	slices.SortFunc(all, func(a, b pull) int {
		return cmp.Or(cmp.Compare(a.value, b.value), cmp.Compare(b.feature, a.feature))
	})
	p := pulls{make([]reason, len(w)), []string{features[0].name}}
	for _, a := range all {
		p.of[a.row] = reason(len(p.names))
		p.names = append(p.names, features[a.feature].name)
	}
	return p
}

// Feature returns the name of the feature that weighed most for line i, in the
// direction of the decision.
func (p *Page) Feature(i int) string { return p.model.joint.reason(p, i, p.Odds[i] > p.From) }
