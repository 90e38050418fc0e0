package compose

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/layouts"
)

// Between these sizes running text can be read, and leaves room for what is larger.
const leastText, mostText doc.Pt = 7, 16

// Typed is the layout in the type that a brand wants: with running text of its size
// and leading, and everything else in proportion, as if scale and baseline of the
// layout were others. A size that is out of bounds is a warning.
func Typed(b *brand.Brand, l *layouts.Layout) (*layouts.Layout, diag.List) {
	var list diag.List
	body := l.Styles[doc.RoleBody]
	size := b.Text.Size.Of(body.Size)
	if near := min(max(size, leastText), mostText); near != size && size != body.Size {
		d := list.Add(b.Text.Size.Span, "out-of-range", "text of %.3g pt cannot be read with ease; %g pt is used", size, near)
		d.Severity = diag.Warning
		d.Hint = fmt.Sprintf("%g to %g pt are allowed; 16px is the size that the layout has, %.4g pt", leastText, mostText, body.Size)
		size = near
	}
	leading := body.LineHeight * size / body.Size
	if b.Text.LineHeight > 0 {
		leading = b.Text.LineHeight * size
	}
	for _, code := range []brand.Setting{b.Code, b.CodeBlock} {
		if set, wanted := codeSize(code, size), code.Size.Of(size); set != wanted {
			d := diag.Diagnostic{Span: code.Size.Span, Severity: diag.Warning, Rule: "out-of-range",
				Message: fmt.Sprintf("code of %.3g pt does not go with text of %.3g pt; %.3g pt is used", wanted, size, set),
				Hint:    fmt.Sprintf("%g to %g times the size of the text are allowed", leastCode, mostCode)}
			if !slices.Contains(list, d) { // both say so in one place
				list = append(list, d)
			}
		}
	}
	out := l.Resized(size/body.Size, leading/body.LineHeight)
	if out == l {
		return l, list
	}
	bound(out.Styles, l.Styles, out.Page.Baseline)
	for script, styles := range out.Scripts {
		bound(styles, l.Scripts[script], out.Page.Baseline)
	}
	return out, list
}

// bound takes back from styles what does not go with the sheet or the letters.
func bound(styles, was map[doc.Role]doc.Style, baseline doc.Pt) {
	for role, s := range styles {
		old := was[role]
		if furniture(role) {
			s.Size, s.LineHeight = min(s.Size, mostFurniture*old.Size), min(s.LineHeight, mostFurniture*old.LineHeight)
		}
		if s.LineHeight < tightest*s.Size && old.LineHeight >= tightest*old.Size {
			s = led(s, tightest, baseline)
		}
		styles[role] = s
	}
}

// mostFurniture is how much larger what repeats from page to page is set than in the
// layout: the margins that it stands in do not grow.
const mostFurniture = 1.25

// tightest is the leading, as a share of the size, below which no brand brings lines
// that the layout has farther apart: headings are tight by themselves.
const tightest = 1.05

// Code is so many times as large as the text around it.
const leastCode, mostCode = 0.5, 1.5

// codeSize is the size of code beside running text of a size.
func codeSize(s brand.Setting, text doc.Pt) doc.Pt {
	return min(max(s.Size.Of(text), leastCode*text), mostCode*text)
}

// Styles gives the styles of a layout as a brand wants them: weight, slant, leading
// and colour of headings, the weight of text, the family of small print, and blocks
// of code.
func Styles(b *brand.Brand, l *layouts.Layout) map[doc.Role]doc.Style {
	styles := make(map[doc.Role]doc.Style, len(l.Styles))
	for role := range l.Styles {
		styles[role] = branded(b, l, role)
	}
	return styles
}

