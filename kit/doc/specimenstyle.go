package doc

// specimenPage is A4 with twelve columns.
func specimenPage() Page {
	return Page{
		Name: "A4", Width: MM(210), Height: MM(297),
		Top: MM(18), Bottom: MM(23), Start: MM(18), End: MM(18),
		Columns: 12, Gutter: MM(5), Baseline: 14.5, FooterFromEdge: MM(11),
		LogoHeight: MM(12), RunningLogoHeight: MM(7),
		First:   Head{Logo: LeftBox, Lines: RightBox, Height: 24 * specimenModule, Padding: 5 * specimenModule, Rule: fineInk()},
		Running: Head{Logo: LeftBox, Lines: RightBox, Height: 16 * specimenModule, Padding: 4 * specimenModule, After: 16 * specimenModule, Rule: fineInk()},
		Main:    Region{Span: 8},
	}
}

const specimenModule = 14.5 / 8

func fineInk() Border { return Border{Width: 0.5, Color: Ink} }

func specimenLooks() Looks {
	return Looks{Ground: true, TitleSpan: 4, SectionRule: Border{Width: 2, Color: Primary}, EndRule: fineInk()}
}

func specimenTheme() Theme {
	return Theme{
		Name:     "Specimen",
		Headings: "Manrope",
		Base:     "Vollkorn",
		Colors: map[ColorName]Color{
			Paper:     {0xFF, 0xFF, 0xFF},
			Ink:       {0x16, 0x1B, 0x2E},
			Soft:      {0x56, 0x5D, 0x75},
			Primary:   {0x25, 0x40, 0xBD},
			Secondary: {0x25, 0x40, 0xBD},
			Accent:    {0x9E, 0x56, 0x00},
			Tint:      {0xEE, 0xF1, 0xFB},
			Hairline:  {0xC3, 0xCA, 0xE0},
			Link:      {0x25, 0x40, 0xBD},
			Headings:  {0x16, 0x1B, 0x2E},
		},
	}
}

