package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
)

// Pixels decodes the picture and turns it upright: eight bits, alpha not
// premultiplied, bounds from 0, 0, in sRGB unless there is a Profile. A GIF
// gives its first frame on a transparent ground, an SVG is drawn at
// Width × Height. CMYK is converted without a profile. Damage that only
// decoding can find is reported as ErrTruncated or ErrCorrupt.
func (p *Picture) Pixels() (*image.NRGBA, error) {
	if p.Format == SVG {
		v, err := p.Vector()
		if err != nil {
			return nil, err
		}
		img, err := v.draw(p.Width, p.Height)
		return img, named(p.Name, err)
	}
	return p.PixelsWithin(p.Width)
}

// PixelsWithin is Pixels, reduced where the upright picture would be more than
// across pixels wide; not for SVG.
func (p *Picture) PixelsWithin(across int) (*image.NRGBA, error) {
	w, h := p.Stored()
	reduced := func(n int) int { return max(1, int(int64(n)*int64(min(across, p.Width))/int64(p.Width))) }
	img, err := p.Scaled(image.Rect(0, 0, w, h), reduced(w), reduced(h))
	if err != nil {
		return nil, err
	}
	return upright(img, p.Orientation), nil
}

// Scaled decodes a part of the picture as it lies in the file, not turned by
// Orientation, and reduces it to the given size: for pictures that have more
// pixels than a reader could ever see. Part is within Stored, and width and
// height are at most its size. All else is as with Pixels; an SVG has nothing
// to be scaled.
func (p *Picture) Scaled(part image.Rectangle, width, height int) (img *image.NRGBA, err error) {
	// The decoders are not ours: a panic in one of them must not take down a
	// program that only wanted to set a press release.
	defer func() {
		if r := recover(); r != nil {
			img, err = nil, named(p.Name, corrupt("the %s cannot be decoded: %v", p.Format, r))
		}
	}()
	w, h := p.Stored()
	ground := image.Rect(0, 0, w, h)
	if p.Format == SVG || part.Empty() || !part.In(ground) || width < 1 || height < 1 || width > part.Dx() || height > part.Dy() {
		return nil, named(p.Name, unsupported("", "%v of %v cannot be reduced to %d × %d pixels", part, ground, width, height))
	}
	src, err := p.decode()
	if err != nil {
		return nil, named(p.Name, decodeError(p.Format, err))
	}
	if !src.Bounds().In(ground) {
		return nil, named(p.Name, corrupt("the %s has another size than its header says", p.Format))
	}
	if part != ground || width != w || height != h {
		if c, ok := src.(*image.YCbCr); ok && c.SubsampleRatio == image.YCbCrSubsampleRatio420 && c.Rect == ground && part.Dx() >= 3*width && part.Dy() >= 3*height {
			src = halved(c)
			part = image.Rect(part.Min.X/2, part.Min.Y/2, (part.Max.X+1)/2, (part.Max.Y+1)/2)
		}
		img = reduce(src, part, width, height, p.Alpha)
	} else {
		img = toNRGBA(src, ground)
	}
	if p.png != nil && p.png.gamma != 0 {
		p.png.applyGamma(img)
	}
	return img, nil
}

func (p *Picture) decode() (image.Image, error) {
	r := bytes.NewReader(p.Data)
	switch p.Format {
	case JPEG:
		if p.Components == 4 && !p.jpeg.adobe {
			return decodePlainCMYK(p.Data)
		}
		return jpeg.Decode(r)
	case PNG:
		return png.Decode(r)
	case GIF:
		return gif.Decode(r)
	case WebP:
		if p.frame != nil {
			return p.frame.decode()
		}
		return decodeWebP(r)
	}
	panic("picture: format without decoder")
}

// decodePlainCMYK decodes four components without an Adobe segment. The decoder
// wants one, and then takes the values for inverted, as Adobe's are; so it gets
// one, and the inversion is undone.
func decodePlainCMYK(data []byte) (image.Image, error) {
	adobe := []byte("\xff\xd8\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00")
	img, err := jpeg.Decode(io.MultiReader(bytes.NewReader(adobe), bytes.NewReader(data[2:])))
	if err != nil {
		return nil, err
	}
	if c, ok := img.(*image.CMYK); ok {
		for i := range c.Pix {
			c.Pix[i] = 255 - c.Pix[i]
		}
	}
	return img, nil
}

// decodeError sorts a decoder's complaint into the kinds of this package.
func decodeError(f Format, err error) error {
	var (
		jpegFeature jpeg.UnsupportedError
		pngFeature  png.UnsupportedError
	)
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return truncated("the pixels of the %s end too early", f)
	case errors.As(err, &jpegFeature), errors.As(err, &pngFeature):
		return unsupported("export it again as plain "+f.String(), "the %s uses a rare feature: %s", f, err)
	}
	return corrupt("the %s cannot be decoded: %s", f, err)
}

