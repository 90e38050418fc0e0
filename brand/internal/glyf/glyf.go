// Package glyf reads and writes the outlines of TrueType glyphs, as the table
// glyf holds them (ISO/IEC 14496-22, 5.3.4).
//
// Start with [Parse], which takes the bytes of one glyph, and [Glyph.Append],
// which writes them. An empty glyph has no bytes.
package glyf

import (
	"encoding/binary"
	"errors"
	"math"
)

// Point is a point of an outline, in design units.
type Point struct {
	X, Y int16
	On   bool // on the curve; otherwise a control point of a quadratic curve
}

// Glyph is one glyph: a simple one with points, or one made of components.
// A glyph with neither is empty.
type Glyph struct {
	Points []Point
	Ends   []int // index of the last point of each contour
	// Overlap says that contours overlap (OVERLAP_SIMPLE).
	Overlap bool

	Components []Component

	// Instructions are the hinting program, which may be empty.
	Instructions []byte
	// Box is the box around the outline: left, bottom, right, top.
	Box [4]int16
}

// Component is another glyph as a part of this one.
type Component struct {
	Glyph uint16
	Flags uint16 // of the table; those that tell sizes are set anew in writing
	// X and Y are the offset, or, if Flags lacks OffsetXY, numbers of points of
	// this glyph and of the component that coincide.
	X, Y int
	// Transform is the matrix xx, xy, yx, yy: x' = xx·x + yx·y, y' = xy·x + yy·y.
	Transform [4]float64

	scale []byte // the matrix as it stands in the table
}

// Flags of components.
const (
	words          = 1 << 0
	OffsetXY       = 1 << 1 // ARGS_ARE_XY_VALUES
	haveScale      = 1 << 3
	moreComponents = 1 << 5
	haveXYScale    = 1 << 6
	haveMatrix     = 1 << 7
	haveProgram    = 1 << 8
)

// Flags of points.
const (
	onCurve      = 1 << 0
	xShort       = 1 << 1
	yShort       = 1 << 2
	repeated     = 1 << 3
	xSame        = 1 << 4 // or positive, if short
	ySame        = 1 << 5
	overlap      = 1 << 6
	compositeTag = -1
)

var errCut = errors.New("has a damaged outline")

// reader reads big-endian numbers; once past the end, ok is false for good.
type reader struct {
	data []byte
	at   int
	bad  bool
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.data)-r.at {
		r.bad = true
		return nil
	}
	r.at += n
	return r.data[r.at-n : r.at]
}

func (r *reader) u8() int {
	if b := r.take(1); b != nil {
		return int(b[0])
	}
	return 0
}

func (r *reader) u16() int {
	if b := r.take(2); b != nil {
		return int(binary.BigEndian.Uint16(b))
	}
	return 0
}

func (r *reader) i16() int { return int(int16(r.u16())) }

// Parse reads one glyph. The result shares its instructions with data.
func Parse(data []byte) (Glyph, error) {
	var g Glyph
	if len(data) == 0 {
		return g, nil
	}
	r := &reader{data: data}
	contours := r.i16()
	for i := range g.Box {
		g.Box[i] = int16(r.i16())
	}
	switch {
	case r.bad || contours < compositeTag:
		return g, errCut
	case contours == compositeTag:
		g.readComponents(r)
	case contours > 0:
		g.readPoints(r, contours)
	}
	if r.bad {
		return Glyph{}, errCut
	}
	return g, nil
}

func (g *Glyph) readPoints(r *reader, contours int) {
	last := -1
	g.Ends = make([]int, 0, min(contours, len(r.data)))
	for range contours {
		end := r.u16()
		if r.bad || end < last {
			r.bad = true
			return
		}
		last = end
		g.Ends = append(g.Ends, end)
	}
	g.Instructions = r.take(r.u16())
	flags := make([]byte, 0, last+1)
	for len(flags) <= last && !r.bad {
		flag := byte(r.u8())
		count := 1
		if flag&repeated != 0 {
			count += r.u8()
		}
		for range min(count, last+1-len(flags)) {
			flags = append(flags, flag)
		}
	}
	if r.bad {
		return
	}
	g.Overlap = len(flags) > 0 && flags[0]&overlap != 0
	g.Points = make([]Point, len(flags))
	value := int16(0)
	for i, flag := range flags {
		value += r.delta(flag&xShort != 0, flag&xSame != 0)
		g.Points[i] = Point{X: value, On: flag&onCurve != 0}
	}
	value = 0
	for i, flag := range flags {
		value += r.delta(flag&yShort != 0, flag&ySame != 0)
		g.Points[i].Y = value
	}
}

// delta reads the distance from the point before.
func (r *reader) delta(short, same bool) int16 {
	switch {
	case short && same:
		return int16(r.u8())
	case short:
		return -int16(r.u8())
	case same:
		return 0
	}
	return int16(r.u16())
}

