package docx

import (
	"fmt"
	"strings"
	"time"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/opc"
)

// coreProperties writes what catalogues read (ISO/IEC 29500-2, clause 11).
func coreProperties(d *doc.Document) []byte {
	var b strings.Builder
	b.WriteString(opc.Header + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	text := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, `<%s>%s</%[1]s>`, name, opc.Escape(value))
		}
	}
	date := func(name string, t time.Time) {
		if !t.IsZero() {
			fmt.Fprintf(&b, `<dcterms:%s xsi:type="dcterms:W3CDTF">%s</dcterms:%[1]s>`, name, t.UTC().Format(time.RFC3339))
		}
	}
	m := d.Meta
	text("dc:title", m.Title)
	text("dc:subject", genre(d))
	text("dc:creator", m.Author)
	text("cp:keywords", strings.Join(m.Keywords, ", "))
	text("dc:description", m.Subject)
	text("cp:lastModifiedBy", m.Author)
	date("created", m.Created)
	date("modified", m.Modified)
	text("cp:contentStatus", m.Status)
	text("dc:language", d.Lang)
	text("cp:version", m.Version)
	b.WriteString(`</cp:coreProperties>`)
	return []byte(b.String())
}

// genre is what kind of text a document is: the first line of its head.
func genre(d *doc.Document) string {
	for _, p := range d.Parts {
		for _, line := range p.Header {
			return line.Plain()
		}
	}
	return ""
}

// extendedProperties name the program and the publisher.
func extendedProperties(d *doc.Document) []byte {
	var b strings.Builder
	b.WriteString(opc.Header + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">`)
	for _, p := range [][2]string{{"Application", d.Meta.Generator}, {"Company", d.Meta.Author}} {
		if p[1] != "" {
			fmt.Fprintf(&b, `<%s>%s</%[1]s>`, p[0], opc.Escape(p[1]))
		}
	}
	b.WriteString(`</Properties>`)
	return []byte(b.String())
}

// customProperties writes the identity of the release; nil if there is none.
func customProperties(d *doc.Document) []byte {
	const format = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" // of all custom properties
	var b strings.Builder
	b.WriteString(opc.Header + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"` +
		` xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">`)
	pid := 1 // 0 and 1 are taken
	for _, p := range [][2]string{
		{"Release ID", d.Meta.ID}, {"Release version", d.Meta.Version}, {"Status", d.Meta.Status}, {"Embargoed until", d.Meta.Embargo},
		{"Rights", d.Meta.Rights}, {"URL", d.Meta.URL},
	} {
		if p[1] == "" {
			continue
		}
		pid++
		fmt.Fprintf(&b, `<property fmtid="%s" pid="%d" name="%s"><vt:lpwstr>%s</vt:lpwstr></property>`, format, pid, p[0], opc.Escape(p[1]))
	}
	if pid == 1 {
		return nil
	}
	b.WriteString(`</Properties>`)
	return []byte(b.String())
}
