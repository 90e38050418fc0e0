package docx

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"math"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// roundCard is a person whose portrait is round.
func roundCard(p *doc.Picture) *doc.Card {
	return &doc.Card{Role: "person", Picture: p, Round: true, Blocks: []doc.Block{&doc.Para{Role: doc.RolePersonName, Text: doc.T("Ada")}}}
}

var (
	roundChoice = regexp.MustCompile(`<mc:AlternateContent [^>]*><mc:Choice xmlns:wp14="[^"]*" Requires="wp14">(<w:drawing>.*?<pic:pic>.*?)</mc:Choice><mc:Fallback>(.*?)</mc:Fallback></mc:AlternateContent>`)
	sourceRect  = regexp.MustCompile(`<a:srcRect l="(\d+)" t="(\d+)" r="(\d+)" b="(\d+)"/>`)
)

// choicesOf gives the round portraits of a document for Word and for others.
func choicesOf(t *testing.T, parts map[string]string) [][]string {
	t.Helper()
	if err := checkPackage(parts); err != nil {
		t.Error(err)
	}
	return roundChoice.FindAllStringSubmatch(parts[documentPart], -1)
}

// embeddedIn is the part of a drawing's picture.
func embeddedIn(t *testing.T, parts map[string]string, drawing, attribute string) string {
	t.Helper()
	id := regexp.MustCompile(attribute + `="(\w+)"`).FindStringSubmatch(drawing)
	if id == nil {
		t.Fatalf("no %s in %s", attribute, drawing)
	}
	target := regexp.MustCompile(`Id="` + id[1] + `" [^>]*Target="([^"]*)"`).FindStringSubmatch(parts["word/_rels/document.xml.rels"])
	if target == nil {
		t.Fatalf("no relationship %s", id[1])
	}
	return "word/" + target[1]
}

// A round portrait is, for Word, the untouched photograph in an elliptic shape, cropped
// to its focus, upright however the camera was held; for others the same part of it,
// cut.
func TestRoundPortraits(t *testing.T) {
	for orientation, test := range map[int]struct {
		focus [2]float64 // on the corner that is stored first
		crop  [4]float64
	}{
		1: {[2]float64{0, 0}, [4]float64{0, 0, 1. / 3, 0}},
		3: {[2]float64{1, 1}, [4]float64{1. / 3, 0, 0, 0}},
		6: {[2]float64{1, 0}, [4]float64{0, 0, 0, 1. / 3}},
		8: {[2]float64{0, 1}, [4]float64{0, 1. / 3, 0, 0}},
	} {
		if underRace && orientation != 6 {
			continue
		}
		p := &doc.Picture{Name: "ada.jpg", Alt: "Ada at her desk", Data: held(t, orientation), Width: 3000, Height: 2000, Focus: test.focus}
		if orientation > 4 {
			p.Width, p.Height = p.Height, p.Width
		}
		parts := render(t, Format{}, small(t, roundCard(p)))
		choices := choicesOf(t, parts)
		if len(choices) != 1 {
			t.Fatalf("orientation %d: %d round portraits", orientation, len(choices))
		}
		word, others := choices[0][1], choices[0][2]
		if !strings.Contains(word, `prst="ellipse"`) || strings.Contains(others, `prst="ellipse"`) || sourceRect.MatchString(others) || strings.Contains(word, " rot=") {
			t.Errorf("orientation %d: not a shape for Word and a picture for others: %s", orientation, choices[0][0])
		}
		for _, of := range []string{`<wp:extent [^>]*/>`, `name="ada.jpg" descr="Ada at her desk"`} {
			if a, b := regexp.MustCompile(of).FindString(word), regexp.MustCompile(of).FindString(others); a != b || a == "" {
				t.Errorf("orientation %d: Word reads %q, others %q", orientation, a, b)
			}
		}
		photo := parts[embeddedIn(t, parts, word, "r:embed")]
		if (photo == string(p.Data)) != (orientation == 1) {
			t.Errorf("orientation %d: the photograph is untouched: %v", orientation, orientation != 1)
		}
		img, err := jpeg.Decode(strings.NewReader(photo))
		if err != nil {
			t.Fatal(err)
		}
		size := img.Bounds().Size()
		found := sourceRect.FindStringSubmatch(word)
		if found == nil {
			t.Fatalf("orientation %d: no crop", orientation)
		}
		var sides [4]float64
		for i := range sides {
			sides[i], _ = strconv.ParseFloat(found[i+1], 64)
			if sides[i] /= 100_000; math.Abs(sides[i]-test.crop[i]) > 1e-4 {
				t.Errorf("orientation %d: cropped by %v, want %v", orientation, found[1:], test.crop)
			}
		}
		if w, h := (1-sides[0]-sides[2])*float64(size.X), (1-sides[1]-sides[3])*float64(size.Y); math.Abs(w-h) > 2 {
			t.Errorf("orientation %d: %v × %v pixels in a circle", orientation, w, h)
		}
		cut, err := png.Decode(strings.NewReader(parts[embeddedIn(t, parts, others, "r:embed")]))
		if err != nil {
			t.Fatal(err)
		}
		if _, _, _, a := cut.At(2, 2).RGBA(); a != 0 || cut.Bounds().Dx() != cutPixels {
			t.Errorf("orientation %d: not a circle of %v", orientation, cut.Bounds())
		}
		// Both show the same, near the focus and opposite.
		for _, at := range [][2]float64{{.17, .17}, {.83, .17}, {.17, .83}, {.83, .83}} {
			x, y := sides[0]+at[0]*(1-sides[0]-sides[2]), sides[1]+at[1]*(1-sides[1]-sides[3])
			a := isRed(img, x, y)
			if b := isRed(cut, at[0], at[1]); a != b || a != (math.Round(at[0]) == test.focus[0] && math.Round(at[1]) == test.focus[1]) {
				t.Errorf("orientation %d: at %v red is %v for Word, %v for others", orientation, at, a, b)
			}
		}
	}
}

