package doc

// Role says what a block or a run is for. It selects the style, and back ends
// give it a name of their own: a Word style, a PDF tag, an HTML class.
type Role string

// Parts of the kit.
const (
	RoleHead    Role = "head"    // headline block
	RoleRelease Role = "release" // the release's text
	RoleKit     Role = "kit"     // sections after the release
	RoleEnd     Role = "end"     // boilerplate and contacts
)

// Block roles of the page's furniture.
const (
	RoleMasthead      Role = "masthead"       // first line beside the logo
	RoleMastheadLine  Role = "masthead-line"  // further lines
	RoleFooter        Role = "footer"         //
	RoleFooterStrong  Role = "footer-strong"  // publisher and page number
	RoleEmbargo       Role = "embargo"        // band over the masthead
	RoleContentsTitle Role = "contents-title" // "In this kit"
	RoleContentsEntry Role = "contents-entry"
)

// Block roles of the release.
const (
	RoleKicker     Role = "kicker"
	RoleDate       Role = "date" // place and date, where they stand by themselves
	RoleHeadline   Role = "headline"
	RoleStandfirst Role = "standfirst"
	RoleLede       Role = "lede"
	RoleBody       Role = "body"
	RoleSubhead    Role = "subhead"   // heading of level 2 in the text
	RoleSubhead2   Role = "subhead-2" // of level 3 and deeper
	RoleListItem   Role = "list-item"
	RoleCode       Role = "code" // preformatted block
	RoleTableHead  Role = "table-head"
	RoleTableCell  Role = "table-cell"
	RoleCaption    Role = "caption"
	RoleEndMark    Role = "end-mark"
	RoleNote       Role = "note" // small print: status, further reading, media terms
)

// Block roles of callouts and statistics.
const (
	RoleQuote            Role = "quote"
	RoleQuoteWide        Role = "quote-wide" // over the whole width, where no sidebar stands
	RoleQuoteSide        Role = "quote-sidebar"
	RoleQuoteBlock       Role = "quote-block"
	RoleAttributionName  Role = "attribution-name"
	RoleAttributionTitle Role = "attribution-title"
	RoleStatTitle        Role = "stat-title" // of the panel
	RoleStatGroup        Role = "stat-group"
	RoleStatValue        Role = "stat-value"
	RoleStatHighlight    Role = "stat-highlight" // value of a highlighted statistic
	RoleStatLabel        Role = "stat-label"
	RoleStatLabelLarge   Role = "stat-label-large" // label of a highlighted statistic
	RoleStatNote         Role = "stat-note"        // source, as of, change
)

// Block roles of the kit's sections.
const (
	RoleSectionTitle Role = "section-title"
	RoleFactLabel    Role = "fact-label"
	RoleFactValue    Role = "fact-value"
	RoleTimelineDate Role = "timeline-date"
	RoleTimelineText Role = "timeline-text"
	RoleQuestion     Role = "question"
	RoleAnswer       Role = "answer"
	RolePersonName   Role = "person-name"
	RolePersonRole   Role = "person-role"
	RolePersonText   Role = "person-text"
	RoleEndHeading   Role = "end-heading"
	RoleBoilerplate  Role = "boilerplate"
	RoleContactName  Role = "contact-name"
	RoleContact      Role = "contact"
)

// Character roles.
const (
	RoleDateline Role = "dateline"
	RoleLeadIn   Role = "lead-in"        // of a headline: what stands before its colon
	RoleMark     Role = "quotation-mark" // of a callout
	RolePrefix   Role = "stat-prefix"
	RoleUnit     Role = "stat-unit"
	// Of a highlighted statistic:
	RolePrefixLarge Role = "stat-prefix-large"
	RoleUnitLarge   Role = "stat-unit-large"
	RoleRunIn       Role = "run-in"       // bold opening words of a caption
	RoleYear        Role = "year"         // in the date of a timeline
	RoleNumber      Role = "number"       // of a picture
	RoleSoft        Role = "soft"         // secondary words
	RoleContactIn   Role = "contact-soft" // title and organization of a contact
)

// BlockRoles lists every role that a block may have and that so has a style, in
// a fixed order.
func BlockRoles() []Role {
	return []Role{
		RoleMasthead, RoleMastheadLine, RoleFooter, RoleEmbargo, RoleContentsTitle, RoleContentsEntry,
		RoleKicker, RoleDate, RoleHeadline, RoleStandfirst, RoleLede, RoleBody, RoleSubhead, RoleSubhead2, RoleListItem,
		RoleCode, RoleTableHead, RoleTableCell, RoleCaption, RoleEndMark, RoleNote,
		RoleQuote, RoleQuoteWide, RoleQuoteSide, RoleQuoteBlock, RoleAttributionName, RoleAttributionTitle,
		RoleStatTitle, RoleStatGroup, RoleStatValue, RoleStatHighlight, RoleStatLabel, RoleStatLabelLarge, RoleStatNote,
		RoleSectionTitle, RoleFactLabel, RoleFactValue, RoleTimelineDate, RoleTimelineText, RoleQuestion, RoleAnswer,
		RolePersonName, RolePersonRole, RolePersonText, RoleEndHeading, RoleBoilerplate, RoleContactName, RoleContact,
	}
}

// RunRoles lists every role that a run may have, in a fixed order.
func RunRoles() []Role {
	return []Role{RoleDateline, RoleLeadIn, RoleMark, RolePrefix, RoleUnit, RolePrefixLarge, RoleUnitLarge, RoleRunIn, RoleYear, RoleNumber, RoleSoft, RoleContactIn, RoleFooterStrong}
}
