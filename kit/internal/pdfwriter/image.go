package pdfwriter

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
)

// maxPixels bounds an image; a sheet of A3 at 600 dpi has 70 million.
const maxPixels = 100_000_000

// check reports whether the image can be embedded.
func (im *Image) check() error {
	if im.Width < 1 || im.Height < 1 || im.Width > maxPixels/im.Height {
		return fmt.Errorf("size %d × %d is not allowed", im.Width, im.Height)
	}
	if n := im.spaceComponents(); im.Profile != nil && n == 0 {
		return errors.New("its colour profile is neither for grey nor for RGB")
	}
	if im.Packed != nil {
		return im.Packed.check(im)
	}
	if im.JPEG == nil {
		n := im.Width * im.Height
		if len(im.Pixels) != 3*n || im.Alpha != nil && len(im.Alpha) != n {
			return fmt.Errorf("%d bytes of pixels and %d of alpha are not what %d × %d pixels take",
				len(im.Pixels), len(im.Alpha), im.Width, im.Height)
		}
		return nil
	}
	if im.Pixels != nil || im.Alpha != nil {
		return errors.New("it has both a JPEG file and samples")
	}
	info, err := readJPEG(im.JPEG)
	switch {
	case err != nil:
		return err
	case info.width != im.Width || info.height != im.Height:
		return fmt.Errorf("the JPEG file has %d × %d pixels, not %d × %d", info.width, info.height, im.Width, im.Height)
	case info.components != 1 && info.components != 3:
		return fmt.Errorf("the JPEG file has %d components; it must have 1 or 3", info.components)
	}
	return nil
}

// check reports whether the description of the rows makes sense.
func (p *Packed) check(im *Image) error {
	switch {
	case im.JPEG != nil || im.Pixels != nil || im.Alpha != nil:
		return errors.New("it has both packed rows and something else")
	case p.Colors != 1 && p.Colors != 3, p.Bits != 1 && p.Bits != 2 && p.Bits != 4 && p.Bits != 8 && p.Bits != 16, len(p.Data) == 0:
		return fmt.Errorf("packed rows of %d colours with %d bits are not allowed", p.Colors, p.Bits)
	case p.Palette != nil && (p.Colors != 1 || len(p.Palette)%3 != 0 || len(p.Palette) > 768 || len(p.Palette) == 0):
		return fmt.Errorf("a palette of %d bytes is not allowed", len(p.Palette))
	}
	return nil
}

type jpegInfo struct{ width, height, components int }

// readJPEG reads the frame header (ITU-T T.81, B.2.2) and checks that the file has an end.
func readJPEG(b []byte) (jpegInfo, error) {
	if !bytes.HasPrefix(b, []byte{0xff, 0xd8}) {
		return jpegInfo{}, errors.New("not a JPEG file")
	}
	for at := 2; at+4 <= len(b); {
		marker := b[at+1]
		switch {
		case b[at] != 0xff:
			return jpegInfo{}, errors.New("damaged JPEG file: a marker is missing")
		case marker == 0xff: // padding
			at++
			continue
		case marker == 0x01 || marker >= 0xd0 && marker <= 0xd7: // without a length
			at += 2
			continue
		case marker == 0xd9 || marker == 0xda:
			return jpegInfo{}, errors.New("damaged JPEG file: no frame before the data")
		}
		length := int(b[at+2])<<8 | int(b[at+3])
		if length < 2 || at+2+length > len(b) {
			return jpegInfo{}, errors.New("damaged JPEG file: it is cut off")
		}
		if marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc {
			segment := b[at+4 : at+2+length]
			switch {
			case marker > 0xc2:
				return jpegInfo{}, errors.New("the JPEG file is neither baseline nor progressive")
			case len(segment) < 6:
				return jpegInfo{}, errors.New("damaged JPEG file: it is cut off")
			case segment[0] != 8:
				return jpegInfo{}, fmt.Errorf("the JPEG file has %d bits per component; it must have 8", segment[0])
			case !bytes.Contains(b[max(at, len(b)-4096):], []byte{0xff, 0xd9}):
				return jpegInfo{}, errors.New("damaged JPEG file: it is cut off")
			}
			return jpegInfo{
				width:      int(segment[3])<<8 | int(segment[4]),
				height:     int(segment[1])<<8 | int(segment[2]),
				components: int(segment[5]),
			}, nil
		}
		at += 2 + length
	}
	return jpegInfo{}, errors.New("damaged JPEG file: it is cut off")
}

