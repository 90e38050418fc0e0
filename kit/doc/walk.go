package doc

import "fmt"

// Walk visits every block of a document in reading order, a block before what
// it holds. path is the chain of blocks around b, outermost first; it is reused
// between calls and must not be kept.
func Walk(d *Document, visit func(path []Block, b Block)) {
	w := walker{visit: visit}
	for _, p := range d.Parts {
		w.blocks(p.Blocks)
	}
}

// WalkBlocks is [Walk] over blocks alone.
func WalkBlocks(blocks []Block, visit func(path []Block, b Block)) {
	w := walker{visit: visit}
	w.blocks(blocks)
}

type walker struct {
	path  []Block
	visit func(path []Block, b Block)
}

func (w *walker) blocks(blocks []Block) {
	for _, b := range blocks {
		w.block(b)
	}
}

func (w *walker) block(b Block) {
	w.visit(w.path, b)
	w.path = append(w.path, b)
	defer func() { w.path = w.path[:len(w.path)-1] }()
	switch b := b.(type) {
	case *Heading, *Para, *Table, *Rule, *PageBreak, *Contents, *Figure, *StatGroup:
	case *List:
		for _, item := range b.Items {
			w.blocks(item.Blocks)
		}
	case *Section:
		w.blocks(b.Blocks)
	case *Card:
		w.blocks(b.Blocks)
	case *Columns:
		for _, c := range b.Columns {
			w.blocks(c.Blocks)
		}
	case *Gallery:
		for _, f := range b.Figures {
			w.block(f)
		}
	case *Callout:
		w.blocks(b.Body)
	case *Aside:
		w.blocks(b.Blocks)
	default:
		panic(fmt.Sprintf("doc: unknown block %T", b))
	}
}

// Texts gives the words of a document in reading order, one string for each
// line of text that stands by itself: a paragraph, a heading, a cell, a caption,
// the figure of a statistic and its label. Formats must agree on them. Running
// heads, page numbers, bullets and the numbers of pictures are not among them.
func Texts(d *Document) []string {
	var out []string
	add := func(texts ...Text) {
		for _, t := range texts {
			if s := t.Plain(); s != "" {
				out = append(out, s)
			}
		}
	}
	for _, p := range d.Parts {
		texts(p.Blocks, add)
	}
	return out
}

func texts(blocks []Block, add func(...Text)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Heading:
			add(b.Text)
		case *Para:
			add(b.Text)
		case *Rule, *PageBreak:
		case *List:
			for _, item := range b.Items {
				add(item.Label)
				texts(item.Blocks, add)
			}
		case *Table:
			add(b.Caption)
			for _, rows := range [][][]Cell{b.Header, b.Rows} {
				for _, row := range rows {
					for _, c := range row {
						add(c.Text)
					}
				}
			}
		case *Section:
			add(b.Title)
			texts(b.Blocks, add)
		case *Card:
			texts(b.Blocks, add)
		case *Columns:
			for _, c := range b.Columns {
				texts(c.Blocks, add)
			}
		case *Contents:
			add(b.Title)
			for _, e := range b.Entries {
				add(e.Text)
			}
		case *Figure:
			add(b.Caption)
			add(b.Details...)
		case *Gallery:
			for _, f := range b.Figures {
				texts([]Block{f}, add)
			}
		case *Callout:
			texts(b.Body, add)
			if a := b.Attribution; a != nil {
				add(a.Name, a.Title)
			}
		case *Aside:
			add(b.Title)
			texts(b.Blocks, add)
		case *StatGroup:
			add(b.Title)
			for _, s := range b.Stats {
				add(s.Line(), s.Label)
				add(s.Notes...)
			}
		default:
			panic(fmt.Sprintf("doc: unknown block %T", b))
		}
	}
}
