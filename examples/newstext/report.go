package main

import (
	_ "embed"
	"flag"
	"fmt"
	"html/template"
	"sort"

	"example.org/newstext/clean"
	"example.org/newstext/dedup"
	"example.org/newstext/quote"
)

//go:embed report.html
var reportTemplate string

//go:embed report.css
var reportStyle string

func reportCommand() command {
	return command{
		name: "report",
		about: "Writes one HTML page on all articles: what was kept and dropped and why, when\n" +
			"things happened, who said what, and what was seen before. The page needs nothing\n" +
			"else, no network and no script. All articles are held in memory.",
		example: "newstext report *.txt > report.html",
		setup: func(flags *flag.FlagSet) runner {
			published := publishedFlag(flags)
			return func(s *session) error {
				if s.jsonl && len(s.files) == 0 {
					s.files = []string{"-"}
				}
				pages, err := s.pages(published.Time, nil)
				if err != nil {
					return err
				}
				view := newReport(s, s.comparable(pages))
				t, err := template.New("report").Funcs(template.FuncMap{
					"css":     func() template.CSS { return template.CSS(reportStyle) },
					"percent": func(share float64) string { return fmt.Sprintf("%.0f %%", 100*share) },
					"plural":  plural,
				}).Parse(reportTemplate)
				if err != nil {
					return err
				}
				return t.Execute(s.stdout, view)
			}
		},
	}
}

// A reportView is what the template shows.
type reportView struct {
	Articles []*articleView
	Matrix   [][]matrixCell // row: whose words; column: the article that has them too
	Shared   []sharedView   // in the order of time
}

// An articleView is one article of the report.
type articleView struct {
	Anchor    string // a0, a1, ...
	Title     string // its headline, or its name
	ID        string
	Published string
	Source    string // who says when it was published
	Kept      int    // words
	Dropped   int    // words
	Dates     []dateView
	Open      int // dates that stay open without a date of publication
	Quotes    int
	Share     float64 // of the article's bytes that stand in another article too
	Blocks    []blockView
	Body      []paragraphView
	Passages  []*passageView
	Timeline  timelineView
}

// A matrixCell says which share of an article stands in another.
type matrixCell struct {
	Self  bool
	Share float64
	Level int    // of the colour, 0 to 5
	Link  string // to the first passage
	Title string
}

func newReport(s *session, pages []page) reportView {
	all := make([]unit, len(pages))
	number := make(map[string]int, len(pages))
	view := reportView{Articles: make([]*articleView, len(pages))}
	for i, p := range pages {
		all[i] = unit{id: p.ID, text: p.Text}
		number[p.ID] = i
		view.Articles[i] = newArticle(p, i)
	}
	reused := make([][]use, len(pages)) // by article
	for p := range dedup.Reuses(s.ctx, texts(all), 0, mostCommon) {
		a, b := number[p.A], number[p.B]
		if a == b || !pages[a].article(p.AStart) || !pages[b].article(p.BStart) {
			continue
		}
		view.addPassage(pages, reused, a, b, p.Passage)
	}
	for i, p := range pages {
		view.Articles[i].Share = share(reused[i], p)
		view.Articles[i].Body = articleParagraphs(p, view.Articles[i])
	}
	view.Matrix = matrix(view.Articles, reused, pages)
	view.Shared = sharedViews(view.Articles, reused, pages)
	return view
}

// mostCommon is the number of articles from which on a passage is boilerplate.
const mostCommon = 10

func newArticle(p page, number int) *articleView {
	v := &articleView{
		Anchor:    fmt.Sprintf("a%d", number),
		Title:     p.ID,
		ID:        p.ID,
		Published: formatTime(p.dates.published.Time),
		Source:    p.dates.published.source,
		Open:      p.dates.open(),
		Quotes:    len(p.quotes),
	}
	for _, b := range p.blocks {
		text := p.Text[b.Start:b.End]
		if b.Kind.Body() {
			v.Kept += countWords(text)
		} else {
			v.Dropped += countWords(text)
		}
		if b.Kind == clean.Headline && v.Title == p.ID {
			v.Title = oneLine(text)
		}
	}
	v.Blocks = blockViews(p)
	for i, m := range p.dates.mentions {
		v.Dates = append(v.Dates, dateView{
			Anchor: fmt.Sprintf("%s-d%d", v.Anchor, i), Text: oneLine(p.Text[m.Start:m.End]),
			Interval: interval(m), Timex: timex(m), Rule: m.Rule, mention: m,
			Told: p.tells(m.Start),
		})
	}
	v.Timeline = newTimeline(v.Dates, p.dates.published.Time)
	return v
}

// tells reports whether the block at an offset tells the story.
func (p page) tells(at int) bool {
	i := sort.Search(len(p.blocks), func(i int) bool { return p.blocks[i].End > at })
	return i < len(p.blocks) && p.blocks[i].Start <= at && told(p.blocks[i].Kind)
}

// normal is the spelling in which the report shows an article.
var normal = []quote.Form{quote.Repaired, quote.Clean, quote.Curly}
