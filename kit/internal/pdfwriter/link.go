package pdfwriter

import "strings"

// Dest is a place in the document: Y points below the top of Page.
type Dest struct {
	Page *Page
	Y    float64
}

type outlineItem struct {
	title string
	level int
	dest  Dest
}

// link is one annotation; a link that is broken over lines has several rectangles.
type link struct {
	elem     *Element
	rects    []Rect
	uri      string
	dest     Dest
	contents string
}

// Link makes the rectangle lead to a URI. e is the Link element that holds the link's content; contents says for
// assistive technology where the link leads. A link that is broken over lines is given by several calls with the same
// element and URI, and stays one link. Bytes that a URI cannot have (RFC 3986) are percent-encoded.
func (p *Page) Link(e *Element, r Rect, uri, contents string) {
	p.addLink(link{elem: e, uri: escapeURI(uri), contents: cleanText(contents)}, r)
}

// LinkTo is like [Page.Link] for a place in the same document.
func (p *Page) LinkTo(e *Element, r Rect, dest Dest, contents string) {
	p.addLink(link{elem: e, dest: dest, contents: cleanText(contents)}, r)
}

func (p *Page) addLink(l link, r Rect) {
	switch {
	case l.elem == nil || l.elem.doc != p.doc:
		p.doc.fail("page %d: link for an element that is not of this document", p.Number())
		return
	case l.uri == "" && l.dest.Page == nil:
		p.doc.fail("page %d: link %q leads nowhere", p.Number(), l.contents)
		return
	case l.dest.Page != nil && l.dest.Page.doc != p.doc:
		p.doc.fail("page %d: link %q leads to a page of another document", p.Number(), l.contents)
		return
	case l.contents == "":
		p.doc.fail("page %d: link to %q has no description", p.Number(), l.uri)
	}
	for _, old := range p.links {
		if old.elem == l.elem && old.uri == l.uri && old.dest == l.dest {
			old.rects = append(old.rects, r)
			return
		}
	}
	l.rects = []Rect{r}
	p.links = append(p.links, &l)
}

// escapeURI percent-encodes what RFC 3986 does not allow in a URI and leaves the rest as it is.
func escapeURI(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
