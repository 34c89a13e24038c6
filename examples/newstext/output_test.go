package main

import "testing"

func TestTable(t *testing.T) {
	tab := &table{head: []string{"NAME", "SAID"}, paints: []paint{cyan, plain}}
	tab.row("Anna", "We shall not hesitate")
	tab.row("Jürgen", "No")
	const want = "NAME    SAID\nAnna    We shall not hesitate\nJürgen  No\n"
	if got := tab.render(style{}, ""); got != want {
		t.Errorf("got\n%s", got)
	}
	const narrow = "  \x1b[2mNAME\x1b[0m    \x1b[2mSAID\x1b[0m\n  \x1b[36mAnna\x1b[0m    We shall not…\n  \x1b[36mJürgen\x1b[0m  No\n"
	if got := tab.render(style{colour: true, width: 23}, "  "); got != narrow {
		t.Errorf("got\n%q", got)
	}
}

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
		want string
	}{
		{"", 5, ""},
		{"Seoul", 5, "Seoul"},
		{"Bangkok", 5, "Bang…"},
		{"“Nein”", 3, "“N…"},
	} {
		if got := shorten(c.text, c.n); got != c.want {
			t.Errorf("shorten(%q, %d) = %q, want %q", c.text, c.n, got, c.want)
		}
	}
}

func TestOneLine(t *testing.T) {
	if got := oneLine("a\tb\n\x1b[31mc\x00"); got != "a b \uFFFD[31mc\uFFFD" {
		t.Errorf("got %q", got)
	}
}

func TestWordDiff(t *testing.T) {
	removed := func(s string) string { return "[-" + s + "-]" }
	added := func(s string) string { return "{+" + s + "+}" }
	for _, c := range []struct{ a, b, want string }{
		{"", "", ""},
		{"the US side said", "The U.S. side claimed", "the US side [-said-] {+claimed+}"},
		{"talks in Stockholm broke down", "talks broke down again", "talks [-in Stockholm-] broke down {+again+}"},
	} {
		if got := wordDiff(c.a, c.b, removed, added); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
