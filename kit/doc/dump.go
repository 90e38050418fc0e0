package doc

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// Dump writes the tree as text to read and to compare: one line for each node,
// indented by depth, in reading order. Text stands in quotation marks; a run
// that is more than plain text stands in braces, what it is before a bar:
//
//	heading 1 headline "Viceministro Valentini visita il polo"
//	para body "{dateline|Milano}{soft| — }Questo {strong|pomeriggio}"
//
// Spaces other than U+0020 and other characters that do not show are escaped as
// in Go. Styles, colours and fonts are left out: they come from layout and brand
// unchanged. Pictures are named, not written.
func Dump(w io.Writer, d *Document) error {
	out := bufio.NewWriter(w)
	p := &dumper{w: out}
	p.document(d)
	for i := range d.Parts {
		p.part(&d.Parts[i])
	}
	return out.Flush()
}

type dumper struct {
	w     *bufio.Writer
	depth int
}

func (p *dumper) line(format string, args ...any) {
	for range p.depth {
		p.w.WriteString("  ")
	}
	fmt.Fprintf(p.w, format, args...)
	p.w.WriteByte('\n')
}

func (p *dumper) in(f func()) {
	p.depth++
	f()
	p.depth--
}

func (p *dumper) document(d *Document) {
	p.line("document %s%s on %s", d.Lang, flag(d.RTL, "rtl"), d.Page.Name)
	p.in(func() {
		m := d.Meta
		for _, field := range []struct{ name, value string }{
			{"id", m.ID}, {"version", m.Version}, {"title", m.Title}, {"subject", m.Subject}, {"author", m.Author},
			{"keywords", strings.Join(m.Keywords, ", ")}, {"rights", m.Rights}, {"rights-url", m.RightsURL}, {"status", m.Status},
			{"embargo", m.Embargo}, {"url", m.URL},
		} {
			if field.value != "" {
				p.line("%s %s", field.name, strconv.Quote(field.value))
			}
		}
		if d.Logo != nil {
			p.line("logo %s", picture(d.Logo))
			if d.RunningLogo != nil {
				p.line("running-logo %s", picture(d.RunningLogo))
			}
		} else if d.LogoAlt != "" {
			p.line("logo-alt %s", strconv.Quote(d.LogoAlt))
		}
		if d.Embargo != nil {
			p.line("embargo %s", text(d.Embargo))
		}
		if d.Running != nil {
			p.line("running %s", text(d.Running))
		}
		if d.Footer.Start != nil || d.Footer.End != nil {
			p.line("footer %s %s", text(d.Footer.Start), text(d.Footer.End))
		}
		if d.Footer.Center != nil {
			p.line("footer-center %s", text(d.Footer.Center))
		}
	})
}

func (p *dumper) part(d *Part) {
	head := fmt.Sprintf("part %s span=%d", d.Role, d.Span)
	if d.Offset > 0 {
		head += fmt.Sprintf(" offset=%g", d.Offset)
	}
	if d.Columns > 1 {
		head += fmt.Sprintf(" columns=%d", d.Columns)
	}
	head += flag(d.Cover, "cover") + flag(d.NewPage, "new-page") + flag(d.Foot, "foot")
	for _, line := range d.Header {
		head += " " + text(line)
	}
	p.line("%s", head)
	p.in(func() { p.blocks(d.Blocks) })
}

func (p *dumper) blocks(blocks []Block) {
	for _, b := range blocks {
		p.block(b)
	}
}

