package clean

import (
	"strings"

	"example.org/newstext/clean/internal/model"
)

// roles gives each part of a page its kind, once the model has said which are
// body. It holds what it needs to know of the page while it does.
type roles struct {
	text        string
	rules       *model.Rules
	page        *model.Page
	parts       []part
	blocks      []Block
	first, last int     // of the body's parts; last < first: there is none
	headline    int     // the headline's part, or -1
	titles      []int16 // for each part: 1 + what titleOf returns, once it was asked
}

// assign gives each block its kind.
func (r *roles) assign() {
	r.first, r.last, r.headline = len(r.parts), -1, -1
	page, parts := r.page, r.parts
	for i, p := range parts {
		b := &r.blocks[i]
		*b = Block{Start: p.Start, End: p.End, Score: page.Odds[i] - page.From}
		switch {
		case !r.decided(i, b) && b.Score > 0:
			b.Kind = Body
		case !b.Kind.Body():
			continue
		}
		r.first, r.last = min(r.first, i), i
	}
	if r.last < 0 {
		r.only()
	}
	r.thread()
	r.trim()
	r.findHeadline()
	r.deck()
	for i := range parts {
		b := &r.blocks[i]
		switch {
		case b.Kind == Body && r.isTime(i):
			b.Kind, b.Rule = Date, "date"
		case b.Kind == Body:
			if r.subhead(i) {
				b.Kind = Subhead
			}
		case b.Kind != Other:
		default:
			r.outside(i, b)
		}
	}
	r.teasers()
	for i := range r.blocks {
		b := &r.blocks[i]
		switch {
		case r.parts[i].repeated && !b.Kind.Body() && page.Line(i).Match.Rule < 0:
			b.Rule = "repeated-on-site"
		case b.Rule == "":
			b.Rule = page.Feature(i)
		}
	}
}

// line returns the text of part i.
func (r *roles) line(i int) string { return r.text[r.parts[i].Start:r.parts[i].End] }

// decided gives a part the kind that a rule or a cut says.
func (r *roles) decided(i int, b *Block) bool {
	if m := r.page.Line(i); m.Match.Rule >= 0 && r.rules.Decides(int(m.Match.Rule), m.Words) {
		b.Kind, b.Rule = r.ruleKind(i), r.rules.Name(int(m.Match.Rule))
		return true
	}
	found := r.parts[i].found
	b.Kind, b.Rule = found.kind, found.rule
	return found.kind != Other
}

// subhead reports whether a body part is a heading: short, no sentence, and
// with a longer paragraph after it.
func (r *roles) subhead(i int) bool {
	m := r.page.Line(i)
	if r.parts[i].hint&HintHeading != 0 {
		return true
	}
	if m.Words > 12 || m.Ends != model.EndOpen && m.Ends != model.EndQuestion || m.Starts == model.StartBullet || m.Starts == model.StartLower {
		return false
	}
	for j := i + 1; j < len(r.blocks) && j <= i+2; j++ {
		if r.blocks[j].Kind == Body {
			next := r.page.Line(j)
			return next.Words >= 12 && next.Words > 2*m.Words
		}
	}
	return false
}

// findHeadline looks for the headline among the lines before the body, or just
// after its beginning: it shares the body's words, is often repeated, is not
// long, and stands near.
func (r *roles) findHeadline() {
	if r.last < 0 {
		return
	}
	best := 1.0
	for i := max(0, r.first-60); i < r.first; i++ {
		m := r.page.Line(i)
		if r.blocks[i].Kind != Other || m.Words < 2 || m.Words > 28 || r.isDate(i) || m.Starts == model.StartBullet {
			continue
		}
		v := 2.5*r.page.Known(i) - 0.03*float64(r.first-i)
		v += 0.3 * float64(min(2, r.page.Copies(i)))
		if m.Words >= 5 && m.Words <= 18 {
			v += 0.6
		}
		if m.Ends == model.EndSentence {
			v -= 1
		}
		if rule := int(m.Match.Rule); rule >= 0 {
			v -= 1.5
		}
		if r.titleOf(i) > 0 {
			v -= 0.8
		}
		if r.inTitle(i) {
			v += 2
		}
		if m.Seps > 0 {
			v -= 0.6
		}
		if h := r.parts[i].hint; h&(HintTitle|HintHeading) != 0 {
			v += 1
		}
		if v > best {
			best, r.headline = v, i
		}
	}
}

// inTitle reports whether a line nearby is part i with the site's name: what a
// window's title says.
func (r *roles) inTitle(i int) bool {
	line := r.line(i)
	for j := max(0, i-5); j < min(len(r.parts), i+3); j++ {
		title := r.line(j)
		begins, ends := strings.HasPrefix(title, line), strings.HasSuffix(title, line)
		if j == i || !begins && !ends {
			continue
		}
		if at := r.titleOf(j); at > 0 && (ends || at == len(line)) {
			return true
		}
	}
	return false
}

// deckOdds are the most log odds of a deck: what is likelier to be body is body,
// whatever stands below it.
const deckOdds = 2

// deck takes out of the body what stands between it and the headline: bullets
// that sum it up, and the line below the headline if a byline or a date parts it
// from the rest.
func (r *roles) deck() {
	r.summary()
	d := r.headline + 1
	if r.headline < 0 || r.first != d || r.first == r.last || r.blocks[d].Score > deckOdds {
		return
	}
	next := d + 1
	for next < r.last && (r.blocks[next].Kind != Body || r.isTime(next)) {
		next++
	}
	for i := d + 1; i < next && i <= d+4; i++ {
		if r.isDate(i) || r.ruleKind(i) == Byline {
			r.blocks[d].Kind, r.blocks[d].Rule = Deck, "above-byline"
			r.first = next
			return
		}
	}
}

