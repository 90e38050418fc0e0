// Package picture reads the pictures of a release: photographs, screenshots,
// portraits and logos in JPEG, PNG, GIF, WebP and SVG.
//
// Start with [Open]. It looks at headers and structure alone, so that checking
// a folder of large photographs takes milliseconds, yet it already reports what
// would spoil a press kit later: a file cut short by an interrupted copy, a
// TIFF under the name of a JPEG, a picture of a billion pixels. The content
// decides about the format, never the file's name.
//
// A back end then takes the cheapest way that keeps the picture intact:
//
//	switch {
//	case p.Format == picture.SVG:
//		v, err := p.Vector()         // paths, for PDF and page images
//		png, err := p.Rasterize(1600) // the fallback for Word
//	case p.Passthrough():
//		p.Data                       // embed untouched, turned by p.Matrix()
//	default:
//		img, err := p.Pixels()       // decoded, upright; the first frame of moving ones
//	}
//
// [Picture.Flate] does for most opaque PNG files what Passthrough does for
// JPEG; [Picture.Scaled] reduces pictures that have far too many pixels;
// [Picture.Crop] finds the part to show in a frame of another shape.
//
// # SVG
//
// SVG is read by this package itself, in the static subset that logos, charts
// and flat illustrations use. oksvg, the usual choice in Go, knows no clipPath
// and no symbol, tells of what it leaves out without saying where, and draws
// rather than handing out paths with their styles. Here everything that would
// change the picture is either drawn or refused with the element's name and
// line. Drawn are svg, g, a, path, rect, circle, ellipse, line, polyline,
// polygon, switch, use, symbol, defs, clipPath, mask, pattern, marker, linear and
// radial gradients, transforms, opacity, separable blend modes, presentation
// attributes, style attributes and style sheets with simple selectors:
//
//	gradients that repeat     written out for as far as the shape reaches
//	patterns                  kept as a tile; see Pattern
//	opacity, masks, blending  of more than one paint: a Group, isolated
//	masks                     luminance by sRGB, as greys; mask-type: alpha as well
//	clips of mixed rules      a mask
//	markers, symbols          written out where they stand
//	switch                    the first child without a condition; there are no
//	                          extensions here, and no preferred language
//	entities                  names of formats, as Illustrator declares them
//
// Refused are text (convert it to outlines), image, filter, the blend modes hue,
// saturation, color and luminosity, markers on the corners of arcs, groups within a
// clipPath, clips and masks that are no reference, animation, scripts, variables,
// selectors with combinators, and every reference out of the file.
//
// Filling and stroking for [Picture.Rasterize] are also done here, since
// golang.org/x/image/vector has no even-odd rule and no strokes.
//
// # Colour
//
// CMYK and YCCK photographs are turned into RGB by the plain formula, without
// profiles: good enough to look at, not for proofing. An ICC profile of another
// space than sRGB, such as Display P3 or Adobe RGB, is handed on by
// [Picture.Profile] and never applied here. Of PNG files a gamma far from that
// of sRGB is applied by Pixels; primaries given by numbers alone (cHRM) are
// taken for those of sRGB.
package picture

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"math"
	"path"
	"strings"
	"sync"
)

// Limits on what is read. They are far above any sensible press picture and
// keep time and memory bounded for hostile ones.
const (
	MaxBytes    = 64 << 20    // size of a file
	MaxPixels   = 100_000_000 // width × height
	MaxElements = 50_000      // SVG elements, counted again for every use
)

// Format names a file format.
type Format uint8

// The formats that Open accepts.
const (
	JPEG Format = iota + 1
	PNG
	GIF
	WebP
	SVG
)

// String gives the usual spelling, as in messages.
func (f Format) String() string {
	switch f {
	case JPEG:
		return "JPEG"
	case PNG:
		return "PNG"
	case GIF:
		return "GIF"
	case WebP:
		return "WebP"
	case SVG:
		return "SVG"
	}
	return "unknown"
}

// MediaType gives the IANA media type, as in "image/jpeg".
func (f Format) MediaType() string {
	switch f {
	case JPEG:
		return "image/jpeg"
	case PNG:
		return "image/png"
	case GIF:
		return "image/gif"
	case WebP:
		return "image/webp"
	case SVG:
		return "image/svg+xml"
	}
	return "application/octet-stream"
}

