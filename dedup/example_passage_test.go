package dedup_test

import (
	"context"
	"fmt"

	"example.org/newstext/dedup"
	"example.org/newstext/examples/corpus"
)

func ExampleShared() {
	articles := corpus.Articles()
	a, b := articles[0].Text, articles[1].Text
	for _, p := range dedup.Shared(a, b, 0) {
		fmt.Printf("%d-%d and %d-%d, similarity %.2f:\n", p.AStart, p.AEnd, p.BStart, p.BEnd, p.Similarity)
		fmt.Println(a[p.AStart:p.AEnd])
		fmt.Println(b[p.BStart:p.BEnd])
	}
	// Output:
	// 354-645 and 2161-2462, similarity 1.00:
	// North Korea's top nuclear negotiator, Kim Myong Gil, said in a statement Thursday that Stephen Biegun, Washington's special envoy to the country, had sent Pyongyang a message through an unnamed third nation "hoping that the DPRK and the US would meet again within December for negotiations".
	// North Korea’s top nuclear negotiator, Kim Myong Gil, said in a statement Thursday that Stephen Biegun, Washington’s special envoy to the country, had sent Pyongyang a message through an unnamed third nation “hoping that the DPRK and the U.S. would meet again within December for negotiations.”
	// 647-760 and 1343-1460, similarity 1.00:
	// The U.S. defense chief urged North Korea "to return to the negotiating table without precondition or hesitation".
	// The U.S. defense chief urged North Korea “to return to the negotiating table without precondition or hesitation.”
}

func ExampleRepeats() {
	text := corpus.Articles()[4].Text
	for _, p := range dedup.Repeats(text, 0) {
		fmt.Printf("%d and %d: %s\n", p.AStart, p.BStart, text[p.AStart:p.AEnd])
	}
	// Output:
	// 0 and 116: US-N Korea tensions rise
	// 687 and 1043: very happy with how it's going with North Korea. We think it's going fine
}

func ExampleReuses() {
	articles := func(yield func(string, string) bool) {
		for _, a := range corpus.Articles() {
			if !yield(a.ID[:3], a.Text) {
				return
			}
		}
	}
	const boilerplate = 10
	for r := range dedup.Reuses(context.Background(), articles, 0, boilerplate) {
		fmt.Println(r.A, r.AStart, r.AEnd, r.B, r.BStart, r.BEnd, r.Exact)
	}
	// Output:
	// 000 354 645 001 2161 2462 true
	// 000 647 760 001 1343 1460 true
	// 000 692 758 003 1891 1957 true
	// 001 781 953 003 768 972 false
	// 001 1136 1165 003 1848 1877 true
	// 001 1390 1456 003 1891 1957 true
	// 001 1558 1572 003 2846 2860 true
	// 001 3235 3254 003 678 697 true
	// 001 3923 3942 003 1052 1071 true
	// 003 163 288 003 357 482 true
	// 004 0 24 004 116 140 true
	// 004 687 760 004 1043 1116 true
}

func ExampleDiff() {
	a := "Rents rose by a tenth last year, the tenants' union reports."
	b := "Rents rose by a tenth in the previous year, the tenants’ union reported."
	for _, c := range dedup.Diff(a, b) {
		fmt.Printf("%q became %q\n", a[c.AStart:c.AEnd], b[c.BStart:c.BEnd])
	}
	// Output:
	// "last" became "in the previous"
	// "reports" became "reported"
}
