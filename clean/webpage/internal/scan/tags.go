package scan

import (
	"bytes"

	"golang.org/x/net/html/atom"
)

// start handles a start tag. It gives the element if the tokenizer reads its
// content as one text.
func (s *scanner) start(selfClosing bool) atom.Atom {
	name, more := s.z.TagName()
	a := atom.Lookup(name)
	kind := kindOf(a)
	e := element{atom: a, flags: kind.flags, own: kind.tag}
	custom := a == 0 && bytes.IndexByte(name, '-') > 0
	if custom {
		e.flags |= flagBlock
		e.own |= TagCustom
		e.names = s.names.set(name)
	}
	hash := uint32(a)
	if a == 0 {
		hash = hashOf(hash, name)
	}
	wanted := s.meta.begin(a)
	for more {
		var key, val []byte
		key, val, more = s.z.TagAttr()
		if wanted {
			s.meta.attribute(key, val)
		}
		hash = s.attribute(&e, key, val, hash)
	}
	if wanted {
		s.meta.tag(a)
	}
	if a == atom.Html || a == atom.Body {
		// Their names tell of the page or the browser, not of a place on it.
		e.names, e.flags = 0, e.flags&^flagSkip
	}
	switch a {
	case atom.Br:
		if s.hidden == 0 {
			s.endLine(false)
		}
		return 0
	case atom.A:
		if s.hidden == 0 && s.open {
			s.lines[len(s.lines)-1].Links++
		}
	}
	s.implied(a, e.flags)
	if e.flags&flagBlock != 0 && s.hidden == 0 {
		s.endLine(true)
	}
	if e.flags&flagVoid != 0 || selfClosing && (custom || a == atom.Svg || s.inside(atom.Svg)) {
		return 0
	}
	e.sig = hash
	s.push(e)
	if e.flags&flagRaw != 0 {
		return a
	}
	return 0
}

// attribute takes what one attribute says of the element.
func (s *scanner) attribute(e *element, key, val []byte, hash uint32) uint32 {
	switch string(key) {
	case "class", "id":
		e.names |= s.names.set(val)
		if len(key) == len("class") {
			hash = hashOf(hash, val)
		}
	case "data-testid", "data-component", "data-type", "data-module", "data-qa", "data-component-name":
		e.names |= s.names.set(val)
	case "itemprop":
		e.names |= s.names.set(val)
		if bytes.EqualFold(val, []byte("articleBody")) {
			e.own |= TagBodyProp
		}
	case "role":
		e.own |= roleTag(string(bytes.ToLower(val)))
	case "hidden":
		if !bytes.EqualFold(val, []byte("until-found")) && e.atom != atom.Html && e.atom != atom.Body {
			e.flags |= flagSkip
		}
	case "style":
		if displayNone(val) {
			e.flags |= flagSkip
		}
	case "aria-hidden":
		if string(val) == "true" {
			e.own |= TagHidden
		}
	}
	return hash
}

// displayNone reports whether a style hides the element.
func displayNone(style []byte) bool {
	i := bytes.Index(style, []byte("display"))
	if i < 0 {
		return false
	}
	rest := bytes.TrimLeft(style[i+len("display"):], " \t\n:")
	return bytes.HasPrefix(rest, []byte("none"))
}

// hashOf mixes the letters of a name into a hash; digits do not count, they
// number things.
func hashOf(h uint32, name []byte) uint32 {
	for _, c := range name {
		if c < '0' || c > '9' {
			h = (h ^ uint32(c)) * 16777619
		}
	}
	return h
}

// implied closes what the start of an element ends.
func (s *scanner) implied(a atom.Atom, flags elementFlags) {
	if s.over > 0 {
		return
	}
	if flags&flagCloseP != 0 && s.count[slot(atom.P)] > 0 {
		s.closeWithin(func(open atom.Atom) bool { return open == atom.P })
	}
	switch a {
	case atom.Li, atom.Dd, atom.Dt, atom.Td, atom.Th, atom.Tr, atom.Tbody, atom.Thead, atom.Tfoot, atom.A:
		for s.closeWithin(func(open atom.Atom) bool { return closes(a, open) }) {
		}
	}
}

// closeWithin closes the innermost element that is wanted, unless the border
// of a list, table or button lies between. A tr is a border for all but tr.
func (s *scanner) closeWithin(want func(atom.Atom) bool) bool {
	for i := len(s.stack) - 1; i >= max(0, len(s.stack)-16); i-- {
		e := &s.stack[i]
		if want(e.atom) {
			s.pop(i)
			return true
		}
		if e.flags&(flagScope|flagSkip) != 0 {
			return false
		}
	}
	return false
}

// end handles an end tag.
func (s *scanner) end() {
	name, _ := s.z.TagName()
	a := atom.Lookup(name)
	if s.over > 0 {
		if kindOf(a).flags&flagVoid == 0 {
			s.over--
			if kindOf(a).flags&flagBlock != 0 && s.hidden == 0 {
				s.endLine(true)
			}
		}
		return
	}
	if a == atom.Body || a == atom.Html {
		return
	}
	if a == atom.Br || a == atom.P && s.count[slot(a)] == 0 {
		if s.hidden == 0 {
			s.endLine(a == atom.P)
		}
		return
	}
	if s.count[slot(a)] == 0 {
		return
	}
	inline := a != 0 && kindOf(a).flags&(flagBlock|flagSkip) == 0
	for i := len(s.stack) - 1; i > 0; i-- {
		if s.stack[i].atom == a {
			s.pop(i)
			return
		}
		if inline && s.stack[i].flags&flagBlock != 0 {
			return
		}
		if s.stack[i].flags&flagScope != 0 && !isTable(a) && a != atom.Ul && a != atom.Ol && a != atom.Div && a != atom.Section && a != atom.Article && a != atom.Aside {
			return
		}
	}
}

func isTable(a atom.Atom) bool {
	switch a {
	case atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th:
		return true
	}
	return false
}

func slot(a atom.Atom) uint8 { return uint8(a ^ a>>8 ^ a>>16) }

// push opens an element.
func (s *scanner) push(e element) {
	if len(s.stack) == maxDepth {
		s.over++
		return
	}
	e.tags, e.all = e.own, e.names
	if len(s.stack) > 0 {
		up := &s.stack[len(s.stack)-1]
		e.tags |= up.tags
		e.all |= up.all
		e.sig = (e.sig ^ up.sig*31) * 16777619
	} else if e.atom != atom.Html {
		s.push(element{atom: atom.Html, flags: flagBlock})
		s.push(e)
		return
	}
	s.stack = append(s.stack, e)
	s.count[slot(e.atom)]++
	if e.flags&flagSkip != 0 && s.hidden == 0 {
		s.hidden = len(s.stack)
	}
}

// pop closes the element at index i of the stack and what is open inside it.
func (s *scanner) pop(i int) {
	broke := false
	for j := len(s.stack) - 1; j >= i; j-- {
		s.count[slot(s.stack[j].atom)]--
		broke = broke || s.stack[j].flags&flagBlock != 0
	}
	was := s.hidden
	if s.hidden > i {
		s.hidden = 0
	}
	s.stack = s.stack[:i]
	if broke && was == 0 {
		s.endLine(true)
	}
}

// inside reports whether an element of the kind is open.
func (s *scanner) inside(a atom.Atom) bool {
	if s.count[slot(a)] == 0 {
		return false
	}
	for i := len(s.stack) - 1; i >= 0; i-- {
		if s.stack[i].atom == a {
			return true
		}
	}
	return false
}
