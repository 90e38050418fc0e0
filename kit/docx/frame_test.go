package docx

import (
	"regexp"
	"testing"

	"github.com/presskit-go/presskit/layouts"
)

// Word takes the frame of a style as it takes that of a paragraph, and LibreOffice
// does not: only paragraphs that are in a frame of their own may have such a style.
func TestOnlyFramedParagraphsHaveFramedStyles(t *testing.T) {
	every := kits(t)
	format := Format{Cache: NewCache(), Fonts: FontsNone}
	for _, layout := range layouts.Names() {
		every[layout] = render(t, format, example(t, "launch", layout))
	}
	style := regexp.MustCompile(`(?s)<w:style [^>]*w:styleId="([^"]*)".*?</w:style>`)
	basedOn := regexp.MustCompile(`<w:basedOn w:val="([^"]*)"/>`)
	own := regexp.MustCompile(`<w:p><w:pPr><w:pStyle w:val="([^"]*)"/>(<w:framePr )?`)
	for kit, parts := range every {
		framed, base := map[string]bool{}, map[string]string{}
		for _, m := range style.FindAllStringSubmatch(parts["word/styles.xml"], -1) {
			framed[m[1]] = regexp.MustCompile(`<w:framePr `).MatchString(m[0])
			if b := basedOn.FindStringSubmatch(m[0]); b != nil {
				base[m[1]] = b[1]
			}
		}
		for name, data := range textParts(parts) {
			for _, m := range own.FindAllStringSubmatch(data, -1) {
				for id := m[1]; id != "" && m[2] == ""; id = base[id] {
					if framed[id] {
						t.Errorf("%s, %s: a paragraph of the style %s is in a frame in Word", kit, name, m[1])
					}
				}
			}
		}
	}
}
