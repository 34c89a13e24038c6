package dedup

import (
	"fmt"
	"strings"
	"testing"

	"example.org/newstext/internal/golden"
)

func TestRelations(t *testing.T) {
	for _, file := range []string{"testdata/relations.txt", "testdata/unseen.txt"} {
		golden.Run(t, file, relationOf)
	}
}

func relationOf(t *testing.T, c golden.Case) []string {
	a, b, ok := strings.Cut(c.Text, "\n=====\n")
	if !ok {
		t.Fatal("no ===== between two texts")
	}
	relation, facts := relate(newAccount(a, new([]word)), newAccount(b, new([]word)))
	mirrored, turned := relate(newAccount(b, new([]word)), newAccount(a, new([]word)))
	if mirrored != relation || len(turned) != len(facts) {
		t.Errorf("%v %v, but turned round %v %v", relation, facts, mirrored, turned)
	}
	lines := []string{relation.String()}
	for _, fact := range facts {
		lines = append(lines, fmt.Sprintf("%s -> %s", fact.A, fact.B))
	}
	return lines
}

// A matter has a bit of its own, and negation the last one.
func TestOpposites(t *testing.T) {
	matters := strings.Count(opposites, " / ")
	if matters == 0 || matters > 63 {
		t.Errorf("rules/opposites.txt has %d lines of opposites, sense has bits for 1 to 63", matters)
	}
	words := english()
	for _, pair := range [][2]string{{"rose", "fell"}, {"won", "lost"}, {"guilty", "innocent"}, {"bought", "sold"}} {
		a, b := words.of(hashWord(pair[0])).sense, words.of(hashWord(pair[1])).sense
		if !a.opposes(b) || !b.opposes(a) || a.opposes(a) {
			t.Errorf("%s and %s: opposes = %v, %v; %s and itself %v", pair[0], pair[1], a.opposes(b), b.opposes(a), pair[0], a.opposes(a))
		}
	}
}
