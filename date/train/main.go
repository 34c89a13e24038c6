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
	"flag"
	"fmt"
	"io"
	"log"
	"maps"
	"math"
	"os"
	"slices"
)

func main() {
	log.SetFlags(0)
	if err := run(os.Stdout, os.Stderr, os.Args[1:]); err != nil {
		log.Fatal(err)
	}
}

// run writes the weights, and what cross-validation says of them to report.
func run(weights, report io.Writer, args []string) error {
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	flags.SetOutput(report)
	folds := flags.Int("folds", 5, "parts of the documents, each of which is judged by what the others teach")
	list := flags.Bool("wrong", false, "list the dates that cross-validation gets wrong")
	own := flags.String("sentences", "", "file of labelled sentences to learn from as well")
	weight := flags.Float64("weight", 0.05, "what one of them counts, at one distance")
	penalty := flags.Float64("penalty", 0.01, "weight of the L2 penalty")
	if err := flags.Parse(args); err != nil {
		return err
	}
	var examples []example
	for _, name := range flags.Args() {
		more, err := read(name, *folds)
		if err != nil {
			return err
		}
		examples = append(examples, more...)
	}
	if *own != "" {
		more, err := readSentences(*own, *weight)
		if err != nil {
			return err
		}
		examples = append(examples, more...)
	}
	v := crossValidate(examples, *folds, *penalty)
	if *list {
		for _, e := range v.wrong {
			fmt.Fprintf(report, "ahead %v: %q %v\n", e.ahead, e.text, e.features)
		}
	}
	fmt.Fprintf(report, "%d dates, %d ahead, %d right by what the other folds teach\n", v.dates, v.ahead, v.dates-len(v.wrong))
	return write(weights, learn(examples, none, *penalty))
}

// write writes the weights that count, in order of their names.
func write(w io.Writer, weights map[string]float64) error {
	out := []byte("# Made by date/train from sentences.txt, TimeBank, AQUAINT and MEANTIME; above 0 is ahead.\n")
	for _, name := range slices.Sorted(maps.Keys(weights)) {
		if n := weights[name]; math.Abs(n) >= 0.05 {
			out = fmt.Appendf(out, "%s %.2f\n", name, n)
		}
	}
	_, err := w.Write(out)
	return err
}
