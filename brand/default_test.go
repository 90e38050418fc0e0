package brand

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"
)

// fonts is the folder of the built-in fonts, with their licences.
//
//go:embed fonts
var fonts embed.FS

func describe(f Face) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %d", f.Family, f.Weight)
	if f.Italic {
		b.WriteString(" italic")
	}
	b.WriteString(" " + f.Name)
	if f.Fallback {
		b.WriteString(" fallback")
	}
	return b.String()
}

// TestBuiltIn checks the table of built-in fonts against the files themselves.
func TestBuiltIn(t *testing.T) {
	listed := map[string]bool{}
	for _, f := range Default().Faces {
		listed[f.Name] = true
		p, err := openProgram(f.Data, "")
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
			continue
		}
		if s := p.style; s.Weight != f.Weight || s.Italic != f.Italic || s.Variable || s.Restricted {
			t.Errorf("%s says of itself %+v", describe(f), p.style)
		}
	}
	const most = 5_000_000 // bytes, with the licences
	size := 0
	entries, err := fonts.ReadDir("fonts")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		size += int(info.Size())
		if strings.HasSuffix(e.Name(), ".ttf") && !listed[e.Name()] {
			t.Errorf("%s is not in the table", e.Name())
		}
		if strings.HasSuffix(e.Name(), ".ttf") && !hasLicence(entries, e.Name()) {
			t.Errorf("%s has no licence", e.Name())
		}
	}
	if size > most {
		t.Errorf("the fonts are %d bytes", size)
	}
}

func TestDefault(t *testing.T) {
	b := Default()
	if !hasFamily(b.Faces, b.Headings) || !hasFamily(b.Faces, b.Base) {
		t.Errorf("no faces for %q and %q", b.Headings, b.Base)
	}
	for _, f := range b.Faces {
		if inUse := f.Family == "Manrope" || f.Family == "Vollkorn"; f.Fallback == inUse {
			t.Errorf("%s", describe(f))
		}
	}
}

// hasLicence reports whether a font file has the licence of its family, or of
// its foundry, beside it.
func hasLicence(entries []fs.DirEntry, font string) bool {
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		of, ok := strings.CutSuffix(e.Name(), "-OFL.txt")
		return ok && strings.HasPrefix(font, of)
	})
}

// TestScripts checks that the built-in families have the scripts that the
// package promises.
func TestScripts(t *testing.T) {
	tests := map[string]string{
		"Manrope":           "AzÀžßŁ€–“”«»αωЖя",
		"Vollkorn":          "AzÀžßŁ€–“”«»αωЖя",
		"Noto Naskh Arabic": "ابيةگ؟١",
		"Noto Sans Hebrew":  "אתםש״",

		"Noto Sans Armenian":   "ԱևֆﬓՀ֏",
		"Noto Sans Georgian":   "აჰᲐႠ₾",
		"Noto Sans Devanagari": "अऔकषज्ञ०९।₹",
		"Noto Sans Bengali":    "অঔকষ্০৯৳।",
		"Noto Sans Gurmukhi":   "ਅਔਕੱ੦੯।",
		"Noto Sans Tamil":      "அஔகௗ௦௯",
		"Noto Sans Thai":       "กฮะำเ๐๙฿",
		"Noto Sans Lao":        "ກຮະຳເ໐໙",
		"Noto Sans":            "Ɓɓǃəʃʒŋɹʰːˈ̩̪̃ᵉʳἈῆῳₐ⁺⅕₨ẖ",
		"Noto Sans Mono":       "─│┌┼█▒",

		"Noto Sans Math":      "⇧⇨→←↑↓↔⇒≈≤≥≠∞∑√∂∫∈∀ℝ",
		"Noto Sans Symbols 2": "✓✔✗★☆●○■□◆▪▶☐☑☒⚠☎✉☀♥⌘⌥⏎",
		"Noto Sans Symbols":   "①②⑳♪♫♭♻ⅣⅧⅻ",
		"Noto Emoji":          "😀👍🏽🚀🎉🌍❤💻🇮🇹☺ℹ⃣",
	}
	var buffer sfnt.Buffer
	for _, f := range Default().Faces {
		program, err := sfnt.Parse(f.Data)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if tests[f.Family] == "" {
			t.Errorf("nothing is asked of %s", f.Family)
		}
		for _, r := range tests[f.Family] {
			if glyph, err := program.GlyphIndex(&buffer, r); err != nil || glyph == 0 {
				t.Errorf("%s lacks %q: %v", f.Name, r, err)
			}
		}
	}
}

// The data of built-in fonts is shared, so that caches that go by it hit.
func TestBuiltInIsShared(t *testing.T) {
	a, b := Default(), Default()
	for i := range a.Faces {
		if &a.Faces[i].Data[0] != &b.Faces[i].Data[0] {
			t.Errorf("%s was read twice", a.Faces[i].Name)
		}
	}
	a.Faces[0].Fallback = !b.Faces[0].Fallback
	if c := Default(); c.Faces[0].Fallback != b.Faces[0].Fallback {
		t.Error("a change of one brand's faces shows in another's")
	}
}
