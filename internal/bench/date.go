package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A dated text has the time expressions that people marked in it.
type dated struct {
	ID       string    `json:"id"`
	Text     string    `json:"text"`
	DCT      string    `json:"dct"` // when the document was written
	Ref      string    `json:"ref"` // the same, in the tables of other libraries
	Mentions []mention `json:"mentions"`
}

func (d dated) published() string {
	if d.Ref != "" {
		return d.Ref
	}
	return d.DCT
}

type mention struct {
	Start     int       `json:"start"`
	End       int       `json:"end"`
	Text      string    `json:"text"`
	Type      string    `json:"type"`
	Value     string    `json:"value"`
	Mod       string    `json:"mod"`
	Corrected string    `json:"corrected"` // a value mended by hand, right beside Value
	Also      []string  `json:"also"`      // further values that are right
	Optional  bool      `json:"optional"`  // neither required nor wrong
	Alts      []reading `json:"alts"`      // of a unit: the intervals that are right
}

type dateAnswer struct {
	ID       string `json:"id"`
	Mentions []struct {
		mention
		From string `json:"from"`
		To   string `json:"to"`
	} `json:"mentions"`
}

func dateRows(b *bench) (rows []row) {
	files, _ := filepath.Glob(filepath.Join(b.data, "date", "*.jsonl*")) // the pattern is sound
	for _, file := range files {
		name, _, _ := strings.Cut(filepath.Base(file), ".")
		read := func() ([]dated, error) { return load[dated](file) }
		if unit, ok := strings.CutPrefix(name, "units_"); ok {
			rows = append(rows, row{"units " + unit, func(ctx context.Context) (string, error) {
				return measureUnits(ctx, b, read)
			}})
			continue
		}
		rows = append(rows, documentRows(b, name, read)...)
	}
	folders, _ := filepath.Glob(filepath.Join(b.data, "date", "*"))
	for _, folder := range folders {
		if info, err := os.Stat(folder); err != nil || !info.IsDir() {
			continue
		}
		read := func() ([]dated, error) { return loadTimeML(folder) }
		rows = append(rows, documentRows(b, filepath.Base(folder), read)...)
	}
	return rows
}

func documentRows(b *bench, name string, read func() ([]dated, error)) []row {
	rows := []row{{name, func(ctx context.Context) (string, error) {
		return measureDates(ctx, b, read, false)
	}}}
	if docs, err := read(); err == nil && slices.ContainsFunc(docs, func(d dated) bool {
		return slices.ContainsFunc(d.Mentions, func(m mention) bool { return m.Corrected != "" })
	}) {
		rows = append(rows, row{name + " corrected", func(ctx context.Context) (string, error) {
			return measureDates(ctx, b, read, true)
		}})
	}
	return rows
}

// dates runs the command on the documents.
func dates(ctx context.Context, b *bench, docs []dated, preset string) (map[string]dateAnswer, error) {
	articles := make([]article, len(docs))
	for i, d := range docs {
		articles[i] = article{ID: d.ID, Text: d.Text, Published: d.published()}
	}
	answers, err := newstext[dateAnswer](ctx, b, articles, "dates", "-jsonl", "-preset", preset)
	return byID(answers, func(a dateAnswer) string { return a.ID }), err
}

type dateFigures struct {
	gold, predicted                       int
	strictGold, strictPredicted           int
	relaxedGold, relaxedPredicted         int
	values, lenient                       int
	mods, modsRight                       int
	weekdays, weekdaysRight               int
	months, monthsRight, calendar, framed int
}

