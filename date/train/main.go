// Train makes date/internal/clause/weights.txt: the weights that tell whether
// a date without a year lies behind or ahead.
//
//	go run ./date/train FILE... > date/internal/clause/weights.txt
//
// Each FILE holds JSON lines {"id", "text", "dct": "2019-11-18", "mentions":
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
	features []string
	ahead    bool
	held     bool // not learned from, only counted
}

func main() {
	log.SetFlags(0)
	half := flag.Bool("half", false, "learn from one half of the documents and report on the other")
	penalty := flag.Float64("penalty", 0.01, "weight of the L2 penalty")
	flag.Parse()
	var examples []example
	for _, name := range flag.Args() {
		more, err := read(name, *half)
		if err != nil {
			log.Fatal(err)
		}
		examples = append(examples, more...)
	}
	weights := learn(examples, *penalty)
	report(examples, weights)
	fmt.Println("# Made by date/train from TimeBank, AQUAINT and MEANTIME; above 0 is ahead.")
	for _, name := range slices.Sorted(maps.Keys(weights)) {
		if w := weights[name]; math.Abs(w) >= 0.05 {
			fmt.Printf("%s %.2f\n", name, w)
		}
	}
}

// read makes an example of each mention that date found with the same span
// and had to decide.
func read(name string, half bool) ([]example, error) {
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
		held := half && h.Sum32()%2 == 1
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
				e.held = held
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
	return example{features: d.Features(), ahead: chosen == right}, true
}

// learn fits a logistic regression by gradient descent.
func learn(examples []example, penalty float64) map[string]float64 {
	weights := map[string]float64{}
	for round := range 300 {
		gradient := map[string]float64{}
		n := 0.0
		for _, e := range examples {
			if e.held {
				continue
			}
			n++
			y := 0.0
			if e.ahead {
				y = 1
			}
			delta := y - 1/(1+math.Exp(-score(e, weights)))
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

// report prints how many dates are right on either side.
func report(examples []example, weights map[string]float64) {
	var n, ok, ahead [2]int
	for _, e := range examples {
		side := 0
		if e.held {
			side = 1
		}
		n[side]++
		if e.ahead {
			ahead[side]++
		}
		if score(e, weights) > 0 == e.ahead {
			ok[side]++
		}
	}
	for side, name := range []string{"learned", "held out"} {
		log.Printf("%s: %d dates, %d ahead, %d right", name, n[side], ahead[side], ok[side])
	}
}
