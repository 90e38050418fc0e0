// Package qr draws QR codes (ISO/IEC 18004) as SVG: an address for telephones.
//
// Start with [Draw]. The modules are reckoned by github.com/boombuler/barcode,
// drawn here as one path, dark on light, with the quiet zone that the standard
// asks for.
package qr

import (
	"fmt"
	"image/color"
	"strings"

	"github.com/boombuler/barcode/qr"

	"github.com/presskit-go/presskit/kit/doc"
)

// Quiet is the width of the free space around a code in modules (ISO/IEC 18004,
// 6.3.8).
const Quiet = 4

// MaxBytes is the longest text that is drawn. What is longer could not be read
// from a code of an inch.
const MaxBytes = 300

// Code is a square of modules, at the error correction of level M: it can be read
// with 15 % of it lost.
type Code struct {
	Size int // modules on each side, without the quiet zone
	dark []bool
}

// Encode makes the code of a text of 1 to [MaxBytes] bytes.
func Encode(text string) (*Code, error) {
	if text == "" || len(text) > MaxBytes {
		return nil, fmt.Errorf("qr: a text of %d bytes; 1 to %d can be shown", len(text), MaxBytes)
	}
	matrix, err := qr.Encode(text, qr.M, qr.Unicode)
	if err != nil {
		return nil, fmt.Errorf("qr: %w", err)
	}
	c := &Code{Size: matrix.Bounds().Dx()}
	for y := range c.Size {
		for x := range c.Size {
			c.dark = append(c.dark, color.GrayModel.Convert(matrix.At(x, y)).(color.Gray).Y < 128)
		}
	}
	return c, nil
}

// Dark reports whether the module in a column and row is dark.
func (c *Code) Dark(x, y int) bool { return c.dark[y*c.Size+x] }

// Draw gives the code as an SVG document of one module to the unit, the quiet
// zone included.
func (c *Code) Draw(dark, light doc.Color) []byte {
	var path strings.Builder
	for y := range c.Size {
		for x := 0; x < c.Size; x++ {
			from := x
			for x < c.Size && c.Dark(x, y) {
				x++
			}
			if n := x - from; n > 0 {
				fmt.Fprintf(&path, "M%d %dh%dv1h-%dz", from+Quiet, y+Quiet, n, n)
			}
		}
	}
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" width="%[1]d" height="%[1]d" viewBox="0 0 %[1]d %[1]d">`+
		`<path fill="#%[2]s" d="M0 0h%[1]dv%[1]dh-%[1]dz"/><path fill="#%[3]s" d="%[4]s"/></svg>`+"\n",
		c.Size+2*Quiet, light.Hex(), dark.Hex(), path.String())
}
