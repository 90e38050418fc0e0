package pdfwriter

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/jpeg"
	"math"
	"testing"
)

// unfilter undoes the PNG filters, as a reader does.
func unfilter(data []byte, stride, step int) []byte {
	var out []byte
	above := make([]byte, stride)
	for ; len(data) > 0; data = data[stride+1:] {
		row := bytes.Clone(data[1 : stride+1])
		for i := range row {
			var left, corner byte
			if i >= step {
				left, corner = row[i-step], above[i-step]
			}
			switch data[0] {
			case 1:
				row[i] += left
			case 2:
				row[i] += above[i]
			case 4:
				p := int(left) + int(above[i]) - int(corner)
				near := left
				for _, c := range []byte{above[i], corner} {
					if math.Abs(float64(p-int(c))) < math.Abs(float64(p-int(near))) {
						near = c
					}
				}
				row[i] += near
			}
		}
		out = append(out, row...)
		above = row
	}
	return out
}

func TestFilterRows(t *testing.T) {
	const width, height = 37, 29
	seen := map[byte]bool{}
	for step := 1; step <= 3; step += 2 {
		for kind := range 4 {
			samples := make([]byte, width*height*step)
			for i := range samples {
				x, y := i/step%width, i/step/width
				samples[i] = []byte{byte(x * y), byte(x * 3), byte(y * 5), byte(i * i * 7919 >> 5)}[kind]
			}
			filtered := filterRows(samples, width*step, step)
			for y := range height {
				seen[filtered[y*(width*step+1)]] = true
			}
			if !bytes.Equal(unfilter(filtered, width*step, step), samples) {
				t.Errorf("step %d, kind %d: what comes out is not what went in", step, kind)
			}
		}
	}
	if len(seen) < 4 {
		t.Errorf("only filters %v were tried", seen)
	}
}

func TestToGrey(t *testing.T) {
	if grey, ok := toGrey([]byte{1, 1, 1, 9, 9, 9}); !ok || !bytes.Equal(grey, []byte{1, 9}) {
		t.Errorf("grey: %v %t", grey, ok)
	}
	if _, ok := toGrey([]byte{1, 1, 1, 9, 9, 8}); ok {
		t.Error("colour taken for grey")
	}
}

func encodeJPEG(t testing.TB, im image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, im, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadJPEG(t *testing.T) {
	for _, test := range []struct {
		im   image.Image
		want jpegInfo
	}{
		{image.NewGray(image.Rect(0, 0, 9, 5)), jpegInfo{9, 5, 1}},
		{image.NewRGBA(image.Rect(0, 0, 300, 2)), jpegInfo{300, 2, 3}},
	} {
		if got, err := readJPEG(encodeJPEG(t, test.im)); err != nil || got != test.want {
			t.Errorf("got %v, %v, want %v", got, err, test.want)
		}
	}
}

func FuzzReadJPEG(f *testing.F) {
	whole := encodeJPEG(f, image.NewRGBA(image.Rect(0, 0, 9, 5)))
	f.Add(whole)
	f.Add(whole[:30])
	f.Add([]byte("\xff\xd8\xff\xff\xff\xc0\x00\x02"))
	f.Fuzz(func(t *testing.T, b []byte) { readJPEG(b) })
}

// An image without see-through pixels needs no mask.
func TestOpaqueAlpha(t *testing.T) {
	d := New(Options{})
	im := Image{Width: 1, Height: 2, Pixels: make([]byte, 6), Alpha: []byte{255, 255}, Key: "k"}
	if x := d.AddImage(im); x.seeThrough {
		t.Error("opaque image counts as see-through")
	} else if d.AddImage(im) != x {
		t.Error("an image with the same key is stored twice")
	}
	im.Alpha, im.Key = []byte{255, 254}, ""
	x := d.AddImage(im)
	form := d.AddForm(10, 10, func(c *Content) { c.Draw(x, Rect{W: 1, H: 1}) })
	if !x.seeThrough || !form.seeThrough {
		t.Error("see-through image counts as opaque")
	}
}

func TestProfile(t *testing.T) {
	p := srgbProfile()
	be := binary.BigEndian
	if int(be.Uint32(p)) != len(p) || string(p[36:40]) != "acsp" || string(p[12:24]) != "mntrRGB XYZ " {
		t.Fatalf("header %q", p[:40])
	}
	value := func(tag string) (v xyz) {
		for i := range int(be.Uint32(p[128:])) {
			entry := p[132+12*i:]
			if string(entry[:4]) == tag {
				data := p[be.Uint32(entry[4:]):][:be.Uint32(entry[8:])]
				for j := range v {
					v[j] = float64(int32(be.Uint32(data[8+4*j:]))) / 65536
				}
				return v
			}
		}
		t.Fatalf("no tag %s", tag)
		return v
	}
	// The values that profiles of sRGB in circulation have.
	want := map[string]xyz{
		"rXYZ": {0.4361, 0.2225, 0.0139}, "gXYZ": {0.3851, 0.7169, 0.0971}, "bXYZ": {0.1431, 0.0606, 0.7141}, "wtpt": d50,
	}
	for tag, w := range want {
		for i, v := range value(tag) {
			if math.Abs(v-w[i]) > 0.0002 {
				t.Errorf("%s: got %v, want %v", tag, value(tag), w)
			}
		}
	}
	curve := srgbCurve()
	if mid := be.Uint16(curve[12+2*128:]); math.Abs(float64(mid)/65535-0.2159) > 0.0001 {
		t.Errorf("the curve is %d at 128", mid)
	}
	if len(p) > 1500 {
		t.Errorf("%d bytes", len(p))
	}
}
