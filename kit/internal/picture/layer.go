package picture

import "math"

// maxLayers is how many canvases may lie on one another, which bounds memory.
const maxLayers = 16

// extent gives the pixels that some shapes may touch, within the canvas.
func (c *canvas) extent(shapes []Shape) (x, y, w, h int) {
	lo, hi := Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	var visit func([]Shape)
	visit = func(shapes []Shape) {
		for i := range shapes {
			s := &shapes[i]
			if s.Group != nil {
				visit(s.Group.Shapes)
				continue
			}
			b, ok := bounds(s.Path)
			if !ok {
				continue
			}
			beyond := 0.0
			if s.Stroke != nil {
				beyond = s.StrokeWidth / 2 * math.Max(s.Miter, math.Sqrt2)
			}
			for _, p := range [4]Point{{b.x - beyond, b.y - beyond}, {b.x + b.w + beyond, b.y - beyond}, {b.x - beyond, b.y + b.h + beyond}, {b.x + b.w + beyond, b.y + b.h + beyond}} {
				p = c.scale.Apply(p)
				lo.X, lo.Y = math.Min(lo.X, p.X), math.Min(lo.Y, p.Y)
				hi.X, hi.Y = math.Max(hi.X, p.X), math.Max(hi.Y, p.Y)
			}
		}
	}
	visit(shapes)
	within := func(v float64, most int) int { return int(math.Max(0, math.Min(v, float64(most)))) }
	x, y = within(math.Floor(lo.X), c.w), within(math.Floor(lo.Y), c.h)
	return x, y, within(math.Ceil(hi.X), c.w) - x, within(math.Ceil(hi.Y), c.h) - y
}

// above gives a canvas for a part of this one.
func (c *canvas) above(x, y, w, h int) (*canvas, error) {
	if c.layer == maxLayers {
		return nil, tooComplex()
	}
	if err := c.toil(4 * w * h); err != nil {
		return nil, err
	}
	up := newCanvas(w, h, Matrix{1, 0, 0, 1, -float64(x), -float64(y)}.mul(c.scale), c.work)
	up.layer = c.layer + 1
	return up, nil
}

// group paints shapes on a canvas of their own and lays that over this one.
func (c *canvas) group(g *Group) error {
	x, y, w, h := c.extent(g.Shapes)
	if w <= 0 || h <= 0 {
		return nil
	}
	up, err := c.above(x, y, w, h)
	if err != nil {
		return err
	}
	if err := up.shapes(g.Shapes); err != nil {
		return err
	}
	var mask *canvas
	if g.Mask != nil {
		if mask, err = c.above(x, y, w, h); err != nil {
			return err
		}
		if err := mask.shapes(g.Mask); err != nil {
			return err
		}
	}
	alpha, mix := channel(g.Alpha*255), blends[g.Blend]
	for j := range h {
		for i := range w {
			from, to := 4*(j*w+i), (y+j)*c.w+x+i
			k := alpha
			if mask != nil { // premultiplied: black where there is nothing
				k = mul255(k, mask.pix[from])
			}
			if c.mask != nil {
				k = mul255(k, c.mask[to])
			}
			if mix != nil {
				c.blend(4*to, up.pix[from:from+4], k, mix)
			} else {
				c.lay(4*to, up.pix[from:from+4], k)
			}
		}
	}
	return nil
}

// lay lays a premultiplied colour over a pixel.
func (c *canvas) lay(at int, colour []uint8, k uint8) {
	d := c.pix[at : at+4 : at+4]
	rest := 255 - mul255(colour[3], k)
	for i := range d {
		d[i] = mul255(colour[i], k) + mul255(d[i], rest)
	}
}

// tileGrain is how many pixels of a tile are drawn for one of the canvas.
const tileGrain = 2

// tiled paints with a pattern. Its tile is drawn once and looked up, so that no seams
// show.
func (c *canvas) tiled(p *Pattern) (func(y, x int, cover []uint8), error) {
	m := c.scale.mul(p.Matrix)
	back, ok := m.inverse()
	if !ok {
		return func(int, int, []uint8) {}, nil
	}
	size := func(length, scale float64) int {
		return int(math.Max(1, math.Min(math.Ceil(length*scale*tileGrain), float64(max(c.w, c.h)*tileGrain))))
	}
	w, h := size(p.Width, math.Hypot(m[0], m[1])), size(p.Height, math.Hypot(m[2], m[3]))
	if w > tileGrain*tileGrain*c.w*c.h/h {
		return nil, tooComplex()
	}
	tile, err := c.above(0, 0, w, h)
	if err != nil {
		return nil, err
	}
	tile.scale = Matrix{float64(w) / p.Width, 0, 0, float64(h) / p.Height, 0, 0}
	if err := tile.shapes(p.Shapes); err != nil {
		return nil, err
	}
	back = tile.scale.mul(back)
	return func(y, x int, cover []uint8) {
		for i, k := range cover {
			if k == 0 {
				continue
			}
			at := back.Apply(Point{float64(x+i) + 0.5, float64(y) + 0.5})
			colour := tile.sample(at)
			c.lay(4*(y*c.w+x+i), colour[:], k)
		}
	}, nil
}

// sample gives the colour at a place of a tile that goes on at all sides, between
// the four pixels around it.
func (c *canvas) sample(p Point) (out [4]uint8) {
	x, fx := around(p.X-0.5, c.w)
	y, fy := around(p.Y-0.5, c.h)
	right, below := (x+1)%c.w, (y+1)%c.h
	for i := range out {
		at := func(x, y int) float64 { return float64(c.pix[4*(y*c.w+x)+i]) }
		top := at(x, y)*(1-fx) + at(right, y)*fx
		bottom := at(x, below)*(1-fx) + at(right, below)*fx
		out[i] = uint8(top*(1-fy) + bottom*fy + 0.5)
	}
	return out
}

// around gives the pixel that a coordinate falls on and how far beyond it is.
func around(v float64, size int) (pixel int, beyond float64) {
	floor := math.Floor(v)
	pixel = int(math.Mod(floor, float64(size)))
	if pixel < 0 {
		pixel += size
	}
	if pixel < 0 || pixel >= size { // of what is no number
		return 0, 0
	}
	return pixel, v - floor
}
