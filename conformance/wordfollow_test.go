//go:build conformance

package conformance

import (
	"bytes"
	"fmt"
	"image/png"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const themePart = "word/theme/theme1.xml"

// What a document is changed to.
const (
	otherFont  = "Liberation Serif"
	otherColor = "00A04A"
	larger     = 1.5 // times the size of a title
)

// TestWordFollows changes a document in three places, as one does in Word: the font of
// its theme for running text, the first accent of its theme, and the size of the style
// of its title. LibreOffice must show all three wherever they are used, since nothing
// has a font, a size or a colour of its own.
//
// LibreOffice 7.4 reads the fonts of a theme, but of its colours the values that stand
// beside them, which Word writes anew when a theme is changed: so does this test.
func TestWordFollows(t *testing.T) {
	files := wordFiles(t)
	i := slices.IndexFunc(files, func(f wordFile) bool { return f.name == "launch-feature-A4" })
	if i < 0 {
		t.Fatal("there is no such file")
	}
	all := parts(t, files[i].docx)
	replaced := func(part, pattern, by string) {
		data := regexp.MustCompile(pattern).ReplaceAllString(all[part], by)
		if data == all[part] {
			t.Fatalf("%s has no %s", part, pattern)
		}
		all[part] = data
	}
	font := regexp.MustCompile(`<a:minorFont><a:latin typeface="([^"]*)"`).FindStringSubmatch(all[themePart])[1]
	replaced(themePart, `(<a:minorFont><a:latin typeface=)"[^"]*"`, `$1"`+otherFont+`"`)
	replaced(themePart, `(<a:accent1><a:srgbClr val=)"[^"]*"`, `$1"`+otherColor+`"`)
	for name := range all {
		if beside := `"[0-9A-F]{6}"( w:theme(?:Color|Fill)="accent1")`; strings.HasPrefix(name, "word/") && regexp.MustCompile(beside).MatchString(all[name]) {
			replaced(name, beside, `"`+otherColor+`"$1`)
		}
	}
	const title = `(?s)(w:styleId="Title".*?)<w:sz w:val="(\d+)"/>`
	replaced(stylesPart, title, `$1<w:sz w:val="`+enlarged(t, regexp.MustCompile(title).FindStringSubmatch(all[stylesPart])[2])+`"/>`)

	folder := t.TempDir()
	changed := filepath.Join(folder, "changed.docx")
	pack(t, changed, all)
	run(t, "soffice", "-env:UserInstallation=file://"+filepath.Join(folder, "profile"), "--headless", "--convert-to", "pdf", "--outdir", folder, files[i].docx, changed)
	before, after := filepath.Join(folder, "launch-feature-A4.pdf"), filepath.Join(folder, "changed.pdf")

	flat := func(s string) string { return strings.ReplaceAll(s, " ", "") }
	for _, f := range []struct {
		file, font string
		want       bool
	}{{before, font, true}, {before, otherFont, false}, {after, font, false}, {after, otherFont, true}} {
		if got := strings.Contains(run(t, "pdffonts", f.file), flat(f.font)); got != f.want {
			t.Errorf("%s has the font %s: %v", filepath.Base(f.file), f.font, got)
		}
	}
	words := strings.Fields(files[i].doc.Meta.Title)
	last := words[len(words)-1]
	if was, is := highest(t, before, last), highest(t, after, last); was == 0 || is < (larger-0.05)*was {
		t.Errorf("the title has words of %.1f points, and of %.1f once its style is larger", was, is)
	}
	if was, is := pixels(t, before), pixels(t, after); was > 0 || is < 500 {
		t.Errorf("%d pixels have the other colour, and %d once the theme has it", was, is)
	}
}

// enlarged is a size in half points that is so much larger.
func enlarged(t *testing.T, size string) string {
	t.Helper()
	n, err := strconv.Atoi(size)
	if err != nil {
		t.Fatal(err)
	}
	return strconv.Itoa(int(larger * float64(n)))
}

// highest is the greatest height in which a word stands on a first page.
func highest(t *testing.T, file, word string) (most float64) {
	t.Helper()
	for _, w := range readPages(t, file)[0].Words {
		if w.Text == word {
			most = max(most, w.Bottom-w.Top)
		}
	}
	return most
}

// pixels is how many pixels of a first page have the other colour.
func pixels(t *testing.T, file string) (n int) {
	t.Helper()
	page, err := png.Decode(bytes.NewReader([]byte(run(t, "pdftoppm", "-r", "96", "-l", "1", "-png", file))))
	if err != nil {
		t.Fatal(err)
	}
	for y := page.Bounds().Min.Y; y < page.Bounds().Max.Y; y++ {
		for x := page.Bounds().Min.X; x < page.Bounds().Max.X; x++ {
			if r, g, b, _ := page.At(x, y).RGBA(); fmt.Sprintf("%02X%02X%02X", r>>8, g>>8, b>>8) == otherColor {
				n++
			}
		}
	}
	return n
}
