package picture

import (
	"bytes"
	"image"
	"image/png"
	"math"
	"slices"
)

const (
	// subRows is how many samples make the height of a pixel; along the row
	// coverage is exact to 1/subColumns.
	subRows    = 16
	subColumns = 256
	fullCover  = subRows * subColumns

	// maxWork bounds drawing, in steps of a few nanoseconds.
	maxWork   = 400_000_000
	maxPoints = 8_000_000 // of one flattened shape

	flatness = 0.02 // pixels between a curve and its lines
)

// Rasterize draws an SVG width pixels wide on a transparent ground and packs it
// as PNG: the fallback for programs that show no SVG. The same input gives the
// same bytes. Other formats give ErrUnsupported.
func (p *Picture) Rasterize(width int) ([]byte, error) {
	v, err := p.Vector()
	if err != nil {
		return nil, err
	}
	if width < 1 || width > MaxPixels {
		return nil, named(p.Name, tooLarge("", "a picture cannot be %d pixels wide", width))
	}
	height := math.Max(1, math.Round(float64(width)/p.aspect))
	if height > MaxPixels/float64(width) {
		return nil, named(p.Name, tooLarge("", "%d × %.0f pixels are too many to draw", width, height))
	}
	img, err := v.draw(width, int(height))
	if err != nil {
		return nil, named(p.Name, err)
	}
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&out, img); err != nil {
		return nil, named(p.Name, err)
	}
	return out.Bytes(), nil
}

// draw paints the vector into w × h pixels.
func (v *Vector) draw(w, h int) (*image.NRGBA, error) {
	if w > MaxPixels/h {
		return nil, tooLarge("give it a smaller size", "%d × %d pixels are too many to draw", w, h)
	}
	c := newCanvas(w, h, Matrix{float64(w) / v.Width, 0, 0, float64(h) / v.Height, 0, 0}, new(int))
	if err := c.shapes(v.Shapes); err != nil {
		return nil, err
	}
	img := &image.NRGBA{Pix: c.pix, Stride: 4 * w, Rect: image.Rect(0, 0, w, h)}
	copyRGBA(img.Pix, img.Pix)
	return img, nil
}

// canvas is a picture being drawn: premultiplied RGBA.
type canvas struct {
	w, h  int
	pix   []uint8
	scale Matrix // from the vector to pixels
	work  *int   // done so far, layers included
	layer int    // how many canvases this lies on

	edges []edge
	delta []int32 // coverage of the row under way, as differences
	row   []uint8 // the same, summed up

	clips []Clip  // what mask stands for
	mask  []uint8 // coverage of the whole canvas
}

func newCanvas(w, h int, scale Matrix, work *int) *canvas {
	return &canvas{w: w, h: h, pix: make([]uint8, 4*w*h), scale: scale, work: work, delta: make([]int32, w+2), row: make([]uint8, w)}
}

// grain is the larger of the two scales.
func (c *canvas) grain() float64 {
	return math.Max(math.Hypot(c.scale[0], c.scale[1]), math.Hypot(c.scale[2], c.scale[3]))
}

// toil counts work and fails where it is too much.
func (c *canvas) toil(n int) error {
	if *c.work += n; *c.work > maxWork {
		return tooComplex()
	}
	return nil
}

func (c *canvas) shapes(all []Shape) error {
	for i := range all {
		if err := c.shape(&all[i]); err != nil {
			return err
		}
	}
	return nil
}

// edge is a line of an outline, going down.
type edge struct {
	y0, y1   float64
	x, slope float64 // at y0; per pixel down
	now      int     // x on the sample row under way, in subColumns
	winding  int
}

func tooComplex() error {
	return tooLarge("simplify the drawing", "the SVG is too intricate to be drawn in pixels")
}

func (c *canvas) shape(s *Shape) error {
	if err := c.setClip(s.Clip); err != nil {
		return err
	}
	if s.Group != nil {
		return c.group(s.Group)
	}
	if s.Fill != nil {
		paint, err := c.painter(s.Fill)
		if err != nil {
			return err
		}
		if err := c.fillPath(s.Path, s.EvenOdd, paint); err != nil {
			return err
		}
	}
	if s.Stroke != nil {
		tolerance := flatness / c.grain()
		if !strokable(s, tolerance) {
			return tooComplex()
		}
		c.edges = c.edges[:0]
		for _, polygon := range strokeOutline(s, tolerance) {
			c.polygon(polygon)
		}
		paint, err := c.painter(s.Stroke)
		if err != nil {
			return err
		}
		return c.fill(false, paint)
	}
	return nil
}

