package main

import (
	"cmp"
	"encoding/json"
	"hash/fnv"
	"slices"
	"strings"
	"time"

	"example.org/newstext/date"
	"example.org/newstext/date/internal/clause"
	"example.org/newstext/internal/lines"
)

type record struct {
	ID       string
	Text     string
	DCT      string
	Mentions []struct {
		Start, End       int
		Value, Corrected string
	}
}

// an example is the features of one date, and whether it lies ahead.
type example struct {
	date     clause.Date
	features []string
	ahead    bool
	weight   float64
	fold     int    // that its document belongs to in cross-validation
	text     string // around the date, for -wrong
}

// read makes an example of each mention that date found with the same span
// and had to decide.
func read(name string, folds int) ([]example, error) {
	var examples []example
	err := lines.Each(name, func(line []byte) error {
		var r record
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		examples = append(examples, r.examples(folds)...)
		return nil
	})
	return examples, err
}

// examples makes the examples of one document; none, where its date is unknown
// or where neither reading is right of half of its weekdays: the text, or what
// it was labelled with, is of another day.
func (r *record) examples(folds int) (examples []example) {
	published, err := time.Parse(time.DateOnly, r.DCT[:min(len(time.DateOnly), len(r.DCT))])
	if err != nil {
		return nil
	}
	h := fnv.New32()
	h.Write([]byte(r.ID))
	gold := map[[2]int]string{}
	for _, m := range r.Mentions {
		gold[[2]int{m.Start, m.End}] = cmp.Or(m.Corrected, m.Value)
	}
	weekdays := map[label]int{}
	for _, m := range date.Find(r.Text, published) {
		e, label := exampleOf(r.Text, published, m, gold[[2]int{m.Start, m.End}])
		if e.date.Kind == "weekday" {
			weekdays[label]++
		}
		if label == told {
			e.fold = int(h.Sum32() % uint32(folds))
			e.text = r.Text[max(0, m.Start-60):m.Start] + "<<" + r.Text[m.Start:m.End] + ">>" + r.Text[m.End:min(len(r.Text), m.End+30)]
			examples = append(examples, e)
		}
	}
	if n := weekdays[wrong]; n > 1 && n >= weekdays[told] {
		return nil
	}
	return examples
}

// A label is what the data say of a date.
type label int

const (
	untold label = iota // nothing, or date had no choice
	wrong               // neither reading is right
	told                // one of them is
)

// exampleOf compares what date chose with what is right.
func exampleOf(text string, published time.Time, m date.Mention, want string) (example, label) {
	fields := strings.Fields(m.Rule)
	i := slices.IndexFunc(fields, func(f string) bool { return f == "past" || f == "ahead" })
	if i < 0 || i+1 >= len(fields) || want == "" || len(want) < len(m.Value) {
		return example{}, untold
	}
	chosen := fields[i] == "ahead"
	d := clause.Date{Text: text, Start: m.Start, End: m.End, Kind: fields[i+1], Period: clause.Period(fields[i+1])}
	from := m.From
	if chosen {
		if d.Period == 7 {
			from = from.AddDate(0, 0, -7)
		} else {
			from = from.AddDate(-1, 0, 0)
		}
	}
	d.Back = int(published.Sub(from.Truncate(24*time.Hour)).Hours() / 24)
	right := want[:len(m.Value)] == m.Value
	if !right {
		years, days := 1, 0
		if d.Period == 7 {
			years, days = 0, 7
		}
		if chosen {
			years, days = -years, -days
		}
		if other := m.From.AddDate(years, 0, days).Format("2006-01-02"); !strings.HasPrefix(other, want[:min(len(want), 10)]) {
			return example{date: d}, wrong
		}
	}
	return example{date: d, features: d.Features(), ahead: chosen == right, weight: 1}, told
}
