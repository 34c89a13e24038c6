package scan

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"
	"unsafe"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	maxDepth = 512     // elements kept open; those inside count only as depth
	maxLines = 20_000  // text after that many lines goes to the last one
	maxToken = 1 << 20 // bytes of a token that the tokenizer holds at once
)

// An element that is open.
type element struct {
	atom  atom.Atom
	flags elementFlags
	own   Tags   // its own bits
	tags  Tags   // and those of all around it
	names Names  // Families of its own names
	all   Names  // and of all around it
	sig   uint32 // a hash of its path: tags and names from the root on
	node  int32  // its number among the page's nodes, from 1; 0: has none yet
}

// A Line of the page's text with what the markup says of it.
type Line struct {
	Start, End int
	Linked     int    // bytes of it in links
	Strong     int    // bytes of it in bold
	Links      int    // links that begin in it
	Tags       Tags   // the elements around its first byte
	Inner      Tags   // those of its own block and inside it
	Own        Names  // Families of the names of its block and inside it
	Parent     Names  // of the block around that
	Far        Names  // of everything around that
	Node       int32  // its block
	Sig        uint32 // its block's path
	Depth      int    // open elements
	Br         bool   // ended by a br, or begun after one
}

// A scanner reads a page once.
type scanner struct {
	writer
	src     []byte
	z       *html.Tokenizer
	at      int // where in src the token begins
	stack   []element
	over    int // elements open beyond the stack
	hidden  int // index+1 of the stack's element that is not visible; 0: none
	count   [256]int32
	names   *nameReader
	nodes   []int32 // parent of each node; nodes[0] is the root
	lines   []Line
	meta    metaScan
	afterBr bool
}

// A Page is what a scan finds.
type Page struct {
	Text  string
	Lines []Line
	Nodes []int32 // the node around each node; 0 is the document
	Marks Marks
	Facts Facts
}

// Read reads a whole page, which is UTF-8.
func Read(src []byte) *Page {
	s := &scanner{src: src, names: newNameReader(), nodes: []int32{0}}
	for from := 0; from < len(src); {
		from = s.tokens(from)
	}
	s.endLine(true)
	// The text does not change any more: no copy of it is needed.
	return &Page{Text: unsafe.String(unsafe.SliceData(s.text), len(s.text)), Lines: s.lines, Nodes: s.nodes, Marks: s.marks, Facts: s.meta.facts()}
}

// tokens reads the tokens from a place on, and gives the place where it
// stopped: the end, or behind a token too long to hold.
func (s *scanner) tokens(from int) int {
	s.at = from
	s.z = html.NewTokenizer(bytes.NewReader(s.src[from:]))
	s.z.SetMaxBuf(maxToken)
	raw := atom.Atom(0) // the element whose text the tokenizer reads raw
	for {
		tt := s.z.Next()
		n := len(s.z.Raw())
		long := n >= maxToken-1
		if tt == html.ErrorToken {
			if !errors.Is(s.z.Err(), html.ErrBufferExceeded) {
				return len(s.src)
			}
			return s.after(s.at, ">")
		}
		switch tt {
		case html.TextToken:
			if raw != 0 {
				s.rawText(raw, s.src[s.at:s.at+n])
				if long {
					return s.endTag(raw)
				}
				break
			}
			if long {
				return s.longText(n)
			}
			s.textToken(s.src[s.at : s.at+n])
		case html.StartTagToken, html.SelfClosingTagToken:
			raw = s.start(tt == html.SelfClosingTagToken)
		case html.EndTagToken:
			raw = 0
			s.end()
		case html.CommentToken:
			if long {
				return s.after(s.at, "-->")
			}
		}
		s.at += n
	}
}

// after gives the place behind the next mark, or the end.
func (s *scanner) after(from int, mark string) int {
	if i := bytes.Index(s.src[from:], []byte(mark)); i >= 0 {
		return from + i + len(mark)
	}
	return len(s.src)
}

// endTag gives the place of the end tag of an element that has no other
// elements inside.
func (s *scanner) endTag(a atom.Atom) int {
	name := []byte(a.String())
	for at := s.at; ; at++ {
		i := bytes.Index(s.src[at:], []byte("</"))
		if i < 0 {
			return len(s.src)
		}
		at += i
		if from := at + len("</"); from+len(name) <= len(s.src) && bytes.EqualFold(s.src[from:from+len(name)], name) {
			return at
		}
	}
}

