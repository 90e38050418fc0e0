package compose

import (
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/language"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/layouts"
)

// Each script has the size and the leading that it needs, on a grid that goes with
// it, and Latin those of the layout.
func TestStylesByScript(t *testing.T) {
	latin := only(t, "language: en\nheadline: H\nbody: b.")
	for name, leading := range map[string]float64{"it": 1, "he": 1, "ru": 1, "ar": 1.375, "fa": 1.375, "ja": 1.125, "zh-Hant": 1.125, "ko": 1.125,
		"hi": 1.125, "bn": 1.125, "ta": 1, "th": 1.125, "ka": 1, "hy": 1} {
		d := only(t, "language: "+name+"\nheadline: H\nbody: b.")
		for role, s := range d.Styles {
			was := latin.Styles[role]
			want := leading
			if role == doc.RoleStatValue || role == doc.RoleStatHighlight { // grow as a whole
				want = map[float64]float64{1: 1, 1.125: 1, 1.375: 1.1}[leading]
			}
			if !near(s.LineHeight, was.LineHeight*want) || len(s.Steps) > 0 && !near(s.Steps[0].LineHeight, was.Steps[0].LineHeight*want) {
				t.Errorf("%s: %s has lines of %g for %g", name, role, s.LineHeight, was.LineHeight)
			}
			if upright := Upright(language.MustParse(name)); upright && (s.Italic || s.Hyphens && !strings.Contains("he ka hy", name)) {
				t.Errorf("%s: %s has italics or hyphens", name, role)
			}
		}
		if d.Page.Baseline != latin.Page.Baseline*leading {
			t.Errorf("%s: the grid is %g", name, d.Page.Baseline)
		}
		if justified := d.Styles[doc.RoleBody].Align == doc.AlignJustify; justified != (name == "ja" || name == "zh-Hant") {
			t.Errorf("%s: justified %v", name, justified)
		}
	}
}

// Where there are no italics, what is emphasised is bold, but for words of other
// languages.
func TestEmphasisWithoutItalics(t *testing.T) {
	const body = "headline: H\nbody: 'a *b* c [*d*]{lang=it}.'"
	for name, want := range map[string][2]bool{"en": {false, true}, "ar": {true, true}, "ja": {true, true}} {
		doc.WalkTexts(only(t, "language: "+name+"\n"+body), func(_ doc.Role, text doc.Text) {
			for _, r := range text {
				switch strings.TrimSpace(r.Text) {
				case "b":
					if r.Strong != want[0] || r.Emph == want[0] {
						t.Errorf("%s: %+v", name, r)
					}
				case "d":
					if r.Emph != want[1] {
						t.Errorf("%s: %+v", name, r)
					}
				}
			}
		})
	}
}

// Lines of the source leave no space between ideographs.
func TestLinesOfIdeographs(t *testing.T) {
	for in, want := range map[string]string{
		"静かな\n  朝":              "静かな朝",
		"朝の。\n  「音」":            "朝の。「音」",
		"音を\n  Nagi\n  と\n  いう": "音を Nagi という",
		"**強い。** 次":             "強い。次",
		"山田 太郎":                 "山田 太郎",
		"우리\n  말":               "우리 말",
		"*静か*\n  な":             "静かな",
	} {
		d := only(t, "language: ja\nheadline: H\nbody: |\n  "+in+"\n")
		found := false
		doc.WalkTexts(d, func(_ doc.Role, text doc.Text) { found = found || text.Plain() == want })
		if !found {
			t.Errorf("%q is not %q: %q", in, want, doc.Texts(d))
		}
	}
}

// Text is justified where it is hyphenated, or has ideographs, which fill their lines.
func TestJustifiedOnlyWithHyphens(t *testing.T) {
	languages := map[string]bool{"de": true, "pt-BR": true, "ja": true, "zh": true, "hr": false, "sk": false, "ar": false, "ko": false, "he": false}
	for _, layout := range []string{"magazine", "classic"} {
		l, list := layouts.Load(layout)
		if l == nil {
			t.Fatal(list)
		}
		for language, want := range languages {
			fsys := fstest.MapFS{"release.yaml": {Data: []byte("language: " + language + "\nheadline: H\nbody: b.")}}
			in := input(t, read(t, fsys), fsys)
			in.Layout = l
			d, _ := Compose(in)
			if got := d.Styles[doc.RoleBody].Align == doc.AlignJustify; got != want {
				t.Errorf("%s, %s: justified %v", layout, language, got)
			}
		}
	}
}