// Picture is a file that Open found sound. It is immutable and may be used by
// several goroutines at once; Data must not be changed.
type Picture struct {
	Name   string // as given to Open, for messages
	Format Format

	// Width and Height in pixels, upright: after the turn that Orientation asks
	// for. For SVG they are CSS pixels, 96 to the inch, rounded, and in the
	// proportions of the viewBox; see Aspect for the exact ratio.
	Width, Height int

	// Orientation as in EXIF tag 0x0112: 1 upright, 2 mirrored, 3 turned by
	// 180°, 4 flipped, 5 transposed, 6 to be turned clockwise, 7 transversed,
	// 8 to be turned counter-clockwise.
	Orientation int

	Components int    // JPEG: 1 grey, 3 colour, 4 CMYK or YCCK; 0 elsewhere
	Alpha      bool   // some of it may be transparent
	Data       []byte // the file

	// Warning tells of a name that promises another format than the content
	// keeps, in words for the author; empty when all is well.
	Warning string

	aspect float64     // width by height, exact
	jpeg   *jpegHeader // JPEG only
	png    *pngHeader  // PNG only
	tree   *tree       // SVG only

	sum func() string // see Sum

	profile []byte     // ICC, nil for sRGB
	frame   *webpFrame // of a moving WebP
	lossy   bool       // WebP only
}

// Sum is the SHA-256 of Data in lower-case hexadecimal. It is made when it is
// first asked for: to hash a photograph takes longer than to read its header.
func (p *Picture) Sum() string { return p.sum() }

// Open recognizes the format from data, reads size, orientation and
// transparency, and makes sure that the file is complete, without decoding
// pixels. Name is used in messages and for the comparison of its extension with
// the content; it is never opened. Errors are of type *Error.
func Open(name string, data []byte) (*Picture, error) {
	if len(data) > MaxBytes {
		return nil, named(name, tooLarge("export it smaller", "the file has %d MB, allowed are %d", len(data)>>20, MaxBytes>>20))
	}
	format, err := sniff(data)
	if err != nil {
		return nil, named(name, err)
	}
	p := &Picture{Name: name, Format: format, Orientation: 1, Data: data}
	p.sum = sync.OnceValue(func() string {
		sum := sha256.Sum256(data)
		return hex.EncodeToString(sum[:])
	})
	switch format {
	case JPEG:
		err = p.readJPEG()
	case PNG:
		err = p.readPNG()
	case GIF:
		err = p.readGIF()
	case WebP:
		err = p.readWebP()
	case SVG:
		err = p.readSVG()
	default:
		panic("picture: format without reader")
	}
	if err != nil {
		return nil, named(name, err)
	}
	if format != SVG {
		if err := p.settle(); err != nil {
			return nil, named(name, err)
		}
	}
	p.Warning = mismatch(name, format)
	return p, nil
}

// Known gives the picture that opened is, if it is one of these very data, and
// nil otherwise: for those who are handed a picture that may have been opened.
func Known(opened any, data []byte) *Picture {
	p, ok := opened.(*Picture)
	if !ok || p == nil || len(p.Data) != len(data) || len(data) == 0 || &p.Data[0] != &data[0] {
		return nil
	}
	return p
}

// settle checks the stored size against the limits and turns it upright.
func (p *Picture) settle() error {
	if p.Width <= 0 || p.Height <= 0 {
		return corrupt("the picture has no size: %d × %d pixels", p.Width, p.Height)
	}
	if p.Width > MaxPixels/p.Height {
		return tooLarge("export it smaller", "the picture has %d × %d pixels, allowed are %d million", p.Width, p.Height, MaxPixels/1_000_000)
	}
	if p.Orientation >= 5 {
		p.Width, p.Height = p.Height, p.Width
	}
	p.aspect = float64(p.Width) / float64(p.Height)
	return nil
}

// Aspect is the exact ratio of width to height, upright.
func (p *Picture) Aspect() float64 { return p.aspect }

// Stored gives the size of the pixels as they lie in the file, before the turn
// that Orientation asks for: what the Width and Height entries of a PDF image
// must say when Data is embedded untouched.
func (p *Picture) Stored() (width, height int) {
	if p.Orientation >= 5 {
		return p.Height, p.Width
	}
	return p.Width, p.Height
}

// Passthrough reports whether Data can be embedded as it is behind the
// DCTDecode filter of PDF (ISO 32000-2, 7.4.8) or as a JPEG part of a Word
// document: baseline or progressive, eight bits, grey or colour. The back end
// must turn it by Matrix when Orientation is not 1.
func (p *Picture) Passthrough() bool {
	return p.Format == JPEG && p.jpeg.passthrough()
}

// Direct reports whether the pixels can go into a PDF without being unpacked:
// by Passthrough or by Flate.
func (p *Picture) Direct() bool {
	if p.Passthrough() {
		return true
	}
	_, ok := p.flate()
	return ok
}

// Lossy reports whether the file gave up detail for size, as photographs do, so
// that doing so once more is the right way to store it reduced.
func (p *Picture) Lossy() bool { return p.Format == JPEG || p.lossy }

