package typeset

import (
	"os"
	"slices"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"github.com/presskit-go/presskit/kit/internal/font"
)

// vollkorn is a font with many features.
func vollkorn(t testing.TB) *font.Font {
	t.Helper()
	data, err := os.ReadFile("../../../brand/fonts/Vollkorn-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, data)
}

func TestHasFeature(t *testing.T) {
	v, plain := vollkorn(t), parse(t, goregular.TTF)
	for _, tc := range []struct {
		f           *font.Font
		script, tag string
		want        bool
	}{
		{v, "latn", "onum", true}, {v, "latn", "lnum", true}, {v, "latn", "tnum", true}, {v, "zzzz", "onum", true},
		{v, "latn", "none", false}, {v, "latn", "", false}, {v, "", "onum", false},
		{plain, "latn", "smcp", false}, {plain, "latn", "onum", false},
	} {
		if got := HasFeature(tc.f, tc.script, tc.tag); got != tc.want {
			t.Errorf("%s %s %s: %v", tc.f.Family(), tc.script, tc.tag, got)
		}
	}
}

// glyphs are the glyphs of a text on one line.
func glyphs(t *testing.T, f *font.Font, text, lang string, features ...string) []uint16 {
	t.Helper()
	face := Face{Fonts: []*font.Font{f}, Size: 10, Lang: lang}
	for _, tag := range features {
		face.Features = append(face.Features, Feature{Tag: tag, Value: 1})
	}
	lines, _ := New(nil).Lines([]Span{{Text: text, Face: face}}, Options{})
	var ids []uint16
	for _, r := range lines[0].Runs {
		for _, g := range r.Glyphs {
			ids = append(ids, g.ID)
		}
	}
	return ids
}

func TestFeatures(t *testing.T) {
	v := vollkorn(t)
	for _, tag := range []string{"lnum", "onum", "tnum", "pnum", "smcp"} {
		text, other := "1908", "onum"
		switch tag {
		case "smcp":
			text, other = "Aurora", "liga"
		case "onum":
			other = "lnum"
		case "tnum":
			other = "pnum"
		case "pnum":
			other = "tnum"
		}
		got := slices.Equal(glyphs(t, v, text, "en", tag), glyphs(t, v, text, "en", other))
		if has := HasFeature(v, "latn", tag); has == got {
			t.Errorf("%s: the font has it: %v; glyphs change: %v", tag, has, !got)
		}
	}
	// A font without small capitals is left as it is.
	plain := parse(t, goregular.TTF)
	if !slices.Equal(glyphs(t, plain, "Aurora", "en", "smcp"), glyphs(t, plain, "Aurora", "en")) {
		t.Error("small capitals were faked")
	}
	// Standard ligatures are on, and off where letters are tracked.
	tracked := Face{Fonts: []*font.Font{v}, Size: 10, Tracking: 0.1}
	lines, _ := New(nil).Lines([]Span{{Text: "fi", Face: tracked}}, Options{})
	if on, off := len(glyphs(t, v, "fi", "en")), len(lines[0].Runs[0].Glyphs); on != 1 || off != 2 {
		t.Errorf("fi has %d glyphs, tracked %d", on, off)
	}
}

// Localized forms are those of the face's language: Dutch, Turkish, Romanian.
func TestLocalizedForms(t *testing.T) {
	v := vollkorn(t)
	if !HasFeature(v, "latn", "locl") {
		t.Fatal("the font has no localized forms")
	}
	changed := false
	for _, tc := range [][2]string{{"ş", "ro"}, {"i", "tr"}, {"ń", "pl"}, {"ij\u0301", "nl"}, {"l·l", "ca"}} {
		changed = changed || !slices.Equal(glyphs(t, v, tc[0], tc[1]), glyphs(t, v, tc[0], "en"))
	}
	if !changed {
		t.Error("no language changes a glyph")
	}
}
