package pdfwriter

import (
	"bytes"
	"compress/zlib"
	"strings"
	"testing"
)

// packed makes the rows of a 2 × 2 image of one-bit palette indexes.
func packed(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	if _, err := z.Write([]byte{0, 0x40, 0, 0x80}); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPackedImage(t *testing.T) {
	data := packed(t)
	d := New(Options{Title: "Packed", Lang: "en", Uncompressed: true})
	fig := d.Root().Add(Figure)
	fig.Alt = "a chessboard"
	p := d.AddPage(100, 100)
	x := d.AddImage(Image{Width: 2, Height: 2, Packed: &Packed{Data: data, Colors: 1, Bits: 1, Palette: []byte{0, 0, 0, 255, 255, 255}}})
	p.Mark(fig).Draw(x, Rect{W: 10, H: 10})
	var b bytes.Buffer
	if _, err := d.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"/Indexed /DeviceRGB 1 <000000FFFFFF>", "/BitsPerComponent 1", "/Filter /FlateDecode", string(data)} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the file lacks %q", want)
		}
	}
}

func TestPackedImageRefused(t *testing.T) {
	for _, p := range []Packed{
		{},
		{Data: []byte("x"), Colors: 2, Bits: 8},
		{Data: []byte("x"), Colors: 1, Bits: 12},
		{Data: []byte("x"), Colors: 3, Bits: 8, Palette: []byte{1, 2, 3}},
		{Data: []byte("x"), Colors: 1, Bits: 8, Palette: []byte{1, 2}},
	} {
		im := Image{Width: 2, Height: 2, Packed: &p}
		if im.check() == nil {
			t.Errorf("%+v was accepted", p)
		}
	}
}
