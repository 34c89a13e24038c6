package clean_test

import (
	"strings"
	"testing"

	"example.org/newstext/clean"
)

// FuzzNewCleaner: any rules give a Cleaner or an error that names the place,
// and what they then say of a page breaks no law.
func FuzzNewCleaner(f *testing.F) {
	for _, rules := range []string{
		"",
		"$month = march | april\ntide-table  tide table for $month  => widget start",
		"appeal  dear readers  => about whole\nnot  dear reader  => body",
		"a  (b|c)? d  => share\na  e  => nothing",
		"a  $x => share # b\n\xff => \n=>\n  = \"Share this\"",
	} {
		f.Add(rules, seeds[2])
		f.Add(rules, seeds[3])
	}
	f.Fuzz(func(t *testing.T, rules, text string) {
		c, err := clean.NewCleaner(strings.NewReader(rules))
		if err != nil {
			if c != nil || !strings.HasPrefix(err.Error(), "clean: rules 1:") {
				t.Fatalf("%q: %v, %v", rules, c, err)
			}
			return
		}
		end := 0
		for _, b := range c.Blocks(text) {
			if b.Start < end || b.End <= b.Start || b.End > len(text) || b.Rule == "" {
				t.Fatalf("%q: %+v after %d of %d", rules, b, end, len(text))
			}
			if strings.TrimSpace(text[end:b.Start]) != "" {
				t.Fatalf("%q: %q is in no block", rules, text[end:b.Start])
			}
			end = b.End
		}
		if strings.TrimSpace(text[end:]) != "" {
			t.Fatalf("%q: %q is in no block", rules, text[end:])
		}
	})
}
