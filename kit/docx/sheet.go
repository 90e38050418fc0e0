package docx

import (
	"strings"

	"github.com/presskit-go/presskit/kit/doc"
)

// Ids of styles that are no role of the document.
const (
	normal        = "Normal"
	hyperlink     = "Hyperlink"
	strong        = "Strong"
	emphasis      = "Emphasis"
	codeInline    = "HTMLCode"
	gap           = "Gap"
	figureStyle   = "Figure"
	sectionRule   = "SectionRule"
	divider       = "Divider"
	listBullet    = "ListBullet"
	listNumber    = "ListNumber"
	listContinue  = "ListContinue"
	plainTable    = "TableNormal"
	panelTable    = "StatisticsTable"
	listTable     = "StatisticsListTable"
	tilesTable    = "StatisticsTilesTable"
	bleedTable    = "StatisticsBleedTable"
	factTable     = "FactsTable"
	dataTable     = "DataTable"
	timelineTable = "TimelineTable"
	contentsTable = "ContentsTable"
	endTable      = "EndMatterTable"
	bandTable     = "StatisticsBand"
	groupsTable   = "StatisticsBandGroups"
	figuresTable  = "StatisticsBandFigures"
	gridTable     = "StatisticsGrid"
	coverTable    = "CoverQuotation"
	quoteRule     = "QuoteRule"
	listLevels    = 9 // as many as Word has
	usualLevels   = 3 // of which there are always styles
	bulletList    = 1 // numbering instances that styles refer to
	numberedList  = 2
	pastList      = 3 // of timelines
	nowList       = 4
	plannedList   = 5
	firstFreeList = 6
)

// gapHeight is the line of a paragraph that is there for the format alone.
const gapHeight doc.Pt = 1

// roleName says how a role appears in Word's list of styles.
type roleName struct {
	name    string
	builtin bool     // Word knows the style by this name
	base    doc.Role // whose style it is based on; "" for Normal
	next    doc.Role
	outline int
	rank    int // in the list of styles; what writers choose comes before galleryEnd
}

// galleryEnd parts the styles that Word offers in its gallery from the others, in
// the order of their ranks.
const galleryEnd = 50

