package quote

import (
	"slices"
	"strings"
)

// compose returns the edits that do what first does and then second, which
// counts from the text after first.
func compose(first, second []Edit, middle string) []Edit {
	if len(first) == 0 {
		return second
	}
	var all []Edit
	shift := 0 // from middle to the source
	for len(first) > 0 || len(second) > 0 {
		// A group is edits of both that touch the same bytes of middle.
		start := len(middle)
		if len(first) > 0 {
			start = first[0].Start - shift
		}
		if len(second) > 0 {
			start = min(start, second[0].Start)
		}
		end := start
		from := start + shift
		var b strings.Builder
		var rules []string
		done := start
		for {
			if len(first) > 0 && joins(first[0].Start-shift, start, end) {
				e := first[0]
				end = max(end, e.Start-shift+len(e.New))
				shift += e.End - e.Start - len(e.New)
				rules = addRule(rules, e.Rule)
				first = first[1:]
			} else if len(second) > 0 && joins(second[0].Start, start, end) {
				e := second[0]
				b.WriteString(middle[done:e.Start])
				b.WriteString(e.New)
				done = e.End
				end = max(end, e.End)
				rules = addRule(rules, e.Rule)
				second = second[1:]
			} else {
				break
			}
		}
		b.WriteString(middle[done:end])
		all = append(all, Edit{from, end + shift, b.String(), strings.Join(rules, "+")})
	}
	return all
}

// joins reports whether an edit that begins at i belongs to a group.
func joins(i, start, end int) bool { return i == start || i < end }

func addRule(rules []string, rule string) []string {
	if slices.Contains(rules, rule) {
		return rules
	}
	return append(rules, rule)
}
