package webpage

import (
	"bytes"
	"errors"
	"mime"
	"sort"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// A decoded page: UTF-8 and the way back to the bytes that it was made of.
type decoded struct {
	text []byte
	raw  []byte // what was decoded; nil: text is the page as it came, from byte skip on
	skip int
	enc  encoding.Encoding
	name string
	at   []decodeMark
}

// A decodeMark says that text from one byte on was decoded from raw's other.
type decodeMark struct{ text, raw int }

const decodeStep = 512 // bytes of text between two marks

// decode turns a page to UTF-8. What the bytes themselves show is believed
// before what is declared: a byte order mark, then UTF-8 that is valid, then
// the header, then a meta element; what is left is Windows-1252.
func decode(page []byte, contentType string) decoded {
	for _, b := range []struct {
		mark string
		enc  encoding.Encoding
		name string
	}{
		{"\xEF\xBB\xBF", nil, "utf-8"},
		{"\xFE\xFF", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be"},
		{"\xFF\xFE", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le"},
	} {
		if bytes.HasPrefix(page, []byte(b.mark)) {
			if b.enc == nil {
				return decoded{text: page[len(b.mark):], skip: len(b.mark), name: b.name}
			}
			return transcode(page, len(b.mark), b.enc, b.name)
		}
	}
	switch {
	case bytes.HasPrefix(page, []byte("\x00<")):
		return transcode(page, 0, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be")
	case bytes.HasPrefix(page, []byte("<\x00")):
		return transcode(page, 0, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le")
	}
	enc, name := declared(page, contentType)
	good, bad := countUTF8(page)
	switch {
	case bad == 0 && name != "iso-2022-jp":
		return decoded{text: page, name: "utf-8"}
	case good > 4*bad && (enc == nil || name == "utf-8"):
		return transcode(page, 0, unicode.UTF8, "utf-8")
	case enc == nil || name == "utf-8" || name == "utf-16be" || name == "utf-16le" || name == "replacement":
		enc, name = charset.Lookup("windows-1252")
	}
	return transcode(page, 0, enc, name)
}

// countUTF8 counts the runes outside ASCII and the bytes that belong to none.
func countUTF8(page []byte) (good, bad int) {
	if utf8.Valid(page) {
		return 0, 0
	}
	for i := 0; i < len(page); {
		if page[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(page[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good, bad
}

const metaWithin = 16 << 10 // a declaration in the page is looked for in its first bytes

// declared gives the encoding that the header or the page names; nil: none.
func declared(page []byte, contentType string) (encoding.Encoding, string) {
	if _, params, err := mime.ParseMediaType(contentType); err == nil {
		if enc, name := charset.Lookup(params["charset"]); enc != nil {
			return enc, name
		}
	}
	head := page[:min(len(page), metaWithin)]
	const key = "charset"
	for at := 0; ; {
		i := bytes.IndexByte(head[at:], '=')
		if i < 0 {
			return nil, ""
		}
		before := bytes.TrimRight(head[:at+i], " \t\r\n")
		at += i + 1
		if n := len(before) - len(key); n < 0 || !bytes.EqualFold(before[n:], []byte(key)) {
			continue
		}
		label := bytes.TrimLeft(head[at:], " \t\r\n\"'")
		end := bytes.IndexAny(label, " \t\r\n\"';/>")
		if end < 0 {
			return nil, ""
		}
		if enc, name := charset.Lookup(string(label[:end])); enc != nil {
			return enc, name
		}
	}
}

// transcode decodes what follows byte from of the page.
func transcode(page []byte, from int, enc encoding.Encoding, name string) decoded {
	d := decoded{raw: page, enc: enc, name: name, text: make([]byte, 0, len(page)+len(page)/8)}
	dec := enc.NewDecoder()
	var buf [decodeStep]byte
	for at := from; at < len(page); {
		d.at = append(d.at, decodeMark{len(d.text), at})
		n, used, err := dec.Transform(buf[:], page[at:], true)
		d.text = append(d.text, buf[:n]...)
		at += used
		if err != nil && used == 0 && !(errors.Is(err, transform.ErrShortDst) && n > 0) {
			d.text = utf8.AppendRune(d.text, utf8.RuneError)
			at++
		}
	}
	return d
}

// source gives the byte of the page as it came that byte i of the text was
// made of.
func (d *decoded) source(i int) int {
	if d.raw == nil {
		return i + d.skip
	}
	k := sort.Search(len(d.at), func(k int) bool { return d.at[k].text > i }) - 1
	if k < 0 {
		return 0
	}
	m := d.at[k]
	end := len(d.raw)
	if k+1 < len(d.at) {
		end = d.at[k+1].raw
	}
	var buf [decodeStep]byte
	_, used, _ := d.enc.NewDecoder().Transform(buf[:min(i-m.text, decodeStep)], d.raw[m.raw:end], true)
	return m.raw + used
}
