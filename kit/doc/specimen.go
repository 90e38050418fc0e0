package doc

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"time"
)

// Specimen is a document that holds at least one of everything: each node, each
// role, each state, each formatting of a run, a picture of each kind, a chart of each
// kind, and words that run from right to left. Every back end must render all of it.
//
// It carries no fonts: add faces of the families of its theme, or let the
// format fall back. Each call gives a new tree.
func Specimen() *Document {
	when := time.Date(2026, 3, 9, 8, 0, 0, 0, time.UTC)
	return &Document{
		Meta: Meta{
			ID: "specimen", Version: "2", Title: "Harbour library opens its tide tables",
			Subject: "Forty years of tide readings, free for everyone.", Author: "Harbour Library",
			Keywords: []string{"tides", "open data"}, Rights: "CC BY 4.0", Status: "withheld",
			Embargo: "2026-03-09T09:00:00+01:00", URL: "https://example.org/tides",
			Generator: "presskit specimen", Created: when, Modified: when.Add(26 * time.Hour),
		},
		Lang: "en-GB", Theme: specimenTheme(), Page: specimenPage(), Looks: specimenLooks(), Styles: specimenStyles(),
		Logo:    specimenVector("logo", "The words Harbour Library beside three waves"),
		LogoAlt: "Harbour Library",
		Embargo: T("Embargoed until Monday, 9 March 2026, 9.00 CET"),
		Footer: Footer{
			Start: Text{{Text: "Harbour Library", Role: RoleFooterStrong}, {Text: "\u2002Tide tables, 9 March 2026"}},
			End: Text{{Text: "page "}, {Field: FieldPage, Role: RoleFooterStrong}, {Text: " of "},
				{Field: FieldPages}},
		},
		Parts: []Part{specimenHead(), specimenRelease(), specimenKit(), specimenEnd()},
	}
}

func specimenHead() Part {
	return Part{
		Role: RoleHead, Span: 12,
		Header: []Text{T("Press release"), T("9 March 2026")},
		Blocks: []Block{
			&Para{Role: RoleKicker, Text: T("Open data")},
			&Para{Role: RoleDate, Text: T("Ghent, 9 March 2026")},
			&Heading{Level: 1, Role: RoleHeadline, ID: "headline", Text: Text{{Text: "Open data:", Role: RoleLeadIn}, {Text: "\n"}, {Text: "Harbour library opens its tide tables"}}},
			&Para{Role: RoleStandfirst, Text: T("Readings that pilots copied by hand can now be searched by everyone.")},
			&Figure{Role: RoleHero, Picture: specimenPhoto("quay", "Fishing boats at the quay at low tide", 1600, 900),
				Caption: Text{{Text: "Low tide at the old quay,", Role: RoleRunIn}, {Text: " where the first gauge stood. Photograph: Harbour Library, CC BY 4.0"}}},
		},
	}
}

