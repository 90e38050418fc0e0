package pdfwriter_test

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// keep is for the conformance tests, which hold the files against other tools.
var keep = flag.String("keep", "", "folder to put the files of the specimen and of the example into")

// Specimen and example are files that other tools read too.
func TestKeep(t *testing.T) {
	folder := *keep
	if folder == "" {
		folder = t.TempDir()
	}
	for name, make := range map[string]func(io.Writer) error{
		"writer-report.pdf": report,
		"writer-specimen.pdf": func(w io.Writer) error {
			_, err := specimen(t, options(), nil).WriteTo(w)
			return err
		},
		"writer-plain.pdf": func(w io.Writer) error {
			o := options()
			o.Uncompressed = true
			_, err := specimen(t, o, nil).WriteTo(w)
			return err
		},
	} {
		var b bytes.Buffer
		if err := make(&b); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
