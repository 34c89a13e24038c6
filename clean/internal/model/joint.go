package model

import "slices"

// A joint has a model's weights, added up for groups of features.
type joint struct {
	own     [neighbour]table               // by group: what features add that look at the line itself
	near    [len(groups) - neighbour]table // by group: what features add that look at its neighbours
	phrases [len(phraseKinds)]table        // by kind: what a phrase adds, by where it stands
	quiet   packed                         // what all of these add to a line without phrases
	scale   scale
	pull    [2]pulls // against the body, for it
}

// A table has for each combination of a group's properties what those of its
// features add that look at them, and which pulls most against the body and for
// it. A table of neighbours has that for each line near one with the combination.
type table struct {
	sums    []packed
	reasons [2][]reason
}

// stride is how many entries a combination has in a table of neighbours: as many
// as make up a line of a processor's cache.
const stride = 8

// seen returns the place of a combination in a table of neighbours, for what is
// added to a line if the one so many lines below it has the combination.
func seen(combination uint16, line int) int { return stride*int(combination) + margin - line }

// newJoint adds up the weights of a model.
func newJoint(m *Model) *joint {
	j := &joint{scale: newScale(m.W), pull: [2]pulls{newPulls(m.W, -1), newPulls(m.W, 1)}}
	for g := range groups {
		if g < neighbour {
			j.own[g] = newTable(groups[g].size())
			j.fill(&j.own[g], m, g, 0, func(at uint16) int { return int(at) })
			continue
		}
		t := &j.near[g-neighbour]
		*t = newTable(stride * groups[g].size())
		for line := -margin; line <= margin; line++ {
			j.fill(t, m, g, line, func(at uint16) int { return seen(at, line) })
		}
	}
	for k := range j.phrases {
		j.phrases[k] = newTable(int(sizes[pPhrase]))
		first := int(firstRow[len(sortedFeatures)+k])
		for bin := range sizes[pPhrase] {
			j.add(&j.phrases[k], int(bin), m, first+int(bin))
		}
		j.quiet += j.phrases[k].sums[0]
	}
	return j
}

func newTable(size int) table {
	return table{make([]packed, size), [2][]reason{make([]reason, size), make([]reason, size)}}
}

// fill adds the features of group g that look at a line to the table; place says
// where the entry of a combination is.
func (j *joint) fill(t *table, m *Model, g, line int, place func(combination uint16) int) {
	members := membersOf(g, line)
	var v bins
	for at := range uint16(groups[g].size()) {
		groups[g].split(at, &v)
		for _, f := range members {
			j.add(t, place(at), m, int(firstRow[f])+features[f].bin(&v))
		}
	}
}

// add adds a row of the model to an entry of the table.
func (j *joint) add(t *table, at int, m *Model, row int) {
	t.sums[at] += j.scale.pack(row, &m.W[row])
	for side := range t.reasons {
		t.reasons[side][at] = max(t.reasons[side][at], j.pull[side].of[row])
	}
}

// membersOf returns the features of a group that look at a line.
func membersOf(g, line int) (members []int) {
	for f := range sortedFeatures {
		if features[f].line == line && groupOf(&features[f]) == g {
			members = append(members, f)
		}
	}
	return members
}

// groupOf returns the group of a feature: the first for its kind of line that
// has all properties it looks at.
func groupOf(f *feature) int {
	for g := range groups {
		missing := func(p property) bool { return p != pNone && !slices.Contains(groups[g][:], p) }
		if (g >= neighbour) == (f.line != 0) && !slices.ContainsFunc(f.of[:], missing) {
			return g
		}
	}
	return -1
}

// weigh adds up what speaks for each state of each line. It goes through the
// tables one by one, so that each is at hand for all lines. A neighbour adds to
// the lines around it at once; p.sums has room for those around the margins.
func (j *joint) weigh(p *Page) []packed {
	p.sums = slices.Grow(p.sums[:0], p.n+4*margin)[:p.n+4*margin]
	lines, sums := p.sorted[margin:][:p.n], p.sums[2*margin:][:p.n]
	for i := range sums {
		sums[i] = j.quiet
	}
	for g := range j.own {
		table := j.own[g].sums
		for i := range lines {
			sums[i] += table[lines[i][g]]
		}
	}
	for g := range j.near {
		table := j.near[g].sums
		for i := range p.sorted {
			around := (*[2*margin + 1]packed)(p.sums[i:])
			at := seen(p.sorted[i][neighbour+g], margin)
			for k, w := range (*[2*margin + 1]packed)(table[at:]) {
				around[k] += w
			}
		}
	}
	for i := range sums {
		m := &p.m[i+margin]
		held := m.phrases()
		if held == 0 {
			continue
		}
		for k, kind := range phraseKinds {
			if held>>kind&1 != 0 {
				table := j.phrases[k].sums
				sums[i] += table[m.phraseBin(kind)] - table[0]
			}
		}
	}
	return sums
}

// reason returns the name of the feature that pulls line i most to the side of
// the body or to the other.
func (j *joint) reason(p *Page, i int, body bool) string {
	side := flag(body)
	own, most := &p.sorted[i+margin], reason(0)
	for g := range j.own {
		most = max(most, j.own[g].reasons[side][own[g]])
	}
	for g := range j.near {
		for line := -margin; line <= margin; line++ {
			most = max(most, j.near[g].reasons[side][seen(p.sorted[i+margin+line][neighbour+g], line)])
		}
	}
	if m := &p.m[i+margin]; m.phrase(^uint32(0)) {
		for k, kind := range phraseKinds {
			most = max(most, j.phrases[k].reasons[side][m.phraseBin(kind)])
		}
	}
	return j.pull[side].names[most]
}
