package pdfwriter

import "slices"

// SetFillPattern fills with a form that is laid side by side over the plane (tiling patterns, ISO 32000-1, 8.7.3);
// SetFill ends that. m leads from the form's coordinates to those of the path to be painted. Like a shading it reports
// false, and sets nothing, if the form would come out too small or too large to be written.
func (c *Content) SetFillPattern(form *XObject, m Matrix) bool {
	if !c.setTiles(form, m, "cs", "scn") {
		return false
	}
	c.state.fillShaded = true
	return true
}

// SetStrokePattern is like SetFillPattern, for strokes.
func (c *Content) SetStrokePattern(form *XObject, m Matrix) bool {
	if !c.setTiles(form, m, "CS", "SCN") {
		return false
	}
	c.state.strokeShaded = true
	return true
}

func (c *Content) setTiles(form *XObject, m Matrix, space, set string) bool {
	if !c.ours(form) {
		return false
	}
	// From the form, in which y grows upward, to the page or form as a whole, whatever was transformed since.
	up := Matrix{A: 1, D: -1, F: form.height}.then(m).then(Matrix{A: 1, D: -1, F: c.height}).then(c.state.ctm)
	if !up.writable() {
		return false
	}
	c.touch()
	o := new(object).key("Type").name("Pattern").key("PatternType").int(1).key("PaintType").int(1).key("TilingType").int(1)
	o.key("XStep").num(form.width).key("YStep").num(form.height).key("Matrix").raw("[" + up.text() + "]")
	c.setPattern(shade{dict: string(o.b), form: form}, space, set)
	return true
}

// SetMask lets all that is painted until Restore show as far as the form is light, in greys: nothing where it is black
// or has nothing, all where it is white (soft masks of luminosity, ISO 32000-1, 11.6.5.3). The form lies at the top left
// corner of the content, in its size.
func (c *Content) SetMask(form *XObject) {
	if !c.ours(form) {
		return
	}
	c.touch()
	o := new(object).key("Type").name("XObject").key("Subtype").name("Form").key("Group").raw("<</S /Transparency /I true /CS /DeviceGray>>")
	o.key("Matrix").nums(1, 0, 0, 1, 0, c.height-form.height)
	c.setMask(shade{mask: true, dict: string(o.b), form: form})
}

// BlendMode is how something is mixed with what lies under it (ISO 32000-1, 11.3.5).
type BlendMode string

// The separable modes of ISO 32000-1, table 136.
const (
	Multiply   BlendMode = "Multiply"
	Screen     BlendMode = "Screen"
	Overlay    BlendMode = "Overlay"
	Darken     BlendMode = "Darken"
	Lighten    BlendMode = "Lighten"
	ColorDodge BlendMode = "ColorDodge"
	ColorBurn  BlendMode = "ColorBurn"
	HardLight  BlendMode = "HardLight"
	SoftLight  BlendMode = "SoftLight"
	Difference BlendMode = "Difference"
	Exclusion  BlendMode = "Exclusion"
)

// SetBlend mixes all that is painted until Restore with what lies under it: in a group, with what is in the group.
func (c *Content) SetBlend(mode BlendMode) {
	c.touch()
	if !slices.Contains(c.blends, mode) {
		c.blends = append(c.blends, mode)
	}
	c.buf = append(append(append(c.buf, "/B"...), mode...), " gs\n"...)
}

// ours reports whether a form can be used in the content.
func (c *Content) ours(form *XObject) bool {
	if form == nil || form.doc != c.doc || form.form == nil {
		c.bad = "a form is not of this document"
		return false
	}
	return true
}

// setForm writes the content of a form as a stream with the entries of o.
func (a *assembly) setForm(r ref, x *XObject, o *object) {
	var res resources
	content := res.append(nil, x.form, new(sequence))
	o.key("BBox").nums(0, 0, x.width, x.height)
	a.setStream(r, o.key("Resources").raw(string(a.resources(&res).b)), content)
}
