package brandsheet

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"encoding/xml"
	"image"
	"image/png"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/pdf"
	"github.com/presskit-go/presskit/layouts"
)

// sheet is the specimen of a brand of the houses in the brand package's testdata.
func sheet(t testing.TB, name string, o Options) *Sheet {
	t.Helper()
	b, list := brand.Config{AllLogos: true}.Read(os.DirFS("../../brand/testdata/houses"), name)
	if len(list) > 0 {
		t.Fatal(list)
	}
	return of(t, b, o)
}

func of(t testing.TB, b *brand.Brand, o Options) *Sheet {
	t.Helper()
	l, list := layouts.Load(layouts.DefaultName)
	if len(list) > 0 {
		t.Fatal(list)
	}
	s, list := New(b, l, o)
	if len(list) > 0 {
		t.Fatal(list)
	}
	return s
}

func houses() []string {
	return []string{"council/_brand.yml", "startup/_brand.yml", "startup/dark.yml", "museum/_brand.yml"}
}

// Every specimen can be set on pages, the same each time, and needs four of them
// at most.
func TestPages(t *testing.T) {
	sheets := map[string]*Sheet{"built in": of(t, brand.Default(), Options{})}
	for _, name := range houses() {
		sheets[name] = sheet(t, name, Options{})
	}
	for name, s := range sheets {
		var first, again bytes.Buffer
		for _, w := range []io.Writer{&first, &again} {
			list, err := pdf.Format{}.RenderReport(t.Context(), w, s.Document())
			if err != nil || len(list) > 0 {
				t.Fatalf("%s: %v, %v", name, err, list)
			}
		}
		if !bytes.Equal(first.Bytes(), again.Bytes()) {
			t.Errorf("%s: the bytes differ", name)
		}
		if _, pages, err := (pdf.Format{}).Pages(t.Context(), s.Document()); err != nil || pages > 4 {
			t.Errorf("%s: %d pages, %v", name, pages, err)
		}
	}
}

// The specimen shows each colour with its figures, each role of the layout, each
// logo and each pair.
func TestDocument(t *testing.T) {
	s := sheet(t, "council/_brand.yml", Options{})
	var b strings.Builder
	if err := doc.Dump(&b, s.Document()); err != nil {
		t.Fatal(err)
	}
	dump := b.String()
	for _, want := range []string{
		"Fenmoor County Council", "#12452F", "10.9:1 on paper", "council-dark.svg", "leaf.svg", "medium, for dark grounds",
		"Vollkorn 700, 27/32.62 pt", "primary on tint", "palette-1.svg", "is primary, link, headings", "10.9:1 on white", "1.4:1 on ink", "Free space around the logo: 0.25 of its height. Least height: 7 mm.", "In figures",
	} {
		if !strings.Contains(dump, want) {
			t.Errorf("no %q in\n%s", want, dump)
		}
	}
	for _, role := range doc.BlockRoles() {
		if s.styles[role].Color != doc.Paper && !slices.ContainsFunc(s.scale, func(st step) bool { return slices.Contains(st.roles, role) }) {
			t.Errorf("%s is not in the scale", role)
		}
	}
}

// The page is well formed, asks for nothing outside of itself, runs nothing, and
// names every colour.
func TestHTML(t *testing.T) {
	for _, name := range houses() {
		s := sheet(t, name, Options{Generator: "presskit test"})
		var b, again bytes.Buffer
		if err := s.WriteHTML(&b); err != nil {
			t.Fatal(err)
		}
		if err := s.WriteHTML(&again); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
			t.Errorf("%s: %v, or the bytes differ", name, err)
		}
		text := b.String()
		if strings.Contains(text, "ZgotmplZ") || strings.Contains(text, "<script") || regexp.MustCompile(`(src|href)="[^d#]`).MatchString(text) {
			t.Errorf("%s: the page is not self-contained, or a value was refused", name)
		}
		for _, w := range s.swatches {
			if !strings.Contains(text, w.color.String()) {
				t.Errorf("%s: no %s", name, w.name)
			}
		}
		for _, w := range s.palette {
			if !strings.Contains(text, "<dt>"+w.name+"</dt><dd>"+w.color.String()) {
				t.Errorf("%s: no %s of the palette", name, w.name)
			}
		}
		d := xml.NewDecoder(strings.NewReader(regexp.MustCompile(`(?s)<style>.*</style>|<!DOCTYPE html>|<(meta|img|br)[^>]*>`).ReplaceAllString(text, "")))
		d.Entity = xml.HTMLEntity
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	}
}

