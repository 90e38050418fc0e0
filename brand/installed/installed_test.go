package installed

import (
	"errors"
	"io/fs"
	"os"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/brand"
)

// Fonts is what a brand asks for.
var _ brand.SystemFonts = (*Fonts)(nil)

// machine gives two folders of fonts.
func machine(t testing.TB) *Fonts {
	t.Helper()
	read := func(name string) *fstest.MapFile {
		data, err := os.ReadFile("../" + name)
		if err != nil {
			t.Fatal(err)
		}
		return &fstest.MapFile{Data: data}
	}
	return New(
		Folder{Path: "/home/fonts", FS: fstest.MapFS{
			"Manrope-Bold.ttf": read("fonts/Manrope-Bold.ttf"),
			"broken.otf":       {Data: []byte("OTTO and nothing else")},
			"empty.ttf":        {},
			"note.txt":         {Data: []byte("no font")},
		}},
		Folder{Path: "/usr/fonts", FS: fstest.MapFS{
			"a/Manrope-Regular.ttf":   read("fonts/Manrope-Regular.ttf"),
			"a/Manrope-ExtraBold.TTF": read("fonts/Manrope-ExtraBold.ttf"),
			"b/Vollkorn-Regular.ttf":  read("fonts/Vollkorn-Regular.ttf"),
			"b/Vollkorn-Italic.ttf":   read("fonts/Vollkorn-Italic.ttf"),
			"b/Vollkorn-Bold.ttf":     read("fonts/Vollkorn-Bold.ttf"),
			"c/Pair.ttc":              read("testdata/fonts/Pair.ttc"),
		}},
	)
}

func TestFind(t *testing.T) {
	tests := []struct {
		family string
		weight int
		italic bool
		want   string
	}{
		{"Manrope", 400, false, "/usr/fonts/a/Manrope-Regular.ttf"},
		{"manrope ", 700, false, "/home/fonts/Manrope-Bold.ttf"},
		{"MANROPE", 600, false, "/home/fonts/Manrope-Bold.ttf"},
		{"Manrope", 900, true, "/usr/fonts/a/Manrope-ExtraBold.TTF"},
		{"Manrope  ExtraBold", 400, false, "/usr/fonts/a/Manrope-ExtraBold.TTF"},
		{"Vollkorn", 700, true, "/usr/fonts/b/Vollkorn-Italic.ttf"},
		{"Vollkorn", 700, false, "/usr/fonts/b/Vollkorn-Bold.ttf"},
		{"Inter", 700, false, "/usr/fonts/c/Pair.ttc#Inter-Bold"},
		{"Inter", 300, false, "/usr/fonts/c/Pair.ttc#Inter"},
	}
	fonts := machine(t)
	for _, test := range tests {
		name, data, err := fonts.Find(test.family, test.weight, test.italic)
		if err != nil || name != test.want || len(data) == 0 {
			t.Errorf("%+v: %s, %d bytes, %v", test, name, len(data), err)
		}
	}
}

func TestFindNothing(t *testing.T) {
	for _, f := range []*Fonts{machine(t), New()} {
		if _, _, err := f.Find("Gill Sans", 400, false); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("got %v", err)
		}
	}
}

func TestFindAtOnce(t *testing.T) {
	fonts := machine(t)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if _, _, err := fonts.Find("Manrope", 400, false); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
}

// TestBrand reads a brand whose font is one of the machine's.
func TestBrand(t *testing.T) {
	fsys := fstest.MapFS{"_brand.yml": {Data: []byte("typography: {base: Inter, fonts: [{family: Inter, source: system}]}")}}
	b, list := brand.Config{SystemFonts: machine(t)}.Read(fsys, "_brand.yml")
	if list.HasErrors() {
		t.Fatal(list)
	}
	fitted, list := b.Fit([]brand.Use{{Family: "Inter", Weight: 700}})
	if len(list) > 0 || fitted.Faces[0].Name != "/usr/fonts/c/Pair.ttc#Inter-Bold" {
		t.Errorf("%v, %s", list, fitted.Faces[0].Name)
	}
}
