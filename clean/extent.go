package clean

import "example.org/newstext/clean/internal/model"

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

// thread ends the body above the first line that heads a reader's comment, if a
// paragraph stands there: comments are as long as paragraphs and on their topic.
func (r *roles) thread() {
	paragraph := false
	for i := r.first; i <= r.last; i++ {
		if paragraph && r.headsComment(i) {
			for j := i + 1; j <= r.last; j++ {
				if b := &r.blocks[j]; b.Kind == Body {
					b.Kind, b.Rule = Comments, "in-comments"
				}
			}
			for r.last = i; r.blocks[r.last].Kind != Body; {
				r.last--
			}
			return
		}
		paragraph = paragraph || r.blocks[i].Kind == Body && r.paragraph(i)
	}
}

// headsComment reports whether part i names who wrote a comment and when, or
// does so with the line below it: "Anna says:", "May 5, 2019 at 5:23 pm".
func (r *roles) headsComment(i int) bool {
	const names = 5 // words of the longest name with its verb
	m := r.page.Line(i)
	if r.blocks[i].Kind == Comments && m.Clock && m.Ends == model.EndColon {
		return true
	}
	return m.Words <= names && m.Said > 0 && m.Ends == model.EndColon && i+1 < len(r.blocks) &&
		r.isDate(i+1) && r.page.Line(i+1).Clock
}
