package docx

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// TestDiagramsAreWhole holds that a gallery shows diagrams and logos whole, and
// photographs cropped to its frames.
func TestDiagramsAreWhole(t *testing.T) {
	wide := &doc.Picture{Name: "plan.svg", Vector: true, Width: 400, Height: 100, Alt: "plan",
		Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><rect width="400" height="100"/></svg>`)}
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 400, 100))); err != nil {
		t.Fatal(err)
	}
	photo := &doc.Picture{Name: "photo.png", Width: 400, Height: 100, Alt: "photo", Focus: [2]float64{0.5, 0.5}, Data: b.Bytes()}
	for _, test := range []struct {
		figure doc.Figure
		want   string // of the crop
		fill   bool
	}{
		{doc.Figure{Role: doc.RoleGallery, Picture: wide}, `<a:srcRect l="0" t="-83333" r="0" b="-83333"/>`, true},
		{doc.Figure{Role: doc.RoleLogo, Picture: wide}, `<a:srcRect l="-30645" t="-165054" r="-30645" b="-165054"/>`, false},
		{doc.Figure{Role: doc.RoleGallery, Picture: photo}, `<a:srcRect l="31250" t="0" r="31250" b="0"/>`, false},
	} {
		d := small(t, &doc.Gallery{Columns: 3, Aspect: 1.5, Figures: []*doc.Figure{&test.figure}})
		got := render(t, Format{}, d)["word/document.xml"]
		if !strings.Contains(got, test.want) {
			at := strings.Index(got, "<a:srcRect")
			t.Errorf("%s %s: want the crop %s, got %.80s", test.figure.Role, test.figure.Picture.Name, test.want, got[max(at, 0):])
		}
		if fill := strings.Contains(got, `</a:prstGeom><a:solidFill>`); fill != test.fill {
			t.Errorf("%s %s: on tint: %v", test.figure.Role, test.figure.Picture.Name, fill)
		}
	}
}
