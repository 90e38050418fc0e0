package docx

import (
	"slices"
	"strings"
	"unicode"

	"github.com/presskit-go/presskit/kit/doc"
)

// addRole makes the style of a block role. Rules, indents and tabs that belong
// to the role rather than to a place are added here.
func (s *sheet) addRole(r doc.Role, look doc.Style) {
	n, ok := roleNames[r]
	if !ok {
		panic("docx: no paragraph style for role " + string(r))
	}
	st := &style{id: roleIDs[r], name: n.name, builtin: n.builtin, basedOn: normal, outline: n.outline, priority: n.rank, quick: n.rank < galleryEnd, look: look, font: s.font(look)}
	if _, there := s.d.Styles[n.base]; there {
		st.basedOn = paragraphID(n.base)
	}
	if _, there := s.d.Styles[n.next]; there {
		st.next = paragraphID(n.next)
	}
	page := s.d.Page
	m := page.Module()
	switch r {
	case doc.RoleHeadline:
		text, measure := roleText(s.d, r)
		st.look = s.fonts.fit(text, look, measure)
		if !s.d.RTL { // joined letters are narrower than they are measured
			st.narrow(s.fonts.spare(text, st.look, measure))
		}
	case doc.RoleStandfirst:
		text, measure := roleText(s.d, r)
		if !s.d.RTL {
			st.narrow(s.fonts.spare(text, look, measure))
		}
	case doc.RoleFooter:
		st.borders.top = borderRule(page.FooterRule, footerRule*m)
	case doc.RoleEmbargo:
		// Borders of the same colour make the band higher than its line. It reaches the
		// edges of the sheet, but for its words.
		pad := rule{width: thin, color: doc.Accent, space: (embargoHeight(s.d)-look.LineHeight)/2 - thin}
		st.fill, st.borders = doc.Accent, sides[rule]{top: pad, bottom: pad}
		st.inner, st.innerEnd, st.firstLine = -page.Start, -page.End, page.Start
		if look.Align == doc.AlignCenter { // between the margins: the indent of a first line moves its middle by half
			st.firstLine = max(page.Start-page.End, 0)
		}
		st.look.Before, st.look.After = 0, 0
	case doc.RoleStatGroup:
		st.borders.top = rule{width: thin, color: doc.Primary, space: look.Before}
		st.look.Before, st.look.KeepNext = 0, false // in a band it is in the row of its statistics
		if l := s.d.Looks.Statistics; l == doc.StatsBand || l == doc.StatsGrid {
			s.lookOfStat(st, r)
		}
	case doc.RoleSectionTitle:
		st.borders.top = borderRule(s.d.Looks.SectionRule, look.Before)
		st.look.Before, st.look.After = sectionGap*m, titleFoot*m
	case doc.RoleContentsTitle:
		st.borders.top = rule{width: thick, color: doc.Primary, space: look.Before}
		st.look.Before = 0
		st.look.After = max(0, look.After-gapHeight) // below the list stands the end of its field
	case doc.RoleEndHeading:
		// The rule over the end matter is the table's, across the gutters.
	case doc.RoleQuoteBlock:
		st.inner, st.innerEnd = s.blockQuoteIndent(), s.blockQuoteIndent()
	case doc.RoleQuote, doc.RoleQuoteWide, doc.RoleQuoteSide, doc.RoleAttributionName, doc.RoleAttributionTitle:
		host := r
		if r == doc.RoleAttributionName || r == doc.RoleAttributionTitle {
			host = doc.RoleQuote
		}
		st.look.KeepNext = r != doc.RoleAttributionTitle
		s.lookOfQuote(st, r, host, quoteInText)
	case doc.RoleTimelineDate, doc.RolePersonName, doc.RolePersonRole:
		st.look.KeepNext = false // in rows, which are not parted; LibreOffice would keep the whole table
	case doc.RoleFactLabel:
		st.look.KeepNext = false
		st.innerEnd = page.Gutter // rather than a margin of the cell, which LibreOffice does not mirror
	case doc.RoleTableCell, doc.RoleTableHead:
		st.look.Before = max(0, look.Before-thin) // the rule of a row is part of its height
	case doc.RoleTimelineText:
		st.inner, st.hanging, st.list = axisFrom, axisFrom, pastList
	case doc.RoleContentsEntry:
		// Between entries, since no table has a row for each.
		st.borders.top = rule{width: thin, color: doc.Hairline, space: look.Before}
		st.look.Before, st.look.KeepNext, st.ruled = 0, false, true
	case doc.RoleStatValue, doc.RoleStatHighlight, doc.RoleStatLabel, doc.RoleStatLabelLarge, doc.RoleStatNote:
		st.look.KeepNext = false // rows of tables are not parted, and are kept together where it matters
		s.lookOfStat(st, r)
	case doc.RoleListItem:
		st.inner, st.hanging, st.list = listIndent, listIndent, bulletList
		st.look.KeepTogether = true
	case doc.RoleCode:
		st.noProof = true
		if look.Family != doc.CodeBlockFamily {
			st.font = wordFont{name: monospaced, weight: 400}
		}
		if look.Ground != "" { // as wide as the text, with a border of the same colour around the words
			pad := rule{width: thin, color: look.Ground, space: codePadding*m - thin}
			st.fill, st.borders = look.Ground, sides[rule]{pad, pad, pad, pad}
			st.inner, st.innerEnd = codePadding*m, codePadding*m
		}
	}
	if look.Measure > 0 && look.SpanAll { // elsewhere cells give the measure
		_, whole := roleText(s.d, r)
		st.innerEnd += max(0, whole-page.SpanWidth(look.Measure))
	}
	s.add(st)
}

