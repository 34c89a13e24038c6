package quote

import (
	"math"
	"slices"
)

// What it costs when marks do not balance.
const (
	lostOpen      = 10 // a mark closes what nothing opened
	lostClose     = 8  // a quotation is still open when another begins in its place,
	lostCloseLine = 4  // at the start of a line,
	unclosed      = 6  // or at the end of the paragraph
	unclosedOne   = 12 // the same of ', which is more often an apostrophe
	sameInside    = 6  // a quotation within one of the same marks
	oneOutside    = 1  // single marks outside where double ones are in use
)

const (
	maxDepth = 5  // of nesting; deeper marks are taken for literal
	maxPaths = 6  // that are followed at a time
	maxLost  = 2  // open quotations that one mark gives up
	slack    = 24 // a path that costs so much more than the best is not followed
)

// A pairer finds the roles of a paragraph's marks. Its memory is reused; it
// takes time in proportion to the marks.
type pairer struct {
	scanner
	stack []int32  // of indices of marks
	nodes []opened // all stacks of all paths
	steps []step   // all steps of all paths
	now   []path
	then  []path
	way   []step // the best path
	limit int    // cost of paths that are not followed any more
}

// opened is a mark on a path's stack and the rest of the stack.
type opened struct {
	below int32 // index into nodes; -1: none
	mark  int32
}

// A step gives one mark its role on one path.
type step struct {
	before int32 // index into steps; -1: the first
	mark   int32
	role   role
	lost   uint8 // open quotations that it gives up
}

// A path is one way to read the paragraph up to some mark.
type path struct {
	cost int
	key  uint32 // glyphs on the stack, five bits each; paths with one key have one future
	top  int32  // index into nodes; -1: nothing is open
	last int32  // index into steps
}

// marksOf returns the marks of paragraph p with their roles and partners, good
// until the next call.
//
// Each mark's surroundings give each role a cost, and a quotation that is not
// opened or not closed costs more. Mostly the cheapest role of every mark gives
// a paragraph that balances, which no other reading can better. Where it does
// not, the cheapest reading of the whole paragraph is sought: a dynamic program
// over stacks of open marks.
func (x *pairer) marksOf(p string) []mark {
	marks := x.scan(p)
	switch {
	case x.undecided == 0:
	case x.balance(marks):
	case x.undecided > noiseMarks && x.undecided*noiseShare > len(p):
		x.greedy(marks)
	default:
		x.search(marks)
	}
	return marks
}

// A paragraph with more marks than noiseMarks, one in noiseShare bytes or more,
// is not prose, and no reading of it worth a search.
const (
	noiseMarks = 64
	noiseShare = 8
)

// greedy gives every mark its cheapest role, and pairs those that balance.
func (x *pairer) greedy(marks []mark) {
	x.stack = x.stack[:0]
	for i := range marks {
		m := &marks[i]
		m.partner, m.until = -1, -1
		m.role = cheapest(m.cost)
		switch n := len(x.stack); {
		case m.role == opens && n == maxDepth:
			m.role = literal
		case m.role == opens:
			x.stack = append(x.stack, int32(i))
		case m.role == closes && n > 0:
			o := x.stack[n-1]
			if _, ok := pairCost(marks[o].glyph, m.glyph); ok {
				x.stack = x.stack[:n-1]
				m.partner, marks[o].partner = o, int32(i)
			}
		}
	}
}

// balance gives every mark its cheapest role and reports whether they balance.
func (x *pairer) balance(marks []mark) bool {
	x.stack = x.stack[:0]
	for i := range marks {
		m := &marks[i]
		m.role = cheapest(m.cost)
		switch m.role {
		case opens:
			if len(x.stack) == maxDepth || x.openCost(marks, x.stack, i) > 0 {
				return false
			}
			x.stack = append(x.stack, int32(i))
		case closes:
			if len(x.stack) == 0 {
				return false
			}
			o := x.stack[len(x.stack)-1]
			if c, ok := pairCost(marks[o].glyph, m.glyph); !ok || c > 0 {
				return false
			}
			x.stack = x.stack[:len(x.stack)-1]
			m.partner, marks[o].partner = o, int32(i)
		}
	}
	return len(x.stack) == 0
}

