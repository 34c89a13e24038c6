package clean

// Which lines the body takes in beyond those that the model says, and where it
// ends.

const onlyOdds = -1.0 // least log odds of a page's only paragraph

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
