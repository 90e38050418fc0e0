package release

import (
	"path"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/presskit-go/presskit/kit/source"
)

// Control is what governs a release: its name, language, status and times.
type Control struct {
	Format         source.Integer `key:"presskit"`
	ID             source.Text    `key:"id"`      // a slug; the file's name if not given
	Version        source.Text    `key:"version"` // "1" if not given
	Language       source.Text    `key:"language"`
	Status         Status         `key:"status"`          // Usable if not given
	EmbargoedUntil source.Date    `key:"embargoed-until"` // of precision Instant
	Published      source.Date    `key:"published"`
	Genre          source.Text    `key:"genre"`
	Subjects       []source.Text  `key:"subjects"` // words, or Media Topics: "medtop:04000000"
	Keywords       []source.Text  `key:"keywords"`
	Note           source.Text    `key:"note"`   // never printed
	Origin         source.Text    `key:"source"` // where the text was first published: words or a URL
	Links          []Link         `key:"links"`
	Translations   []source.Text  `key:"translations"` // paths, relative to the definition's file

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
	Label source.Text `key:"label"`
	URL   source.Text `key:"url"`
	Rel   source.Text `key:"rel"`
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
	topic := regexp.MustCompile(`^medtop:[0-9]{8}$`)
	for _, s := range r.Subjects[:min(len(r.Subjects), maxKeywords)] {
		if strings.HasPrefix(s.Value, "medtop:") && !topic.MatchString(s.Value) {
			c.report(s.Span, "bad-subject", "%s is not a Media Topic", source.Quote(s.Value)).
				Hint = "a Media Topic has eight digits, such as medtop:04000000"
		}
	}
	c.textOrURL(r.Origin)
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
