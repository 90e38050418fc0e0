package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"math"
)

// maxProfile bounds an ICC profile. Those of cameras and screens have about a
// kilobyte; larger ones hold tables for printing presses.
const maxProfile = 64 << 10

// Profile gives the ICC profile that the colours of the picture are meant in,
// as it stands in a JPEG, PNG or WebP file, for a back end to embed. It is nil
// where the colours are sRGB or near enough, where there is no profile, and
// where it is of no use: damaged, of more than 64 KB, of another number of
// components, or of a version other than 2 and 4 (ISO 15076-1, which is what
// ISO 19005-2, 6.2.4.2 allows). Pixels are in it too: nothing is converted.
func (p *Picture) Profile() []byte { return p.profile }

// usefulProfile gives the part of b that is a profile worth keeping for
// pictures of grey (1) or colour (3).
func usefulProfile(b []byte, components int) []byte {
	const header = 128
	if len(b) < header+4 || len(b) > maxProfile {
		return nil
	}
	size := int(binary.BigEndian.Uint32(b))
	if size < header+4 || size > len(b) || string(b[36:40]) != "acsp" || b[8] != 2 && b[8] != 4 {
		return nil
	}
	b = b[:size]
	switch string(b[12:16]) { // ISO 15076-1, 7.2.5
	case "scnr", "mntr", "prtr", "spac":
	default:
		return nil
	}
	if space := string(b[20:24]); space != "XYZ " && space != "Lab " {
		return nil
	}
	tags, ok := profileTags(b)
	if !ok {
		return nil
	}
	switch space := string(b[16:20]); {
	case space == "GRAY" && components == 1:
		curve, ok := readCurve(tags["kTRC"])
		if !ok || curve.likeSRGB() {
			return nil
		}
	case space == "RGB " && components == 3:
		if tags["A2B0"] != nil {
			break
		}
		if whole, like := matrixLikeSRGB(tags); !whole || like {
			return nil
		}
	default:
		return nil
	}
	return b
}

// profileTags reads the table of tags (ISO 15076-1, 7.3).
func profileTags(b []byte) (map[string][]byte, bool) {
	const table, entry, maxTags = 128, 12, 100
	n := binary.BigEndian.Uint32(b[table:])
	if n > maxTags || table+4+entry*int(n) > len(b) {
		return nil, false
	}
	tags := map[string][]byte{}
	for i := range int(n) {
		e := b[table+4+entry*i:]
		at, size := uint64(binary.BigEndian.Uint32(e[4:])), uint64(binary.BigEndian.Uint32(e[8:]))
		if at+size > uint64(len(b)) || size < 8 {
			return nil, false
		}
		tags[string(e[:4])] = b[at : at+size]
	}
	return tags, true
}

// matrixLikeSRGB looks at a profile of three primaries and three curves: is it
// whole, and would anyone see the difference to sRGB?
func matrixLikeSRGB(tags map[string][]byte) (whole, like bool) {
	// The primaries of IEC 61966-2-1, adapted to D50.
	srgb := map[string][3]float64{
		"r": {0.4361, 0.2225, 0.0139}, "g": {0.3851, 0.7169, 0.0971}, "b": {0.1431, 0.0606, 0.7139},
	}
	like = true
	for _, channel := range []string{"r", "g", "b"} {
		primary := tags[channel+"XYZ"]
		curve, ok := readCurve(tags[channel+"TRC"])
		if len(primary) < 20 || !ok {
			return false, false
		}
		for i, want := range srgb[channel] {
			const slack = 0.005
			got := float64(int32(binary.BigEndian.Uint32(primary[8+4*i:]))) / 65536
			like = like && math.Abs(got-want) < slack
		}
		like = like && curve.likeSRGB()
	}
	return true, like
}

// curve maps a sample from 0 to 1 to its share of light.
type curve func(float64) float64

// likeSRGB reports whether a curve is near that of sRGB, as a plain gamma of
// 2.2 is.
func (c curve) likeSRGB() bool {
	for _, v := range [...]float64{0.1, 0.25, 0.5, 0.75} {
		if got := c(v); !(math.Abs(got-toLight(v)) < 0.01) {
			return false
		}
	}
	return true
}

// readCurve reads a curveType or parametricCurveType (ISO 15076-1, 10.6 and
// 10.18).
func readCurve(b []byte) (curve, bool) {
	if len(b) < 12 {
		return nil, false
	}
	switch string(b[:4]) {
	case "curv":
		n := int(binary.BigEndian.Uint32(b[8:]))
		if n < 0 || n > maxProfile || len(b) < 12+2*n {
			return nil, false
		}
		point := func(i int) float64 { return float64(binary.BigEndian.Uint16(b[12+2*i:])) }
		switch n {
		case 0:
			return func(v float64) float64 { return v }, true
		case 1:
			return func(v float64) float64 { return math.Pow(v, point(0)/256) }, true
		}
		return func(v float64) float64 {
			at := v * float64(n-1)
			i := min(int(at), n-2)
			return (point(i) + (at-float64(i))*(point(i+1)-point(i))) / 65535
		}, true
	case "para":
		kind := binary.BigEndian.Uint16(b[8:])
		count := [...]int{1, 3, 4, 5, 7}
		if int(kind) >= len(count) || len(b) < 12+4*count[kind] {
			return nil, false
		}
		var p [7]float64 // g a b c d e f
		for i := range count[kind] {
			p[i] = float64(int32(binary.BigEndian.Uint32(b[12+4*i:]))) / 65536
		}
		return parametric(kind, p), true
	}
	return nil, false
}

// parametric gives one of the functions of ISO 15076-1, table 68.
func parametric(kind uint16, p [7]float64) curve {
	g, a, b, c, d, e, f := p[0], p[1], p[2], p[3], p[4], p[5], p[6]
	return func(x float64) float64 {
		power := math.Pow(math.Max(0, a*x+b), g)
		switch kind {
		case 0:
			return math.Pow(x, g)
		case 1, 2: // c is 0 in the first
			if a*x >= -b {
				return power + c
			}
			return c
		case 3: // e and f are 0
			if x < d {
				return c * x
			}
			return power
		}
		if x < d {
			return c*x + f
		}
		return power + e
	}
}

// toLight undoes the transfer curve of sRGB (IEC 61966-2-1).
func toLight(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// fromLight applies the transfer curve of sRGB.
func fromLight(v float64) float64 {
	if v <= 0.0031308 {
		return v * 12.92
	}
	return 1.055*math.Pow(v, 1/2.4) - 0.055
}

// pngProfile unpacks an iCCP chunk: a name, a zero, the method, and a zlib
// stream (ISO/IEC 15948, 11.3.3.3).
func pngProfile(body []byte) []byte {
	name := bytes.IndexByte(body, 0)
	if name < 0 || name+2 > len(body) || body[name+1] != 0 {
		return nil
	}
	z, err := zlib.NewReader(bytes.NewReader(body[name+2:]))
	if err != nil {
		return nil
	}
	out, err := io.ReadAll(io.LimitReader(z, maxProfile+1))
	if err != nil {
		return nil
	}
	return out
}
