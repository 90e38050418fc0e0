package variable

import (
	"encoding/binary"
	"math"

	"github.com/presskit-go/presskit/brand/internal/glyf"
)

// vector is a point, or how far one is moved.
type vector struct{ x, y float64 }

// phantoms is how many points stand for the metrics of a glyph, after its own:
// the left and right edge, then top and bottom.
const phantoms = 4

// outlines moves the points of all glyphs and sets their metrics (gvar, 7.3.4).
func (in *instancer) outlines() error {
	t := in.from.Tables
	old, err := in.horizontal()
	if err != nil {
		return err
	}
	count := old.count
	o := &outliner{instancer: in, glyphs: make([]glyf.Glyph, count), old: old, metrics: make([]metric, count)}
	const indexToLocFormat = 50
	places := offsets(table(t["loca"]), count, table(t["head"]).u16(indexToLocFormat) == 1)
	varied := table(t["gvar"])
	const axisCount, sharedCount, sharedOffset, glyphCount, flags, dataOffset, header = 4, 6, 8, 12, 14, 16, 20
	if varied.u16(axisCount) != len(in.place) {
		return errDamaged
	}
	shared := varied.from(varied.u32(sharedOffset))
	shared = shared[:min(len(shared), 2*len(in.place)*varied.u16(sharedCount))]
	ranges := offsets(varied.from(header), min(varied.u16(glyphCount), count), varied.u16(flags)&1 == 1)
	data := varied.from(varied.u32(dataOffset))
	if places == nil || ranges == nil {
		return errDamaged
	}
	for i := range o.glyphs {
		outline := table(t["glyf"])
		if places[i+1] > len(outline) || places[i] > places[i+1] {
			return errDamaged
		}
		if o.glyphs[i], err = glyf.Parse(outline[places[i]:places[i+1]]); err != nil {
			return err
		}
		var deltas table
		if i+1 < len(ranges) {
			if ranges[i+1] > len(data) || ranges[i] > ranges[i+1] {
				return errDamaged
			}
			deltas = data[ranges[i]:ranges[i+1]]
		}
		if err := o.move(i, deltas, shared); err != nil {
			return err
		}
	}
	return o.write()
}

// offsets reads count+1 offsets of 16 bits, which count by twos, or of 32 bits.
func offsets(t table, count int, wide bool) []int {
	size := 2
	if wide {
		size = 4
	}
	if size*(count+1) > len(t) {
		return nil
	}
	out := make([]int, count+1)
	for i := range out {
		if wide {
			out[i] = t.u32(4 * i)
		} else {
			out[i] = 2 * t.u16(2*i)
		}
	}
	return out
}

// outliner holds the glyphs while they are made anew.
type outliner struct {
	*instancer
	glyphs  []glyf.Glyph
	old     horizontal
	metrics []metric
}

// move moves the points of a glyph, or the offsets of its components.
func (o *outliner) move(i int, data, shared table) error {
	g := &o.glyphs[i]
	points := make([]vector, 0, max(len(g.Points), len(g.Components))+phantoms)
	for _, p := range g.Points {
		points = append(points, vector{float64(p.X), float64(p.Y)})
	}
	for _, c := range g.Components {
		points = append(points, vector{float64(c.X), float64(c.Y)})
	}
	was := o.old.metric(i)
	left := float64(int(g.Box[0]) - was.bearing)
	own := len(points)
	points = append(points, vector{left, 0}, vector{left + float64(was.advance), 0}, vector{}, vector{})
	if len(data) > 0 {
		tuples, err := o.tuples(data, 0, shared, len(points), 2)
		if err != nil {
			return err
		}
		moved := make([]vector, len(points))
		for _, t := range tuples {
			t.add(moved, points, g.Ends, own)
		}
		for n := range points {
			points[n].x += moved[n].x
			points[n].y += moved[n].y
		}
	}
	for n := range g.Points {
		g.Points[n].X, g.Points[n].Y = int16(round(points[n].x)), int16(round(points[n].y))
	}
	for n := range g.Components {
		if c := &g.Components[n]; c.Flags&glyf.OffsetXY != 0 {
			c.X, c.Y = int(int16(round(points[n].x))), int(int16(round(points[n].y)))
		}
	}
	width := round(points[own+1].x - points[own].x)
	o.metrics[i] = metric{advance: width, bearing: round(points[own].x)} // of the origin: what it is follows from the box
	return nil
}

