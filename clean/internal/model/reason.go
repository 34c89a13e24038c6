package model

import "math"

// A reason is how much a feature pulls a line into the body or out of it, and
// the feature. Reasons are ordered by that, and those that pull alike by which
// feature is first.
type reason uint64

// newReason returns a reason; all that do not pull pull alike.
func newReason(pull float32, feature int) reason {
	return reason(math.Float32bits(max(0, pull)))<<32 | reason(math.MaxUint32-feature)
}

func (r reason) feature() int { return int(math.MaxUint32 - r&math.MaxUint32) }

// Feature returns the name of the feature that weighed most for line i, in the
// direction of the decision.
func (p *Page) Feature(i int) string {
	pull := func(t *table) []reason { return t.contra }
	if p.Odds[i] > 0 {
		pull = func(t *table) []reason { return t.pro }
	}
	best := newReason(0, 0)
	j := p.model.joint
	for g := range j.own {
		best = max(best, pull(&j.own[g])[p.sorted[i+margin][g]])
	}
	for k := range j.near {
		t := &j.near[k]
		best = max(best, pull(t)[p.sorted[i+margin+t.line][t.group]])
	}
	if m := &p.m[i+margin]; m.phrase(^uint32(0)) {
		for k, kind := range phraseKinds {
			best = max(best, pull(&j.phrases[k])[m.phraseBin(kind)])
		}
	}
	return features[best.feature()].name
}
