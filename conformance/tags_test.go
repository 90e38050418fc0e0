//go:build conformance

package conformance

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// parsed is a PDF as qpdf reads it: objects by their reference, as in "3 0 R".
type parsed struct {
	objects map[string]any
	catalog dict
	pages   []string // references
	root    *element
}

type dict = map[string]any

// element is a structure element with what it consists of, in order.
type element struct {
	dict
	ref    string
	tag    string // the standard one
	parent *element
	kids   []any // *element, content or annotation
}

// content is marked content of a page.
type content struct {
	page string
	mcid int
}

// annotation is a reference to one.
type annotation string

// parse reads the objects of a file and its structure tree.
func parse(t *testing.T, file string) *parsed {
	t.Helper()
	var out struct {
		QPDF []json.RawMessage
	}
	if err := json.Unmarshal([]byte(run(t, "qpdf", "--json=2", "--json-key=qpdf", file)), &out); err != nil || len(out.QPDF) != 2 {
		t.Fatalf("qpdf --json: %v", err)
	}
	var objects map[string]struct {
		Value  any
		Stream struct{ Dict any }
	}
	if err := json.Unmarshal(out.QPDF[1], &objects); err != nil {
		t.Fatalf("qpdf --json: %v", err)
	}
	p := &parsed{objects: map[string]any{}}
	for name, o := range objects {
		value := o.Value
		if value == nil {
			value = o.Stream.Dict
		}
		p.objects[strings.TrimPrefix(name, "obj:")] = value
	}
	p.catalog = p.dict(p.dict(p.objects["trailer"])["/Root"])
	p.addPages(p.catalog["/Pages"])
	top := p.dict(p.catalog["/StructTreeRoot"])
	p.root = p.element(t, nil, top["/K"], p.dict(top["/RoleMap"]))
	return p
}

// get follows a reference.
func (p *parsed) get(v any) any {
	if s, ok := v.(string); ok && strings.HasSuffix(s, " R") {
		return p.objects[s]
	}
	return v
}

func (p *parsed) dict(v any) dict {
	d, _ := p.get(v).(dict)
	return d
}

func (p *parsed) list(v any) []any {
	switch v := p.get(v).(type) {
	case []any:
		return v
	case nil:
		return nil
	default:
		return []any{v}
	}
}

// str gives a text string; "" if there is none.
func (p *parsed) str(v any) string {
	s, _ := p.get(v).(string)
	s, _ = strings.CutPrefix(s, "u:")
	return s
}

func (p *parsed) addPages(v any) {
	if kids := p.dict(v)["/Kids"]; kids != nil {
		for _, k := range p.list(kids) {
			p.addPages(k)
		}
		return
	}
	p.pages = append(p.pages, v.(string))
}

func (p *parsed) element(t *testing.T, parent *element, v any, roles dict) *element {
	d := p.dict(v)
	e := &element{dict: d, parent: parent}
	e.ref, _ = v.(string)
	e.tag, _ = d["/S"].(string)
	if role, ok := roles[e.tag].(string); ok {
		e.tag = role
	}
	e.tag = strings.TrimPrefix(e.tag, "/")
	page, _ := d["/Pg"].(string)
	for _, k := range p.list(d["/K"]) {
		if n, ok := k.(float64); ok {
			e.kids = append(e.kids, content{page, int(n)})
			continue
		}
		kid := p.dict(k)
		on, _ := kid["/Pg"].(string)
		switch kid["/Type"] {
		case "/MCR":
			e.kids = append(e.kids, content{on, int(kid["/MCID"].(float64))})
		case "/OBJR":
			e.kids = append(e.kids, annotation(kid["/Obj"].(string)))
		case "/StructElem":
			if kid["/P"] != e.ref {
				t.Errorf("%s %s has another parent than its own", kid["/S"], k)
			}
			e.kids = append(e.kids, p.element(t, e, k, roles))
		default:
			t.Errorf("%s has a child that is nothing known: %v", e.tag, kid)
		}
	}
	return e
}

