// Package golden compares what a test got with a file beside it. Run the tests
// of one package with -update to write its files anew, and read the difference
// before committing it.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Update says that goldens are to be written rather than compared.
var Update = flag.Bool("update", false, "write the golden files anew")

// Check fails the test at the first line in which got differs from a file, a
// path from the package's folder.
func Check(t testing.TB, file, got string) {
	t.Helper()
	if *Update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := string(data)
	if got == want {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Errorf("%s differs at line %d (-update writes it anew):\n got %s\nwant %s", file, i+1, g[i], w[i])
			return
		}
	}
	t.Errorf("%s has %d lines, got %d (-update writes it anew)", file, len(w), len(g))
}
