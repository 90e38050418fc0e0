package pdfwriter

import "slices"

// XObject is an image or a drawing that is stored once and may be shown any number of times with [Content.Draw].
type XObject struct {
	doc           *Document
	index         int
	width, height float64 // of a form, in points; of an image, 1
	image         *Image
	load          func() (Image, error) // gives the image when it is written
	form          *Content
	group         string // the colour space of a form whose content is painted together before it is shown
	seeThrough    bool   // whether what lies under it may show through
}

// Image is a raster image: a JPEG file or a packed stream of rows that goes into the document as it is, or samples.
type Image struct {
	Width, Height int // in pixels

	// JPEG is a baseline or progressive file of one (grey) or three (YCbCr or RGB) components, 8 bits each.
	JPEG []byte

	// Pixels are 3 bytes a pixel, sRGB, row by row from the top. Alpha is one byte a pixel, 255 being opaque, or nil.
	Pixels, Alpha []byte

	// Packed is an opaque image as a PNG file holds it.
	Packed *Packed

	// Profile is an ICC profile of version 2 or 4 for the samples, of grey or of colour as they are (ISO 32000-1, 8.6.5.5;
	// ISO 19005-2, 6.2.4.2). Nil means sRGB.
	Profile []byte

	// Part says which part of the picture that is drawn the image shows: x0, y0, x1, y1 as fractions from the top left.
	// Nothing is drawn of the rest. The zero value means all.
	Part [4]float64

	// Key names the image within the document: of several with the same key the first is stored. Empty means none.
	Key string
}

// Packed holds the rows of an image, each behind the number of its filter, in a zlib stream (ISO 32000-1, 7.4.4.4; the
// IDAT chunks of a PNG file that is not interlaced). The caller answers for the stream: it is not unpacked.
type Packed struct {
	Data    []byte
	Colors  int    // samples to a pixel: 1 grey or an index into Palette, 3 sRGB
	Bits    int    // to a sample: 1, 2, 4, 8 or 16
	Palette []byte // 3 bytes a colour; nil for none
}

// AddImage adds an image. The slices must not change until the document has been written.
func (d *Document) AddImage(im Image) *XObject {
	if x := d.byKey[im.Key]; x != nil && im.Key != "" {
		return x
	}
	if err := im.check(); err != nil {
		d.fail("image %q: %w", im.Key, err)
		im = Image{Width: 1, Height: 1, Pixels: make([]byte, 3), Key: im.Key}
	}
	x := d.addXObject(&XObject{width: 1, height: 1, image: &im, seeThrough: !im.opaque()})
	if im.Key != "" {
		d.byKey[im.Key] = x
	}
	return x
}

// AddLater adds an image that load gives when the document is written, and which is not held any longer than that takes:
// for images that are large, or that depend on how they were drawn. An error of load is that of WriteTo.
func (d *Document) AddLater(load func() (Image, error)) *XObject {
	return d.addXObject(&XObject{width: 1, height: 1, load: load})
}

// AddForm adds a drawing of the given size in points, made by draw. It belongs to whatever it is shown in: draw a
// logo that is repeated in the running head as a form, and show the form in an artifact.
func (d *Document) AddForm(width, height float64, draw func(*Content)) *XObject {
	if !(width > 0 && height > 0 && width <= maxPageSize && height <= maxPageSize) {
		d.fail("form: size %g × %g pt is not within 0 and %d pt", width, height, maxPageSize)
		width, height = 1, 1
	}
	c := d.newContent(height)
	draw(c)
	seeThrough := len(c.alphas) > 0 || len(c.blends) > 0 || masked(c.shades) || slices.ContainsFunc(c.uses, func(x *XObject) bool { return x.seeThrough })
	return d.addXObject(&XObject{width: width, height: height, form: c, seeThrough: seeThrough})
}

// AddGroup adds a form whose content is painted together before it is shown: where it is shown with less opacity, or
// under a mask, its parts do not show through each other (transparency groups, ISO 32000-1, 11.6.6).
func (d *Document) AddGroup(width, height float64, draw func(*Content)) *XObject {
	x := d.AddForm(width, height, draw)
	x.group, x.seeThrough = "DeviceRGB", true
	return x
}

func (d *Document) addXObject(x *XObject) *XObject {
	x.doc, x.index = d, len(d.xobjects)
	d.xobjects = append(d.xobjects, x)
	return x
}