func specimenRelease() Part {
	return Part{
		Role: RoleRelease, Span: 8,
		Header: []Text{T("Press release"), T("9 March 2026")},
		Blocks: []Block{
			specimenStatistics(),
			&Para{Role: RoleLede, Text: Text{
				{Text: "Ghent, 9 March 2026", Role: RoleDateline},
				{Text: " — The Harbour Library today published every tide reading taken at the old quay since 1986, together with the notes that pilots left in the margins. It is the longest unbroken series on this coast."},
			}},
			&Para{Role: RoleBody, Text: Text{
				{Text: "The tables are "}, {Text: "free to use", Strong: true}, {Text: ", and so are the scans. A volunteer, writing in "},
				{Text: "The Gauge", Emph: true}, {Text: ", called the work "}, {Text: "slow and happy", Strong: true, Emph: true},
				{Text: ". Programmers may ask for "}, {Text: "/v1/tides?station=quay", Code: true},
				{Text: "; everyone else starts at "}, {Text: "example.org/tides", Link: "https://example.org/tides?from=release&lang=en"},
				{Text: " or reads "}, {Text: "the fact sheet", Link: "#fact-sheet"}, {Text: "."},
			}},
			&Heading{Level: 2, Role: RoleSubhead, Text: T("From ledger to map")},
			&Para{Role: RoleBody, Text: Text{
				{Text: "Three readers typed each page, and a fourth compared them. The Italian partner speaks of "},
				{Text: "una marea di dati", Lang: "it", Emph: true}, {Text: ", the Egyptian one of "},
				{Text: "جداول المد والجزر", Lang: "ar"}, {Text: " and the Israeli one of "}, {Text: "לוחות גאות", Lang: "he"},
				{Text: ". Every doubt was kept: where a figure cannot be read, the table says so,\nand shows the page."},
			}},
			&Callout{ID: "quote-park", Role: RoleQuote, Pull: true, Highlight: true,
				Body: []Block{&Para{Role: RoleQuote, Text: Text{{Text: "“", Role: RoleMark},
					{Text: "A tide table is a promise that someone made to a stranger, twice a day, for forty years."}, {Text: "”", Role: RoleMark}}}},
				Attribution: &Attribution{Name: T("Ada Park"), Title: T("Librarian, Harbour Library")}},
			&Para{Role: RoleBody, Text: T("Gauges drift, and so do the people who read them. The team therefore published its corrections beside the raw readings, with a page on each of the nineteen instruments that stood at the quay.")},
			&List{Role: RoleListItem, Items: []Item{
				{Blocks: []Block{&Para{Role: RoleListItem, Text: T("Readings every ten minutes, in metres above datum")},
					&List{Role: RoleListItem, Items: []Item{{Blocks: []Block{&Para{Role: RoleListItem, Text: T("with the corrections of each gauge")}}}}}}},
				{Blocks: []Block{&Para{Role: RoleListItem, Text: T("Scans of all 412 ledgers")}, &Para{Role: RoleListItem, Text: T("Each page has an address of its own.")}}},
			}},
			&List{Role: RoleListItem, Ordered: true, Start: 3, Items: []Item{
				{Blocks: []Block{&Para{Role: RoleListItem, Text: T("Choose a station.")}}},
				{Blocks: []Block{&Para{Role: RoleListItem, Text: T("Choose a day.")}}},
			}},
			&Callout{ID: "quote-okoro", Role: RoleQuote,
				Body: []Block{&Para{Role: RoleQuote, Text: Text{{Text: "“", Role: RoleMark}, {Text: "We read the margins as closely as the figures."},
					{Text: "”", Role: RoleMark}}}},
				Attribution: &Attribution{Name: T("Ruth Okoro"), Title: T("Hydrologist"), Portrait: specimenPortrait("okoro", "Portrait of Ruth Okoro")}},
			&Heading{Level: 3, Role: RoleSubhead2, Text: T("How the series was checked")},
			&Callout{Role: RoleQuoteBlock, Body: []Block{&Para{Role: RoleQuoteBlock, Text: T("Rule one: never correct what you can explain.")}}},
			&Para{Role: RoleCode, Text: T("GET /v1/tides?station=quay\nAccept: text/csv")},
			&Figure{Role: RoleInline, Picture: specimenVector("chart", "Curve of the highest tide of each year, rising slightly"), Caption: T("Highest tide of each year."), Float: FloatTop},
			&Figure{Role: RoleInline, Picture: &Picture{ID: "dots", Name: "dots.png", Data: specimenPNG(90, 30), Width: 90, Height: 30, Decorative: true, Focus: [2]float64{.5, .5}}, Float: FloatBottom},
			&Table{Role: RoleTableCell, Caption: T("Mean tidal range"), HeaderColumn: true, Align: []Align{AlignStart, AlignEnd, AlignCenter},
				Header: [][]Cell{{{T("Decade")}, {T("Range")}, {T("Gauges")}}},
				Rows:   [][]Cell{{{T("1986–1995")}, {T("3.91 m")}, {T("4")}}, {{T("1996–2005")}, {T("3.97 m")}, {T("9")}}}},
			&Rule{},
			&Callout{Role: RoleQuoteWide, Body: []Block{&Para{Role: RoleQuoteWide, Text: Text{{Text: "“", Role: RoleMark},
				{Text: "The sea keeps no archive, so we do."}, {Text: "”", Role: RoleMark}}}},
				Attribution: &Attribution{Name: T("Ada Park")}},
			&Para{Role: RoleEndMark, Text: T("Ends")},
			&PageBreak{},
			&Aside{Role: RoleContents, Place: Sidebar, Blocks: []Block{specimenContents()}},
			&Para{Role: RoleBody, Text: T("The library keeps adding to the series. Corrections are welcome at the address below, and every one of them is dated and signed.")},
			&Para{Role: RoleBody, Text: T("Nobody has to ask. The readings, the scans, the corrections and the program that shows them lie side by side under one address, and a copy of everything is sent to the national library each spring. Schools on the coast have begun to compare the ledgers with the water outside their windows, and two insurers with the damage in their own files. What they find comes back to the quay as notes in the margin, the way it always did.")},
			&Aside{Role: RoleStatistics, Title: T("At the quay"), Place: Band, Blocks: []Block{
				&StatGroup{Title: T("Today"), Stats: []*Stat{{Value: T("4.1"), Unit: T("m"), Label: T("high water")}, {Value: T("0.3"), Unit: T("m"), Label: T("low water")}}},
				&StatGroup{Title: T("Record"), Stats: []*Stat{{Value: T("5.9"), Unit: T("m"), Label: T("highest tide of 2025"), Chart: specimenSpark(),
					Notes: []Text{T("as of March 2026"), T("Source: Harbour Library")}}}},
				&StatGroup{Stats: []*Stat{{Value: T("12"), Unit: T("h"), UnitTight: true, Label: T("between tides")}}},
			}},
			&Para{Role: RoleNote, Text: T("Heights are metres above chart datum.")},
		},
	}
}

