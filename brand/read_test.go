package brand

import (
	"bytes"
	"encoding/binary"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/kit/diag"
)

var update = flag.Bool("update", false, "write the golden files")

// TestReadErrors reads each testdata/err/x.yml and compares what is reported
// with x.out.
func TestReadErrors(t *testing.T) {
	files, err := filepath.Glob("testdata/err/*.yml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			_, list := Read(os.DirFS("testdata/err"), filepath.Base(file))
			var got bytes.Buffer
			if err := diag.WriteText(&got, list, diag.TextOptions{}); err != nil {
				t.Fatal(err)
			}
			golden(t, strings.TrimSuffix(file, ".yml")+".out", got.Bytes())
		})
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; got:\n%s", name, got)
	}
}

// folder returns a file system with a brand file, fonts and logos, all in the
// folder "house".
func folder(t testing.TB, brand string) fstest.MapFS {
	t.Helper()
	font := func(name string) *fstest.MapFile {
		data, err := fonts.ReadFile("fonts/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return &fstest.MapFile{Data: data}
	}
	svg := func(name string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" id="` + name + `"/>`)}
	}
	return fstest.MapFS{
		"house/_brand.yml":            {Data: []byte(brand)},
		"house/fonts/Own-Regular.ttf": font("Manrope-Regular.ttf"),
		"house/fonts/Own-Heavy.ttf":   font("Manrope-ExtraBold.ttf"),
		"house/fonts/Own-Italic.ttf":  font("Vollkorn-Italic.ttf"),
		"house/logo/wide.svg":         svg("wide"),
		"house/logo/wide-dark.svg":    svg("wide-dark"),
		"house/logo/small.svg":        svg("small"),
	}
}

func read(t *testing.T, brand string) (*Brand, diag.List) {
	t.Helper()
	b, list := Read(folder(t, brand), "house/_brand.yml")
	if b == nil {
		t.Fatalf("no brand: %v", list)
	}
	return b, list
}

// TestReadFull reads a brand with every field of the schema.
func TestReadFull(t *testing.T) {
	text, err := os.ReadFile("testdata/full.yml")
	if err != nil {
		t.Fatal(err)
	}
	b, list := read(t, string(text))
	if len(list) > 0 {
		t.Fatalf("diagnostics:\n%v", list)
	}
	if b.Name != "Acme Works Limited" || b.ShortName != "Acme" || b.Link != "https://acme.example" {
		t.Errorf("meta: %q %q %q", b.Name, b.ShortName, b.Link)
	}
	want := Colors{
		Paper: Color{0xFF, 0xFF, 0xFF}, Ink: Color{0x15, 0x15, 0x15}, Soft: Color{0x55, 0x55, 0x55},
		Primary: Color{0x0A, 0x50, 0x58}, Secondary: Color{0x41, 0x41, 0x44}, Accent: Color{0xC2, 0x3B, 0x17},
		Tint: Color{0xEF, 0xF4, 0xF3}, Hairline: Color{0xBF, 0xC9, 0xC6}, Link: Color{0x44, 0x70, 0x99}, Headings: Color{0x0A, 0x50, 0x58},
		Code: Color{0xC2, 0x3B, 0x17}, CodeBlock: Color{0x15, 0x15, 0x15}, CodeGround: Color{0xEE, 0xEE, 0xEE},
		CodeBlockGround: Color{0xFF, 0xFF, 0xFF}, LinkGround: Color{0xFF, 0xFF, 0xFF},
	}
	if b.Colors != want {
		t.Errorf("colours\n%v, want\n%v", b.Colors, want)
	}
	if b.Text.Size.Points != 10.5 || b.Text.LineHeight != 1.38 || b.Heading.LineHeight != 1.2 || b.Heading.Weight != 800 {
		t.Errorf("type: %+v, headings %+v", b.Text, b.Heading)
	}
	if b.Code.Family != "Own" || b.Code.Size.Share != 0.9 || b.CodeBlock.LineHeight != 1.3 || b.CodeBlock.Weight != 400 || b.Links.Weight != 400 || *b.Links.Decoration != (Decoration{Underline: true}) {
		t.Errorf("code: %+v, %+v, links %+v", b.Code, b.CodeBlock, b.Links)
	}
	if b.Base != "Own" || b.Headings != "Manrope" {
		t.Errorf("families: base %q, headings %q", b.Base, b.Headings)
	}
	var faces []string
	for _, f := range b.Faces {
		faces = append(faces, describe(f))
	}
	wantFaces := []string{
		"Own 400 house/fonts/Own-Regular.ttf",
		"Own 900 house/fonts/Own-Heavy.ttf",
		"Own 400 italic house/fonts/Own-Italic.ttf",
		"Manrope 400 Manrope-Regular.ttf",
		"Manrope 700 Manrope-Bold.ttf",
		"Manrope 800 Manrope-ExtraBold.ttf",
		"Vollkorn 400 Vollkorn-Regular.ttf fallback",
		"Vollkorn 400 italic Vollkorn-Italic.ttf fallback",
		"Vollkorn 700 Vollkorn-Bold.ttf fallback",
		"Vollkorn 700 italic Vollkorn-BoldItalic.ttf fallback",
	}
	for _, f := range Default().Faces {
		if !isWhole(f.Family) {
			wantFaces = append(wantFaces, describe(f))
		}
	}
	if got, want := strings.Join(faces, "\n"), strings.Join(wantFaces, "\n"); got != want {
		t.Errorf("faces\n%s\nwant\n%s", got, want)
	}
	if l := b.Logo; l == nil || l.Path != "house/logo/wide.svg" || l.Alt != "Acme, with a spark" || l.ClearSpace != 0.5 || len(l.Data) == 0 {
		t.Errorf("logo %+v", l)
	}
}

func TestReadLogo(t *testing.T) {
	const name = "meta: {name: Acme}\n"
	tests := []struct{ name, brand, path, alt string }{
		{"none", name, "", ""},
		{"a path", name + "logo: logo/small.svg", "house/logo/small.svg", "Acme"},
		{"path and alt", name + "logo: {path: logo/small.svg, alt: A spark}", "house/logo/small.svg", "A spark"},
		{"medium first", name + "logo: {small: logo/small.svg, medium: logo/wide.svg, large: logo/wide-dark.svg}", "house/logo/wide.svg", "Acme"},
		{"large before small", name + "logo: {small: logo/small.svg, large: logo/wide.svg}", "house/logo/wide.svg", "Acme"},
		{"for light", name + "logo: {medium: {dark: logo/wide-dark.svg}, small: {light: logo/small.svg}}", "house/logo/small.svg", "Acme"},
		{"dark alone", name + "logo: {medium: {dark: logo/wide-dark.svg}}", "house/logo/wide-dark.svg", "Acme"},
		{"dark paper", name + "color: {background: black, foreground: white}\nlogo: {medium: {light: logo/wide.svg, dark: logo/wide-dark.svg}}", "house/logo/wide-dark.svg", "Acme"},
		{"by name", name + "logo: {images: {it: {path: logo/small.svg, alt: Spark}}, medium: it}", "house/logo/small.svg", "Spark"},
		{"inside, roundabout", name + "logo: ./fonts/../logo/small.svg", "house/logo/small.svg", "Acme"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b, list := read(t, test.brand)
			if list.HasErrors() {
				t.Fatal(list)
			}
			var path, alt string
			if b.Logo != nil {
				path, alt = b.Logo.Path, b.Logo.Alt
			}
			if path != test.path || alt != test.alt {
				t.Errorf("got %q, %q; want %q, %q", path, alt, test.path, test.alt)
			}
		})
	}
}

