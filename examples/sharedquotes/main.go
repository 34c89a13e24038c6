// Sharedquotes prints what two articles share, byte for byte, and who is quoted
// in it: the smallest complete program on these packages.
//
//	go run ./examples/sharedquotes [FILE FILE]
//
// Without files it compares two of the sample articles.
package main

import (
	"fmt"
	"log"
	"os"

	"example.org/newstext/dedup"
	"example.org/newstext/examples/corpus"
	"example.org/newstext/quote"
)

func main() {
	log.SetFlags(0)
	a, b := corpus.Articles()[0].Text, corpus.Articles()[1].Text
	switch len(os.Args) {
	case 1:
	case 3:
		a, b = read(os.Args[1]), read(os.Args[2])
	default:
		log.Fatal("usage: sharedquotes [FILE FILE]")
	}
	printShared(a, b)
}

// printShared prints each passage as it stands in a, with its bytes in both texts,
// and below it who is quoted in it.
func printShared(a, b string) {
	quotations := quote.Find(a)
	for _, p := range dedup.Shared(a, b, 0) {
		fmt.Printf("%d-%d = %d-%d: %s\n", p.AStart, p.AEnd, p.BStart, p.BEnd, a[p.AStart:p.AEnd])
		for _, q := range quotations {
			if p.AStart < q.BodyEnd && q.BodyStart < p.AEnd {
				who := q.Speaker
				fmt.Printf("    %s: %s\n", a[who.NameStart:who.NameEnd], a[q.BodyStart:q.BodyEnd])
			}
		}
	}
}

func read(file string) string {
	text, err := os.ReadFile(file)
	if err != nil {
		log.Fatal(err)
	}
	return string(text)
}
