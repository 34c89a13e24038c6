// Peers sets the packages of this module beside other Go libraries for the same
// jobs. The benchmarks print one table:
//
//	go test -bench . ./...        (in this folder)
//
// All of a group read the same text: the sample corpus, or a page made of it.
// What each of them does is not the same (most peers answer less, see the
// comments); the figures say what the nearest thing costs.
//
// The program in this folder is for quality: it prints for each extractor of
// articles page F1 on the pages of a folder as internal/bench has them, and its
// time on one core in times that of html.Parse (on a quiet machine):
//
//	go run . -data FOLDER
//
// With the name of one of them it extracts the text of pages:
//
//	go run . trafilatura < pages.jsonl > predictions.jsonl
package main
