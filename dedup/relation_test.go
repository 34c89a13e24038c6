package dedup

import (
	"fmt"
	"strings"
	"testing"

	"example.org/newstext/internal/golden"
)

func TestRelations(t *testing.T) {
	golden.Run(t, "testdata/relations.txt", func(t *testing.T, c golden.Case) []string {
		a, b, ok := strings.Cut(c.Text, "\n=====\n")
		if !ok {
			t.Fatal("no ===== between two texts")
		}
		relation, facts := relate(a, b)
		mirrored, turned := relate(b, a)
		if mirrored != relation || len(turned) != len(facts) {
			t.Errorf("%v %v, but turned round %v %v", relation, facts, mirrored, turned)
		}
		lines := []string{relation.String()}
		for _, fact := range facts {
			lines = append(lines, fmt.Sprintf("%s -> %s", fact.A, fact.B))
		}
		return lines
	})
}