// longText takes a text of which the tokenizer gave up after n bytes, up to the
// next place where markup may begin, and gives that place.
func (s *scanner) longText(n int) int {
	end := len(s.src)
	from := s.at + n - len("<a")
	if i := bytes.IndexByte(s.src[from:], '<'); i >= 0 {
		end = from + i
	}
	s.textToken(s.src[s.at:end])
	return end
}

func (s *scanner) top() *element {
	if len(s.stack) == 0 {
		s.push(element{atom: atom.Html, flags: flagBlock})
	}
	return &s.stack[len(s.stack)-1]
}

// textToken adds the visible text of a token.
func (s *scanner) textToken(raw []byte) {
	if s.hidden > 0 {
		return
	}
	t := s.top()
	pre := t.tags&TagPre != 0
	for i := 0; i < len(raw); {
		if n := plain(raw[i:]); n > 0 {
			s.visible(s.at+i, pre)
			s.text = append(s.text, raw[i:i+n]...)
			s.count1(t, n)
			i += n
			continue
		}
		c := raw[i]
		switch {
		case c == 0:
			i++
		case c == '&':
			ref, n := reference(raw[i:])
			s.referenced(ref, i, n, pre, t)
			i += n
		case c == '\n' && pre:
			s.endLine(false)
			i++
		case c <= ' ':
			s.space++
			i++
		default:
			n := unicodeSpace(raw[i:])
			if n > 0 {
				s.space += n
				i += n
				break
			}
			_, n = utf8.DecodeRune(raw[i:])
			s.visible(s.at+i, pre)
			s.text = append(s.text, raw[i:i+n]...)
			s.count1(t, n)
			i += n
		}
	}
}

// referenced adds what a character reference at byte i of the token stands for.
func (s *scanner) referenced(ref string, i, n int, pre bool, t *element) {
	if strings.TrimSpace(ref) == "" {
		s.space += n
		return
	}
	s.visible(s.at+i, pre)
	s.text = append(s.text, ref...)
	s.count1(t, len(ref))
	s.marks.add(len(s.text), s.at+i+n)
}

// visible prepares for text of the HTML's byte from, and begins a line if need be.
func (s *scanner) visible(from int, pre bool) {
	s.room(len(s.src) - from)
	if !s.begin(from, pre) {
		return
	}
	if len(s.lines) == maxLines {
		return
	}
	l := Line{Start: len(s.text), Br: s.afterBr}
	s.afterBr = false
	s.describe(&l)
	s.lines = append(s.lines, l)
}

func (s *scanner) count1(t *element, n int) {
	l := &s.lines[len(s.lines)-1]
	if t.tags&TagLink != 0 {
		l.Linked += n
	}
	if t.tags&TagStrong != 0 {
		l.Strong += n
	}
}

// describe notes the elements around the place.
func (s *scanner) describe(l *Line) {
	s.top()
	l.Tags = s.stack[len(s.stack)-1].tags
	l.Depth = len(s.stack) + s.over
	blocks := 0
	for i := len(s.stack) - 1; i >= 0; i-- {
		e := &s.stack[i]
		if blocks == 0 {
			l.Own |= e.names
			l.Inner |= e.own
		} else {
			l.Parent |= e.names
		}
		if e.flags&flagBlock == 0 {
			continue
		}
		blocks++
		if blocks == 1 {
			l.Sig = e.sig
			l.Node = s.node(i)
		}
		if blocks == 2 {
			if i > 0 {
				l.Far = s.stack[i-1].all
			}
			break
		}
	}
}

// node numbers the block at index i of the stack and all blocks around it.
func (s *scanner) node(i int) int32 {
	first := i
	for first > 0 && s.stack[first-1].node == 0 {
		first--
	}
	for ; first <= i; first++ {
		e := &s.stack[first]
		if e.node != 0 {
			continue
		}
		up := int32(0)
		if first > 0 {
			up = s.stack[first-1].node
		}
		if e.flags&flagBlock == 0 {
			e.node = up
			continue
		}
		e.node = int32(len(s.nodes))
		s.nodes = append(s.nodes, up)
	}
	return s.stack[i].node
}

// endLine ends the line that is open.
func (s *scanner) endLine(block bool) {
	if s.breakLine(block) {
		s.lines[len(s.lines)-1].End = len(s.text)
		if !block {
			s.lines[len(s.lines)-1].Br = true
		}
	}
	s.afterBr = !block
}