// walk visits an element and all below it in reading order.
func (e *element) walk(visit func(*element)) {
	visit(e)
	for _, k := range e.kids {
		if kid, ok := k.(*element); ok {
			kid.walk(visit)
		}
	}
}

// contents visits all content in reading order.
func (e *element) contents(visit func(content)) {
	for _, k := range e.kids {
		switch k := k.(type) {
		case *element:
			k.contents(visit)
		case content:
			visit(k)
		}
	}
}

// tags lists the tags of the children.
func (e *element) tags() []string {
	var tags []string
	for _, k := range e.kids {
		if kid, ok := k.(*element); ok {
			tags = append(tags, kid.tag)
		}
	}
	return tags
}

// attribute gives the value of an attribute.
func (p *parsed) attribute(e *element, name string) any {
	for _, a := range p.list(e.dict["/A"]) {
		if v := p.dict(a)[name]; v != nil {
			return v
		}
	}
	return nil
}

// checkPages finds the content of all pages in the order of the tags: whoever reads
// these is never led back to an earlier page.
func (p *parsed) checkPages(t *testing.T) {
	t.Helper()
	last := 0
	p.root.contents(func(c content) {
		page := slices.Index(p.pages, c.page)
		if page < last {
			t.Errorf("after content of page %d the tags lead back to content %d of page %d", last+1, c.mcid, page+1)
		}
		last = page
	})
}

// checkOrder finds the content of each page written in the order of the tags:
// the identifiers of marked content, met in reading order, count from 0, and
// the writer gave them out in the order of the content stream.
func (p *parsed) checkOrder(t *testing.T) {
	t.Helper()
	next := map[string]int{}
	p.root.contents(func(c content) {
		if c.mcid != next[c.page] {
			t.Errorf("page %d: the tags lead to content %d, in the order of the page it would be %d",
				slices.Index(p.pages, c.page)+1, c.mcid, next[c.page])
		}
		next[c.page] = c.mcid + 1
	})
	numbers := p.list(p.dict(p.dict(p.catalog["/StructTreeRoot"])["/ParentTree"])["/Nums"])
	for _, page := range p.pages {
		key, ok := p.dict(page)["/StructParents"]
		if !ok {
			continue
		}
		owners := 0
		for i := 0; i+1 < len(numbers); i += 2 {
			if numbers[i] == key {
				owners = len(p.list(numbers[i+1]))
			}
		}
		if owners != next[page] {
			t.Errorf("page %d has %d pieces of marked content, the tags lead to %d", slices.Index(p.pages, page)+1, owners, next[page])
		}
	}
}

// outlineFrom is how many pages a file may have without an outline.
const outlineFrom = 3

func (p *parsed) checkCatalog(t *testing.T) {
	t.Helper()
	viewer := p.dict(p.catalog["/ViewerPreferences"])
	if p.str(p.catalog["/Lang"]) == "" || p.dict(p.catalog["/MarkInfo"])["/Marked"] != true || viewer["/DisplayDocTitle"] != true {
		t.Errorf("the catalog does not say language, tagging or title: %v", p.catalog)
	}
	lang, _, _ := strings.Cut(p.str(p.catalog["/Lang"]), "-")
	if rightToLeft := slices.Contains([]string{"ar", "he", "fa", "ur"}, lang); rightToLeft != (viewer["/Direction"] == "/R2L") {
		t.Errorf("the direction of reading is %v in %s", viewer["/Direction"], lang)
	}
	if p.catalog["/PageLabels"] == nil {
		t.Error("pages have no labels")
	}
	if p.catalog["/Outlines"] == nil && len(p.pages) > outlineFrom {
		t.Errorf("%d pages have no outline", len(p.pages))
	}
	for i, page := range p.pages {
		if p.dict(page)["/Tabs"] != "/S" {
			t.Errorf("page %d: the tab key does not follow the structure", i+1)
		}
	}
}

