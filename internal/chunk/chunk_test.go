package chunk

import (
	"strings"
	"testing"
)

// TestAt compares chunks with the bytes they are made of, at each place of texts
// of each length.
func TestAt(t *testing.T) {
	text := strings.Repeat("abcdefgh\x80\xff", 2)
	for n := range len(text) + 1 {
		for i := range n + 1 {
			chunk := At(text[:n], i)
			if i+Size <= n && Inner(text[:n], i) != chunk {
				t.Fatalf("inside %q from %d: %#x, want %#x", text[:n], i, Inner(text[:n], i), chunk)
			}
			for k := range Size {
				want := byte(0)
				if i+k < n {
					want = text[i+k]
				}
				if got := byte(chunk >> (8 * k)); got != want {
					t.Fatalf("byte %d of %q from %d is %#x, want %#x", k, text[:n], i, got, want)
				}
			}
		}
	}
}

// TestAlnum asks for each byte, at each place, with letters around it.
func TestAlnum(t *testing.T) {
	for c := range 256 {
		for k := range Size {
			b := []byte("aZ0z9AxY")
			b[k] = byte(c)
			folded, letters, digits := Alnum(At(string(b), 0))
			letter, digit := 'a' <= c|0x20 && c|0x20 <= 'z' && c < 0x80, '0' <= c && c <= '9'
			if got := letters>>(8*k)&0x80 != 0; got != letter {
				t.Errorf("%#x at %d is a letter: %t", c, k, got)
			}
			if got := digits>>(8*k)&0x80 != 0; got != digit {
				t.Errorf("%#x at %d is a digit: %t", c, k, got)
			}
			if got := byte(folded >> (8 * k)); (letter || digit) && got != byte(c)|0x20 {
				t.Errorf("%#x at %d is %q in lower case", c, k, got)
			}
			want := Size
			if !letter && !digit {
				want = k
			}
			if got := Leading(letters | digits); got != want {
				t.Errorf("%q begins with %d letters and digits, want %d", b, got, want)
			}
			if got := folded & First(want); want < Size && got>>(8*want) != 0 {
				t.Errorf("the first %d bytes of %q are %#x", want, b, got)
			}
			if got := Before(letters | digits); got != First(want) {
				t.Errorf("before the end of the word in %q: %#x", b, got)
			}
		}
	}
}

// TestBits asks for each set of bytes, among other bits.
func TestBits(t *testing.T) {
	for want := range uint64(1 << Size) {
		set := uint64(0x5A5A5A5A5A5A5A5A)
		for k := range Size {
			set |= want >> k & 1 << (8*k + 7)
		}
		if got := Bits(set); got != want {
			t.Fatalf("bits of %#x are %b, want %b", set, got, want)
		}
	}
}
