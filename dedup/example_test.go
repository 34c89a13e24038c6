package dedup_test

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"example.org/newstext/dedup"
)

// reports are a report, the same with other punctuation, a shorter one and the
// next day's.
var reports = map[string]string{
	"agency": "Gold closed at $1,468.20 an ounce in London on Monday, up 0.4 percent, as investors waited for the U.S. jobs report.",
	"paper":  "Gold closed at $1,468.20 an ounce in London on Monday, up 0.4 percent, as investors waited for the US jobs report",
	"radio":  "Gold finished at $1,468.20 an ounce in London on Monday, up 0.4 percent, while investors awaited the US jobs report.",
	"later":  "Gold closed at $1,471.90 an ounce in London on Tuesday, up 0.3 percent, as investors waited for the U.S. jobs report.",
}

func ExamplePairs() {
	ctx := context.Background()
	for pair := range dedup.Pairs(ctx, maps.All(reports), dedup.Options{}) {
		fmt.Printf("%s, %s: %.2f %v %v\n", pair.A, pair.B, pair.Similarity, pair.Relation, pair.Facts)
	}
	// Unordered output:
	// agency, paper: 1.00 copy []
	// agency, radio: 0.50 edited []
	// paper, radio: 0.50 edited []
	// agency, later: 0.54 update [{1,468.20 1,471.90} {Monday Tuesday} {0.4 0.3}]
	// later, paper: 0.54 update [{1,471.90 1,468.20} {Tuesday Monday} {0.3 0.4}]
}

func ExampleClusters() {
	for _, cluster := range dedup.Clusters(context.Background(), maps.All(reports), dedup.Options{}) {
		fmt.Println(cluster)
	}
	// Output:
	// [agency paper radio]
	// [later]
}

func ExampleIndex() {
	index := dedup.NewIndex[string](dedup.Options{})
	for key, text := range reports {
		index.Add(key, text)
	}
	index.Remove("later")
	for _, hit := range index.Near("gold closed at $1,468.20 an ounce in London on Monday, up 0.4 percent") {
		fmt.Printf("%s %.1f\n", hit.Key, hit.Similarity)
	}
	fmt.Println(index.Len(), "texts")
	// Output:
	// agency 0.6
	// paper 0.6
	// 3 texts
}

func ExampleOptions_Sum() {
	o := dedup.Options{}
	agency, paper := o.Sum(reports["agency"]), o.Sum(reports["paper"])
	fmt.Println(agency == paper)
	fmt.Printf("%.1f\n", agency.Similarity(o.Sum(reports["radio"])))
	// Output:
	// true
	// 0.6
}

func ExampleSketch_Bands() {
	o := dedup.Options{}
	agency := slices.Collect(o.Sum(reports["agency"]).Bands(0.5))
	radio := slices.Collect(o.Sum(reports["radio"]).Bands(0.5))
	shared := 0
	for _, key := range radio {
		if slices.Contains(agency, key) {
			shared++
		}
	}
	fmt.Println(len(agency), "keys,", shared > 0)
	// Output: 21 keys, true
}

func ExampleSketch_MarshalBinary() {
	sketch := dedup.Options{}.Sum(reports["agency"])
	data, _ := sketch.MarshalBinary() // never fails
	var stored dedup.Sketch
	err := stored.UnmarshalBinary(data)
	fmt.Println(len(data), "bytes,", stored == sketch, err)
	// Output: 256 bytes, true <nil>
}
