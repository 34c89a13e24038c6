package main

import (
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
)

// A style says how text for people is set: with colours or without, and how
// wide. The zero style is plain text of any width.
type style struct {
	colour bool
	width  int // columns of the terminal; 0 without one
}

// styleOf asks whether w is a terminal; NO_COLOR turns the colours off.
func styleOf(w io.Writer) style {
	if !isTerminal(w) {
		return style{}
	}
	width, err := strconv.Atoi(os.Getenv("COLUMNS"))
	if err != nil || width < 40 {
		width = 100
	}
	ansi := os.Getenv("TERM") != "dumb" &&
		(runtime.GOOS != "windows" || os.Getenv("WT_SESSION") != "" || os.Getenv("TERM") != "")
	return style{colour: ansi && os.Getenv("NO_COLOR") == "", width: width}
}

// isTerminal tells terminals from files, pipes and the null device.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}

// A paint is an ANSI colour code.
type paint string

const (
	plain  paint = ""
	bold   paint = "1"
	dim    paint = "2"
	red    paint = "31"
	green  paint = "32"
	yellow paint = "33"
	cyan   paint = "36"
)

// paint returns text in a colour, or as it is where there are no colours.
func (st style) paint(p paint, text string) string {
	if !st.colour || p == plain || text == "" {
		return text
	}
	return "\x1b[" + string(p) + "m" + text + "\x1b[0m"
}

// title is the line above the output for one of several texts.
func (st style) title(id string) string {
	return st.paint(bold, "== "+printable(id)+" ==") + "\n"
}

// heading is the title of a record where the command has several.
func (s *session) heading(r record) string {
	if len(s.files) == 1 && s.files[0] == r.ID {
		return ""
	}
	return s.style.title(r.ID)
}

// text sets a whole text for people. Alone in a file or a pipe it keeps its
// bytes; on a terminal and below a heading it ends with its line.
func (s *session) text(r record, text string) []byte {
	heading := s.heading(r)
	if (heading != "" || s.style.width > 0) && text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	return []byte(heading + text)
}

// safe returns text that may be sent to a terminal; elsewhere it is left as it
// is.
func (st style) safe(text string) string {
	if st.width == 0 {
		return text
	}
	return printable(text)
}

// emptyNote says so where there was nothing to work on.
func emptyNote(r record) string {
	if r.Text == "" {
		return r.where + ": empty"
	}
	return ""
}

// oneLine sets text in one line: white space is one space, and control
// characters, which would command the terminal, are shown as such.
func oneLine(text string) string {
	return printable(strings.Join(strings.Fields(text), " "))
}

// printable shows control characters other than line ends and tabs as U+FFFD.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 {
			return '\uFFFD'
		}
		return r
	}, text)
}

// shorten cuts text to n characters, the last of them an ellipsis.
func shorten(text string, n int) string {
	count := 0
	for i := range text {
		if count++; count == n {
			cut := i
			for range text[i:] {
				if count++; count == n+2 {
					return text[:cut] + "…"
				}
			}
			return text
		}
	}
	return text
}

// plural counts things: 1 article, 2 articles.
func plural(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return strconv.Itoa(n) + " " + thing
}
