package quote

import (
	"encoding/binary"
	"unsafe"

	"example.org/newstext/internal/chunk"
)

// asciiPrefix returns the number of bytes of s before the first that is not
// ASCII.
func asciiPrefix(s string) int {
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	i := 0
	for ; i+32 <= len(b); i += 32 {
		w := b[i : i+32 : i+32]
		if (binary.LittleEndian.Uint64(w)|binary.LittleEndian.Uint64(w[8:])|
			binary.LittleEndian.Uint64(w[16:])|binary.LittleEndian.Uint64(w[24:]))&chunk.High != 0 {
			break
		}
	}
	for ; i+8 <= len(b); i += 8 {
		if binary.LittleEndian.Uint64(b[i:])&chunk.High != 0 {
			break
		}
	}
	for ; i < len(b) && b[i] < 0x80; i++ {
	}
	return i
}

// plainPrefix returns the number of bytes of s before the first that is not
// printable ASCII, a tab or a line feed.
func plainPrefix(s string) int {
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	i := 0
	for i < len(b) {
		for ; i+16 <= len(b); i += 16 {
			w := b[i : i+16 : i+16]
			if special(binary.LittleEndian.Uint64(w))|special(binary.LittleEndian.Uint64(w[8:])) != 0 {
				break
			}
		}
		end := min(len(b), i+16)
		for ; i < end; i++ {
			if c := b[i]; c-' ' >= 0x7F-' ' && c != '\n' && c != '\t' {
				return i
			}
		}
	}
	return i
}

// special has a bit for some byte of w unless all are printable ASCII.
func special(w uint64) uint64 {
	return (w | (w - 0x20*chunk.Each) | (w + chunk.Each)) & chunk.High
}