func specimenStatistics() *Aside {
	return &Aside{Role: RoleStatistics, Title: T("At a glance"), Place: Sidebar, Blocks: []Block{
		&StatGroup{Title: T("The series"), Stats: []*Stat{
			{ID: "readings", Prefix: T("over"), Value: T("2"), Unit: T("million"), Label: T("readings"), Highlight: true},
			{ID: "ledgers", Value: T("412"), Label: T("ledgers scanned")},
			{ID: "legible", Value: T("97"), Unit: T("%"), UnitTight: true, Label: T("of it legible"), Chart: specimenRing()},
		}},
		&StatGroup{Title: T("The work"), Stats: []*Stat{
			{ID: "volunteers", Value: T("61"), Label: T("volunteers"), Chart: specimenBars(), Notes: []Text{T("previously 38 (+60.5%)")}},
			{ID: "fee", Prefix: T("€"), PrefixTight: true, Value: T("0"), Label: T("fee for any use")},
		}},
	}}
}

func specimenContents() *Contents {
	return &Contents{Title: T("In this kit"), Entries: []Entry{
		{ID: "fact-sheet", Text: T("Fact sheet")}, {ID: "timeline", Text: T("Timeline")}, {ID: "questions", Text: T("Questions and answers")},
		{ID: "people", Text: T("People")}, {ID: "pictures", Text: T("Pictures")},
	}}
}

func specimenKit() Part {
	event := func(year, day string, s State, text string) Item {
		return Item{Label: Text{{Text: year, Role: RoleYear}, {Text: "  " + day}}, State: s, Blocks: []Block{&Para{Role: RoleTimelineText, Text: T(text)}}}
	}
	person := func(id, name, role, text string) *Card {
		return &Card{Role: "person", Picture: specimenPortrait(id, "Portrait of "+name), Round: true, Blocks: []Block{
			&Heading{Level: 3, Role: RolePersonName, Text: T(name)}, &Para{Role: RolePersonRole, Text: T(role)}, &Para{Role: RolePersonText, Text: T(text)},
		}}
	}
	nameless := person("", "The readers", "Volunteers", "Sixty-one people typed the ledgers in the evenings of four winters.")
	nameless.Picture, nameless.Round = nil, false
	return Part{
		Role: RoleKit, Span: 12, NewPage: true,
		Header: []Text{T("Press kit"), T("9 March 2026")},
		Blocks: []Block{
			&Section{Role: "fact-sheet", ID: "fact-sheet", Title: T("Fact sheet"), Beside: true, Blocks: []Block{
				&Table{Role: RoleFactValue, HeaderColumn: true, Rows: [][]Cell{
					{{T("Series")}, {T("Tide readings, 1986 to today")}},
					{{T("Licence")}, {T("CC BY 4.0, for the readings and for the scans of all ledgers, without exception")}},
					{{T("Source")}, {Text{{Text: "example.org/tides", Link: "https://example.org/tides"}}}},
				}},
			}},
			&Section{Role: "timeline", ID: "timeline", Title: T("Timeline"), Beside: true, Blocks: []Block{
				&List{Role: RoleTimelineText, Items: []Item{
					event("1986", "May", Past, "The first electric gauge is set up at the quay, and a ledger beside it."),
					event("2022", "October", Past, "Volunteers begin to type the ledgers."),
					event("2026", "9 March", Now, "The series is published."),
					event("2027", "Spring", Planned, "Planned: the readings of the two outer lights."),
				}},
			}},
			&Section{Role: "faq", ID: "questions", Title: T("Questions and answers"), Beside: true, Blocks: []Block{
				&Heading{Level: 3, Role: RoleQuestion, Text: T("May a newspaper print the tables?")},
				&Para{Role: RoleAnswer, Text: T("Yes, with the name of the library. The licence asks for nothing else, and a link to the series is welcome.")},
				&Heading{Level: 3, Role: RoleQuestion, Text: T("Is it fit for navigation?")},
				&Para{Role: RoleAnswer, Text: T("No. The port publishes its own predictions every year.")},
			}},
			&Section{Role: "people", ID: "people", Title: T("People"), Beside: true, Blocks: []Block{
				person("park", "Ada Park", "Librarian, Harbour Library", "Found the ledgers in the cellar of the pilots’ house in 2019 and has not been seen in daylight since."),
				person("okoro", "Ruth Okoro", "Hydrologist", "Wrote the corrections, and teaches volunteers to distrust a smooth curve."),
				nameless,
			}},
			&Section{Role: "pictures", ID: "pictures", Title: T("Pictures"), Blocks: []Block{
				&Gallery{Columns: 3, Aspect: 1.5, Figures: []*Figure{
					{Role: RoleGallery, Number: 1, Picture: specimenPhoto("quay", "Fishing boats at the quay at low tide", 1600, 900),
						Caption: Text{{Text: "The old quay.", Role: RoleRunIn}, {Text: " Photograph"}}, Details: []Text{T("quay.jpg"), T("1600 × 900 px, CC BY 4.0")}},
					{Role: RoleGallery, Number: 2, Picture: specimenVector("chart", "Curve of the highest tide of each year"),
						Caption: Text{{Text: "Highest tides.", Role: RoleRunIn}, {Text: " Diagram"}}, Details: []Text{T("tides.svg"), T("vector, CC BY 4.0")}},
					{Role: RoleGallery, Number: 3, Picture: specimenPortrait("okoro", "Portrait of Ruth Okoro"), Caption: T("Ruth Okoro")},
					{Role: RoleGallery, Number: 4, Picture: specimenPortrait("park", "Portrait of Ada Park"), Caption: T("Ada Park")},
				}},
				&Para{Role: RoleNote, Text: Text{{Text: "All pictures: Harbour Library. "}, {Text: "Originals", Role: RoleSoft}, {Text: " at "},
					{Text: "example.org/press", Link: "https://example.org/press"}}},
			}},
		},
	}
}

