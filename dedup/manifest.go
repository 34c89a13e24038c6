package dedup

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
)

// The manifest of an index says which segments it consists of. It is replaced
// as a whole, and so a Commit is seen wholly or not at all. It is text:
//
//	newstext dedup index 1
//	options threshold=0.5 words=2 fold=full minwords=0 rows=3
//	next 4
//	segment 2
//	segment 3
//	sum 1a2b3c4d
type manifest struct {
	options  indexOptions
	next     uint32   // number of the next segment
	segments []uint32 // oldest first
}

const (
	manifestFile    = "MANIFEST"
	manifestMagic   = "newstext dedup index "
	manifestVersion = 1
)

// indexOptions are the options that decide what an index holds, none of them
// zero where zero means a default.
type indexOptions struct {
	threshold float64
	words     int
	fold      Fold
	minWords  int
	rows      int // hashes in a band: follows from the threshold when the index is made
}

func optionsOf(o Options) indexOptions {
	return indexOptions{o.threshold(), o.width(), o.Fold, max(o.MinWords, 0), bandRows(o.threshold())}
}

// summer returns the Options that make the sketches.
func (o indexOptions) summer() Options {
	return Options{Threshold: o.threshold, Words: o.words, Fold: o.fold, MinWords: o.minWords}
}

func (o indexOptions) String() string {
	fold := "full"
	if o.fold == Case {
		fold = "case"
	}
	return fmt.Sprintf("threshold=%s words=%d fold=%s minwords=%d rows=%d",
		strconv.FormatFloat(o.threshold, 'g', -1, 64), o.words, fold, o.minWords, o.rows)
}

func parseOptions(line string) (o indexOptions, err error) {
	for field := range strings.FieldsSeq(line) {
		name, value, _ := strings.Cut(field, "=")
		var ferr error
		switch name {
		case "threshold":
			o.threshold, ferr = strconv.ParseFloat(value, 64)
		case "words":
			o.words, ferr = strconv.Atoi(value)
		case "minwords":
			o.minWords, ferr = strconv.Atoi(value)
		case "rows":
			o.rows, ferr = strconv.Atoi(value)
		case "fold":
			if value == "case" {
				o.fold = Case
			} else if value != "full" {
				ferr = errors.New("unknown fold")
			}
		default:
			ferr = errors.New("unknown option")
		}
		if ferr != nil {
			return o, fmt.Errorf("%s: %w", field, ferr)
		}
	}
	if o.threshold <= 0 || o.threshold > 1 || o.words < 1 || o.minWords < 0 || o.rows < 1 || o.rows > len(short{}) {
		return o, fmt.Errorf("%s: out of range", line)
	}
	return o, nil
}

func (m manifest) bytes() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s%d\noptions %s\nnext %d\n", manifestMagic, manifestVersion, m.options, m.next)
	for _, n := range m.segments {
		fmt.Fprintf(&b, "segment %d\n", n)
	}
	fmt.Fprintf(&b, "sum %08x\n", castagnoli(b.Bytes()))
	return b.Bytes()
}

func (m manifest) write(fs layer, dir string) error {
	return replace(fs, filepath.Join(dir, manifestFile), func(w io.Writer) error {
		_, err := w.Write(m.bytes())
		return err
	})
}

// readManifest reads the manifest of a folder. The error is fs.ErrNotExist where
// there is none.
func readManifest(fs layer, dir string) (m manifest, err error) {
	name := filepath.Join(dir, manifestFile)
	src, err := fs.open(name)
	if err != nil {
		return m, err
	}
	defer src.Close()
	size, err := src.size()
	if err != nil {
		return m, err
	}
	data := make([]byte, min(size, 1<<20))
	if n, err := src.ReadAt(data, 0); err != nil && !(err == io.EOF && n == len(data)) {
		return m, fmt.Errorf("%s: %w", name, err)
	}
	m, err = parseManifest(data)
	if err != nil {
		return m, fmt.Errorf("%s: %w", name, err)
	}
	return m, nil
}

func parseManifest(data []byte) (m manifest, err error) {
	rest, ok := bytes.CutPrefix(data, []byte(manifestMagic))
	if !ok {
		return m, errors.New("byte 0: not an index of newstext/dedup; give another folder")
	}
	version, _, ok := bytes.Cut(rest, []byte("\n"))
	if v, err := strconv.Atoi(string(version)); ok && err == nil && v != manifestVersion {
		return m, fmt.Errorf("written in version %d of the format, and this release reads version %d; use a later one", v, manifestVersion)
	}
	at := bytes.LastIndex(data, []byte("sum "))
	if at < 0 || string(data[at:]) != fmt.Sprintf("sum %08x\n", castagnoli(data[:at])) {
		return m, fmt.Errorf("byte %d: cut or damaged: the checksum does not match; %s", max(at, 0), whatToDo)
	}
	for n, line := range strings.Split(strings.TrimSuffix(string(data[:at]), "\n"), "\n")[1:] {
		word, value, _ := strings.Cut(line, " ")
		var number uint64
		if word != "options" {
			number, err = strconv.ParseUint(value, 10, 32)
		}
		switch word {
		case "options":
			m.options, err = parseOptions(value)
		case "next":
			m.next = uint32(number)
		case "segment":
			m.segments = append(m.segments, uint32(number))
		default:
			err = fmt.Errorf("unknown word %q", word)
		}
		if err != nil {
			return m, fmt.Errorf("line %d: %w", n+2, err)
		}
	}
	if m.options.words == 0 {
		return m, errors.New("no options")
	}
	return m, nil
}
