package doc

import "cmp"

// Decoration is CSS's text-decoration: lines at words, and how they are drawn. The
// zero value is none.
type Decoration struct {
	Underline, Overline, LineThrough bool
	Line                             string // solid, double, dotted, dashed or wavy; "" is solid
}

// Mark is how words inside a text are set off: links and code. Zero fields are
// those of the text around them.
type Mark struct {
	Code          bool // in the theme's family of code
	Weight        int
	Scale         float64 // of the size around; 0 is 1
	Color, Ground ColorName
	Decoration    Decoration
}

// Mark gives what sets a run off from the text around it. A link over code has what
// it does not say itself from that.
func (d *Document) Mark(r Run) Mark {
	var m Mark
	if r.Code {
		m = d.Code
	}
	if r.Link == "" {
		return m
	}
	over := cmp.Or(d.Links, Mark{Color: Link, Decoration: Decoration{Underline: true}})
	m.Weight = cmp.Or(over.Weight, m.Weight)
	m.Color, m.Ground = cmp.Or(over.Color, m.Color), cmp.Or(over.Ground, m.Ground)
	m.Decoration = cmp.Or(over.Decoration, m.Decoration)
	return m
}

// On is a style with a mark in it.
func (m Mark) On(s Style) Style {
	if m.Code {
		s.Family = CodeFamily
	}
	s.Weight = cmp.Or(m.Weight, s.Weight)
	s.Size *= cmp.Or(m.Scale, 1)
	s.Color, s.Ground = cmp.Or(m.Color, s.Color), cmp.Or(m.Ground, s.Ground)
	s.Decoration = cmp.Or(m.Decoration, s.Decoration)
	return s
}
