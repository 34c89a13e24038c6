package letter

import (
	"testing"
	"unicode"
)

// TestKindsAreUnicodes compares all characters with what package unicode says.
func TestKindsAreUnicodes(t *testing.T) {
	table := Kinds()
	for r := rune(-1); r <= unicode.MaxRune+1; r++ {
		k := table.Of(r)
		if got, want := k == Upper, unicode.IsUpper(r) || unicode.IsTitle(r); got != want {
			t.Errorf("%U: capital %t, want %t", r, got, want)
		}
		if got, want := k == Upper || k == Lower, unicode.IsLetter(r); got != want {
			t.Errorf("%U: letter %t, want %t", r, got, want)
		}
		if got, want := k == Mark, unicode.IsMark(r); got != want {
			t.Errorf("%U: mark %t, want %t", r, got, want)
		}
		if got, want := k == Digit, unicode.IsDigit(r); got != want {
			t.Errorf("%U: digit %t, want %t", r, got, want)
		}
		if got, want := k == Space, unicode.IsSpace(r); got != want {
			t.Errorf("%U: white space %t, want %t", r, got, want)
		}
	}
}