func TestReadFamilies(t *testing.T) {
	const own = "typography:\n  fonts: [{family: Own, source: file, files: [fonts/Own-Regular.ttf]}]\n"
	tests := []struct{ name, brand, headings, base string }{
		{"none", "meta: {}", "Manrope", "Vollkorn"},
		{"headings follow the text", own + "  base: Own", "Own", "Own"},
		{"headings alone", own + "  headings: Own", "Own", "Vollkorn"},
		{"built in, from the network", "typography: {fonts: [{family: Vollkorn, source: google}], headings: Vollkorn}", "Vollkorn", "Vollkorn"},
		{"base as an object", own + "  base: {family: Own}\n  headings: {family: Manrope}", "Manrope", "Own"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b, list := read(t, test.brand)
			if len(list) > 0 {
				t.Fatal(list)
			}
			if b.Headings != test.headings || b.Base != test.base {
				t.Errorf("got headings %q, base %q; want %q, %q", b.Headings, b.Base, test.headings, test.base)
			}
		})
	}
}

// TestReadReplacesBuiltIn checks that a brand's own family of a built-in name
// leaves no face of the built-in one.
func TestReadReplacesBuiltIn(t *testing.T) {
	b, list := read(t, "typography: {fonts: [{family: Manrope, source: file, files: [fonts/Own-Regular.ttf]}]}")
	if len(list) > 0 {
		t.Fatal(list)
	}
	for _, f := range b.Faces {
		if f.Family == "Manrope" && f.Name != "house/fonts/Own-Regular.ttf" {
			t.Errorf("found %s", describe(f))
		}
	}
}

// TestReadDamagedFonts checks that no cut of a font file passes as a font.
func TestReadDamagedFonts(t *testing.T) {
	whole, err := fonts.ReadFile("fonts/Manrope-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range []int{0, 3, 4, 12, 20, 200, 5000, len(whole) / 2, len(whole) - 1000} {
		fsys := fstest.MapFS{
			"b.yml":   {Data: []byte("typography: {fonts: [{family: Own, source: file, files: [own.ttf]}], base: Own}")},
			"own.ttf": {Data: whole[:size]},
		}
		_, list := Read(fsys, "b.yml")
		if len(list) != 1 || list[0].Rule != "bad-font" {
			t.Errorf("%d bytes: %v", size, list)
		}
	}
}

