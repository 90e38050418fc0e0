package docx

import (
	"math"
	"strconv"
	"strings"

	"github.com/presskit-go/presskit/kit/doc"
)

func (w *writer) inline(i inline) {
	switch i := i.(type) {
	case *link:
		w.put("<w:hyperlink")
		if i.relationship != "" {
			w.attribute("r:id", i.relationship)
		} else {
			w.attribute("w:anchor", i.anchor)
		}
		w.put(` w:history="true">`)
		w.runs(i.content)
		w.put("</w:hyperlink>")
	case *bookmark:
		w.inline(&rangeEdge{i.id, i.name})
		w.runs(i.content)
		w.inline(&rangeEdge{id: i.id})
	case *rangeEdge:
		if i.name == "" {
			w.put("<w:bookmarkEnd")
		} else {
			w.put("<w:bookmarkStart")
			w.attribute("w:name", i.name)
		}
		w.number("w:id", i.id)
		w.put("/>")
	case *fieldEdge:
		w.fieldEdge(i)
	case *run:
		w.run(i)
	case *drawing:
		w.put("<w:r>")
		switch {
		case i.chart != nil:
			w.charted(i)
		case i.cut != nil:
			w.rounded(i)
		default:
			w.picture(i)
		}
		w.put("</w:r>")
	case *shape:
		w.put("<w:r>")
		w.shape(i)
		w.put("</w:r>")
	case *field:
		w.field(i)
	default:
		panic("docx: unknown inline content")
	}
}

// runs writes content. Runs of one formatting are one, as if they had been typed.
func (w *writer) runs(content []inline) {
	for len(content) > 0 {
		r, ok := content[0].(*run)
		if !ok {
			w.inline(content[0])
			content = content[1:]
			continue
		}
		n := 1
		for n < len(content) && r.goesOn(content[n]) {
			n++
		}
		if n > 1 {
			whole := *r
			for _, next := range content[1:n] {
				whole.text += next.(*run).text
			}
			r = &whole
		}
		w.run(r)
		content = content[n:]
	}
}

// goesOn reports whether next is text in the formatting of r.
func (r *run) goesOn(next inline) bool {
	n, ok := next.(*run)
	if !ok || r.pageBreak || n.pageBreak || !same(r.bold, n.bold) || !same(r.italic, n.italic) {
		return false
	}
	with := *n
	with.text, with.code, with.bold, with.italic = r.text, r.code, r.bold, r.italic
	return with == *r
}

func same(a, b *bool) bool { return a == b || a != nil && b != nil && *a == *b }

// run writes text, split at tabs, line breaks and soft hyphens, which have elements
// of their own.
func (w *writer) run(r *run) {
	w.put("<w:r>")
	w.format(r)
	if r.pageBreak {
		w.put(`<w:br w:type="page"/></w:r>`)
		return
	}
	rest := r.text
	for rest != "" {
		switch {
		case rest[0] == '\n':
			w.put("<w:br/>")
			rest = rest[1:]
		case rest[0] == '\t':
			w.put("<w:tab/>")
			rest = rest[1:]
		case strings.HasPrefix(rest, softHyphen):
			w.put("<w:softHyphen/>")
			rest = rest[len(softHyphen):]
		default:
			n := plainLength(rest)
			w.words("w:t", rest[:n])
			rest = rest[n:]
		}
	}
	w.put("</w:r>")
}

// plainLength is how many bytes of a text come before what has an element of its own.
func plainLength(s string) int {
	for i := range len(s) {
		if s[i] == '\n' || s[i] == '\t' || s[i] == softHyphen[0] && strings.HasPrefix(s[i:], softHyphen) {
			return i
		}
	}
	return len(s)
}

// words writes text in an element. Spaces at its ends are dropped by readers who
// are not told to keep them.
func (w *writer) words(name, s string) {
	w.put("<", name)
	if s[0] == ' ' || s[len(s)-1] == ' ' {
		w.put(` xml:space="preserve"`)
	}
	w.put(">")
	w.text(s)
	w.put("</", name, ">")
}

// field writes a complex field: its instruction and what shows until it is
// updated.
func (w *writer) field(f *field) {
	char := func(kind string) {
		w.put("<w:r>")
		w.format(&f.format)
		w.put(`<w:fldChar w:fldCharType="`, kind, `"/></w:r>`)
	}
	content := func(name, s string) {
		w.put("<w:r>")
		w.format(&f.format)
		w.words(name, s)
		w.put("</w:r>")
	}
	char("begin")
	content("w:instrText", " "+f.instruction+" ")
	char("separate")
	if f.cached != "" {
		content("w:t", f.cached)
	}
	char("end")
}

// fieldEdge writes the beginning or the end of a field over several paragraphs, for
// readers that know what Word 2010 brought. LibreOffice would put what the field holds
// into a section, and cannot have a table with one float; it gets what the field shows.
func (w *writer) fieldEdge(e *fieldEdge) {
	w.put("<w:r>")
	w.chooseWord()
	if e.instruction == "" {
		w.put(`<w:fldChar w:fldCharType="end"/>`)
	} else {
		w.put(`<w:fldChar w:fldCharType="begin"/>`)
		w.words("w:instrText", " "+e.instruction+" ")
		w.put(`<w:fldChar w:fldCharType="separate"/>`)
	}
	w.put(`</mc:Choice></mc:AlternateContent></w:r>`)
}

