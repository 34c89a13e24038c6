package scan

import "golang.org/x/net/html/atom"

// A Tags holds what the elements around a place are, a bit each. Roles count
// like the elements that they stand for.
type Tags uint64

const (
	TagArticle Tags = 1 << iota
	TagMain
	TagAside
	TagNav
	TagHeader
	TagFooter
	TagSection
	TagFigure
	TagCaption
	TagForm
	TagButton
	TagLabel
	TagList // ul, ol, dl
	TagItem
	TagTable
	TagQuote
	TagDetails
	TagDialog
	TagAddress
	TagTime
	TagLink
	TagH1
	TagH2
	TagH3 // h3 to h6
	TagParagraph
	TagPre
	TagStrong
	TagEm
	TagSmall
	TagCite
	TagCustom   // an element that HTML does not know
	TagBodyProp // itemprop articleBody
	TagHidden   // aria-hidden, or hidden from sighted readers
	TagTab      // role tab, listitem, menuitem and the like
	TagHead     // th, summary, legend
	TagCount    = iota
)

// TagNames are the names of the bits.
var TagNames = [TagCount]string{
	"article", "main", "aside", "nav", "header", "footer", "section", "figure", "caption", "form", "button", "label", "list", "item", "table", "quote", "details", "dialog", "address", "time", "link", "h1", "h2", "h3", "paragraph", "pre", "strong", "em", "small", "cite", "custom", "bodyprop", "hidden", "tab", "head",
}

const TagHeading = TagH1 | TagH2 | TagH3

// What the scanner does with an element.
type elementFlags uint8

const (
	flagBlock  elementFlags = 1 << iota // begins and ends a line
	flagVoid                            // has no content
	flagSkip                            // its content is not visible
	flagCloseP                          // its start closes an open paragraph
	flagScope                           // an end tag of something else does not reach over it
	flagRaw                             // the tokenizer reads its content as one text
)

type elementKind struct {
	flags elementFlags
	tag   Tags
}

const (
	block = flagBlock | flagCloseP
	skip  = flagSkip
)

// kindOf is a table of the elements that are more than running text.
func kindOf(a atom.Atom) elementKind {
	switch a {
	case atom.Div, atom.Center, atom.Dir, atom.Fieldset, atom.Hgroup, atom.Menu, atom.Search, atom.Body, atom.Html,
		atom.Optgroup, atom.Frameset:
		return elementKind{block, 0}
	case atom.P:
		return elementKind{block, TagParagraph}
	case atom.Article:
		return elementKind{block, TagArticle}
	case atom.Main:
		return elementKind{block, TagMain}
	case atom.Aside:
		return elementKind{block, TagAside}
	case atom.Nav:
		return elementKind{block, TagNav}
	case atom.Header:
		return elementKind{block, TagHeader}
	case atom.Footer:
		return elementKind{block, TagFooter}
	case atom.Section:
		return elementKind{block, TagSection}
	case atom.Figure:
		return elementKind{block, TagFigure}
	case atom.Figcaption, atom.Caption:
		return elementKind{block, TagCaption}
	case atom.Form:
		return elementKind{block, TagForm}
	case atom.Button:
		return elementKind{flagBlock | flagScope, TagButton}
	case atom.Label:
		return elementKind{0, TagLabel}
	case atom.Legend:
		return elementKind{block, TagHead}
	case atom.Ul, atom.Ol, atom.Dl:
		return elementKind{block | flagScope, TagList}
	case atom.Li, atom.Dd, atom.Dt:
		return elementKind{block, TagItem}
	case atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr:
		return elementKind{block | flagScope, TagTable}
	case atom.Td:
		return elementKind{flagBlock | flagScope, 0}
	case atom.Th:
		return elementKind{flagBlock | flagScope, TagHead}
	case atom.Blockquote:
		return elementKind{block, TagQuote}
	case atom.Q, atom.Cite:
		return elementKind{0, TagCite}
	case atom.Details:
		return elementKind{block, TagDetails}
	case atom.Summary:
		return elementKind{block, TagHead}
	case atom.Dialog:
		return elementKind{block, TagDialog}
	case atom.Address:
		return elementKind{block, TagAddress}
	case atom.Time:
		return elementKind{0, TagTime}
	case atom.A:
		return elementKind{0, TagLink}
	case atom.H1:
		return elementKind{block, TagH1}
	case atom.H2:
		return elementKind{block, TagH2}
	case atom.H3, atom.H4, atom.H5, atom.H6:
		return elementKind{block, TagH3}
	case atom.Pre, atom.Listing:
		return elementKind{block, TagPre}
	case atom.B, atom.Strong:
		return elementKind{0, TagStrong}
	case atom.I, atom.Em:
		return elementKind{0, TagEm}
	case atom.Small:
		return elementKind{0, TagSmall}
	case atom.Hr, atom.Frame:
		return elementKind{block | flagVoid, 0}
	case atom.Br, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Base, atom.Col, atom.Embed, atom.Param,
		atom.Source, atom.Track, atom.Wbr, atom.Area, atom.Keygen, atom.Basefont, atom.Bgsound, atom.Image:
		return elementKind{flagVoid, 0}
	case atom.Script, atom.Style, atom.Noscript, atom.Iframe, atom.Noembed, atom.Noframes, atom.Textarea, atom.Title, atom.Xmp, atom.Plaintext:
		return elementKind{skip | flagRaw, 0}
	case atom.Template, atom.Svg, atom.Select, atom.Option, atom.Datalist, atom.Object, atom.Audio, atom.Video, atom.Canvas, atom.Map:
		return elementKind{skip, 0}
	}
	return elementKind{}
}

// closes reports whether the start of one element ends an open one of the
// other kind that stands above it, as a second li ends the first.
func closes(start, open atom.Atom) bool {
	switch start {
	case atom.Li:
		return open == atom.Li
	case atom.Dd, atom.Dt:
		return open == atom.Dd || open == atom.Dt
	case atom.Td, atom.Th:
		return open == atom.Td || open == atom.Th
	case atom.Tr:
		return open == atom.Tr || open == atom.Td || open == atom.Th
	case atom.Tbody, atom.Thead, atom.Tfoot:
		return open == atom.Tr || open == atom.Td || open == atom.Th || open == atom.Tbody || open == atom.Thead || open == atom.Tfoot
	case atom.A:
		return open == atom.A
	}
	return false
}

// roleTag gives what an element with the role counts as.
func roleTag(role string) Tags {
	switch role {
	case "navigation", "menu", "menubar", "toolbar":
		return TagNav
	case "complementary":
		return TagAside
	case "main":
		return TagMain
	case "article":
		return TagArticle
	case "banner":
		return TagHeader
	case "contentinfo":
		return TagFooter
	case "dialog", "alertdialog", "alert", "tooltip":
		return TagDialog
	case "button":
		return TagButton
	case "search", "form":
		return TagForm
	case "tab", "tablist", "menuitem":
		return TagTab
	case "figure", "img":
		return TagFigure
	case "heading":
		return TagH3
	}
	return 0
}
