package docx

import (
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/layouts"
)

// What a writer chooses from the gallery fits where the text stands: in its column,
// used there or not.
func TestStylesOfTheTextStandInItsColumn(t *testing.T) {
	for _, layout := range layouts.Names() {
		b := newBuilder(Format{}, example(t, "launch", layout))
		if err := b.writeBody(); err != nil {
			t.Fatal(err)
		}
		text := b.sheet.style(paragraphID(doc.RoleBody))
		for _, id := range []string{"ListBullet", "ListBullet2", "ListNumber", "ListNumber3", "ListContinue", "BlockText", "Code", "Caption", "Figure", "Heading2", "Heading3", "EndMark", "Divider"} {
			s := b.sheet.style(id)
			if s.start != text.start || s.end != text.end && id != divider {
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
