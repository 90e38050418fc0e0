package typeset

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/internal/font"
)

// change gives a field another value.
func change(t *testing.T, f reflect.Value) {
	t.Helper()
	switch f.Kind() {
	case reflect.Bool:
		f.SetBool(!f.Bool())
	case reflect.Int:
		f.SetInt(f.Int() + 1)
	case reflect.Uint8, reflect.Uint32:
		f.SetUint(f.Uint() + 1)
	case reflect.Float64:
		f.SetFloat(f.Float() + 1)
	case reflect.String:
		f.SetString(f.String() + "x")
	default:
		t.Fatalf("a field of %s: say when two are the same", f.Type())
	}
}

// Whatever a paragraph is asked for tells it apart.
func TestKeptComparesAll(t *testing.T) {
	for i := range reflect.TypeFor[Options]().NumField() {
		var a, b Options
		if f := reflect.ValueOf(&b).Elem().Field(i); f.Kind() == reflect.Func {
			b.Widths = func(int) float64 { return 0 }
		} else {
			change(t, f)
		}
		if a.same(&b) {
			t.Errorf("options that differ in %s are taken for the same", reflect.TypeFor[Options]().Field(i).Name)
		}
	}
	for i := range reflect.TypeFor[Span]().NumField() {
		var b Span
		if f := reflect.ValueOf(&b).Elem().Field(i); f.Kind() != reflect.Struct {
			change(t, f)
			if sameSpan(Span{}, b) {
				t.Errorf("spans that differ in %s are taken for the same", reflect.TypeFor[Span]().Field(i).Name)
			}
		}
	}
	for i := range reflect.TypeFor[Face]().NumField() {
		var b Span
		switch f := reflect.ValueOf(&b.Face).Elem().Field(i); f.Addr().Interface().(type) {
		case *[]*font.Font:
			b.Face.Fonts = []*font.Font{nil}
		case **Reserve:
			b.Face.Reserve = NewReserve(nil)
		case *[]Feature:
			b.Face.Features = []Feature{{"onum", 1}}
		default:
			change(t, f)
		}
		if sameSpan(Span{}, b) {
			t.Errorf("faces that differ in %s are taken for the same", reflect.TypeFor[Face]().Field(i).Name)
		}
	}
}

// What is kept is given again, whatever was done to the lines before.
func TestKept(t *testing.T) {
	show := func(lines []Line, missing []Missing) string {
		var b strings.Builder
		for _, l := range lines {
			fmt.Fprintln(&b, l.X, l.Width, l.Hyphenated, len(l.Runs))
			for _, r := range l.Runs {
				fmt.Fprintln(&b, r.Tag, r.X, r.Glyphs)
			}
		}
		fmt.Fprint(&b, missing)
		return b.String()
	}
	text := strings.Repeat("The county library opened the catalogue of its seed collection \U000F0000 today. ", 3)
	spans := []Span{{Text: text, Face: regular(t)}, {Text: text, Face: regular(t), Tag: 1}}
	o := Options{Width: 150, Lang: "en-GB", Hyphenate: true}
	c := NewCache()
	want := show(New(nil).Lines(spans, o))
	for range 3 {
		lines, missing := New(c).Lines(spans, o)
		if got := show(lines, missing); got != want {
			t.Fatalf("got\n%s\nwant\n%s", got, want)
		}
		for i := range lines {
			lines[i].X++
			for j := range lines[i].Runs {
				lines[i].Runs[j].Glyphs = nil
			}
		}
	}
	if n := len(c.paragraphs.byHash); n != 1 {
		t.Errorf("%d paragraphs are kept", n)
	}
}

// What is kept is bounded, and a paragraph that takes much of that is not kept.
func TestKeptIsBounded(t *testing.T) {
	c := NewCache()
	face := regular(t)
	for i := range 2 * maxKept / 50 {
		New(c).Lines([]Span{{Text: fmt.Sprintf("%05d %s", i, strings.Repeat("a b c ", 10)), Face: face}}, Options{})
		if c.paragraphs.glyphs > maxKept {
			t.Fatalf("%d glyphs are kept", c.paragraphs.glyphs)
		}
	}
	before := c.paragraphs.glyphs
	New(c).Lines([]Span{{Text: strings.Repeat("a b c ", maxKeptParagraph), Face: face}}, Options{Width: 300})
	if c.paragraphs.glyphs != before {
		t.Error("a paragraph of many pages is kept")
	}
}
