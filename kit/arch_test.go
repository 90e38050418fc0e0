package kit_test

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/presskit-go/presskit"

// arrows says what each package of this module may import of it. A package
// that is not listed fails the test: an arrow is drawn on purpose. A name that
// ends in /... stands for a folder and what is below it.
func arrows() map[string][]string {
	return map[string][]string{
		"kit/diag":    nil,
		"kit/source":  {"kit/diag"},
		"kit/release": {"kit/diag", "kit/source", "kit/internal/markup", "kit/internal/picture"},
		"brand":       {"kit/diag", "kit/source", "brand/internal/sfnt", "brand/internal/variable"},
		"layouts":     {"kit/diag", "kit/source", "kit/doc"},
		"kit/doc":     {"kit/diag"},

		"brand/tokens":            {"brand", "kit/diag", "kit/source"},
		"brand/installed":         {"brand/internal/sfnt", "brand/internal/variable"},
		"brand/internal/cff2":     nil,
		"brand/internal/glyf":     nil,
		"brand/internal/sfnt":     {"brand/internal/glyf"},
		"brand/internal/variable": {"brand/internal/cff2", "brand/internal/glyf", "brand/internal/sfnt"},

		"kit/internal/golden":      nil,
		"kit/internal/specimen":    {"brand", "kit/doc"},
		"kit/internal/markup":      {"kit/diag", "kit/source"},
		"kit/internal/picture":     nil,
		"kit/internal/spare":       nil,
		"kit/internal/font":        nil,
		"kit/internal/opc":         nil,
		"kit/internal/damage":      {"kit/diag", "kit/doc", "kit/internal/font", "kit/internal/picture"},
		"kit/internal/typeset/...": {"kit/internal/font", "kit/internal/typeset/..."},
		"kit/internal/pdfwriter":   {"kit/internal/font"},
		"kit/internal/canvas":      {"kit/doc", "kit/internal/font", "kit/internal/picture", "kit/internal/typeset/..."},
		"kit/internal/page": {
			"kit/diag", "kit/doc", "kit/internal/canvas", "kit/internal/font", "kit/internal/picture", "kit/internal/typeset/...",
		},
		"kit/internal/compose/locale": {"kit/source", "kit/internal/typeset/bind"},
		"kit/internal/chart":          {"kit/doc"},
		"kit/internal/qr":             {"kit/doc"},
		"kit/internal/compose": {
			"brand", "layouts", "kit/diag", "kit/doc", "kit/release", "kit/source", "kit/internal/chart", "kit/internal/compose/locale",
			"kit/internal/markup", "kit/internal/picture", "kit/internal/qr", "kit/internal/spare", "kit/internal/typeset/bind",
			"kit/internal/typeset/hyphen", // whether a language is hyphenated
		},

		"kit/pdf": {
			"kit/diag", "kit/doc", "kit/internal/canvas", "kit/internal/damage", "kit/internal/page", "kit/internal/pdfwriter",
			"kit/internal/picture", "kit/internal/typeset/...",
		},
		"kit/docx": {
			"kit/diag", "kit/doc", "kit/internal/font", "kit/internal/opc", "kit/internal/picture", "kit/internal/spare",
			"kit/internal/typeset/bidi",   // which runs go from right to left
			"kit/internal/typeset/hyphen", // where words that are wider than their line divide
		},

		"kit/brandsheet": {"brand", "layouts", "kit/diag", "kit/doc", "kit/internal/compose"},

		"kit": {"brand", "layouts", "kit/brandsheet", "kit/diag", "kit/doc", "kit/release", "kit/source", "kit/internal/compose", "kit/internal/damage", "kit/internal/page", "kit/internal/spare"},

		"conformance":         nil,
		"conformance/sample":  nil,
		"conformance/gallery": {"brand", "layouts", "kit", "kit/pdf", "kit/docx"},

		"cmd/presskit": {"brand", "brand/installed", "brand/tokens", "layouts", "kit", "kit/brandsheet", "kit/diag", "kit/release", "kit/source", "kit/pdf", "kit/docx"},
	}
}

// pkg is what `go list -json` says of a package.
type pkg struct {
	ImportPath   string
	Dir          string
	GoFiles      []string
	Imports      []string
	TestImports  []string
	XTestImports []string
	Deps         []string
}

// goList runs `go list` in the module's root.
func goList(t *testing.T, args ...string) []pkg {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-e", "-json=ImportPath,Dir,GoFiles,Imports,Deps"}, args...)...)
	cmd.Dir = ".."
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var list []pkg
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return list
		} else if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
}