// roleNames are the styles of block roles. The title and the section titles are
// of the first outline level and what they head of the second, so that no level
// is skipped anywhere in the kit.
var roleNames = map[doc.Role]roleName{
	doc.RoleMasthead:         {name: "header", builtin: true, rank: 62},
	doc.RoleMastheadLine:     {name: "Header Line", base: doc.RoleMasthead, rank: 63},
	doc.RoleFooter:           {name: "footer", builtin: true, rank: 64},
	doc.RoleEmbargo:          {name: "Embargo", rank: 61},
	doc.RoleContentsTitle:    {name: "Contents Title", next: doc.RoleContentsEntry, outline: 2, rank: 59},
	doc.RoleContentsEntry:    {name: "toc 1", builtin: true, rank: 60},
	doc.RoleKicker:           {name: "Kicker", next: doc.RoleHeadline, rank: 8},
	doc.RoleDate:             {name: "Date", builtin: true, next: doc.RoleHeadline, rank: 50},
	doc.RoleHeadline:         {name: "Title", builtin: true, next: doc.RoleStandfirst, outline: 1, rank: 1},
	doc.RoleStandfirst:       {name: "Subtitle", builtin: true, next: doc.RoleLede, rank: 2},
	doc.RoleLede:             {name: "Lede", base: doc.RoleBody, next: doc.RoleBody, rank: 7},
	doc.RoleBody:             {name: "Body Text", builtin: true, rank: 6},
	doc.RoleSubhead:          {name: "heading 2", builtin: true, next: doc.RoleBody, outline: 2, rank: 4},
	doc.RoleSubhead2:         {name: "heading 3", builtin: true, base: doc.RoleSubhead, next: doc.RoleBody, outline: 3, rank: 5},
	doc.RoleListItem:         {name: "List Bullet", builtin: true, base: doc.RoleBody, rank: 13},
	doc.RoleCode:             {name: "Code", rank: 57},
	doc.RoleTableHead:        {name: "Table Head", base: doc.RoleTableCell, rank: 32},
	doc.RoleTableCell:        {name: "Table Text", rank: 33},
	doc.RoleCaption:          {name: "caption", builtin: true, next: doc.RoleBody, rank: 12},
	doc.RoleEndMark:          {name: "End Mark", rank: 58},
	doc.RoleNote:             {name: "Note", base: doc.RoleCaption, rank: 34},
	doc.RoleQuote:            {name: "Quote", builtin: true, next: doc.RoleAttributionName, rank: 9},
	doc.RoleQuoteWide:        {name: "Intense Quote", builtin: true, base: doc.RoleQuote, next: doc.RoleAttributionName, rank: 51},
	doc.RoleQuoteSide:        {name: "Quote Sidebar", base: doc.RoleQuote, next: doc.RoleAttributionName, rank: 52},
	doc.RoleQuoteBlock:       {name: "Block Text", builtin: true, base: doc.RoleBody, next: doc.RoleBody, rank: 53},
	doc.RoleAttributionName:  {name: "Quote Source", next: doc.RoleAttributionTitle, rank: 10},
	doc.RoleAttributionTitle: {name: "Quote Source Title", base: doc.RoleAttributionName, next: doc.RoleBody, rank: 11},
	doc.RoleStatTitle:        {name: "Stat Title", next: doc.RoleStatGroup, outline: 2, rank: 54},
	doc.RoleStatGroup:        {name: "Stat Group", next: doc.RoleStatValue, rank: 17},
	doc.RoleStatValue:        {name: "Stat Value", next: doc.RoleStatLabel, rank: 15},
	doc.RoleStatHighlight:    {name: "Stat Highlight", base: doc.RoleStatValue, next: doc.RoleStatLabelLarge, rank: 18},
	doc.RoleStatLabel:        {name: "Stat Label", rank: 16},
	doc.RoleStatLabelLarge:   {name: "Stat Label Large", base: doc.RoleStatLabel, rank: 55},
	doc.RoleStatNote:         {name: "Stat Note", base: doc.RoleStatLabel, rank: 56},
	doc.RoleSectionTitle:     {name: "heading 1", builtin: true, next: doc.RoleBody, outline: 1, rank: 3},
	doc.RoleFactLabel:        {name: "Fact Label", next: doc.RoleFactValue, rank: 19},
	doc.RoleFactValue:        {name: "Fact Value", base: doc.RoleBody, rank: 20},
	doc.RoleTimelineDate:     {name: "Timeline Date", next: doc.RoleTimelineText, rank: 21},
	doc.RoleTimelineText:     {name: "Timeline Text", base: doc.RoleBody, rank: 22},
	doc.RoleQuestion:         {name: "Question", next: doc.RoleAnswer, outline: 2, rank: 23},
	doc.RoleAnswer:           {name: "Answer", base: doc.RoleBody, rank: 24},
	doc.RolePersonName:       {name: "Person Name", next: doc.RolePersonRole, outline: 2, rank: 25},
	doc.RolePersonRole:       {name: "Person Role", next: doc.RolePersonText, rank: 26},
	doc.RolePersonText:       {name: "Person Text", base: doc.RoleBody, rank: 27},
	doc.RoleEndHeading:       {name: "End Heading", next: doc.RoleBoilerplate, outline: 2, rank: 31},
	doc.RoleBoilerplate:      {name: "Boilerplate", base: doc.RoleBody, rank: 28},
	doc.RoleContactName:      {name: "Contact Name", base: doc.RoleContact, next: doc.RoleContact, rank: 30},
	doc.RoleContact:          {name: "Contact", rank: 29},
}

// roleIDs are the ids of those styles.
var roleIDs = func() map[doc.Role]string {
	ids := make(map[doc.Role]string, len(roleNames))
	for role, n := range roleNames {
		ids[role] = styleID(n.name)
	}
	return ids
}()

// runNames are the styles of character roles.
var runNames = map[doc.Role]string{
	doc.RoleDateline:     "Dateline",
	doc.RoleLeadIn:       "Title Lead-in",
	doc.RoleMark:         "Quotation Mark",
	doc.RolePrefix:       "Stat Prefix",
	doc.RoleUnit:         "Stat Unit",
	doc.RolePrefixLarge:  "Stat Prefix Highlight",
	doc.RoleUnitLarge:    "Stat Unit Highlight",
	doc.RoleRunIn:        "Run-in",
	doc.RoleYear:         "Year",
	doc.RoleNumber:       "Number",
	doc.RoleSoft:         "Secondary",
	doc.RoleContactIn:    "Contact Detail",
	doc.RoleFooterStrong: "Footer Strong",
}

// sheet is the style sheet in the making.
type sheet struct {
	d     *doc.Document
	fonts *fontBook
	list  []*style
	byID  map[string]*style

	characters map[characterKey]*style

	measure doc.Pt // the width of the text, without a sidebar on every page
}