// branded is the style of a role as a brand wants it.
func branded(b *brand.Brand, l *layouts.Layout, role doc.Role) doc.Style {
	s := l.Styles[role].Rounded()
	switch role {
	case doc.RoleHeadline, doc.RoleSectionTitle, doc.RoleSubhead, doc.RoleSubhead2, doc.RoleQuestion:
		s.Weight = cmp.Or(b.Heading.Weight, s.Weight)
		if b.Heading.Style != "" {
			s.Italic = b.Heading.Style != "normal"
		}
		if b.Gives("headings") && s.Color == doc.Ink {
			s.Color = doc.Headings
		}
		s = led(s, b.Heading.LineHeight, l.Page.Baseline)
	case doc.RoleCode:
		s = code(b, s, l)
	}
	if s.Italic && s.Family == doc.HeadingsFamily && l.Styles[role].Italic && !b.Leans(b.Headings) && b.Leans(b.Base) {
		s.Family = doc.BaseFamily // where the layout wants italics, they count for more than the family
	}
	if s.Family == doc.SmallFamily {
		if s.Family = doc.HeadingsFamily; b.SmallBase {
			s.Family = doc.BaseFamily
		}
	}
	if s.Family == doc.BaseFamily && s.Weight == regular {
		s.Weight = cmp.Or(b.Text.Weight, s.Weight)
	}
	return s
}

// inScript is the layout with the styles of a script in place of its own.
func inScript(l *layouts.Layout, script string) *layouts.Layout {
	own := l.Scripts[script]
	if len(own) == 0 {
		return l
	}
	out := *l
	out.Styles = maps.Clone(l.Styles)
	maps.Copy(out.Styles, own)
	return &out
}

// code is the style of blocks of code as a brand wants them.
func code(b *brand.Brand, s doc.Style, l *layouts.Layout) doc.Style {
	if b.CodeBlock.Family != "" {
		s.Family = doc.CodeBlockFamily
	}
	if b.CodeBlock.Size.Given() {
		s.Size = codeSize(b.CodeBlock, l.Styles[doc.RoleBody].Size)
		s = s.Rounded()
	}
	s.Weight = cmp.Or(b.CodeBlock.Weight, s.Weight)
	if b.Gives("code-block") {
		s.Color = doc.CodeBlockText
	}
	if b.Gives("code-block-ground") {
		s.Ground = onPaper(b, doc.CodeBlockGround)
	}
	return led(s, b.CodeBlock.LineHeight, l.Page.Baseline)
}

// Marks gives how a brand sets off links and words of code in a text.
func Marks(b *brand.Brand, l *layouts.Layout) (links, code doc.Mark) {
	links = doc.Mark{Color: doc.Link, Weight: b.Links.Weight, Decoration: doc.Decoration{Underline: true}}
	if d := b.Links.Decoration; d != nil {
		links.Decoration = doc.Decoration(*d)
	}
	if b.Gives("link-ground") {
		links.Ground = onPaper(b, doc.LinkGround)
	}
	code = doc.Mark{Code: b.Code.Family != "", Weight: b.Code.Weight}
	if text := l.Styles[doc.RoleBody].Size; b.Code.Size.Given() && text > 0 {
		code.Scale = codeSize(b.Code, text) / text
	}
	if b.Gives("code") {
		code.Color = doc.CodeText
	}
	if b.Gives("code-ground") {
		code.Ground = onPaper(b, doc.CodeGround)
	}
	return links, code
}

// onPaper is the name of a ground; none for one that is the paper's own.
func onPaper(b *brand.Brand, ground doc.ColorName) doc.ColorName {
	if b.Colors.Named(string(ground)) == b.Colors.Paper {
		return ""
	}
	return ground
}

// regular is the weight of text that is set without emphasis.
const regular = 400

// led is a style with another leading, as a share of its size; 0 leaves it as it is.
// Lines of other roles still meet with its own: it is in half modules, of which a
// baseline has sixteen.
func led(s doc.Style, share float64, baseline doc.Pt) doc.Style {
	if share == 0 {
		return s
	}
	half := baseline / 16
	whole := func(size doc.Pt) doc.Pt { return math.Round(size*share/half) * half }
	s.LineHeight = whole(s.Size)
	s.Steps = slices.Clone(s.Steps)
	for i := range s.Steps {
		s.Steps[i].LineHeight = whole(s.Steps[i].Size)
	}
	return s
}