// addLabels makes the styles that labels are based on, and what else is not of the text,
// where they are in a cut that the theme has no place for: so that its name stands once.
func (s *sheet) addLabels() {
	in := map[string][]*style{}
	for _, st := range s.list {
		if st.kind == paragraphStyle && st.basedOn == normal && st.font.cut() && !slices.Contains(headingStyles, st.id) {
			in[st.font.name] = append(in[st.font.name], st)
		}
	}
	for _, name := range sortedKeys(in) {
		if len(in[name]) < 2 {
			continue
		}
		label, font := *s.style(normal), in[name][0].font
		label.id, label.name, label.builtin, label.isDefault, label.basedOn = "", "Label"+strings.TrimPrefix(name, s.d.Theme.FamilyName(font.family)), false, false, normal
		if s.byID[styleID(label.name)] != nil { // two families have one of the same weight
			label.name = "Label " + name
		}
		label.font, label.look.Family = font, font.family
		label.font.bold, label.font.italic, label.font.weight = false, false, label.look.Weight
		id := s.add(&label).id
		for _, st := range in[name] {
			st.basedOn = id
		}
	}
}

// headingStyles are those that headings are set in.
var headingStyles = []string{roleIDs[doc.RoleHeadline], roleIDs[doc.RoleSectionTitle], roleIDs[doc.RoleSubhead]}

// blockQuoteIndent is how far a quotation inside the text stands from the edges.
func (s *sheet) blockQuoteIndent() doc.Pt { return blockQuoteIndent * s.d.Style(doc.RoleBody).Size }

// spaceQuote moves the space below a quotation from its words to its last line,
// the title of the speaker, so that its bar is not interrupted.
func (s *sheet) spaceQuote(st *style, r, host doc.Role) {
	switch r {
	case doc.RoleQuote, doc.RoleQuoteWide, doc.RoleQuoteSide:
		st.look.After = 0
	case doc.RoleAttributionName:
		name := s.d.Style(r)
		st.look.Before = name.Before
		if host == doc.RoleQuoteWide && s.d.Looks.Quotes == doc.QuoteBar {
			st.look.Before = max(st.look.Before, wideSpeaker*s.d.Page.Module())
		}
		// Letters stand lower in their lines than in print, and the more so the larger.
		st.look.Before += max(0, s.sinks(s.d.Style(host))-s.sinks(name))
	case doc.RoleAttributionTitle:
		st.look.After = max(s.d.Style(r).After, s.d.Style(host).After)
	}
}

// sinks is how much lower letters stand in a line of exact height than in print, where
// there is as much over them as below.
func (s *sheet) sinks(l doc.Style) doc.Pt {
	w := s.fonts.find(l.Family, l.Weight, l.Italic)
	if w == nil || w.program == nil {
		return 0
	}
	up, down := w.program.Ascent()*l.Size, -w.program.Descent()*l.Size
	return exactBaseline*l.LineHeight - (l.LineHeight+up-down)/2
}

// markHang is how far the opening mark of a quotation stands out, without the space
// after it. One bar runs along words and speaker only if their indents are the same.
func (s *sheet) markHang(host doc.Role) doc.Pt {
	mark := s.d.Style(doc.RoleMark)
	return s.fonts.advance(strings.TrimRightFunc(openingMark(s.d), unicode.IsSpace), mark, s.d.Style(host).Size)
}

// roleText is the text of the first heading or paragraph of a role, by which its
// style is chosen, and the measure of its part.
func roleText(d *doc.Document, r doc.Role) (text string, measure doc.Pt) {
	measure = d.Page.TextWidth()
	cover := coverOf(d)
	for i := range d.Parts {
		part := &d.Parts[i]
		doc.WalkBlocks(part.Blocks, func(_ []doc.Block, b doc.Block) {
			t, role := "", doc.Role("")
			switch b := b.(type) {
			case *doc.Heading:
				t, role = b.Text.Plain(), b.Role
			case *doc.Para:
				t, role = b.Text.Plain(), b.Role
			}
			if role != r || text != "" || t == "" {
				return
			}
			text = t
			if part == cover {
				measure = titleMeasure(d)
			} else if part.Span > 0 && part.Span <= d.Page.Columns {
				measure = d.Page.SpanWidth(part.Span)
			}
		})
	}
	return text, measure
}

// openingMark is the first quotation mark of a callout.
func openingMark(d *doc.Document) (mark string) {
	doc.Walk(d, func(_ []doc.Block, b doc.Block) {
		if p, ok := b.(*doc.Para); ok && mark == "" && len(p.Text) > 0 && p.Text[0].Role == doc.RoleMark {
			mark = p.Text[0].Text
		}
	})
	return mark
}
