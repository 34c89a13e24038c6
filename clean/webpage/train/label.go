package main

import (
	"hash/fnv"
	"strings"
	"unicode"
)

// split gives the words of a text as the measure counts them: runs of letters,
// digits and _.
func split(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.Is(unicode.Mn, r)
	})
}

func hashWords(w []string) uint64 {
	h := fnv.New64a()
	for _, x := range w {
		h.Write([]byte(strings.ToLower(x)))
		h.Write([]byte{0})
	}
	return h.Sum64()
}

// align says which lines stand in the article, in order: the heaviest chain
// of lines that begin ever later in it.
func align(lines [][]string, gold []string) []bool {
	where := make(map[uint64][]int)
	for i := 0; i+3 <= len(gold); i++ {
		h := hashWords(gold[i : i+3])
		where[h] = append(where[h], i)
	}
	single := make(map[uint64][]int)
	for n := 1; n <= 2; n++ {
		for i := 0; i+n <= len(gold); i++ {
			h := hashWords(gold[i : i+n])
			single[h] = append(single[h], i)
		}
	}
	type node struct {
		weight float64
		line   int
		prev   *node
	}
	tree := make([]*node, len(gold)+2)
	better := func(a, b *node) *node {
		if a == nil || b != nil && b.weight > a.weight {
			return b
		}
		return a
	}
	query := func(i int) *node {
		var best *node
		for i++; i > 0; i -= i & -i {
			best = better(best, tree[i])
		}
		return best
	}
	for k, w := range lines {
		type cand struct {
			at, end int
			weight  float64
		}
		var cands []cand
		if len(w) < 3 {
			if len(w) == 0 {
				continue
			}
			for _, p := range single[hashWords(w)] {
				cands = append(cands, cand{p, p + len(w), float64(len(w)) * 0.5})
			}
		} else {
			diag := make(map[int]int)
			for j := 0; j+3 <= len(w); j++ {
				ps := where[hashWords(w[j:j+3])]
				if len(ps) > 50 {
					continue
				}
				for _, p := range ps {
					diag[p-j]++
				}
			}
			best, at := 0, 0
			total := len(w) - 2
			for d, n := range diag {
				if n > best || n == best && d < at {
					best, at = n, d
				}
			}
			if best == 0 {
				continue
			}
			for d, n := range diag {
				if n*2 < best {
					continue
				}
				near := 0
				for e := d - 12; e <= d+12; e++ {
					near += diag[e]
				}
				if near*2 >= total {
					cands = append(cands, cand{max(0, d), min(len(gold), max(0, d)+len(w)), float64(near)})
				}
			}
		}
		var made []struct {
			end int
			n   *node
		}
		for _, c := range cands {
			if c.at > len(gold) {
				continue
			}
			prev := query(c.at)
			n := &node{weight: c.weight, line: k, prev: prev}
			if prev != nil {
				n.weight += prev.weight
			}
			made = append(made, struct {
				end int
				n   *node
			}{max(c.end-2, c.at+1), n})
		}
		for _, m := range made {
			for i := min(m.end, len(gold)) + 1; i < len(tree); i += i & -i {
				tree[i] = better(tree[i], m.n)
			}
		}
	}
	label := make([]bool, len(lines))
	for n := query(len(gold)); n != nil; n = n.prev {
		label[n.line] = true
	}
	return label
}

// score gives precision and recall of a text's runs of four words.
func score(gold, pred []string) (p, r float64, okP, okR bool) {
	g, q := shingles(gold), shingles(pred)
	both, ng, nq := 0, 0, 0
	for k, n := range g {
		both += min(n, q[k])
		ng += n
	}
	for _, n := range q {
		nq += n
	}
	if nq > 0 {
		p, okP = float64(both)/float64(nq), true
	}
	if ng > 0 {
		r, okR = float64(both)/float64(ng), true
	}
	return
}

func shingles(w []string) map[string]int {
	m := make(map[string]int)
	if len(w) == 0 {
		return m
	}
	for i := 0; i < max(1, len(w)-3); i++ {
		m[strings.Join(w[i:min(len(w), i+4)], " ")]++
	}
	return m
}
