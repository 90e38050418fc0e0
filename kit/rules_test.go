package kit_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Every rule that a diagnostic may carry is held by a test: its id stands, in
// brackets or quotes, in a test or in what one expects.
func TestEveryRuleIsTested(t *testing.T) {
	rules := map[string]string{} // id to a place that gives it
	var expected strings.Builder
	err := filepath.WalkDir("..", func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && (strings.HasPrefix(e.Name(), ".git") || e.Name() == "conformance"):
			return filepath.SkipDir
		case e.IsDir() || path == filepath.Join("..", "kit", "rules_test.go"):
			return nil
		case strings.HasSuffix(path, "_test.go") || strings.Contains(filepath.ToSlash(path), "/testdata/") && isExpectation(path):
			data, err := os.ReadFile(path)
			expected.Write(data)
			return err
		case strings.HasSuffix(path, ".go"):
			return collectRules(path, rules)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(rules) < 80 {
		t.Fatalf("only %d rules were found", len(rules))
	}
	for rule, place := range rules {
		if !regexp.MustCompile(`[\["]` + rule + `(\\?[\]"]|[ ,])`).MatchString(expected.String()) {
			t.Errorf("%s: no test has the rule %q", place, rule)
		}
	}
}

func isExpectation(path string) bool {
	return slices.Contains([]string{".out", ".txtar", ".json"}, filepath.Ext(path))
}

// collectRules finds the ids in a file: the second argument of what adds a
// diagnostic, and the field of one that is written out.
func collectRules(path string, rules map[string]string) error {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	adders := []string{"Add", "Report", "add", "report", "fail"}
	id := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	note := func(e ast.Expr) {
		l, ok := e.(*ast.BasicLit)
		if !ok || l.Kind != token.STRING {
			return
		}
		if s, err := strconv.Unquote(l.Value); err == nil && id.MatchString(s) {
			rules[s] = fset.Position(l.Pos()).String()
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if fun, ok := n.Fun.(*ast.SelectorExpr); ok && len(n.Args) > 2 && slices.Contains(adders, fun.Sel.Name) {
				note(n.Args[1])
			}
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Rule" {
				note(n.Value)
			}
		}
		return true
	})
	return nil
}
