package pdf_test

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/pdf"
)

// definition is an example's folder with another definition.
type definition struct {
	fs.FS
	release fstest.MapFS
}

func (d definition) Open(name string) (fs.File, error) {
	if name == "release.yaml" {
		return d.release.Open(name)
	}
	return d.FS.Open(name)
}

// whole fails the test if a file is neither whole nor, after an error, empty.
func whole(t *testing.T, file []byte, err error) {
	t.Helper()
	if err != nil {
		if len(file) > 0 {
			t.Errorf("%d bytes were written in spite of %v", len(file), err)
		}
		return
	}
	if !bytes.HasPrefix(file, []byte("%PDF-1.7")) || !bytes.HasSuffix(file, []byte("%%EOF\n")) {
		t.Errorf("the file of %d bytes has no head or no end", len(file))
	}
}

// FuzzPDF takes any bytes for a definition all the way to pages: they are a file
// or a list of problems, and never a panic.
func FuzzPDF(f *testing.F) {
	f.Add([]byte(aurora))
	for _, name := range []string{"made", "launch"} {
		data, err := os.ReadFile("../../examples/" + name + "/release.yaml")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	media := os.DirFS("../../examples/launch")
	format := pdf.Format{Cache: pdf.NewCache()}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := kit.Open(definition{media, fstest.MapFS{"release.yaml": {Data: data}}}, "release.yaml")
		if err != nil {
			return
		}
		var file bytes.Buffer
		err = p.Write(&file, format, kit.Options{})
		whole(t, file.Bytes(), err)
	})
}

// FuzzPicture puts any bytes into a document as a picture, cropped, round and
// whole.
func FuzzPicture(f *testing.F) {
	d := specimen(f)
	f.Add(d.Logo.Data, true)
	doc.Walk(d, func(_ []doc.Block, b doc.Block) {
		if fig, ok := b.(*doc.Figure); ok {
			f.Add(fig.Picture.Data, fig.Picture.Vector)
		}
	})
	f.Add(photo(f, 6), false)
	format := pdf.Format{Cache: pdf.NewCache()}
	f.Fuzz(func(t *testing.T, data []byte, vector bool) {
		p := &doc.Picture{ID: "p", Name: "p", Data: data, Vector: vector, Width: 40, Height: 30, Alt: "Noise", Focus: [2]float64{.5, .5}}
		d := specimen(t)
		d.Parts = []doc.Part{{Role: doc.RoleRelease, Span: 8, Blocks: []doc.Block{
			&doc.Heading{Level: 1, Role: doc.RoleHeadline, Text: doc.T("A picture")},
			&doc.Figure{Role: doc.RoleHero, Picture: p},
			&doc.Figure{Role: doc.RoleInline, Picture: p, Caption: doc.T("The same")},
			&doc.Card{Role: "person", Picture: p, Round: true, Blocks: []doc.Block{&doc.Para{Role: doc.RoleBody, Text: doc.T("Beside it")}}},
		}}}
		var file bytes.Buffer
		err := format.Render(context.Background(), &file, d)
		whole(t, file.Bytes(), err)
	})
}
