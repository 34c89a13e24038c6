package dedup

import (
	"slices"
	"strings"
)

// A Node is a text with all its copies, and a Link two texts that were compared,
// for [Cut].
type (
	Node struct {
		ID      string
		Copies  int  // texts of the same words, this one counted
		Crowded bool // it is like more texts than it was compared with
	}
	Link struct {
		A, B       string
		Similarity float64
		Update     bool // no link, but they were compared
	}
)

// Cut sorts texts that links hold together into groups by the rule of
// [Clusters]: it is the last step of a join that several processes do, and may
// be done for each connected part of the links alone. The links may come in any
// order; those to texts that are no nodes do not count. Each group is in the
// order of its texts, the groups are in that of their first.
func Cut(nodes []Node, links []Link) [][]string {
	nodes = slices.Clone(nodes)
	slices.SortFunc(nodes, func(a, b Node) int { return strings.Compare(a.ID, b.ID) })
	numbers := make(map[string]uint32, len(nodes))
	copies, crowded := make([]int, len(nodes)), make([]bool, len(nodes))
	for i, n := range nodes {
		numbers[n.ID], copies[i], crowded[i] = uint32(i), n.Copies, n.Crowded
	}
	pairs := make([]found, 0, len(links))
	for _, l := range links {
		a, ok := numbers[l.A]
		b, also := numbers[l.B]
		if !ok || !also {
			continue
		}
		p := found{a: min(a, b), b: max(a, b), similarity: l.Similarity}
		if l.Update {
			p.relation = Update
		}
		pairs = append(pairs, p)
	}
	groups := make([][]string, 0, len(nodes))
	for _, members := range cutGroups(copies, crowded, pairs) {
		group := make([]string, len(members))
		for i, n := range members {
			group[i] = nodes[n].ID
		}
		groups = append(groups, group)
	}
	return groups
}
