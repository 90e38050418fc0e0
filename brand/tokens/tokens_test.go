package tokens

import (
	"bytes"
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
)

var update = flag.Bool("update", false, "write the golden files")

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

// TestImport makes a brand of tokens of every kind that has a place in one; the
// brand must be sound.
func TestImport(t *testing.T) {
	text, list := Import(os.DirFS("testdata"), "harbour.tokens.json")
	var report bytes.Buffer
	if err := diag.WriteText(&report, list, diag.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/harbour.out", report.Bytes())
	golden(t, "testdata/harbour.yml", text)
	b, list := brand.Read(fstest.MapFS{"_brand.yml": {Data: text}}, "_brand.yml")
	if len(list) != 1 || list[0].Rule != "unknown-family" || list[0].Severity != diag.Warning { // its font for code must be brought
		t.Fatal(list)
	}
	if b.Base != "Vollkorn" || b.Headings != "Manrope" || b.Heading.Weight != 800 || b.Colors.Primary.String() != "#154D8C" || b.Colors.Soft.String() != "#67615B" {
		t.Errorf("%+v %q %q %+v", b.Colors, b.Base, b.Headings, b.Heading)
	}
}

// TestErrors reads each testdata/err/x.json and compares what is reported with
// x.out.
func TestErrors(t *testing.T) {
	files, err := filepath.Glob("testdata/err/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, list := Import(os.DirFS("testdata/err"), filepath.Base(file))
			if text != nil || !list.HasErrors() {
				t.Errorf("a brand was made:\n%s", text)
			}
			var got bytes.Buffer
			if err := diag.WriteText(&got, list, diag.TextOptions{}); err != nil {
				t.Fatal(err)
			}
			golden(t, strings.TrimSuffix(file, ".json")+".out", got.Bytes())
		})
	}
}

// The values are those that CSS Color 4 and its reference converter give.
func TestConvert(t *testing.T) {
	for _, test := range []struct {
		space string
		v     [3]float64
		want  string
	}{
		{"srgb", [3]float64{1, 0.5, 0}, "#FF8000"},
		{"srgb-linear", [3]float64{0.5, 0.5, 0.5}, "#BCBCBC"},
		{"hsl", [3]float64{270, 50, 40}, "#663399"},
		{"hwb", [3]float64{270, 20, 40}, "#663399"},
		{"hwb", [3]float64{90, 80, 80}, "#808080"},
		{"lab", [3]float64{32.393, 38.428, -47.69}, "#663399"},
		{"lch", [3]float64{32.393, 61.244, 308.86}, "#663399"},
		{"oklab", [3]float64{0.44027, 0.08818, -0.13386}, "#663399"},
		{"oklch", [3]float64{0.44027, 0.1603, 303.37}, "#663399"},
		{"display-p3", [3]float64{0.37367, 0.21033, 0.57911}, "#663399"},
		{"a98-rgb", [3]float64{0.35800, 0.21232, 0.58434}, "#663399"},
		{"prophoto-rgb", [3]float64{0.31642, 0.19133, 0.49481}, "#663399"},
		{"rec2020", [3]float64{0.30459, 0.16817, 0.53110}, "#663399"},
		{"xyz-d65", [3]float64{0.12412, 0.07493, 0.30930}, "#663399"},
		{"xyz-d50", [3]float64{0.11627, 0.07261, 0.23256}, "#663399"},
	} {
		got, inside := convert(test.space, test.v)
		want, err := brand.ParseColor(test.want)
		if err != nil {
			t.Fatal(err)
		}
		near := func(a, b uint8) bool { return math.Abs(float64(a)-float64(b)) <= 1 }
		if !inside || !near(got.R, want.R) || !near(got.G, want.G) || !near(got.B, want.B) {
			t.Errorf("%s %v is %v, inside %v; want %s", test.space, test.v, got, inside, test.want)
		}
	}
	for _, name := range spaceNames() {
		if _, ok := spaces()[name]; !ok {
			t.Errorf("%s has no bounds", name)
		}
	}
}

// FuzzImport checks that no token file panics, and that what is made of one can be
// read as a brand.
func FuzzImport(f *testing.F) {
	files, err := filepath.Glob("testdata/*/*.json")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range append(files, "testdata/harbour.tokens.json") {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, list := Import(fstest.MapFS{"t.json": {Data: data}}, "t.json")
		if (text == nil) != list.HasErrors() {
			t.Fatalf("text %q, list %v", text, list)
		}
		if text == nil {
			return
		}
		_, list = brand.Read(fstest.MapFS{"_brand.yml": {Data: text}}, "_brand.yml")
		for _, d := range list {
			if d.Severity == diag.Error && d.Rule != "missing-file" && d.Rule != "bad-path" && d.Rule != "unknown-family" && d.Rule != "bad-value" {
				t.Errorf("%v\n%s", d, text)
			}
		}
	})
}

// Groups that take each other over grow twofold with each level, and so are
// bounded.
func TestGroupsAreBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{"$type": "color"`)
	for i := range 40 {
		next := string(rune('A' + i%26))
		if i >= 26 {
			next = strings.ToLower(next)
		}
		after := "end"
		if i < 39 {
			after = string(rune('A' + (i+1)%26))
			if i+1 >= 26 {
				after = strings.ToLower(after)
			}
		}
		b.WriteString(`, "` + next + `": {"x": {"$extends": "{` + after + `}"}, "y": {"$extends": "{` + after + `}"}}`)
	}
	b.WriteString(`, "end": {"c": {"$value": "#123456"}}}`)
	_, list := Import(fstest.MapFS{"t.json": {Data: []byte(b.String())}}, "t.json")
	if !strings.Contains(list.Error(), "[too-large]") {
		t.Errorf("%d problems", len(list))
	}
}
