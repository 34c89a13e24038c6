package model

import "slices"

// A joint has a model's weights, added up for groups of features.
type joint struct {
	own     []table // by group: what features add that look at the line itself
	near    []table // what features add that look at its neighbours
	phrases []table // by kind: what a phrase adds, by where it stands
	quiet   packed  // what all of these add to a line without phrases
	least   row     // what every line gets at least: packed sums are counted from there
	shift   int     // and are thousandths shifted to the right by so much
}

// A table has, for each combination of a group's properties, what those of its
// features add that look at one line, and which of them weigh most.
type table struct {
	group, line int
	sums        []packed
	pro, contra []reason
	rows        []row // sums before they are packed
}

// A row has the columns of a row of weights, in thousandths.
type row [Columns]int32

// add adds a feature's row of the model to entry at of the table.
func (t *table) add(at int, m *Model, feature, bin int) {
	w := &m.W[int(firstRow[feature])+bin]
	for c, v := range w {
		t.rows[at][c] += Thousandths(float64(v))
	}
	pull := w[Inside-1] - (w[Hole-1]+w[After-1])/3 + w[plainColumn]
	t.pro[at] = max(t.pro[at], newReason(pull, feature))
	t.contra[at] = max(t.contra[at], newReason(-pull, feature))
}

// newJoint adds up the weights of a model.
func newJoint(m *Model) *joint {
	j := new(joint)
	for g := range neighbour {
		j.own = append(j.own, m.table(g, 0))
	}
	for _, line := range [...]int{-3, -2, -1, +1, +2, +3} {
		for g := neighbour; g < len(groups); g++ {
			if len(membersOf(g, line)) > 0 {
				j.near = append(j.near, m.table(g, line))
			}
		}
	}
	for f := len(sortedFeatures); f < len(features); f++ {
		t := newTable(int(sizes[pPhrase]))
		for bin := range t.rows {
			t.add(bin, m, f, bin)
		}
		j.phrases = append(j.phrases, t)
	}
	j.pack()
	return j
}

func newTable(size int) table {
	return table{rows: make([]row, size), pro: make([]reason, size), contra: make([]reason, size)}
}

// table returns the table of group g for a line.
func (m *Model) table(g, line int) table {
	t := newTable(groups[g].size())
	t.group, t.line = g, line
	members := membersOf(g, line)
	var v bins
	for at := range t.rows {
		groups[g].split(uint16(at), &v)
		for _, f := range members {
			t.add(at, m, f, features[f].bin(&v))
		}
	}
	return t
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

// pack packs the rows of all tables, as finely as a line's largest sum allows.
func (j *joint) pack() {
	tables := slices.Concat(j.own, j.near, j.phrases)
	var span row
	for i := range tables {
		low, high := extent(tables[i].rows)
		for c := range span {
			j.least[c] += low[c]
			span[c] += high[c] - low[c]
		}
	}
	for int(slices.Max(span[:]))>>j.shift+len(tables) > mostPacked {
		j.shift++
	}
	for _, ts := range [...][]table{j.own, j.near, j.phrases} {
		for i := range ts {
			t := &ts[i]
			low, _ := extent(t.rows)
			for _, r := range t.rows {
				t.sums = append(t.sums, r.pack(&low, j.shift))
			}
			t.rows = nil
		}
	}
	for _, t := range j.phrases {
		j.quiet += t.sums[0]
	}
}

// extent returns the least and the most of each column.
func extent(rows []row) (low, high row) {
	low, high = rows[0], rows[0]
	for _, r := range rows {
		for c, v := range r {
			low[c], high[c] = min(low[c], v), max(high[c], v)
		}
	}
	return low, high
}

// weigh adds up what speaks for each state of line i, in thousandths.
func (j *joint) weigh(p *Page, i int) row {
	own, sum := &p.sorted[i+margin], j.quiet
	for g := range j.own {
		sum += j.own[g].sums[own[g]]
	}
	for k := range j.near {
		t := &j.near[k]
		sum += t.sums[p.sorted[i+margin+t.line][t.group]]
	}
	if m := &p.m[i+margin]; m.phrase(^uint32(0)) {
		for k, kind := range phraseKinds {
			sums := j.phrases[k].sums
			sum += sums[m.phraseBin(kind)] - sums[0]
		}
	}
	return sum.row(&j.least, j.shift)
}
