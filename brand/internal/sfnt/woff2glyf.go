package sfnt

import (
	"encoding/binary"

	"github.com/presskit-go/presskit/brand/internal/glyf"
)

// outlines are the streams of a transformed glyf table, WOFF2 5.1.
type outlines struct {
	glyphs                                              int
	short                                               bool // offsets of loca have 16 bits
	contours, points, flags, triplets, composites, code *stream
	boxes                                               *stream
	hasBox, overlaps                                    []byte // a bit for each glyph
}

func readOutlines(data []byte) (*outlines, error) {
	r := &stream{data: data}
	r.take(2) // reserved
	options := r.u16()
	o := &outlines{glyphs: r.u16()}
	o.short = r.u16() == 0 // as in head
	streams := [...]**stream{&o.contours, &o.points, &o.flags, &o.triplets, &o.composites, &o.boxes, &o.code}
	var sizes [len(streams)]int
	for i := range sizes {
		sizes[i] = r.u32()
	}
	for i, s := range streams {
		*s = &stream{data: r.take(sizes[i])}
	}
	o.hasBox = o.boxes.take((o.glyphs + 31) / 32 * 4)
	const overlapBitmap = 1
	if options&overlapBitmap != 0 {
		o.overlaps = r.take((o.glyphs + 7) / 8)
	}
	if r.bad || o.boxes.bad {
		return nil, errWOFF2
	}
	return o, nil
}

func bit(set []byte, n int) bool { return n/8 < len(set) && set[n/8]&(0x80>>(n%8)) != 0 }

// restoreOutlines undoes the transform of glyf and loca. The new tables may
// take as many bytes as are left.
func restoreOutlines(table, loca *packed, left int) error {
	o, err := readOutlines(table.data)
	if err != nil {
		return err
	}
	align := 4
	if o.short {
		align = 2
	}
	var out []byte
	ends := make([]uint32, 0, o.glyphs+1)
	ends = append(ends, 0)
	table.xMins = make([]int16, 0, o.glyphs)
	for n := range o.glyphs {
		g, ok := o.glyph(n)
		if !ok {
			return errWOFF2
		}
		table.xMins = append(table.xMins, g.Box[0])
		out = g.Append(out)
		for len(out)%align != 0 {
			out = append(out, 0)
		}
		ends = append(ends, uint32(len(out)))
		if len(out)+4*len(ends) > left {
			return errSize
		}
	}
	const most = 2 * 0xFFFF // that a short offset holds
	table.data, loca.data = out, nil
	for _, end := range ends {
		switch {
		case !o.short:
			loca.data = binary.BigEndian.AppendUint32(loca.data, end)
		case end > most:
			return errWOFF2
		default:
			loca.data = binary.BigEndian.AppendUint16(loca.data, uint16(end/2))
		}
	}
	return nil
}

// glyph reads the next glyph.
func (o *outlines) glyph(n int) (g glyf.Glyph, ok bool) {
	contours := int(int16(o.contours.u16()))
	hasBox := bit(o.hasBox, n)
	switch {
	case contours == 0:
		return g, !hasBox && !o.contours.bad
	case contours == -1:
		if g, ok = o.composite(); !ok || !hasBox {
			return g, false
		}
	case contours < -1:
		return g, false
	default:
		if g, ok = o.simple(contours); !ok {
			return g, false
		}
		g.Overlap = bit(o.overlaps, n)
		g.SetBox()
	}
	if hasBox {
		for i := range g.Box {
			g.Box[i] = int16(o.boxes.u16())
		}
	}
	return g, !o.boxes.bad && !o.contours.bad
}

// composite copies a glyph made of components, which is stored as in glyf but
// for its box and its instructions.
func (o *outlines) composite() (glyf.Glyph, bool) {
	const words, haveScale, more, haveXYScale, haveMatrix, haveProgram = 1, 1 << 3, 1 << 5, 1 << 6, 1 << 7, 1 << 8
	r := o.composites
	start := r.at
	program := false
	for flags := more; flags&more != 0 && !r.bad; {
		flags = r.u16()
		size := 4 // glyph and two bytes
		if flags&words != 0 {
			size = 6
		}
		switch {
		case flags&haveScale != 0:
			size += 2
		case flags&haveXYScale != 0:
			size += 4
		case flags&haveMatrix != 0:
			size += 8
		}
		r.take(size)
		program = program || flags&haveProgram != 0
	}
	if r.bad {
		return glyf.Glyph{}, false
	}
	data := append([]byte{0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0}, r.data[start:r.at]...)
	if program {
		size := o.triplets.u255()
		data = append(binary.BigEndian.AppendUint16(data, uint16(size)), o.code.take(size)...)
	}
	g, err := glyf.Parse(data)
	return g, err == nil && !o.code.bad && !o.triplets.bad
}

func (o *outlines) simple(contours int) (g glyf.Glyph, ok bool) {
	total := 0
	for range contours {
		total += o.points.u255()
		if o.points.bad || total > 0xFFFF {
			return g, false
		}
		g.Ends = append(g.Ends, total-1)
	}
	flags := o.flags.take(total)
	if flags == nil && total > 0 {
		return g, false
	}
	g.Points = make([]glyf.Point, total)
	var x, y int
	for i, flag := range flags {
		dx, dy := o.triplet(int(flag & 0x7F))
		x, y = x+dx, y+dy
		g.Points[i] = glyf.Point{X: int16(x), Y: int16(y), On: flag&0x80 == 0}
	}
	size := o.triplets.u255()
	g.Instructions = o.code.take(size)
	return g, !o.triplets.bad && !o.code.bad && g.Ends[0] >= 0
}

// triplet reads the distance from the point before, 5.2.
func (o *outlines) triplet(flag int) (dx, dy int) {
	sign := func(bit, v int) int {
		if flag>>bit&1 == 0 {
			return -v
		}
		return v
	}
	b := func() int { return o.triplets.u8() }
	switch {
	case flag < 10:
		return 0, sign(0, flag&14<<7+b())
	case flag < 20:
		return sign(0, (flag-10)&14<<7+b()), 0
	case flag < 84:
		hi, lo := flag-20, b()
		return sign(0, 1+hi&0x30+lo>>4), sign(1, 1+hi&0x0C<<2+lo&0x0F)
	case flag < 120:
		hi := flag - 84
		x, y := b(), b()
		return sign(0, 1+hi/12<<8+x), sign(1, 1+hi%12>>2<<8+y)
	case flag < 124:
		b1, b2, b3 := b(), b(), b()
		return sign(0, b1<<4+b2>>4), sign(1, b2&0x0F<<8+b3)
	}
	b1, b2, b3, b4 := b(), b(), b(), b()
	return sign(0, b1<<8+b2), sign(1, b3<<8+b4)
}
