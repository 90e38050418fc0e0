package page

import (
	"github.com/presskit-go/presskit/kit/internal/golden"
	specimens "github.com/presskit-go/presskit/kit/internal/specimen"

	"bytes"
	"path/filepath"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// specimen is the specimen with the fonts of the built-in brand.
func specimen(testing.TB) *doc.Document { return specimens.New() }

// record lays a document out and writes down what is drawn.
func record(t testing.TB, d *doc.Document) string {
	t.Helper()
	l, err := New(t.Context(), d, nil)
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
	golden.Check(t, filepath.Join("testdata", "specimen.txt"), record(t, specimen(t)))
}
