package main

import (
	"flag"
	"slices"
	"time"

	"example.org/newstext/clean"
	"example.org/newstext/date"
)

// A mentionRecord is a temporal expression in JSON lines.
type mentionRecord struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
	Value string `json:"value"`
	Mod   string `json:"mod"`
	From  string `json:"from"`
	To    string `json:"to"` // exclusive
	Grain string `json:"grain"`
	Rule  string `json:"rule"`
}

func datesCommand() command {
	return command{
		name: "dates",
		about: "Lists what a text says about time, resolved against its date of publication:\n" +
			"the one in the record or the text, else -published. Teasers of other stories are\n" +
			"resolved against their own dates. Intervals name their last day.",
		example: "newstext dates -annotate -published 2019-11-17 article.txt",
		setup: func(flags *flag.FlagSet) runner {
			published := publishedFlag(flags)
			preset := choice{"news", "news", "chat"}
			flags.Var(&preset, "preset", "`PRESET` news (the past is meant) or chat")
			annotate := flags.Bool("annotate", false, "print the text, each expression followed by its [value]")
			at := explainFlag(flags, "the expression")
			return func(s *session) error {
				var resolver date.Resolver
				if preset.value() == "chat" {
					resolver = date.Chat
				}
				return s.each(func(r record) (result, error) {
					blocks, err := blocksOf(r)
					if err != nil {
						return result{}, err
					}
					p, err := publicationOf(r, blocks, published.Time, false)
					if err != nil {
						return result{}, err
					}
					d := datesOf(r.Text, blocks, p, resolver)
					switch {
					case s.jsonl:
						return result{out: jsonLine(struct {
							ID       string          `json:"id"`
							Mentions []mentionRecord `json:"mentions"`
						}{r.ID, mentionRecords(r.Text, d.mentions)})}, nil
					case at.set:
						return s.explanation(r, at, explainMention(r.Text, d, at.offset))
					case *annotate:
						return result{out: s.text(r, annotated(r.Text, d.mentions, s.style)), note: d.hint(r)}, nil
					}
					return result{out: []byte(s.heading(r) + d.table(r.Text, s.style)), note: d.hint(r)}, nil
				})
			}
		},
	}
}

// A chronology is what a page says about time.
type chronology struct {
	published publication
	teasers   []teaser
	mentions  []date.Mention
}

// datesOf finds the expressions of a page, those of each teaser with a date
// resolved against that date.
func datesOf(text string, blocks []clean.Block, p publication, resolver date.Resolver) chronology {
	d := chronology{published: p, teasers: teasersOf(text, blocks, p.Time, resolver)}
	for _, m := range resolver.Find(text, p.Time) {
		if i := within(d.teasers, m.Start, m.End); i < 0 || !d.teasers[i].dates(m.Start, m.End) {
			d.mentions = append(d.mentions, m)
		}
	}
	for _, t := range d.teasers {
		if t.published.IsZero() {
			continue
		}
		for _, m := range resolver.Find(text[t.start:t.end], t.published) {
			m.Start, m.End = m.Start+t.start, m.End+t.start
			if t.dates(m.Start, m.End) {
				d.mentions = append(d.mentions, m)
			}
		}
	}
	slices.SortFunc(d.mentions, func(a, b date.Mention) int { return a.Start - b.Start })
	return d
}

func mentionRecords(text string, mentions []date.Mention) []mentionRecord {
	records := make([]mentionRecord, len(mentions))
	for i, m := range mentions {
		from, to := bounds(m)
		records[i] = mentionRecord{
			m.Start, m.End, text[m.Start:m.End], m.Type.String(), m.Value, m.Mod.String(), from, to, m.Grain.String(), m.Rule,
		}
	}
	return records
}

// bounds formats the interval of a mention, to exclusive: both as days, or
// both with the clock.
func bounds(m date.Mention) (from, to string) {
	layout := time.DateOnly
	if !atMidnight(m.From) || !atMidnight(m.To) {
		layout = "2006-01-02T15:04:05"
	}
	if !m.From.IsZero() {
		from = m.From.Format(layout)
	}
	if !m.To.IsZero() {
		to = m.To.Format(layout)
	}
	return from, to
}
