package dedup

import "testing"

func TestFoldFullEqual(t *testing.T) {
	for _, pair := range [][2]string{
		{"The U.S. team won't play.", "the US team wont play"},
		{"don’t", "DON'T"},
		{"1,000 men", "1000 men"},
		{"ﬁnal ｗｏｒｄ", "final word"},
		{"com\u00adpany sa\u200bid", "company said"},
		{"pаper", "paper"}, // Cyrillic а
		{"café", "cafe\u0301"},
	} {
		a, b := Full.words(nil, pair[0]), Full.words(nil, pair[1])
		if len(a) != len(b) {
			t.Errorf("%q: %d words, %q: %d", pair[0], len(a), pair[1], len(b))
			continue
		}
		for i := range a {
			if a[i].hash != b[i].hash {
				t.Errorf("%q: word %q is not %q", pair[0], pair[0][a[i].start:a[i].end], pair[1][b[i].start:b[i].end])
			}
		}
	}
}
