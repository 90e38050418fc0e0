//go:build conformance

package conformance

import (
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// embedded is a chart of a Word file with the file of its workbook.
type embedded struct {
	name  string
	chart *xmlNode
	file  string
}

// workbooks writes the workbooks of all Word files into a folder; of those that
// are alike, one.
func workbooks(t *testing.T) (all []embedded) {
	t.Helper()
	folder := t.TempDir()
	seen := map[string]bool{}
	for _, f := range wordFiles(t) {
		of := parts(t, f.docx)
		for _, name := range slices.Sorted(maps.Keys(of)) {
			if path.Dir(name) != "word/charts" {
				continue
			}
			rels := "word/charts/_rels/" + path.Base(name) + ".rels"
			target := ""
			parseXML(t, rels, of[rels]).all(func(n *xmlNode) { target = strings.TrimPrefix(n.get("Target"), "/") })
			book := of[target]
			if book == "" {
				t.Errorf("%s: %s has no workbook", f.name, name)
			}
			if seen[book] {
				continue
			}
			seen[book] = true
			file := filepath.Join(folder, fmt.Sprintf("%02d-%s.xlsx", len(all), f.name))
			if err := os.WriteFile(file, []byte(book), 0o666); err != nil {
				t.Fatal(err)
			}
			all = append(all, embedded{f.name + "/" + name, parseXML(t, name, of[name]), file})
		}
	}
	if len(all) == 0 {
		t.Fatal("no Word file has a chart")
	}
	return all
}

// TestWordWorkbooks holds the workbooks of charts against the Open XML SDK.
func TestWordWorkbooks(t *testing.T) {
	for _, e := range workbooks(t) {
		t.Run(e.name, func(t *testing.T) {
			t.Parallel()
			for _, problem := range sdkErrors(t, e.file) {
				t.Error(problem)
			}
		})
	}
}

// TestWordChoices holds what stands in choices against the Open XML SDK, which
// passes over it: files in which each choice is its first branch.
func TestWordChoices(t *testing.T) {
	for _, f := range wordFiles(t) {
		if !strings.HasPrefix(f.name, "specimen") {
			continue
		}
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			all := parts(t, f.docx)
			all[documentPart] = variants(t, documentPart, parseXML(t, documentPart, all[documentPart]))[0].root.markup()
			if !strings.Contains(all[documentPart], "<c:chart ") {
				t.Error("there is no chart")
			}
			file := filepath.Join(t.TempDir(), "choice.docx")
			pack(t, file, all)
			for _, e := range sdkErrors(t, file) {
				t.Error(e)
			}
		})
	}
}
