package dedup_test

import (
	"fmt"

	"example.org/newstext/dedup"
)

// newIndex holds the reports of the other examples.
func newIndex() *dedup.Index[string] {
	index := dedup.NewIndex[string](dedup.Options{})
	for key, text := range reports {
		index.Add(key, text)
	}
	return index
}

// The key may be of any ordered type.
func ExampleNewIndex() {
	index := dedup.NewIndex[int](dedup.Options{Threshold: 0.8})
	index.Add(17, "The ferry to Tarvik stays in port until the gale has passed.")
	fmt.Println(index.Near("“The ferry to Tarvik stays in port until the gale has passed.”"))
	// Output:
	// [{17 1}]
}

// A text that is added again takes the place of what its key had.
func ExampleIndex_Add() {
	index := newIndex()
	index.Add("radio", "Gold is not traded today because of a holiday in London.")
	fmt.Println(index.Len())
	for _, hit := range index.Near("Gold isn't traded; today because of a holiday in London.") {
		fmt.Println(hit.Key)
	}
	// Output:
	// 4
	// radio
}

// Hits are estimates from sketches: Pairs and Shared are exact.
func ExampleIndex_Near() {
	for _, hit := range newIndex().Near(reports["agency"]) {
		fmt.Printf("%s %.2f\n", hit.Key, hit.Similarity)
	}
	// Output:
	// agency 1.00
	// paper 1.00
	// radio 0.58
}

func ExampleIndex_Remove() {
	index := newIndex()
	index.Remove("agency")
	for _, hit := range index.Near(reports["agency"]) {
		fmt.Println(hit.Key)
	}
	// Output:
	// paper
	// radio
}

func ExampleIndex_Len() {
	index := newIndex()
	index.Remove("later")
	fmt.Println(index.Len())
	// Output:
	// 3
}

// The similarity of sketches is an estimate of that of the texts.
func ExampleSketch_Similarity() {
	var o dedup.Options
	agency := o.Sum(reports["agency"])
	fmt.Printf("%.2f %.2f\n", agency.Similarity(o.Sum(reports["paper"])), agency.Similarity(o.Sum(reports["later"])))
	// Output:
	// 1.00 0.47
}

func ExampleSketch_UnmarshalBinary() {
	data, _ := dedup.Options{}.Sum(reports["agency"]).MarshalBinary()
	var s dedup.Sketch
	fmt.Println(s.UnmarshalBinary(data), s == dedup.Options{}.Sum(reports["paper"]))
	fmt.Println(s.UnmarshalBinary(data[:100]))
	// Output:
	// <nil> true
	// dedup: a sketch has 256 bytes
}

func ExampleRelation_String() {
	for _, r := range []dedup.Relation{dedup.Copy, dedup.Edited, dedup.Contains, dedup.Update} {
		fmt.Println(r.String())
	}
	// Output:
	// copy
	// edited
	// contains
	// update
}
