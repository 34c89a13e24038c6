package main

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"example.org/newstext/dedup"
)

// A passageView is one side of a passage that two articles share.
type passageView struct {
	Anchor      string
	Other       *articleView
	OtherSide   string // anchor of the passage in the other article
	Here, There string // offsets
	Likeness    string
	Difference  template.HTML
	Placed      bool // it shows in the text of the article
	start, end  int
}

// A use is a passage of an article that another one has too.
type use struct {
	start, end int
	other      int // article
	view       *passageView
}

// addPassage files a passage with both articles.
func (v *reportView) addPassage(pages []page, reused [][]use, a, b int, p dedup.Passage) {
	x, y := v.Articles[a], v.Articles[b]
	anchorX := fmt.Sprintf("%s-p%d", x.Anchor, len(x.Passages))
	anchorY := fmt.Sprintf("%s-p%d", y.Anchor, len(y.Passages))
	likeness := "the same words"
	if !p.Exact {
		likeness = fmt.Sprintf("%.0f %% of the words", 100*p.Similarity)
	}
	textA, textB := pages[a].Text[p.AStart:p.AEnd], pages[b].Text[p.BStart:p.BEnd]
	here := &passageView{
		Anchor: anchorX, Other: y, OtherSide: anchorY, Here: span(p.AStart, p.AEnd), There: span(p.BStart, p.BEnd),
		Likeness: likeness, Difference: difference(textA, textB), start: p.AStart, end: p.AEnd,
	}
	there := &passageView{
		Anchor: anchorY, Other: x, OtherSide: anchorX, Here: here.There, There: here.Here,
		Likeness: likeness, Difference: difference(textB, textA), start: p.BStart, end: p.BEnd,
	}
	x.Passages, y.Passages = append(x.Passages, here), append(y.Passages, there)
	reused[a] = append(reused[a], use{p.AStart, p.AEnd, b, here})
	reused[b] = append(reused[b], use{p.BStart, p.BEnd, a, there})
}

// difference sets two texts as one, what only one of them has as deleted and
// inserted.
func difference(a, b string) template.HTML {
	element := func(name string) func(string) string {
		return func(words string) string { return "\x01" + name + "\x02" + words + "\x01/" + name + "\x02" }
	}
	// The words are escaped first; the marks are control characters, which
	// wordDiff leaves in no text.
	set := template.HTMLEscapeString(wordDiff(a, b, element("del"), element("ins")))
	return template.HTML(strings.NewReplacer("\x01", "<", "\x02", ">").Replace(set))
}

// bytesOf returns how many bytes of the article the uses that keep accepts
// cover together.
func bytesOf(uses []use, keep func(use) bool) (n int) {
	spans := slices.DeleteFunc(slices.Clone(uses), func(u use) bool { return !keep(u) })
	slices.SortFunc(spans, func(a, b use) int { return cmp.Compare(a.start, b.start) })
	end := 0
	for _, u := range spans {
		n += max(0, u.end-max(u.start, end))
		end = max(end, u.end)
	}
	return n
}

// bodyBytes is the size of the article on a page.
func bodyBytes(p page) (n int) {
	for _, b := range p.blocks {
		if b.Kind.Body() {
			n += b.End - b.Start
		}
	}
	return max(n, 1)
}

func share(uses []use, p page) float64 {
	return min(1, float64(bytesOf(uses, func(use) bool { return true }))/float64(bodyBytes(p)))
}

func matrix(articles []*articleView, reused [][]use, pages []page) [][]matrixCell {
	rows := make([][]matrixCell, len(articles))
	for i := range articles {
		rows[i] = make([]matrixCell, len(articles))
		rows[i][i].Self = true
		for _, u := range reused[i] {
			cell := &rows[i][u.other]
			if cell.Link != "" {
				continue
			}
			n := bytesOf(reused[i], func(v use) bool { return v.other == u.other })
			cell.Share = min(1, float64(n)/float64(bodyBytes(pages[i])))
			cell.Level = 1 + min(4, int(cell.Share*10))
			cell.Link = u.view.Anchor
			cell.Title = fmt.Sprintf("%.0f %% of %s stands in %s", 100*cell.Share, articles[i].Title, articles[u.other].Title)
		}
	}
	return rows
}

// A sharedView is a passage with all articles that have it, the earliest, its
// probable source, first.
type sharedView struct {
	Text  string
	First string // what the first of Uses is
	Uses  []sharedUse
}

type sharedUse struct {
	Article *articleView
	Anchor  string
	Offsets string
	start   int
}

// sharedViews joins the passages that overlap in an article and orders them by
// the time of their probable source, those of unknown time last.
func sharedViews(articles []*articleView, reused [][]use, pages []page) []sharedView {
	group := map[*passageView]*passageView{} // parents of a forest
	root := func(v *passageView) *passageView {
		for group[v] != nil {
			v = group[v]
		}
		return v
	}
	byAnchor := map[string]*passageView{}
	for _, uses := range reused {
		for _, u := range uses {
			byAnchor[u.view.Anchor] = u.view
		}
	}
	join := func(a, b *passageView) {
		if a, b = root(a), root(b); a != b {
			group[b] = a
		}
	}
	for _, uses := range reused {
		for i, u := range uses {
			join(u.view, byAnchor[u.view.OtherSide])
			for _, v := range uses[:i] {
				if common := min(u.end, v.end) - max(u.start, v.start); 2*common > max(u.end-u.start, v.end-v.start) {
					join(u.view, v.view)
				}
			}
		}
	}
	members := map[*passageView][]sharedUse{}
	var order []*passageView
	for i, uses := range reused {
		for _, u := range uses {
			r := root(u.view)
			if members[r] == nil {
				order = append(order, r)
			}
			if !slices.ContainsFunc(members[r], func(s sharedUse) bool { return s.Article == articles[i] }) {
				members[r] = append(members[r], sharedUse{articles[i], u.view.Anchor, u.view.Here, u.start})
			}
		}
	}
	views := make([]sharedView, 0, len(order))
	for _, r := range order {
		uses := members[r]
		slices.SortStableFunc(uses, func(a, b sharedUse) int { return compareTimes(a.Article.Published, b.Article.Published) })
		first := byAnchor[uses[0].Anchor]
		source := slices.Index(articles, uses[0].Article)
		view := sharedView{Text: shorten(oneLine(pages[source].Text[first.start:first.end]), 400), Uses: uses}
		switch {
		case uses[0].Article.Published == "":
			view.First = "source unknown"
		case uses[len(uses)-1].Article.Published == "":
			view.First = "earliest with a date"
		default:
			view.First = "probable source"
		}
		views = append(views, view)
	}
	slices.SortStableFunc(views, func(a, b sharedView) int {
		return cmp.Or(compareTimes(a.Uses[0].Article.Published, b.Uses[0].Article.Published),
			cmp.Compare(a.Uses[0].Article.Anchor, b.Uses[0].Article.Anchor), cmp.Compare(a.Uses[0].start, b.Uses[0].start))
	})
	return views
}

// compareTimes orders formatted times, unknown ones last.
func compareTimes(a, b string) int {
	if (a == "") != (b == "") {
		return strings.Compare(b, a)
	}
	return strings.Compare(a, b)
}
