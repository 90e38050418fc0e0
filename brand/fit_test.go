package brand

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/brand/internal/sfnt"
)

// house gives a file system with a brand file and the fonts of testdata.
func house(t testing.TB, brand string) fstest.MapFS {
	t.Helper()
	fsys := folder(t, brand)
	entries, err := os.ReadDir("testdata/fonts")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile("testdata/fonts/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		fsys["house/fonts/"+e.Name()] = &fstest.MapFile{Data: data}
	}
	drawn, err := os.ReadFile("internal/variable/testdata/drawn.woff2")
	if err != nil {
		t.Fatal(err)
	}
	fsys["house/fonts/Drawn.woff2"] = &fstest.MapFile{Data: drawn}
	return fsys
}

// uses of a family, at 10 points.
func uses(family string, weights ...int) []Use {
	var list []Use
	for _, w := range weights {
		list = append(list, Use{Family: family, Weight: w, Size: 10})
	}
	return list
}

// own describes the faces of families that are not built in.
func own(b *Brand) string {
	var lines []string
	for _, f := range b.Faces {
		if strings.Contains(f.Name, "/") {
			lines = append(lines, describe(f))
		}
	}
	return strings.Join(lines, "\n")
}

func TestFit(t *testing.T) {
	const inter = "typography: {base: Inter, fonts: [{family: Inter, source: file, files: [fonts/Inter.woff2]}]}"
	tests := []struct {
		name, brand string
		uses        []Use
		faces       string
		problems    string
	}{
		{"an instance for each weight", inter, uses("Inter", 700, 400, 700, 800),
			"Inter 700 Inter at weight 700, for 14 pt (house/fonts/Inter.woff2)\n" +
				"Inter 800 Inter at weight 800, for 14 pt (house/fonts/Inter.woff2)\n" +
				"Inter 400 Inter at weight 400, for 14 pt (house/fonts/Inter.woff2)", ""},
		{"an optical size", inter, []Use{{Family: "Inter", Weight: 800, Size: 24}, {Family: "Inter", Weight: 800, Size: 30}},
			"Inter 800 Inter at weight 800, for 24 pt (house/fonts/Inter.woff2)\n" +
				"Inter 400 Inter at weight 400, for 14 pt (house/fonts/Inter.woff2)", ""},
		{"no italic", inter, []Use{{Family: "Inter", Weight: 400, Italic: true}, {Family: "Inter", Weight: 700, Italic: true, Emphasis: true}},
			"Inter 700 Inter at weight 700, for 14 pt (house/fonts/Inter.woff2)\n" +
				"Inter 400 Inter at weight 400, for 14 pt (house/fonts/Inter.woff2)",
			"house/_brand.yml:1:44: warning: Inter has no italic; its upright font is used [missing-italic]"},
		{"weights that the file lists", "typography: {base: Inter, fonts: [{family: Inter, source: file, weight: [400, bold], files: [fonts/Inter.woff2]}]}", uses("Inter", 400, 500, 800),
			"Inter 700 Inter at weight 700, for 14 pt (house/fonts/Inter.woff2)\n" +
				"Inter 400 Inter at weight 400, for 14 pt (house/fonts/Inter.woff2)",
			"house/_brand.yml:1:44: note: Inter has no weight 500; 400 is used [missing-weight]\n" +
				"house/_brand.yml:1:44: note: Inter has no weight 800; 700 is used [missing-weight]"},
		{"a file of one weight", "typography: {base: Inter, fonts: [{family: Inter, source: file, files: [{path: fonts/Inter.woff2, weight: 600, style: italic}]}]}", uses("Inter", 600),
			"Inter 600 italic Inter at weight 600, italic, for 14 pt (house/fonts/Inter.woff2)", ""},
		{"static files", "typography: {base: Own, fonts: [{family: Own, source: file, files: [fonts/Own-Regular.ttf, fonts/Own-Heavy.ttf]}]}", uses("Own", 400, 700, 800),
			"Own 400 house/fonts/Own-Regular.ttf\nOwn 800 house/fonts/Own-Heavy.ttf",
			"house/_brand.yml:1:42: warning: Own has no weight 700; 800 is used [missing-weight]"},
		{"a fallback", "typography: {fonts: [{family: Inter, source: file, files: [fonts/Inter.woff2]}]}", uses("Vollkorn", 400, 900),
			"Inter 700 Inter at weight 700, for 14 pt (house/fonts/Inter.woff2) fallback\n" +
				"Inter 400 Inter at weight 400, for 14 pt (house/fonts/Inter.woff2) fallback", ""},
		{"PostScript outlines", "typography: {base: Inter, fonts: [{family: Inter, source: file, files: [fonts/Inter.otf]}]}", uses("Inter", 400),
			"Inter 400 house/fonts/Inter.otf", ""},
		{"PostScript outlines that vary", "typography: {base: Drawn, fonts: [{family: Drawn, source: file, files: [fonts/Drawn.woff2]}]}", uses("Drawn", 300, 700),
			"Drawn 300 Drawn at weight 300 (house/fonts/Drawn.woff2)\n" +
				"Drawn 700 Drawn at weight 700 (house/fonts/Drawn.woff2)\n" +
				"Drawn 400 Drawn at weight 400 (house/fonts/Drawn.woff2)", ""},
		{"of a collection", "typography: {base: Inter, fonts: [{family: Inter, source: file, files: [fonts/Pair.ttc, fonts/Pair.ttc#Inter-Bold]}]}", uses("Inter", 400, 700),
			"Inter 400 house/fonts/Pair.ttc\nInter 700 house/fonts/Pair.ttc#Inter-Bold", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b, list := Read(house(t, test.brand), "house/_brand.yml")
			if len(list) > 0 {
				t.Fatal(list)
			}
			before := own(b)
			fitted, list := b.Fit(test.uses)
			if list.Error() != test.problems {
				t.Errorf("problems\n%v, want\n%s", list, test.problems)
			}
			if got := own(fitted); got != test.faces {
				t.Errorf("faces\n%s\nwant\n%s", got, test.faces)
			}
			if own(b) != before {
				t.Error("the brand itself has changed")
			}
			again, _ := b.Fit(test.uses)
			for i, f := range fitted.Faces {
				if &f.Data[0] != &again.Faces[i].Data[0] {
					t.Errorf("%s was made twice", f.Name)
				}
				if p, err := openProgram(f.Data, ""); err != nil || p.style.Variable {
					t.Errorf("%s: %v", f.Name, err)
				}
			}
		})
	}
}