// measureDates prints the measures of TempEval-3: precision counts answers
// that share a token with the gold, recall the reverse; a value is read from
// the answer with the same span, else from the first that overlaps.
func measureDates(ctx context.Context, b *bench, read func() ([]dated, error), corrected bool) (string, error) {
	docs, err := read()
	if err != nil {
		return "", err
	}
	answers, err := dates(ctx, b, docs, "news")
	if err != nil {
		return "", err
	}
	var f dateFigures
	for _, d := range docs {
		f.add(d, answers[d.ID], corrected)
	}
	sp, sr, sf := f1(f.strictPredicted, f.predicted, f.strictGold, f.gold)
	rp, rr, rf := f1(f.relaxedPredicted, f.predicted, f.relaxedGold, f.gold)
	n := max(1, f.relaxedGold)
	line := fmt.Sprintf("strict P %.2f R %.2f F1 %.2f | relaxed P %.2f R %.2f F1 %.2f | value acc %.2f F1 %.2f (lenient F1 %.2f)",
		100*sp, 100*sr, 100*sf, 100*rp, 100*rr, 100*rf,
		100*ratio(f.values, n), 100*rf*ratio(f.values, n), 100*rf*ratio(f.lenient, n))
	if f.mods > 0 {
		line += fmt.Sprintf(" | mod %d of %d matched gold mods equal", f.modsRight, f.mods)
	}
	if f.weekdays+f.months > 0 {
		line += fmt.Sprintf(" | classes bare weekdays %d right %.1f%%, bare months %d right %.1f%%",
			f.weekdays, 100*ratio(f.weekdaysRight, max(1, f.weekdays)), f.months, 100*ratio(f.monthsRight, max(1, f.months)))
	}
	if f.calendar > 0 {
		line += fmt.Sprintf(" | interval from and to equal the value's in %.1f%% of %d", 100*ratio(f.framed, f.calendar), f.calendar)
	}
	return line, nil
}

// tokens are words of ASCII letters, digits and _, and single other bytes.
var token = regexp.MustCompile(`[0-9A-Za-z_]+|[^0-9A-Za-z_\s]`)

// a cover is the range of tokens that a span touches.
func cover(tokens [][]int, start, end int) span {
	first := slices.IndexFunc(tokens, func(t []int) bool { return t[1] > start && t[0] < end })
	if first < 0 {
		return span{}
	}
	last := first
	for last < len(tokens) && tokens[last][0] < end {
		last++
	}
	return span{first, last}
}

func (s span) overlaps(t span) bool { return s.start < t.end && t.start < s.end }

func (f *dateFigures) add(d dated, answer dateAnswer, corrected bool) {
	tokens := token.FindAllStringIndex(asBytes(d.Text), -1)
	var gold []mention
	var goldSpans, optional, predicted []span
	for _, m := range d.Mentions {
		if m.Optional {
			optional = append(optional, cover(tokens, m.Start, m.End))
			continue
		}
		gold = append(gold, m)
		goldSpans = append(goldSpans, cover(tokens, m.Start, m.End))
	}
	got := answer.Mentions[:0:0]
	for _, m := range answer.Mentions {
		s := cover(tokens, m.Start, m.End)
		if slices.ContainsFunc(optional, s.overlaps) && !slices.ContainsFunc(goldSpans, s.overlaps) {
			continue
		}
		got = append(got, m)
		predicted = append(predicted, s)
		if slices.Contains(goldSpans, s) {
			f.strictPredicted++
		}
		if slices.ContainsFunc(goldSpans, s.overlaps) {
			f.relaxedPredicted++
		}
	}
	f.gold += len(gold)
	f.predicted += len(got)
	for i, m := range gold {
		k := slices.Index(predicted, goldSpans[i])
		if k >= 0 {
			f.strictGold++
		} else if k = slices.IndexFunc(predicted, goldSpans[i].overlaps); k < 0 {
			continue
		}
		f.relaxedGold++
		f.attributes(m, got[k].mention, got[k].From, got[k].To, corrected)
	}
}

func (f *dateFigures) attributes(gold, got mention, from, to string, corrected bool) {
	want := append([]string{gold.Value}, gold.Also...)
	if corrected && gold.Corrected != "" {
		want = append(want, gold.Corrected)
	}
	count := func(n *int, ok bool) {
		if ok {
			*n++
		}
	}
	right := slices.ContainsFunc(want, func(w string) bool { return canonical(w) == canonical(got.Value) })
	count(&f.values, slices.Contains(want, got.Value))
	count(&f.lenient, right)
	switch text := strings.TrimSpace(gold.Text); {
	case weekday.MatchString(text):
		f.weekdays++
		count(&f.weekdaysRight, right)
	case month.MatchString(text):
		f.months++
		count(&f.monthsRight, right)
	}
	if gold.Mod != "" {
		f.mods++
		count(&f.modsRight, got.Mod == gold.Mod)
	}
	if first, after, ok := interval(got.Value); ok && right && gold.Mod == "" {
		f.calendar++
		count(&f.framed, firstBytes(from, 10) == first && firstBytes(to, 10) == after)
	}
}