func isRed(img image.Image, x, y float64) bool {
	size := img.Bounds().Size()
	r, _, b, _ := img.At(int(x*float64(size.X)), int(y*float64(size.Y))).RGBA()
	return r > 2*b
}

// A large file is reduced to what a portrait needs, but not where the picture stands in
// the document as it is.
func TestLargePortraits(t *testing.T) {
	data := held(t, 1)
	padding := append([]byte{0xff, 0xfe, 0xff, 0xff}, make([]byte, 0xfffd)...) // a comment
	data = append(append(data[:2:2], bytes.Repeat(padding, 1+portraitBytes/len(padding))...), data[2:]...)
	p := &doc.Picture{Name: "ada.jpg", Alt: "Ada", Data: data, Width: 3000, Height: 2000, Focus: [2]float64{.5, .5}}
	parts := render(t, Format{}, small(t, roundCard(p)))
	choices := choicesOf(t, parts)
	if len(choices) != 1 {
		t.Fatalf("%d round portraits", len(choices))
	}
	photo := parts[embeddedIn(t, parts, choices[0][1], "r:embed")]
	if img, err := jpeg.DecodeConfig(strings.NewReader(photo)); err != nil || img.Width != portraitPixels || len(photo) > portraitBytes {
		t.Errorf("a portrait of %d bytes, %d pixels across: %v", len(photo), img.Width, err)
	}
	parts = render(t, Format{}, small(t, &doc.Figure{Picture: p}, roundCard(p)))
	photos := 0
	for name, photo := range parts {
		if path.Ext(name) == ".jpeg" {
			if photos++; photo != string(data) {
				t.Errorf("%s is not the photograph", name)
			}
		}
	}
	if photos != 1 {
		t.Errorf("the photograph is stored %d times", photos)
	}
}

// A drawn portrait stays a drawing in Word.
func TestDrawnPortraits(t *testing.T) {
	svg := []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path fill="#c00" d="M0 0h30v20H0z"/></svg>`)
	p := &doc.Picture{Name: "ada.svg", Alt: "Ada", Data: svg, Width: 30, Height: 20, Vector: true, Focus: [2]float64{.5, .5}}
	parts := render(t, Format{}, small(t, roundCard(p)))
	choices := choicesOf(t, parts)
	if len(choices) != 1 {
		t.Fatalf("%d round portraits", len(choices))
	}
	word, others := choices[0][1], choices[0][2]
	if parts[embeddedIn(t, parts, word, "SVG/main\" r:embed")] != string(svg) || strings.Contains(others, "svgBlip") {
		t.Errorf("not a drawing for Word and pixels for others: %s", choices[0][0])
	}
	if found := sourceRect.FindString(word); found != `<a:srcRect l="16667" t="0" r="16667" b="0"/>` {
		t.Errorf("cropped by %s", found)
	}
}