// Decoding estimates how many bytes of memory decoding takes at most.
func (p *Picture) Decoding() int {
	each := 4
	if p.jpeg != nil {
		each = p.Components
		if p.jpeg.progressive {
			each += 4 * p.Components // coefficients
		}
		if p.jpeg.subsampled {
			each = (each + 1) / 2
		}
	}
	return each * p.Width * p.Height
}

// Crop gives the largest part of the picture with the given ratio of width to
// height whose middle is as near to focus as the edges allow. All values are
// fractions of the upright picture, from its top left corner: focus {0.5, 0.5}
// is the middle. An aspect that is not positive and finite yields the whole.
func (p *Picture) Crop(aspect float64, focus [2]float64) (x0, y0, x1, y1 float64) {
	if !(aspect > 0) || math.IsInf(aspect, 0) {
		return 0, 0, 1, 1
	}
	w, h := 1.0, 1.0
	if p.aspect > aspect {
		w = aspect / p.aspect
	} else {
		h = p.aspect / aspect
	}
	x0 = cropStart(focus[0], w)
	y0 = cropStart(focus[1], h)
	return x0, y0, math.Min(x0+w, 1), math.Min(y0+h, 1)
}

// cropStart places a stretch of the given length within 0…1 around at.
func cropStart(at, length float64) float64 {
	if math.IsNaN(at) {
		at = 0.5
	}
	return math.Max(0, math.Min(at-length/2, 1-length))
}

// sniff tells the format from the first bytes. Formats that are well known but
// not accepted are named in the error.
func sniff(data []byte) (Format, error) {
	const hint = "export it as JPEG, PNG or SVG"
	has := func(at int, s string) bool { return len(data) >= at+len(s) && string(data[at:at+len(s)]) == s }
	switch {
	case len(data) == 0:
		return 0, truncated("the file is empty")
	case has(0, "\xff\xd8\xff"):
		return JPEG, nil
	case has(0, "\x89PNG\r\n\x1a\n"):
		return PNG, nil
	case has(0, "GIF87a"), has(0, "GIF89a"):
		return GIF, nil
	case has(0, "RIFF") && has(8, "WEBP"):
		return WebP, nil
	case has(0, "II*\x00"), has(0, "MM\x00*"):
		return 0, unsupported(hint, "this is a TIFF file")
	case has(4, "ftypavif"), has(4, "ftypavis"):
		return 0, unsupported(hint, "this is an AVIF file")
	case has(4, "ftyphei"), has(4, "ftyphev"), has(4, "ftypmif1"), has(4, "ftypmsf1"):
		return 0, unsupported(hint, "this is a HEIC file")
	case has(0, "\xff\x0a"), has(4, "JXL \r\n\x87\n"):
		return 0, unsupported(hint, "this is a JPEG XL file")
	case has(4, "jP  \r\n\x87\n"), has(0, "\xff\x4f\xff\x51"):
		return 0, unsupported(hint, "this is a JPEG 2000 file")
	case has(0, "BM") && len(data) > 26:
		return 0, unsupported(hint, "this is a BMP file")
	case has(0, "8BPS"):
		return 0, unsupported(hint, "this is a Photoshop file")
	case has(0, "%PDF-"):
		return 0, unsupported(hint, "this is a PDF file")
	case has(0, "%!PS"), has(0, "\xc5\xd0\xd3\xc6"):
		return 0, unsupported(hint, "this is an EPS file")
	case has(0, "\x1f\x8b"):
		return 0, unsupported("unpack it, and use the .svg file itself", "this is a file packed with gzip")
	case looksLikeSVG(data):
		return SVG, nil
	}
	return 0, unsupported("accepted are JPEG, PNG, WebP, GIF and SVG", "this is no picture format that is known")
}

// looksLikeSVG accepts XML whose first element is probably svg; the reader
// finds out about the rest.
func looksLikeSVG(data []byte) bool {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	data = bytes.TrimLeft(data, " \t\r\n")
	if len(data) == 0 || data[0] != '<' {
		return false
	}
	head := data[:min(len(data), 64<<10)]
	return bytes.Contains(head, []byte("<svg")) || bytes.Contains(head, []byte(":svg"))
}

// mismatch compares the extension of name with the content.
func mismatch(name string, f Format) string {
	var says Format
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".jpg", ".jpeg", ".jpe", ".jfif":
		says = JPEG
	case ".png":
		says = PNG
	case ".gif":
		says = GIF
	case ".webp":
		says = WebP
	case ".svg":
		says = SVG
	case "":
		return ""
	default:
		return "the name ends in " + ext + ", but the content is " + f.String()
	}
	if says == f {
		return ""
	}
	return "the name says " + says.String() + ", but the content is " + f.String()
}