func firstBytes(s string, n int) string { return s[:min(n, len(s))] }

// asBytes makes each byte that is not ASCII a character of its own width.
func asBytes(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 0x80 {
			b[i] = '.'
		}
	}
	return string(b)
}

var (
	weekday = regexp.MustCompile(`(?i)^(mon|tues|wednes|thurs|fri|satur|sun)day$`)
	month   = regexp.MustCompile(`(?i)^(january|february|march|april|may|june|july|august|september|october|november|december)$`)

	duration = regexp.MustCompile(`^P(\d+)(D|W|M|Y|DE|CE)$`)
	hours    = regexp.MustCompile(`^PT(\d+)H$`)
	seconds  = regexp.MustCompile(`(T\d\d:\d\d):00$`)
	decade   = regexp.MustCompile(`^(\d{3})X$`)
)

// canonical writes values that denote the same time in one way: P7D and P1W,
// P10Y and P1DE, 198X and 198.
func canonical(v string) string {
	v = strings.ToUpper(strings.TrimSpace(v))
	if m := duration.FindStringSubmatch(v); m != nil {
		n, _ := strconv.Atoi(m[1])
		switch m[2] {
		case "W":
			return fmt.Sprintf("P%dD", 7*n)
		case "Y":
			return fmt.Sprintf("P%dM", 12*n)
		case "DE":
			return fmt.Sprintf("P%dM", 120*n)
		case "CE":
			return fmt.Sprintf("P%dM", 1200*n)
		}
		return v
	}
	if m := hours.FindStringSubmatch(v); m != nil {
		if n, _ := strconv.Atoi(m[1]); n%24 == 0 {
			return fmt.Sprintf("P%dD", n/24)
		}
	}
	if rest, ok := strings.CutSuffix(v, "T24:00"); ok {
		v = rest + "T00:00"
	}
	v = strings.TrimSuffix(seconds.ReplaceAllString(v, "$1"), "Z")
	if m := decade.FindStringSubmatch(v); m != nil {
		return m[1]
	}
	return v
}

// interval returns the first day of a calendar value and the day after its last.
func interval(v string) (from, to string, ok bool) {
	var y, n, d int
	var start, end time.Time
	scan := func(format string, args ...any) bool {
		k, err := fmt.Sscanf(v, format, args...)
		return err == nil && k == len(args)
	}
	date := func(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
	switch {
	case len(v) == 4 && scan("%4d", &y):
		start, end = date(y, 1, 1), date(y+1, 1, 1)
	case len(v) == 7 && v[5] == 'Q' && scan("%4d-Q%1d", &y, &n) && n >= 1 && n <= 4:
		start, end = date(y, 3*n-2, 1), date(y, 3*n+1, 1)
	case len(v) == 8 && v[5] == 'W' && scan("%4d-W%2d", &y, &n):
		start = date(y, 1, 4)
		start = start.AddDate(0, 0, 7*(n-1)-(int(start.Weekday())+6)%7)
		if iy, iw := start.ISOWeek(); iy != y || iw != n {
			return "", "", false
		}
		end = start.AddDate(0, 0, 7)
	case len(v) == 7 && scan("%4d-%2d", &y, &n) && n >= 1 && n <= 12:
		start, end = date(y, n, 1), date(y, n+1, 1)
	case len(v) == 10 && scan("%4d-%2d-%2d", &y, &n, &d):
		start = date(y, n, d)
		if start.Format(time.DateOnly) != v {
			return "", "", false
		}
		end = start.AddDate(0, 0, 1)
	default:
		return "", "", false
	}
	if y == 0 {
		return "", "", false
	}
	return start.Format(time.DateOnly), end.Format(time.DateOnly), true
}
