package layouts

import "github.com/presskit-go/presskit/kit/source"

// file is a layout as it is written.
type file struct {
	Layout  source.Integer `key:"layout" doc:"The version of this format: 1."`
	Extends source.Text    `key:"extends" doc:"The layout to start from, of which only what differs is said here: the name of a built-in one, or the path of a file from this one's folder. Without it, feature."`
	Title   source.Text    `key:"title" doc:"What the layout is, in a few words."`

	Page  pageFile `key:"page" doc:"The geometry that does not depend on the sheet."`
	Parts struct {
		Head    partFile `key:"head" doc:"The headline block."`
		Release partFile `key:"release" doc:"The text of the release."`
		Kit     partFile `key:"kit" doc:"The sections after the release."`
		End     partFile `key:"end" doc:"Boilerplate and contacts."`
	} `key:"parts" doc:"The four divisions of a kit, in order."`

	Lede struct {
		Dateline bool `key:"dateline" doc:"Whether it opens with place and date."`
	} `key:"lede" doc:"How the first paragraph opens."`
	EndMark struct {
		Text source.Text `key:"text" doc:"The sign below the text, where the release does not name one; without it that of the language."`
	} `key:"end-mark" doc:"How the text closes."`
	Headline struct {
		LeadIn source.Integer `key:"lead-in" doc:"Most letters before a colon that stand on a line of their own; 0 for none."`
	} `key:"headline" doc:"How a headline is divided."`
	Statistics struct {
		Place  Place          `key:"place" doc:"sidebar beside the text, or band over the whole width: where its slot stands before the lede, after it, so that the first page has text."`
		Most   source.Integer `key:"most" doc:"More statistics than this stand in a band, after the lede."`
		Look   statisticsLook `key:"look" doc:"Their form."`
		Across source.Integer `key:"across" doc:"How many stand side by side over the whole width; 0 leaves it to the look."`
		Lead   bool           `key:"lead" doc:"Whether the first group is large, and stands over the whole width."`
		Title  bool           `key:"title" doc:"Whether there is a title over them."`
		Ground bool           `key:"ground" doc:"Whether they stand on a tinted ground."`
		Bleed  bool           `key:"bleed" doc:"Whether the ground reaches the edges of the sheet."`
	} `key:"statistics" doc:"How figures are shown."`
	Quotes struct {
		Words   source.Integer `key:"words" doc:"A longer pull quote is cut, with an ellipsis."`
		Look    quoteLook      `key:"look" doc:"Their form."`
		Sidebar source.Integer `key:"sidebar" doc:"How many stand in the sidebar."`
		Speaker speaker        `key:"speaker" doc:"Where the name of the speaker stands: below the words, or in the columns before them."`
	} `key:"quotes" doc:"How callouts are shown."`
	Facts struct {
		Look factsLook `key:"look" doc:"A table under a title, or cells side by side without one."`
	} `key:"facts" doc:"How the fact sheet is shown."`
	Sections struct {
		Beside    []Slot         `key:"beside" doc:"Sections whose titles stand beside their content."`
		Subheads  bool           `key:"subheads-beside" doc:"Whether headings in the text stand in the columns before it."`
		Date      bool           `key:"date-beside" doc:"Whether place and date stand in the columns before the headline."`
		End       bool           `key:"end-beside" doc:"Whether the headings of the end matter stand in the columns before it."`
		TitleSpan source.Integer `key:"title-span" doc:"Columns of the grid of a title that stands beside."`
		Rule      borderFile     `key:"rule" doc:"Over the title of a section."`
		EndRule   borderFile     `key:"end-rule" doc:"Over the end matter."`
	} `key:"sections" doc:"Where titles stand."`
	Fit struct {
		Pages source.Integer `key:"pages" doc:"Most pages of a kit; 0 for as many as it takes."`
		Scale source.Number  `key:"scale" doc:"The smallest size of type that is tried for it, as a share."`
	} `key:"fit" doc:"How a kit is made to keep to a number of pages."`
	People struct {
		Portrait portrait `key:"portrait" doc:"How portraits are cropped."`
	} `key:"people" doc:"How people are shown."`
	Pictures struct {
		Columns source.Integer `key:"columns" doc:"How many columns."`
		Aspect  source.Number  `key:"aspect" doc:"Width by height of a picture of the gallery."`
		Float   float          `key:"float" doc:"Where figures stand on their page: in the text, or at the head or foot of the column."`
	} `key:"pictures" doc:"How pictures are shown."`
	Contents struct {
		From  source.Integer `key:"from" doc:"From so many sections on; 0 for never."`
		Words source.Integer `key:"words" doc:"Least words of the text of a release that has a table of contents."`
	} `key:"contents" doc:"When the kit has a table of contents."`

	Roles   source.Map[roleFile]   `key:"roles" doc:"How each role is set."`
	Scripts source.Map[scriptFile] `key:"scripts" doc:"What another script has otherwise, by its code of ISO 15924: Arab."`
}

