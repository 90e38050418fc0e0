package docx

import (
	"fmt"
	"strings"

	"github.com/presskit-go/presskit/kit/doc"
)

// blocks builds a list of blocks in a place, where nothing goes before.
func (b *builder) blocks(pl place, blocks []doc.Block) flow {
	var f flow
	b.add(pl, &f, blocks)
	return f
}

// add builds a list of blocks in a place, after what stands in a flow.
func (b *builder) add(pl place, f *flow, blocks []doc.Block) {
	blocks = b.parted(pl, blocks)
	for i := 0; i < len(blocks); i++ {
		if _, ok := blocks[i].(*doc.Card); ok {
			// Cards in a row are rows of one table.
			var cards []*doc.Card
			for ; i < len(blocks); i++ {
				c, ok := blocks[i].(*doc.Card)
				if !ok {
					break
				}
				cards = append(cards, c)
			}
			i--
			b.cards(pl, f, cards)
			continue
		}
		at := pl
		a, ok := blocks[i].(*doc.Aside)
		if ok && !hasText(blocks[i+1:]) {
			if i == len(blocks)-1 && !b.alongside() && b.contentsAtHead(pl, f, a, blocks[:i]) {
				continue
			}
			if !b.alongside() {
				at.side = 0
			}
		}
		if b.alongside() {
			at.above = b.before + b.textEstimate(blocks[:i], pl)
		}
		if ok {
			at.beside, at.bounded = b.textBeside(pl, blocks[i+1:])
		}
		if c, ok := blocks[i].(*doc.Callout); ok && b.mayBeWide(c, pl, blocks, i) {
			wide := *c
			wide.Role = doc.RoleQuoteWide
			b.callout(pl, f, &wide)
			continue
		}
		b.block(at, f, blocks[i])
	}
}

func (b *builder) block(pl place, f *flow, blk doc.Block) {
	switch blk := blk.(type) {
	case *doc.Heading:
		p := b.para(paragraphID(blk.Role), pl, b.mark(blk.ID, b.runs(blk.Text, blk.Role))...)
		b.rank(p, blk)
		*f = append(*f, p)
		b.heading = blk.Text.Plain()
	case *doc.Para:
		if blk.Role == doc.RoleContact {
			lines := linesOf(blk.Text)
			for i, line := range lines {
				p := b.text(blk.Role, pl, line)
				if i < len(lines)-1 {
					p.style = b.sheet.variant(p.style, "Contact Line", func(v *style) { v.look.Before, v.look.After = 0, 0 }).id
				}
				*f = append(*f, p)
			}
			return
		}
		p := b.text(blk.Role, pl, blk.Text)
		if indent := b.d.Style(blk.Role).Indent; blk.Follows && indent > 0 {
			p.style = b.sheet.firstIndent(blk.Role, indent)
		}
		*f = append(*f, p)
	case *doc.Rule:
		p := b.para(divider, pl)
		p.end += pl.width - pl.width*dividerShare
		*f = append(*f, p)
	case *doc.PageBreak:
		*f = append(*f, b.pageBreak(pl))
	case *doc.List:
		if blk.Role == doc.RoleTimelineText {
			b.timeline(pl, f, blk)
		} else {
			b.list(pl, f, blk)
		}
	case *doc.Table:
		if blk.Role == doc.RoleFactValue {
			b.facts(pl, f, blk)
		} else {
			b.table(pl, f, blk)
		}
	case *doc.Section:
		b.section(pl, f, blk)
	case *doc.Card:
		b.cards(pl, f, []*doc.Card{blk})
	case *doc.Row:
		b.labelled(pl, f, blk)
	case *doc.Columns:
		b.columns(pl, f, blk)
	case *doc.Contents:
		b.contents(pl, f, blk, blk.Title, false)
	case *doc.Figure:
		b.figure(pl, f, blk)
	case *doc.Gallery:
		b.gallery(pl, f, blk)
	case *doc.Callout:
		b.callout(pl, f, blk)
	case *doc.Aside:
		b.aside(pl, f, blk)
	case *doc.StatGroup:
		b.band(pl, f, nil, []*doc.StatGroup{blk})
	default:
		panic(fmt.Sprintf("docx: unknown block %T", blk))
	}
}

// pageBreak is a break in a paragraph of its own, least high.
func (b *builder) pageBreak(pl place) *paragraph {
	p := b.gap(pl)
	p.content = []inline{&run{pageBreak: true}}
	return p
}

// linesOf parts a text at its line breaks.
func linesOf(t doc.Text) []doc.Text {
	lines := []doc.Text{nil}
	for _, r := range t {
		for i, part := range strings.Split(r.Text, "\n") {
			if i > 0 {
				lines = append(lines, nil)
			}
			if part != "" || r.Field != doc.NoField {
				r.Text = part
				lines[len(lines)-1] = append(lines[len(lines)-1], r)
			}
		}
	}
	return lines
}
