package clean

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"slices"
)

// A Site is what the pages of one source repeat: its boilerplate. It counts on
// how many of the pages it learned each line stands and holds against a line
// of a new page that many others have it. The zero Site knows nothing and
// labels as the zero [Cleaner] does.
//
// A Site takes the same 512 KiB however many pages it learns, for it counts in
// a count-min sketch (Cormode and Muthukrishnan 2005): a line may be thought
// more frequent than it is, by about the lines of a page in 65,536, never less
// frequent. What it knows does not depend on the order of the pages, and a page
// that it has learned already changes nothing.
//
// One goroutine may call Learn, while no other calls anything; Blocks may be
// called by many at once.
//
// # Limits
//
// Two versions of one story with a few words changed are two pages for a Site:
// it holds their common paragraphs against them until it has seen enough other
// pages. Learn pages of many days.
type Site struct {
	pages  uint32
	counts [siteRows][]uint16 // nil before the first page
	lines  []Line             // of the page that is learned, for the next one
	marks  []uint64           // hashes of its lines
}

const (
	siteRows  = 4
	siteWidth = 1 << 16

	siteFewest = 2    // pages with a line that make it suspicious
	siteShare  = 0.04 // and the least share of the pages
)

// Learn adds a page to what the site knows. It takes linear time.
func (s *Site) Learn(text string) {
	if s.counts[0] == nil {
		for i := range s.counts {
			s.counts[i] = make([]uint16, siteWidth)
		}
	}
	s.marks = s.marks[:0]
	whole := lineHash("page")
	for lines := range pieces(&s.lines, text) {
		for _, l := range lines {
			h := lineHash(text[l.Start:l.End])
			whole = mix(whole ^ h)
			s.marks = append(s.marks, h)
		}
	}
	if len(s.marks) == 0 || s.count(whole) > 0 {
		return
	}
	s.add(whole)
	s.pages++
	for _, h := range distinct(s.marks) {
		s.add(h)
	}
}

// Blocks labels what stands in text, a page of the site. Scores have what the
// site knows of each line added; a block that is not body, is on other pages
// too and is matched by no rule has the Rule "repeated-on-site".
func (s *Site) Blocks(text string) []Block {
	w := workspaces.Get().(*workspace)
	defer workspaces.Put(w)
	return w.label(&Cleaner{}, text, pieces(&w.lines, text), s.bias)
}

// bias returns what a line's frequency on the site adds to its log odds of
// being body: nothing where few pages have it, up to -8 where all have.
func (s *Site) bias(line string) float64 {
	if s.pages < siteFewest {
		return 0
	}
	n := float64(s.count(lineHash(line)))
	share := n / float64(s.pages)
	if n < siteFewest || share < siteShare {
		return 0
	}
	return -3 - 5*math.Sqrt(min(1, share))
}

// lineHash is 64-bit FNV-1a over the line, well mixed.
func lineHash(line string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(line) {
		h = (h ^ uint64(line[i])) * 1099511628211
	}
	return mix(h)
}

// mix is the finaliser of SplitMix64 (Steele, Lea and Flood 2014).
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

func (s *Site) add(h uint64) {
	for i := range s.counts {
		if c := &s.counts[i][uint16(h>>(16*i))]; *c < math.MaxUint16 {
			*c++
		}
	}
}

func (s *Site) count(h uint64) uint16 {
	if s.counts[0] == nil {
		return 0
	}
	least := uint16(math.MaxUint16)
	for i := range s.counts {
		least = min(least, s.counts[i][uint16(h>>(16*i))])
	}
	return least
}

// distinct sorts hashes and takes the repeated ones out.
func distinct(hashes []uint64) []uint64 {
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

const siteMagic = "newstext site 1\n"

// WriteTo writes the site for [ReadSite]: a line with the version, the number
// of pages, the counts, a checksum. The same pages give the same bytes.
func (s *Site) WriteTo(w io.Writer) (int64, error) {
	data := []byte(siteMagic)
	data = binary.LittleEndian.AppendUint32(data, s.pages)
	if s.pages > 0 {
		for _, row := range s.counts {
			for _, c := range row {
				data = binary.LittleEndian.AppendUint16(data, c)
			}
		}
	}
	data = binary.LittleEndian.AppendUint32(data, crc32.ChecksumIEEE(data))
	n, err := w.Write(data)
	return int64(n), err
}

// ReadSite reads what [Site.WriteTo] wrote. It fails where the data is of
// another version, cut off or changed.
func ReadSite(r io.Reader) (*Site, error) {
	const full = len(siteMagic) + 4 + 2*siteRows*siteWidth + 4
	data, err := io.ReadAll(io.LimitReader(r, int64(full)+1))
	if err != nil {
		return nil, fmt.Errorf("clean: site: %w", err)
	}
	if len(data) < len(siteMagic) || string(data[:len(siteMagic)]) != siteMagic {
		return nil, errors.New("clean: site: not a site of version 1")
	}
	if len(data) < len(siteMagic)+8 {
		return nil, fmt.Errorf("clean: site: %w", io.ErrUnexpectedEOF)
	}
	body, sum := data[:len(data)-4], binary.LittleEndian.Uint32(data[len(data)-4:])
	s := &Site{pages: binary.LittleEndian.Uint32(data[len(siteMagic):])}
	want := full
	if s.pages == 0 {
		want = len(siteMagic) + 8
	}
	switch {
	case len(data) < want:
		return nil, fmt.Errorf("clean: site: %w", io.ErrUnexpectedEOF)
	case len(data) > want || crc32.ChecksumIEEE(body) != sum:
		return nil, errors.New("clean: site: checksum does not match")
	}
	if s.pages == 0 {
		return s, nil
	}
	counts := body[len(siteMagic)+4:]
	for i := range s.counts {
		s.counts[i] = make([]uint16, siteWidth)
		for j := range s.counts[i] {
			s.counts[i][j] = binary.LittleEndian.Uint16(counts[2*(i*siteWidth+j):])
		}
	}
	return s, nil
}
