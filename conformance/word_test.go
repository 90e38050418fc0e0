//go:build conformance

package conformance

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/docx"
	"github.com/presskit-go/presskit/kit/pdf"
	"github.com/presskit-go/presskit/layouts"
)

// wordFile is a Word file, the PDF of the same kit, and the document tree that
// both were made from; of files made by the command the tree is not known.
type wordFile struct {
	name, docx, pdf string
	doc             *doc.Document
}

// wordFilesMade are made once for all tests, none of which may change them.
var wordFilesMade []wordFile

// wordFiles makes every example, and the definitions of testdata, in every
// layout, in this process; the document that holds every node,
// from the left and from the right; and the examples by the command.
func wordFiles(t *testing.T) []wordFile {
	t.Helper()
	if wordFilesMade != nil {
		return wordFilesMade
	}
	folder := filepath.Join(filepath.Dir(binary), "word")
	if err := os.Mkdir(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	pages := pdf.Format{Cache: pdf.NewCache()}
	words := docx.Format{Cache: docx.NewCache(), Pages: pages.Pages}
	var files []wordFile
	for _, m := range append(specimens(t, pages, folder), wordMatrix(t, pages, folder)...) {
		files = append(files, wordFile{m.name, writeWord(t, words, folder, m), m.file, m.doc})
	}
	for _, e := range examples(t) {
		for _, f := range kitFiles(t, kitOf(t, e), "*.docx") {
			stem := strings.TrimSuffix(f, ".docx")
			files = append(files, wordFile{"command-" + filepath.Base(stem), f, stem + ".pdf", nil})
		}
	}
	wordFilesMade = files
	return files
}

// definitions are the examples and the kits of testdata, which hold what the
// examples do not: every section with all that Markdown has, and Arabic.
func definitions(t *testing.T) []string {
	t.Helper()
	return append(examples(t), kitFiles(t, "testdata", "*/release.yaml")...)
}

// wordMatrix makes the PDF of every definition in every layout on A4, and in the
// default layout on every sheet: LibreOffice takes a second for each.
func wordMatrix(t *testing.T, format pdf.Format, folder string) (all []made) {
	t.Helper()
	everyKit(t, definitions(t), func(name string, opts kit.Options, d *doc.Document) {
		if opts.PageSize == "A4" || opts.Layout == layouts.DefaultName {
			all = append(all, write(t, format, folder, name, d))
		}
	})
	return all
}

// writeWord writes the Word file of a document, and finds that a second one,
// made with nothing kept from the first, has the same bytes.
func writeWord(t *testing.T, format docx.Format, folder string, m made) string {
	t.Helper()
	var first, again bytes.Buffer
	for b, f := range map[*bytes.Buffer]docx.Format{&first: format, &again: {Pages: format.Pages}} {
		if err := f.Render(t.Context(), b, m.doc); err != nil {
			t.Fatalf("%s: %v", m.name, err)
		}
	}
	if !bytes.Equal(first.Bytes(), again.Bytes()) {
		t.Errorf("%s: two runs differ", m.name)
	}
	file := filepath.Join(folder, m.name+".docx")
	if err := os.WriteFile(file, first.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

// eachWord runs a test for every Word file whose document tree is known.
func eachWord(t *testing.T, test func(t *testing.T, f wordFile)) {
	for _, f := range wordFiles(t) {
		if f.doc != nil {
			t.Run(f.name, func(t *testing.T) { test(t, f) })
		}
	}
}

// docxPaths lists the Word files themselves.
func docxPaths(files []wordFile) (paths []string) {
	for _, f := range files {
		paths = append(paths, f.docx)
	}
	return slices.Clip(paths)
}
