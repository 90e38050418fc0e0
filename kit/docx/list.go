package docx

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"

	"github.com/presskit-go/presskit/kit/doc"
)

// list builds a bulleted or numbered list, one paragraph style for each level.
func (b *builder) list(pl place, f *flow, l *doc.List) {
	number := bulletList
	if l.Ordered {
		b.lists = append(b.lists, max(l.Start, 0))
		number = firstFreeList + len(b.lists) - 1
	}
	level := min(pl.level, listLevels-1)
	style := "ListBullet"
	if l.Ordered {
		style = listNumber
	}
	if level > 0 {
		style += string(rune('1' + level))
	}
	inner := pl
	inner.level++
	from := len(*f)
	defer func() { keepShort((*f)[from:]) }()
	for _, item := range l.Items {
		marked := false
		if len(item.Label) > 0 {
			p := b.text(doc.RoleListItem, pl, item.Label.Strong())
			p.style, p.list, p.level = style, number, level
			*f = append(*f, p)
			marked = true
		}
		for _, blk := range item.Blocks {
			para, ok := blk.(*doc.Para)
			if !ok || para.Role != doc.RoleListItem && para.Role != doc.RoleBody {
				b.block(inner, f, blk)
				continue
			}
			if marked {
				p := b.para(listContinue, shifted(pl, listIndent*doc.Pt(level)), b.runs(para.Text, doc.RoleListItem)...)
				*f = append(*f, p)
				continue
			}
			p := b.para(style, pl, b.runs(para.Text, doc.RoleListItem)...)
			p.list, p.level = number, level
			*f = append(*f, p)
			marked = true
		}
	}
}

// keepShort keeps a list of a few lines on one page.
func keepShort(f flow) {
	const few = 6
	if len(f) > few {
		return
	}
	for i, e := range f {
		if p, ok := e.(*paragraph); ok {
			p.keepNext = i < len(f)-1
		}
	}
}

func shifted(pl place, by doc.Pt) place {
	pl.start += by
	pl.width = max(pl.width-by, leastWidth)
	return pl
}

// timeline builds a table of dates and events. The axis is the border between
// them, the dots are small pictures that stand over it.
func (b *builder) timeline(pl place, f *flow, l *doc.List) {
	dates := b.labelWidth(pl) - b.d.Page.Gutter + axisFrom
	t := &table{style: plainTable, start: pl.start, grid: []doc.Pt{dates, pl.width - dates}, headerColumn: true}
	for i, item := range l.Items {
		last := i == len(l.Items)-1
		date := b.text(doc.RoleTimelineDate, inCell(dates), item.Label)
		date.keepNext = i == 0 && !last
		if item.State == doc.Now {
			emphasize(date, doc.Accent)
		}
		inner := inCell(pl.width - dates)
		inner.start = axisFrom
		content := b.blocks(inner, item.Shown())
		if len(content) == 0 {
			content = flow{b.para(paragraphID(doc.RoleTimelineText), inner)}
		}
		if p, ok := content[0].(*paragraph); ok {
			b.dot(p, item.State)
		}
		axis := sides[rule]{start: rule{width: thin, color: doc.Primary}}
		if last {
			axis = sides[rule]{}
		}
		t.rows = append(t.rows, row{cells: []cell{
			{content: flow{date}},
			{content: b.closed(content), borders: axis},
		}})
	}
	*f = append(*f, t)
}

// emphasize colours a date: today's is the accent.
func emphasize(p *paragraph, c doc.ColorName) {
	for _, i := range p.content {
		if r, ok := i.(*run); ok {
			r.color = c
		}
	}
}

// dot hangs a dot to the start of the first line, centred on the axis.
func (b *builder) dot(p *paragraph, s doc.State) {
	size, fill, line := doc.Pt(dotSize), doc.Primary, doc.ColorName("")
	switch s {
	case doc.Past:
	case doc.Now:
		size, fill = nowDotSize, doc.Accent
	case doc.Planned:
		fill, line = doc.Paper, doc.Primary
	default:
		panic("docx: unknown state")
	}
	d := b.disc(fill, size)
	d.line, d.lineWidth = line, 1
	d.raise = (b.d.Style(doc.RoleTimelineText).Size*capHeight - size) / 2
	p.content = append([]inline{d, &run{text: "\t"}}, p.content...)
	p.hang = axisFrom + size/2
}

// disc is a picture of one colour in a round shape, which no cell clips. Each
// has a file of its own with another number of pixels: LibreOffice fills the
// second of two shapes with the same picture wrongly.
func (b *builder) disc(c doc.ColorName, size doc.Pt) *drawing {
	b.discs++
	const widest = 64
	rgb := b.d.Theme.Color(c)
	name := fmt.Sprintf("word/media/dot%d.png", b.discs)
	err := b.made(name, rgb.Hex(), func() ([]byte, error) {
		img := image.NewPaletted(image.Rect(0, 0, 1+b.discs%widest, 1+b.discs/widest), color.Palette{color.NRGBA{rgb.R, rgb.G, rgb.B, 255}})
		var out bytes.Buffer
		err := png.Encode(&out, img)
		return out.Bytes(), err
	})
	if err != nil {
		panic(err) // a few pixels can be encoded into memory
	}
	d := b.drawing(&doc.Picture{Name: "Dot", Decorative: true}, size, size)
	d.ellipse = true
	d.raster = b.pkg.Relate(b.part, officeRel+"image", name)
	return d
}

// capHeight of a common text face, in em.
const capHeight = 0.66
