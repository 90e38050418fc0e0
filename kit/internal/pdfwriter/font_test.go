package pdfwriter_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	pdf "github.com/presskit-go/presskit/kit/internal/pdfwriter"
)

func TestCFFFont(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "font", "testdata", "LeagueMono-Regular.otf"))
	if err != nil {
		t.Fatal(err)
	}
	f := parse(t, data)
	if !f.CFF() {
		t.Fatal("not a font with CFF outlines")
	}
	made := func() []byte {
		o := options()
		o.Uncompressed = true
		d := pdf.New(o)
		d.AddPage(200, 100).Mark(d.Root().Add(pdf.P)).Glyphs(set(f, 12, 20, 40, "Aurora"))
		return write(t, d)
	}
	file := made()
	if !bytes.Equal(made(), file) {
		t.Error("a second document differs")
	}
	object := func(pattern string) string {
		m := regexp.MustCompile(`(?s)\d+ 0 obj\n(<<[^>]*` + pattern + `.*?)endobj`).FindSubmatch(file)
		if m == nil {
			t.Fatalf("no object with %s", pattern)
		}
		return string(m[1])
	}
	cid := object("/Subtype /CIDFontType0\n")
	// A, a, o, r and u are 1420 of 2000 units wide, as is .notdef.
	for _, want := range []string{"/FontDescriptor ", "/Ordering (Identity)", "/W [0 [710 710 710 710 710 710]]"} {
		if !strings.Contains(cid, want) {
			t.Errorf("%q is missing in %s", want, cid)
		}
	}
	if strings.Contains(cid, "CIDToGIDMap") {
		t.Errorf("a font of CIDs has a map of them: %s", cid)
	}
	if d := object("/FontDescriptor\n"); !strings.Contains(d, "/FontFile3 ") {
		t.Errorf("no CFF program in %s", d)
	}
	if p := object("/Subtype /CIDFontType0C\n"); !strings.Contains(p, "AdobeIdentity") || strings.Contains(p, "/Length1") {
		t.Errorf("a program of %.200q", p)
	}
}
