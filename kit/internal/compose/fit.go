package compose

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/layouts"
)

// Fit makes a document keep to the pages that its layout allows. It takes, in this
// order, the first of these that is enough:
//
//  1. the largest type down to the layout's smallest;
//  2. statistics without their charts, which show the same numbers once more;
//  3. no more than twelve statistics in one panel;
//  4. leaving out paragraphs whose words a quotation of the kit repeats;
//  5. leaving out the end of the text, block by block, then quotations, then all
//     panels of statistics but the first.
//
// What is left out is said in the list, as warnings with its place. The headline,
// the first paragraph, boilerplate and contacts always stay; a document that they
// fill has as many pages as it takes, and the list says so.
//
// count gives the number of pages of a document. The tree of d is not changed. An
// error of count is one of the document, which rendering will report: then d comes
// back as it is.
func Fit(d *doc.Document, f layouts.Fit, count func(*doc.Document) (int, error)) (*doc.Document, diag.List) {
	if f.Pages == 0 {
		return d, nil
	}
	t := fitting{d: d, fit: f, count: count}
	out, list := t.run()
	if t.err != nil {
		return d, nil
	}
	out.Pages = f.Pages
	return out, list
}

type fitting struct {
	d     *doc.Document
	fit   layouts.Fit
	count func(*doc.Document) (int, error)
	err   error
}

// fitStep is the difference between two sizes that are tried.
const fitStep = 0.025

func (t *fitting) run() (*doc.Document, diag.List) {
	gone := map[doc.Block]bool{}
	if out := t.sized(gone); out != nil || t.err != nil {
		return out, nil
	}
	if plain, any := withoutCharts(t.d); any {
		t.d = plain
		if out := t.sized(gone); out != nil || t.err != nil {
			return out, nil
		}
	}
	var list diag.List
	if fewer, some := withoutMany(t.d); some != nil {
		list = append(list, statsLeftOut(some, t.fit.Pages)...)
		t.d = fewer
		if out := t.sized(gone); out != nil || t.err != nil {
			return out, list
		}
	}
	all := t.removable()
	repeated := t.repeated()
	var order []doc.Block // in which blocks are left out
	order = append(order, repeated...)
	for _, b := range slices.Backward(all) {
		if !slices.Contains(repeated, b) {
			order = append(order, b)
		}
	}
	least := sort.Search(len(order), func(n int) bool {
		return t.err != nil || t.fits(t.without(t.first(order, n, len(repeated)), t.fit.Scale))
	})
	gone = t.first(order, least, len(repeated))
	out := t.sized(gone)
	if t.err != nil {
		return nil, nil
	}
	list = append(list, leftOut(all, gone, t.fit.Pages)...)
	list.Sort()
	if out == nil { // not even then
		d := list.Add(diag.Span{}, "too-many-pages", "headline, lede, statistics and the end matter alone take more than %s", pagesOf(t.fit.Pages))
		d.Severity, d.Hint = diag.Warning, "choose another layout, or shorten them"
		out = t.without(gone, t.fit.Scale)
	}
	return out, list
}

// first gives the first n blocks to be left out, but of those that are repeated all
// or none: one of two stories would be stranger than none. A heading goes with what
// it heads.
func (t *fitting) first(order []doc.Block, n, repeated int) map[doc.Block]bool {
	if n > 0 {
		n = max(n, repeated)
	}
	gone := map[doc.Block]bool{}
	for _, b := range order[:min(n, len(order))] {
		gone[b] = true
	}
	for i := range t.d.Parts {
		blocks := t.d.Parts[i].Blocks
		for k, b := range blocks {
			h, ok := b.(*doc.Heading)
			if !ok || h.Level == 1 {
				continue
			}
			if rest := blocks[k+1:]; slices.ContainsFunc(rest, func(b doc.Block) bool { return gone[b] }) && !heads(h, rest, gone) {
				gone[b] = true
			}
		}
	}
	return gone
}

// heads says that text of its own is left below a heading.
func heads(h *doc.Heading, rest []doc.Block, gone map[doc.Block]bool) bool {
	for _, b := range rest {
		if gone[b] {
			continue
		}
		switch n := b.(type) {
		case *doc.Heading:
			return n.Level > h.Level
		case *doc.Callout: // beside the text, unless it is a quotation in it
			if n.Role == doc.RoleQuote {
				continue
			}
		}
		return isText(b)
	}
	return false
}

// isText says that a block is one of the story, rather than a panel or an end mark.
func isText(b doc.Block) bool {
	switch b := b.(type) {
	case *doc.Para:
		return b.Role == doc.RoleBody || b.Role == doc.RoleCode
	case *doc.List, *doc.Table, *doc.Figure, *doc.Heading, *doc.Rule, *doc.Row, *doc.Callout:
		return true
	}
	return false
}

// removable lists the blocks of the text that may be left out, in its order; those
// at its end, and quotations last of all, are the first to go.
func (t *fitting) removable() []doc.Block {
	var panels, quotes, text []doc.Block
	lede := false
	for i := range t.d.Parts {
		p := &t.d.Parts[i]
		if p.Role != doc.RoleRelease {
			continue
		}
		for _, b := range p.Blocks {
			switch n := b.(type) {
			case *doc.Aside:
				panels = append(panels, b)
			case *doc.Columns:
				quotes = append(quotes, b)
			case *doc.Para:
				switch {
				case n.Role == doc.RoleLede, n.Role == doc.RoleBody && !lede:
					lede = true // the first paragraph
				case isText(b):
					text = append(text, b)
				}
			case *doc.Callout:
				if n.Pull || n.Role == doc.RoleQuote {
					quotes = append(quotes, b)
				} else {
					text = append(text, b)
				}
			default:
				if isText(b) {
					text = append(text, b)
				}
			}
		}
	}
	return slices.Concat(panels[min(1, len(panels)):], quotes, text)
}