func (p *dumper) block(b Block) {
	switch n := b.(type) {
	case *Heading:
		p.line("heading %d %s%s %s", n.Level, n.Role, id(n.ID), text(n.Text))
	case *Para:
		p.line("para %s%s %s", n.Role, flag(n.Follows, "follows"), text(n.Text))
	case *List:
		p.list(n)
	case *Table:
		p.table(n)
	case *Rule:
		p.line("rule")
	case *PageBreak:
		p.line("page-break")
	case *Section:
		p.line("section %s%s%s %s", n.Role, id(n.ID), flag(n.Beside, "beside"), text(n.Title))
		p.in(func() { p.blocks(n.Blocks) })
	case *Card:
		p.line("card %s%s%s", n.Role, flag(n.Round, "round"), flag(n.Bare, "bare"))
		p.in(func() {
			p.picture(n.Picture)
			p.blocks(n.Blocks)
		})
	case *Row:
		p.line("row")
		p.in(func() {
			p.line("label")
			p.in(func() { p.blocks(n.Label) })
			p.blocks(n.Blocks)
		})
	case *Columns:
		p.line("columns %s", n.Role)
		p.in(func() {
			for _, c := range n.Columns {
				p.line("column span=%d", c.Span)
				p.in(func() { p.blocks(c.Blocks) })
			}
		})
	case *Contents:
		p.line("contents%s", titled(n.Title))
		p.in(func() {
			for _, e := range n.Entries {
				p.line("entry%s %s", id(e.ID), text(e.Text))
			}
		})
	case *Figure:
		p.figure(n)
	case *Gallery:
		p.line("gallery columns=%d aspect=%.4g", n.Columns, n.Aspect)
		p.in(func() {
			for _, f := range n.Figures {
				p.figure(f)
			}
		})
	case *Callout:
		p.callout(n)
	case *Aside:
		p.line("aside %s %s%s", n.Role, n.Place, titled(n.Title))
		p.in(func() { p.blocks(n.Blocks) })
	case *StatGroup:
		p.line("group%s", titled(n.Title))
		p.in(func() {
			for _, s := range n.Stats {
				p.stat(s)
			}
		})
	default:
		panic(fmt.Sprintf("doc: dump of %T", b))
	}
}

func (p *dumper) list(n *List) {
	head := "list " + string(n.Role)
	if n.Ordered {
		head += fmt.Sprintf(" ordered from %d", n.Start)
	}
	p.line("%s", head)
	p.in(func() {
		for _, item := range n.Items {
			p.line("item%s%s", [...]string{"", " now", " planned"}[item.State], titled(item.Label))
			p.in(func() { p.blocks(item.Blocks) })
		}
	})
}

func (p *dumper) table(n *Table) {
	head := "table " + string(n.Role) + flag(n.HeaderColumn, "header-column") + flag(n.Across, "across")
	for _, a := range n.Align {
		head += " " + [...]string{"start", "end", "center", "justify"}[a]
	}
	p.line("%s%s", head, titled(n.Caption))
	p.in(func() {
		for _, row := range n.Header {
			p.line("header%s", cells(row))
		}
		for _, row := range n.Rows {
			p.line("row%s", cells(row))
		}
	})
}

func cells(row []Cell) string {
	s := ""
	for _, c := range row {
		s += " " + text(c.Text)
	}
	return s
}

func (p *dumper) figure(n *Figure) {
	head := "figure " + string(n.Role) + id(n.ID)
	if n.Number > 0 {
		head += fmt.Sprintf(" number=%d", n.Number)
	}
	head += [...]string{"", " float=top", " float=bottom"}[n.Float]
	p.line("%s%s", head, titled(n.Caption))
	p.in(func() {
		p.picture(n.Picture)
		for _, d := range n.Details {
			p.line("detail %s", text(d))
		}
	})
}

func (p *dumper) callout(n *Callout) {
	p.line("callout %s%s%s%s", n.Role, id(n.ID), flag(n.Pull, "pull"), flag(n.Highlight, "highlight"))
	p.in(func() {
		p.blocks(n.Body)
		if a := n.Attribution; a != nil {
			p.line("by %s%s", text(a.Name), titled(a.Title))
			p.in(func() { p.picture(a.Portrait) })
		}
	})
}

