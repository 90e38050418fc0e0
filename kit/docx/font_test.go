package docx

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"github.com/presskit-go/presskit/kit/doc"
)

// A font with CFF outlines, which Word does not embed, is named with a stand-in like any other.
func TestFontsWithCFFAreNamedOnly(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "internal", "font", "testdata", "Cantarell-Bold.otf"))
	if err != nil {
		t.Fatal(err)
	}
	b := newFontBook(doc.Theme{Faces: []doc.Face{
		{Family: "Cantarell", Weight: 700, Data: data},
		{Family: "Go", Weight: 400, Data: goregular.TTF},
	}}, NewCache())
	b.used["Cantarell"], b.used["Go"] = true, true
	fonts := b.table()
	if len(fonts) != 2 {
		t.Fatalf("%d fonts", len(fonts))
	}
	cantarell, goFont := fonts[0], fonts[1]
	if cantarell.regular != nil || cantarell.bold != nil || !cantarell.known || cantarell.serif {
		t.Errorf("Cantarell: embedded %v, known %v, serif %v", cantarell.regular != nil || cantarell.bold != nil, cantarell.known, cantarell.serif)
	}
	if goFont.regular == nil {
		t.Error("a TrueType font is not embedded")
	}
}
