package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"image/color"
	"math"
	"testing"
)

type iccTag struct {
	name string
	data []byte
}

// iccProfile makes a profile of the given tags.
func iccProfile(space string, version byte, tags ...iccTag) []byte {
	out := make([]byte, 128+4+12*len(tags))
	out[8] = version
	copy(out[12:], "mntr"+space+"XYZ ")
	copy(out[36:], "acsp")
	binary.BigEndian.PutUint32(out[128:], uint32(len(tags)))
	for i, t := range tags {
		e := out[132+12*i:]
		copy(e, t.name)
		binary.BigEndian.PutUint32(e[4:], uint32(len(out)))
		binary.BigEndian.PutUint32(e[8:], uint32(len(t.data)))
		out = append(out, t.data...)
	}
	binary.BigEndian.PutUint32(out, uint32(len(out)))
	return out
}

func fixed(kind string, v ...float64) []byte {
	out := append([]byte(kind), 0, 0, 0, 0)
	for _, f := range v {
		out = binary.BigEndian.AppendUint32(out, uint32(int32(math.Round(f*65536))))
	}
	return out
}

// parametricCurve is a parametricCurveType.
func parametricCurve(kind byte, v ...float64) []byte {
	p := fixed("para", v...)
	return append(append(bytes.Clone(p[:8]), 0, kind, 0, 0), p[8:]...)
}

func gammaCurve(g float64) []byte {
	return append([]byte("curv\x00\x00\x00\x00\x00\x00\x00\x01"), byte(int(g)), byte(math.Round(256*(g-math.Floor(g)))))
}

func rgbProfile(primaries [9]float64, curve []byte) []byte {
	return iccProfile("RGB ", 4,
		iccTag{"rXYZ", fixed("XYZ ", primaries[:3]...)}, iccTag{"gXYZ", fixed("XYZ ", primaries[3:6]...)}, iccTag{"bXYZ", fixed("XYZ ", primaries[6:]...)},
		iccTag{"rTRC", curve}, iccTag{"gTRC", curve}, iccTag{"bTRC", curve})
}

var (
	srgbPrimaries = [9]float64{0.4360, 0.2225, 0.0139, 0.3851, 0.7169, 0.0971, 0.1431, 0.0606, 0.7141}
	p3Primaries   = [9]float64{0.5151, 0.2412, -0.0011, 0.2920, 0.6922, 0.0419, 0.1571, 0.0666, 0.7841}
	srgbCurve     = parametricCurve(3, 2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)
)

// withICC puts a profile into a JPEG, in parts of the given size.
func withICC(data, profile []byte, size int) []byte {
	out := []byte{0xff, 0xd8}
	total := (len(profile) + size - 1) / size
	// The parts need not come in order.
	for i := total - 1; i >= 0; i-- {
		part := profile[i*size : min((i+1)*size, len(profile))]
		out = append(out, 0xff, 0xe2)
		out = binary.BigEndian.AppendUint16(out, uint16(2+14+len(part)))
		out = append(append(out, "ICC_PROFILE\x00"...), byte(i+1), byte(total))
		out = append(out, part...)
	}
	return append(out, data[2:]...)
}

func TestUsefulProfile(t *testing.T) {
	p3 := rgbProfile(p3Primaries, srgbCurve)
	change := func(at int, v byte) []byte {
		b := bytes.Clone(p3)
		b[at] = v
		return b
	}
	grey := func(curve []byte) []byte { return iccProfile("GRAY", 2, iccTag{"kTRC", curve}) }
	linear := append([]byte("curv"), make([]byte, 8)...)
	table := append([]byte("curv\x00\x00\x00\x00\x00\x00\x00\x03"), 0, 0, 0x36, 0xc6, 0xff, 0xff)
	for _, c := range []struct {
		name       string
		data       []byte
		components int
		want       bool
	}{
		{"Display P3", p3, 3, true},
		{"Display P3 with something behind", append(bytes.Clone(p3), 1, 2, 3), 3, true},
		{"sRGB", rgbProfile(srgbPrimaries, srgbCurve), 3, false},
		{"gamma 2.2 with the primaries of sRGB", rgbProfile(srgbPrimaries, gammaCurve(2.2)), 3, false},
		{"gamma 1.8", rgbProfile(srgbPrimaries, gammaCurve(1.8)), 3, true},
		{"linear", rgbProfile(srgbPrimaries, linear), 3, true},
		{"coarse table", rgbProfile(srgbPrimaries, table), 3, true},
		{"a table of colours", iccProfile("RGB ", 2, iccTag{"A2B0", make([]byte, 40)}), 3, true},
		{"for a grey picture", p3, 1, false},
		{"grey", grey(gammaCurve(1.8)), 1, true},
		{"grey like sRGB", grey(gammaCurve(2.2)), 1, false},
		{"grey without a curve", iccProfile("GRAY", 2), 1, false},
		{"version 5", change(8, 5), 3, false},
		{"a device link", change(12, 'l'), 3, false},
		{"no signature", change(36, 'x'), 3, false},
		{"odd connection space", change(20, 'Q'), 3, false},
		{"tag out of bounds", change(132+4, 9), 3, false},
		{"many tags", change(128, 9), 3, false},
		{"tag missing", change(132, 'x'), 3, false},
		{"longer than it is", change(2, 9), 3, false},
		{"short", p3[:100], 3, false},
		{"nothing", nil, 3, false},
		{"large", append(bytes.Clone(p3), make([]byte, maxProfile)...), 3, false},
	} {
		got := usefulProfile(c.data, c.components)
		if (got != nil) != c.want || got != nil && !bytes.HasPrefix(c.data, got) {
			t.Errorf("%s: %d bytes", c.name, len(got))
		}
	}
}