// Names of a brand are text, whatever they hold.
func TestHTMLIsSafe(t *testing.T) {
	b, list := brand.Read(fstest.MapFS{"_brand.yml": {Data: []byte("meta: {name: '<script>alert(1)</script>'}")}}, "_brand.yml")
	if len(list) > 0 {
		t.Fatal(list)
	}
	var out strings.Builder
	if err := of(t, b, Options{}).WriteHTML(&out); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "<script>") {
		t.Error("a name became a script")
	}
}

// What cannot be read is said, and set in a colour that can.
func TestFaintColours(t *testing.T) {
	b, _ := brand.Read(fstest.MapFS{"_brand.yml": {Data: []byte("color: {primary: '#7FB5C0', foreground: '#999999'}")}}, "_brand.yml")
	l, _ := layouts.Load(layouts.DefaultName)
	s, list := New(b, l, Options{})
	if s == nil || len(list) == 0 || list.HasErrors() {
		t.Fatal(list)
	}
	var out strings.Builder
	if err := s.WriteHTML(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"too faint", "--own: #000000", "--text: var(--own)"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q", want)
		}
	}
	fixed, _ := New(b, l, Options{FixContrast: true})
	if slices.ContainsFunc(fixed.pairs, func(p pair) bool { return !p.passes() }) {
		t.Errorf("%+v", fixed.pairs)
	}
}

// A font survives being packed for the web, table by table.
func TestWOFF(t *testing.T) {
	font := brand.Default().Faces[0].Data
	packed, err := woff(font)
	if err != nil {
		t.Fatal(err)
	}
	if len(packed) >= len(font) || int(binary.BigEndian.Uint32(packed[8:])) != len(packed) || int(binary.BigEndian.Uint32(packed[16:])) < len(font)-4 {
		t.Errorf("%d bytes of %d", len(packed), len(font))
	}
	n := int(binary.BigEndian.Uint16(packed[12:]))
	for i := range n {
		e := packed[44+20*i:]
		was := font[12+16*i:]
		at, size, whole := binary.BigEndian.Uint32(e[4:]), binary.BigEndian.Uint32(e[8:]), binary.BigEndian.Uint32(e[12:])
		table := packed[at : at+size]
		if size < whole {
			r, err := zlib.NewReader(bytes.NewReader(table))
			if err != nil {
				t.Fatal(err)
			}
			if table, err = io.ReadAll(r); err != nil {
				t.Fatal(err)
			}
		}
		from := binary.BigEndian.Uint32(was[8:])
		if !bytes.Equal(e[:4], was[:4]) || !bytes.Equal(e[16:20], was[4:8]) || !bytes.Equal(table, font[from:from+whole]) {
			t.Errorf("table %s differs", e[:4])
		}
	}
	for _, cut := range []int{0, 11, 12, 40, 400} {
		if _, err := woff(font[:cut]); err == nil {
			t.Errorf("%d bytes of a font were taken for one", cut)
		}
	}
}

// A raster logo is set on its ground too.
func TestRasterLogo(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewNRGBA(image.Rect(0, 0, 40, 10))); err != nil { // all of it transparent
		t.Fatal(err)
	}
	p := onGround(&doc.Picture{ID: "logo", Name: "logo.png", Data: b.Bytes(), Width: 40, Height: 10, Alt: "Logo"}, brand.Color{R: 0x12, G: 0x45, B: 0x2F})
	img, err := png.Decode(bytes.NewReader(p.Data))
	if err != nil || img.Bounds().Dx() != p.Width || img.Bounds().Dy() != p.Height || p.Width <= 40 {
		t.Fatalf("%v, %+v", err, img.Bounds())
	}
	if r, g, b, a := img.At(p.Width/2, p.Height/2).RGBA(); r>>8 != 0x12 || g>>8 != 0x45 || b>>8 != 0x2F || a>>8 != 0xFF {
		t.Errorf("the ground is %x %x %x %x", r, g, b, a)
	}
}

// FuzzWOFF checks that no damaged font panics.
func FuzzWOFF(f *testing.F) {
	f.Add(brand.Default().Faces[0].Data[:600])
	f.Fuzz(func(t *testing.T, data []byte) {
		packed, err := woff(data)
		if err == nil && int(binary.BigEndian.Uint32(packed[8:])) != len(packed) {
			t.Error("the length is wrong")
		}
	})
}
