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
