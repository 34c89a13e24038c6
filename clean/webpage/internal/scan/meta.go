package scan

import (
	"bytes"
	"html"
	"strings"
	"time"

	"golang.org/x/net/html/atom"
)

// A metaScan collects what a page's head, its JSON-LD and its time elements
// state. Of several statements of one thing the first of the best rank counts.
type metaScan struct {
	stated     [factCount]statement
	authors    []string
	authorRank int
	ld         linked
	jsonLD     bool // the script that is open holds JSON-LD
	// The attributes of the tag at hand.
	key, content, href, rel, datetime, kind string
	pubdate                                 bool
}

type statement struct {
	value string
	rank  int
}

// Facts are what the page states of itself.
type Facts struct {
	Title, URL, Site, Description string
	Published, Modified           time.Time
	Authors                       []string
	Headline                      string   // JSON-LD's
	Bodies                        []string // the article's text as JSON-LD has it
}

// facts settles what counts.
func (m *metaScan) facts() Facts {
	l := &m.ld
	m.set(factURL, rankName, l.url)
	m.set(factSite, rankName, l.site)
	m.set(factPublished, rankLinked, l.published)
	m.set(factModified, rankLinked, l.modified)
	m.set(factDescription, rankName, l.description)
	m.set(factTitle, rankLinked, l.headline)
	for _, a := range l.authors {
		m.author(rankLinked, a)
	}
	return Facts{
		Title: m.stated[factTitle].value, URL: m.stated[factURL].value, Site: m.stated[factSite].value,
		Description: m.stated[factDescription].value, Published: parseTime(m.stated[factPublished].value),
		Modified: parseTime(m.stated[factModified].value), Authors: m.authors, Headline: l.headline, Bodies: l.bodies,
	}
}

type fact int

const (
	factTitle fact = iota
	factURL
	factSite
	factPublished
	factModified
	factDescription
	factCount
)

// A source of a fact: where several state it, the highest counts.
const (
	rankWeak     = iota + 1 // a guess: a time element
	rankTitle               // the title element
	rankName                // meta elements of less known kinds
	rankProperty            // Open Graph and the like
	rankLinked              // JSON-LD
	rankBest
)

const maxFact = 2000 // bytes of a statement; a longer one is not taken

func (m *metaScan) set(f fact, rank int, value string) {
	value = strings.Join(strings.Fields(value), " ")
	if value == "" || len(value) > maxFact {
		return
	}
	if rank > m.stated[f].rank {
		m.stated[f] = statement{value, rank}
	}
}

func (m *metaScan) author(rank int, name string) {
	name = strings.Join(strings.Fields(name), " ")
	if name == "" || len(name) > 200 || strings.Contains(name, "://") || rank < m.authorRank {
		return
	}
	if rank > m.authorRank {
		m.authors, m.authorRank = nil, rank
	}
	for _, a := range m.authors {
		if a == name {
			return
		}
	}
	if len(m.authors) < 50 {
		m.authors = append(m.authors, name)
	}
}

// begin starts a tag and reports whether its attributes are wanted.
func (m *metaScan) begin(a atom.Atom) bool {
	switch a {
	case atom.Meta, atom.Link, atom.Time, atom.Script:
		m.key, m.content, m.href, m.rel, m.datetime, m.kind, m.pubdate = "", "", "", "", "", "", false
		return true
	}
	return false
}

func (m *metaScan) attribute(key, val []byte) {
	switch string(key) {
	case "name", "property", "itemprop":
		if m.key == "" {
			m.key = string(bytes.ToLower(val))
		}
	case "content":
		if len(val) <= maxFact {
			m.content = string(val)
		}
	case "href":
		if len(val) <= maxFact {
			m.href = string(val)
		}
	case "rel":
		m.rel = string(bytes.ToLower(val))
	case "datetime":
		m.datetime = string(val)
	case "type":
		m.kind = string(bytes.ToLower(val))
	case "pubdate":
		m.pubdate = true
	}
}

