package pdfwriter_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	pdf "github.com/presskit-go/presskit/kit/internal/pdfwriter"
)

// Whatever the texts are, the metadata is well-formed XML and strings end where they should.
func FuzzText(f *testing.F) {
	face := parse(f, goregular.TTF)
	f.Add("A title", "text", "https://example.com", 1)
	f.Add("\x00\xff]]>&<\ufffe\ufeff\\)(", "ﬁ\u00ad\ue000\n\x00", "javascript:)(\\\n%zz", -1)
	f.Fuzz(func(t *testing.T, title, text, uri string, level int) {
		d := pdf.New(pdf.Options{Title: "T" + title, Author: title, Keywords: []string{text, uri}, Lang: "en", Uncompressed: true})
		p := d.AddPage(200, 200)
		link := d.Root().Add(pdf.P).Add(pdf.Link)
		link.Alt, link.Title = text, title
		p.Link(link, pdf.Rect{W: 10, H: 10}, "x:"+uri, "L"+title)
		d.AddOutline(title, level, p, 0)
		run := pdf.GlyphRun{Font: face, Size: 10, Glyphs: []pdf.Glyph{{ID: 40, Text: text}, {ID: 41}, {ID: 42, Text: title}}}
		p.Mark(link).Glyphs(run)
		var b bytes.Buffer
		if _, err := d.WriteTo(&b); err != nil {
			if len(title)+len(text)+len(uri) < 10000 {
				t.Fatal(err)
			}
			return
		}
		start := bytes.Index(b.Bytes(), []byte("<x:xmpmeta"))
		end := bytes.Index(b.Bytes(), []byte("</x:xmpmeta>"))
		decoder := xml.NewDecoder(bytes.NewReader(b.Bytes()[start : end+len("</x:xmpmeta>")]))
		for {
			if _, err := decoder.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
		info := b.Bytes()[bytes.Index(b.Bytes(), []byte("2 0 obj\n")):]
		if end := stringEnd(info[bytes.Index(info, []byte("/Title "))+len("/Title "):]); end == 0 {
			t.Fatalf("the title does not end: %.200q", info)
		}
	})
}

// stringEnd returns the length of the string at the start of b if the line ends with it, else 0.
func stringEnd(b []byte) int {
	if b[0] == '<' {
		end := bytes.IndexByte(b, '>') + 1
		if b[end] != '\n' {
			return 0
		}
		return end
	}
	depth := 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			if b[i+1] != '\n' {
				return 0
			}
			return i + 1
		}
	}
	return 0
}
