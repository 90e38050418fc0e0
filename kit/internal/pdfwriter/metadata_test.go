package pdfwriter_test

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"github.com/presskit-go/presskit/kit/internal/golden"
	pdf "github.com/presskit-go/presskit/kit/internal/pdfwriter"
)

// one makes a document of one word.
func one(t *testing.T, o pdf.Options, word string) []byte {
	t.Helper()
	o.Uncompressed = true
	d := pdf.New(o)
	d.AddPage(200, 100).Mark(d.Root().Add(pdf.H1)).Glyphs(set(parse(t, goregular.TTF), 10, 20, 50, word))
	return write(t, d)
}

// TestSmallest holds a file that can be read on one screen or two.
func TestSmallest(t *testing.T) {
	golden.Check(t, filepath.Join("testdata", "smallest.txt"), string(readable(one(t, pdf.Options{Title: "Hello", Lang: "en"}, "Hello"))))
}

// property gives the value of a simple property of the metadata.
func property(t *testing.T, file []byte, name string) string {
	t.Helper()
	m := regexp.MustCompile("<" + name + ">([^<]*)</" + name + ">").FindSubmatch(file)
	if m == nil {
		t.Fatalf("there is no %s", name)
	}
	return string(m[1])
}

func TestIdentifiers(t *testing.T) {
	o := options()
	first := one(t, o, "first")
	id := func(file []byte) (document, instance string) {
		return property(t, file, "xmpMM:DocumentID"), property(t, file, "xmpMM:InstanceID")
	}
	document, instance := id(first)
	for _, s := range []string{document, instance} {
		if !regexp.MustCompile(`^uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`).MatchString(s) {
			t.Errorf("%s is no UUID of version 8", s)
		}
	}
	if trailer := trailerID(t, first); trailer[:8] != instance[len("uuid:"):][:8] {
		t.Errorf("the trailer has the identifier %s, the metadata %s", trailer, instance)
	}
	o.Version = "3"
	if d, i := id(one(t, o, "second")); d != document || i == instance {
		t.Error("another version must be the same document and another instance")
	}
	o.Lang = "de"
	if d, _ := id(one(t, o, "first")); d == document {
		t.Error("a translation is not the same document")
	}
	o.Identifier = ""
	if d, i := id(one(t, o, "first")); d != i {
		t.Error("without an identifier of its own each file is a document of its own")
	}
	// What stands in the metadata alone counts too.
	o.Instructions = "None"
	if _, i := id(one(t, o, "first")); i == instance {
		t.Error("other metadata, and the same instance")
	}
}

// Metadata that are not given are not there.
func TestMetadataAreLeftOut(t *testing.T) {
	file := one(t, pdf.Options{Title: "Hello", Lang: "en"}, "Hello")
	for _, name := range []string{"dc:creator", "dc:publisher", "dc:rights", "dc:identifier", "xmpRights:", "photoshop:Instructions", "xmp:CreateDate", "VersionID", "/Author"} {
		if bytes.Contains(file, []byte("<"+name)) || strings.HasPrefix(name, "/") && bytes.Contains(file, []byte(name)) {
			t.Errorf("the file has %s", name)
		}
	}
}

func TestRightToLeft(t *testing.T) {
	o := options()
	for _, rtl := range []bool{false, true} {
		o.RightToLeft = rtl
		if got := bytes.Contains(one(t, o, "x"), []byte("/Direction /R2L")); got != rtl {
			t.Errorf("right to left %t, in the file %t", rtl, got)
		}
	}
}

// Elements that only group are left out if there is nothing in them; cells are
// not, for they keep the others in their columns.
func TestBlankElementsAreLeftOut(t *testing.T) {
	o := options()
	o.Uncompressed = true
	d := pdf.New(o)
	page := d.AddPage(200, 100)
	page.Mark(d.Root().Add(pdf.H1)).Glyphs(set(parse(t, goregular.TTF), 10, 20, 50, "x"))
	d.Root().Add(pdf.Div).Add(pdf.Sect).Add(pdf.P).AddText()
	page.Mark(d.Root().Add(pdf.P))
	d.Root().Add("Aside")
	d.Root().Add(pdf.Table).Add(pdf.TR).Add(pdf.TD)
	link := d.Root().Add(pdf.P).Add(pdf.Link)
	page.Link(link, pdf.Rect{W: 1, H: 1}, "https://example.com", "x")
	file := write(t, d)
	var got []string
	for _, m := range regexp.MustCompile(`/S /(\w+)\n/P`).FindAllSubmatch(file, -1) {
		got = append(got, string(m[1]))
	}
	if s := strings.Join(got, " "); s != "Document H1 Table TR TD P Link" {
		t.Errorf("the tree is %s", s)
	}
	if bytes.Contains(file, []byte("/RoleMap")) {
		t.Error("the role map has a tag that no element has")
	}
}