// tag takes what the tag states.
func (m *metaScan) tag(a atom.Atom) {
	switch a {
	case atom.Meta:
		m.metaTag()
	case atom.Link:
		if m.rel == "canonical" {
			m.set(factURL, rankBest, m.href)
		}
	case atom.Time:
		rank := rankWeak
		if m.pubdate || m.key == "datepublished" {
			rank = rankName
		}
		switch {
		case m.key == "datemodified":
			m.set(factModified, rankName, m.datetime)
		default:
			m.set(factPublished, rank, m.datetime)
		}
	case atom.Script:
		m.jsonLD = strings.Contains(m.kind, "ld+json")
	}
}

func (m *metaScan) metaTag() {
	switch m.key {
	case "og:title", "twitter:title", "headline", "dc.title", "dcterms.title", "sailthru.title", "parsely-title":
		m.set(factTitle, rankProperty, m.content)
	case "og:url", "twitter:url", "parsely-link":
		m.set(factURL, rankProperty, m.content)
	case "og:site_name", "application-name":
		m.set(factSite, rankProperty, m.content)
	case "publisher", "dc.publisher", "copyright", "twitter:site":
		m.set(factSite, rankWeak, strings.TrimPrefix(m.content, "@"))
	case "article:published_time", "og:article:published_time", "datepublished":
		m.set(factPublished, rankBest, m.content)
	case "date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "published_time", "article.published", "dc.date", "dc.date.issued",
		"dcterms.created", "dcterms.date", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "article_date_original", "originalpublicationdate",
		"ptime", "pdate", "timestamp", "og:pubdate", "datecreated", "citation_publication_date":
		m.set(factPublished, rankName, m.content)
	case "article:modified_time", "og:updated_time", "datemodified":
		m.set(factModified, rankBest, m.content)
	case "lastmod", "last-modified", "revised", "dcterms.modified", "utime", "updated_time", "article.updated":
		m.set(factModified, rankName, m.content)
	case "author", "dc.creator", "dcterms.creator", "byl", "sailthru.author", "parsely-author", "article:author_name", "citation_author":
		m.author(rankName, strings.TrimPrefix(strings.TrimPrefix(m.content, "By "), "by "))
	case "article:author", "og:article:author":
		m.author(rankWeak, m.content)
	case "description", "og:description", "twitter:description":
		m.set(factDescription, rankProperty, m.content)
	}
}

// rawText takes the content of an element that the tokenizer does not look into.
func (s *scanner) rawText(a atom.Atom, raw []byte) {
	switch a {
	case atom.Title:
		if s.stack[len(s.stack)-1].tags&TagFigure == 0 {
			s.meta.set(factTitle, rankTitle, html.UnescapeString(string(raw)))
		}
	case atom.Script:
		if s.meta.jsonLD {
			s.meta.jsonLD = false
			s.meta.ld.read(raw)
		}
	}
}

// layouts are the shapes of dates that pages state for programs.
var layouts = [...]string{
	time.RFC3339Nano, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700", "2006-01-02T15:04",
	"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 MST", "2006-01-02 15:04:05", "2006-01-02 15:04",
	time.DateOnly, "2006/01/02 15:04:05", "2006/01/02 15:04", "2006/01/02", "20060102T150405Z0700", "20060102T150405", "20060102150405", "20060102",
	time.RFC1123, time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04:05 -0700", "Mon Jan 2 15:04:05 MST 2006", time.ANSIC,
	"January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "January 2, 2006 15:04", "January 2, 2006, 3:04 pm", "Jan. 2, 2006",
	"Monday, January 2, 2006", "Mon, 2 Jan 2006", "2006-01-02T15:04:05.000Z0700", "2006-01",
}

// parseTime reads a date that a page states for programs; zero: not one.
func parseTime(s string) time.Time {
	s = strings.TrimSpace(s)
	if len(s) > 60 {
		return time.Time{}
	}
	for _, l := range layouts {
		if t, err := time.Parse(l, s); err == nil && t.Year() > 1600 && t.Year() < 2200 {
			return t
		}
	}
	return time.Time{}
}
