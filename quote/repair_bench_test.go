package quote

import (
	"strings"
	"testing"
)

// BenchmarkDamaged repairs text of many languages that was damaged in several
// ways.
func BenchmarkDamaged(b *testing.B) {
	var paragraphs strings.Builder
	for i := range 3000 {
		paragraphs.WriteString(sound[i%len(sound)])
		paragraphs.WriteString([]string{" ", "\n\n"}[i%3/2])
	}
	text := paragraphs.String()
	western := pageNamed("windows-1252")
	dropped := func(r rune) rune {
		if r >= 0x80 && r < 0xA0 {
			return -1
		}
		return r
	}
	for _, bm := range []struct{ name, text string }{
		{"news", strings.ReplaceAll(longNews(), "’", "â€™")},
		{"windows-1252", western.damage(text)},
		{"twice", western.damage(western.damage(text))},
		{"dropped", strings.Map(dropped, western.damage(text))},
		{"cp850", pageNamed("cp850").damage(text)},
		{"windows-1251", pageNamed("windows-1251").damage(text)},
		{"sound", text},
	} {
		b.Run(bm.name, func(b *testing.B) {
			b.SetBytes(int64(len(bm.text)))
			b.ReportAllocs()
			for b.Loop() {
				Repaired.String(bm.text)
			}
		})
	}
}
