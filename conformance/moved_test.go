//go:build conformance

package conformance

import (
	"slices"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// unit is a block of the text: its texts, and what of a file says them.
type unit struct {
	texts []string
	moves bool // a figure, a quotation or a panel, which is read with its page
	parts bool // a panel: what goes on on a later page is read there
	read  int  // so many of the texts were found
	have  []said
	left  bool // it was not read, or not all of it, where the document has it
}

// units lists the blocks of a document, those inside of its sections too.
func units(d *doc.Document) []*unit {
	head := *d
	head.Parts = slices.Clone(d.Parts)
	for i, p := range head.Parts {
		head.Parts[i].Blocks = nil
		if len(p.Blocks) > 0 {
			head.Parts[i].Blocks = []doc.Block{&doc.Rule{}} // its head is that of the first page
		}
	}
	list := []*unit{{texts: textsOf(&head)}}
	var add func(blocks []doc.Block)
	one := func(u unit, blocks ...doc.Block) {
		u.texts = textsOf(&doc.Document{Lang: d.Lang, Logo: &doc.Picture{}, Parts: []doc.Part{{Blocks: blocks}}})
		list = append(list, &u)
	}
	add = func(blocks []doc.Block) {
		for _, b := range blocks {
			switch n := b.(type) {
			case *doc.Figure, *doc.Callout:
				one(unit{moves: true}, b)
			case *doc.Aside:
				one(unit{moves: true, parts: true}, b)
			case *doc.Section:
				one(unit{}, &doc.Section{Title: n.Title})
				add(n.Blocks)
			case *doc.Row:
				if len(n.Blocks) == 1 {
					if _, quote := n.Blocks[0].(*doc.Callout); quote {
						one(unit{moves: true}, b) // with its speaker beside it
						continue
					}
				}
				one(unit{}, n.Label...)
				add(n.Blocks)
			default:
				one(unit{}, b)
			}
		}
	}
	for _, p := range d.Parts {
		add(p.Blocks)
	}
	return slices.DeleteFunc(list, func(u *unit) bool { return len(u.texts) == 0 })
}

// textsOf gives the texts of a document as they are compared, without labels.
func textsOf(d *doc.Document) (texts []string) {
	for _, s := range doc.Texts(d) {
		if s = strings.Join(fold(d.Lang, s), " "); !skip(s) {
			texts = append(texts, s)
		}
	}
	return texts
}

// inPlace puts what a PDF reads with its page back to where the document has it. What
// moves must be read whole and between two blocks, a panel in parts between its rows,
// and may be read elsewhere than it was written only where the blocks around it stand on
// other pages: where one after it begins on an earlier page, or one before it ends on a
// later one. What is not found stays where it is, for others to complain about.
func inPlace(t *testing.T, d *doc.Document, all []said) []said {
	t.Helper()
	list := units(d)
	var open *unit // that is being read
	at := 0        // the unit that is expected
	left := func(u *unit) []string { return u.texts[u.read:] }
	begins := func(u *unit, s string) bool {
		return len(left(u)) > 0 && (left(u)[0] == s || left(u)[0] == numbered.ReplaceAllString(s, ""))
	}
	// find gives the unit that goes on with a text at the end of another.
	find := func(s string) *unit {
		next := at
		for next < len(list) && !begins(list[next], s) && list[next].moves {
			next++
		}
		if next == at && at < len(list) && begins(list[at], s) {
			at++
			return list[at-1]
		}
		for _, u := range list[:at] {
			if begins(u, s) {
				return u
			}
		}
		if next < len(list) && begins(list[next], s) {
			for _, u := range list[at:next] {
				u.left = true
			}
			at = next + 1
			return list[next]
		}
		for _, u := range list[at:] {
			if u.moves && begins(u, s) {
				u.left = true
				return u
			}
		}
		return nil
	}
	rest, labels := all, 0 // which belong to what follows
	for ; labels < len(rest); labels++ {
		s := strings.Join(fold(d.Lang, rest[labels].text), " ")
		if skip(s) {
			continue
		}
		if open == nil || !begins(open, s) {
			if open != nil && len(left(open)) > 0 {
				if !open.parts {
					break
				}
				open.left = true
			}
			if open = find(s); open == nil {
				break
			}
			for at < len(list) && len(left(list[at])) == 0 { // read before
				at++
			}
		}
		open.read++
		open.have = append(open.have, rest[:labels+1]...)
		rest, labels = rest[labels+1:], -1
	}
	var out []said
	for i, u := range list {
		out = append(out, u.have...)
		if u.left && len(u.have) > 0 && !moved(list, i) {
			t.Errorf("%q on page %d is read elsewhere than it was written, for no reason", u.texts[0], u.have[0].first+1)
		}
	}
	return append(out, rest...)
}

// moved says that unit i would be read against the order of the pages where it was
// written: beside the others up to the nearest that do not move.
func moved(list []*unit, i int) bool {
	have := list[i].have
	for k := i - 1; k >= 0; k-- {
		for _, s := range list[k].have {
			if s.last > have[0].first {
				return true
			}
		}
		if !list[k].moves {
			break
		}
	}
	for k := i + 1; k < len(list); k++ {
		for _, s := range list[k].have {
			if s.first < have[len(have)-1].last {
				return true
			}
		}
		if !list[k].moves {
			break
		}
	}
	return false
}
