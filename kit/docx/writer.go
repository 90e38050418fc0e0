package docx

import (
	"math"
	"strconv"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/opc"
)

// Markup is written straight into a buffer; the properties of sections and the
// font table go through the schema types.

// writer writes the markup of block content.
type writer struct {
	m   *markup
	buf []byte
	err error
}

// part writes a root element with block content.
func (m *markup) part(root, attributes string, content func(*writer)) ([]byte, error) {
	w := m.writer()
	w.put(opc.Header, "<", root, ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`,
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`,
		` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"`,
		` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"`, ` xmlns:pic="`, pictureNamespace, `"`, attributes, ">")
	content(w)
	w.put("</", root, ">")
	return w.done()
}

// writer writes the next part, into the memory of the one before.
func (m *markup) writer() *writer { return &writer{m: m, buf: m.room[:0]} }

// done gives the part, until the next is written.
func (w *writer) done() ([]byte, error) {
	w.m.room = w.buf
	return w.buf, w.err
}

func (w *writer) put(parts ...string) {
	for _, s := range parts {
		w.buf = append(w.buf, s...)
	}
}

// value writes an empty element with a w:val.
func (w *writer) value(name, val string) { w.put("<", name, ` w:val="`, val, `"/>`) }

// number writes an attribute with a whole number.
func (w *writer) number(name string, n int64) {
	w.put(" ", name, `="`)
	w.buf = strconv.AppendInt(w.buf, n, 10)
	w.buf = append(w.buf, '"')
}

// twips writes an attribute with a length in twentieths of a point, at least
// zero.
func (w *writer) twips(name string, p doc.Pt) { w.number(name, max(twentieths(p), 0)) }

// digits writes a whole number.
func (w *writer) digits(n int64) { w.buf = strconv.AppendInt(w.buf, n, 10) }

// points writes a length as CSS does.
func (w *writer) points(p doc.Pt) {
	w.buf = strconv.AppendFloat(w.buf, math.Round(p*100)/100, 'f', -1, 64)
	w.put("pt")
}

// text writes characters. Those that XML cannot hold were caught before.
func (w *writer) text(s string) {
	from := 0
	for i := range len(s) {
		var entity string
		switch s[i] {
		case '&':
			entity = "&amp;"
		case '<':
			entity = "&lt;"
		case '>':
			entity = "&gt;"
		case '"':
			entity = "&#34;"
		case '\n':
			entity = "&#xA;"
		case '\t':
			entity = "&#x9;"
		default:
			continue
		}
		w.put(s[from:i], entity)
		from = i + 1
	}
	w.put(s[from:])
}

// attribute writes an attribute with any text.
func (w *writer) attribute(name, s string) {
	w.put(" ", name, `="`)
	w.text(s)
	w.put(`"`)
}

// element writes an element of a schema type.
func (w *writer) element(e schemaElement, typed func() any) {
	s, err := w.m.marshal(e, typed)
	if err != nil && w.err == nil {
		w.err = err
	}
	w.put(s)
}