// cheapest returns the role that costs least.
func cheapest(c costs) role {
	const each = int(prime) + 1
	return role(min(int(c[literal])*each+int(literal), int(c[opens])*each+int(opens), int(c[closes])*each+int(closes),
		int(c[apostrophe])*each+int(apostrophe), int(c[prime])*each+int(prime)) % each)
}

// openCost returns what it costs that mark i opens within the marks on stack.
func (x *pairer) openCost(marks []mark, stack []int32, i int) int {
	if len(stack) == 0 {
		return x.outerCost(marks[i].glyph)
	}
	return innerCost(marks[stack[len(stack)-1]].glyph, marks[i].glyph)
}

// outerCost returns what it costs that g opens outside of any quotation.
func (x *pairer) outerCost(g glyph) int {
	if !shapes[g].double && shapes[g].family == english && (x.has[straight] || x.has[curlyOpen] || x.has[texOpen]) {
		return oneOutside
	}
	return 0
}

// innerCost returns what it costs that g opens directly inside outer.
func innerCost(outer, g glyph) int {
	a, b := shapes[outer], shapes[g]
	if a.family == english && b.family == english && a.double == b.double {
		return sameInside
	}
	return 0
}

// pairCost returns what it costs that c closes what o opened, and whether it can.
func pairCost(o, c glyph) (int, bool) {
	a, b := shapes[o], shapes[c]
	if a.double != b.double || a.family != b.family {
		return 0, false
	}
	if a.family != english || o == c {
		return 0, true
	}
	switch [2]glyph{o, c} {
	case [2]glyph{texOpen, texClose}, [2]glyph{backtick, straightOne}, [2]glyph{backtick, acute},
		[2]glyph{curlyOpen, curlyClose}, [2]glyph{curlyOneOpen, curlyOneClose},
		[2]glyph{low, curlyOpen}, [2]glyph{low, curlyClose},
		[2]glyph{lowOne, curlyOneOpen}, [2]glyph{lowOne, curlyOneClose}:
		return 0, true
	}
	return 3, true
}

// search gives the marks the roles of the cheapest reading.
func (x *pairer) search(marks []mark) {
	x.nodes, x.steps = x.nodes[:0], x.steps[:0]
	x.now = append(x.now[:0], path{top: -1, last: -1})
	for i := range marks {
		m := &marks[i]
		m.partner, m.until = -1, -1
		if m.cost[apostrophe] == 0 && m.cost[literal] == never && m.cost[prime] == never {
			m.role = apostrophe
			continue
		}
		x.then = x.then[:0]
		x.limit = math.MaxInt
		for _, from := range x.now {
			x.limit = min(x.limit, from.cost+slack+int(slices.Min(m.cost[:])))
		}
		for _, from := range x.now {
			x.extend(from, marks, i)
		}
		x.now, x.then = x.then, x.now
	}
	best := -1
	for i := range x.now {
		for at := x.now[i].top; at >= 0; at = x.nodes[at].below {
			x.now[i].cost += unclosedCost(marks[x.nodes[at].mark].glyph)
		}
		if best < 0 || x.now[i].cost < x.now[best].cost {
			best = i
		}
	}
	x.settle(marks, x.now[best].last)
}

// unclosedCost returns what it costs that g stays open.
func unclosedCost(g glyph) int {
	if g == straightOne || g == curlyOneClose {
		return unclosedOne
	}
	return unclosed
}

// lostCost returns what it costs that m stays open when mark at begins
// something else.
func lostCost(m, at *mark) int {
	switch {
	case at.soft:
		return lostCloseLine
	case m.glyph == straightOne || m.glyph == curlyOneClose:
		return unclosedOne
	}
	return lostClose
}

// extend follows one path over mark i in all ways.
func (x *pairer) extend(from path, marks []mark, i int) {
	m := &marks[i]
	for r := literal; r <= prime; r++ {
		if r == opens || r == closes || m.cost[r] == never {
			continue
		}
		to := from
		to.cost += int(m.cost[r])
		x.keep(to, step{before: from.last, mark: int32(i), role: r})
	}
	if m.cost[opens] < never {
		x.open(from, marks, i)
	}
	if m.cost[closes] < never {
		x.shut(from, marks, i)
	}
}

