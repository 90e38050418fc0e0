package docx

import "github.com/presskit-go/presskit/kit/doc"

// toggle is what a character style says of bold and italic. They are toggles:
// together with those of the paragraph's style they cancel out.
type toggle struct{ bold, italic bool }

// character gives the style of a run role inside a paragraph of a block role,
// which is in the style in, or in that of the role if nil; it is made when it is
// first needed.
func (s *sheet) character(r, host doc.Role, in *style) *style {
	look := s.d.Style(r)
	name, ok := runNames[r]
	if !ok {
		panic("docx: no character style for role " + string(r))
	}
	if in == nil {
		in = s.style(paragraphID(host))
	}
	key := characterKey{r, in.id}
	if st, ok := s.characters[key]; ok {
		return st
	}
	size := look.Size
	if look.Scale > 0 && size == 0 {
		size = look.Scale * in.look.Size
	}
	// What the text around has too is left to it, so that it follows a change of that.
	if size == in.look.Size && look.Tracking == in.look.Tracking {
		size = 0
	}
	font := s.font(look)
	if r == doc.RoleSoft {
		// Secondary words are so in any family.
		font, look = wordFont{}, doc.Style{Color: look.Color, Family: in.look.Family}
	}
	wantItalic := font.italic || in.font.italic && look.Family == in.look.Family
	toggles := toggle{font.bold != in.font.bold, wantItalic != in.font.italic}
	if font.name == in.font.name && font.theme == in.font.theme {
		font = wordFont{}
	}
	// The plain name is that of the first; what differs is named after its host, or the
	// host's style.
	var st *style
	for _, at := range [...]string{"", " in " + shownName(roleNames[host].name), " in " + shownName(in.name)} {
		name = runNames[r] + at
		if st, ok = s.byID[styleID(name)]; !ok || st.size == size && st.toggle == toggles && st.font == font {
			break
		}
	}
	if !ok {
		st = s.add(&style{name: name, kind: characterStyle, priority: 70, look: look, font: font, size: size, toggle: toggles})
		if name == runNames[doc.RoleDateline] {
			st.priority, st.quick = 37, true
		}
	}
	s.characters[key] = st
	return st
}

// marked gives the style of a link, of code, or of code that is a link, inside a
// paragraph of a block role. Where what they take from the text around is not that
// of running text, the name of the paragraph's style is put after its name.
func (s *sheet) marked(r doc.Run, host doc.Role, in *style) *style {
	st := s.mark(r, in)
	for _, suffix := range [...]string{"", " in " + shownName(roleNames[host].name), " in " + shownName(in.name)} {
		named := *st
		if suffix != "" {
			named.id, named.name, named.builtin = "", st.name+suffix, false
		}
		id := named.id
		if id == "" {
			id = styleID(named.name)
		}
		switch there, ok := s.byID[id]; {
		case !ok:
			return s.add(&named)
		case there.font == st.font && there.size == st.size && there.toggle == st.toggle:
			return there
		}
	}
	panic("docx: two styles of marks in " + in.id)
}

// mark is the style of a run's mark in a paragraph of a style.
func (s *sheet) mark(r doc.Run, in *style) *style {
	m := s.d.Mark(r)
	st := &style{id: hyperlink, name: "Hyperlink", builtin: true, kind: characterStyle, priority: 99}
	switch {
	case r.Code && r.Link != "":
		st.id, st.name, st.builtin = "", "Hyperlink Code", false
	case r.Code:
		st.id, st.name = codeInline, "HTML Code"
	}
	st.noProof = r.Code
	st.look = doc.Style{Color: m.Color, Ground: m.Ground, Decoration: m.Decoration}
	switch look := m.On(in.look); {
	case r.Code && !m.Code:
		st.font = wordFont{name: monospaced}
	case m.Code || m.Weight > 0:
		st.font = s.font(look)
		st.toggle = toggle{st.font.bold != in.font.bold, st.font.italic != in.font.italic}
	}
	if m.Scale > 0 {
		st.size = m.Scale * in.look.Size
	}
	return st
}

// sign is the style of signs that the font for complex scripts lacks, in a run of a
// style; "" is that of the paragraph.
func (s *sheet) sign(in string, heading bool) string {
	name, family := "Sign", doc.BaseFamily
	if in != "" {
		name = s.style(in).name + " Sign"
	}
	if heading {
		name, family = name+" Heading", doc.HeadingsFamily
	}
	return s.characterVariant(in, name, func(v *style) { v.font = wordFont{latin: true, theme: true, family: family} }).id
}

// characterKey finds the style of a role in a paragraph of a style.
type characterKey struct {
	role doc.Role
	in   string
}

// characterVariant gives the character style of a name that is based on another
// and differs as change says.
func (s *sheet) characterVariant(base, name string, change func(*style)) *style {
	if st, ok := s.byID[styleID(name)]; ok {
		return st
	}
	v := &style{name: name, kind: characterStyle, priority: 70, hidden: true, basedOn: base}
	if base != "" {
		v.priority = s.style(base).priority
	}
	change(v)
	return s.add(v)
}