func TestReadFontErrors(t *testing.T) {
	font := func(files string) string {
		return "typography: {base: Inter, fonts: [{family: Inter, source: file, files: [" + files + "]}]}"
	}
	tests := []struct{ name, brand, want, hint string }{
		{"no such face", font("fonts/Pair.ttc#Inter-Black"),
			`house/_brand.yml:1:73: error: "house/fonts/Pair.ttc" holds no font "Inter-Black" [bad-font]`, "it holds Inter, Inter-Bold"},
		{"twice", font("fonts/Inter.otf, fonts/Pair.ttc"),
			`house/_brand.yml:1:90: warning: "house/fonts/Inter.otf" and "house/fonts/Pair.ttc" have the same weight and slant; only the first is used [font-twice]`,
			"of a web font that is parted by scripts, take the whole font"},
		{"damaged CFF2", font("fonts/cff2.otf"),
			`house/_brand.yml:1:73: error: Inter at weight 400, for 14 pt: "house/fonts/cff2.otf" has damaged outlines (CFF2) [bad-font]`,
			"add a static file for each weight instead"},
		{"damaged axes", font("fonts/axes.ttf"),
			`house/_brand.yml:1:73: error: "house/fonts/axes.ttf" has damaged tables of variation [bad-font]`, fontHint},
		{"damaged deltas", font("fonts/deltas.ttf"),
			`house/_brand.yml:1:73: error: Inter at weight 400, for 14 pt: "house/fonts/deltas.ttf" has damaged tables of variation [bad-font]`,
			"add a static file for each weight instead"},
		{"no outlines", font("fonts/empty.ttf"), `house/_brand.yml:1:73: error: "house/fonts/empty.ttf" has no table "loca" [bad-font]`, fontHint},
		{"coloured emoji", font("fonts/emoji.ttf"), `house/_brand.yml:1:73: error: "house/fonts/emoji.ttf" has pictures in the place of outlines, as fonts of coloured emoji have [bad-font]`, fontHint},
		{"a hash in a name", font("fonts/Inter.otf#Inter"), `house/_brand.yml:1:73: error: there is no file "house/fonts/Inter.otf#Inter" [missing-file]`,
			"paths are relative to the brand's file"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			fsys := house(t, test.brand)
			damage := func(name string, change func(f *sfnt.Font)) {
				f, err := sfnt.Open(fsys["house/fonts/Inter.woff2"].Data, "")
				if err != nil {
					t.Fatal(err)
				}
				change(f)
				fsys["house/fonts/"+name] = &fstest.MapFile{Data: f.Bytes()}
			}
			damage("cff2.otf", func(f *sfnt.Font) { f.Flavor, f.Tables["CFF2"] = sfnt.CFF, []byte{2, 0, 5, 0} })
			damage("axes.ttf", func(f *sfnt.Font) { f.Tables["fvar"] = f.Tables["fvar"][:20] })
			damage("deltas.ttf", func(f *sfnt.Font) { f.Tables["gvar"] = f.Tables["gvar"][:40] })
			damage("emoji.ttf", func(f *sfnt.Font) {
				delete(f.Tables, "fvar")
				delete(f.Tables, "glyf")
				f.Tables["CBDT"] = []byte{0, 3, 0, 0}
			})
			damage("empty.ttf", func(f *sfnt.Font) { delete(f.Tables, "fvar"); delete(f.Tables, "loca") })
			_, list := Read(fsys, "house/_brand.yml")
			if list.Error() != test.want {
				t.Fatalf("got\n%v, want\n%s", list, test.want)
			}
			if list[0].Hint != test.hint {
				t.Errorf("hint %q", list[0].Hint)
			}
		})
	}
}

