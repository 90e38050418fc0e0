package docx

import (
	"fmt"

	"github.com/presskit-go/presskit/kit/doc"
)

// masthead writes a header part: the embargo band, then the logo beside the
// lines of the part, over a rule. It gives the id of the relationship. Headers
// of the first page are larger.
func (b *builder) masthead(lines []doc.Text, first bool) string {
	back := b.part
	defer func() { b.part = back }()
	b.part = fmt.Sprintf("word/header%d.xml", b.headers+1)
	b.headers++

	pg := b.d.Page
	pl := inCell(pg.TextWidth())
	var f flow
	if len(b.d.Embargo) > 0 {
		f = append(f, b.text(doc.RoleEmbargo, pl, b.d.Embargo))
	}
	height := pg.RunningLogoHeight
	if first {
		height = pg.LogoHeight
	}
	side := pg.SpanWidth(6)
	left, right := inCell(pg.TextWidth()-side), inCell(side)
	logo := b.para(b.sheet.figureInTable(), left)
	if d := b.logo(first, height, left.width); d != nil {
		logo.content = []inline{d}
	} else {
		logo = b.text(doc.RoleMasthead, left, doc.T(b.d.LogoAlt))
		logo.style = b.sheet.variant(logo.style, "Header Name", func(v *style) {
			v.look = b.d.Style(doc.RoleSectionTitle)
			v.look.Before, v.look.After, v.look.KeepNext, v.font = 0, 0, false, b.sheet.font(v.look)
		}).id
	}
	var text flow
	for i, t := range lines {
		role := doc.RoleMastheadLine
		if i == 0 {
			role = doc.RoleMasthead
		}
		text = append(text, b.text(role, right, t))
	}
	// Where the lines are higher than the logo, both stand closer to the rule.
	margins := sides[doc.Pt]{bottom: b.mastheadFoot(first)}
	words := doc.Pt(0)
	for _, e := range text {
		words += b.sheet.style(e.(*paragraph).style).look.LineHeight
	}
	over := min(max(0, words-height), margins.bottom-b.logoClear(first))
	margins.bottom, height = margins.bottom-over, height+over
	t := b.layoutTable(pl, left.width, right.width)
	t.rows = []row{{height: height + margins.bottom, cells: []cell{
		{margins: margins, bottom: true, content: flow{logo}},
		{margins: margins, bottom: true, content: b.closed(text)},
	}}}
	// A header ends with a paragraph: it is the rule, and the space below it.
	style := headerRule
	if !first {
		style += "Running"
	}
	f = append(f, t, b.para(style, pl))

	b.furniture = append(b.furniture, pending{b.part, f, false})
	return b.pkg.Relate(documentPart, officeRel+"header", b.part)
}

// mastheadFoot is the space between the logo and the rule below it: no less than
// the logo wants around itself.
func (b *builder) mastheadFoot(first bool) doc.Pt {
	return max(b.modules(mastheadRule), b.logoClear(first))
}

// logoClear is the free space that the logo wants around itself.
func (b *builder) logoClear(first bool) doc.Pt {
	height := b.d.Page.RunningLogoHeight
	if first {
		height = b.d.Page.LogoHeight
	}
	if l := b.d.MastheadLogo(first); l != nil {
		return l.Clear * height
	}
	return 0
}

// logo places the brand's logo by its height, within a width; nil if there is
// none.
func (b *builder) logo(first bool, height, most doc.Pt) *drawing {
	l := b.d.MastheadLogo(first)
	if l == nil {
		return nil
	}
	m, err := b.medium(l, height*4)
	if err != nil {
		b.fail(err)
		return nil
	}
	w := height * m.picture.Aspect()
	if w > most {
		w = most
	}
	d := b.picture(l, w, 0)
	if d != nil && d.alt == "" && !d.decorative {
		d.alt = b.clean(b.d.LogoAlt)
	}
	return d
}

// runningHeight is the height of the masthead of later pages.
func (b *builder) runningHeight() doc.Pt {
	return b.d.Page.RunningLogoHeight + b.mastheadFoot(false)
}

// firstTextDistance is the distance of the text of the first page from the upper
// edge. Word moves the text of the other pages down by itself, since their
// headers end lower.
func (b *builder) firstTextDistance() doc.Pt {
	return b.d.Page.Top + b.d.Page.LogoHeight + b.mastheadFoot(true) + 1
}

// footer writes the footer part of every page and gives its relationship.
func (b *builder) footer() string {
	back := b.part
	defer func() { b.part = back }()
	b.part = "word/footer1.xml"
	content := b.runs(b.d.Footer.Start, doc.RoleFooter)
	content = append(content, &run{text: "\t"})
	content = append(content, b.runs(b.d.Footer.End, doc.RoleFooter)...)
	p := b.para(paragraphID(doc.RoleFooter), inCell(b.d.Page.TextWidth()), content...)
	b.furniture = append(b.furniture, pending{b.part, flow{p}, true})
	return b.pkg.Relate(documentPart, officeRel+"footer", b.part)
}

// pending is a header or footer that waits for the indents of styles.
type pending struct {
	part   string
	flow   flow
	footer bool
}

// writeFurniture writes the headers and footers.
func (b *builder) writeFurniture() error {
	for _, p := range b.furniture {
		write, kind := b.markup.header, "header+xml"
		if p.footer {
			write, kind = b.markup.footer, "footer+xml"
		}
		data, err := write(p.flow)
		if err != nil {
			return err
		}
		b.pkg.Add(p.part, wordType+kind, data)
	}
	return nil
}
