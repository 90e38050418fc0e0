package picture

import (
	"math"
	"strings"
)

// ink is the value of fill or stroke before references are followed.
type ink struct {
	color    tone
	current  bool   // currentColor
	ref      string // id of a gradient or pattern; color is the fallback then
	fallback bool
	context  string // context-fill or context-stroke
}

// style holds the properties that drawing needs. Up to strokeFirst they are
// inherited.
type style struct {
	color         tone
	fill, stroke  ink
	fillOpacity   float64
	strokeOpacity float64
	width         string // of the stroke; a percentage needs the viewport
	cap           Cap
	join          Join
	miter         float64
	dash          string
	dashOffset    string
	evenOdd       bool
	clipEvenOdd   bool
	hidden        bool
	marker        [3]string // at the start, in the middle, at the end
	strokeFirst   bool

	opacity     float64
	gone        bool // display: none
	clip        string
	mask        string
	blend       Blend
	maskAlpha   bool // of a mask: its opacity counts, not its luminance
	transform   string
	stop        ink
	stopOpacity float64
	fixedStroke bool
}

// initial is the style around the root (SVG 2, appendix D.1).
func initial() style {
	s := style{
		color: black, fill: ink{color: black}, stroke: ink{color: transparent},
		fillOpacity: 1, strokeOpacity: 1, width: "1", miter: 4,
	}
	return s.inherited()
}

// inherited gives what a child starts from.
func (s style) inherited() style {
	s.opacity, s.gone, s.clip, s.mask, s.blend, s.maskAlpha, s.transform = 1, false, "", "", "", false, ""
	s.stop, s.stopOpacity, s.fixedStroke = ink{color: black}, 1, false
	return s
}

// around gives the style of what an element stands in, for those that are drawn
// where they are referred to.
func (t *tree) around(n *node) (style, error) {
	if n.parent == nil {
		return initial(), nil
	}
	s, err := t.around(n.parent)
	if err != nil {
		return s, err
	}
	return t.style(n.parent, s)
}

// set reports whether a property refers to something.
func set(v string) bool { return v != "" && v != "none" }

// style computes an element's style: presentation attributes, then style
// sheets, then the style attribute, each overruling the one before.
func (t *tree) style(n *node, parent style) (style, error) {
	s := parent.inherited()
	if t.steps += len(n.attrs) + len(t.rules); t.steps > maxSteps {
		return s, svgError(n, tooLarge("save it with presentation attributes", "the SVG has too intricate styles"))
	}
	var id, classes string
	var inline []declaration
	for _, a := range n.attrs {
		if a.Name.Space != "" {
			continue
		}
		switch a.Name.Local {
		case "id":
			id = a.Value
		case "class":
			classes = a.Value
		case "style":
			inline = parseDeclarations(stripComments(a.Value))
		case "transform", "gradientTransform", "patternTransform":
			s.transform = a.Value
		default:
			if err := s.set(n, declaration{a.Name.Local, strings.TrimSpace(a.Value)}); err != nil {
				return s, err
			}
		}
	}
	if len(t.rules) > 0 {
		names := strings.Fields(classes)
		for i := range t.rules {
			if !t.rules[i].matches(n, id, names) {
				continue
			}
			t.steps += len(t.rules[i].declarations)
			for _, d := range t.rules[i].declarations {
				if err := s.set(n, d); err != nil {
					return s, err
				}
			}
		}
	}
	for _, d := range inline {
		if err := s.set(n, d); err != nil {
			return s, err
		}
	}
	return s, nil
}

