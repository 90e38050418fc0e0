package docx

import (
	"math"
	"slices"

	"github.com/presskit-go/presskit/kit/doc"
)

// writeBody builds and writes the document part, its headers and footers.
func (b *builder) writeBody() error {
	body, last := b.body()
	if !b.d.RTL {
		b.inset(body)
		for _, p := range b.furniture {
			b.inset(p.flow)
		}
	} else {
		for rest := body; len(rest) > 0; {
			n, s := b.sectionOf(rest)
			b.mirror(rest[:n], b.columnWidth(s))
			rest = rest[n:]
		}
		for _, p := range b.furniture {
			b.mirror(p.flow, b.d.Page.TextWidth())
		}
	}
	b.settle()
	b.settlePortraits()
	b.settleTables()
	b.nameHeadings()
	if err := b.checkMeta(); err != nil {
		return err
	}
	data, err := b.markup.document(body, last)
	if err != nil {
		return err
	}
	b.pkg.AddPacked(documentPart, wordType+"document.main+xml", b.cache.compressor.PackMarkup(data))
	b.pkg.Relate("", officeRel+"officeDocument", documentPart)
	return b.err
}

// body builds the parts. Parts with the same running head on the same page share
// a section.
func (b *builder) body() (flow, *section) {
	var out flow
	b.current = &section{titlePage: true, textDistance: b.leastTextDistance()}
	b.current.firstFooter = b.footer()
	b.current.footer = b.current.firstFooter
	b.room = b.firstRoom()
	var previous *doc.Part
	cover := coverOf(b.d)
	var begins int        // of the pages that are being built
	ending := math.MaxInt // where the end matter begins
	for i := range b.d.Parts {
		p := &b.d.Parts[i]
		newPage := previous != nil && (p.NewPage || previous == cover)
		switch {
		case previous == nil:
			b.current.newPage = p.NewPage
			if p == cover {
				b.current.header = b.masthead(p.Header, false)
				b.current.firstHeader, b.current.firstFooter = "", "" // a blank page, which needs no parts
				out = append(out, b.cover(p)...)
				previous = p
				continue
			}
			b.current.firstHeader, b.current.header = b.masthead(p.Header, true), b.masthead(p.Header, false)
		case newPage || !sameHeader(p.Header, previous.Header):
			if n := len(out); newPage && n > 0 {
				if t, ok := out[n-1].(*table); ok {
					t.after = 0 // a page has nothing to part
				}
			}
			if newPage {
				b.company(out[begins:], ending)
			}
			if newPage || !ended(out) && !b.endedBefore(out) {
				b.endSection(&out) // columns are level only before a section on the same page
			}
			b.current.newPage = newPage
			if newPage {
				begins = len(out)
			}
			if previous == cover {
				b.room = b.textHeight()
			}
			if !sameHeader(p.Header, previous.Header) {
				b.current.header = b.masthead(p.Header, false)
			}
		}
		pl := b.partPlace(*p)
		b.takeRoom(*p, pl)
		if p.NewPage && i > 0 {
			b.before = math.Inf(1)
		}
		page := &out
		if newPage {
			page = &flow{}
		}
		if p.Role == doc.RoleEnd {
			ending = len(out) - begins
		}
		if p.Foot && len(p.Blocks) > 0 {
			b.space(page, b.between(footSpace))
		}
		b.columnsOf = p.Columns
		b.running(pl, page, p.Blocks)
		b.columnsOf = 1
		if newPage {
			out = append(out, *page...)
		}
		b.before += b.textEstimate(p.Blocks, pl)
		previous = p
	}
	if previous == nil {
		b.current.firstHeader, b.current.header = b.masthead(nil, true), b.masthead(nil, false)
	}
	if ended(out) {
		out = append(out, b.gap(place{}))
	}
	b.company(out[begins:], ending)
	b.keepPairs(out)
	b.keepNotes(out)
	// A document ends with a paragraph.
	out = b.closed(b.partFrames(out))
	b.openContents(out)
	end := out[len(out)-1].(*paragraph)
	end.content = append(end.content, b.closeRange()...)
	return out, b.current
}

func sameHeader(a, b []doc.Text) bool {
	return slices.EqualFunc(a, b, func(a, b doc.Text) bool { return slices.Equal(a, b) })
}

// checkMeta looks at the texts that stand outside of the body.
func (b *builder) checkMeta() error {
	m := b.d.Meta
	for _, s := range append([]string{m.ID, m.Version, m.Title, m.Subject, m.Author, m.Rights, m.Status, m.Embargo, m.URL, m.Generator,
		b.d.Lang, b.d.Theme.Name, b.d.Theme.Headings, b.d.Theme.Base}, m.Keywords...) {
		b.clean(s)
	}
	return b.err
}

func (b *builder) writeStyles() error {
	data, err := b.markup.styles(b.d, b.complexLanguage())
	if err != nil {
		return err
	}
	b.addPart("word/styles.xml", "styles", wordType+"styles+xml", data)
	b.addPart("word/theme/theme1.xml", "theme", docType+"theme+xml", themePart(b.d.Theme, b.fonts.major, b.fonts.latin, b.complexScript, b.eastAsian))
	return nil
}

func (b *builder) writeNumbering() error {
	data, err := b.markup.numbering(b.lists)
	if err != nil {
		return err
	}
	b.addPart("word/numbering.xml", "numbering", wordType+"numbering+xml", data)
	return nil
}

func (b *builder) writeFonts() error {
	list := b.fonts.table()
	if b.format.Fonts == FontsNone {
		for i := range list {
			list[i].regular, list[i].bold, list[i].italic, list[i].boldItalic = nil, nil, nil, nil
		}
	}
	data, err := b.markup.fontTable(list, func(w *wordFace) fontProgram {
		h := b.embedding(w)
		name := "word/fonts/" + h.key[1:9] + ".odttf"
		if !b.pkg.Has(name) {
			b.pkg.AddPacked(name, docType+"obfuscatedFont", h.packed)
		}
		return fontProgram{b.pkg.Relate(fontPart, officeRel+"font", name), h.key}
	})
	if err != nil {
		return err
	}
	b.addPart(fontPart, "fontTable", wordType+"fontTable+xml", data)
	return nil
}

func (b *builder) writeSettings() error {
	embeds := false
	for _, f := range b.fonts.table() {
		embeds = embeds || f.regular != nil || f.bold != nil || f.italic != nil || f.boldItalic != nil
	}
	data, err := b.markup.settings(b.d, embeds && b.format.Fonts != FontsNone)
	if err != nil {
		return err
	}
	b.addPart("word/settings.xml", "settings", wordType+"settings+xml", data)
	return nil
}

func (b *builder) writeProperties() error {
	b.pkg.Add("docProps/core.xml", coreType, coreProperties(b.d))
	b.pkg.Relate("", coreRel, "docProps/core.xml")
	b.pkg.Add("docProps/app.xml", docType+"extended-properties+xml", extendedProperties(b.d))
	b.pkg.Relate("", officeRel+"extended-properties", "docProps/app.xml")
	if custom := customProperties(b.d); custom != nil {
		b.pkg.Add("docProps/custom.xml", docType+"custom-properties+xml", custom)
		b.pkg.Relate("", officeRel+"custom-properties", "docProps/custom.xml")
	}
	return nil
}

// addPart adds a part that the document relates to.
// Parts that are the same in many documents are compressed once.
func (b *builder) addPart(name, kind, contentType string, data []byte) {
	b.pkg.AddPacked(name, contentType, b.cache.compressor.PackKnown(data))
	b.pkg.Relate(documentPart, officeRel+kind, name)
}