func (p *dumper) stat(s *Stat) {
	line := "stat" + id(s.ID) + flag(s.Highlight, "highlight")
	if s.Prefix != nil {
		line += " " + text(s.Prefix) + gap(s.PrefixTight)
	}
	line += " " + text(s.Value)
	if s.Unit != nil {
		line += gap(s.UnitTight) + " " + text(s.Unit)
	}
	p.line("%s: %s", line, text(s.Label))
	p.in(func() {
		p.chart(s.Chart)
		for _, n := range s.Notes {
			p.line("note %s", text(n))
		}
	})
}

func (p *dumper) chart(c *Chart) {
	if c == nil {
		return
	}
	line := "chart " + c.Kind.String()
	if c.Spacing != Even {
		line += " " + c.Spacing.String()
	}
	for _, at := range c.Points {
		if at.Label != "" {
			line += " " + quote(at.Label)
		}
		line += " " + strconv.FormatFloat(at.Value, 'g', -1, 64)
	}
	p.line("%s", line)
	p.in(func() { p.picture(c.Picture) })
}

// gap shows a word space between the parts of a statistic.
func gap(tight bool) string {
	if tight {
		return ""
	}
	return " _"
}

func (p *dumper) picture(n *Picture) {
	if n != nil {
		p.line("picture %s", picture(n))
	}
}

func picture(n *Picture) string {
	unit := "px"
	if n.Vector {
		unit = "vector"
	}
	s := fmt.Sprintf("%s %s %d×%d %s%s", n.ID, n.Name, n.Width, n.Height, unit, flag(n.Decorative, "decorative"))
	if n.Focus != [2]float64{0.5, 0.5} {
		s += fmt.Sprintf(" focus=%.4g,%.4g", n.Focus[0], n.Focus[1])
	}
	return strings.TrimSpace(s) + " " + quote(n.Alt)
}

// String gives the word for a place: "sidebar", "band".
func (p Place) String() string {
	if p == Band {
		return "band"
	}
	return "sidebar"
}

// String gives the word for a kind of chart: "ring", "bars", "spark".
func (k ChartKind) String() string { return [...]string{"ring", "bars", "spark"}[k] }

func flag(on bool, word string) string {
	if on {
		return " " + word
	}
	return ""
}

func id(s string) string {
	if s == "" {
		return ""
	}
	return " #" + s
}

func titled(t Text) string {
	if t == nil {
		return ""
	}
	return " " + text(t)
}

// text writes runs within quotation marks.
func text(t Text) string {
	var b strings.Builder
	for _, r := range t {
		if marks := runMarks(r); marks != "" {
			b.WriteString("{" + marks + "|" + escape(r.Text) + "}")
		} else {
			b.WriteString(escape(r.Text))
		}
	}
	return `"` + b.String() + `"`
}

func runMarks(r Run) string {
	var marks []string
	add := func(on bool, word string) {
		if on {
			marks = append(marks, word)
		}
	}
	add(r.Role != "", string(r.Role))
	add(r.Strong, "strong")
	add(r.Emph, "emph")
	add(r.Code, "code")
	add(r.Link != "", "link="+r.Link)
	add(r.Lang != "", "lang="+r.Lang)
	add(r.Field == FieldPage, "page")
	add(r.Field == FieldPages, "pages")
	return strings.Join(marks, " ")
}

func quote(s string) string { return `"` + escape(s) + `"` }

// escape makes a text fit between quotation marks, with all that does not show
// made visible.
func escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case strings.ContainsRune(`"\{}|`, r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == ' ':
			b.WriteByte(' ')
		case unicode.IsSpace(r) || !unicode.IsPrint(r):
			q := strconv.QuoteRuneToASCII(r)
			b.WriteString(q[1 : len(q)-1])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// String gives the words for a spacing: "evenly", "by-year", "by-month", "by-day".
func (s Spacing) String() string { return [...]string{"evenly", "by-year", "by-month", "by-day"}[s] }
