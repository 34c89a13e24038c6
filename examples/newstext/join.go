package main

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"slices"

	"example.org/newstext/dedup"
)

// joinFlags are the flags of dedup for the commands that do its work in steps.
// Clusters and pairs have different defaults, so the result has to be named.
type joinFlags struct {
	out       choice
	fold      choice
	threshold float64
	words     int
	minWords  int
	approx    bool
}

func (f *joinFlags) register(flags *flag.FlagSet) {
	f.out = choice{"clusters", "clusters", "pairs"}
	f.fold = choice{"full", "full", "case"}
	flags.Var(&f.out, "out", "for `OUT`: clusters or pairs")
	flags.Var(&f.fold, "fold", "words are compared under `FOLD`: full or case")
	flags.Float64Var(&f.threshold, "threshold", 0, "least Jaccard similarity `T` (default 0.4, pairs 0.5)")
	flags.IntVar(&f.words, "shingle", 0, "compare sets of `N` words in a row (default 1, pairs 2)")
	flags.IntVar(&f.minWords, "min-words", 0, "no units of fewer words than `N`")
	flags.BoolVar(&f.approx, "approx", false, "candidates from the bands of sketches")
}

func (f *joinFlags) clusters() bool { return f.out.value() == "clusters" }

// options returns the options with nothing left open.
func (f *joinFlags) options() (dedup.Options, error) {
	if err := checkJoin(f.threshold, f.words); err != nil {
		return dedup.Options{}, err
	}
	o := dedup.Options{Threshold: f.threshold, Words: f.words, MinWords: f.minWords, Approx: f.approx, Workers: 1}
	if f.fold.value() == "case" {
		o.Fold = dedup.Case
	}
	if f.clusters() {
		return o.ForClusters(), nil
	}
	if o.Words == 0 {
		o.Words = dedup.DefaultWords
	}
	if o.Threshold == 0 {
		o.Threshold = dedup.DefaultThreshold
	}
	return o, nil
}

// checkJoin refuses what no join can do.
func checkJoin(threshold float64, words int) error {
	switch {
	case threshold < 0 || threshold > 1:
		return usageError{fmt.Errorf("-threshold %g: must be from 0 to 1", threshold)}
	case words < 0:
		return usageError{fmt.Errorf("-shingle %d: must not be negative", words)}
	}
	return nil
}

// set returns the set to compare, with the slots of all tokens under which the
// join looks.
func (f *joinFlags) set(o dedup.Options, shingles []uint64, counts []uint32) *setRecord {
	set := o.Set(shingles, counts)
	looked := set.Tokens
	if !f.clusters() {
		looked = looked[:set.Sought]
	}
	return &setRecord{Size: set.Size, Filed: set.Filed, Sought: set.Sought, Tokens: set.Tokens, Slots: slots(looked)}
}

// slots returns the low bits of tokens, each once.
func slots(tokens []uint64) []int32 {
	low := make([]int32, len(tokens))
	for i, t := range tokens {
		low[i] = int32(t & (1<<24 - 1))
	}
	slices.Sort(low)
	return slices.Compact(low)
}

// packed are numbers as text: eight bytes each, the least first, in base64.
type packed []uint64

func (p packed) MarshalText() ([]byte, error) {
	data := make([]byte, 0, 8*len(p))
	for _, n := range p {
		data = binary.LittleEndian.AppendUint64(data, n)
	}
	return base64.StdEncoding.AppendEncode(nil, data), nil
}

func (p *packed) UnmarshalText(text []byte) error {
	data, err := base64.StdEncoding.AppendDecode(nil, text)
	if err != nil {
		return err
	}
	if len(data)%8 != 0 {
		return errors.New("numbers have eight bytes each")
	}
	*p = make(packed, 0, len(data)/8)
	for ; len(data) > 0; data = data[8:] {
		*p = append(*p, binary.LittleEndian.Uint64(data))
	}
	return nil
}
