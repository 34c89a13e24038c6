// Package lines reads the labelled data that the trainers and measurements of
// this repository take: files of lines, also compressed.
package lines

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// longest is how many bytes a line may have: a page is one.
const longest = 1 << 28

// Each calls f for each line of a file that is not blank, until it fails. Where
// there is no such file, it reads the one with .gz behind the name; a name that
// ends in it is read as such. Errors name the file and the line. The line is good
// until f returns.
func Each(name string, f func(line []byte) error) error {
	file, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		if zipped, e := os.Open(name + ".gz"); e == nil {
			file, name, err = zipped, name+".gz", nil
		}
	}
	if err != nil {
		return err
	}
	defer file.Close()
	var r io.Reader = file
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(file); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longest)
	n := 1
	for ; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		if err := f(lines.Bytes()); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s:%d: %w", name, n, err)
	}
	return nil
}
