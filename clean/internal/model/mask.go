package model

import "strings"

// A Mask is the set of phrase classes that a line holds.
type Mask uint32

const (
	Share Mask = 1 << iota
	Subscribe
	Comment
	Legal
	Related
	Promo
	Credit
	Byline
	About
	Widget
	Caption
	Contributed
	Classes = 12
)

var lex = map[Mask][]string{
	Share:       {"share", "tweet", "facebook", "twitter", "whatsapp", "linkedin", "pinterest", "flipboard", "e-mail", "email", "copy link", "follow us", "instagram", "youtube", "telegram", "reddit", "teilen", "partager", "compartir"},
	Subscribe:   {"subscribe", "newsletter", "sign up", "sign in", "log in", "login", "register", "subscription", "inbox", "my account", "abonnieren", "anmelden", "abo ", "s'abonner", "suscr", "free trial", "subscriber"},
	Comment:     {"comment", "reply", "replies", "upvote", "report abuse", "disqus", "kommentar", "commentaire", "comentario"},
	Legal:       {"©", "copyright", "all rights reserved", "terms of", "privacy", "cookie", "disclaimer", "datenschutz", "impressum", "agb", "mentions légales", "do not sell", "consent", "gdpr", "redistribut", "may not be republished", "conditions"},
	Related:     {"read more", "related", "more from", "recommended", "also read", "read also", "most popular", "most read", "trending", "you might also", "you may also", "more on", "more stories", "top stories", "latest news", "don't miss", "see also", "see more", "view all", "more news", "next article", "previous article", "read next", "mehr zum", "lesen sie", "auch interessant", "à lire", "lire aussi", "leer más", "keep reading", "continue reading", "read full", "editor's pick", "up next", "baca juga", "weitere", "meistgelesen"},
	Promo:       {"advertis", "anzeige", "sponsored", "promoted", "download our", "app store", "google play", "donate", "support us", "get the latest", "breaking news", "join us", "join our", "click here", "affiliate", "commission", "buy now", "shop ", "daily digest", "delivered", "stay up", "get our", "our app", "watch now", "publicité", "werbung", "offer", "deal"},
	Credit:      {"getty", "reuters", "afp", "photo", "ap photo", "image:", "credit:", "picture:", "courtesy", "shutterstock", "foto:", "dpa", "file photo", "illustration", "pictured", "bild:"},
	Byline:      {"by ", "written by", "von ", "par ", "por "},
	About:       {"about the author", "is a reporter", "is a staff", "is a freelance", "is a writer", "is the author", "staff writer", "correspondent", "contributor", "is an award", "follow him", "follow her", "editor at", "contact us", "about us", "can be reached", "reach him", "reach her", "senior editor", "senior writer", "covers "},
	Widget:      {"skip to", "menu", "search", "close", "navigation", "home", "play", "video", "loading", "javascript", "browser", "next", "previous", "back to top", "scroll", "show more", "load more", "enable", "enlarge", "gallery", "slideshow", "suche", "listen", "toggle", "print", "expand", "edition"},
	Caption:     {"pictured", "(photo", "left,", "right,", "file photo", "is seen", "are seen", "poses"},
	Contributed: {"contributed to this", "contributed reporting", "reporting by", "editing by", "additional reporting", "associated press", "all contents", "wire services", "this story was", "this article was", "originally published", "first published", "staff reports"},
}

func phrases(line string) Mask {
	var m Mask
	if len(line) > 400 {
		line = line[:200] + " " + line[len(line)-200:]
	}
	low := " " + strings.ToLower(line) + " "
	for k, ws := range lex {
		for _, w := range ws {
			if strings.Contains(low, " "+w) || w[0] > 127 && strings.Contains(low, w) {
				m |= k
				break
			}
		}
	}
	return m
}
