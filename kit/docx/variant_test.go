package docx

import (
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/layouts"
)

// An introduction that is put into a kit without one stands in the column of the text.
func TestStylesOutOfUseStandInTheText(t *testing.T) {
	format := Format{Cache: NewCache()}
	for _, layout := range layouts.Names() {
		b := newBuilder(format, example(t, "launch", layout))
		if err := b.writeBody(); err != nil {
			t.Fatal(err)
		}
		used := map[string]bool{}
		for _, p := range b.paragraphs {
			for id := p.style; id != ""; id = b.sheet.style(id).basedOn {
				used[id] = true
			}
		}
		text := b.sheet.style(paragraphID(doc.RoleBody))
		for _, id := range append(unlessPlaced, amongText...) {
			s := b.sheet.style(id)
			if !used[id] && (s.start != text.start || s.end != text.end) {
				t.Errorf("%s: %s stands at %.1f and %.1f, the text at %.1f and %.1f", layout, id, s.start, s.end, text.start, text.end)
			}
		}
	}
}

// Word's list has what a writer chooses. What a place asks for stays out of it, even
// where it is used.
func TestStylesOfPlacesAreHidden(t *testing.T) {
	parts := render(t, Format{}, example(t, "launch", "feature"))
	for id, want := range map[string]string{
		"BodyTextIndented": "", "Heading1Beside": "", "Heading2": "",
		"ContactLine": "<w:semiHidden/>", "FigureInTable": "<w:semiHidden/>",
		"ListBullet3": "<w:semiHidden/><w:unhideWhenUsed/>",
	} {
		s := styleOf(t, parts, id)
		if got := strings.Contains(s, "<w:semiHidden/>"); got != (want != "") || strings.Contains(s, "unhideWhenUsed") != strings.Contains(want, "unhide") {
			t.Errorf("%s: %s", id, s)
		}
	}
}
