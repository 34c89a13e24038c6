// Train makes date/internal/clause/weights.txt: the weights that tell whether
// a date without a year lies behind or ahead.
//
//	go run ./date/train -sentences date/train/sentences.txt FILE... > date/internal/clause/weights.txt
//
// The sentences say what the words of a clause tell by themselves; see their
// file. Each FILE holds JSON lines {"id", "text", "dct": "2019-11-18", "mentions":
// [{"start", "end", "value": "2019-11-14"}]}: offsets in bytes, values as in
// TIMEX3; "corrected", where it stands, is preferred to value. TimeBank and
// AQUAINT (TempEval-3) and MEANTIME in this form give the weights in use.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"log"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"time"

	"example.org/newstext/date"
	"example.org/newstext/date/internal/clause"
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

func main() {
	log.SetFlags(0)
	folds := flag.Int("folds", 5, "parts of the documents, each of which is judged by what the others teach")
	wrong := flag.Bool("wrong", false, "list the dates that cross-validation gets wrong")
	own := flag.String("sentences", "", "file of labelled sentences to learn from as well")
	weight := flag.Float64("weight", 0.05, "what one of them counts, at one distance")
	penalty := flag.Float64("penalty", 0.01, "weight of the L2 penalty")
	flag.Parse()
	var examples []example
	for _, name := range flag.Args() {
		more, err := read(name, *folds)
		if err != nil {
			log.Fatal(err)
		}
		examples = append(examples, more...)
	}
	if *own != "" {
		more, err := readSentences(*own, *weight)
		if err != nil {
			log.Fatal(err)
		}
		examples = append(examples, more...)
	}
	crossValidate(examples, *folds, *penalty, *wrong)
	weights := learn(examples, -1, *penalty)
	fmt.Println("# Made by date/train from sentences.txt, TimeBank, AQUAINT and MEANTIME; above 0 is ahead.")
	for _, name := range slices.Sorted(maps.Keys(weights)) {
		if w := weights[name]; math.Abs(w) >= 0.05 {
			fmt.Printf("%s %.2f\n", name, w)
		}
	}
}

// read makes an example of each mention that date found with the same span
// and had to decide.
func read(name string, folds int) ([]example, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var examples []example
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var r record
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		published, err := time.Parse("2006-01-02", r.DCT[:min(10, len(r.DCT))])
		if err != nil {
			continue
		}
		h := fnv.New32()
		h.Write([]byte(r.ID))
		fold := int(h.Sum32() % uint32(folds))
		gold := map[[2]int]string{}
		for _, m := range r.Mentions {
			gold[[2]int{m.Start, m.End}] = m.Value
			if m.Corrected != "" {
				gold[[2]int{m.Start, m.End}] = m.Corrected
			}
		}
		for _, m := range date.Find(r.Text, published) {
			want := gold[[2]int{m.Start, m.End}]
			if e, ok := exampleOf(r.Text, published, m, want); ok {
				e.fold = fold
				e.text = r.Text[max(0, m.Start-60):m.Start] + "<<" + r.Text[m.Start:m.End] + ">>" + r.Text[m.End:min(len(r.Text), m.End+30)]
				examples = append(examples, e)
			}
		}
	}
	return examples, lines.Err()
}

// exampleOf compares what date chose with what is right. It is false where it
// had no choice, or where neither reading is right.
func exampleOf(text string, published time.Time, m date.Mention, want string) (example, bool) {
	fields := strings.Fields(m.Rule)
	i := slices.IndexFunc(fields, func(f string) bool { return f == "past" || f == "ahead" })
	if i < 0 || i+1 >= len(fields) {
		return example{}, false
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
	if want == "" || len(want) < len(m.Value) {
		return example{}, false
	}
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
			return example{}, false
		}
	}
	return example{date: d, features: d.Features(), ahead: chosen == right, weight: 1}, true
}

// learn fits a logistic regression by gradient descent to all examples but
// those of the fold without.
func learn(examples []example, without int, penalty float64) map[string]float64 {
	weights := map[string]float64{}
	for round := range 300 {
		gradient := map[string]float64{}
		n := 0.0
		for _, e := range examples {
			if e.fold == without {
				continue
			}
			n += e.weight
			y := 0.0
			if e.ahead {
				y = 1
			}
			delta := e.weight * (y - 1/(1+math.Exp(-score(e, weights))))
			for _, f := range e.features {
				gradient[f] += delta
			}
		}
		rate := 6 / (1 + float64(round)/100)
		for f, g := range gradient {
			weights[f] += rate * (g/n - penalty/10*weights[f])
		}
	}
	return weights
}

func score(e example, weights map[string]float64) float64 {
	sum := 0.0
	for _, f := range e.features {
		sum += weights[f]
	}
	return sum
}

// crossValidate prints how many dates are right that nothing was learned from.
func crossValidate(examples []example, folds int, penalty float64, list bool) {
	var n, right, ahead int
	for fold := range folds {
		weights := learn(examples, fold, penalty)
		for _, e := range examples {
			if e.fold != fold {
				continue
			}
			n++
			if e.ahead {
				ahead++
			}
			if score(e, weights) > 0 == e.ahead {
				right++
			} else if list {
				log.Printf("ahead %v: %q %v", e.ahead, e.text, e.features)
			}
		}
	}
	log.Printf("%d dates, %d ahead, %d right by what the other folds teach", n, ahead, right)
}