// setClip brings the mask up to date. Neighbouring shapes mostly share it.
func (c *canvas) setClip(clips []Clip) error {
	if len(clips) == 0 {
		c.clips, c.mask = nil, nil
		return nil
	}
	if len(clips) == len(c.clips) && &clips[0] == &c.clips[0] {
		return nil
	}
	var mask []uint8
	for i := range clips {
		next := make([]uint8, c.w*c.h)
		if err := c.toil(len(next) / 8); err != nil {
			return err
		}
		c.mask = mask // clips the clip
		err := c.fillPath(clips[i].Path, clips[i].EvenOdd, func(y, x int, cover []uint8) {
			copy(next[y*c.w+x:], cover)
		})
		if err != nil {
			return err
		}
		mask = next
	}
	c.clips, c.mask = clips, mask
	return nil
}

func (c *canvas) fillPath(path []Segment, evenOdd bool, paint func(y, x int, cover []uint8)) error {
	tolerance := flatness / c.grain()
	if points(path, tolerance) > maxPoints {
		return tooComplex()
	}
	c.edges = c.edges[:0]
	for _, line := range flatten(path, tolerance) {
		c.polygon(line.points)
	}
	return c.fill(evenOdd, paint)
}

// polygon adds the edges of a closed outline, given in the vector's units.
func (c *canvas) polygon(points []Point) {
	for i, a := range points {
		a, b := c.scale.Apply(a), c.scale.Apply(points[(i+1)%len(points)])
		winding := 1
		if a.Y > b.Y {
			a, b, winding = b, a, -1
		}
		if a.Y == b.Y || b.Y <= 0 || a.Y >= float64(c.h) {
			continue
		}
		c.edges = append(c.edges, edge{y0: a.Y, y1: b.Y, x: a.X, slope: (b.X - a.X) / (b.Y - a.Y), winding: winding})
	}
}

// fill runs over the sample rows with the edges that cross them.
func (c *canvas) fill(evenOdd bool, paint func(y, x int, cover []uint8)) error {
	if len(c.edges) == 0 {
		return nil
	}
	slices.SortStableFunc(c.edges, func(a, b edge) int {
		switch {
		case a.y0 < b.y0:
			return -1
		case a.y0 > b.y0:
			return 1
		}
		return 0
	})
	bottom := 0.0
	for i := range c.edges {
		bottom = math.Max(bottom, c.edges[i].y1)
	}
	top := int(math.Max(0, math.Floor(c.edges[0].y0)))
	end := int(math.Min(float64(c.h), math.Ceil(bottom)))
	active := make([]*edge, 0, 64)
	next := 0
	for y := top; y < end; y++ {
		lo, hi := c.w, 0 // pixels touched
		for sub := range subRows {
			at := float64(y) + (float64(sub)+0.5)/subRows
			kept := active[:0]
			for _, e := range active {
				if e.y1 > at {
					kept = append(kept, e)
				}
			}
			active = kept
			for ; next < len(c.edges) && c.edges[next].y0 <= at; next++ {
				if c.edges[next].y1 > at {
					active = append(active, &c.edges[next])
				}
			}
			if err := c.toil(1 + 10*len(active)); err != nil {
				return err
			}
			c.order(active, at)
			winding := 0
			for i, e := range active {
				inside := winding != 0
				if evenOdd {
					inside = winding&1 != 0
				}
				if inside {
					l, h := c.span(active[i-1].now, e.now)
					lo, hi = min(lo, l), max(hi, h)
				}
				winding += e.winding
			}
		}
		if lo < hi {
			c.emit(y, lo, hi, paint)
		}
	}
	return nil
}

// order moves the active edges to a sample row and sorts them by x. They change
// places rarely, so insertion is fastest; where they change a lot, as on the
// first row of a tangle, it gives way to a real sort.
func (c *canvas) order(active []*edge, at float64) {
	limit := float64(c.w + 1)
	for _, e := range active {
		x := e.x + (at-e.y0)*e.slope
		e.now = int(math.Floor(math.Max(-1, math.Min(x, limit))*subColumns + 0.5))
	}
	moves := 0
	for i, e := range active {
		k := i
		for k > 0 && active[k-1].now > e.now {
			active[k] = active[k-1]
			k--
		}
		active[k] = e
		if moves += i - k; moves > 64+4*len(active) {
			slices.SortStableFunc(active, func(a, b *edge) int { return a.now - b.now })
			break
		}
	}
	*c.work += moves
}

