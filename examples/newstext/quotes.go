package main

import (
	"flag"
	"fmt"
	"strconv"
	"strings"

	"example.org/newstext/quote"
)

// A quoteRecord is a quotation in JSON lines.
type quoteRecord struct {
	Start        int    `json:"start"`
	End          int    `json:"end"`
	Depth        int    `json:"depth"`
	Kind         string `json:"kind"`
	Open         bool   `json:"open"`
	Speaker      string `json:"speaker"`
	SpeakerStart *int   `json:"speaker_start,omitempty"` // the mention; absent: nobody
	SpeakerEnd   *int   `json:"speaker_end,omitempty"`
}

func quotesCommand() command {
	return command{
		name: "quotes",
		about: "Lists who is quoted with what: the quotations of a text, nested ones too, with\n" +
			"their speakers.",
		example: "newstext quotes article.txt",
		setup: func(flags *flag.FlagSet) runner {
			at := explainFlag(flags, "the quotation")
			return func(s *session) error {
				return s.each(func(r record) (result, error) {
					found := quote.Find(r.Text)
					switch {
					case s.jsonl:
						return result{out: jsonLine(struct {
							ID     string        `json:"id"`
							Quotes []quoteRecord `json:"quotes"`
						}{r.ID, quoteRecords(r.Text, found)})}, nil
					case at.set:
						return s.explanation(r, at, explainQuotation(r.Text, found, at.offset))
					case len(found) == 0:
						return result{out: []byte(s.heading(r)), note: r.where + ": no quotations"}, nil
					}
					return result{out: []byte(s.heading(r) + quoteTable(r.Text, found).render(s.style, ""))}, nil
				})
			}
		},
	}
}

func quoteRecords(text string, found []quote.Quotation) []quoteRecord {
	records := make([]quoteRecord, len(found))
	for i, q := range found {
		records[i] = quoteRecord{
			Start: q.Start, End: q.End, Depth: q.Depth, Kind: q.Kind.String(), Open: q.Open,
			Speaker: speakerName(text, q.Speaker),
		}
		if q.Speaker.Start < q.Speaker.End {
			records[i].SpeakerStart, records[i].SpeakerEnd = &found[i].Speaker.Start, &found[i].Speaker.End
		}
	}
	return records
}

// speakerName is the fullest name of who speaks; empty for nobody.
func speakerName(text string, who quote.Speaker) string {
	return oneLine(text[who.NameStart:who.NameEnd])
}

// quoteTable lists quotations: where, of what kind, by whom, what.
func quoteTable(text string, found []quote.Quotation) *table {
	t := &table{
		head:   []string{"OFFSET", "KIND", "SPEAKER", "QUOTATION"},
		paints: []paint{dim, dim, cyan, plain},
	}
	for _, q := range found {
		said := strings.Repeat("  ", q.Depth-1) + oneLine(text[q.Start:q.End])
		if q.Open {
			said += " (not closed)"
		}
		t.row(span(q.Start, q.End), q.Kind.String(), shorten(speakerName(text, q.Speaker), 32), said)
	}
	return t
}

// explainQuotation tells why the quotations around an offset are what they
// are, the outermost first.
func explainQuotation(text string, found []quote.Quotation, at int) string {
	var b strings.Builder
	for _, q := range found {
		if at < q.Start || q.End <= at {
			continue
		}
		b.WriteString(facts(
			"quotation", span(q.Start, q.End)+" "+shorten(oneLine(text[q.Start:q.End]), 200),
			"kind", q.Kind.String(),
			"depth", strconv.Itoa(q.Depth)))
		if q.Open {
			b.WriteString(facts("open", "its closing mark is missing"))
		}
		b.WriteString(explainSpeaker(text, q.Speaker))
	}
	if b.Len() == 0 {
		return fmt.Sprintf("no quotation at byte %d\n", at)
	}
	return b.String()
}

// explainSpeaker tells by which words somebody is the speaker.
func explainSpeaker(text string, who quote.Speaker) string {
	if who.Start == who.End {
		return facts("speaker", "nobody is named")
	}
	because := fmt.Sprintf("the cue %q goes with %q", who.Cue, oneLine(text[who.Start:who.End]))
	if who.Implied {
		because = fmt.Sprintf("carried on from a neighbouring quotation of %q", oneLine(text[who.Start:who.End]))
	}
	return facts(
		"speaker", speakerName(text, who)+" at "+span(who.NameStart, who.NameEnd),
		"because", because+" at "+span(who.Start, who.End))
}
