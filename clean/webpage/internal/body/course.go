package body

import "example.org/newstext/clean/webpage/internal/scan"

// findCourse finds how much long text stands before each line, how far the
// nearest is on both sides, and the run of lines where it is densest.
func (g *Page) findCourse() {
	n := len(g.Lines)
	g.before, g.sincePlain, g.untilPlain = make([]float64, n), make([]int32, n), make([]int32, n)
	sum, since := 0.0, int32(far)
	best, gain, from := 0.0, 0.0, 0
	g.spanFrom, g.spanTo = -1, -1
	for i := range n {
		g.before[i], g.sincePlain[i] = sum, since
		sum += g.plain[i]
		since = min(far, since+1)
		if g.plain[i] > 0 {
			since = 0
		}
		if gain <= 0 {
			gain, from = 0, i
		}
		gain += g.worth(i)
		if gain > best {
			best, g.spanFrom, g.spanTo = gain, from, i
		}
	}
	until := int32(far)
	for i := n - 1; i >= 0; i-- {
		g.untilPlain[i] = until
		until = min(far, until+1)
		if g.plain[i] > 0 {
			until = 0
		}
	}
}

const far = 1000 // lines: there is none

// worth is what a line adds to the run: words of long text that stands in
// nothing that articles do not stand in, or a loss.
func (g *Page) worth(i int) float64 {
	const aside = scan.TagNav | scan.TagAside | scan.TagFooter | scan.TagForm | scan.TagButton
	l := &g.Lines[i]
	loss := -3 - 12*g.linked[i]
	switch {
	case l.Tags&aside != 0 || (l.Own|l.Parent|l.Far)&shunned() != 0:
		return loss - 6
	case g.plain[i] > 0:
		return min(60, g.plain[i])
	case g.linked[i] < 0.3 && g.shapes[i].words >= 6:
		return 0
	}
	return loss
}

// Places against the run.
const (
	spanNone = iota
	spanFarBefore
	spanBefore
	spanFirst
	spanInside
	spanLast
	spanAfter
	spanFarAfter
	spanPlaces
)

func (g *Page) spanPlace(i int) int {
	const near = 5
	switch from, to := g.spanFrom, g.spanTo; {
	case from < 0:
		return spanNone
	case i < from-near:
		return spanFarBefore
	case i < from:
		return spanBefore
	case i > to+near:
		return spanFarAfter
	case i > to:
		return spanAfter
	case i == from:
		return spanFirst
	case i == to:
		return spanLast
	}
	return spanInside
}