// A font whose licence flags forbid to embed it must not be published in a kit.
func TestReadRestrictedFont(t *testing.T) {
	data, err := fonts.ReadFile("fonts/Manrope-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	data = bytes.Clone(data)
	p, err := openProgram(data, "")
	if err != nil {
		t.Fatal(err)
	}
	const fsType = 8
	copy(p.font.Tables["OS/2"][fsType:], []byte{0, 2}) // restricted licence; the table is a part of data
	_, list := Read(fstest.MapFS{
		"b.yml":   {Data: []byte("typography: {fonts: [{family: Own, source: file, files: [own.ttf]}], base: Own}")},
		"own.ttf": {Data: data},
	}, "b.yml")
	if kind, ok := list.Worst(); len(list) != 1 || list[0].Rule != "font-license" || !ok || kind != diag.Policy {
		t.Errorf("got %v", list)
	}
}

func TestReadMissingFile(t *testing.T) {
	b, list := Read(fstest.MapFS{}, "_brand.yml")
	if kind, ok := list.Worst(); b != nil || !ok || kind != diag.Missing {
		t.Errorf("brand %v, list %v", b, list)
	}
}

// FuzzRead checks that no brand file panics, and that a brand without errors
// can be used.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/*/*.yml")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range append(files, "testdata/full.yml") {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	files2 := folder(f, "")
	f.Fuzz(func(t *testing.T, brand string) {
		fsys := fstest.MapFS{"house/_brand.yml": {Data: []byte(brand)}}
		for name, file := range files2 {
			if _, taken := fsys[name]; !taken {
				fsys[name] = file
			}
		}
		b, list := Read(fs.FS(fsys), "house/_brand.yml")
		if list.HasErrors() {
			return
		}
		if b == nil {
			t.Fatal("neither a brand nor an error")
		}
		if !hasFamily(b.Faces, b.Base) || !hasFamily(b.Faces, b.Headings) {
			t.Errorf("no faces for %q and %q", b.Headings, b.Base)
		}
		if b.Logo != nil && (b.Logo.Alt == "" || !strings.HasPrefix(b.Logo.Path, "house/")) {
			t.Errorf("logo %q, %q", b.Logo.Path, b.Logo.Alt)
		}
	})
}

// FuzzFont checks that no font file panics.
func FuzzFont(f *testing.F) {
	whole, err := fonts.ReadFile("fonts/Manrope-Regular.ttf")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole[:400])
	f.Add([]byte("OTTO"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := openProgram(data, "")
		if err == nil && (p.style.Weight < 100 || p.style.Weight > 900) {
			t.Errorf("weight %d", p.style.Weight)
		}
	})
}

// What a font asks for beyond its tables being there is found out with the
// brand, where it has a place, and not when the first text is set in it.
func TestReadUnfitFont(t *testing.T) {
	sound, err := fonts.ReadFile("fonts/Manrope-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name, table string
		at          int
		value       uint16
		files, want string
		kind        diag.Kind
	}{
		{"no scale", "head", 18, 0, "[own.ttf]", "bad-font", diag.Invalid},
		{"scale too fine", "head", 18, 16385, "[own.ttf]", "bad-font", diag.Invalid},
		{"no part may be embedded", "OS/2", 8, 0x100, "[own.ttf]", "font-license", diag.Policy},
		{"no files", "OS/2", 8, 0, "[]", "missing-field", diag.Invalid},
		{"files left empty", "OS/2", 8, 0, "", "missing-field", diag.Invalid},
	} {
		data := bytes.Clone(sound)
		p, err := openProgram(data, "")
		if err != nil {
			t.Fatal(err)
		}
		binary.BigEndian.PutUint16(p.font.Tables[tc.table][tc.at:], tc.value) // the table is a part of data
		_, list := Read(fstest.MapFS{
			"b.yml":   {Data: []byte("typography:\n  fonts:\n    - family: Own\n      source: file\n      files: " + tc.files + "\n  base: Own\n")},
			"own.ttf": {Data: data},
		}, "b.yml")
		if kind, ok := list.Worst(); len(list) != 1 || list[0].Rule != tc.want || !ok || kind != tc.kind {
			t.Errorf("%s: got %v", tc.name, list)
		}
	}
}

// Names of families stand in messages, so they are bounded.
func TestLongFamilyName(t *testing.T) {
	name := strings.Repeat("é", maxFamilyName+1)
	_, list := read(t, "typography:\n  base: "+name+"\n  fonts:\n    - {family: "+name+", source: google}\n")
	if len(list) != 1 || list[0].Rule != "bad-value" || list[0].Span.Position().Line != 4 || len(list[0].Message) > 100 {
		t.Errorf("got %v", list)
	}
}
