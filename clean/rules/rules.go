// Package rules holds the rule files of package clean: what pages of a language
// say outside the article. en.txt, the largest, has the commonest words of other
// languages too.
package rules

import (
	"embed"

	"example.org/newstext/internal/phrase"
)

//go:embed *.txt
var files embed.FS

// Files returns the rule files, English first.
func Files() []phrase.Source {
	var sources []phrase.Source
	for _, name := range []string{"en.txt", "de.txt", "es.txt", "fr.txt", "it.txt", "north.txt", "others.txt"} {
		text, err := files.ReadFile(name)
		if err != nil {
			panic(err) // the file is embedded
		}
		sources = append(sources, phrase.Source{Name: "rules/" + name, Text: string(text)})
	}
	return sources
}
