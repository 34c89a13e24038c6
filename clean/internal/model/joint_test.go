package model

import "testing"

// TestWeigh: the tables of groups give what the features add one by one, with
// weights of any size.
func TestWeigh(t *testing.T) {
	for _, factor := range []float32{1, 3, 20} {
		m := New()
		for i, w := range Default().W {
			for c := range w {
				m.W[i][c] = factor * w[c]
			}
		}
		j := newJoint(m)
		p := decoded(t, nil)
		rows := p.Rows()
		unit := int32(len(rows) / p.n << j.scale.shift)
		for i := range p.n {
			var want row
			for _, r := range rows[i*Features() : (i+1)*Features()] {
				for c, w := range m.W[r] {
					want[c] += Thousandths(float64(w))
				}
			}
			got := j.scale.unpack(j.weigh(p)[i])
			for c := range want {
				if d := got[c] - want[c]; d != 0 && (j.scale.shift == 0 || max(d, -d) > unit) {
					t.Errorf("weights times %v, shifted by %d: %q has %v, want %v", factor, j.scale.shift, story[i], got, want)
					break
				}
			}
		}
	}
}

// TestEveryFeatureHasAGroup: one with all properties that it looks at.
func TestEveryFeatureHasAGroup(t *testing.T) {
	for f := range sortedFeatures {
		if groupOf(&features[f]) < 0 {
			t.Errorf("feature %s is in no group", features[f].name)
		}
	}
}
