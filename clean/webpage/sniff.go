package webpage

import "bytes"

// Sniff names what data is where it is clearly neither HTML nor other text,
// as "a PDF document"; it is empty for everything else. It looks at the first
// 1024 bytes.
func Sniff(data []byte) string {
	for _, f := range [...]struct{ magic, what string }{
		{"%PDF-", "a PDF document"},
		{"\x1f\x8b", "gzip data"},
		{"PK\x03\x04", "a zip archive or office document"},
		{"\x89PNG\r\n", "a PNG image"},
		{"\xFF\xD8\xFF", "a JPEG image"},
		{"GIF8", "a GIF image"},
		{"RIFF", "a RIFF file (image, sound or video)"},
		{"\x28\xB5\x2F\xFD", "zstd data"},
		{"BZh", "bzip2 data"},
		{"\xFD7zXZ\x00", "xz data"},
		{"\xD0\xCF\x11\xE0", "an old office document"},
		{"SQLite format 3\x00", "an SQLite database"},
		{"\x7FELF", "a program"},
	} {
		if bytes.HasPrefix(data, []byte(f.magic)) {
			return f.what
		}
	}
	head := data[:min(len(data), 1024)]
	control := 0
	for _, c := range head {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0 && c != 0x1B {
			control++
		}
	}
	if control*10 > len(head) && control > 4 {
		return "binary data"
	}
	return ""
}
