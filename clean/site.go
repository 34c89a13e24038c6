package clean

import "io"

// A Site is what the pages of one source repeat: its boilerplate. The zero Site
// knows nothing and labels as the zero [Cleaner] does.
type Site struct{}

// Learn adds what a page repeats of others.
func (s *Site) Learn(text string) {}

// Blocks labels what stands in text, a page of the site.
func (s *Site) Blocks(text string) []Block { return Blocks(text) }

// WriteTo writes the site, for [ReadSite].
func (s *Site) WriteTo(w io.Writer) (int64, error) { return 0, nil }

// ReadSite reads what [Site.WriteTo] wrote.
func ReadSite(r io.Reader) (*Site, error) { return &Site{}, nil }
