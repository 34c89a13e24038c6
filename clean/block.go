package clean

import "example.org/newstext/clean/internal/model"

// A Block is a stretch of the text that has one role on the page.
//
// The blocks of a text come in order, do not overlap and cover every byte that
// is not white space. Kind and Score can differ: where a rule or the page's
// shape has the last word, Rule names it and Score is still the model's.
type Block struct {
	Start, End int // the block is text[Start:End]
	Kind       Kind
	Score      float64 // the model's log odds that it belongs to the article's body, beyond those that its page asks for
	Rule       string  // what decided: a rule's name, or the feature that weighed most
}

// A Kind says what a block is on the page.
type Kind uint8

const (
	Other     Kind = iota
	Body           // a paragraph of the article, or a line of it
	Subhead        // a heading inside the body
	Headline       // the article's title
	Deck           // what stands between headline and body: standfirst, summary bullets
	Byline         // who wrote it
	Date           // when it was published or changed
	Caption        // what an image or a video shows
	Credit         // whose image it is, who contributed
	PageTitle      // the title of the window: headline and site name
	SiteName       // the masthead, with or without its slogan
	Section        // the name of a part of the site, a topic, a tag, a crumb
	Share          // share and follow buttons
	Subscribe      // newsletters, sign in, offers to subscribe
	Promo          // the outlet's advertisement for itself or for others
	Teaser         // another story: its section, headline, text, byline, date
	About          // about the author or the outlet
	Comments       // readers' comments and what stands around them
	Legal          // copyright, terms, privacy, cookies
	Widget         // navigation, search, players, forms, the rest of the machinery
)

// String returns the kind's name in lower case, as in "subhead".
func (k Kind) String() string {
	if int(k) < len(model.KindNames) {
		return model.KindNames[k]
	}
	return "other"
}

// Body reports whether blocks of this kind belong to the article's body: Body
// and Subhead do.
func (k Kind) Body() bool { return k == Body || k == Subhead }
