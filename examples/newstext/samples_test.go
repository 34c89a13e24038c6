package main

import (
	"encoding/json"
	"strings"
	"testing"

	"example.org/newstext/examples/corpus"
)

// TestSamples: what the command shows about the sample articles.
func TestSamples(t *testing.T) {
	out, errs, code := call("")
	if code != exitDone {
		t.Fatalf("exit %d: %s", code, errs)
	}
	sections := map[string]string{}
	for _, section := range strings.Split("\n"+out, "\n== ")[1:] {
		title, rest, _ := strings.Cut(section, " ==\n")
		sections[title[:min(3, len(title))]] = rest
	}
	for _, want := range []struct{ section, expression, interval, timex string }{
		{"000", "Thursday", "2019-11-14", "DATE 2019-11-14"},
		{"000", "June a year ago", "2018-06-01 to 2018-06-30", "DATE 2018-06"},
		{"000", "later this month", "2019-11-01 to 2019-11-30", "DATE 2019-11 END"},
		{"000", "previous year", "2018-01-01 to 2018-12-31", "DATE 2018"},
		{"001", "early last month", "2019-10-01 to 2019-10-31", "DATE 2019-10 START"},
		{"001", "recent weeks", "-", "DATE PAST_REF"},
		{"002", "June 12", "2018-06-12", "DATE 2018-06-12"},
		{"002", "yesterday", "2018-09-24", "DATE 2018-09-24"}, // in a teaser of 25 September
		{"002", "Sunday", "2018-09-23", "DATE 2018-09-23"},    // in another
		{"003", "Sunday", "-", "DATE XXXX-WXX-7"},
		{"003", "last week", "-", "DATE XXXX-WXX"},
		{"004", "yesterday", "2018-11-08", "DATE 2018-11-08"},
	} {
		if !hasRow(sections[want.section], want.expression, want.interval, want.timex) {
			t.Errorf("%s: %q is not shown as %s, %s", want.section, want.expression, want.interval, want.timex)
		}
	}
	for section, want := range map[string][]string{
		"000": {"published 2019-11-18, stated at"},
		"001": {"published 2019-11-20, stated at"},
		"002": {
			"published 2018-08-30, stated at",
			"teaser of 2018-09-26", "teaser of 2018-09-25", "teaser of 2018-09-20",
		},
		"003": {"published: unknown"},
		"004": {"published 2018-11-09, stated at"},
		"sha": {
			"000_9dc033d1e04cb10d.txt and 001_9cdcf60c83c77cc4.txt",
			"354-645 = 2161-2462", "Kim Myong Gil",
			"647-760 = 1343-1460", "to return to the negotiating table without precondition or hesitation",
		},
	} {
		for _, line := range want {
			if !strings.Contains(sections[section], line) {
				t.Errorf("%s: nothing says %q", section, line)
			}
		}
	}
	if n := strings.Count(sections["002"], "\nteaser of 2018-09-"); n != 6 {
		t.Errorf("%d teasers of six", n)
	}
	if !strings.Contains(errs, "003_3e43565df5f724a3.txt: states no date of its own") || !strings.Contains(errs, "-published DATE") {
		t.Errorf("no hint to -published in %s", errs)
	}
}

// hasRow reports whether a table has a row that begins with the cells given.
func hasRow(section string, cells ...string) bool {
	for line := range strings.Lines(section) {
		row := strings.FieldsFunc(strings.ReplaceAll(line, "  ", "\t"), func(r rune) bool { return r == '\t' || r == '\n' })
		if len(row) < len(cells) {
			continue
		}
		equal := true
		for i, cell := range cells {
			equal = equal && strings.TrimSpace(row[i]) == cell
		}
		if equal {
			return true
		}
	}
	return false
}

// TestTeasersKeepTheirDate: a teaser is resolved against its own date also
// where the page's is given.
func TestTeasersKeepTheirDate(t *testing.T) {
	page := corpus.Articles()[2]
	line := string(jsonLine(map[string]string{"id": page.ID, "text": page.Text, "published": "2018-08-30"}))
	for _, name := range []string{"dates", "all"} {
		out, errs, code := call(line, name, "-jsonl")
		if code != exitDone {
			t.Fatalf("%s: exit %d: %s", name, code, errs)
		}
		var got struct{ Mentions []mentionRecord }
		if err := json.Unmarshal([]byte(out), &got); err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, m := range got.Mentions {
			if m.Text == "yesterday" && m.Value == "2018-09-24" || m.Text == "Tuesday" && m.From == "2018-08-28" {
				n++
			}
		}
		if n != 2 {
			t.Errorf("%s: the teaser's yesterday is not the day before its date, or the article's Tuesday not before its own", name)
		}
	}
}

// TestAllRecord: the record of all has every part, and clusters are numbered.
func TestAllRecord(t *testing.T) {
	const text = "Quayside, November 18, 2019\n\n" +
		"The ferry across the harbour will sail again this week, the harbour's director told reporters on Thursday.\n\n" +
		"“We have repaired both engines since the storm of early October,” said Maria Lund, who has led the office for years.\n"
	in := string(jsonLine(map[string]string{"id": "a", "text": text})) + string(jsonLine(map[string]string{"id": "b", "text": text, "published": "2019-11-20"}))
	out, errs, code := call(in, "all", "-jsonl")
	if code != exitDone {
		t.Fatalf("exit %d: %s", code, errs)
	}
	type line struct {
		ID, Published, Cluster string
		Blocks                 []blockRecord
		Quotes                 []quoteRecord
		Mentions               []mentionRecord
	}
	var a, b line
	dec := json.NewDecoder(strings.NewReader(out))
	if err := dec.Decode(&a); err != nil {
		t.Fatal(err)
	}
	if err := dec.Decode(&b); err != nil {
		t.Fatal(err)
	}
	if a.ID != "a" || a.Published != "2019-11-18" || a.Cluster != "1" || len(a.Blocks) != 3 || len(a.Quotes) != 1 || len(a.Mentions) < 3 {
		t.Errorf("got %s", out)
	}
	if b.Published != "2019-11-20" || b.Cluster != "1" {
		t.Errorf("got %s", out)
	}
}
