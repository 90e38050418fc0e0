package docx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"io"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/font"
	"github.com/presskit-go/presskit/kit/internal/golden"
)

// fontFiles gives the fonts of a package in plain, by the PostScript name.
func fontFiles(t *testing.T, parts map[string]string) map[string]*font.Font {
	t.Helper()
	out := map[string]*font.Font{}
	for name, data := range parts {
		if path.Ext(name) != ".odttf" {
			continue
		}
		key := regexp.MustCompile(`\{` + strings.TrimSuffix(path.Base(name), ".odttf") + `[^}]*\}`).FindString(parts["word/fontTable.xml"])
		f, err := font.Parse(reveal([]byte(data), key))
		if err != nil {
			t.Fatalf("%s with key %s: %v", name, key, err)
		}
		out[f.PostScriptName()] = f
	}
	return out
}

// written is a document of one paragraph in the fonts of the specimen.
func written(t *testing.T, text string) *doc.Document {
	t.Helper()
	return small(t, &doc.Para{Role: doc.RoleBody, Text: doc.T(text)})
}

// A document carries every letter of its scripts and of Latin, and no others.
func TestFontsByScript(t *testing.T) {
	for _, test := range []struct{ text, in, out string }{
		{"Plain words.", "AzÿŐẞế1½–“€→\u00a0", "αωЖё"},
		{"Слово.", "AzŐ€ЖёЇҐ", "αω"},
		{"Слово и λόγος.", "AzŐ€ЖёЇҐαωΆ", ""},
	} {
		fonts := fontFiles(t, render(t, Format{}, written(t, test.text)))
		f := fonts["Vollkorn-Regular"]
		if f == nil {
			t.Fatalf("%q: no Vollkorn among %v", test.text, slices.Collect(maps.Keys(fonts)))
		}
		for _, r := range test.in {
			if _, ok := f.Glyph(r); !ok {
				t.Errorf("%q: %c is missing", test.text, r)
			}
		}
		for _, r := range test.out {
			if _, ok := f.Glyph(r); ok {
				t.Errorf("%q: %c is there", test.text, r)
			}
		}
	}
}

// A font whose licence asks for it stays in one piece.
func TestFontsThatMayNotBeTakenApart(t *testing.T) {
	d := written(t, "Plain words.")
	for i := range d.Theme.Faces {
		f := &d.Theme.Faces[i]
		f.Data = bytes.Clone(f.Data)
		os2 := bytes.Index(f.Data, []byte("OS/2"))
		at := int(f.Data[os2+8])<<24 | int(f.Data[os2+9])<<16 | int(f.Data[os2+10])<<8 | int(f.Data[os2+11])
		f.Data[at+8] |= 1 // fsType: no subsetting
	}
	for name, f := range fontFiles(t, render(t, Format{}, d)) {
		if _, ok := f.Glyph('Ж'); !ok {
			t.Errorf("%s was taken apart", name)
		}
	}
}

// What is ready in the program is what would be made of the fonts now.
func TestReadyFonts(t *testing.T) {
	b := newBuilder(Format{}, written(t, "Plain words."))
	want := map[string][]byte{}
	for i := range b.fonts.faces {
		w := &b.fonts.faces[i]
		if w.face.Fallback {
			continue
		}
		data, key := obfuscate(carried(w, everywhere))
		want[identity(w.face.Data)+"/"+key+".odttf"] = data
	}
	if len(want) != 7 {
		t.Errorf("%d fonts, want 7", len(want))
	}
	got := map[string][]byte{}
	if z, err := zip.NewReader(bytes.NewReader(readyFonts), int64(len(readyFonts))); err == nil {
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			if got[f.Name], err = io.ReadAll(r); err != nil {
				t.Error(err)
			}
		}
	}
	if maps.EqualFunc(got, want, bytes.Equal) {
		return
	}
	if !*golden.Update {
		t.Fatal("fonts.zip is not what would be made now; -update writes it anew")
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	for _, name := range sortedKeys(want) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write(want[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("fonts.zip", out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// A document in Latin takes the built-in fonts as they lie ready.
func TestReadyFontsAreTaken(t *testing.T) {
	c := NewCache()
	render(t, Format{Cache: c}, written(t, "Plain words."))
	ready := ready()
	for key, h := range c.fonts.entries {
		if found := slices.ContainsFunc(slices.Collect(maps.Values(ready)), func(r hiddenFont) bool { return r.key == h.key }); !found {
			t.Errorf("a font in %q was compressed", key.scripts)
		}
	}
}
