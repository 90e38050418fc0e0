package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"os"
	"testing"
)

// A JPEG goes into a document as it is, so what viewers cannot decode is refused.
func TestDamagedJPEGTables(t *testing.T) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewRGBA(image.Rect(0, 0, 24, 16)), nil); err != nil {
		t.Fatal(err)
	}
	baseline := b.Bytes()
	progressive, err := os.ReadFile("testdata/progressive.jpg")
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range [][]byte{baseline, progressive} {
		if _, err := Open("a.jpg", data); err != nil {
			t.Fatal(err)
		}
		for name, marker := range map[string]byte{"quantization": jpegDQT, "codes": jpegDHT} {
			if _, err := Open("a.jpg", without(data, marker)); err == nil {
				t.Errorf("a file without tables of %s is taken", name)
			}
		}
	}
	for name, change := range map[string]func(d []byte){
		"sampling of zero":      func(d []byte) { d[segment(d, jpegSOF0)+11] = 0x02 },
		"unknown quantization":  func(d []byte) { d[segment(d, jpegSOF0)+12] = 9 },
		"too many short codes":  func(d []byte) { d[segment(d, jpegDHT)+5] = 7 },
		"a table number of 5":   func(d []byte) { d[segment(d, jpegDHT)+4] = 5 },
		"a component of nobody": func(d []byte) { d[segment(d, jpegSOS)+5] = 99 },
	} {
		d := bytes.Clone(baseline)
		change(d)
		if _, err := Open("a.jpg", d); err == nil {
			t.Errorf("a file with %s is taken", name)
		}
	}
	between := bytes.Clone(baseline)
	at := segment(between, jpegDQT)
	if _, err := Open("a.jpg", append(append(between[:at:at], 1, 2, 3), between[at:]...)); err == nil {
		t.Error("a file with bytes between its headers is taken")
	}
}

// segment finds the first segment of a kind, before the pixels.
func segment(d []byte, marker byte) int {
	for at := 2; at+4 < len(d); at += 2 + int(d[at+2])<<8 + int(d[at+3]) {
		if d[at+1] == marker {
			return at
		}
	}
	panic("no such segment")
}

// without takes out the segments of a kind, wherever they stand.
func without(d []byte, marker byte) []byte {
	d = bytes.Clone(d)
	for at := 2; ; {
		m, next, ok := jpegMarker(d, at)
		if !ok || m == jpegEOI {
			return d
		}
		if m >= jpegRST0 && m <= jpegRST7 {
			at = next
			continue
		}
		size := int(d[next])<<8 + int(d[next+1])
		if m == marker {
			d = append(d[:next-2], d[next+size:]...)
			at = next - 2
			continue
		}
		at = next + size
	}
}
