package body

import (
	"strings"

	"example.org/newstext/clean/webpage/internal/scan"
)

// A Page is a scanned page with what its lines have in common.
type Page struct {
	*scan.Page
	groups                 []group
	shapes                 []shape
	linked                 []float64 // of each line the share of letters in links
	plain                  []float64 // words of a line that reads like a sentence, else 0
	total                  float64   // all of those
	sig                    map[uint32]*sigStat
	nodeSum                []float64 // plain words inside each node
	words                  []float64 // words inside each node
	links                  []float64 // words in links inside each node
	kids                   []int32   // lines right in a node
	repeats                map[uint64]int
	title                  int // the line of the headline; -1: none
	cover                  []float64
	topic                  []float64
	hasBody                bool
	before                 []float64 // long text before each line
	sincePlain, untilPlain []int32   // lines since the last and until the next long text
	spanFrom, spanTo       int       // the run of lines densest in long text; -1: none
	phrase                 []int     // of each line the kind that the strongest phrase in it speaks of, plus one
	since                  []int32   // phrases since the last line that reads like a sentence
}

type sigStat struct {
	lines int
	mass  float64
}

func NewPage(p *scan.Page) *Page {
	g := &Page{Page: p, groups: layout(), sig: make(map[uint32]*sigStat), repeats: make(map[uint64]int), title: -1}
	n := len(p.Lines)
	g.shapes = make([]shape, n)
	g.linked, g.plain = make([]float64, n), make([]float64, n)
	g.nodeSum, g.words, g.links = make([]float64, len(p.Nodes)), make([]float64, len(p.Nodes)), make([]float64, len(p.Nodes))
	g.kids = make([]int32, len(p.Nodes))
	for i := range p.Lines {
		l := &p.Lines[i]
		f := look(p.Text[l.Start:l.End])
		g.shapes[i] = f
		g.linked[i] = min(1, float64(l.Linked)/float64(max(1, l.End-l.Start)))
		if f.words >= 10 && (f.end == endsSentence || f.end == endsQuestion || f.words > 40) && g.linked[i] < 0.4 {
			g.plain[i] = float64(f.words)
			g.total += g.plain[i]
		}
		st := g.sig[l.Sig]
		if st == nil {
			st = &sigStat{}
			g.sig[l.Sig] = st
		}
		st.lines++
		st.mass += g.plain[i]
		g.repeats[f.hash]++
		g.nodeSum[l.Node] += g.plain[i]
		g.words[l.Node] += float64(f.words)
		g.links[l.Node] += float64(f.words) * g.linked[i]
		g.kids[l.Node]++
	}
	for k := len(p.Nodes) - 1; k > 0; k-- {
		up := p.Nodes[k]
		g.nodeSum[up] += g.nodeSum[k]
		g.words[up] += g.words[k]
		g.links[up] += g.links[k]
	}
	g.findTitle()
	g.coverage()
	g.topics()
	g.findPhrases()
	g.findCourse()
	return g
}

// findTitle finds the line that is the headline: the one that says what the
// title says, an h1 before others.
func (g *Page) findTitle() {
	want := []string{g.Facts.Headline, g.Facts.Title}
	best := 0
	for i := range g.Lines {
		l := &g.Lines[i]
		s := g.Text[l.Start:l.End]
		score := 0
		for _, t := range want {
			if len(s) >= 12 && len(t) > 0 && (strings.EqualFold(s, t) || len(s) >= 20 && strings.Contains(t, s)) {
				score = 2
			}
		}
		if l.Tags&scan.TagH1 != 0 && l.Inner&scan.TagH1 != 0 {
			score += 3
		} else if l.Tags&scan.TagHeading != 0 && score > 0 {
			score++
		}
		if score > best {
			best, g.title = score, i
		}
	}
}