// writeXObject writes an image or a form.
func (a *assembly) writeXObject(x *XObject) error {
	r := a.shown[x]
	if x.form != nil {
		o := new(object).key("Type").name("XObject").key("Subtype").name("Form")
		if x.group != "" {
			o.key("Group").raw("<</S /Transparency /I true /CS ").name(x.group).raw(">>")
		}
		a.setForm(r, x, o)
		return nil
	}
	im := x.image
	if x.load != nil {
		loaded, err := x.load()
		if err == nil {
			err = loaded.check()
		}
		if err != nil {
			return err
		}
		im, x.seeThrough = &loaded, !loaded.opaque()
	}
	return a.writeImage(r, im, x.seeThrough)
}

// writeImage writes an image, within a form if it shows only a part.
func (a *assembly) writeImage(r ref, im *Image, seeThrough bool) error {
	if part := im.Part; part != [4]float64{} {
		inner := a.alloc()
		content := numbers([]float64{part[2] - part[0], 0, 0, part[3] - part[1], part[0], 1 - part[3]}) + " cm\n/I Do\n"
		o := new(object).key("Type").name("XObject").key("Subtype").name("Form").key("BBox").nums(0, 0, 1, 1)
		a.setStream(r, o.key("Resources").raw("<</XObject <</I ").ref(inner).raw(">>>>"), []byte(content))
		r = inner
	}
	if im.Packed != nil {
		a.writePacked(r, im)
		return nil
	}
	o := im.dictionary(8)
	if im.JPEG != nil {
		info, err := readJPEG(im.JPEG)
		if err != nil {
			return err
		}
		a.setRaw(r, o.key("ColorSpace").raw(a.space(im, info.components)).key("Filter").name("DCTDecode"), im.JPEG)
		return nil
	}
	if seeThrough {
		mask := a.alloc()
		if err := a.writeSamples(mask, &Image{Width: im.Width, Height: im.Height}, im.dictionary(8), im.Alpha, 1); err != nil {
			return err
		}
		o.key("SMask").ref(mask)
	}
	samples, components := im.Pixels, 3
	if im.spaceComponents() != 3 { // colours that are all grey are written as such, unless a profile is for RGB
		if grey, ok := toGrey(samples); ok {
			samples, components = grey, 1
		}
	}
	return a.writeSamples(r, im, o, samples, components)
}

// writePacked writes rows as they were packed (ISO 32000-1, 8.6.6.3 for the palette).
func (a *assembly) writePacked(r ref, im *Image) {
	p := im.Packed
	o := im.dictionary(p.Bits)
	switch {
	case p.Palette != nil:
		o.key("ColorSpace").raw(fmt.Sprintf("[/Indexed %s %d <%X>]", a.space(im, 3), len(p.Palette)/3-1, p.Palette))
	default:
		o.key("ColorSpace").raw(a.space(im, p.Colors))
	}
	o.key("DecodeParms").raw("<</Predictor 15 /Colors ").int(p.Colors).raw(" /BitsPerComponent ").int(p.Bits)
	o.raw(" /Columns ").int(im.Width).raw(">>")
	a.setRaw(r, o.key("Filter").name("FlateDecode"), p.Data)
}

func (im *Image) dictionary(bits int) *object {
	o := new(object).key("Type").name("XObject").key("Subtype").name("Image").key("Width").int(im.Width)
	return o.key("Height").int(im.Height).key("BitsPerComponent").int(bits)
}

func (im *Image) opaque() bool {
	return !slices.ContainsFunc(im.Alpha, func(v byte) bool { return v != 255 })
}

// writeSamples writes samples of 8 bits with the given number of components to the pixel.
func (a *assembly) writeSamples(r ref, im *Image, o *object, samples []byte, components int) error {
	width := im.Width
	o.key("ColorSpace").raw(a.space(im, components))
	if a.plain {
		a.setRaw(r, o, samples)
		return nil
	}
	sum := sha256.Sum256(samples)
	key := cacheKey{id: fmt.Sprintf("image %d %d %x", width, components, sum)}
	data, _, err := a.packed(key, func() ([]byte, error) { return filterRows(samples, width*components, components), nil })
	if err != nil {
		return err
	}
	o.key("DecodeParms").raw("<</Predictor 15 /Colors ").int(components).raw(" /Columns ").int(width).raw(">>")
	a.setPacked(r, o, data)
	return nil
}

func toGrey(rgb []byte) ([]byte, bool) {
	for i := 0; i < len(rgb); i += 3 {
		if rgb[i] != rgb[i+1] || rgb[i] != rgb[i+2] {
			return nil, false
		}
	}
	grey := make([]byte, 0, len(rgb)/3)
	for i := 0; i < len(rgb); i += 3 {
		grey = append(grey, rgb[i])
	}
	return grey, true
}
