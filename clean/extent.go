package clean

// Which lines the body takes in beyond those that the model says, and where it
// ends.

const (
	bridgeLines = 2    // lines between body and what is joined to it
	bridgeOdds  = -1.2 // least log odds of what is joined
	bridgeLeast = -2.2 // least log odds of the lines between

	onlyOdds = -1.0 // least log odds of a page's only paragraph
)

// only makes the likeliest paragraph of a page without a body its body, if it
// nearly is: a report of one sentence.
func (r *roles) only() {
	best, at := onlyOdds, -1
	for i := range r.blocks {
		if b := &r.blocks[i]; b.Kind == Other && b.Score >= best && r.paragraph(i) {
			best, at = b.Score, i
		}
	}
	if at >= 0 {
		r.blocks[at].Kind, r.blocks[at].Rule = Body, "only-paragraph"
		r.first, r.last = at, at
	}
}

// bridge joins to the body what nearly is body and stands close below it, with
// nothing between that is clearly something else: items of a list under their
// heads, entries of a live blog under their times.
func (r *roles) bridge() {
	last := len(r.blocks)
	for i := r.first; i < len(r.blocks); i++ {
		b := &r.blocks[i]
		switch {
		case b.Kind == Body:
			last = i
			continue
		case b.Kind != Other || i-last > bridgeLines+1 || b.Score < bridgeLeast:
			last = -len(r.blocks)
			continue
		case b.Score < bridgeOdds || !r.paragraph(i):
			continue
		}
		for j := last + 1; j <= i; j++ {
			if !r.isDate(j) {
				r.blocks[j].Kind, r.blocks[j].Rule = Body, "below-body"
			}
		}
		r.last, last = max(r.last, i), i
	}
}

// paragraph reports whether part i is a sentence of some length.
func (r *roles) paragraph(i int) bool {
	m := r.page.Line(i)
	return m.Words >= 8 && m.Ends.Sentence()
}

// trim ends the body at its last paragraph if a line below it, such as a credit
// or an offer to subscribe, says that the article is over.
func (r *roles) trim() {
	end := r.last
	for end > r.first && (r.blocks[end].Kind != Body || !r.paragraph(end)) {
		end--
	}
	over := false
	for i := end + 1; i <= r.last; i++ {
		switch r.blocks[i].Kind {
		case Credit, Share, Subscribe, Promo, Comments, Legal, About:
			over = true
		case Body:
			if over {
				r.blocks[i].Kind = Other
			}
		}
	}
	for r.last > end && r.blocks[r.last].Kind != Body {
		r.last--
	}
}
