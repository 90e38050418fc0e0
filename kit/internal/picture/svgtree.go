package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"sync"

	"golang.org/x/text/encoding/charmap"
)

// Limits on SVG beyond MaxElements.
const (
	maxDepth      = 64        // nesting, counted through use
	maxSegments   = 1_000_000 // path segments of one picture
	maxCoordinate = 1e9
	maxSVGSize    = 1e6        // width and height in CSS pixels
	maxRules      = 1_000      // of style sheets
	maxAttributes = 256        // of one element
	maxAttribute  = 16 << 10   // bytes of one, path data aside
	maxSteps      = 40_000_000 // rules and declarations looked at for all elements
)

const svgNamespace = "http://www.w3.org/2000/svg"

// node is one SVG element. Elements of other namespaces, which editors leave
// behind, never become nodes.
type node struct {
	name     string
	line     int
	attrs    []xml.Attr
	parent   *node
	children []*node
	text     []byte // of style elements
}

// attr gives an attribute without namespace, or "".
func (n *node) attr(name string) string {
	for _, a := range n.attrs {
		if a.Name.Space == "" && a.Name.Local == name {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// href reads both spellings, of SVG 2 and of XLink.
func (n *node) href() string {
	for _, a := range n.attrs {
		if a.Name.Local == "href" {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// tree is a parsed SVG document. Nothing in it changes but steps.
type tree struct {
	root  *node
	ids   map[string]*node
	rules []cssRule
	steps int // of the cascade so far
}

// svgError places an error at an element.
func svgError(n *node, e *Error) *Error {
	e.Element, e.Line = n.name, n.line
	return e
}

// parseSVG reads the document whole. It refuses what has no place in a picture
// whether it would be drawn or not: scripts, entities, references out of the
// file.
func parseSVG(data []byte) (*tree, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = charset
	t := &tree{ids: map[string]*node{}}
	var (
		stack   []*node
		foreign int // depth within another namespace
		count   int
	)
	for {
		line, _ := d.InputPos()
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, xmlError(err, line)
		}
		switch x := token.(type) {
		case xml.Directive:
			if !declareNames(d, x) {
				e := unsupported("save it as plain SVG", "the SVG declares entities that are more than names")
				e.Line = line
				return nil, e
			}
		case xml.ProcInst:
			if x.Target == "xml-stylesheet" {
				e := unsupported("save it with its styles inside", "the SVG refers to a style sheet outside")
				e.Line = line
				return nil, e
			}
		case xml.StartElement:
			if count++; count > MaxElements {
				return nil, tooLarge("simplify the drawing", "the SVG has more than %d elements", MaxElements)
			}
			if foreign > 0 || x.Name.Space != svgNamespace && x.Name.Space != "" {
				foreign++
				continue
			}
			n := &node{name: x.Name.Local, line: line, attrs: x.Copy().Attr}
			if len(stack) >= maxDepth {
				return nil, svgError(n, tooLarge("ungroup some of it", "the SVG is nested more than %d deep", maxDepth))
			}
			if err := t.check(n); err != nil {
				return nil, err
			}
			if len(stack) > 0 {
				parent := stack[len(stack)-1]
				parent.children, n.parent = append(parent.children, n), parent
			} else if t.root != nil || n.name != "svg" {
				return nil, svgError(n, corrupt("the document is <%s>, not <svg>", n.name))
			} else {
				t.root = n
			}
			stack = append(stack, n)
			if id := n.attr("id"); id != "" && t.ids[id] == nil {
				t.ids[id] = n
			}
		case xml.EndElement:
			if foreign > 0 {
				foreign--
				continue
			}
			n := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if n.name == "style" {
				if err := t.addRules(n); err != nil {
					return nil, err
				}
			}
		case xml.CharData:
			if foreign == 0 && len(stack) > 0 {
				if n := stack[len(stack)-1]; n.name == "style" {
					n.text = append(n.text, x...)
				}
			}
		}
	}
	if t.root == nil {
		return nil, corrupt("the file holds no <svg> element")
	}
	sortRules(t.rules)
	return t, nil
}

// entity is a declaration as drawing programs write them, of the names of their
// formats: <!ENTITY ns_svg "http://www.w3.org/2000/svg">. It holds no other entity,
// and is hardly longer than what refers to it.
var entity = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*<!ENTITY\s+(\w{1,32})\s+(?:"([\w:/.#-]{0,64})"|'([\w:/.#-]{0,64})')\s*>`)
})

// maxEntities is how many names a document may declare.
const maxEntities = 64

// declareNames takes the entities that a document type declares, and reports false if
// there is more than names.
func declareNames(d *xml.Decoder, directive []byte) bool {
	_, inner, found := bytes.Cut(directive, []byte("["))
	if !found {
		return true
	}
	d.Entity = map[string]string{}
	for len(d.Entity) < maxEntities {
		m := entity().FindSubmatch(inner)
		if m == nil {
			break
		}
		d.Entity[string(m[1])] = string(m[2]) + string(m[3])
		inner = inner[len(m[0]):]
	}
	return string(bytes.TrimSpace(inner)) == "]"
}

// check refuses active content, references out of the file, and attributes
// without measure.
func (t *tree) check(n *node) error {
	if n.name == "script" {
		return svgError(n, unsupported("save it without scripts", "<script> has no place in a picture"))
	}
	if len(n.attrs) > maxAttributes {
		return svgError(n, tooLarge("simplify the drawing", "<%s> has more than %d attributes", n.name, maxAttributes))
	}
	for _, a := range n.attrs {
		value := strings.TrimSpace(a.Value)
		switch {
		case len(value) > maxAttribute && a.Name.Local != "d" && a.Name.Local != "points" && a.Name.Local != "href":
			return svgError(n, tooLarge("simplify the drawing", "<%s> has %d KB in its attribute %s", n.name, len(value)>>10, shortened(a.Name.Local, 40)))
		case a.Name.Space == "" && len(a.Name.Local) > 2 && strings.HasPrefix(strings.ToLower(a.Name.Local), "on"):
			return svgError(n, unsupported("save it without scripts", "<%s> has a script in its attribute %s", n.name, a.Name.Local))
		case a.Name.Local == "href" && n.name == "a":
			if strings.HasPrefix(strings.ToLower(value), "javascript:") {
				return svgError(n, unsupported("save it without scripts", "<a> leads to a script"))
			}
		case a.Name.Local == "href" && value != "" && !strings.HasPrefix(value, "#"):
			what := "a reference out of the file"
			if strings.HasPrefix(strings.ToLower(value), "data:") {
				what = "a picture inside"
			}
			return svgError(n, unsupported("only paths of the file itself are drawn", "<%s> has %s", n.name, what))
		}
	}
	return nil
}

// charset reads the encodings that old editors still write, next to UTF-8. As
// everywhere on the web, text in ISO-8859-1 is taken for its superset.
func charset(label string, r io.Reader) (io.Reader, error) {
	switch strings.ToLower(label) {
	case "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252", "cp1252":
		return charmap.Windows1252.NewDecoder().Reader(r), nil
	}
	return nil, unsupported("save it as UTF-8", "the SVG is encoded in %s", shortened(label, 40))
}

// xmlError turns the XML reader's complaint into one of ours.
func xmlError(err error, line int) error {
	var syntax *xml.SyntaxError
	if e := (*Error)(nil); errors.As(err, &e) {
		e.Line = line
		return e
	}
	if !errors.As(err, &syntax) {
		e := unsupported("save it as UTF-8", "the SVG cannot be read: %s", err)
		e.Line = line
		return e
	}
	e := corrupt("the SVG is not well-formed: %s", syntax.Msg)
	if strings.Contains(syntax.Msg, "unexpected EOF") {
		e = truncated("the SVG ends too early")
	}
	e.Line = syntax.Line
	return e
}

// readSVG finds the size and makes sure that the document is whole.
func (p *Picture) readSVG() error {
	t, err := parseSVG(p.Data)
	if err != nil {
		return err
	}
	box, err := t.viewBox()
	if err != nil {
		return err
	}
	p.aspect = box.w / box.h
	w, h := box.w, box.h
	if v, ok := absoluteLength(t.root.attr("width")); ok {
		w, h = v, v/p.aspect
	} else if v, ok := absoluteLength(t.root.attr("height")); ok {
		w, h = v*p.aspect, v
	}
	if w > maxSVGSize || h > maxSVGSize {
		return svgError(t.root, tooLarge("give it a smaller viewBox", "the SVG has %.0f × %.0f pixels", w, h))
	}
	p.Width, p.Height = max(1, int(w+0.5)), max(1, int(h+0.5))
	p.Alpha = true
	p.tree = t
	return nil
}

type rect struct{ x, y, w, h float64 }

// viewBox gives the root's coordinate system: its viewBox, or its width and
// height.
func (t *tree) viewBox() (rect, error) {
	if s := t.root.attr("viewBox"); s != "" {
		b, ok := parseViewBox(s)
		if !ok {
			return rect{}, svgError(t.root, corrupt("the viewBox %q is not four numbers with a positive size", s))
		}
		return b, nil
	}
	w, okW := absoluteLength(t.root.attr("width"))
	h, okH := absoluteLength(t.root.attr("height"))
	if !okW || !okH {
		return rect{}, svgError(t.root, corrupt("the SVG has neither a viewBox nor a width and height"))
	}
	return rect{0, 0, w, h}, nil
}

func parseViewBox(s string) (rect, bool) {
	v, ok := parseNumbers(s)
	if !ok || len(v) != 4 || !(v[2] > 0) || !(v[3] > 0) {
		return rect{}, false
	}
	return rect{v[0], v[1], v[2], v[3]}, true
}

// absoluteLength reads a positive length that depends on nothing else.
func absoluteLength(s string) (float64, bool) {
	if s == "" || strings.HasSuffix(s, "%") {
		return 0, false
	}
	v, ok := parseLength(s, 0)
	return v, ok && v > 0
}