func (g *Glyph) readComponents(r *reader) {
	for more := true; more && !r.bad; {
		var c Component
		c.Flags = uint16(r.u16())
		c.Glyph = uint16(r.u16())
		switch offset := c.Flags&OffsetXY != 0; {
		case c.Flags&words != 0 && offset:
			c.X, c.Y = r.i16(), r.i16()
		case c.Flags&words != 0:
			c.X, c.Y = r.u16(), r.u16()
		case offset:
			c.X, c.Y = int(int8(r.u8())), int(int8(r.u8()))
		default:
			c.X, c.Y = r.u8(), r.u8()
		}
		start := r.at
		f2dot14 := func() float64 { return float64(r.i16()) / (1 << 14) }
		c.Transform = [4]float64{1, 0, 0, 1}
		switch {
		case c.Flags&haveScale != 0:
			s := f2dot14()
			c.Transform[0], c.Transform[3] = s, s
		case c.Flags&haveXYScale != 0:
			c.Transform[0], c.Transform[3] = f2dot14(), f2dot14()
		case c.Flags&haveMatrix != 0:
			for i := range c.Transform {
				c.Transform[i] = f2dot14()
			}
		}
		if !r.bad {
			c.scale = r.data[start:r.at]
		}
		g.Components = append(g.Components, c)
		more = c.Flags&moreComponents != 0
	}
	if n := len(g.Components); !r.bad && g.Components[n-1].Flags&haveProgram != 0 {
		g.Instructions = r.take(r.u16())
	}
}

// SetBox sets the box of a simple glyph from its points.
func (g *Glyph) SetBox() {
	if len(g.Points) == 0 {
		g.Box = [4]int16{}
		return
	}
	p := g.Points[0]
	g.Box = [4]int16{p.X, p.Y, p.X, p.Y}
	for _, p := range g.Points {
		g.Box = [4]int16{min(g.Box[0], p.X), min(g.Box[1], p.Y), max(g.Box[2], p.X), max(g.Box[3], p.Y)}
	}
}

// Append writes the glyph after dst. Distances between points are taken modulo
// 65536, as readers add them.
func (g *Glyph) Append(dst []byte) []byte {
	if len(g.Components) == 0 && len(g.Ends) == 0 {
		return dst
	}
	contours := len(g.Ends)
	if len(g.Components) > 0 {
		contours = compositeTag
	}
	dst = binary.BigEndian.AppendUint16(dst, uint16(contours))
	for _, v := range g.Box {
		dst = binary.BigEndian.AppendUint16(dst, uint16(v))
	}
	if len(g.Components) > 0 {
		return g.appendComponents(dst)
	}
	return g.appendPoints(dst)
}

func (g *Glyph) appendComponents(dst []byte) []byte {
	u16 := binary.BigEndian.AppendUint16
	for i, c := range g.Components {
		flags := c.Flags &^ (words | moreComponents | haveProgram)
		low, high := math.MinInt8, math.MaxInt8
		if flags&OffsetXY == 0 {
			low, high = 0, math.MaxUint8
		}
		if c.X < low || c.X > high || c.Y < low || c.Y > high {
			flags |= words
		}
		last := i == len(g.Components)-1
		if !last {
			flags |= moreComponents
		} else if len(g.Instructions) > 0 {
			flags |= haveProgram
		}
		dst = u16(u16(dst, flags), c.Glyph)
		if flags&words != 0 {
			dst = u16(u16(dst, uint16(c.X)), uint16(c.Y))
		} else {
			dst = append(dst, byte(c.X), byte(c.Y))
		}
		dst = append(dst, c.scale...)
	}
	if len(g.Instructions) > 0 {
		dst = append(u16(dst, uint16(len(g.Instructions))), g.Instructions...)
	}
	return dst
}

func (g *Glyph) appendPoints(dst []byte) []byte {
	u16 := binary.BigEndian.AppendUint16
	for _, end := range g.Ends {
		dst = u16(dst, uint16(end))
	}
	dst = append(u16(dst, uint16(len(g.Instructions))), g.Instructions...)
	var xs, ys []byte
	repeatAt := -1 // of the flag that the next one may repeat
	var x, y int16
	for i, p := range g.Points {
		flag := byte(0)
		if p.On {
			flag = onCurve
		}
		if i == 0 && g.Overlap {
			flag |= overlap
		}
		var bits byte
		xs, bits = appendDelta(xs, p.X-x, xShort, xSame)
		flag |= bits
		ys, bits = appendDelta(ys, p.Y-y, yShort, ySame)
		flag |= bits
		x, y = p.X, p.Y
		if repeatAt >= 0 && dst[repeatAt]&^repeated == flag {
			if dst[repeatAt]&repeated == 0 {
				dst[repeatAt] |= repeated
				dst = append(dst, 1)
				continue
			}
			if count := len(dst) - 1; dst[count] < math.MaxUint8 {
				dst[count]++
				continue
			}
		}
		repeatAt = len(dst)
		dst = append(dst, flag)
	}
	return append(append(dst, xs...), ys...)
}

// appendDelta writes a distance and gives the bits that say how.
func appendDelta(dst []byte, d int16, short, same byte) ([]byte, byte) {
	switch {
	case d == 0:
		return dst, same
	case d > 0 && d <= math.MaxUint8:
		return append(dst, byte(d)), short | same
	case d < 0 && d >= -math.MaxUint8:
		return append(dst, byte(-d)), short
	}
	return binary.BigEndian.AppendUint16(dst, uint16(d)), 0
}
