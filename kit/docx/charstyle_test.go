package docx

import (
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// TestCharacterStylesLeaveTheRest holds that a character style says nothing that the
// paragraph's style says as well, so that it follows a change of that, and that marks
// have the size of whatever quotation they open.
func TestCharacterStylesLeaveTheRest(t *testing.T) {
	d := specimen(t)
	for _, role := range []doc.Role{doc.RoleQuote, doc.RoleQuoteWide} {
		if d.Style(role).Size == 0 {
			t.Fatalf("%s has no size", role)
		}
	}
	b := newBuilder(Format{}, d)
	for _, host := range []doc.Role{doc.RoleQuote, doc.RoleQuoteWide, doc.RoleQuoteSide} {
		if st := b.sheet.character(doc.RoleMark, host, nil); st.size != 0 || st.name != "Quotation Mark" {
			t.Errorf("the mark in %s is %q, of %.1f points", host, st.name, st.size)
		}
	}
	unit := b.sheet.character(doc.RoleUnit, doc.RoleStatValue, nil)
	if unit.size == 0 {
		t.Errorf("a unit is of %.1f points, want its own size", unit.size)
	}
	large := *b.sheet.style(paragraphID(doc.RoleStatValue))
	large.id, large.name = "StatValueLarge", "Stat Value Large"
	large.look.Size *= 2
	if other := b.sheet.character(doc.RoleUnit, doc.RoleStatValue, &large); other == unit || !strings.Contains(other.name, " in ") {
		t.Errorf("a unit of a larger value is %q", other.name)
	}
}

// Code has no spelling, and only East Asian kits claim what is East Asian.
func TestProofing(t *testing.T) {
	for lang, want := range map[string]string{"en-GB": "", "ja": ` w:eastAsia="ja-JP"`} {
		d := specimen(t)
		d.Lang = lang
		parts := render(t, Format{}, d)
		styles := parts["word/styles.xml"]
		if got := strings.Contains(styles, "<w:lang w:val=\""+proofingLanguage(lang)+"\""+want+" w:bidi="); !got {
			t.Errorf("%s: another language of the defaults", lang)
		}
		for _, id := range []string{"Code", codeInline} {
			if !strings.Contains(styleOf(t, parts, id), `<w:noProof w:val="true"/>`) {
				t.Errorf("%s: words of %s are checked", lang, id)
			}
		}
	}
}
