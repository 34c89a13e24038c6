package dedup_test

import (
	"fmt"

	"example.org/newstext/dedup"
)

// twoReports are a report and an edited copy.
var twoReports = []string{
	"Gold closed at $1,468.20 an ounce in London on Monday.",
	"Gold finished at $1,468.20 an ounce in London on Monday, dealers said.",
}

func ExampleOptions_Shingles() {
	o := dedup.Options{Words: 1}
	fmt.Printf("%016x\n", o.Shingles("Gold, gold and silver"))
	// Output:
	// [c8d2521578b52ea7 c8d2521578b52ea7 fcaf006c34ca5383 a4bda7b7d9bcd896]
}

func ExampleOptions_ForClusters() {
	o := dedup.Options{}.ForClusters()
	fmt.Println(o.Words, o.Threshold)
	// Output:
	// 1 0.4
}

func ExampleOptions_Set() {
	o := dedup.Options{Words: 1}
	shingles := o.Shingles("gold gold and silver")
	set := o.Set(shingles, []uint32{7, 7, 90, 1}) // silver stands nowhere else
	fmt.Printf("%d shingles, shared %016x, rarest first\n", set.Size, set.Tokens)
	fmt.Println("filed under", set.Filed, "and looking under", set.Sought)
	// Output:
	// 3 shingles, shared [0007c8d2521578b5 005afcaf006c34ca], rarest first
	// filed under 1 and looking under 1
}

func ExampleOptions_Lies() {
	o := dedup.Options{}
	fmt.Println(o.Lies("Gold closed at $1,468.20", twoReports[0]))
	fmt.Println(o.Lies("London closed an ounce at Gold on", twoReports[0]))
	// Output:
	// true
	// false
}

func ExampleShard_Meet() {
	o := dedup.Options{Words: 1}
	// Each process has the counts of its shingles from a step before.
	counts := map[uint64]uint32{}
	for _, text := range twoReports {
		for _, h := range o.Shingles(text) {
			counts[h]++
		}
	}
	shard := dedup.Shard{Options: o}
	var members []dedup.Member
	for i, text := range twoReports {
		shingles := o.Shingles(text)
		times := make([]uint32, len(shingles))
		for n, h := range shingles {
			times[n] = counts[h]
		}
		set := o.Set(shingles, times)
		shard.Filed += set.Filed
		members = append(members, dedup.Member{ID: fmt.Sprint("report ", i+1), Set: set})
	}
	for _, m := range shard.Meet(members) {
		for _, found := range m.Found {
			fmt.Printf("%s, %s: %.2f\n", m.ID, found.ID, found.Similarity)
		}
	}
	// Output:
	// report 2, report 1: 0.69
}

func ExampleShard_Choose() {
	shard := dedup.Shard{Options: dedup.Options{}.ForClusters(), Clusters: true}
	chosen, crowded := shard.Choose([]dedup.Meeting{
		{ID: "a", Met: []dedup.Count{{Token: 1, Texts: 128}}, Found: []dedup.Candidate{{Token: 1, Place: 90, ID: "b", Similarity: 0.5}}},
		{ID: "a", Met: []dedup.Count{{Token: 2, Texts: 128}}, Found: []dedup.Candidate{{Token: 2, Place: 1, ID: "c", Similarity: 0.8}}},
	})
	fmt.Println(chosen, crowded)
	// Output:
	// [{1 90 b 0.5}] false
}

func ExampleCut() {
	nodes := []dedup.Node{{ID: "a", Copies: 1}, {ID: "b", Copies: 1}, {ID: "c", Copies: 1}}
	links := []dedup.Link{
		{A: "a", B: "b", Similarity: 0.6},
		{A: "a", B: "c", Similarity: 0.9, Update: true},
	}
	fmt.Println(dedup.Cut(nodes, links))
	// Output:
	// [[a b] [c]]
}