// matches reports whether a package is named by a pattern of the table.
func matches(pattern, name string) bool {
	folder, ok := strings.CutSuffix(pattern, "/...")
	return name == pattern || ok && (name == folder || strings.HasPrefix(name, folder+"/"))
}

func TestArrows(t *testing.T) {
	table := arrows()
	for _, p := range goList(t, module+"/...") {
		name := strings.TrimPrefix(p.ImportPath, module+"/")
		if len(p.GoFiles) == 0 {
			continue // holds tests alone
		}
		var allowed []string
		found := false
		for pattern, list := range table {
			if matches(pattern, name) {
				allowed, found = append(allowed, list...), true
			}
		}
		if !found {
			t.Errorf("%s has no place in the table of arrows", name)
			continue
		}
		for _, path := range p.Imports {
			imported, ours := strings.CutPrefix(path, module+"/")
			if ours && !slices.ContainsFunc(allowed, func(a string) bool { return matches(a, imported) }) {
				t.Errorf("%s imports %s; the table allows %v", name, imported, allowed)
			}
		}
	}
}

// Only kit/docx and programs link unioffice, which is under the AGPL.
func TestUniofficeStaysInDocx(t *testing.T) {
	for _, p := range goList(t, module+"/...") {
		name := strings.TrimPrefix(p.ImportPath, module+"/")
		if name == "kit/docx" || name == "conformance/gallery" || strings.HasPrefix(name, "cmd/") {
			continue
		}
		for _, dep := range p.Deps {
			if strings.HasPrefix(dep, "github.com/unidoc/") || dep == module+"/kit/docx" {
				t.Errorf("%s depends on %s", name, dep)
			}
		}
	}
}

// A program that makes PDF alone, as a user writes it, links no unioffice.
func TestPDFProgramIsFreeOfUnioffice(t *testing.T) {
	list := goList(t, "./kit/testdata/pdfonly")
	if len(list) != 1 || !slices.Contains(list[0].Deps, module+"/kit/pdf") {
		t.Fatalf("the program was not listed: %+v", list)
	}
	for _, dep := range list[0].Deps {
		if strings.HasPrefix(dep, "github.com/unidoc/") {
			t.Errorf("the program links %s", dep)
		}
	}
}

// world lists what only the command may touch: the clock, the environment, the
// working directory and standard streams, by import path and name.
func world() map[string][]string {
	return map[string][]string{
		"time": {"Now", "Since", "Until", "Sleep", "After", "Tick", "NewTimer", "NewTicker", "Local"},
		"os": {
			"Getenv", "LookupEnv", "Environ", "ExpandEnv", "Setenv", "Getwd", "Chdir", "Getpid", "Hostname", "Exit",
			"Args", "Stdin", "Stdout", "Stderr", "TempDir", "MkdirTemp", "CreateTemp", "UserHomeDir", "UserConfigDir", "UserCacheDir",
		},
		"fmt": {"Print", "Printf", "Println", "Scan", "Scanf", "Scanln"},
	}
}

// Below cmd nothing runs programs, uses the network, reads the clock, the
// environment or the working directory, prints, or sets things up in init.
func TestWorldIsPassedIn(t *testing.T) {
	forbidden := []string{"os/exec", "os/signal", "os/user", "net", "net/http", "log", "log/slog", "math/rand", "math/rand/v2", "crypto/rand", "unsafe", "C", "plugin"}
	for _, p := range goList(t, module+"/kit/...", module+"/brand/...", module+"/layouts/...") {
		for _, path := range p.Imports {
			if slices.Contains(forbidden, path) {
				t.Errorf("%s imports %s", p.ImportPath, path)
			}
		}
		for _, name := range p.GoFiles {
			inspectFile(t, filepath.Join(p.Dir, name))
		}
	}
}

func inspectFile(t *testing.T, path string) {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Error(err)
		return
	}
	imports := map[string]string{} // local name to path
	for _, spec := range f.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		local := p[strings.LastIndex(p, "/")+1:]
		if spec.Name != nil {
			local = spec.Name.Name
		}
		imports[local] = p
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok && slices.Contains(world()[imports[x.Name]], n.Sel.Name) {
				t.Errorf("%s uses %s.%s", fset.Position(n.Pos()), x.Name, n.Sel.Name)
			}
		case *ast.FuncDecl:
			if n.Recv == nil && n.Name.Name == "init" {
				t.Errorf("%s has an init function", fset.Position(n.Pos()))
			}
		}
		return true
	})
}
