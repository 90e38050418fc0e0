package release

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/presskit-go/presskit/kit/internal/markup"
	"github.com/presskit-go/presskit/kit/source"
)

// references reports directives and pictures in Markdown that name what is not
// there, and directives in texts that place no blocks.
func (c *checker) references() {
	placing := map[string]bool{"body": true, "backgrounder": true}
	for _, p := range c.parsed {
		_ = ast.Walk(p.doc.Root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if !entering {
				return ast.WalkContinue, nil
			}
			switch n := n.(type) {
			case *markup.Directive:
				if !placing[p.path] {
					c.report(p.doc.Span(n), "misplaced-directive", "{{%s}} can stand in the body only", n.Name)
					break
				}
				if n.Parent().Kind() != ast.KindDocument {
					c.report(p.doc.Span(n), "misplaced-directive", "{{%s}} must stand on a line of its own, not in a list or quotation", n.Name)
				}
				c.directive(n)
			case *markup.Stat:
				c.reference(n.ID, "statistic", c.statisticIDs)
			case *ast.Image:
				c.picture(p.doc, n)
			case *ast.Link:
				c.linkText(p.doc.PlainText(n), p.doc.Span(n))
				if id, ok := strings.CutPrefix(string(n.Destination), "#"); ok && id != "" {
					c.reference(source.Made(id, p.doc.Span(n)), "section or picture", append(c.r.Sections(), c.pictures...))
				}
			}
			return ast.WalkContinue, nil
		})
	}
	for i := range c.r.Links {
		label := c.r.Links[i].Label
		c.linkText(label.Value, label.At(0, len(label.Value)))
	}
}

func (c *checker) directive(n *markup.Directive) {
	switch n.Name {
	case markup.Quote:
		c.reference(n.Arg, "quote", c.quoteIDs)
	case markup.Figure:
		c.reference(n.Arg, "picture", c.pictures)
	case markup.Statistics:
		c.reference(n.Arg, "group of statistics", c.groups)
	}
}

// Sections lists the ids of the titled sections that the release has something for,
// which links in Markdown may lead to: "#timeline", as to the ids of pictures. A
// layout may leave one out.
func (r *Release) Sections() (ids []string) {
	for _, s := range []struct {
		id    string
		given bool
	}{
		{"fact-sheet", len(r.FactSheet) > 0}, {"timeline", len(r.Timeline) > 0}, {"backgrounder", r.Backgrounder.Given()},
		{"faq", len(r.FAQ) > 0}, {"people", len(r.People) > 0}, {"awards", len(r.Awards) > 0}, {"pictures", len(r.Media) > 0},
		{"further-reading", len(r.Links) > 0}, {"contacts", len(r.Contacts) > 0},
	} {
		if s.given {
			ids = append(ids, s.id)
		}
	}
	return ids
}

// Picture returns the picture that an image in Markdown names, by its id or by
// the path that media gives it, and its id; nil if there is none.
func (r *Release) Picture(name string) (id string, m *Media) {
	if m := r.Media.Get(name); m != nil {
		return name, m
	}
	for i := range r.Media {
		if r.Media[i].Value.Path.Value == name {
			return r.Media[i].Key, &r.Media[i].Value
		}
	}
	return "", nil
}

func (c *checker) picture(doc *markup.Doc, n *ast.Image) {
	name := string(n.Destination)
	if _, m := c.r.Picture(name); m == nil {
		c.reference(source.Made(name, doc.Span(n)), "picture", c.pictures)
	}
}