// toNRGBA converts any image onto a transparent ground.
func toNRGBA(src image.Image, ground image.Rectangle) *image.NRGBA {
	if s, ok := src.(*image.NRGBA); ok && s.Rect == ground && s.Stride == 4*ground.Dx() {
		return s
	}
	dst := image.NewNRGBA(ground)
	b := src.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		at := dst.PixOffset(b.Min.X, y)
		readRow(dst.Pix[at:at+4*b.Dx()], src, b.Min.X, y)
	}
	return dst
}

// readRow converts pixels from x, y on to the right into row, as NRGBA. They
// must be within the image. The types that the decoders produce have their own
// loops, since going through color.Color takes ten times as long.
func readRow(row []byte, src image.Image, x, y int) {
	n := len(row) / 4
	switch s := src.(type) {
	case *image.NRGBA:
		copy(row, s.Pix[s.PixOffset(x, y):])
	case *image.RGBA: // the decoders use it for opaque pictures alone
		copyRGBA(row, s.Pix[s.PixOffset(x, y):])
	case *image.Gray:
		for i, v := range s.Pix[s.PixOffset(x, y):][:n] {
			row[4*i], row[4*i+1], row[4*i+2], row[4*i+3] = v, v, v, 255
		}
	case *image.Gray16:
		for i := range n {
			v := s.Pix[s.PixOffset(x+i, y)]
			row[4*i], row[4*i+1], row[4*i+2], row[4*i+3] = v, v, v, 255
		}
	case *image.YCbCr:
		luma := s.Y[s.YOffset(x, y):][:n]
		for i, v := range luma {
			c := s.COffset(x+i, y)
			row[4*i], row[4*i+1], row[4*i+2] = color.YCbCrToRGB(v, s.Cb[c], s.Cr[c])
			row[4*i+3] = 255
		}
	case *image.NYCbCrA:
		for i := range n {
			c := s.COffset(x+i, y)
			row[4*i], row[4*i+1], row[4*i+2] = color.YCbCrToRGB(s.Y[s.YOffset(x+i, y)], s.Cb[c], s.Cr[c])
			row[4*i+3] = s.A[s.AOffset(x+i, y)]
		}
	case *image.CMYK:
		for i := range n {
			k := s.Pix[s.PixOffset(x+i, y):]
			row[4*i], row[4*i+1], row[4*i+2] = color.CMYKToRGB(k[0], k[1], k[2], k[3])
			row[4*i+3] = 255
		}
	case *image.Paletted:
		for i, v := range s.Pix[s.PixOffset(x, y):][:n] {
			if int(v) < len(s.Palette) {
				setNRGBA(row[4*i:], s.Palette[v])
			}
		}
	case *image.NRGBA64:
		for i := range n {
			v := s.Pix[s.PixOffset(x+i, y):]
			row[4*i], row[4*i+1], row[4*i+2], row[4*i+3] = v[0], v[2], v[4], v[6]
		}
	case *image.RGBA64: // opaque as well
		for i := range n {
			v := s.Pix[s.PixOffset(x+i, y):]
			row[4*i], row[4*i+1], row[4*i+2], row[4*i+3] = v[0], v[2], v[4], v[6]
		}
	default:
		for i := range n {
			setNRGBA(row[4*i:], src.At(x+i, y))
		}
	}
}

// copyRGBA takes the premultiplication out of a row.
func copyRGBA(dst, src []byte) {
	for i := 0; i < len(dst); i += 4 {
		if a := uint32(src[i+3]); a != 0 && a != 255 {
			for k := range 3 {
				dst[i+k] = uint8(min(255, (uint32(src[i+k])*255+a/2)/a))
			}
			dst[i+3] = src[i+3]
			continue
		}
		copy(dst[i:i+4], src[i:i+4])
	}
}

func setNRGBA(dst []byte, c color.Color) {
	v, ok := c.(color.NRGBA)
	if !ok {
		v = color.NRGBAModel.Convert(c).(color.NRGBA)
	}
	dst[0], dst[1], dst[2], dst[3] = v.R, v.G, v.B, v.A
}

// upright applies an EXIF orientation.
func upright(src *image.NRGBA, orientation int) *image.NRGBA {
	w, h := src.Rect.Dx(), src.Rect.Dy()
	if orientation < 2 || orientation > 8 {
		return src
	}
	size := image.Rect(0, 0, w, h)
	if orientation >= 5 {
		size = image.Rect(0, 0, h, w)
	}
	dst := image.NewNRGBA(size)
	for y := range h {
		for x := range w {
			var at image.Point
			switch orientation {
			case 2:
				at = image.Pt(w-1-x, y)
			case 3:
				at = image.Pt(w-1-x, h-1-y)
			case 4:
				at = image.Pt(x, h-1-y)
			case 5:
				at = image.Pt(y, x)
			case 6:
				at = image.Pt(h-1-y, x)
			case 7:
				at = image.Pt(h-1-y, w-1-x)
			case 8:
				at = image.Pt(y, w-1-x)
			default:
				panic(fmt.Sprintf("picture: orientation %d", orientation))
			}
			copy(dst.Pix[4*(at.Y*size.Dx()+at.X):][:4], src.Pix[4*(y*w+x):][:4])
		}
	}
	return dst
}
