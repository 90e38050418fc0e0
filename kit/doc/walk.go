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
	case *Row:
		w.blocks(b.Label)
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
