package main

import (
	"cmp"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"flag"
	"slices"

	"example.org/newstext/dedup"
)

// joinFlags are the flags of dedup for the commands that do its work in steps.
// Clusters and pairs have different defaults, so the result has to be named.
type joinFlags struct {
	likeness
	out choice
}

func (f *joinFlags) register(flags *flag.FlagSet) {
	f.out = choice{"clusters", "clusters", "pairs"}
	flags.Var(&f.out, "out", "for `OUT`: clusters or pairs")
	f.likeness.register(flags)
}

func (f *joinFlags) clusters() bool { return f.out.value() == "clusters" }

// complete returns the options with nothing left open.
func (f *joinFlags) complete() (dedup.Options, error) {
	if err := f.settle(); err != nil {
		return dedup.Options{}, err
	}
	o := f.options
	o.Workers = 1
	if f.clusters() {
		return o.ForClusters(), nil
	}
	o.Words = cmp.Or(o.Words, dedup.DefaultWords)
	o.Threshold = cmp.Or(o.Threshold, dedup.DefaultThreshold)
	return o, nil
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
