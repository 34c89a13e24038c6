package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/newstext/clean/internal/model"
)

// A part is a line, or a piece of one that holds two things.
type part struct {
	Start, End int
	line       Line
	kind       Kind   // what a cut says it is, or Other
	rule       string // the cut's name, or ""
	repeated   bool   // other pages of the site have it
}

// cutLines appends the parts of the lines to dst and begins a page of them.
func cutLines(dst []part, page *model.Page, rules *model.Rules, text string, lines []Line) []part {
	page.Begin(rules)
	for i, l := range lines {
		page.Add(text[l.Start:l.End])
		at, tail := cut(page, rules, text[l.Start:l.End], i)
		if at == 0 {
			dst = append(dst, part{Start: l.Start, End: l.End, line: l, kind: tail.kind, rule: tail.rule})
			continue
		}
		page.Drop()
		head := part{Start: l.Start, End: l.Start + len(strings.TrimRightFunc(text[l.Start:l.Start+at], unicode.IsSpace)), line: l}
		if tail.rule == "glued-slogan" {
			head.kind, head.rule = tail.kind, tail.rule
		}
		tail.Start, tail.End, tail.line = l.Start+at, l.End, l
		page.Add(text[head.Start:head.End])
		page.Add(text[tail.Start:tail.End])
		dst = append(dst, head, tail)
	}
	return dst
}

const (
	tailLimit    = model.TailBytes // what is searched for a credit or a caption
	mastheads    = 6               // lines from the top among which a masthead may stand
	slogan       = 80              // bytes of the longest masthead with its slogan
	captionWords = 40
)

// cut returns where the line holds something else from, and what: 0 where it
// holds one thing only.
func cut(page *model.Page, rules *model.Rules, line string, index int) (int, part) {
	if index < mastheads && len(line) <= slogan {
		if at := gluedCapital(line); at > 0 {
			return at, part{kind: SiteName, rule: "glued-slogan"}
		}
	}
	if len(line) < 80 {
		return 0, part{}
	}
	if at := gluedCaption(line); at > 0 {
		return at, part{kind: Caption, rule: "glued-caption"}
	}
	return tail(page, rules, line)
}

// gluedCapital returns where a capital follows a small letter within a word,
// both sides being of several words: "The Morning PostTruth Comes First".
func gluedCapital(line string) int {
	var prev rune
	for i, r := range line {
		if unicode.IsUpper(r) && unicode.IsLower(prev) {
			word := line[strings.LastIndexByte(line[:i], ' ')+1 : i]
			if strings.Contains(line[:i], " ") && strings.Contains(line[i:], " ") && len(word) > 3 {
				return i
			}
		}
		prev = r
	}
	return 0
}

// gluedCaption returns where a caption was glued to the end of a paragraph: a
// dash that touches only what follows it, after the end of a sentence, and a
// last sentence that gives a place or a day and no verb of saying.
func gluedCaption(line string) int {
	from := max(0, len(line)-tailLimit)
	if strings.IndexByte(line[from:], '-') < 0 {
		return 0
	}
	i := strings.LastIndex(line[from:], " -")
	if i <= 0 {
		return 0
	}
	i += from
	tail := line[i+2:]
	r, _ := utf8.DecodeRuneInString(tail)
	before := strings.TrimRightFunc(line[:i], unicode.IsSpace)
	if before == "" || !unicode.IsUpper(r) || !strings.ContainsAny(before[len(before)-1:], `.!?"`) && !strings.HasSuffix(before, "”") {
		return 0
	}
	if words := strings.Count(tail, " ") + 1; words < 4 || words > captionWords {
		return 0
	}
	if strings.Contains(strings.TrimRight(tail, ".!?"), ". ") || strings.Contains(tail, " said") {
		return 0
	}
	return i + 1
}

// tail returns where a paragraph's last sentence begins if a rule says that it
// credits somebody, or is not of the story. If the sentence names a picture's
// maker, all of the line is the picture's caption: 0 and a part of that kind.
func tail(page *model.Page, rules *model.Rules, line string) (int, part) {
	at := lastSentence(line)
	if at <= 0 || len(line)-at > tailLimit {
		return 0, part{}
	}
	rule := page.MatchTail(at)
	if rule < 0 {
		return 0, part{}
	}
	p := part{kind: Kind(rules.Kind(rule)), rule: rules.Name(rule)}
	switch {
	case p.kind == Caption && line[at] == '(':
		return 0, p
	case p.kind == Credit, rules.Whole(rule) && p.kind != Caption && p.kind != Date:
		return at, p
	}
	return 0, part{}
}

// closing are the bytes that may end a sentence; 0x9D is the last of ”.
var closing = [256]bool{'.': true, '!': true, '?': true, '"': true, ')': true, 0x9D: true}

// lastSentence returns where the last sentence of line begins, or 0 if it has
// only one. A parenthesis at the end counts as a sentence.
func lastSentence(line string) int {
	if strings.HasSuffix(line, ")") {
		from := max(0, len(line)-tailLimit)
		if i := strings.LastIndexByte(line[from:], '(') + from; i > from && line[i-1] == ' ' {
			return i
		}
	}
	end := len(line) - 1
	for i := end - 1; i > max(0, end-tailLimit); i-- {
		if !closing[line[i-1]] || line[i] != ' ' || line[i-1] >= utf8.RuneSelf && !strings.HasSuffix(line[:i], "”") {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(line[i+1:]); unicode.IsUpper(r) || r == '(' {
			return i + 1
		}
	}
	return 0
}
