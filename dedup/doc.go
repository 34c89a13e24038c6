// Package dedup finds what was seen before: near copies among many texts, the
// passages that two texts share, and whether a text that looks like a copy
// brings news.
//
//   - [Pairs] lists every two texts that are alike, [Clusters] sorts texts into
//     groups of the same story.
//   - [Shared], [Repeats] and [Reuses] name the passages that texts have in
//     common, in bytes; [Diff] shows the words that differ.
//   - [Index] finds the texts near a new one, in memory; [Store] does on disk,
//     and [View] reads a store from other processes.
//   - [Options.Sum] makes a [Sketch], a text in 256 bytes, for those who keep
//     their own index.
//
// # Likeness
//
// A text is the set of its shingles, runs of [Options].Words words, and two
// texts are as alike as the Jaccard similarity of their sets: what they share,
// divided by all that stands in either. What counts as the same word is a
// matter of the [Fold].
//
// # Copies and updates
//
// Tomorrow's market report has the words of today's, and is no copy. A
// [Relation] tells the two apart by facts: numbers with their scale, names,
// weekdays and months. Facts of one text in whose place the other has
// different ones make it an [Update], if they are a quarter of the facts; three
// and 3, $1 million and $1m, U.S. and United States, Smith and John Smith,
// Organisation and Organization are the same. The words of facts are those of
// English.
//
// # Limits
//
// A name that begins a sentence counts as a fact only if it is an acronym,
// since any word has a capital there: "Toyota recalled 300 cars" and "Nissan
// recalled 300 cars" pass for edits of each other. So do "called off the strike"
// and "confirmed the strike": only single words have opposites. A translation is
// not found.
package dedup
