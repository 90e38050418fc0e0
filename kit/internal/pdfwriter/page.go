package pdfwriter

// Page is one page of a [Document].
type Page struct {
	doc           *Document
	index         int
	width, height float64
	background    []*Content
	artifacts     []artifact
	links         []*link
}

type artifact struct {
	kind    ArtifactKind
	content *Content
}

// ArtifactKind says what content that is not part of the text is (ISO 32000-1, 14.8.2.2).
type ArtifactKind uint8

// Layout artifacts are rules and tints; Header and Footer repeat from page to page; Page artifacts are aids to
// production such as crop marks; Background is what lies behind the whole page.
const (
	ArtifactLayout ArtifactKind = iota
	ArtifactHeader
	ArtifactFooter
	ArtifactPage
	ArtifactBackground
)

// Size returns the width and height of the page in points.
func (p *Page) Size() (width, height float64) { return p.width, p.height }

// Number returns the number of the page, from 1.
func (p *Page) Number() int { return p.index + 1 }

// Background returns new content that is painted before everything else on the page and that readers skip: tints,
// rules, boxes. Each call paints over the ones before.
func (p *Page) Background() *Content {
	c := p.doc.newContent(p.height)
	p.background = append(p.background, c)
	return c
}

// Mark returns new content that belongs to e. Content of the same element on the same page is painted in the order
// of the calls; content of different elements in the order of the tree. An element may have content on several pages.
func (p *Page) Mark(e *Element) *Content {
	c := p.doc.newContent(p.height)
	if e == nil || e.doc != p.doc {
		p.doc.fail("page %d: content for an element that is not of this document", p.Number())
		return c
	}
	pc := e.place(p)
	pc.contents = append(pc.contents, c)
	return c
}

// Artifact returns new content that readers skip and that is painted after everything else on the page: running
// heads, page numbers, ornaments.
func (p *Page) Artifact(kind ArtifactKind) *Content {
	c := p.doc.newContent(p.height)
	p.artifacts = append(p.artifacts, artifact{kind, c})
	return c
}