func specimenEnd() Part {
	return Part{
		Role: RoleEnd, Span: 12, Foot: true,
		Header: []Text{T("Press kit"), T("9 March 2026")},
		Blocks: []Block{
			&Columns{Role: RoleEnd, Columns: []Column{
				{Span: 6, Blocks: []Block{
					&Heading{Level: 2, Role: RoleEndHeading, Text: T("About the Harbour Library")},
					&Para{Role: RoleBoilerplate, Text: Text{{Text: "The Harbour Library keeps the papers of pilots, shipwrights and lighthouse keepers, and opens them to readers six days a week. "}, {Text: "[Invented example]", Emph: true, Role: RoleSoft}}},
				}},
				{Span: 4, Blocks: []Block{
					&Heading{Level: 2, Role: RoleEndHeading, ID: "contacts", Text: T("Press contact")},
					&Para{Role: RoleContactName, Text: T("Marit Claes")},
					&Para{Role: RoleContact, Text: Text{{Text: "Head of communications", Role: RoleContactIn}}},
					&Para{Role: RoleContact, Text: Text{{Text: "+32 0 000 00 00", Link: "tel:+320000000"}}},
					&Para{Role: RoleContact, Text: Text{{Text: "press@example.org", Link: "mailto:press@example.org"}, {Text: "1", Role: RoleNumber}}},
				}},
				{Span: 2, Blocks: []Block{specimenCode()}},
			}},
		},
	}
}

func specimenPhoto(id, alt string, w, h int) *Picture {
	img := specimenImage(64, 64*h/w)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 80}); err != nil {
		panic(err) // a picture of this size can be encoded into memory
	}
	return &Picture{ID: id, Name: id + ".jpg", Data: b.Bytes(), Width: img.Rect.Dx(), Height: img.Rect.Dy(), Alt: alt, Focus: [2]float64{.5, .4}}
}

func specimenPortrait(id, alt string) *Picture {
	return &Picture{ID: id, Name: id + ".png", Data: specimenPNG(40, 50), Width: 40, Height: 50, Alt: alt, Focus: [2]float64{.5, .3}}
}

func specimenPNG(w, h int) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, specimenImage(w, h)); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// specimenImage is a gradient from blue to sand.
func specimenImage(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			t := uint8(255 * (x + y) / (w + h))
			img.SetRGBA(x, y, color.RGBA{40 + t/2, 70 + t/2, 190 - t/4, 255})
		}
	}
	return img
}

func specimenVector(id, alt string) *Picture {
	return &Picture{ID: id, Name: id + ".svg", Vector: true, Width: 180, Height: 60, Alt: alt, Focus: [2]float64{.5, .5},
		Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 180 60"><g fill="none" stroke="#2540bd" stroke-width="8">` +
			`<path d="M4 14q14-12 28 0t28 0M4 32q14-12 28 0t28 0M4 50q14-12 28 0t28 0"/></g>` +
			`<path fill="#161b2e" d="M76 18h84v9h-84zM76 36h98v9h-98z"/></svg>`)}
}
