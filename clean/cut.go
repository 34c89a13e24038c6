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
	bias       float64 // what the line's markup adds to its log odds
	hint       Hint
	repeated   bool // other pages of the site have it
	found      finding
}

// A finding is what a cut says of a part: what it is, and the cut's name. The
// zero finding says nothing.
type finding struct {
	kind Kind
	rule string
}

// cutLines appends the parts of the lines to dst and begins a page of them.
func cutLines(dst []part, page *model.Page, rules *model.Rules, text string, lines []Line) []part {
	page.Begin(rules)
	for i := range lines {
		l := &lines[i]
		line := text[l.Start:l.End]
		page.Add(line)
		at, found := cut(page, rules, line, i)
		whole := part{Start: l.Start, End: l.End, bias: hintBias(l), hint: l.Hint, found: found}
		if at == 0 {
			dst = append(dst, whole)
			continue
		}
		page.Drop()
		head, tail := whole, whole
		head.End = l.Start + len(strings.TrimRightFunc(line[:at], unicode.IsSpace))
		tail.Start += at
		if found.rule != gluedSlogan {
			head.found = finding{}
		}
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

	gluedSlogan = "glued-slogan"
)

// cut returns where the line holds something else from, and what: 0 where it
// holds one thing only.
func cut(page *model.Page, rules *model.Rules, line string, index int) (int, finding) {
	if index < mastheads && len(line) <= slogan {
		if at := gluedCapital(line); at > 0 {
			return at, finding{SiteName, gluedSlogan}
		}
	}
	if len(line) < 80 {
		return 0, finding{}
	}
	if at := gluedCaption(line); at > 0 {
		return at, finding{Caption, "glued-caption"}
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
	i := from // of the last " -" behind it
	for at := from + 2; at < len(line); at++ {
		dash := strings.IndexByte(line[at:], '-')
		if dash < 0 {
			break
		}
		if at += dash; line[at-1] == ' ' {
			i = at - 1
		}
	}
	if i == from {
		return 0
	}
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
// maker, all of the line is the picture's caption: 0 and a finding of that kind.
func tail(page *model.Page, rules *model.Rules, line string) (int, finding) {
	at := page.LastSentence()
	if at == 0 {
		return 0, finding{}
	}
	rule := page.MatchTail(at)
	if rule < 0 {
		return 0, finding{}
	}
	found := finding{Kind(rules.Kind(rule)), rules.Name(rule)}
	switch {
	case found.kind == Caption && line[at] == '(':
		return 0, found
	case found.kind == Credit, rules.Whole(rule) && found.kind != Caption && found.kind != Date:
		return at, found
	}
	return 0, finding{}
}