// checkElements holds elements against what ISO 14289-1, 7 and the guides to it
// ask beyond what veraPDF finds.
func (p *parsed) checkElements(t *testing.T) {
	t.Helper()
	level := 0
	ids := map[string]bool{}
	p.root.walk(func(e *element) {
		if id := p.str(e.dict["/ID"]); id != "" {
			if ids[id] {
				t.Errorf("two elements have the ID %s", id)
			}
			ids[id] = true
		}
		if len(e.kids) == 0 && e.tag != "TD" && e.tag != "TH" {
			t.Errorf("%s is empty", e.path())
		}
		switch e.tag {
		case "H1", "H2", "H3", "H4", "H5", "H6":
			n, _ := strconv.Atoi(e.tag[1:])
			if n > level+1 || n == 1 && level > 0 {
				t.Errorf("a heading of level %d follows one of level %d", n, level)
			}
			level = n
		case "Figure":
			if p.str(e.dict["/Alt"]) == "" || p.attribute(e, "/BBox") == nil {
				t.Errorf("%s %q has no Alt or no BBox", e.path(), p.str(e.dict["/Alt"]))
			}
		case "Caption":
			if at := slices.Index(e.parent.kids, any(e)); at > 0 && at < len(e.parent.kids)-1 {
				t.Errorf("%s is neither the first nor the last of its parent", e.path())
			}
		case "LI":
			if slices.Contains(e.tags(), "Lbl") && p.attribute(e.parent, "/ListNumbering") == nil {
				t.Errorf("%s has a label in a list without ListNumbering", e.path())
			}
			if n := len(e.tags()); n == 0 || e.tags()[n-1] != "LBody" {
				t.Errorf("%s has %v, and no LBody at its end", e.path(), e.tags())
			}
		case "TH":
			if p.attribute(e, "/Scope") == nil {
				t.Errorf("%s has no Scope", e.path())
			}
		case "Table":
			p.checkTable(t, e)
		case "TOCI":
			if !slices.Equal(e.tags(), []string{"Reference"}) {
				t.Errorf("%s has %v, want a Reference", e.path(), e.tags())
			}
		}
	})
	if level == 0 {
		t.Error("there are no headings")
	}
}

// checkTable finds as many cells in each row, and the rows of headers in a head.
func (p *parsed) checkTable(t *testing.T, table *element) {
	t.Helper()
	cells := 0
	table.walk(func(e *element) {
		if e.tag != "TR" {
			return
		}
		n := len(e.tags())
		if cells == 0 {
			cells = n
		}
		if n != cells {
			t.Errorf("%s: a row has %d cells, the first has %d", e.path(), n, cells)
		}
		heads := !slices.Contains(e.tags(), "TD")
		if in := e.parent.tag; heads && in != "THead" || !heads && in == "THead" {
			t.Errorf("%s: a row of %v is in %s", e.path(), e.tags(), in)
		}
	})
	if cells == 0 {
		t.Errorf("%s has no cells", table.path())
	}
}

// path names an element by those around it.
func (e *element) path() string {
	if e.parent == nil {
		return e.tag
	}
	return e.parent.path() + "/" + e.tag
}

// checkLinks finds every annotation to be a link with a description, in the
// element that it belongs to.
func (p *parsed) checkLinks(t *testing.T) {
	t.Helper()
	tagged := map[string]bool{}
	p.root.walk(func(e *element) {
		for _, k := range e.kids {
			a, ok := k.(annotation)
			if !ok {
				continue
			}
			tagged[string(a)] = true
			if e.tag != "Link" || len(e.kids) < 2 {
				t.Errorf("%s has an annotation, and must be a Link with words", e.path())
			}
		}
	})
	for i, page := range p.pages {
		for _, ref := range p.list(p.dict(page)["/Annots"]) {
			a := p.dict(ref)
			switch {
			case a["/Subtype"] != "/Link":
				t.Errorf("page %d has an annotation %v", i+1, a["/Subtype"])
			case p.str(a["/Contents"]) == "":
				t.Errorf("page %d: a link has no description: %v", i+1, a)
			case !tagged[ref.(string)] || a["/StructParent"] == nil:
				t.Errorf("page %d: link %q is not tagged", i+1, p.str(a["/Contents"]))
			}
		}
	}
}
