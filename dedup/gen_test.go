package dedup

import (
	"math/rand/v2"
	"strings"

	"example.org/newstext/examples/corpus"
)

// paragraphs makes n paragraphs of about the length of those in news. Sentences
// are drawn from a word model of the sample corpus: each word is followed by
// one that follows it there, or now and then by any. Three in ten paragraphs
// are an earlier one with a few words changed, left out or added.
func paragraphs(n int, seed uint64) []string {
	rnd := rand.New(rand.NewPCG(seed, 99))
	var words []string
	next := map[string][]string{}
	for _, article := range corpus.Articles() {
		for _, word := range strings.Fields(article.Text) {
			if len(words) > 0 {
				last := words[len(words)-1]
				next[last] = append(next[last], word)
			}
			words = append(words, word)
		}
	}
	zipf := rand.NewZipf(rnd, 1.1, 8, 60_000)
	syllables := strings.Fields("ba co de fi gu la mo ne pi ro su ta ve wi xa zo")
	coin := func() string {
		word, k := "", zipf.Uint64()
		for ; k > 0 || word == ""; k /= 16 {
			word += syllables[k%16]
		}
		return word
	}
	texts := make([]string, n)
	var made []string
	for i := range texts {
		if i > 0 && rnd.IntN(10) == 0 {
			made = append(made[:0], strings.Fields(texts[rnd.IntN(i)])...)
			for range rnd.IntN(1 + len(made)/8) {
				made[rnd.IntN(len(made))] = words[rnd.IntN(len(words))]
			}
		} else {
			made = made[:0]
			word := words[rnd.IntN(len(words))]
			for range 15 + rnd.IntN(35) {
				made = append(made, word)
				if follow := next[word]; len(follow) > 0 && rnd.IntN(2) > 0 {
					word = follow[rnd.IntN(len(follow))]
				} else {
					word = coin()
				}
			}
		}
		texts[i] = strings.Join(made, " ")
	}
	return texts
}
