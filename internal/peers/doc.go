// Peers sets the packages of this module beside other Go libraries for the same
// jobs. The benchmarks print one table:
//
//	go test -bench . ./...        (in this folder)
//
// All of a group read the same text: the sample corpus, or a page made of it.
// What each of them does is not the same (most peers answer less, see the
// comments); the figures say what the nearest thing costs.
//
// The program in this folder is for quality: it extracts article text with
// another library, for internal/bench to score:
//
//	go run . trafilatura < pages.jsonl > predictions.jsonl
package main
