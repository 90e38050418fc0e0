package pdfwriter

import "math"

// Rect is a rectangle in points; X and Y are its top left corner.
type Rect struct{ X, Y, W, H float64 }

// union returns the smallest rectangle around both.
func (r Rect) union(s Rect) Rect {
	x, y := math.Min(r.X, s.X), math.Min(r.Y, s.Y)
	return Rect{x, y, math.Max(r.X+r.W, s.X+s.W) - x, math.Max(r.Y+r.H, s.Y+s.H) - y}
}

// Matrix maps (x, y) to (A·x + C·y + E, B·x + D·y + F), with y growing downwards.
type Matrix struct{ A, B, C, D, E, F float64 }

// Translate returns the matrix that moves by (x, y) points.
func Translate(x, y float64) Matrix { return Matrix{A: 1, D: 1, E: x, F: y} }

// Scale returns the matrix that scales about the origin.
func Scale(x, y float64) Matrix { return Matrix{A: x, D: y} }

// Rotate returns the matrix that turns clockwise, as seen on the page, about the origin by an angle in radians.
func Rotate(angle float64) Matrix {
	sin, cos := math.Sincos(angle)
	return Matrix{A: cos, B: sin, C: -sin, D: cos}
}

// flip expresses m in a space of the same height whose y grows upwards.
func (m Matrix) flip(height float64) Matrix {
	return Matrix{m.A, -m.B, -m.C, m.D, m.E + m.C*height, height - m.F - m.D*height}
}

// Color is an sRGB colour (IEC 61966-2-1).
type Color struct{ R, G, B uint8 }
