package webpage

import (
	"sync"

	"example.org/newstext/clean"
	"example.org/newstext/clean/webpage/internal/scan"
)

// What the names of elements make of a line: near are families that count on
// its own block and the one around it, any those that count wherever they stand.
type nameKind struct {
	near, any scan.Names
	kind      clean.Kind
	hint      clean.Hint
}

// kinds is asked in order for lines that are not body.
var kinds = sync.OnceValue(func() []nameKind {
	f := scan.Family
	return []nameKind{
		{near: f("share"), kind: clean.Share},
		{any: f("comment"), kind: clean.Comments},
		{near: f("caption"), kind: clean.Caption},
		{near: f("byline"), kind: clean.Byline},
		{near: f("date"), kind: clean.Date},
		{any: f("newsletter"), kind: clean.Subscribe},
		{any: f("ad"), kind: clean.Promo},
		{any: f("related", "popular"), near: f("teaser"), kind: clean.Teaser},
		{any: f("legal"), kind: clean.Legal},
		{near: f("deck"), kind: clean.Deck},
		{near: f("tags"), kind: clean.Section},
		{any: f("nav", "form"), near: f("tool", "overlay", "footer", "live"), kind: clean.Widget},
	}
})

// sureKinds overrule what the text of a line that is not body looks like.
var sureKinds = sync.OnceValue(func() []nameKind {
	f := scan.Family
	return []nameKind{
		{near: f("share"), kind: clean.Share},
		{near: f("comment"), any: f("comment"), kind: clean.Comments},
		{near: f("newsletter"), kind: clean.Subscribe},
	}
})

// nameHints are the hints that names give.
var nameHints = sync.OnceValue(func() []nameKind {
	f := scan.Family
	return []nameKind{
		{near: f("byline"), hint: clean.HintByline},
		{near: f("date"), hint: clean.HintTime},
		{near: f("comment"), any: f("comment"), hint: clean.HintComment},
		{near: f("related", "popular", "teaser", "newsletter", "ad"), any: f("related", "popular", "ad"), hint: clean.HintPromo},
		{near: f("caption"), hint: clean.HintCaption},
		{near: f("body"), any: f("body"), hint: clean.HintBody},
		{near: f("nav"), any: f("nav"), hint: clean.HintNav},
		{near: f("sidebar"), any: f("sidebar"), hint: clean.HintAside},
	}
})