// span adds the stretch from a to b, in subColumns, to the row's coverage and
// gives the pixels it touches.
func (c *canvas) span(a, b int) (lo, hi int) {
	a, b = max(a, 0), min(b, c.w*subColumns)
	if a >= b {
		return c.w, 0
	}
	i, j := a/subColumns, b/subColumns
	// delta[k] is by how much coverage changes from pixel k−1 to k.
	first := int32(subColumns - a%subColumns) // of pixel i, were b beyond it
	c.delta[i] += first
	c.delta[i+1] += subColumns - first
	last := int32(b % subColumns) // of pixel j
	c.delta[j] -= subColumns - last
	c.delta[j+1] -= last
	return i, min(j+1, c.w)
}

// emit sums up a row's coverage, applies the clip and paints.
func (c *canvas) emit(y, lo, hi int, paint func(y, x int, cover []uint8)) {
	*c.work += hi - lo
	sum := int32(0)
	for x := lo; x < hi; x++ {
		sum += c.delta[x]
		c.delta[x] = 0
		c.row[x] = uint8((sum*255 + fullCover/2) / fullCover)
	}
	c.delta[hi] = 0
	if hi < c.w+1 {
		c.delta[hi+1] = 0
	}
	if c.mask != nil {
		mask := c.mask[y*c.w:]
		for x := lo; x < hi; x++ {
			c.row[x] = mul255(c.row[x], mask[x])
		}
	}
	paint(y, lo, c.row[lo:hi])
}

func mul255(a, b uint8) uint8 {
	v := uint32(a)*uint32(b) + 128
	return uint8((v + v>>8) >> 8)
}

// over lays a colour over a pixel, as far as it covers that.
func (c *canvas) over(at int, r, g, b, a, cover uint8) {
	if a = mul255(a, cover); a == 0 {
		return
	}
	d := c.pix[at : at+4 : at+4]
	rest := 255 - a
	d[0] = mul255(r, a) + mul255(d[0], rest)
	d[1] = mul255(g, a) + mul255(d[1], rest)
	d[2] = mul255(b, a) + mul255(d[2], rest)
	d[3] = a + mul255(d[3], rest)
}

// painter lays a colour, gradient or pattern over the canvas wherever it is covered.
func (c *canvas) painter(p *Paint) (func(y, x int, cover []uint8), error) {
	if p.Pattern != nil {
		return c.tiled(p.Pattern)
	}
	back, ok := Matrix{}, false
	if p.Gradient != nil {
		back, ok = c.scale.mul(p.Gradient.Matrix).inverse()
	}
	if !ok {
		a := channel(p.A * 255)
		return func(y, x int, cover []uint8) {
			for i, k := range cover {
				c.over(4*(y*c.w+x+i), p.R, p.G, p.B, a, k)
			}
		}, nil
	}
	return func(y, x int, cover []uint8) {
		for i, k := range cover {
			if k == 0 {
				continue
			}
			t, ok := p.Gradient.parameter(back.Apply(Point{float64(x+i) + 0.5, float64(y) + 0.5}))
			if !ok || math.IsNaN(t) {
				continue
			}
			v := p.Gradient.at(t)
			c.over(4*(y*c.w+x+i), channel(v[0]*255), channel(v[1]*255), channel(v[2]*255), channel(v[3]*255), k)
		}
	}, nil
}

// points estimates how many points flattening gives.
func points(path []Segment, tolerance float64) int {
	n := 0
	var at Point
	for _, s := range path {
		if s.Op == CubicTo {
			n += cubicSteps(at, s.P, tolerance)
		} else {
			n++
		}
		at = s.End()
	}
	return n
}

// strokable reports whether the outline of a stroke has a bearable size.
func strokable(s *Shape, tolerance float64) bool {
	each := 8.0
	if s.Cap == RoundCap || s.Join == RoundJoin {
		each += math.Min(128, math.Pi/math.Sqrt(math.Min(1, tolerance/s.StrokeWidth)))
	}
	return float64(points(s.Path, tolerance))*each < maxPoints
}
