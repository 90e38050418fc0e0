package kit

import (
	"io/fs"
	"slices"
	"time"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/release"
)

// A Project is a release definition that was read and found valid, with its
// brand. It does not change, and may be used by several goroutines.
type Project struct {
	fsys    fs.FS
	config  Config
	release *release.Release
	brand   *brand.Brand
	kept    *keptBrand // of the cache; nil if the brand is this project's alone
	list    diag.List
	status  diag.Span // where the definition gives its status
}

// ID is the stable name of the release.
func (p *Project) ID() string { return p.release.ID.Value }

// Version is the edition of the release, of the tag if the build has one.
func (p *Project) Version() string { return p.release.Version.Value }

// Language is the BCP 47 tag of the release's language.
func (p *Project) Language() string { return p.release.Language.Value }

// Title is the headline of the release.
func (p *Project) Title() string { return p.release.Headline.Value }

// Diagnostics gives the warnings and notes found when the project was opened.
func (p *Project) Diagnostics() diag.List { return slices.Clone(p.list) }

// Created gives the time that is written into files if [Options.Created] is
// zero; zero if the release has no date. See there.
func (p *Project) Created() time.Time {
	if d := p.release.Published; d.Given() {
		return d.Time.UTC()
	}
	if line := p.release.Dateline; line != nil && line.Date.Given() {
		return line.Date.Time.UTC()
	}
	return time.Time{}
}
