package scan

import (
	_ "embed"
	"strings"
	"sync"
)

// A Names holds Families of rules/names.txt, a bit each in the file's order.
type Names uint64

//go:embed rules/names.txt
var namesFile string

// Families gives the Families' names in the file's order and each word's set.
var Families = sync.OnceValues(func() ([]string, map[string]Names) {
	var names []string
	sets := make(map[string]Names)
	for line := range strings.Lines(namesFile) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		for _, w := range words[1:] {
			sets[w] |= 1 << len(names)
		}
		names = append(names, words[0])
	}
	return names, sets
})

// family is the set of the Families that are listed by name.
func Family(list ...string) Names {
	names, _ := Families()
	var s Names
	for _, f := range list {
		for i, n := range names {
			if n == f {
				s |= 1 << i
			}
		}
	}
	return s
}

// A nameReader turns the names in attribute values to sets. Pages repeat
// their class names, so it keeps what it has seen.
type nameReader struct {
	words map[string]Names
	seen  map[string]Names
	word  [maxNameWord]byte
}

const (
	maxNameWord  = 24   // a longer word is in no family
	maxNamesSeen = 2048 // attribute values that are remembered
)

func newNameReader() *nameReader {
	_, words := Families()
	return &nameReader{words: words, seen: make(map[string]Names)}
}

// set gives the Families that the words of an attribute value belong to.
func (r *nameReader) set(value []byte) Names {
	if s, ok := r.seen[string(value)]; ok {
		return s
	}
	var s Names
	n := 0 // letters of the word so far; more than maxNameWord: too long
	flush := func() {
		if 0 < n && n <= maxNameWord {
			s |= r.words[string(r.word[:n])]
		}
		n = 0
	}
	lower := false // the letter before is a small one
	for _, c := range value {
		upper := 'A' <= c && c <= 'Z'
		switch {
		case upper && lower:
			flush()
			fallthrough
		case upper || 'a' <= c && c <= 'z':
			if n < maxNameWord {
				r.word[n] = c | 0x20
			}
			n++
		default:
			flush()
		}
		lower = 'a' <= c && c <= 'z'
	}
	flush()
	if len(r.seen) < maxNamesSeen && len(value) < 1024 {
		r.seen[string(value)] = s
	}
	return s
}
