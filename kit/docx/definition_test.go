package docx

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/diag"
)

// tinySVG is a drawing.
const tinySVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 5"><path d="M0 0h9v5z"/></svg>`

var tinyJPEG = func() []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 2)), nil); err != nil {
		panic(err)
	}
	return b.Bytes()
}()

// folder holds definitions by name, and a small picture under every name of one.
type folder map[string]string

func (f folder) Open(name string) (fs.File, error) {
	data := []byte(f[name])
	if len(data) == 0 {
		data = map[string][]byte{".png": tinyPNG, ".svg": []byte(tinySVG), ".jpg": tinyJPEG}[path.Ext(name)]
	}
	if data == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return fstest.MapFS{name: {Data: data}}.Open(name)
}

// definitions are valid ones: the examples, and those of the conformance tests.
func definitions(t testing.TB) (all []string) {
	t.Helper()
	for _, name := range []string{"examples/made", "examples/launch", "conformance/testdata/every", "conformance/testdata/arabic"} {
		data, err := os.ReadFile(path.Join("../..", name, "release.yaml"))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, strings.ReplaceAll(string(data), "path: media/", "path: "))
	}
	return all
}

// texts are bodies of a release in a language, and what stands elsewhere.
func texts() [][3]string {
	return [][3]string{
		{"de", "Text\n\n## a\n\n1. b\n   - c\n\n| d | e |\n|---|:-:|\n| [f](https://example.org/g) | `h` |\n\n> i\n", "```\nj\n\tk\n```\n"},
		{"ar", "{{stat: s}} *a* **b** [c](https://example.org/?a=1&b=%20) [مد]{lang=en}\\\n<a@example.org>\n\n{{figure: m}}\n\n{{quote: q}}\n\n{{statistics}}\n", "f"},
		{"it", "- a\n\n  b\n\n  3. c\n\n- - -\n\n## e &amp; &#xa0; \u00ad\n\nf\n### g\n", "> - h\n>\n> | i |\n> |---|\n> | j |\n"},
	}
}

// withTexts is a definition of which the texts alone are open.
func withTexts(t testing.TB, lang, body, elsewhere string) folder {
	t.Helper()
	definition, err := json.Marshal(map[string]any{
		"language": lang, "headline": "A", "lede": "B", "body": body, "backgrounder": elsewhere,
		"faq":        []any{map[string]any{"question": "Q", "answer": elsewhere}},
		"quotes":     []any{map[string]any{"id": "q", "text": "C", "attribution": "D", "placement": "block"}},
		"statistics": []any{map[string]any{"id": "s", "value": 1, "label": "E"}},
		"media":      map[string]any{"m": map[string]any{"path": "m.png", "alt": "F"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return folder{"release.json": string(definition)}
}

// checkDefinition finds that a definition, if it is valid, gives a sound package.
// It returns what is wrong with one that is not.
func checkDefinition(t *testing.T, fsys fs.FS, name string) error {
	t.Helper()
	p, err := kit.Open(fsys, name)
	if err != nil {
		return err
	}
	d, list := p.Document(kit.Options{})
	if list.HasErrors() {
		return list.Err()
	}
	parts, err := tryRender(Format{Fonts: FontsNone}, d)
	if err != nil {
		t.Fatal(err)
	}
	if err := checkPackage(parts); err != nil {
		t.Error(err)
	}
	return nil
}

// Fuzzing starts from definitions that are valid.
func TestDefinitions(t *testing.T) {
	for i, text := range definitions(t) {
		if err := checkDefinition(t, folder{"release.yaml": text}, "release.yaml"); err != nil {
			t.Errorf("definition %d: %v", i, err)
		}
	}
	for i, s := range texts() {
		if err := checkDefinition(t, withTexts(t, s[0], s[1], s[2]), "release.json"); err != nil {
			t.Errorf("text %d: %v", i, err)
		}
	}
}

// FuzzDefinition takes definitions to Word files: every one that is valid gives
// a sound package.
func FuzzDefinition(f *testing.F) {
	for _, text := range definitions(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { checkDefinition(t, folder{"release.yaml": text}, "release.yaml") })
}

// FuzzTexts does the same with the texts of a definition, for few other changes
// leave one valid.
func FuzzTexts(f *testing.F) {
	for _, s := range texts() {
		f.Add(s[0], s[1], s[2])
	}
	f.Fuzz(func(t *testing.T, lang, body, elsewhere string) {
		checkDefinition(t, withTexts(t, lang, body, elsewhere), "release.json")
	})
}

// Characters that XML cannot hold never come as far as a Word file: they are
// problems of the definition and of the brand, placed where they are written.
func TestForbiddenCharactersHaveTheirPlace(t *testing.T) {
	definition := func(in [5]string) string {
		return fmt.Sprintf(`language: en
headline: "A%s"
body: "B%s"
quotes: [{id: q, text: "Q%s", attribution: Ada, placement: block}]
media: {m: {path: m.svg, alt: "M%s", role: gallery}}
links: [{label: "L%s", url: "https://example.org/"}]
`, in[0], in[1], in[2], in[3], in[4])
	}
	if err := checkDefinition(t, folder{"release.yaml": definition([5]string{})}, "release.yaml"); err != nil {
		t.Errorf("without such characters: %v", err)
	}
	for _, char := range []string{`\0`, `\x08`, `\uFFFE`} {
		for i := range 5 {
			var in [5]string
			in[i] = char
			checkForbidden(t, folder{"release.yaml": definition(in)}, "release.yaml", i+2)
		}
		brand := "color: {}\nmeta: {name: \"B" + char + "\"}\n"
		checkForbidden(t, folder{"release.yaml": definition([5]string{}), "_brand.yml": brand}, "_brand.yml", 2)
	}
}

// checkForbidden finds a forbidden character reported in a line of a file.
func checkForbidden(t *testing.T, fsys fs.FS, file string, line int) {
	t.Helper()
	_, err := kit.Open(fsys, "release.yaml")
	var list diag.List
	if !errors.As(err, &list) || len(list) == 0 {
		t.Errorf("%s:%d: no problem: %v", file, line, err)
		return
	}
	if d := list[0]; d.Rule != "forbidden-character" || d.Kind != diag.Invalid || d.Span.Name() != file || d.Span.Position().Line != line {
		t.Errorf("want %s:%d: forbidden-character, have %v", file, line, err)
	}
}
