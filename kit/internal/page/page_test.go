package page

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

var update = flag.Bool("update", false, "rewrite the goldens in testdata")

// specimen is doc.Specimen with the fonts of the built-in brand.
func specimen(t testing.TB) *doc.Document {
	t.Helper()
	d := doc.Specimen()
	d.Theme.Faces = faces(t)
	return d
}

func faces(t testing.TB) []doc.Face {
	t.Helper()
	var out []doc.Face
	for _, f := range []doc.Face{
		{Family: "Manrope", Weight: 400, Name: "Manrope-Regular.ttf"},
		{Family: "Manrope", Weight: 700, Name: "Manrope-Bold.ttf"},
		{Family: "Manrope", Weight: 800, Name: "Manrope-ExtraBold.ttf"},
		{Family: "Vollkorn", Weight: 400, Name: "Vollkorn-Regular.ttf"},
		{Family: "Vollkorn", Weight: 400, Italic: true, Name: "Vollkorn-Italic.ttf"},
		{Family: "Vollkorn", Weight: 700, Name: "Vollkorn-Bold.ttf"},
		{Family: "Vollkorn", Weight: 700, Italic: true, Name: "Vollkorn-BoldItalic.ttf"},
		{Family: "Noto Naskh Arabic", Weight: 400, Fallback: true, Name: "NotoNaskhArabic-Regular.ttf"},
		{Family: "Noto Sans Hebrew", Weight: 400, Fallback: true, Name: "NotoSansHebrew-Regular.ttf"},
	} {
		data, err := os.ReadFile(filepath.Join("..", "..", "..", "brand", "fonts", f.Name))
		if err != nil {
			t.Fatal(err)
		}
		f.Data = data
		out = append(out, f)
	}
	return out
}

// record lays a document out and writes down what is drawn.
func record(t testing.TB, d *doc.Document) string {
	t.Helper()
	l, err := New(d, nil)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := l.Render(canvas.NewRecorder(&b)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestSpecimen(t *testing.T) {
	got := record(t, specimen(t))
	golden := filepath.Join("testdata", "specimen.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the pages differ from %s; look at them, then run with -update", golden)
	}
}
