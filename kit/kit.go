// Package kit turns a release definition into a press kit: open a definition,
// choose formats, build.
//
//	p, err := kit.Open(os.DirFS("examples/made"), "release.yaml")
//	if err != nil {
//		// err is a diag.List: every problem of the definition, with its place
//	}
//	pages := pdf.Format{Cache: pdf.NewCache()}
//	words := docx.Format{Pages: pages.Pages} // its contents show the PDF's page numbers
//	set, err := p.Build(ctx, "presskit", kit.Options{}, pages, words)
//
// [Project.Write] writes one format to an [io.Writer], [Project.Render] gives
// files in memory, and [Project.Build] puts them into a folder, all of them or
// none; [SaveAll] does so with several sets and folders. The formats are values of the packages kit/pdf and kit/docx, or your
// own [Format].
//
// # The pipeline
//
// Data flows one way, and the folders of this module are its stations:
//
//		release.yaml ─ source ─▶ release ─┐
//		layouts/*.yaml, _brand.yml ───────┴─ compose ─▶ doc ─┬─ page ─▶ pdf
//		                                                     └─ docx
//
//	  - kit/diag holds problems of the input and their places; every package
//	    that reads input reports through it.
//	  - kit/source reads YAML, JSON, TOML and Markdown with front matter, and
//	    remembers where each field is written.
//	  - kit/release is the model of a release and its validation, one file for
//	    each section of the format.
//	  - brand and layouts read how a kit looks: colours, fonts and the logo;
//	    slots and styles.
//	  - kit/internal/compose lowers the three into kit/doc, a small closed tree of
//	    nodes in reading order. Formats know nodes, never sections.
//	  - kit/internal/page sets the tree on pages, on the grid of maroto, and draws
//	    them on a canvas; kit/pdf is a canvas that writes tagged PDF.
//	  - kit/docx writes the tree as WordprocessingML.
//	  - kit/brandsheet draws a brand's specimen, through the same tree; brand/tokens
//	    makes a brand file of design tokens.
//
// Where to start: to change what a section says, its file in kit/internal/compose;
// to change how it looks, layouts/*.yaml; to add a field, kit/release. A test of
// this package holds the arrows between the packages against a table.
//
// # What a build depends on
//
// The same definition, assets, brand, layout and [Options] give the same bytes
// on every machine. Below the command nothing reads the clock, the environment,
// the network or the working directory: files come from an [fs.FS], times are
// given, fonts are embedded or beside the brand. A brand that asks for a font of
// the system gets it from [Config.SystemFonts], and then machines may differ.
//
// The input may be hostile: paths do not leave the file system that is passed
// in, sizes and depths are bounded, and file names made from templates are
// checked. Pass an [os.Root]'s FS rather than [os.DirFS] where links out of a
// folder must not be followed.
//
// # Licence
//
// This module is under Apache-2.0. Its package kit/docx links unioffice v1.4.0,
// which is under AGPL-3.0, so that a program that imports kit/docx must be
// offered under AGPL-3.0 as a whole. This package does not import it: a program
// that imports kit and kit/pdf alone does not link unioffice and is not bound by
// the AGPL. That is why formats are passed in.
package kit
