package scan

import (
	"bytes"
	"encoding/json"
	"strings"
)

// linked is what a page's JSON-LD says of its article.
type linked struct {
	headline, url, site, published, modified, description string
	authors                                               []string
	bodies                                                []string
	rank                                                  int // of the object that the facts come from
}

const maxLinkedDepth = 24 // values nested deeper are not looked at

// read takes the facts of one script. What is not JSON after small repairs
// says nothing.
func (l *linked) read(raw []byte) {
	raw = bytes.TrimSpace(raw)
	for _, mark := range []string{"<!--", "//<![CDATA[", "<![CDATA["} {
		raw = bytes.TrimPrefix(raw, []byte(mark))
	}
	for _, mark := range []string{"-->", "//]]>", "]]>"} {
		raw = bytes.TrimSuffix(bytes.TrimSpace(raw), []byte(mark))
	}
	raw = bytes.TrimRight(raw, "; \t\r\n")
	var v any
	if json.Unmarshal(raw, &v) != nil {
		// Line ends inside strings are the commonest fault.
		fixed := bytes.Map(func(r rune) rune {
			if r < ' ' {
				return ' '
			}
			return r
		}, raw)
		if json.Unmarshal(fixed, &v) != nil {
			return
		}
	}
	l.value(v, 0)
}

func (l *linked) value(v any, depth int) {
	if depth > maxLinkedDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			l.value(e, depth+1)
		}
	case map[string]any:
		l.object(v)
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "item", "liveBlogUpdate", "itemListElement"} {
			if e, ok := v[key]; ok {
				l.value(e, depth+1)
			}
		}
	}
}

// object takes the facts of an object that is an article or a page.
func (l *linked) object(o map[string]any) {
	rank := typeRank(o["@type"])
	if rank == 0 {
		return
	}
	if body := stringOf(o["articleBody"]); body != "" {
		l.bodies = append(l.bodies, body)
	} else if body := stringOf(o["text"]); body != "" && rank > 1 {
		l.bodies = append(l.bodies, body)
	}
	if rank <= l.rank {
		return
	}
	l.rank = rank
	l.headline, l.url = stringOf(o["headline"]), stringOf(o["url"])
	if l.url == "" {
		l.url = stringOf(o["mainEntityOfPage"])
	}
	l.published, l.modified = stringOf(o["datePublished"]), stringOf(o["dateModified"])
	l.description = stringOf(o["description"])
	l.site = nameOf(o["publisher"])
	l.authors = nil
	switch a := o["author"].(type) {
	case []any:
		for _, e := range a {
			l.authors = append(l.authors, nameOf(e))
		}
	case nil:
	default:
		l.authors = append(l.authors, nameOf(a))
	}
}

// typeRank says how likely an object of the type is the page's article.
func typeRank(t any) int {
	best := 0
	switch t := t.(type) {
	case string:
		switch {
		case strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "BlogPosting") || strings.HasSuffix(t, "Report"):
			best = 3
		case strings.HasSuffix(t, "Posting") || strings.HasSuffix(t, "Review") || t == "Recipe" || t == "CreativeWork":
			best = 2
		case strings.HasSuffix(t, "WebPage"):
			best = 1
		}
	case []any:
		for _, e := range t {
			if s, ok := e.(string); ok {
				best = max(best, typeRank(s))
			}
		}
	}
	return best
}

// stringOf gives a string, the first of a list, or an object's id.
func stringOf(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		if len(v) > 0 {
			if s, ok := v[0].(string); ok {
				return s
			}
		}
	case map[string]any:
		if s, ok := v["@id"].(string); ok {
			return s
		}
		if s, ok := v["@value"].(string); ok {
			return s
		}
	}
	return ""
}

func nameOf(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		return stringOf(v["name"])
	case []any:
		if len(v) > 0 {
			return nameOf(v[0])
		}
	}
	return ""
}
