package dedup_test

import (
	"fmt"
	"log"
	"os"
	"strings"

	"example.org/newstext/dedup"
	"example.org/newstext/examples/corpus"
)

// A program that runs every day keeps the paragraphs that it has seen on disk.
func ExampleStore() {
	dir, err := os.MkdirTemp("", "paragraphs")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	store, err := dedup.Open(dir, dedup.Options{Threshold: 0.8, MinWords: 10})
	if err != nil {
		log.Fatal(err)
	}
	defer store.Close()
	for _, article := range corpus.Articles() {
		for n, paragraph := range strings.Split(article.Text, "\n\n") {
			id := fmt.Sprintf("%s paragraph %d", article.ID[:3], n)
			seen, err := store.Near(paragraph)
			if err != nil {
				log.Fatal(err)
			}
			if len(seen) > 0 && !strings.HasPrefix(seen[0].Key, article.ID[:3]) {
				fmt.Printf("%s is %s, similarity %.2f\n", id, seen[0].Key, seen[0].Similarity)
			}
			if err := store.Add(id, paragraph); err != nil {
				log.Fatal(err)
			}
		}
		if err := store.Commit(); err != nil {
			log.Fatal(err)
		}
	}
	// Output:
	// 001 paragraph 7 is 000 paragraph 4, similarity 1.00
	// 001 paragraph 12 is 000 paragraph 3, similarity 1.00
}

// A View reads in another process what a Store has committed.
func ExampleOpenView() {
	dir, err := os.MkdirTemp("", "articles")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	store, err := dedup.Open(dir, dedup.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer store.Close()
	view, err := dedup.OpenView(dir)
	if err != nil {
		log.Fatal(err)
	}
	defer view.Close()

	const lead = "The ferry to Tarvik stays in port until the gale over the strait has passed."
	if err := store.Add("ferry", lead); err != nil {
		log.Fatal(err)
	}
	fmt.Println("before the Commit:", view.Len())
	if err := store.Commit(); err != nil {
		log.Fatal(err)
	}
	if err := view.Refresh(); err != nil {
		log.Fatal(err)
	}
	hits, err := view.Near("The ferry to Tarvik stays in port till the gale over the strait has passed.")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("after it:", view.Len(), hits[0].Key)
	// Output:
	// before the Commit: 0
	// after it: 1 ferry
}
