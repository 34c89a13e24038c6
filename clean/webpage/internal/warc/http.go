package warc

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
	"net/http/httputil"
	"strconv"
	"strings"
)

// A Response is what a server answered.
type Response struct {
	Status      int
	ContentType string
	Body        []byte // without transfer and content encodings
}

const maxBody = 64 << 20 // a body that unpacks to more is cut there

// ParseResponse reads an HTTP response. Crawlers often store the body unpacked
// and leave the header as it was: an encoding that the body does not have is
// not an error.
func ParseResponse(block []byte) (Response, error) {
	head, body, ok := cutHeader(block)
	status, rest, _ := bytes.Cut(head, []byte("\n"))
	fields := strings.Fields(string(status))
	if !ok || len(fields) < 2 || !strings.HasPrefix(fields[0], "HTTP/") {
		return Response{}, fmt.Errorf("warc: not an HTTP response: it begins with %.20q", block[:min(len(block), 20)])
	}
	var r Response
	r.Status, _ = strconv.Atoi(fields[1])
	var transfer, encoding string
	for line := range bytes.Lines(rest) {
		name, value, _ := strings.Cut(string(line), ":")
		value = strings.TrimSpace(value)
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "content-type":
			r.ContentType = value
		case "transfer-encoding":
			transfer = strings.ToLower(value)
		case "content-encoding":
			encoding = strings.ToLower(value)
		}
	}
	if strings.Contains(transfer, "chunked") {
		if b, err := read(httputil.NewChunkedReader(bytes.NewReader(body))); err == nil {
			body = b
		}
	}
	var unpacked io.Reader
	var err error
	switch encoding {
	case "gzip", "x-gzip":
		unpacked, err = gzip.NewReader(bytes.NewReader(body))
	case "deflate":
		if unpacked, err = zlib.NewReader(bytes.NewReader(body)); err != nil {
			unpacked, err = flate.NewReader(bytes.NewReader(body)), nil
		}
	case "", "identity":
	default:
		if looksPacked(body) {
			return r, fmt.Errorf("warc: unknown content encoding %.20q", encoding)
		}
	}
	if unpacked != nil && err == nil {
		// A body that ends early is used as far as it goes.
		if b, err := read(unpacked); err == nil || len(b) > 0 {
			body = b
		}
	}
	r.Body = body
	return r, nil
}

// cutHeader parts the header from the body at the first empty line.
func cutHeader(block []byte) (head, body []byte, ok bool) {
	for at := 0; at < len(block); {
		i := bytes.IndexByte(block[at:], '\n')
		if i < 0 {
			break
		}
		if line := bytes.TrimRight(block[at:at+i], "\r"); len(line) == 0 && at > 0 {
			return block[:at], block[at+i+1:], true
		}
		at += i + 1
	}
	return block, nil, false
}

// looksPacked reports whether a body is no text.
func looksPacked(body []byte) bool {
	return bytes.IndexByte(body[:min(len(body), 512)], '<') < 0
}

func read(r io.Reader) ([]byte, error) { return io.ReadAll(io.LimitReader(r, maxBody)) }
