package release

import (
	"path"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/presskit-go/presskit/kit/source"
)

// Control is what governs a release: its name, language, status and times.
type Control struct {
	Format         source.Integer `key:"presskit" doc:"The version of this format: 1."`
	ID             source.Text    `key:"id" doc:"A short name in lower-case letters, digits and hyphens; it names the files. Left out: the name of the definition."` // a slug; the file's name if not given
	Version        source.Text    `key:"version" doc:"The edition, 1 if left out. Raise it when you correct something."`                                             // "1" if not given
	Language       source.Text    `key:"language" doc:"Required. The language as a BCP 47 tag: it, en-GB, ar. Hyphenation, quotation marks, numbers, dates, headings and direction follow it."`
	Status         Status         `key:"status" doc:"usable if left out; withheld is built with a notice, canceled is not built."`                                         // Usable if not given
	EmbargoedUntil source.Date    `key:"embargoed-until" doc:"A time with its offset, 2026-06-09T09:00:00+02:00, printed as an embargo. Left out: for immediate release."` // of precision Instant
	Published      source.Date    `key:"published" doc:"The day or time of publication; it dates the release and the files."`
	Genre          source.Text    `key:"genre" doc:"What kind of text this is. Left out: press release, in the language."`
	Subjects       []source.Text  `key:"subjects" doc:"What it is about: words, or IPTC Media Topics such as medtop:04000000."` // words, or Media Topics: "medtop:04000000"
	Keywords       []source.Text  `key:"keywords" doc:"Words for search."`
	Note           source.Text    `key:"note" doc:"For colleagues; never printed."`                        // never printed
	Origin         source.Text    `key:"source" doc:"Where the text appeared first: words or an address."` // where the text was first published: words or a URL
	Copyright      source.Text    `key:"copyright" doc:"Whose the text is. It is printed at the end and stands in the files' properties."`
	License        source.Text    `key:"license" doc:"Under which licence the text is: words such as CC BY 4.0, or an address."` // words or a URL
	UsageTerms     source.Text    `key:"usage-terms" doc:"What one may do with the text."`
	Links          []Link         `key:"links" doc:"Further reading; rel: newsroom marks the home of the release."`
	Translations   []source.Text  `key:"translations" doc:"Paths of definitions of the same release in other languages."` // paths, relative to the definition's file

	Tag language.Tag `key:"-"` // Language, parsed
}

// Status says whether a release may be used, after pubStatus of IPTC ninjs.
type Status string

// The statuses.
const (
	Usable   Status = "usable"
	Withheld Status = "withheld"
	Canceled Status = "canceled"
)

// Allowed lists the statuses.
func (Status) Allowed() []string {
	return []string{string(Usable), string(Withheld), string(Canceled)}
}

// Link is further reading. The first with Rel "newsroom" is the online home.
type Link struct {
	source.Place
	Label source.Text `key:"label" doc:"Required. What is printed."`
	URL   source.Text `key:"url" doc:"Required. The address."`
	Rel   source.Text `key:"rel" doc:"newsroom for the online home of the release."`
}

// Newsroom returns the address of the release's online home, or "".
func (c *Control) Newsroom() string {
	for _, l := range c.Links {
		if l.Rel.Value == "newsroom" {
			return l.URL.Value
		}
	}
	return ""
}

func (c *checker) control() {
	r := c.r
	if r.Format.Given() && r.Format.Value != 1 {
		c.report(r.Format.Span, "unsupported-version", "version %d of the format is not known", r.Format.Value).
			Hint = "this program reads version 1"
	}
	if r.ID.Span.Source != nil {
		c.slug(r.ID)
	}
	c.version()
	c.language()
	c.times()
	for i := range c.limit("links", len(r.Links)) {
		l := &r.Links[i]
		c.required(l.Place, "label", l.Label.Value != "")
		c.required(l.Place, "url", l.URL.Value != "")
		c.url(l.URL)
	}
	for key, n := range map[string]int{"keywords": len(r.Keywords), "subjects": len(r.Subjects)} {
		if n > maxKeywords {
			c.report(c.doc.KeyAt(key), "too-many", "%s holds %d entries; at most %d are taken", source.Quote(key), n, maxKeywords)
		}
	}
	for _, s := range r.Subjects[:min(len(r.Subjects), maxKeywords)] {
		if code, ok := strings.CutPrefix(s.Value, "medtop:"); ok && (len(code) != 8 || strings.Trim(code, "0123456789") != "") {
			c.report(s.Span, "bad-subject", "%s is not a Media Topic", source.Quote(s.Value)).
				Hint = "a Media Topic has eight digits, such as medtop:04000000"
		}
	}
	c.textOrURL(r.Origin)
	c.textOrURL(r.License)
}

// maxVersion is the length of the longest version, in bytes.
const maxVersion = 64

// version reports a version that could not stand in the name of a file.
func (c *checker) version() {
	v := c.r.Version
	bad := strings.ContainsAny(v.Value, `/\`) || strings.ContainsFunc(v.Value, unicode.IsControl)
	if v.Span.Source != nil && (bad || len(v.Value) > maxVersion) {
		c.report(v.Span, "bad-version", "%s cannot be a version", source.Quote(v.Value)).
			Hint = "a version is at most 64 characters long, without / and \\"
	}
}

func (c *checker) language() {
	r := c.r
	c.required(r.Place, "language", r.Language.Value != "")
	if r.Language.Value == "" {
		return
	}
	tag, err := language.Parse(r.Language.Value)
	base, confidence := tag.Base()
	if err != nil || confidence == language.No || base.String() == "und" {
		c.report(r.Language.Span, "bad-language", "%s is not a language", source.Quote(r.Language.Value)).
			Hint = "use a BCP 47 tag, such as it, en-GB, pt-BR or zh-Hant"
		return
	}
	r.Tag = tag
}

func (c *checker) times() {
	c.rehint("embargoed-until", instantHint)
	c.rehint("published", "write a date such as 2024-05-13, or 2024-05-13T09:30:00+02:00")
	if d := c.r.EmbargoedUntil; d.Given() && d.Precision != source.Instant {
		c.report(d.Span, "missing-offset", `"embargoed-until" must be a time with its offset`).
			Hint = instantHint
	}
	switch d := c.r.Published; d.Precision {
	case source.Local:
		c.report(d.Span, "missing-offset", `the time of "published" lacks its offset`).
			Hint = "write a date alone, or 2024-05-13T09:30:00+02:00"
	case source.Year, source.Month:
		c.report(d.Span, "bad-date", `"published" must be a whole date`)
	}
}

const instantHint = "write 2024-05-13T09:30:00+02:00, so that it is the same moment everywhere"

// rehint replaces the hint of a value that is no date at all, where not every
// form of a date is taken.
func (c *checker) rehint(field, hint string) {
	at := c.doc.At(field)
	for i := range *c.list {
		if d := &(*c.list)[i]; d.Rule == "bad-date" && d.Span == at {
			d.Hint = hint
		}
	}
}

func (c *checker) translations() {
	for _, t := range c.r.Translations[:c.limit("translations", len(c.r.Translations))] {
		if file := c.file(t, "translation"); file != "" && !isDefinition(file) {
			c.report(t.Span, "bad-path", "%s is not a release definition", source.Quote(t.Value)).
				Hint = "definitions end in .yaml, .yml, .json, .toml or .md"
		}
	}
}

func isDefinition(file string) bool {
	return contains([]string{".yaml", ".yml", ".json", ".toml", ".md"}, strings.ToLower(path.Ext(file)))
}
