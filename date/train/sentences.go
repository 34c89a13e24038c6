package main

import (
	"errors"
	"strings"

	"example.org/newstext/date/internal/clause"
	"example.org/newstext/internal/lines"
)

// places are what stands for a date in a sentence, longest first: the words
// put there, the kind of date, and how many days its last occurrence lies back
// where it is meant and where the next one is. News seldom looks far.
var places = []struct {
	mark, words, kind string
	past, ahead       []int
}{
	{"{weekday}", "Thursday", "weekday", []int{1, 2, 3, 4}, []int{2, 3, 4, 5, 6}},
	{"{time}", "9 a.m. Thursday", "weekday", []int{1, 2, 3, 4, 5}, []int{1, 2, 3, 4, 5, 6}},
	{"{month} 9", "October 9", "day", []int{30, 90, 150, 210, 270, 330}, []int{200, 240, 290, 340}},
	{"{month}", "October", "month", []int{30, 90, 150, 210, 270, 330}, []int{180, 240, 290, 340}},
	{"{quarter}", "the third quarter", "quarter", []int{95, 120, 180}, []int{240, 290, 340}},
	{"{season}", "the summer", "season", []int{60, 120, 180}, []int{200, 280, 340}},
	{"{holiday}", "Christmas", "holiday", []int{5, 60, 120, 180}, []int{200, 300, 350, 363}},
}

// readSentences makes examples of a file of sentences, each at every distance.
func readSentences(name string, weight float64) ([]example, error) {
	var examples []example
	err := lines.Each(name, func(line []byte) error {
		label, text, _ := strings.Cut(string(line), " ")
		if label == "" || label == "#" {
			return nil
		}
		more := sentence(text, label == "+", weight)
		if more == nil || label != "+" && label != "-" {
			return errors.New("want + or - and a sentence with a place such as {weekday}")
		}
		examples = append(examples, more...)
		return nil
	})
	return examples, err
}

func sentence(text string, ahead bool, weight float64) (examples []example) {
	for _, p := range places {
		before, behind, ok := strings.Cut(text, p.mark)
		if !ok {
			continue
		}
		distances := p.past
		if ahead {
			distances = p.ahead
		}
		for _, back := range distances {
			d := clause.Date{
				Text: before + p.words + behind, Start: len(before), End: len(before) + len(p.words),
				Kind: p.kind, Back: back, Period: clause.Period(p.kind),
			}
			examples = append(examples, example{date: d, features: d.Features(), ahead: ahead, weight: weight, fold: everyFold})
		}
		return examples
	}
	return nil
}