// format writes the properties of a run; none for one that its paragraph's style
// says all about.
func (w *writer) format(r *run) {
	if *r == (run{text: r.text, code: r.code, pageBreak: r.pageBreak}) {
		return
	}
	toggle := func(name string, v *bool) {
		if v != nil {
			w.value(name, strconv.FormatBool(*v))
			w.value(name+"Cs", strconv.FormatBool(*v))
		}
	}
	w.put("<w:rPr>")
	if r.style != "" {
		w.value("w:rStyle", r.style)
	}
	if r.font != "" {
		w.put("<w:rFonts")
		for _, slot := range []string{"w:ascii", "w:hAnsi", "w:cs"} {
			w.attribute(slot, r.font)
		}
		w.put("/>")
	}
	toggle("w:b", r.bold)
	toggle("w:i", r.italic)
	if r.rtl {
		w.put("<w:rtl/>")
	}
	if r.lang != "" {
		w.put("<w:lang")
		w.attribute(languageSlot(r.lang, r.rtl), r.lang)
		w.put("/>")
	}
	w.put("</w:rPr>")
}

// languageSlot is the attribute of w:lang in which a language counts: by the
// script that its letters have.
func languageSlot(lang string, rtl bool) string {
	switch {
	case rtl, isComplex(lang):
		return "w:bidi"
	case isEastAsian(lang):
		return "w:eastAsia"
	}
	return "w:val"
}

// Extensions of DrawingML and their identifiers.
const (
	svgExtension = `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">` +
		`<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="`
	decorativeExtension = `<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">` +
		`<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>`
	pictureNamespace = "http://schemas.openxmlformats.org/drawingml/2006/picture"
)

// emu converts to English Metric Units, of which 12,700 make a point.
func emu(p doc.Pt) int64 { return int64(math.Round(p * 12700)) }

// picture writes an inline picture (ISO/IEC 29500-1, 20.4.2.8). The text that
// stands for it is at wp:docPr; repeated at pic:cNvPr it would be read twice.
func (w *writer) picture(d *drawing) {
	w.put(`<w:drawing>`)
	if d.anchor != nil {
		w.anchored(d.anchor, d.width, d.height)
	} else {
		w.put(`<wp:inline distT="0" distB="0" distL="0" distR="0">`)
		w.size("wp:extent", d.width, d.height)
	}
	w.named("wp:docPr", d.id, d.name)
	w.described(d)
	// As Word locks it, so that who draws at a corner keeps the proportions.
	w.put(`<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="true"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="`, pictureNamespace, `"><pic:pic><pic:nvPicPr>`)
	w.named("pic:cNvPr", d.id, d.name)
	w.put(`/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="`, d.raster, `"`)
	if d.svg != "" {
		w.put(">", svgExtension, d.svg, `"/></a:ext></a:extLst></a:blip>`)
	} else {
		w.put("/>")
	}
	if d.crop != ([4]float64{}) {
		w.put("<a:srcRect")
		for i, side := range []string{"l", "t", "r", "b"} {
			w.number(side, int64(math.Round(d.crop[i]*100_000))) // thousandths of a percent
		}
		w.put("/>")
	}
	w.put(`<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>`)
	w.size("a:ext", d.width, d.height)
	w.put(`</a:xfrm>`)
	if d.cut != nil {
		w.put(`<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>`)
	} else {
		w.put(`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`)
	}
	if d.fill != "" {
		w.solid(d.fill)
	}
	if d.line != "" {
		w.put("<a:ln")
		w.number("w", emu(d.lineWidth))
		w.put(">")
		w.solid(d.line)
		w.put("</a:ln>")
	}
	w.put(`</pic:spPr></pic:pic></a:graphicData></a:graphic>`)
	if d.anchor != nil {
		w.put(`</wp:anchor></w:drawing>`)
		return
	}
	w.put(`</wp:inline></w:drawing>`)
}

// cutPicture is what a round picture has for others than Word: one whose pixels are cut.
type cutPicture struct {
	id           uint32
	relationship string
}

// rounded writes a round picture as a choice: in an elliptic shape for Word, and with its
// pixels cut for all others. LibreOffice 7 makes a fill of a picture in such a shape: it squeezes the whole
// of it in, and in a floating one may show another portrait. In text from right to left it
// counts the place of one from the right, and Word from the left.
func (w *writer) rounded(d *drawing) {
	w.chooseWord()
	shaped := *d
	if d.anchor != nil && w.m.rtl {
		there := *d.anchor
		there.x, shaped.anchor = d.anchor.far, &there
	}
	w.picture(&shaped)
	w.put(`</mc:Choice><mc:Fallback>`)
	cut := *d
	cut.id, cut.raster, cut.svg, cut.crop, cut.cut = d.cut.id, d.cut.relationship, "", [4]float64{}, nil
	w.picture(&cut)
	w.put(`</mc:Fallback></mc:AlternateContent>`)
}

func (w *writer) size(name string, width, height doc.Pt) {
	w.put("<", name)
	w.number("cx", emu(width))
	w.number("cy", emu(height))
	w.put("/>")
}

// named opens an element with the number and the name of a drawing.
func (w *writer) named(element string, id uint32, name string) {
	w.put("<", element)
	w.number("id", int64(id))
	w.attribute("name", name)
}

// described ends the properties of a drawing with the text that stands for it.
func (w *writer) described(d *drawing) {
	if d.decorative {
		w.put(` descr="">`, decorativeExtension, `</wp:docPr>`)
		return
	}
	w.attribute("descr", d.alt)
	w.put("/>")
}