// styleID makes an id of a name as Word does: without spaces, words
// capitalized.
func styleID(name string) string {
	if name == "toc 1" {
		return "TOC1"
	}
	var room [64]byte
	id, first := room[:0], true
	for i := range len(name) {
		c := name[i]
		switch {
		case c == ' ':
			first = true
			continue
		case first && 'a' <= c && c <= 'z':
			c -= 'a' - 'A'
		}
		id, first = append(id, c), false
	}
	return string(id)
}

// shownName is how Word shows the name of a style of its own: toc 1 as TOC 1,
// heading 1 as Heading 1.
func shownName(name string) string {
	if rest, ok := strings.CutPrefix(name, "toc"); ok {
		return "TOC" + rest
	}
	return strings.ToUpper(name[:1]) + name[1:]
}

// paragraphID is the id of the style of a block role.
func paragraphID(r doc.Role) string {
	id, ok := roleIDs[r]
	if !ok {
		panic("docx: no paragraph style for role " + string(r))
	}
	return id
}

func (s *sheet) style(id string) *style {
	st, ok := s.byID[id]
	if !ok {
		panic("docx: no style " + id)
	}
	return st
}

func (s *sheet) add(st *style) *style {
	if st.name != "" && st.id == "" {
		st.id = styleID(st.name)
	}
	if _, taken := s.byID[st.id]; taken {
		panic("docx: two styles " + st.id)
	}
	s.list = append(s.list, st)
	s.byID[st.id] = st
	return st
}

// newSheet makes every style that does not depend on the text.
func newSheet(d *doc.Document, fonts *fontBook, measure doc.Pt) *sheet {
	const usual = 128 // styles, those of the text among them
	s := &sheet{d: d, fonts: fonts, list: make([]*style, 0, usual), byID: make(map[string]*style, usual), characters: map[characterKey]*style{}, measure: measure}
	s.addDefaults()
	for _, r := range doc.BlockRoles() {
		look, ok := d.Styles[r]
		if !ok {
			continue
		}
		s.addRole(r, look)
	}
	s.addLabels()
	s.addLists()
	s.addHelpers()
	s.addTables()
	return s
}

func (s *sheet) addDefaults() {
	body := s.d.Style(doc.RoleBody)
	body.Before, body.After, body.Hyphens, body.Align = 0, 0, false, doc.AlignStart
	s.add(&style{id: normal, name: "Normal", builtin: true, isDefault: true, look: body, font: s.font(body), priority: 99})
	s.add(&style{id: "DefaultParagraphFont", name: "Default Paragraph Font", builtin: true, isDefault: true, kind: characterStyle, priority: 1})
	s.add(&style{id: plainTable, name: "Normal Table", builtin: true, isDefault: true, kind: tableStyle, priority: 99})
	bold, italic := s.fonts.cuts(s.font(body).name)
	heading := body
	heading.Family = doc.HeadingsFamily
	headingBold, headingItalic := s.fonts.cuts(s.font(heading).name)
	s.add(s.mark(doc.Run{Link: "#"}, s.style(normal)))
	s.add(&style{id: strong, name: "Strong", builtin: true, kind: characterStyle, quick: true, toggle: toggle{bold: bold || headingBold}, priority: 35})
	s.add(&style{id: emphasis, name: "Emphasis", builtin: true, kind: characterStyle, quick: true, toggle: toggle{italic: italic || headingItalic}, priority: 36})
	s.add(s.mark(doc.Run{Code: true}, s.style(normal)))
}

func (s *sheet) font(l doc.Style) wordFont { return s.fonts.word(l.Family, l.Weight, l.Italic) }

func (s *sheet) addLists() {
	look, ok := s.d.Styles[doc.RoleListItem]
	if !ok {
		return
	}
	look.KeepTogether = true
	base := s.style(listBullet).basedOn
	s.add(&style{name: "List Number", builtin: true, basedOn: base, look: look, font: s.font(look), quick: true, priority: 14,
		inner: listIndent, hanging: listIndent, list: numberedList})
	for level := 1; level < usualLevels; level++ {
		s.listItem(listBullet, level)
		s.listItem(listNumber, level)
	}
	s.add(&style{name: "List Continue", builtin: true, basedOn: base, look: look, font: s.font(look), priority: 14, hidden: true, inner: listIndent})
}

// listItem is the id of the style of a level of lists, from 0; base is that of the
// first. Word knows five by their names.
func (s *sheet) listItem(base string, level int) string {
	if level == 0 {
		return base
	}
	const known = 5
	first := *s.style(base)
	id := base + string(rune('1'+level))
	if s.byID[id] != nil {
		return id
	}
	first.id, first.name, first.basedOn = id, first.name+" "+string(rune('1'+level)), base
	first.builtin, first.quick, first.hidden = level < known, false, level > 1
	first.start, first.end, first.inner, first.level = 0, 0, listIndent*doc.Pt(level+1), level
	return s.add(&first).id
}

