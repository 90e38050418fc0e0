package pdfwriter

import (
	"encoding/binary"
	"math"
)

// srgbProfile returns an ICC profile of the sRGB colour space (IEC 61966-2-1), for the output intent. It is a display
// profile with a matrix and curves, version 2.1 as in ICC.1:1998-09, since every reader of PDF/A knows that version.
func srgbProfile() []byte {
	red, green, blue := srgbColorants()
	curve := srgbCurve()
	tags := []struct {
		signature string
		data      []byte
	}{
		{"desc", iccDescription("sRGB IEC61966-2.1")},
		{"cprt", iccText("No copyright, use freely")},
		{"wtpt", iccXYZ(d50)},
		{"rXYZ", iccXYZ(red)},
		{"gXYZ", iccXYZ(green)},
		{"bXYZ", iccXYZ(blue)},
		{"rTRC", curve},
		{"gTRC", nil}, // the same data as rTRC
		{"bTRC", nil},
	}
	const headerLength, entryLength = 128, 12
	out := make([]byte, headerLength+4+entryLength*len(tags))
	be := binary.BigEndian
	be.PutUint32(out[8:], 0x02100000) // version 2.1
	copy(out[12:], "mntrRGB XYZ ")    // display device, RGB to XYZ
	for i, v := range []uint16{1998, 2, 9, 0, 0, 0} {
		be.PutUint16(out[24+2*i:], v) // a fixed date: the profile never changes
	}
	copy(out[36:], "acsp")
	copy(out[68:], iccXYZ(d50)[8:]) // illuminant of the connection space
	be.PutUint32(out[headerLength:], uint32(len(tags)))
	offset, length := 0, 0
	for i, t := range tags {
		if t.data != nil {
			offset, length = len(out), len(t.data)
			out = append(out, t.data...)
			for len(out)%4 != 0 {
				out = append(out, 0)
			}
		}
		entry := out[headerLength+4+entryLength*i:]
		copy(entry, t.signature)
		be.PutUint32(entry[4:], uint32(offset))
		be.PutUint32(entry[8:], uint32(length))
	}
	be.PutUint32(out, uint32(len(out)))
	return out
}

// xyz is a colour in CIE XYZ.
type xyz [3]float64

// d50 is the white of the profile connection space (ICC.1:1998-09, 6.1).
var d50 = xyz{0.9642, 1, 0.8249}

// srgbColorants returns the XYZ values of full red, green and blue, seen under D50: from the chromaticities of
// IEC 61966-2-1, table 1, adapted from D65 by the Bradford transform.
func srgbColorants() (red, green, blue xyz) {
	fromChromaticity := func(x, y float64) xyz { return xyz{x / y, 1, (1 - x - y) / y} }
	r, g, b := fromChromaticity(0.64, 0.33), fromChromaticity(0.30, 0.60), fromChromaticity(0.15, 0.06)
	white := fromChromaticity(0.3127, 0.3290)
	// The primaries add up to white: their amounts solve a system of three equations.
	amounts := solve(matrix{{r[0], g[0], b[0]}, {r[1], g[1], b[1]}, {r[2], g[2], b[2]}}, white)

	bradford := matrix{{0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}}
	from, to := bradford.apply(white), bradford.apply(d50)
	adapt := func(c xyz, amount float64) xyz {
		cone := bradford.apply(c)
		for i := range cone {
			cone[i] *= amount * to[i] / from[i]
		}
		return solve(bradford, cone)
	}
	return adapt(r, amounts[0]), adapt(g, amounts[1]), adapt(b, amounts[2])
}

type matrix [3]xyz

func (m matrix) apply(v xyz) (out xyz) {
	for i := range m {
		out[i] = m[i][0]*v[0] + m[i][1]*v[1] + m[i][2]*v[2]
	}
	return out
}

func (m matrix) determinant() float64 {
	return m[0][0]*(m[1][1]*m[2][2]-m[1][2]*m[2][1]) -
		m[0][1]*(m[1][0]*m[2][2]-m[1][2]*m[2][0]) +
		m[0][2]*(m[1][0]*m[2][1]-m[1][1]*m[2][0])
}

// solve returns x such that m·x = v, by Cramer's rule.
func solve(m matrix, v xyz) (x xyz) {
	det := m.determinant()
	for i := range x {
		n := m
		for row := range n {
			n[row][i] = v[row]
		}
		x[i] = n.determinant() / det
	}
	return x
}

// srgbCurve returns the transfer curve of IEC 61966-2-1 as a curveType. Between 256 points, straight lines stay
// within one step of 16 bits.
func srgbCurve() []byte {
	const points = 256
	out := append([]byte("curv"), 0, 0, 0, 0)
	out = binary.BigEndian.AppendUint32(out, points)
	for i := range points {
		v := float64(i) / (points - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		out = binary.BigEndian.AppendUint16(out, uint16(math.Round(65535*v)))
	}
	return out
}

// iccXYZ returns an XYZType of one value in 16.16 fixed point.
func iccXYZ(v xyz) []byte {
	out := append([]byte("XYZ "), 0, 0, 0, 0)
	for _, f := range v {
		out = binary.BigEndian.AppendUint32(out, uint32(int32(math.Round(65536*f))))
	}
	return out
}

// iccText returns a textType.
func iccText(s string) []byte { return append(append([]byte("text"), 0, 0, 0, 0), s+"\x00"...) }

// iccDescription returns a textDescriptionType with the ASCII form only; the Unicode and Macintosh forms are empty,
// the latter still 67 bytes long.
func iccDescription(s string) []byte {
	out := append([]byte("desc"), 0, 0, 0, 0)
	out = binary.BigEndian.AppendUint32(out, uint32(len(s)+1))
	out = append(out, s+"\x00"...)
	return append(out, make([]byte, 4+4+2+1+67)...)
}
