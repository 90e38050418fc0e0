package pdfwriter

import (
	"crypto/sha256"
	"encoding/hex"
	"time"
)

// xmp is metadata being written (ISO 16684-1, as RDF). What the document information says too must be the same in both
// (ISO 19005-2, 6.6.3); the author is one entry for that reason.
//
// All properties are of schemas that PDF/A knows (ISO 19005-2, 6.6.2.3.1), but for that of PDF/UA, which is described in
// the file.
type xmp struct{ b []byte }

const xmpBegin = "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
	`<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
`

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

const xmpEnd = "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"

// xmp starts the metadata with everything but the identifiers, which are not known yet.
func (d *Document) xmp() *xmp {
	o := &d.opts
	x := &xmp{append(make([]byte, 0, 4096), xmpBegin...)}
	x.single("dc:format", "application/pdf")
	x.single("dc:identifier", o.Identifier)
	x.languages("dc:title", o.Title, o.Lang)
	x.list("dc:creator", "Seq", o.Author)
	x.list("dc:publisher", "Bag", o.Publisher)
	x.languages("dc:description", o.Subject, o.Lang)
	x.list("dc:subject", "Bag", o.Keywords...)
	x.languages("dc:rights", o.Rights, o.Lang)
	x.list("dc:language", "Bag", o.Lang)
	if o.Rights != "" {
		x.single("xmpRights:Marked", "True")
	}
	x.single("xmpRights:WebStatement", o.RightsURL)
	x.single("photoshop:Instructions", o.Instructions)
	x.single("pdf:Keywords", d.keywords())
	x.single("pdf:Producer", o.Producer)
	x.single("xmp:CreatorTool", o.Creator)
	x.single("xmp:CreateDate", xmpDate(o.Created))
	x.single("xmp:ModifyDate", xmpDate(o.Modified))
	x.single("xmp:MetadataDate", xmpDate(o.Modified))
	x.single("pdfaid:part", "2")
	x.single("pdfaid:conformance", "A")
	x.single("pdfuaid:part", "1")
	return x
}

// identify writes the identifiers of XMP Media Management: that of the document stays the same from version to version
// if it has an identifier of its own, and that of the instance is of this very file.
func (x *xmp) identify(o *Options, id digest) {
	document := id
	if o.Identifier != "" {
		document = sha256.Sum256([]byte("document\x00" + o.Publisher + "\x00" + o.Identifier + "\x00" + o.Lang))
	}
	x.single("xmpMM:DocumentID", uuid(document))
	x.single("xmpMM:InstanceID", uuid(id))
	x.single("xmpMM:VersionID", o.Version)
}

// uuid makes a digest a universally unique identifier of version 8 (RFC 9562, 5.8).
func uuid(d digest) string {
	d[6] = d[6]&0x0f | 0x80
	d[8] = d[8]&0x3f | 0x80
	s := hex.EncodeToString(d[:16])
	return "uuid:" + s[:8] + "-" + s[8:12] + "-" + s[12:16] + "-" + s[16:20] + "-" + s[20:]
}

// close ends the metadata and returns it.
func (x *xmp) close() []byte { return append(append(x.b, pdfuaSchema...), xmpEnd...) }

// single writes a property with one value; none if that is empty.
func (x *xmp) single(name, value string) {
	if value != "" {
		x.tag("<", name, ">").escaped(value).tag("</", name, ">\n")
	}
}

// list writes a property with a list of values, in a Seq or a Bag.
func (x *xmp) list(name, container string, values ...string) {
	if len(values) == 0 || values[0] == "" {
		return
	}
	x.tag("<", name, "><rdf:").tag("", container, ">")
	for _, v := range values {
		x.tag("<rdf:li>", "", "").escaped(v).tag("</rdf:li>", "", "")
	}
	x.tag("</rdf:", container, "></").tag("", name, ">\n")
}

// languages writes a property whose value is in a language, which is also what it is by default.
func (x *xmp) languages(name, value, lang string) {
	if value == "" {
		return
	}
	x.tag("<", name, "><rdf:Alt>")
	for _, l := range []string{"x-default", lang} {
		x.tag(`<rdf:li xml:lang="`, l, `">`).escaped(value).tag("</rdf:li>", "", "")
	}
	x.tag("</rdf:Alt></", name, ">\n")
}

func (x *xmp) tag(before, name, after string) *xmp {
	x.b = append(append(append(x.b, before...), name...), after...)
	return x
}

// escaped writes text, which cleanText has rid of what XML does not allow.
func (x *xmp) escaped(s string) *xmp {
	for i := range len(s) {
		switch c := s[i]; c {
		case '&':
			x.b = append(x.b, "&amp;"...)
		case '<':
			x.b = append(x.b, "&lt;"...)
		case '>':
			x.b = append(x.b, "&gt;"...)
		default:
			x.b = append(x.b, c)
		}
	}
	return x
}

func xmpDate(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2006-01-02T15:04:05Z")
}
