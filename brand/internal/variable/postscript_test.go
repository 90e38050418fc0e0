package variable

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font/cff"
	"github.com/go-text/typesetting/font/opentype"

	"github.com/presskit-go/presskit/brand/internal/sfnt"
)

// postScriptPoints gives the points of all glyphs, as the shaping library reads
// the table CFF. It closes contours with lines, which are left out.
func postScriptPoints(t *testing.T, f *sfnt.Font) []string {
	t.Helper()
	program, err := cff.Parse(f.Tables["CFF "])
	if err != nil {
		t.Fatal(err)
	}
	glyphs := make([]string, len(program.Charstrings))
	for i := range glyphs {
		segments, _, err := program.LoadGlyph(uint16(i))
		if err != nil {
			t.Fatalf("glyph %d: %v", i, err)
		}
		var b strings.Builder
		var start opentype.SegmentPoint
		for n, s := range segments {
			last := n == len(segments)-1 || segments[n+1].Op == opentype.SegmentOpMoveTo
			switch {
			case s.Op == opentype.SegmentOpMoveTo:
				start = s.Args[0]
			case s.Op == opentype.SegmentOpLineTo && last && s.Args[0] == start:
				continue
			}
			for _, p := range s.ArgsSlice() {
				fmt.Fprintf(&b, " %v,%v", p.X, p.Y)
			}
		}
		glyphs[i] = b.String()
	}
	return glyphs
}

// TestPostScriptTables checks that the instance of a font with CFF2 is what
// OpenType says of one with CFF.
func TestPostScriptTables(t *testing.T) {
	to, err := Instance(sample(t, "drawn.woff2"), map[string]float64{"wght": 700}, Style{Family: "Test Serif", Weight: 700})
	if err != nil {
		t.Fatal(err)
	}
	if to.Flavor != sfnt.CFF || to.Tables["CFF2"] != nil || !Static(to) {
		t.Errorf("flavor %x, static %v", to.Flavor, Static(to))
	}
	if got := fmt.Sprintf("% x", to.Tables["maxp"]); got != "00 00 50 00 00 0b" {
		t.Errorf("maxp %s", got)
	}
	if post := table(to.Tables["post"]); len(post) != 32 || post.fixed(0) != 3 {
		t.Errorf("post of version %v, %d bytes", post.fixed(0), len(post))
	}
	if n := len(to.Tables["hmtx"]); n != 4*11 {
		t.Errorf("hmtx has %d bytes", n)
	}
	if !bytes.Contains(to.Tables["CFF "], []byte("TestSerif-Bold")) {
		t.Error("the program has another name")
	}
}

// TestPostScriptWithoutAxes takes the instance of a font that has none: some
// tools leave CFF2 in the static fonts that they make.
func TestPostScriptWithoutAxes(t *testing.T) {
	f := sample(t, "drawn.woff2")
	for _, tag := range []string{"fvar", "avar", "HVAR", "MVAR", "GDEF", "GPOS"} {
		delete(f.Tables, tag)
	}
	if Static(f) {
		t.Error("it counts as static")
	}
	if _, err := Instance(f, nil, Style{}); err != errDamaged {
		t.Errorf("regions without axes: %v", err)
	}
	f.Tables["CFF2"] = []byte{
		2, 0, 5, 0, 5, // version 2.0, a header of 5 bytes, a top DICT of 5
		139 + 14, 17, 139 + 28, 12, 36, // CharStrings, FDArray
		0, 0, 0, 0, // no global subroutines
		0, 0, 0, 2, 1, 1, 5, 7, // two charstrings
		149, 22, 149, 6, 129, 22, // 10 hmoveto 10 hlineto; -10 hmoveto
		0, 0, 0, 1, 1, 1, 1, // one font dict, which is empty
	}
	f.Tables["maxp"] = []byte{0, 0, 0x50, 0, 0, 2}
	to, err := Instance(f, nil, Style{Family: "F", Weight: 400})
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(postScriptPoints(t, to)); got != "[ 10,0 20,0  -10,0]" {
		t.Errorf("points %s", got)
	}
	if hmtx := table(to.Tables["hmtx"]); hmtx.u16(0) != 1000 || hmtx.i16(2) != 10 || hmtx.u16(4) != 500 || hmtx.i16(6) != 0 {
		t.Errorf("hmtx % x", hmtx)
	}
}

func TestPostScriptErrors(t *testing.T) {
	for _, test := range []struct {
		name, tag string
		data      []byte
		want      string
	}{
		{"no outlines", "CFF2", []byte{}, "has damaged outlines (CFF2)"},
		{"of version 1", "CFF2", []byte{1, 0, 5, 0, 0}, "has damaged outlines (CFF2)"},
		{"other glyphs", "maxp", []byte{0, 0, 0x50, 0, 0, 10}, "has damaged outlines (CFF2)"},
		{"no scale", "head", make([]byte, 54), "has damaged tables of variation"},
		{"no widths", "hmtx", nil, "has damaged tables of variation"},
		{"widths of other axes", "HVAR", []byte{0, 1, 0, 0, 0, 0, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 12, 0, 0, 0, 1, 0, 0}, "has damaged tables of variation"},
		{"avar 2", "avar", []byte{0, 2, 0, 0, 0, 0, 0, 0}, "has axes that depend on each other (avar, version 2)"},
	} {
		f := sample(t, "drawn.woff2")
		f.Tables[test.tag] = test.data
		if _, err := Instance(f, nil, Style{}); err == nil || err.Error() != test.want {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}
