package docx

import (
	"net/url"
	"strings"

	"github.com/presskit-go/presskit/kit/doc"
)

// runs makes the content of a paragraph of the role host.
func (b *builder) runs(t doc.Text, host doc.Role) []inline {
	return b.runsIn(t, host, b.sheet.style(paragraphID(host)))
}

// runsIn is runs for a paragraph in a variant of the role's style.
func (b *builder) runsIn(t doc.Text, host doc.Role, st *style) []inline {
	out := make([]inline, 0, len(t))
	parts := directions(t, b.d.RTL)
	for i, r := range t {
		var parted []segment
		if parts != nil {
			parted = parts[i]
		}
		if r.Link == "" {
			out = b.pieces(out, r, parted, host, st)
			continue
		}
		content := b.pieces(nil, r, parted, host, st)
		if l := b.link(r.Link); l != nil {
			// Runs of one link become one link.
			if n := len(out); n > 0 {
				if last, ok := out[n-1].(*link); ok && last.relationship == l.relationship && last.anchor == l.anchor {
					last.content = append(last.content, content...)
					continue
				}
			}
			l.content = content
			out = append(out, l)
			continue
		}
		r.Link = ""
		out = b.pieces(out, r, parted, host, st)
	}
	return out
}

// link resolves a target; nil if it leads nowhere.
func (b *builder) link(target string) *link {
	if target[0] == '#' {
		if name, ok := b.targets[target[1:]]; ok {
			return &link{anchor: name}
		}
		return nil
	}
	u, err := url.Parse(b.clean(target))
	if err != nil || u.Scheme == "" {
		return nil
	}
	switch u.Scheme {
	case "http", "https", "mailto", "tel", "ftp":
	default:
		return nil
	}
	return &link{relationship: b.pkg.Link(b.part, officeRel+"hyperlink", u.String())}
}

// pieces formats a run of the document and appends it to out. It is parted where its
// direction changes, if it does, and where its font does.
func (b *builder) pieces(out []inline, r doc.Run, parted []segment, host doc.Role, st *style) []inline {
	f := b.formatting(r, host, st)
	if f.style != "" && !r.Code && isAddress(r.Text) {
		f.style = b.sheet.address(f.style)
	}
	if r.Field != doc.NoField {
		number := field{instruction: "PAGE", cached: b.d.Number(1), format: b.counted(f)}
		if r.Field == doc.FieldPages {
			number.instruction, number.cached = "NUMPAGES", b.d.Number(max(b.total, 1))
		}
		return append(out, &number)
	}
	face := b.faceOf(r, st)
	if parted == nil && r.Text != "" {
		parted = []segment{{r.Text, false}}
	}
	for _, s := range parted {
		text := wideSpaces(b.clean(s.text), face)
		if !s.rtl && plainLatin(text) {
			piece := f
			piece.text = text
			out = append(out, &piece)
			continue
		}
		for _, t := range b.byFont(text, face) {
			piece := f
			piece.text, piece.rtl = t.text, s.rtl
			if s.rtl && piece.lang == "" {
				piece.lang = b.otherScript(t.text)
			}
			if t.font != "" {
				b.setIn(&piece, t.font, face, st.font.italic || f.italic != nil || f.style != "" && b.sheet.style(f.style).toggle.italic)
			}
			if s.rtl && t.font == "" {
				out = append(out, b.signs(piece, face)...)
				continue
			}
			out = append(out, &piece)
		}
	}
	return out
}

// counted is the formatting of a number that Word counts. No format of numbers has the
// digits of Arabic (ISO/IEC 29500-1, 17.18.59): which of them it shows is a setting of
// Word ("Numeral": by context, for one), and by context those of a run from right to
// left.
func (b *builder) counted(r run) run {
	r.rtl = b.d.RTL && b.d.Number(0) != "0"
	return r
}

// narrowSpace is the one that no line may end at.
const narrowSpace = "\u202f"

// wideSpaces writes narrow spaces as wide ones where the face has none: LibreOffice would
// set no space at all.
func wideSpaces(s string, face *wordFace) string {
	if face == nil || face.program == nil || !strings.Contains(s, narrowSpace) || face.sets(narrowSpace) {
		return s
	}
	return strings.ReplaceAll(s, narrowSpace, "\u00a0")
}

// formatting finds the character style of a run and what it leaves to say.
func (b *builder) formatting(r doc.Run, host doc.Role, st *style) (out run) {
	out.code = r.Code
	if r.Lang != "" && r.Lang != b.d.Lang {
		out.lang = proofingLanguage(b.clean(r.Lang))
	}
	// bold and italic are what the styles give; want what is wanted.
	bold, italic := st.font.bold, st.font.italic
	wantBold, wantItalic := bold, italic
	heavy := st.font.weight >= 600
	hasBold, hasItalic := b.fonts.cuts(st.font.name)
	switch {
	case r.Link != "", r.Code && r.Role == "":
		cs := b.sheet.marked(r, host, st)
		out.style = cs.id
		bold, italic = bold != cs.toggle.bold, italic != cs.toggle.italic
		wantBold, wantItalic = bold, italic
		heavy = cs.font.weight >= 600 || cs.font.name == "" && heavy
	case r.Role != "":
		cs := b.sheet.character(r.Role, host, st)
		out.style = cs.id
		bold, italic = bold != cs.toggle.bold, italic != cs.toggle.italic
		wantBold, wantItalic = bold, italic
		if r.Role == doc.RoleLeadIn && st.font.bold && !bold {
			bold = true // said once more: LibreOffice does not let two bold styles cancel out
		}
		heavy = r.Role != doc.RoleSoft && b.d.Style(r.Role).Weight >= 600
	case r.Strong && !heavy:
		out.style = strong
		wantBold, bold = bold || hasBold, bold != b.sheet.style(strong).toggle.bold
	case r.Emph:
		out.style = emphasis
		wantItalic, italic = italic != hasItalic, italic != b.sheet.style(emphasis).toggle.italic
	}
	if r.Strong && !heavy && out.style != strong && hasBold {
		wantBold = true
	}
	if r.Emph && out.style != emphasis && hasItalic {
		wantItalic = !st.font.italic
	}
	if m := b.d.Mark(r); m.Code && r.Role == "" { // which families of code often have upright and regular alone
		look := m.On(st.look)
		if r.Strong {
			look.Weight = max(look.Weight, 700)
		}
		look.Italic = look.Italic != r.Emph
		face := b.sheet.font(look)
		wantBold, wantItalic = face.bold, face.italic
	}
	if bold != wantBold {
		out.bold = &wantBold
	}
	if italic != wantItalic {
		out.italic = &wantItalic
	}
	if r.Code && r.Role != "" && r.Link == "" {
		out.font = b.sheet.mark(r, st).font.name
	}
	return out
}

// plainLatin reports whether a text surely needs no other font: it has letters, all of
// them Latin up to U+017F, and marks of those or of U+2000 to U+203F.
func plainLatin(s string) bool {
	const next, general = "\u0180", "\u2000"
	letters := false
	for i := range len(s) {
		c := s[i]
		letters = letters || c|0x20 >= 'a' && c|0x20 <= 'z'
		if c >= next[0] && (c != general[0] || s[i+1] != general[1]) {
			return false
		}
	}
	return letters
}