// machine is a machine with fonts.
type machine map[string]struct {
	name string
	data []byte
	err  error
}

func (m machine) Find(family string, weight int, _ bool) (string, []byte, error) {
	f, ok := m[family]
	if !ok {
		return "", nil, fs.ErrNotExist
	}
	return f.name, f.data, f.err
}

func TestSystemFonts(t *testing.T) {
	read := func(name string) []byte {
		data, err := os.ReadFile("testdata/fonts/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	restricted := bytes.Clone(read("Inter.otf"))
	p, err := openProgram(restricted, "")
	if err != nil {
		t.Fatal(err)
	}
	const fsType = 8
	copy(p.font.Tables["OS/2"][fsType:], []byte{0, 2})
	fonts := machine{
		"Inter":   {name: "/fonts/Inter.woff2", data: read("Inter.woff2")},
		"Pair":    {name: "/fonts/Pair.ttc#Inter-Bold", data: read("Pair.ttc")},
		"Locked":  {name: "/fonts/Locked.otf", data: restricted},
		"Broken":  {name: "/fonts/Broken.otf", data: []byte("no font at all")},
		"Offline": {err: errors.New("input/output error")},
	}
	const at = "house/_brand.yml:1:"
	tests := []struct{ family, problems, faces string }{
		{"Inter", at + `44: note: the font "Inter" is taken from this machine; on another it may differ, and so may the files made [system-font]`,
			"Inter 700 Inter at weight 700, for 14 pt (/fonts/Inter.woff2)\nInter 400 Inter at weight 400, for 14 pt (/fonts/Inter.woff2)"},
		{"Pair", at + `43: note: the font "Pair" is taken from this machine; on another it may differ, and so may the files made [system-font]`,
			"Pair 700 /fonts/Pair.ttc#Inter-Bold"},
		{"Locked", at + `45: error: "/fonts/Locked.otf" may not be embedded in documents, by its own licence flags [font-license]`, ""},
		{"Broken", at + `45: error: "/fonts/Broken.otf" is no font file [bad-font]`, ""},
		{"Offline", at + `46: error: cannot read the installed font "Offline": input/output error [unreadable]`, ""},
		{"Nobody", at + `45: error: the font "Nobody" is not installed on this machine [font-unavailable]`, ""},
	}
	for _, test := range tests {
		t.Run(test.family, func(t *testing.T) {
			text := "typography: {base: " + test.family + ", fonts: [{family: " + test.family + ", source: system}]}"
			b, list := Config{SystemFonts: fonts}.Read(house(t, text), "house/_brand.yml")
			if list.Error() != test.problems {
				t.Fatalf("got\n%v, want\n%s", list, test.problems)
			}
			if list.HasErrors() {
				return
			}
			var wait sync.WaitGroup
			for range 4 { // a brand is shared
				wait.Go(func() { b.Fit(uses(test.family, 400, 700)) })
			}
			wait.Wait()
			fitted, _ := b.Fit(uses(test.family, 400, 700))
			if got := own(fitted); got != test.faces {
				t.Errorf("faces\n%s\nwant\n%s", got, test.faces)
			}
		})
	}
}

// A system font that no text is set in is not looked for.
func TestSystemFontUnused(t *testing.T) {
	b, list := Config{SystemFonts: machine{}}.Read(house(t, "typography: {fonts: [{family: Inter, source: system}]}"), "house/_brand.yml")
	if len(list) > 0 || own(b) != "" {
		t.Errorf("%v, faces %s", list, own(b))
	}
	if fitted, list := b.Fit(uses("Vollkorn", 400)); len(list) > 0 || own(fitted) != "" {
		t.Errorf("%v, faces %s", list, own(fitted))
	}
}

func TestFitDefault(t *testing.T) {
	b := Default()
	fitted, list := b.Fit([]Use{{Family: "Vollkorn", Weight: 500}, {Family: "Manrope", Weight: 400, Italic: true}})
	if len(list) > 0 || len(fitted.Faces) != len(b.Faces) {
		t.Errorf("%v, %d faces", list, len(fitted.Faces))
	}
}

func TestMainSize(t *testing.T) {
	for _, test := range []struct{ a, b, want float64 }{{7, 10.5, 10.5}, {24, 10.5, 10.5}, {24, 36, 24}, {7, 8, 8}, {0, 10, 10}} {
		if got := mainSize(test.a, test.b); got != test.want {
			t.Errorf("%v and %v: %v", test.a, test.b, got)
		}
	}
}

// A warning names the roles of the layout that ask for what a family lacks.
func TestFitNamesRoles(t *testing.T) {
	b, list := read(t, "typography: {fonts: [{family: Own, source: file, files: [fonts/Own-Regular.ttf]}], base: Own}")
	if len(list) > 0 {
		t.Fatal(list)
	}
	_, list = b.Fit([]Use{
		{Role: "headline", Family: "Own", Weight: 800}, {Role: "body", Family: "Own", Weight: 400},
		{Role: "kicker", Family: "Own", Weight: 700}, {Role: "subhead", Family: "Own", Weight: 700}, {Role: "note", Family: "Own", Weight: 700},
		{Role: "number", Family: "Own", Weight: 700}, {Role: "body", Family: "Own", Weight: 900, Emphasis: true},
		{Role: "quote", Family: "Own", Weight: 400, Italic: true}, {Role: "caption", Family: "Own", Weight: 400, Italic: true},
	})
	want := "house/_brand.yml:1:31: warning: Own has no italic, which quote and caption ask for; its upright font is used [missing-italic]\n" +
		"house/_brand.yml:1:31: warning: Own has no weight 700, which kicker, subhead, note and 1 more ask for; 400 is used [missing-weight]\n" +
		"house/_brand.yml:1:31: warning: Own has no weight 800, which headline asks for; 400 is used [missing-weight]"
	if got := list.Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
