package api

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const list = "testdata/api.txt"

// public are the folders of the packages that others import.
var public = []string{"clean", "clean/webpage", "date", "dedup", "quote"}

func TestDocumented(t *testing.T) {
	for _, dir := range public {
		_, p := load(t, dir)
		if !strings.HasPrefix(p.Doc, "Package ") {
			t.Errorf("%s: the package has no comment", dir)
		}
		for _, s := range symbols(p) {
			if strings.TrimSpace(s.doc) == "" {
				t.Errorf("%s.%s: no comment", dir, s.name)
			}
			if s.callable && !slices.ContainsFunc(s.examples, shown) {
				t.Errorf("%s.%s: no example with output", dir, s.name)
			}
		}
	}
}

// shown tells whether an example is run and compared.
func shown(e *doc.Example) bool { return e.Output != "" || e.EmptyOutput }

func TestDeclarations(t *testing.T) {
	var now []string
	for _, dir := range public {
		fset, p := load(t, dir)
		for _, s := range symbols(p) {
			for _, line := range declarations(t, fset, s) {
				now = append(now, dir+": "+line)
			}
		}
	}
	slices.Sort(now)
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(list, []byte(strings.Join(now, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	before := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	for _, line := range before {
		if !slices.Contains(now, line) {
			t.Errorf("gone or changed, which breaks programs: %s", line)
		}
	}
	for _, line := range now {
		if !slices.Contains(before, line) {
			t.Errorf("new; UPDATE_GOLDEN=1 go test ./internal/api adds it to %s: %s", list, line)
		}
	}
}

// load reads a package with its tests, for their examples.
func load(t *testing.T, dir string) (*token.FileSet, *doc.Package) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("../..", dir, "*.go"))
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: no Go file (%v)", dir, err)
	}
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	p, err := doc.NewFromFiles(fset, files, "example.org/newstext/"+dir)
	if err != nil {
		t.Fatal(err)
	}
	return fset, p
}

// A symbol is one documented declaration: a function, a method, a type, or a
// group of constants or variables.
type symbol struct {
	name, doc string
	callable  bool
	examples  []*doc.Example
	decl      ast.Decl
}

func symbols(p *doc.Package) (all []symbol) {
	values := func(groups ...[]*doc.Value) {
		for _, v := range slices.Concat(groups...) {
			all = append(all, symbol{name: strings.Join(v.Names, ", "), doc: v.Doc + valueComments(v.Decl), decl: v.Decl})
		}
	}
	funcs := func(prefix string, list []*doc.Func) {
		for _, f := range list {
			all = append(all, symbol{prefix + f.Name, f.Doc, true, f.Examples, f.Decl})
		}
	}
	values(p.Consts, p.Vars)
	funcs("", p.Funcs)
	for _, t := range p.Types {
		all = append(all, symbol{name: t.Name, doc: t.Doc, decl: t.Decl})
		values(t.Consts, t.Vars)
		funcs("", t.Funcs)
		funcs(t.Name+".", t.Methods)
	}
	return all
}

// valueComments returns the comments within a group of constants.
func valueComments(d *ast.GenDecl) string {
	var b strings.Builder
	for _, spec := range d.Specs {
		if v, ok := spec.(*ast.ValueSpec); ok {
			b.WriteString(v.Doc.Text() + v.Comment.Text())
		}
	}
	return b.String()
}

// declarations returns what of a symbol others can depend on, a line each:
// signatures, exported fields, methods of interfaces, names of constants.
func declarations(t *testing.T, fset *token.FileSet, s symbol) (lines []string) {
	t.Helper()
	text := func(node any) string {
		var b bytes.Buffer
		if err := printer.Fprint(&b, fset, node); err != nil {
			t.Fatal(err)
		}
		return strings.Join(strings.Fields(b.String()), " ")
	}
	if f, ok := s.decl.(*ast.FuncDecl); ok {
		return []string{text(&ast.FuncDecl{Recv: f.Recv, Name: f.Name, Type: f.Type})}
	}
	for _, spec := range s.decl.(*ast.GenDecl).Specs {
		switch spec := spec.(type) {
		case *ast.ValueSpec:
			for _, name := range spec.Names {
				if name.IsExported() {
					lines = append(lines, fmt.Sprintf("%s %s", s.decl.(*ast.GenDecl).Tok, name))
				}
			}
		case *ast.TypeSpec:
			structure, ok := spec.Type.(*ast.StructType)
			if !ok {
				lines = append(lines, "type "+text(spec))
				continue
			}
			head := &ast.TypeSpec{Name: spec.Name, TypeParams: spec.TypeParams, Type: ast.NewIdent("struct")}
			lines = append(lines, "type "+text(head))
			for _, field := range structure.Fields.List {
				if len(field.Names) == 0 {
					lines = append(lines, fmt.Sprintf("%s embeds %s", spec.Name, text(field.Type)))
				}
				for _, name := range field.Names {
					if name.IsExported() {
						lines = append(lines, fmt.Sprintf("%s.%s %s", spec.Name, name, text(field.Type)))
					}
				}
			}
		}
	}
	return lines
}
