package release

import (
	"github.com/presskit-go/presskit/kit/internal/golden"

	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/diag"
)

func vars() map[string]string {
	return map[string]string{"Version": "2.0", "Tag": "v2.0", "Date": "2026-05-13"}
}

func report(t *testing.T, list diag.List) string {
	t.Helper()
	var b bytes.Buffer
	if err := diag.WriteText(&b, list, diag.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestErrors reads every definition of testdata/err and compares the report
// with the file of the same name that ends in .out.
func TestErrors(t *testing.T) {
	entries, err := os.ReadDir("testdata/err")
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for _, e := range entries {
		name := e.Name()
		if e.IsDir() || strings.HasSuffix(name, ".out") || strings.HasSuffix(name, ".png") {
			continue
		}
		count++
		t.Run(name, func(t *testing.T) {
			_, list := Read(os.DirFS("testdata/err"), name, Options{Vars: vars()})
			if len(list) == 0 {
				t.Error("nothing was reported")
			}
			got := report(t, list)
			golden.Check(t, filepath.Join("testdata/err", name+".out"), got)
		})
	}
	if count < 40 {
		t.Errorf("only %d definitions in testdata/err", count)
	}
}

// TestGood reads what must be read without a word.
func TestGood(t *testing.T) {
	for _, name := range []string{"full.yaml", "seed.yaml"} {
		r, list := Read(os.DirFS("testdata/ok"), name, Options{Vars: vars()})
		if len(list) > 0 || r == nil {
			t.Errorf("%s: %s", name, report(t, list))
		}
	}
}
