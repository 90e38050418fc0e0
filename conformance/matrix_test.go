//go:build conformance

package conformance

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/pdf"
	"github.com/presskit-go/presskit/layouts"
)

// made is a PDF and the document tree that it was made from; of files made by
// the command the tree is not known.
type made struct {
	name    string
	file    string
	doc     *doc.Document
	poppler bool // whether to read it with poppler too
	writer  bool // of the tests of the PDF writer, where the order of the pages is that of the caller
}

// matrix makes every example in every layout on every sheet, in this process.
func matrix(t *testing.T) []made {
	t.Helper()
	folder := t.TempDir()
	format := pdf.Format{Cache: pdf.NewCache()}
	all := specimens(t, format, folder)
	const scripts = "testdata/scripts/release.yaml" // in which poppler takes some vowels for words
	everyKit(t, append(examples(t), scripts), func(name string, opts kit.Options, d *doc.Document) {
		m := write(t, format, folder, name, d)
		m.poppler = opts.Layout == layouts.DefaultName && opts.PageSize == "A4" && !strings.HasPrefix(name, "scripts-")
		all = append(all, m)
	})
	return all
}

// everyKit composes definitions in every layout on every sheet.
func everyKit(t *testing.T, definitions []string, visit func(name string, opts kit.Options, d *doc.Document)) {
	t.Helper()
	for _, e := range definitions {
		p, err := kit.Open(os.DirFS(filepath.Dir(e)), filepath.Base(e))
		if err != nil {
			t.Fatalf("%s: %v", e, err)
		}
		for _, layout := range layouts.Names() {
			for _, sheet := range kit.PageSizes() {
				name := strings.Join([]string{filepath.Base(filepath.Dir(e)), layout, sheet}, "-")
				opts := kit.Options{Layout: layout, PageSize: sheet}
				d, list := p.Document(opts)
				if err := list.Err(); err != nil {
					t.Errorf("%s: %v", name, err)
					continue
				}
				visit(name, opts, d)
			}
		}
	}
}

// write renders a document into a folder.
func write(t *testing.T, format pdf.Format, folder, name string, d *doc.Document) made {
	t.Helper()
	m := made{name: name, file: filepath.Join(folder, name+".pdf"), doc: d}
	f, err := os.Create(m.file)
	if err != nil {
		t.Fatal(err)
	}
	if err := format.Render(t.Context(), f, d); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return m
}

// TestPDF holds every example in every layout on every sheet, and the files
// that the command makes, against the standards, and the meaning of each
// against the document that it was made from.
func TestPDF(t *testing.T) {
	all := matrix(t)
	files := slices.Clone(all)
	for _, e := range examples(t) {
		for _, f := range kitFiles(t, kitOf(t, e), "*.pdf") {
			files = append(files, made{name: "command-" + filepath.Base(filepath.Dir(e)), file: f})
		}
	}
	for _, library := range libraryFiles(t) {
		files = append(files, made{name: filepath.Base(library), file: library, writer: true})
	}
	t.Run("conformance", func(t *testing.T) { validate(t, files) })
	for _, m := range files {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			checkSyntax(t, m.file)
			p := parse(t, m.file)
			p.checkCatalog(t)
			p.checkOrder(t)
			if !m.writer {
				p.checkPages(t)
			}
			p.checkElements(t)
			p.checkLinks(t)
			if m.doc == nil {
				return
			}
			all := p.said(t, m.file)
			checkWords(t, m.doc, lines(inPlace(t, m.doc, all)))
			checkContent(t, m.file, all)
			if !m.poppler {
				return
			}
			tags := popplerText(t, m.file)
			if !slices.Equal(fold(m.doc.Lang, tags.joined), fold(m.doc.Lang, lines(all))) {
				t.Error("poppler reads other words, or in another order")
			}
			if strings.HasPrefix(m.name, "specimen") {
				return // where a number stands close behind a link
			}
			byTags, byLines := words(tags.parted), words(run(t, "pdftotext", "-raw", "-enc", "UTF-8", m.file, "-"))
			for i := range max(len(byTags), len(byLines)) {
				if i >= len(byTags) || i >= len(byLines) || byTags[i] != byLines[i] {
					t.Fatalf("poppler reads %q by tags and %q by lines", some(byTags, i), some(byLines, i))
				}
			}
		})
	}
}

// validate holds files against PDF/UA-1 and PDF/A-2a with veraPDF, all in one
// run of the machine it needs.
func validate(t *testing.T, files []made) {
	t.Helper()
	if _, err := os.Stat("verapdf/target/lib"); err != nil {
		t.Fatal("veraPDF is not built; .ci/run does it, with mvn -f conformance/verapdf package")
	}
	// Without the compiler that takes long to warm up.
	args := []string{"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "verapdf/target/classes:verapdf/target/lib/*", "PdfCheck", "-f", "ua1,2a"}
	for _, m := range files {
		args = append(args, m.file)
	}
	out := run(t, "java", args...)
	if n := strings.Count(out, ": pass\n"); n != 2*len(files) {
		t.Errorf("veraPDF passed %d of %d:\n%s", n, 2*len(files), out)
	}
}

// checkSyntax holds a file against ISO 32000, as qpdf reads it.
func checkSyntax(t *testing.T, file string) {
	t.Helper()
	out := run(t, "qpdf", "--check", file)
	if strings.Contains(out, "WARNING") || !strings.Contains(out, "No syntax or stream encoding errors found") {
		t.Errorf("qpdf: %s", out)
	}
}

// libraryFiles are those that the tests of the PDF writer make: its specimen,
// and the file of the example in its documentation.
func libraryFiles(t *testing.T) []string {
	t.Helper()
	folder := t.TempDir()
	run(t, "go", "test", "-count=1", "-run", "^TestKeep$", "../kit/internal/pdfwriter", "-args", "-keep", folder)
	return kitFiles(t, folder, "*.pdf")
}

// specimens are the document that holds every node, read from the left and from
// the right.
func specimens(t *testing.T, format pdf.Format, folder string) []made {
	t.Helper()
	var all []made
	for _, lang := range []string{"en-GB", "ar"} {
		d := doc.Specimen()
		for _, f := range brand.Default().Faces {
			d.Theme.Faces = append(d.Theme.Faces, doc.Face(f))
		}
		d.Lang, d.RTL = lang, lang == "ar"
		m := write(t, format, folder, "specimen-"+lang, d)
		m.poppler = true
		all = append(all, m)
	}
	return all
}
