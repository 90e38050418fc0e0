package brandsheet

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	_ "image/gif"  // decoders of logos
	_ "image/jpeg" //
	"image/png"
	"regexp"

	_ "golang.org/x/image/webp" // as are these

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose"
)

// logo is a logo of the brand on the ground that it is made for.
type logo struct {
	name    string // "medium, for dark grounds"
	file    string
	picture *doc.Picture
}

// logos gives the brand's logos. What cannot be read is a warning, for the kits
// may not use it.
func logos(b *brand.Brand) ([]logo, diag.List) {
	var out []logo
	var list diag.List
	variants := b.Logos
	if len(variants) == 0 && b.Logo != nil {
		variants = []brand.Variant{{Size: "logo", Logo: b.Logo}}
	}
	light, dark := b.Colors.Paper, b.Colors.Ink
	if light.Luminance() < dark.Luminance() {
		light, dark = dark, light
	}
	for i, v := range variants {
		p, problem := compose.LogoPicture(v.Logo, fmt.Sprintf("specimen-logo-%d", i+1))
		if problem != nil {
			if v.Logo != b.Logo && v.Logo != b.RunningLogo {
				problem.Severity = diag.Warning
			}
			list = append(list, *problem)
			continue
		}
		name, ground := v.Size, light
		if v.Dark {
			name, ground = v.Size+", for dark grounds", dark
		}
		out = append(out, logo{name: name, file: p.Name, picture: onGround(p, ground)})
	}
	return out, list
}

// onGround sets a logo on a ground with room around it; it stays as it is where
// that cannot be drawn.
func onGround(p *doc.Picture, ground brand.Color) *doc.Picture {
	const wide, high, free = 3.0, 2.0, 0.18 // the form of the ground; the room around the logo, in its height
	if p.Width <= 0 || p.Height <= 0 {
		return p
	}
	w, h := float64(p.Width), float64(p.Height)
	boxW, boxH := w+2*free*h, h*(1+2*free)
	width := max(boxW, boxH*wide/high)
	height := width * high / wide
	x, y := (width-w)/2, (height-h)/2

	out := *p
	out.ID += "-on-ground"
	out.Width, out.Height = int(width+0.5), int(height+0.5)
	if p.Vector {
		at := bytes.Index(p.Data, []byte("<svg"))
		if at < 0 {
			return p
		}
		end := bytes.IndexByte(p.Data[at:], '>')
		if end < 0 {
			return p
		}
		// The root is placed and sized anew.
		sized := regexp.MustCompile(`\s(x|y|width|height)\s*=\s*("[^"]*"|'[^']*')`)
		root := sized.ReplaceAll(p.Data[at+len("<svg"):at+end], nil)
		var b bytes.Buffer
		fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.3f %.3f"><path fill="%s" d="M0 0H%.3fV%.3fH0Z"/><svg x="%.3f" y="%.3f" width="%d" height="%d"%s`,
			width, height, ground, width, height, x, y, p.Width, p.Height, root)
		b.Write(p.Data[at+end:])
		b.WriteString("</svg>")
		out.Data, out.Name = b.Bytes(), "ground-"+p.Name
	} else {
		img, _, err := image.Decode(bytes.NewReader(p.Data))
		if err != nil || out.Width > maxSide || out.Height > maxSide {
			return p
		}
		canvas := image.NewNRGBA(image.Rect(0, 0, out.Width, out.Height))
		draw.Draw(canvas, canvas.Bounds(), image.NewUniform(rgba(ground)), image.Point{}, draw.Src)
		at := image.Pt(int(x), int(y))
		draw.Draw(canvas, image.Rectangle{at, at.Add(img.Bounds().Size())}, img, img.Bounds().Min, draw.Over)
		var b bytes.Buffer
		if err := png.Encode(&b, canvas); err != nil {
			return p
		}
		out.Data, out.Name = b.Bytes(), "ground-"+p.Name+".png"
	}
	probe := &brand.Logo{Path: out.Name, Data: out.Data, Alt: p.Alt}
	if _, problem := compose.LogoPicture(probe, out.ID); problem != nil {
		return p
	}
	return &out
}

// maxSide bounds the pixels of a picture that a raster logo is set on.
const maxSide = 8000
