package main

import (
	"flag"
	"fmt"
	"strings"

	"example.org/newstext/quote"
)

// forms are the values of -form, in the order in which forms are applied to a
// text that needs several.
var forms = []struct {
	name string
	form quote.Form
}{
	{"repaired", quote.Repaired},
	{"clean", quote.Clean},
	{"straight", quote.Straight},
	{"curly", quote.Curly},
	{"curlyde", quote.CurlyDE},
	{"curlyfr", quote.CurlyFR},
	{"curlysv", quote.CurlySV},
	{"american", quote.American},
	{"logical", quote.Logical},
}

// A formList is the value of -form: forms to apply one after the other.
type formList []quote.Form

func (l *formList) String() string {
	var names []string
	for _, f := range *l {
		names = append(names, formName(f))
	}
	return strings.Join(names, ",")
}

func (l *formList) Set(value string) error {
	*l = nil
	for _, name := range strings.Split(value, ",") {
		form, ok := formOf(strings.TrimSpace(name))
		if !ok {
			return fmt.Errorf("no form %q; there are %s", name, formNames())
		}
		*l = append(*l, form)
	}
	return nil
}

// formNames returns the names of all forms.
func formNames() string {
	names := make([]string, len(forms))
	for i, f := range forms {
		names[i] = f.name
	}
	return strings.Join(names, " ")
}

func formOf(name string) (quote.Form, bool) {
	for _, f := range forms {
		if f.name == name {
			return f.form, true
		}
	}
	return 0, false
}

func formName(form quote.Form) string {
	for _, f := range forms {
		if f.form == form {
			return f.name
		}
	}
	return ""
}

func normalizeCommand() command {
	return command{
		name: "normalize",
		about: "Gives texts one spelling: damaged bytes repaired, invisible characters removed,\n" +
			"quotation marks of one style. Forms: repaired clean straight curly curlyde\n" +
			"curlyfr curlysv american logical; they are applied in the order given.",
		example: "newstext normalize -form repaired,curly -diff article.txt",
		setup: func(flags *flag.FlagSet) runner {
			list := formList{quote.Repaired, quote.Clean, quote.Straight}
			flags.Var(&list, "form", "apply the forms `F,F`")
			diff := flags.Bool("diff", false, "show what changes, and by which rule, instead of the text")
			at := explainFlag(flags, "the text")
			return func(s *session) error {
				s.repair = list[0] == quote.Repaired
				return s.each(func(r record) (result, error) {
					switch {
					case at.set:
						return s.explanation(r, at, explainEdits(r.Text, list, at.offset))
					case *diff:
						return s.difference(r, list), nil
					}
					text, _ := quote.Apply(r.Text, list...)
					if s.jsonl {
						return result{out: jsonLine(struct {
							ID   string `json:"id"`
							Text string `json:"text"`
						}{r.ID, text})}, nil
					}
					return result{out: s.text(r, s.style.safe(text)), note: emptyNote(r)}, nil
				})
			}
		},
	}
}
