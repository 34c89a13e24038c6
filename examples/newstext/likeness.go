package main

import (
	"flag"
	"fmt"

	"example.org/newstext/dedup"
)

// likeness are the flags that say when two texts are alike, the same for dedup
// and for the commands that do its work in steps.
type likeness struct {
	fold    choice
	options dedup.Options
}

func (l *likeness) register(flags *flag.FlagSet) {
	l.fold = choice{"full", "full", "case"}
	flags.Var(&l.fold, "fold", "words are compared under `FOLD`: full or case")
	flags.Float64Var(&l.options.Threshold, "threshold", 0, "least Jaccard similarity `T` (default 0.5, clusters 0.4)")
	flags.IntVar(&l.options.Words, "shingle", 0, "compare sets of `N` words in a row (default 2, clusters 1)")
	flags.IntVar(&l.options.MinWords, "min-words", 0, "no units and passages of fewer words than `N`")
	flags.BoolVar(&l.options.Approx, "approx", false, "compare only what sketches say is near; some are missed")
}

// settle completes the options once the flags are parsed, and refuses what no
// join can do.
func (l *likeness) settle() error {
	switch {
	case l.options.Threshold < 0 || l.options.Threshold > 1:
		return usageError{fmt.Errorf("-threshold %g: must be from 0 to 1", l.options.Threshold)}
	case l.options.Words < 0:
		return usageError{fmt.Errorf("-shingle %d: must not be negative", l.options.Words)}
	}
	if l.fold.value() == "case" {
		l.options.Fold = dedup.Case
	}
	return nil
}