// summary takes the bullets out of the body with which it begins.
func (r *roles) summary() {
	if r.headline < 0 {
		return
	}
	for i := r.first; i < r.last; i++ {
		m := r.page.Line(i)
		if r.blocks[i].Kind != Body || m.Starts != model.StartBullet || m.Ends.Sentence() {
			r.first = i
			return
		}
		r.blocks[i].Kind, r.blocks[i].Rule = Deck, "bullets-before-body"
	}
}

// isDate reports whether the part states a date and little else.
func (r *roles) isDate(i int) bool {
	m := r.page.Line(i)
	if r.ruleKind(i) == Date && m.Words <= 16 {
		return true
	}
	if m.Words <= 2 && m.Digits >= 3 && m.Letters <= 4 && !strings.ContainsAny(r.line(i), "$€£¥₹%") {
		return true // 11.42pm
	}
	return m.Words <= 14 && m.Digits >= 2 && (m.Month || m.Clock) && int(m.Small) <= 3
}

// isTime reports whether the part is a date as short as those that part two
// entries of a live blog.
func (r *roles) isTime(i int) bool { return r.page.Line(i).Words <= 4 && r.isDate(i) }

// creditWords is how many words the longest caption has that holds nothing but
// its credit.
const creditWords = 6

// ruleKind returns the kind that a rule says part i is of, or Other.
func (r *roles) ruleKind(i int) Kind {
	m := r.page.Line(i)
	if m.Match.Rule < 0 {
		return Other
	}
	kind := Kind(r.rules.Kind(int(m.Match.Rule)))
	if kind == Caption && m.Words <= creditWords {
		return Credit
	}
	return kind
}

// outside gives a part that is not body its kind, by rule, shape and place.
func (r *roles) outside(i int, b *Block) {
	m := r.page.Line(i)
	kind := r.ruleKind(i)
	if kind != Other {
		b.Rule = r.rules.Name(int(m.Match.Rule))
	}
	before := r.last >= 0 && i < r.first
	near := before && (r.headline < 0 && i >= r.first-8 || r.headline >= 0 && i > r.headline)
	switch {
	case i == r.headline:
		b.Kind, b.Rule = Headline, "headline"
	case r.isDate(i):
		b.Kind = Date
		if kind != Date {
			b.Rule = "date"
		}
	case kind != Other:
		b.Kind = kind
	case r.pageTitle(i):
		b.Kind, b.Rule = PageTitle, "pagetitle"
	case near && m.Words >= 5:
		b.Kind, b.Rule = Deck, "before-body"
	case near && m.Words >= 2 && m.Words <= 4 && m.Small == 0:
		b.Kind, b.Rule = Byline, "before-body"
	case i < 3 && m.Words <= 8 && m.Words >= 2 && m.Small <= 1 && r.last >= 0 && before:
		b.Kind, b.Rule = SiteName, "top"
	case m.Words <= 3:
		b.Kind, b.Rule = Section, "short"
	case m.Words >= 5:
		b.Kind, b.Rule = Teaser, "elsewhere"
	default:
		b.Kind = Widget
	}
}

// titleLines is how far from the headline the window's title may stand.
const titleLines = 60

// pageTitle reports whether part i is the headline with the site's name.
func (r *roles) pageTitle(i int) bool {
	if r.headline < 0 || i > r.headline+titleLines || i < r.headline-titleLines {
		return false
	}
	line, head := r.line(i), r.line(r.headline)
	switch {
	case strings.HasPrefix(line, head) || strings.HasSuffix(line, head):
		return r.titleOf(i) > 0
	case line == "" || line[0] != head[0]: // as most lines
		return false
	}
	at := r.titleOf(i)
	return at > 0 && strings.HasPrefix(head, line[:at])
}

// teasers gathers what belongs to a teaser: the section, byline and date beside
// its head or text.
func (r *roles) teasers() {
	for i := range r.blocks {
		if r.blocks[i].Kind != Teaser {
			continue
		}
		if i > 0 && r.blocks[i-1].Kind == Section && (r.last < 0 || i-1 > r.last || i < r.first) {
			r.blocks[i-1].Kind = Teaser
		}
		for j := i + 1; j < len(r.blocks) && j <= i+3; j++ {
			if k := r.blocks[j].Kind; k != Byline && k != Date {
				break
			}
			r.blocks[j].Kind = Teaser
		}
	}
	r.comments()
	for i := 1; i < len(r.blocks); i++ {
		if r.blocks[i].Kind == About && r.blocks[i-1].Kind == Section {
			r.blocks[i-1].Kind = About
		}
	}
}

// commentLines is how many lines of one reader's comment may stand between two
// lines of the comments' own furniture.
const commentLines = 6

// comments gives what stands between lines that belong to readers' comments
// the same kind.
func (r *roles) comments() {
	last := len(r.blocks)
	for i := range r.blocks {
		if r.blocks[i].Kind != Comments {
			continue
		}
		if i-last <= commentLines+1 {
			for j := last + 1; j < i; j++ {
				switch b := r.blocks[j]; {
				case b.Kind == Teaser, b.Kind == Byline, b.Kind == Date, b.Kind == Widget, b.Rule == "short":
					r.blocks[j].Kind, r.blocks[j].Rule = Comments, "between-comments"
				}
			}
		}
		last = i
	}
}
