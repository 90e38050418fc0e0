package pdfwriter

import (
	"fmt"
	"strings"
	"time"
)

// writeCatalog writes the catalog, the document information and the metadata.
func (a *assembly) writeCatalog(structure, outline ref) {
	o := &a.doc.opts
	metadata, profile := a.alloc(), a.alloc()
	// Metadata stays readable for programs that look for it without understanding PDF.
	a.setRaw(metadata, new(object).key("Type").name("Metadata").key("Subtype").name("XML"), a.doc.xmp())
	icc, _, _ := a.packed(cacheKey{id: "sRGB"}, func() ([]byte, error) { return srgbProfile(), nil })
	a.setPacked(profile, new(object).key("N").int(3), icc)

	cat := new(object).begin().key("Type").name("Catalog").key("Pages").ref(a.pageTree)
	cat.textKey("Lang", o.Lang).key("MarkInfo").raw("<</Marked true>>").key("StructTreeRoot").ref(structure)
	cat.key("ViewerPreferences").raw("<</DisplayDocTitle true")
	if o.RightToLeft {
		cat.raw(" /Direction /R2L")
	}
	cat.raw(">>").key("Metadata").ref(metadata)
	cat.key("OutputIntents").raw("[<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)" +
		" /Info (sRGB IEC61966-2.1) /DestOutputProfile ").ref(profile).raw(">>]")
	if outline != 0 {
		cat.key("Outlines").ref(outline)
	}
	a.set(a.catalog, cat.end())

	info := new(object).begin().textKey("Title", o.Title).textKey("Author", o.Author).textKey("Subject", o.Subject)
	info.textKey("Keywords", a.doc.keywords()).textKey("Creator", o.Creator).textKey("Producer", o.Producer)
	for _, d := range []struct {
		key  string
		time time.Time
	}{{"CreationDate", o.Created}, {"ModDate", o.Modified}} {
		if !d.time.IsZero() {
			info.key(d.key).text(d.time.UTC().Format("D:20060102150405Z"))
		}
	}
	a.set(a.info, info.end())
}

// keywords returns the keywords as one string, as both the document information and pdf:Keywords have them.
func (d *Document) keywords() string { return strings.Join(d.opts.Keywords, ", ") }

// pdfuaSchema describes pdfuaid:part, which PDF/A does not know (ISO 19005-2, 6.6.2.3.3).
const pdfuaSchema = `<pdfaExtension:schemas>
<rdf:Bag>
<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property>
<rdf:Seq>
<rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li>
</rdf:Seq>
</pdfaSchema:property>
</rdf:li>
</rdf:Bag>
</pdfaExtension:schemas>
`

// xmp returns the metadata (ISO 16684-1). What the document information says too must be the same in both
// (ISO 19005-2, 6.6.3); the author is one entry for that reason.
func (d *Document) xmp() []byte {
	o := &d.opts
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
`)
	single := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "<%s>%s</%s>\n", name, escapeXML(value), name)
		}
	}
	list := func(name, container, attributes string, values ...string) {
		if len(values) == 0 || values[0] == "" {
			return
		}
		fmt.Fprintf(&b, "<%s><rdf:%s>", name, container)
		for _, v := range values {
			fmt.Fprintf(&b, "<rdf:li%s>%s</rdf:li>", attributes, escapeXML(v))
		}
		fmt.Fprintf(&b, "</rdf:%s></%s>\n", container, name)
	}
	const anyLang = ` xml:lang="x-default"`
	single("dc:format", "application/pdf")
	list("dc:title", "Alt", anyLang, o.Title)
	list("dc:creator", "Seq", "", o.Author)
	list("dc:description", "Alt", anyLang, o.Subject)
	list("dc:subject", "Bag", "", o.Keywords...)
	list("dc:rights", "Alt", anyLang, o.Rights)
	list("dc:language", "Bag", "", o.Lang)
	single("pdf:Keywords", d.keywords())
	single("pdf:Producer", o.Producer)
	single("xmp:CreatorTool", o.Creator)
	single("xmp:CreateDate", xmpDate(o.Created))
	single("xmp:ModifyDate", xmpDate(o.Modified))
	single("pdfaid:part", "2")
	single("pdfaid:conformance", "A")
	single("pdfuaid:part", "1")
	b.WriteString(pdfuaSchema)
	b.WriteString("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(b.String())
}

func xmpDate(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2006-01-02T15:04:05Z")
}

func escapeXML(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}