// open follows a path on which mark i opens, inside of what is open or after
// giving up some of it.
func (x *pairer) open(from path, marks []mark, i int) {
	m := &marks[i]
	to := from
	to.cost += int(m.cost[opens])
	for lost := uint8(0); lost <= maxLost; lost++ {
		if to.key>>(5*(maxDepth-1)) == 0 {
			next := to
			if to.top < 0 {
				next.cost += x.outerCost(m.glyph)
			} else {
				next.cost += innerCost(marks[x.nodes[to.top].mark].glyph, m.glyph)
			}
			next.key = to.key<<5 | uint32(m.glyph)
			x.push(next, step{before: from.last, mark: int32(i), role: opens, lost: lost})
		}
		if to.top < 0 {
			return
		}
		top := x.nodes[to.top]
		to.cost += lostCost(&marks[top.mark], m)
		to.top, to.key = top.below, to.key>>5
	}
}

// shut follows a path on which mark i closes what is open, perhaps giving up
// some of it, or closes what nothing opened.
func (x *pairer) shut(from path, marks []mark, i int) {
	m := &marks[i]
	to := from
	to.cost += int(m.cost[closes])
	stray := to
	stray.cost += lostOpen
	x.keep(stray, step{before: from.last, mark: int32(i), role: closes, lost: strayClose})
	for lost := uint8(0); to.top >= 0 && lost <= maxLost; lost++ {
		top := x.nodes[to.top]
		o := &marks[top.mark]
		to.top, to.key = top.below, to.key>>5
		if c, ok := pairCost(o.glyph, m.glyph); ok {
			next := to
			next.cost += c
			x.keep(next, step{before: from.last, mark: int32(i), role: closes, lost: lost})
		}
		to.cost += lostCost(o, m)
	}
}

// strayClose marks the step of a closing mark without an opening one.
const strayClose = maxDepth + 1

// push keeps a path whose last step opens a quotation.
func (x *pairer) push(p path, s step) {
	below := p.top
	p.top = int32(len(x.nodes))
	if x.keep(p, s) {
		x.nodes = append(x.nodes, opened{below: below, mark: s.mark})
	}
}

// keep puts a path among those that go on, unless a cheaper one has the same
// stack, and reports whether it did.
func (x *pairer) keep(p path, s step) bool {
	if p.cost > x.limit {
		return false
	}
	p.last = int32(len(x.steps))
	worst := -1
	for i, q := range x.then {
		if q.key == p.key {
			if p.cost >= q.cost {
				return false
			}
			x.then[i] = p
			x.steps = append(x.steps, s)
			return true
		}
		if worst < 0 || q.cost > x.then[worst].cost {
			worst = i
		}
	}
	switch {
	case len(x.then) < maxPaths:
		x.then = append(x.then, p)
	case p.cost < x.then[worst].cost:
		x.then[worst] = p
	default:
		return false
	}
	x.steps = append(x.steps, s)
	return true
}

// settle gives the marks the roles of the path that ends with a step.
func (x *pairer) settle(marks []mark, last int32) {
	way := x.way[:0]
	for ; last >= 0; last = x.steps[last].before {
		way = append(way, x.steps[last])
	}
	x.way = way
	slices.Reverse(way)
	x.stack = x.stack[:0]
	for _, s := range way {
		m := &marks[s.mark]
		m.role = s.role
		switch {
		case s.role == opens:
			x.giveUp(marks, s)
			x.stack = append(x.stack, s.mark)
		case s.role == closes && s.lost != strayClose:
			x.giveUp(marks, s)
			n := len(x.stack) - 1
			o := x.stack[n]
			x.stack = x.stack[:n]
			m.partner, marks[o].partner = o, s.mark
		}
	}
}

// giveUp takes from the stack what step s gives up.
func (x *pairer) giveUp(marks []mark, s step) {
	n := len(x.stack) - int(s.lost)
	for _, i := range x.stack[n:] {
		marks[i].until = s.mark
	}
	x.stack = x.stack[:n]
}
