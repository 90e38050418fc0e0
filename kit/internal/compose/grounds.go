package compose

import (
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/layouts"
)

// What a layout shows, and on which colours.

// grounds are the colours that a block stands on in a layout.
func grounds(l *layouts.Layout, role doc.Role) []doc.ColorName {
	on := func(c doc.ColorName, more ...doc.ColorName) []doc.ColorName {
		return append([]doc.ColorName{c}, more...)
	}
	var strip []doc.ColorName // behind the sidebar
	for _, side := range [...]doc.Region{l.Page.Sidebar, l.Page.Panels} {
		if side.Ground != "" {
			strip = on(side.Ground)
		}
	}
	switch role {
	case doc.RoleEmbargo:
		return on(doc.Accent)
	case doc.RoleStatTitle, doc.RoleStatGroup, doc.RoleStatValue, doc.RoleStatHighlight,
		doc.RoleStatLabel, doc.RoleStatLabelLarge, doc.RoleStatNote:
		if l.Statistics.Ground {
			return on(doc.Tint, strip...)
		}
		return on(doc.Paper, strip...)
	case doc.RoleQuote, doc.RoleQuoteWide, doc.RoleQuoteSide, doc.RoleAttributionName, doc.RoleAttributionTitle:
		if l.Quotes.Look == doc.QuoteCard {
			return on(doc.Tint, strip...)
		}
		return on(doc.Paper, strip...)
	case doc.RoleMasthead, doc.RoleMastheadLine, doc.RoleContentsTitle, doc.RoleContentsEntry,
		doc.RoleEndHeading, doc.RoleContactName, doc.RoleContact, doc.RoleFooter:
		return on(doc.Paper, strip...)
	}
	return on(doc.Paper)
}

// linked reports whether the text of a block may have links.
func linked(role doc.Role) bool {
	switch role {
	case doc.RoleLede, doc.RoleBody, doc.RoleStandfirst, doc.RoleListItem, doc.RoleTableCell, doc.RoleCaption, doc.RoleNote,
		doc.RoleStatLabel, doc.RoleStatNote, doc.RoleFactValue, doc.RoleAnswer, doc.RolePersonText, doc.RoleBoilerplate, doc.RoleContact:
		return true
	}
	return false
}

// hosts are the blocks that a run stands in.
func hosts(run doc.Role) []doc.Role {
	switch run {
	case doc.RoleDateline:
		return []doc.Role{doc.RoleLede}
	case doc.RoleLeadIn:
		return []doc.Role{doc.RoleHeadline}
	case doc.RoleMark:
		return []doc.Role{doc.RoleQuote, doc.RoleQuoteWide, doc.RoleQuoteBlock}
	case doc.RolePrefix, doc.RoleUnit:
		return []doc.Role{doc.RoleStatValue}
	case doc.RolePrefixLarge, doc.RoleUnitLarge:
		return []doc.Role{doc.RoleStatHighlight}
	case doc.RoleRunIn, doc.RoleNumber:
		return []doc.Role{doc.RoleCaption}
	case doc.RoleYear:
		return []doc.Role{doc.RoleTimelineDate}
	case doc.RoleSoft:
		return []doc.Role{doc.RoleContactName, doc.RoleCaption}
	case doc.RoleContactIn:
		return []doc.Role{doc.RoleContactName}
	case doc.RoleFooterStrong:
		return []doc.Role{doc.RoleFooter}
	}
	panic("compose: no place for runs of " + string(run))
}

// shows reports whether a layout has the slot that brings a block.
func shows(l *layouts.Layout, role doc.Role) bool {
	has := func(s layouts.Slot) bool { return hasSlot(l, s) }
	switch role {
	case doc.RoleKicker:
		return has(layouts.Kicker) || has(layouts.Genre)
	case doc.RoleDate:
		return has(layouts.DateSlot) || l.Sections.Date
	case doc.RoleLeadIn:
		return l.Opening.LeadIn > 0
	case doc.RoleQuoteSide:
		return l.Quotes.Sidebar > 0
	case doc.RoleDateline:
		return l.Opening.Dateline
	}
	slot := slotOf(role)
	return slot == "" || has(slot)
}

// slotOf is the slot that alone brings a block; "" if others do as well.
func slotOf(role doc.Role) layouts.Slot {
	switch role {
	case doc.RoleContentsTitle, doc.RoleContentsEntry:
		return layouts.ContentsSlot
	case doc.RoleStandfirst:
		return layouts.Standfirst
	case doc.RoleEndMark:
		return layouts.EndMark
	case doc.RoleStatTitle, doc.RoleStatGroup, doc.RoleStatValue, doc.RoleStatHighlight,
		doc.RoleStatLabel, doc.RoleStatLabelLarge, doc.RoleStatNote:
		return layouts.StatsSlot
	case doc.RoleFactLabel, doc.RoleFactValue:
		return layouts.FactSheet
	case doc.RoleTimelineDate, doc.RoleTimelineText:
		return layouts.Timeline
	case doc.RoleQuestion, doc.RoleAnswer:
		return layouts.FAQ
	case doc.RolePersonName, doc.RolePersonRole, doc.RolePersonText:
		return layouts.PeopleSlot
	case doc.RoleBoilerplate:
		return layouts.Boilerplate
	case doc.RoleContactName, doc.RoleContact:
		return layouts.Contacts
	}
	return ""
}