type scriptFile struct {
	source.Place
	Roles source.Map[roleFile] `key:"roles" doc:"How some roles are set: only what differs."`
}

type pageFile struct {
	Size    sheetName `key:"size" doc:"The sheet, unless the command names one; without either that of the language."`
	Margins struct {
		Top    source.Text `key:"top" doc:"Above the text."`
		Bottom source.Text `key:"bottom" doc:"Below the text."`
		Start  source.Text `key:"start" doc:"Left of a text that runs to the right."`
		End    source.Text `key:"end" doc:"Right of a text that runs to the right."`
	} `key:"margins" doc:"From the edges of the sheet to the text, with their units: 18mm."`
	Baseline source.Text    `key:"baseline" doc:"The line height of the text; an eighth of it is a module, in which spaces count."`
	Grid     bool           `key:"baseline-grid" doc:"Whether lines stand on one grid and pages end even."`
	Columns  source.Integer `key:"columns" doc:"How many columns."`
	Gutter   source.Text    `key:"gutter" doc:"Between columns."`
	Scale    struct {
		Base  source.Text   `key:"base" doc:"The size of step 0, with its unit."`
		Ratio source.Number `key:"ratio" doc:"From one step to the next: 1.2."`
	} `key:"scale" doc:"The modular scale that sizes written as scale(n) are steps of."`
	Footer      source.Text `key:"footer" doc:"From the foot of the sheet to the footer."`
	Logo        source.Text `key:"logo" doc:"Height of the logo on the first page."`
	RunningLogo source.Text `key:"running-logo" doc:"Height of the logo on later pages."`
	First       headFile    `key:"first" doc:"The head of the first page."`
	Running     headFile    `key:"running" doc:"The head of later pages."`
	FootStart   []FootLine  `key:"bottom-left" doc:"The margin box at the foot, at the start side."`
	FootCenter  []FootLine  `key:"bottom-center" doc:"The margin box in the middle of the foot."`
	FootEnd     []FootLine  `key:"bottom-right" doc:"The margin box at the foot, at the end side."`
	FooterRule  borderFile  `key:"footer-rule" doc:"Over the footer."`
	Regions     struct {
		Main    regionFile `key:"main" doc:"The columns of running text."`
		Sidebar regionFile `key:"sidebar" doc:"The columns for panels, before or after the text. After it, and if no part takes them, they are on every page. Without a sidebar panels stand where a part leaves columns free."`
	} `key:"regions" doc:"Runs of columns that parts refer to."`
}

// headFile is the head of a page. Left means the start side.
type headFile struct {
	TopLeft   headBox       `key:"top-left" doc:"In the columns before the text, else the start half."`
	TopCenter headBox       `key:"top-center" doc:"In the columns of the text."`
	TopRight  headBox       `key:"top-right" doc:"In the columns of the sidebar, else the end half."`
	Height    source.Number `key:"height" doc:"From the top margin to the foot of the rule, in modules."`
	Line      []FootLine    `key:"line" doc:"One line in place of those of the part; of later pages alone."`
	Padding   source.Number `key:"padding" doc:"Between logo and rule, in modules."`
	After     source.Number `key:"after" doc:"From there to the text, in modules."`
	Rule      borderFile    `key:"rule" doc:"Below the logo; none without a width."`
}

type borderFile struct {
	source.Place
	Width source.Text `key:"width" doc:"With its unit: 0.5pt."`
	Color source.Text `key:"color" doc:"A role, such as primary, or a colour of the brand's palette, by its name."`
	Style borderStyle `key:"style" doc:"solid, or double: with a fine rule below."`
}

type regionFile struct {
	source.Place
	Start  source.Number  `key:"start" doc:"Its first column of the grid, from 1; may be a half, as in 2.5."`
	Span   source.Integer `key:"span" doc:"How many columns it takes."`
	Ground source.Text    `key:"ground" doc:"The colour behind it on every page, to the edges of the sheet, if no part takes its columns."`
}

type partFile struct {
	Region   region         `key:"region" doc:"main, full, or cover: a page of its own over the picture."`
	Start    source.Number  `key:"start" doc:"Its first column of the grid, from 1, in place of the region's; may be a half."`
	Span     source.Integer `key:"span" doc:"How many columns of the grid the text takes, in place of the region's."`
	Columns  source.Integer `key:"columns" doc:"How many columns of running text."`
	NewPage  bool           `key:"new-page" doc:"Whether it starts a page."`
	Foot     bool           `key:"foot" doc:"Whether it stands at the foot of the last page."`
	Masthead []Line         `key:"masthead" doc:"The lines beside the logo."`
	Slots    []Slot         `key:"slots" doc:"The sections it holds, in order."`
}
