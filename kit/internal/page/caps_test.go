package page

import (
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/canvas"
)

// What is shown in capitals is read as it was written, wherever its lines break.
func TestCapitals(t *testing.T) {
	for _, test := range []struct{ lang, text, shown string }{
		{"en", "At a glance", "AT A GLANCE"},
		{"it", "Comunicato stampa: l’archivio è aperto", "COMUNICATO STAMPA: L’ARCHIVIO È APERTO"},
		{"de", "Große Straße, heißer Tag", "GROSSE STRASSE, HEISSER TAG"},
		{"el", "Η Άνοιξη και ο Ήλιος", "Η ΑΝΟΙΞΗ ΚΑΙ Ο ΗΛΙΟΣ"},
		{"tr", "İstanbul’da ışık", "İSTANBUL’DA IŞIK"},
		{"en", "ALREADY", "ALREADY"},
		{"en", "co\u00adopera\u00adtion of the ﬁrst", "CO\u00adOPERA\u00adTION OF THE FIRST"},
	} {
		d := specimen(t)
		d.Lang = test.lang
		b, err := newBuilder(t.Context(), d, NewCache())
		if err != nil {
			t.Fatal(err)
		}
		if shown, _ := b.capitals(test.text); shown != test.shown {
			t.Errorf("%s: %q is shown as %q, want %q", test.lang, test.text, shown, test.shown)
		}
		st := d.Style(doc.RoleBody)
		st.Caps = true
		for _, width := range []doc.Pt{20, 60, 500} {
			p := b.paragraph(doc.T(test.text), st, width, canvas.Ground, setOptions{})
			if got, want := p.text(), shown(test.text); shown(got) != want {
				t.Errorf("%s, %.0f pt wide: %q is read as %q", test.lang, width, want, got)
			}
		}
	}
}

// text is what the glyphs of a paragraph stand for.
func (p *paragraph) text() string {
	var s strings.Builder
	for _, l := range p.lines {
		for _, r := range l.Runs {
			for _, g := range r.Glyphs {
				s.WriteString(g.Text)
			}
		}
	}
	return s.String()
}