func TestProfile(t *testing.T) {
	p3 := rgbProfile(p3Primaries, srgbCurve)
	jpeg := encodeJPEG(t, corners(16, 16))
	if got := mustOpen(t, "a.jpg", withICC(jpeg, p3, 100)).Profile(); !bytes.Equal(got, p3) {
		t.Errorf("JPEG: %d bytes", len(got))
	}
	chunk := func(head string) []byte {
		var b bytes.Buffer
		b.WriteString(head)
		z := zlib.NewWriter(&b)
		z.Write(p3)
		z.Close()
		return pngChunk("iCCP", b.Bytes())
	}
	plain := encodePNG(t, corners(16, 16))
	with := func(extra ...[]byte) []byte {
		out := bytes.Clone(plain[:33])
		for _, e := range extra {
			out = append(out, e...)
		}
		return append(out, plain[33:]...)
	}
	for name, c := range map[string]struct {
		data []byte
		want bool
	}{
		"profile":           {with(chunk("P3\x00\x00")), true},
		"sRGB overrules it": {with(chunk("P3\x00\x00"), pngChunk("sRGB", []byte{0})), false},
		"unknown method":    {with(chunk("P3\x00\x01")), false},
		"no name":           {with(pngChunk("iCCP", []byte("P3"))), false},
		"not packed":        {with(pngChunk("iCCP", []byte("P3\x00\x00xyz"))), false},
	} {
		if got := mustOpen(t, "a.png", c.data).Profile(); (got != nil) != c.want {
			t.Errorf("PNG, %s: %d bytes", name, len(got))
		}
	}
	webp := losslessWebP(4, 4, color.NRGBA{1, 2, 3, 255})
	body := append(append([]byte("ICCP"), binary.LittleEndian.AppendUint32(nil, uint32(len(p3)))...), p3...)
	webp = append(append(bytes.Clone(webp[:12]), body...), webp[12:]...)
	binary.LittleEndian.PutUint32(webp[4:], uint32(len(webp)-8))
	if got := mustOpen(t, "a.webp", webp).Profile(); !bytes.Equal(got, p3) {
		t.Errorf("WebP: %d bytes", len(got))
	}
}

// A gamma of 1 means that samples are light; sRGB for half the light is 188.
func TestGamma(t *testing.T) {
	img := corners(8, 8)
	for i := range img.Pix {
		if i%4 != 3 {
			img.Pix[i] = 128
		}
	}
	plain := encodePNG(t, img)
	for _, c := range []struct {
		gamma uint32
		more  []byte
		want  uint8
	}{
		{100_000, nil, 188}, {55_556, nil, 145}, {45_455, nil, 128}, {0, nil, 128}, {1, nil, 128},
		{100_000, pngChunk("sRGB", []byte{0}), 128},
	} {
		data := append(append(bytes.Clone(plain[:33]), pngChunk("gAMA", binary.BigEndian.AppendUint32(nil, c.gamma))...), c.more...)
		p := mustOpen(t, "a.png", append(data, plain[33:]...))
		if got := mustPixels(t, p).NRGBAAt(3, 3); !near(got, color.NRGBA{c.want, c.want, c.want, 255}, 2) {
			t.Errorf("gamma %d: %v, want %d", c.gamma, got, c.want)
		}
		if p.Direct() != (c.want == 128) {
			t.Errorf("gamma %d: direct is %v", c.gamma, p.Direct())
		}
	}
}

func FuzzProfile(f *testing.F) {
	f.Add(rgbProfile(p3Primaries, srgbCurve))
	f.Add(rgbProfile(srgbPrimaries, gammaCurve(1.8)))
	f.Add(iccProfile("GRAY", 2, iccTag{"kTRC", gammaCurve(1.8)}))
	f.Fuzz(func(t *testing.T, data []byte) {
		for n := range 5 {
			if got := usefulProfile(data, n); got != nil && !bytes.HasPrefix(data, got) {
				t.Fatal("the profile is not what was given")
			}
		}
	})
}
