// Package corpus embeds the five sample articles that the examples and tests
// of newstext run on. The texts belong to their publishers and are here for
// demonstration only.
package corpus

import (
	"embed"
	"io/fs"
)

//go:embed *.txt
var files embed.FS

// An Article is one sample text under its file name.
type Article struct {
	ID   string
	Text string
}

// Articles returns the five sample articles in the order of their names.
func Articles() []Article {
	names, err := fs.Glob(files, "*.txt")
	if err != nil {
		panic(err) // the pattern is a constant
	}
	articles := make([]Article, 0, len(names))
	for _, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			panic(err) // embedded files can be read
		}
		articles = append(articles, Article{ID: name, Text: string(text)})
	}
	return articles
}
