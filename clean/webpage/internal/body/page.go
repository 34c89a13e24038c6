package body

import (
	"strings"
	"unicode"

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

// coverage finds which words of each line stand in the article text that the
// page gives in JSON-LD, three in a row.
func (g *Page) coverage() {
	g.cover = make([]float64, len(g.Lines))
	seen := make(map[uint64]bool)
	n := 0
	for _, b := range g.Facts.Bodies {
		grams(b, func(h uint64) { seen[h] = true; n++ })
	}
	if n < 40 {
		return
	}
	g.hasBody = true
	for i := range g.Lines {
		l := &g.Lines[i]
		all, in := 0, 0
		grams(g.Text[l.Start:l.End], func(h uint64) {
			all++
			if seen[h] {
				in++
			}
		})
		if all > 0 {
			g.cover[i] = float64(in) / float64(all)
		}
	}
}

// grams calls f with a hash of each run of three words, or of all words where
// there are fewer.
func grams(s string, f func(uint64)) {
	var a, b, c uint64
	n := 0
	words(s, func(h uint64, _ int) {
		a, b, c = b, c, h
		n++
		if n >= 3 {
			f(a*31*31 + b*31 + c)
		}
	})
	if n == 1 || n == 2 {
		f(b*31 + c)
	}
}

const longest = 1 << 16 // bytes of a line whose words are looked at

// words calls f with a hash and the length of each word, case folded.
func words(s string, f func(h uint64, n int)) {
	s = s[:min(len(s), longest)]
	h, n := uint64(14695981039346656037), 0
	for _, r := range s {
		if r < 0x80 {
			if 'A' <= r && r <= 'Z' {
				r |= 0x20
			}
			if !('a' <= r && r <= 'z' || '0' <= r && r <= '9') {
				r = ' '
			}
		} else if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			r = ' '
		}
		if r != ' ' {
			h = (h ^ uint64(r)) * 1099511628211
			n++
			continue
		}
		if n > 0 {
			f(h, n)
			h, n = 14695981039346656037, 0
		}
	}
	if n > 0 {
		f(h, n)
	}
}

// topics finds how many of a line's long words stand in other long lines.
func (g *Page) topics() {
	g.topic = make([]float64, len(g.Lines))
	count := make(map[uint64]int32)
	for i, l := range g.Lines {
		if g.plain[i] == 0 {
			continue
		}
		words(g.Text[l.Start:l.End], func(h uint64, n int) {
			if n >= 5 {
				count[h]++
			}
		})
	}
	for i, l := range g.Lines {
		all, in := 0, 0
		own := int32(0)
		if g.plain[i] > 0 {
			own = 1
		}
		words(g.Text[l.Start:l.End], func(h uint64, n int) {
			if n >= 5 {
				all++
				if count[h] > own {
					in++
				}
			}
		})
		g.topic[i] = -1
		if all >= 2 {
			g.topic[i] = float64(in) / float64(all)
		}
	}
}