// addHelpers makes the styles of what is not text.
func (s *sheet) addHelpers() {
	body := s.d.Style(doc.RoleBody)
	body.Before, body.After, body.Hyphens, body.Align = 0, 0, false, doc.AlignStart
	plain := func(st *style) {
		st.basedOn, st.font, st.hidden = normal, s.font(body), st.id != figureStyle && st.name != figureStyle
		if st.look.Size == 0 {
			line := st.look.LineHeight
			before, after, keep := st.look.Before, st.look.After, st.look.KeepNext
			st.look = body
			st.look.Before, st.look.After, st.look.KeepNext = before, after, keep
			if line != 0 {
				st.look.LineHeight = line
			}
		}
		s.add(st)
	}
	m := s.d.Page.Module()
	plain(&style{name: "Gap", look: doc.Style{LineHeight: gapHeight}, priority: 98, anywhere: true})
	// Small letters, since Word leaves room for them below a picture.
	figure := body
	figure.Size, figure.KeepNext = 1, true
	plain(&style{name: "Figure", look: figure, priority: 49, loose: true})
	inkOnTop := sides[rule]{top: rule{width: thin, color: doc.Ink}}
	plain(&style{name: "Section Rule", look: doc.Style{LineHeight: tableFromRule * m, KeepNext: true}, priority: 98, borders: inkOnTop})
	s.addQuoteLook(plain)
	plain(&style{name: "Divider", look: doc.Style{LineHeight: 8 * m, Before: 8 * m}, priority: 98,
		borders: sides[rule]{top: rule{width: thin, color: doc.Hairline}}})
}

func (s *sheet) addTables() {
	top := func(width doc.Pt, c doc.ColorName) sides[rule] { return sides[rule]{top: rule{width: width, color: c}} }
	hairline := rule{width: thin, color: doc.Hairline}
	add := s.addTable
	s.addStatLook()
	// What stands at the edges of the ground has larger indents.
	add(panelTable, "Statistics", tableLook{borders: top(thick, doc.Primary), fill: doc.Tint, margin: pairGap / 2})
	if look := s.d.Looks.Statistics; look == doc.Tiles || look == doc.StatsList || s.d.Page.Sidebar.Span > 0 {
		add(listTable, "Statistics List", tableLook{borders: top(thick, doc.Primary), listed: hairline})
		add(tilesTable, "Statistics Tiles", tableLook{})
		add(bleedTable, "Statistics Bleed", tableLook{fill: doc.Tint})
	}
	add(factTable, "Facts", tableLook{inside: hairline})
	add(timelineTable, "Timeline", tableLook{axis: rule{width: thin, color: doc.Primary}, ends: true})
	add(endTable, "End Matter", tableLook{borders: sides[rule]{top: borderRule(s.d.Looks.EndRule, 0)}})
	add(contentsTable, "Contents", tableLook{})
	add(dataTable, "Data", tableLook{borders: sides[rule]{top: rule{width: thin, color: doc.Ink}, bottom: rule{width: thin, color: doc.Ink}}, inside: hairline})
}

// addTable makes a table style.
func (s *sheet) addTable(id, name string, l tableLook) {
	s.add(&style{id: id, name: name, kind: tableStyle, basedOn: plainTable, priority: 59, rows: &l})
}

// titleBeside is the style of a section's title beside its content. That over its
// content has no frame, for no style that is based on another can take one away.
func (s *sheet) titleBeside() *style {
	return s.variant(paragraphID(doc.RoleSectionTitle), "Heading 1 Beside", func(v *style) {
		v.look.Before, v.look.After = 0, 0
		v.frame, v.anywhere, v.hidden = &frame{width: titleWidth(s.d), gap: s.d.Page.Gutter / 2}, true, false
	})
}

// titleAcross is the style of the title of a section over columns, in a frame there.
func (s *sheet) titleAcross() *style {
	return s.variant(paragraphID(doc.RoleSectionTitle), "Heading 1 Across", func(v *style) {
		high := v.look.LineHeight + v.borders.top.space + v.look.After
		v.look.Before, v.look.After = 0, 0
		v.frame, v.anywhere, v.hidden = &frame{width: s.d.Page.TextWidth(), exact: true, over: high}, true, false
	})
}

// figureInTable is the style of a picture in a cell, which its row keeps together
// with its caption.
func (s *sheet) figureInTable() string {
	return s.variant(figureStyle, "Figure in Table", func(v *style) { v.look.KeepNext = false }).id
}
