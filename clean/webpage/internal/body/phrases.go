package body

import (
	"sync"

	"example.org/newstext/clean/internal/model"
	"example.org/newstext/clean/webpage/internal/scan"
)

// phraseKinds counts the kinds that a phrase may speak of; 0 is no phrase.
const phraseKinds = len(model.KindNames) + 1

// findPhrases finds which lines hold phrases of package clean's rules.
func (g *Page) findPhrases() {
	r := model.Builtin()
	var matcher model.Page
	matcher.Begin(r)
	g.phrase, g.since = make([]int, len(g.Lines)), make([]int32, len(g.Lines))
	since := int32(0)
	for i, l := range g.Lines {
		g.since[i] = since
		if m := matcher.MatchLine(g.Text[l.Start:l.End]); m >= 0 {
			g.phrase[i] = int(r.Kind(m)) + 1
			since++
		}
		if g.plain[i] > 0 && g.phrase[i] == 0 {
			since = 0
		}
	}
}

// shunned are the families whose places articles do not stand in.
var shunned = sync.OnceValue(func() scan.Names {
	return scan.Family("comment", "related", "ad", "nav", "newsletter", "legal")
})