// specimenStyles sets every role: Manrope for headings and small print,
// Vollkorn for text, spaces in eighths of the baseline.
func specimenStyles() map[Role]Style {
	const m = specimenModule
	// sans and serif are starting points; what differs is written out below.
	sans := func(weight int, size, leading Pt, c ColorName) Style {
		return Style{Family: HeadingsFamily, Weight: weight, Size: size, LineHeight: leading, Color: c}
	}
	serif := func(size, leading Pt) Style {
		return Style{Family: BaseFamily, Weight: 400, Size: size, LineHeight: leading, Color: Ink,
			Figures: OldStyleFigures, Orphans: 2, Widows: 2}
	}
	space := func(s Style, before, after Pt) Style {
		s.Before, s.After = before*m, after*m
		return s
	}
	text := func(s Style) Style { s.Hyphens = true; return s }
	head := func(s Style) Style { s.KeepNext, s.KeepTogether = true, true; return s }
	caps := func(s Style, tracking float64) Style { s.Caps, s.Tracking = true, tracking; return s }
	tracked := func(s Style, tracking float64) Style { s.Tracking = tracking; return s }
	figures := func(s Style, f Figures) Style { s.Figures = f; return s }
	italic := func(s Style) Style { s.Italic = true; return s }
	end := func(s Style) Style { s.Align = AlignEnd; return s }
	balanced := func(s Style) Style { s.Balance = true; return s }
	grounded := func(s Style, c ColorName) Style { s.Ground = c; return s }
	scaled := func(scale float64, s Style) Style { s.Size, s.LineHeight, s.Scale = 0, 0, scale; return s }

	headline := head(balanced(tracked(space(sans(800, 27, 32.625, Ink), 0, 5), -.02)))
	headline.MaxLines = 3
	headline.Steps = []Step{{24.5, 29}, {22, 25.375}, {17, 21.75}}

	return map[Role]Style{
		RoleMasthead:      end(sans(700, 8.25, 10.875, Ink)),
		RoleMastheadLine:  end(sans(400, 8.25, 10.875, Soft)),
		RoleFooter:        figures(sans(400, 7.5, 10.875, Soft), TabularFigures),
		RoleEmbargo:       sans(700, 8.5, 14.5, Paper),
		RoleContentsTitle: head(space(sans(700, 8.5, 10.875, Primary), 5, 5)),
		RoleContentsEntry: space(figures(sans(400, 8.25, 10.875, Ink), TabularFigures), 2, 2),

		RoleKicker:     head(caps(space(sans(700, 8.5, 14.5, Primary), 14, 2), .07)),
		RoleDate:       space(sans(400, 8.25, 10.875, Soft), 0, 4),
		RoleHeadline:   headline,
		RoleStandfirst: balanced(space(serif(13.5, 18.125), 5, 15)),
		RoleLede:       text(space(serif(11.75, 16.3125), 0, 4)),
		RoleBody:       text(space(serif(10.5, 14.5), 0, 4)),
		RoleSubhead:    head(space(sans(700, 11, 14.5, Ink), 10, 2)),
		RoleSubhead2:   head(space(sans(700, 9.5, 14.5, Ink), 6, 1)),
		RoleListItem:   text(space(serif(10.5, 14.5), 0, 2)),
		RoleCode:       grounded(space(sans(400, 8.5, 12.6875, Ink), 4, 8), Tint),
		RoleTableHead:  head(space(sans(700, 8.25, 10.875, Primary), 2, 2)),
		RoleTableCell:  space(figures(sans(400, 8.25, 10.875, Ink), TabularFigures), 2, 2),
		RoleCaption:    balanced(space(sans(400, 8, 10.875, Soft), 3, 0)),
		RoleEndMark:    space(sans(700, 8.5, 14.5, Soft), 4, 4),
		RoleNote:       space(sans(400, 8, 10.875, Soft), 10, 0),

		RoleQuote:            space(italic(serif(16, 21.75)), 10, 10),
		RoleQuoteWide:        space(italic(serif(20, 25.375)), 16, 16),
		RoleQuoteSide:        italic(serif(11.75, 16.3125)),
		RoleQuoteBlock:       space(italic(serif(12.75, 16.3125)), 10, 10),
		RoleAttributionName:  space(sans(700, 9, 10.875, Ink), 4, 0),
		RoleAttributionTitle: sans(400, 8.25, 10.875, Soft),
		RoleStatTitle:        head(caps(space(sans(700, 8.5, 10.875, Ink), 0, 6), .07)),
		RoleStatGroup:        head(space(sans(700, 8.25, 10.875, Primary), 3, 5)),
		RoleStatValue:        head(figures(tracked(sans(800, 22, 23.5625, Primary), -.025), ProportionalFigures)),
		RoleStatHighlight:    head(figures(tracked(sans(800, 34, 36.25, Primary), -.035), ProportionalFigures)),
		RoleStatLabel:        sans(400, 8, 10.875, Ink),
		RoleStatLabelLarge:   sans(400, 8.5, 10.875, Ink),
		RoleStatNote:         sans(400, 7.5, 10.875, Soft),

		RoleSectionTitle: head(tracked(space(sans(800, 17, 21.75, Ink), 1, 6), -.018)),
		RoleFactLabel:    space(sans(700, 8.5, 14.5, Primary), 3, 3),
		RoleFactValue:    space(serif(10.5, 14.5), 3, 3),
		RoleTimelineDate: sans(400, 8.5, 14.5, Soft),
		RoleTimelineText: space(serif(10.5, 14.5), 0, 8),
		RoleQuestion:     head(space(sans(700, 9.5, 14.5, Ink), 6, 1)),
		RoleAnswer:       text(space(serif(10.5, 14.5), 0, 4)),
		RolePersonName:   head(sans(700, 9.5, 14.5, Ink)),
		RolePersonRole:   head(sans(400, 8.25, 10.875, Primary)),
		RolePersonText:   text(space(serif(10, 14.5), 2, 0)),
		RoleEndHeading:   head(space(sans(700, 8.5, 10.875, Primary), 5, 3)),
		RoleBoilerplate:  text(space(serif(9.25, 12.6875), 0, 2)),
		RoleContactName:  head(sans(700, 8.25, 12.6875, Ink)),
		RoleContact:      sans(400, 8.25, 12.6875, Primary),

		RoleDateline:     caps(scaled(.78, sans(700, 0, 0, Ink)), .06),
		RoleLeadIn:       scaled(0, sans(400, 0, 0, Primary)),
		RoleMark:         scaled(0, Style{Family: BaseFamily, Weight: 400, Italic: true, Color: Accent}),
		RolePrefix:       scaled(.56, sans(700, 0, 0, Primary)),
		RoleUnit:         scaled(.56, sans(700, 0, 0, Primary)),
		RolePrefixLarge:  scaled(.42, sans(700, 0, 0, Primary)),
		RoleUnitLarge:    scaled(.42, sans(700, 0, 0, Primary)),
		RoleRunIn:        scaled(0, sans(700, 0, 0, Ink)),
		RoleYear:         scaled(0, sans(700, 0, 0, Primary)),
		RoleNumber:       scaled(0, sans(700, 0, 0, Primary)),
		RoleSoft:         scaled(0, Style{Family: BaseFamily, Weight: 400, Color: Soft}),
		RoleContactIn:    scaled(0, sans(400, 0, 0, Soft)),
		RoleFooterStrong: scaled(0, sans(700, 0, 0, Ink)),
	}
}
