package glyf

import (
	"reflect"
	"testing"
)

// TestRoundTrip writes glyphs and reads them again.
func TestRoundTrip(t *testing.T) {
	many := Glyph{Ends: []int{299}}
	for i := range 300 { // long runs of one flag
		many.Points = append(many.Points, Point{X: int16(i), Y: int16(-i), On: i%7 != 0})
	}
	tests := map[string]Glyph{
		"empty": {},
		"square": {
			Points: []Point{{0, 0, true}, {0, 700, true}, {700, 700, true}, {700, 0, true}},
			Ends:   []int{3}, Instructions: []byte{1, 2, 3}, Overlap: true,
		},
		"two contours, far apart": {
			Points: []Point{{-32768, 0, true}, {32767, 5, false}, {256, -256, true}, {255, -255, false}, {255, -255, true}},
			Ends:   []int{2, 4},
		},
		"many": many,
		"components": {Components: []Component{
			{Glyph: 7, Flags: OffsetXY, X: 127, Y: -128, Transform: [4]float64{1, 0, 0, 1}, scale: []byte{}},
			{Glyph: 8, Flags: OffsetXY | haveScale, X: 300, Y: 0, Transform: [4]float64{0.5, 0, 0, 0.5}, scale: []byte{0x20, 0}},
			{Glyph: 9, Flags: haveMatrix, X: 1, Y: 255, Transform: [4]float64{1, -1, 0.25, 1}, scale: []byte{0x40, 0, 0xC0, 0, 0x10, 0, 0x40, 0}},
		}, Instructions: []byte{9}},
	}
	for name, g := range tests {
		t.Run(name, func(t *testing.T) {
			g.SetBox()
			data := g.Append(nil)
			got, err := Parse(data)
			if err != nil {
				t.Fatal(err)
			}
			for i := range got.Components { // bits that tell sizes are the writer's
				got.Components[i].Flags &^= words | moreComponents | haveProgram
			}
			if len(g.Points) == 0 && len(got.Points) == 0 {
				got.Points, got.Ends = g.Points, g.Ends
			}
			if len(got.Instructions) == 0 {
				got.Instructions = g.Instructions
			}
			if !reflect.DeepEqual(got, g) {
				t.Errorf("got\n%+v, want\n%+v", got, g)
			}
		})
	}
}

func TestParseDamaged(t *testing.T) {
	square := Glyph{Points: []Point{{0, 0, true}, {0, 700, true}, {700, 700, true}}, Ends: []int{2}}
	data := square.Append(nil)
	for n := 1; n < len(data); n++ {
		if _, err := Parse(data[:n]); err == nil {
			t.Errorf("%d of %d bytes pass as a glyph", n, len(data))
		}
	}
}

// FuzzParse checks that what can be read can be written, and then reads the
// same.
func FuzzParse(f *testing.F) {
	square := Glyph{Points: []Point{{0, 0, true}, {0, 700, true}, {700, 700, true}}, Ends: []int{2}}
	f.Add(square.Append(nil))
	f.Add([]byte{0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 1, 0, 2, 0, 3})
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := Parse(data)
		if err != nil {
			return
		}
		again, err := Parse(g.Append(nil))
		if err != nil {
			t.Fatalf("%+v cannot be read again: %v", g, err)
		}
		if !reflect.DeepEqual(again.Points, g.Points) || len(again.Components) != len(g.Components) {
			t.Errorf("got %+v, want %+v", again, g)
		}
	})
}