// add adds the deltas of a tuple to those of the points. Points that the tuple
// does not name are moved with their neighbours on the contour.
func (t *tuple) add(moved, points []vector, ends []int, own int) {
	if t.points == nil {
		for i := range moved {
			moved[i].x += t.scalar * float64(t.deltas[0][i])
			moved[i].y += t.scalar * float64(t.deltas[1][i])
		}
		return
	}
	named := make([]bool, len(points))
	deltas := make([]vector, len(points))
	for n, i := range t.points {
		named[i] = true
		deltas[i] = vector{float64(t.deltas[0][n]), float64(t.deltas[1][n])}
	}
	start := 0
	for _, end := range ends {
		if end < own {
			inferContour(points[start:end+1], deltas[start:end+1], named[start:end+1])
		}
		start = end + 1
	}
	for i, d := range deltas {
		moved[i].x += t.scalar * d.x
		moved[i].y += t.scalar * d.y
	}
}

// inferContour gives deltas to the points of a contour that have none, from the
// nearest ones before and after that have (7.3.4.4).
func inferContour(points, deltas []vector, named []bool) {
	first, last := -1, -1
	for i, is := range named {
		if !is {
			continue
		}
		if first < 0 {
			first = i
		} else if i > last+1 {
			inferRun(points, deltas, last, i, last+1, i)
		}
		last = i
	}
	if first < 0 {
		return
	}
	inferRun(points, deltas, last, first, last+1, len(points))
	inferRun(points, deltas, last, first, 0, first)
}

// inferRun gives deltas to the points from start up to end, which lie between
// the points a and b.
func inferRun(points, deltas []vector, a, b, start, end int) {
	for i := start; i < end; i++ {
		deltas[i] = vector{
			infer(points[i].x, points[a].x, points[b].x, deltas[a].x, deltas[b].x),
			infer(points[i].y, points[a].y, points[b].y, deltas[a].y, deltas[b].y),
		}
	}
}

// infer gives the delta of a coordinate from those of two others.
func infer(v, a, b, da, db float64) float64 {
	if a > b {
		a, b, da, db = b, a, db, da
	}
	switch {
	case a == b && da == db, v <= a && a != b:
		return da
	case a == b:
		return 0
	case v >= b:
		return db
	}
	return da + (db-da)*(v-a)/(b-a)
}

// write writes glyf and loca, and what other tables say of the glyphs.
func (o *outliner) write() error {
	if err := o.boxes(); err != nil {
		return err
	}
	var outlines []byte
	ends := []uint32{0}
	for i := range o.glyphs {
		outlines = o.glyphs[i].Append(outlines)
		for len(outlines)%4 != 0 {
			outlines = append(outlines, 0)
		}
		ends = append(ends, uint32(len(outlines)))
	}
	const most = 2 * math.MaxUint16 // that a short offset holds
	var loca []byte
	wide := len(outlines) > most
	for _, end := range ends {
		if wide {
			loca = binary.BigEndian.AppendUint32(loca, end)
		} else {
			loca = binary.BigEndian.AppendUint16(loca, uint16(end/2))
		}
	}
	for i := range o.metrics {
		o.metrics[i].bearing = int(o.glyphs[i].Box[0]) - o.metrics[i].bearing
	}
	o.to.Tables["glyf"], o.to.Tables["loca"] = outlines, loca
	const indexToLocFormat = 50
	head := o.own("head")
	head[indexToLocFormat], head[indexToLocFormat+1] = 0, 0
	if wide {
		head[indexToLocFormat+1] = 1
	}
	o.setHorizontal(o.metrics, o.unite())
	return nil
}

// own gives a table of the new font that may be written to.
func (in *instancer) own(tag string) table {
	t := append([]byte(nil), in.to.Tables[tag]...)
	in.to.Tables[tag] = t
	return t
}
