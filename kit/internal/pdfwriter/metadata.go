package pdfwriter

import (
	"strings"
	"time"
)

// writeCatalog writes the catalog, the document information and the metadata.
func (a *assembly) writeCatalog(structure, outline ref) {
	o := &a.doc.opts
	metadata, profile := a.alloc(), a.alloc()
	icc, _, _ := a.packed(cacheKey{id: "sRGB"}, func() ([]byte, error) { return srgbProfile(), nil })
	a.setPacked(profile, new(object).key("N").int(3), icc)

	cat := new(object).begin().key("Type").name("Catalog").key("Pages").ref(a.pageTree)
	cat.textKey("Lang", o.Lang).key("MarkInfo").raw("<</Marked true>>").key("StructTreeRoot").ref(structure)
	cat.key("ViewerPreferences").raw("<</DisplayDocTitle true")
	if o.RightToLeft {
		cat.raw(" /Direction /R2L")
	}
	cat.raw(">>").key("PageLabels").raw("<</Nums [0 <</S /D>>]>>").key("Metadata").ref(metadata)
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

	// What is hashed is all but the metadata itself, which states the hash. Metadata stays readable for programs that
	// look for it without understanding PDF.
	x := a.doc.xmp()
	a.sum(x.b)
	x.identify(o, a.id)
	a.setRaw(metadata, new(object).key("Type").name("Metadata").key("Subtype").name("XML"), x.close())
}

// keywords returns the keywords as one string, as both the document information and pdf:Keywords have them.
func (d *Document) keywords() string { return strings.Join(d.opts.Keywords, ", ") }