// repeated lists the paragraphs of the text whose words stand in a quotation of the
// kit as well.
func (t *fitting) repeated() []doc.Block {
	var said []string
	doc.Walk(t.d, func(_ []doc.Block, b doc.Block) {
		if q, ok := b.(*doc.Callout); ok && q.Pull {
			for _, part := range strings.Split(strings.ReplaceAll(wordsOf(q), "[...]", "[…]"), "[…]") {
				if part = fold(part); part != "" {
					said = append(said, part)
				}
			}
		}
	})
	var out []doc.Block
	for _, b := range t.removable() {
		p, ok := b.(*doc.Para)
		if ok && slices.ContainsFunc(said, func(s string) bool { return strings.Contains(lettersOf(p), s) }) {
			out = append(out, b)
		}
	}
	return out
}

// sized gives the document without some blocks in the largest type in which it
// fits, or nil.
func (t *fitting) sized(gone map[doc.Block]bool) *doc.Document {
	steps := int((1-t.fit.Scale)/fitStep+0.5) + 1
	n := sort.Search(steps, func(n int) bool { return t.err != nil || t.fits(t.without(gone, t.scale(n))) })
	if n == steps || t.err != nil {
		return nil
	}
	return t.without(gone, t.scale(n))
}

// scale is the size that is tried n steps from the full one.
func (t *fitting) scale(n int) float64 { return max(1-float64(n)*fitStep, t.fit.Scale) }

func (t *fitting) fits(d *doc.Document) bool {
	n, err := t.count(d)
	if err != nil {
		t.err = err
	}
	return n <= t.fit.Pages
}

// without is a copy of the document that lacks some blocks, in another size of
// type. It shares everything else.
func (t *fitting) without(gone map[doc.Block]bool, scale float64) *doc.Document {
	d := *t.d
	d.Parts = slices.Clone(d.Parts)
	for i := range d.Parts {
		d.Parts[i].Blocks = slices.DeleteFunc(slices.Clone(d.Parts[i].Blocks), func(b doc.Block) bool { return gone[b] })
	}
	if scale == 1 {
		return &d
	}
	d.Page.Baseline *= scale
	d.Styles = maps.Clone(d.Styles)
	for role, s := range d.Styles {
		if !furniture(role) {
			d.Styles[role] = scaled(s, scale)
		}
	}
	return &d
}

// furniture says that a role belongs to what repeats from page to page.
func furniture(r doc.Role) bool {
	switch r {
	case doc.RoleMasthead, doc.RoleMastheadLine, doc.RoleFooter, doc.RoleFooterStrong, doc.RoleEmbargo:
		return true
	}
	return false
}

// smallestType is the size below which no type is made smaller, in points.
const smallestType = 7.0

// scaled sets a style in another size, its spaces with it.
func scaled(s doc.Style, by float64) doc.Style {
	out := s.Resized(by, by)
	if least := min(s.Size, smallestType); out.Size < least {
		out.LineHeight *= least / out.Size
		out.Size = least
	}
	return out
}

// leftOut warns of what a kit had no room for: of a run of the text once.
func leftOut(all []doc.Block, gone map[doc.Block]bool, pages int) (list diag.List) {
	for i := 0; i < len(all); i++ {
		if !gone[all[i]] {
			continue
		}
		first := i
		for isText(all[first]) && i+1 < len(all) && gone[all[i+1]] && isText(all[i+1]) {
			i++
		}
		what := fmt.Sprintf("this is left out, so that the kit keeps to %s: “%s”", pagesOf(pages), opening(said(all[i])))
		if n := i - first + 1; n > 1 {
			what = fmt.Sprintf("%d paragraphs and headings are left out, so that the kit keeps to %s, from “%s” to “%s”",
				n, pagesOf(pages), opening(said(all[first])), opening(said(all[i])))
		}
		d := list.Add(originOf(all[first]), "left-out", "%s", what)
		d.Severity, d.Hint = diag.Warning, "shorten the text, or choose another layout"
	}
	return list
}

// said are the words of a block; of a panel the labels of its figures.
func said(b doc.Block) string {
	a, ok := b.(*doc.Aside)
	if !ok {
		return wordsOf(b)
	}
	var out []string
	for _, g := range a.Blocks {
		if g, ok := g.(*doc.StatGroup); ok {
			out = append(out, statsSaid(g.Stats)...)
		}
	}
	return strings.Join(out, ", ")
}

// opening are the first words of a text.
func opening(s string) string {
	const most, letters = 6, 60
	words := strings.Fields(s)
	out := []rune(strings.Join(words[:min(most, len(words))], " "))
	if len(words) <= most && len(out) <= letters {
		return string(out)
	}
	return string(out[:min(letters, len(out))]) + " …"
}

func pagesOf(n int) string {
	if n == 1 {
		return "one page"
	}
	return fmt.Sprintf("%d pages", n)
}

// originOf is where the first words of a block were written.
func originOf(b doc.Block) (at diag.Span) {
	find := func(t doc.Text) {
		for _, r := range t {
			if at.Source == nil {
				at = r.Origin
			}
		}
	}
	doc.WalkBlocks([]doc.Block{b}, func(_ []doc.Block, b doc.Block) {
		switch b := b.(type) {
		case *doc.Para:
			find(b.Text)
		case *doc.Heading:
			find(b.Text)
		case *doc.StatGroup:
			for _, s := range b.Stats {
				find(s.Value)
			}
		}
	})
	return at
}
