package pdfwriter

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"
)

// isLanguageTag reports whether s has the shape of a language tag (BCP 47, RFC 5646, 2.1): subtags of letters and digits,
// the first of two letters or more.
func isLanguageTag(s string) bool {
	first := true
	for part := range strings.SplitSeq(s, "-") {
		if len(part) == 0 || len(part) > 8 || first && len(part) == 1 {
			return false
		}
		for _, c := range []byte(part) {
			if letter := c|0x20 >= 'a' && c|0x20 <= 'z'; !letter && (first || c < '0' || c > '9') {
				return false
			}
		}
		first = false
	}
	return true
}

// maxString is how many bytes a string may have (ISO 19005-2, 6.1.13).
const maxString = 32767

// maxName is how many bytes a name may have (ISO 19005-2, 6.1.13).
const maxName = 127

// parents says which elements an element may stand in, where ISO 32000-1, 14.8.4 leaves no choice.
var parents = map[Tag][]Tag{
	LI:    {L},
	Lbl:   {LI, Note, Reference, BibEntry, TOCI, Formula, Caption, Figure, P, Link, Span},
	LBody: {LI},
	TR:    {Table, THead, TBody, TFoot},
	TH:    {TR},
	TD:    {TR},
	THead: {Table},
	TBody: {Table},
	TFoot: {Table},
	TOCI:  {TOC},
	RB:    {Ruby},
	RT:    {Ruby},
	RP:    {Ruby},
	WT:    {Warichu},
	WP:    {Warichu},
}

// children says what may stand in an element, where there is no choice.
var children = map[Tag][]Tag{
	L:     {L, LI, Caption},
	LI:    {Lbl, LBody},
	Table: {TR, THead, TBody, TFoot, Caption},
	THead: {TR},
	TBody: {TR},
	TFoot: {TR},
	TR:    {TH, TD},
	TOC:   {TOC, TOCI, Caption},
}

var standardTags = [...]Tag{
	Doc, Part, Art, Sect, Div, BlockQuote, Caption, TOC, TOCI, Index, NonStruct, Private, P, H, H1, H2, H3, H4, H5, H6,
	L, LI, Lbl, LBody, Table, TR, TH, TD, THead, TBody, TFoot, Span, Quote, Note, Reference, BibEntry, Code, Link,
	Annot, Ruby, RB, RT, RP, Warichu, WT, WP, Figure, Formula, Form,
}

func isStandard(t Tag) bool { return slices.Contains(standardTags[:], t) }

// standard returns the standard tag that t stands for; "" if it has none.
func (d *Document) standard(t Tag) Tag {
	for range 1 + len(d.opts.RoleMap) {
		if isStandard(t) {
			return t
		}
		t = d.opts.RoleMap[t]
	}
	return ""
}

// check notes what the finished document lacks.
func (d *Document) check() {
	d.checkOptions()
	if len(d.pages) == 0 {
		d.fail("the document has no pages")
	}
	count := map[Tag]int{}
	d.root.walk(func(e *Element) {
		count[e.tag]++
		d.checkElement(e, elementName{e.tag, count[e.tag]})
	})
	for _, p := range d.pages {
		for _, l := range p.links {
			if d.standard(l.elem.owner().tag) != Link {
				d.fail("page %d: link %q is in a %s; it must be in a Link", p.Number(), l.contents, l.elem.owner().tag)
			}
		}
		s := sheet{page: p}
		s.contents(func(c *Content) {
			if c.bad != "" {
				d.fail("page %d: %s", p.Number(), c.bad)
			}
		})
	}
	for _, x := range d.xobjects {
		if x.form == nil {
			continue
		}
		if x.form.bad != "" {
			d.fail("form: %s", x.form.bad)
		}
		for _, y := range x.form.uses {
			if y.index >= x.index {
				d.fail("form: it shows itself, or a form made after it")
			}
		}
		for _, s := range x.form.shades {
			if s.form != nil && s.form.index >= x.index {
				d.fail("form: it is painted with itself, or with a form made after it")
			}
		}
	}
}

func (d *Document) checkOptions() {
	if d.opts.Title == "" {
		d.fail("the document has no title")
	}
	if !isLanguageTag(d.opts.Lang) {
		d.fail("the document's language is %q; it must be a BCP 47 tag such as %q", d.opts.Lang, "en-GB")
	}
	for _, t := range []struct{ name, text string }{
		{"title", d.opts.Title}, {"author", d.opts.Author}, {"subject", d.opts.Subject},
		{"creator", d.opts.Creator}, {"producer", d.opts.Producer}, {"keywords", d.keywords()},
	} {
		if tooLong(t.text) {
			d.fail("the document's %s is longer than %d bytes of UTF-16", t.name, maxString)
		}
	}
	for _, t := range slices.Sorted(maps.Keys(d.opts.RoleMap)) {
		switch {
		case isStandard(t):
			d.fail("the role map changes the standard tag %s", t)
		case len(t) > maxName:
			d.fail("the tag %.20s… is longer than %d bytes", t, maxName)
		}
	}
}

// tooLong reports whether s does not fit into a text string, be it of ASCII or of UTF-16 with a byte-order mark.
func tooLong(s string) bool {
	units, ascii := 0, true
	for _, r := range s {
		units += max(utf16.RuneLen(r), 1)
		ascii = ascii && r < 0x7f
	}
	return ascii && units > maxString || !ascii && 2+2*units > maxString
}

// elementName names an element in messages: its tag, and which of those with the tag it is.
type elementName struct {
	tag Tag
	n   int
}

func (e elementName) String() string { return fmt.Sprintf("%s %d", e.tag, e.n) }

func (d *Document) checkElement(e *Element, name elementName) {
	tag := d.standard(e.tag)
	switch {
	case e.tag == "":
		for _, k := range e.kids {
			if k.elem != nil {
				d.fail("%s: a place for text has a child %s", e.owner().tag, k.elem.tag)
			}
		}
		return
	case tag == "":
		d.fail("%s: not a standard tag, and not in the role map", name)
		return
	case (tag == Figure || tag == Formula) && e.Alt == "" && e.ActualText == "":
		d.fail("%s: no alternative text", name)
	case tag == TH && e.Attr.Scope == "" && len(e.Attr.Headers) == 0:
		d.fail("%s: a header cell needs a scope", name)
	}
	if e.Lang != "" && !isLanguageTag(e.Lang) {
		d.fail("%s: language %q is not a BCP 47 tag", name, e.Lang)
	}
	for _, s := range [...]string{e.Alt, e.ActualText, e.Expansion, e.Title, e.Attr.Summary} {
		if tooLong(s) {
			d.fail("%s: a text is longer than %d bytes of UTF-16", name, maxString)
		}
	}
	for _, h := range e.Attr.Headers {
		if h == nil || h.doc != d || d.standard(h.tag) != TH {
			d.fail("%s: its headers must be TH elements", name)
		}
	}
	if e.Attr.page != nil && e.Attr.page.doc != d {
		d.fail("%s: its box is on a page of another document", name)
	}
	d.checkPlace(e, tag, name)
}

// checkPlace checks what e is in and what is in it.
func (d *Document) checkPlace(e *Element, tag Tag, name elementName) {
	if e.parent == nil {
		return
	}
	parent := d.standard(e.parent.owner().tag)
	if in := parents[tag]; in != nil && !slices.Contains(in, parent) {
		d.fail("%s: it is in a %s; it must be in one of %v", name, parent, in)
	} else if of := children[parent]; of != nil && !slices.Contains(of, tag) {
		d.fail("%s: it is in a %s, which may have only %v", name, parent, of)
	}
}
