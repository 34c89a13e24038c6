package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// decode returns the text of a file, or says what else the file seems to be.
func (s *session) decode(name string, data []byte) (string, error) {
	switch what := notText(name, string(data[:min(len(data), 1024)])); what {
	case "":
	case "a PDF":
		return "", fmt.Errorf("%s: this is a PDF, not a text", name)
	default:
		return "", fmt.Errorf("%s: this is %s: webtext %s | newstext all -jsonl", name, what, strings.TrimPrefix(name, "standard input"))
	}
	switch {
	case utf8.Valid(data):
		return string(data), nil
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return "", fmt.Errorf("%s: this is UTF-16: iconv -f utf-16 -t utf-8", name)
	case bytes.IndexByte(data, 0) >= 0:
		return "", fmt.Errorf("%s: this is a binary file, not a text", name)
	case s.repair:
		s.console.say(name + ": not UTF-8, read as windows-1252; offsets are those of the text in UTF-8")
		return fromWindows(data), nil
	}
	at := firstInvalid(data)
	line := 1 + bytes.Count(data[:at], []byte("\n"))
	problem := fmt.Sprintf("%s:%d: invalid UTF-8 at byte %d (0x%02x)", name, line, at, data[at])
	if looksWindows(data) {
		problem += "; it looks like windows-1252: newstext normalize -form repaired"
	} else {
		problem += "; convert it to UTF-8 first"
	}
	return "", fmt.Errorf("%s", problem)
}

// notText tells HTML, web archives and PDF from texts, by name or beginning;
// it is empty for a text.
func notText(name, start string) string {
	head := strings.ToLower(strings.TrimLeft(start[:min(len(start), 1024)], "\ufeff \t\r\n"))
	switch ext := strings.ToLower(filepath.Ext(strings.TrimSuffix(name, ".gz"))); {
	case ext == ".warc", ext == ".wet", strings.HasPrefix(head, "warc/1."):
		return "a web archive"
	case ext == ".html", ext == ".htm", strings.HasPrefix(head, "<!doctype html"), strings.HasPrefix(head, "<html"):
		return "HTML"
	case strings.HasPrefix(head, "%pdf-"):
		return "a PDF"
	}
	return ""
}

// firstInvalid is the offset of the first byte that is no UTF-8.
func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(data)
}

// looksWindows reports whether the bytes that are no UTF-8 are few, as the
// quotation marks and accents in a Western text are.
func looksWindows(data []byte) bool {
	invalid := 0
	for rest := data; ; invalid++ {
		at := firstInvalid(rest)
		if at == len(rest) {
			break
		}
		rest = rest[at+1:]
	}
	return invalid*5 < len(data)
}

// fromWindows reads the bytes that are no UTF-8 as windows-1252.
func fromWindows(data []byte) string {
	var b strings.Builder
	for len(data) > 0 {
		at := firstInvalid(data)
		b.Write(data[:at])
		if at < len(data) {
			b.WriteRune(charmap.Windows1252.DecodeByte(data[at]))
			at++
		}
		data = data[at:]
	}
	return b.String()
}