// set applies one declaration. Properties that say nothing about static paths
// are ignored; those that would need more than paths are refused.
func (s *style) set(n *node, d declaration) error {
	ok := true
	v := d.value
	if v == "inherit" || v == "" {
		return nil
	}
	if strings.Contains(v, "var(") {
		return svgError(n, unsupported("write the value out", "<%s> uses a variable for %s", n.name, d.property))
	}
	switch d.property {
	case "color":
		s.color, ok = parseColor(v)
	case "fill":
		if n.name != "animate" {
			s.fill, ok = parseInk(v)
		}
	case "stroke":
		s.stroke, ok = parseInk(v)
	case "stop-color":
		s.stop, ok = parseInk(v)
	case "fill-opacity":
		s.fillOpacity, ok = parseOpacity(v)
	case "stroke-opacity":
		s.strokeOpacity, ok = parseOpacity(v)
	case "stop-opacity":
		s.stopOpacity, ok = parseOpacity(v)
	case "opacity":
		s.opacity, ok = parseOpacity(v)
	case "stroke-width":
		var w float64
		w, ok = parseLength(v, 1)
		s.width, ok = v, ok && w >= 0
	case "stroke-dasharray":
		s.dash = v
	case "stroke-dashoffset":
		s.dashOffset = v
	case "stroke-miterlimit":
		c := scanner{s: v}
		s.miter, ok = c.number()
		ok = ok && c.done() && s.miter >= 1
	case "stroke-linecap":
		s.cap, ok = map[string]Cap{"butt": ButtCap, "round": RoundCap, "square": SquareCap}[v], v == "butt" || v == "round" || v == "square"
	case "stroke-linejoin":
		switch v {
		case "miter", "miter-clip", "arcs":
			s.join = MiterJoin
		case "round":
			s.join = RoundJoin
		case "bevel":
			s.join = BevelJoin
		default:
			ok = false
		}
	case "fill-rule":
		s.evenOdd, ok = v == "evenodd", v == "evenodd" || v == "nonzero"
	case "clip-rule":
		s.clipEvenOdd, ok = v == "evenodd", v == "evenodd" || v == "nonzero"
	case "visibility":
		s.hidden = v != "visible"
	case "display":
		s.gone = v == "none"
	case "paint-order":
		s.strokeFirst = strings.HasPrefix(v, "stroke") || strings.HasPrefix(v, "markers stroke")
	case "vector-effect":
		s.fixedStroke, ok = v == "non-scaling-stroke", v == "non-scaling-stroke" || v == "none"
	case "transform":
		s.transform = v
	case "clip-path":
		s.clip = v
	case "mask":
		s.mask = v
	case "mask-type":
		s.maskAlpha = v == "alpha"
	case "marker":
		s.marker = [3]string{v, v, v}
	case "marker-start":
		s.marker[0] = v
	case "marker-mid":
		s.marker[1] = v
	case "marker-end":
		s.marker[2] = v
	case "filter":
		if v != "none" {
			return svgError(n, unsupported("flatten it in the drawing program, or export the picture as PNG", "<%s> has a filter, which makes pixels", n.name))
		}
	case "mix-blend-mode":
		if s.blend = Blend(v); v == "normal" {
			s.blend = ""
		} else if blends[s.blend] == nil {
			return svgError(n, unsupported("flatten it in the drawing program", "<%s> is blended by %q with what lies under it", n.name, shortened(v, 40)))
		}
	}
	if !ok {
		return svgError(n, corrupt("<%s> has the %s %q, which makes no sense", n.name, d.property, shortened(v, 40)))
	}
	return nil
}

// parseInk reads the value of fill or stroke: a colour, or a reference with an
// optional fallback.
func parseInk(v string) (ink, bool) {
	if strings.HasPrefix(v, "url(") {
		ref, rest, ok := parseURL(v)
		if !ok {
			return ink{}, false
		}
		i := ink{ref: ref}
		if rest != "" {
			back, ok := parseInk(rest)
			if !ok || back.ref != "" {
				return ink{}, false
			}
			i.color, i.current, i.fallback = back.color, back.current, true
		}
		return i, true
	}
	switch strings.ToLower(v) {
	case "none":
		return ink{color: transparent}, true
	case "currentcolor":
		return ink{current: true}, true
	case "context-fill", "context-stroke":
		return ink{context: v, color: transparent}, true
	}
	c, ok := parseColor(v)
	return ink{color: c}, ok
}

// parseURL reads url(#id) and gives the id and what follows.
func parseURL(v string) (id, rest string, ok bool) {
	v, found := strings.CutPrefix(v, "url(")
	end := strings.IndexByte(v, ')')
	if !found || end < 0 {
		return "", "", false
	}
	id = strings.Trim(strings.TrimSpace(v[:end]), `"'`)
	id, found = strings.CutPrefix(id, "#")
	return id, strings.TrimSpace(v[end+1:]), found && id != ""
}

// dashes computes the dash pattern in user units; nil means a solid line.
func (s *style) dashes(n *node, view rect) (pattern []float64, offset float64, err error) {
	if s.dash == "" || s.dash == "none" {
		return nil, 0, nil
	}
	wrong := func() ([]float64, float64, error) {
		return nil, 0, svgError(n, corrupt("<%s> has the dashes %q, which make no sense", n.name, shortened(s.dash, 40)))
	}
	sum := 0.0
	for _, f := range strings.FieldsFunc(s.dash, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' || r == '\n' || r == '\r' }) {
		v, ok := parseLength(f, view.diagonal())
		if !ok || v < 0 || len(pattern) == 64 {
			return wrong()
		}
		pattern = append(pattern, v)
		sum += v
	}
	if s.dashOffset != "" {
		var ok bool
		if offset, ok = parseLength(s.dashOffset, view.diagonal()); !ok {
			return wrong()
		}
	}
	if sum <= 0 {
		return nil, 0, nil
	}
	if len(pattern)%2 == 1 {
		pattern = append(pattern, pattern...)
		sum *= 2
	}
	// PDF wants the offset to be positive.
	offset = math.Mod(offset, sum)
	if offset < 0 {
		offset += sum
	}
	return pattern, offset, nil
}

// diagonal is what percentages of neither width nor height refer to
// (SVG 2, 8.9).
func (r rect) diagonal() float64 { return math.Sqrt((r.w*r.w + r.h*r.h) / 2) }
