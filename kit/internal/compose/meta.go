package compose

import (
	"strings"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/source"
)

// maxSubject bounds the summary in a file's properties, in characters.
const maxSubject = 300

// meta describes the document to catalogues.
func (c *composer) meta(d *doc.Document) {
	d.Meta = doc.Meta{
		ID: c.rel.ID.Value, Version: c.rel.Version.Value,
		Title:     c.tidyTrim(c.rel.Headline.Value),
		Subject:   c.summary(),
		Author:    c.publisher(),
		Keywords:  c.keywords(),
		Rights:    c.rightsInWords(),
		RightsURL: licenseURL(c.rel.License.Value),
		Status:    string(c.rel.Status),
		Embargo:   c.rel.EmbargoedUntil.Raw,
		URL:       c.rel.Newsroom(),
		Generator: c.in.Generator,
		Created:   c.in.Created,
		Modified:  c.in.Created,
	}
}

// summary is the standfirst, else the lede, cut after a word.
func (c *composer) summary() string {
	s := c.inline(c.rel.Subheadline).Plain()
	if s == "" {
		s = c.inline(c.rel.Lede).Plain()
	}
	if utf8.RuneCountInString(s) <= maxSubject {
		return s
	}
	s = string([]rune(s)[:maxSubject])
	if i := strings.LastIndexByte(s, ' '); i > 0 {
		s = s[:i]
	}
	return strings.TrimRight(s, " ,;:.") + "…"
}

// keywords are those of the release and its subjects, Media Topics by their codes.
func (c *composer) keywords() []string {
	var out []string
	seen := map[string]bool{}
	for _, t := range append(append([]string{}, texts(c.rel.Keywords)...), texts(c.rel.Subjects)...) {
		t = c.tidyTrim(t)
		if t == "" || seen[t] {
			continue
		}
		seen[t] = true
		out = append(out, t)
	}
	return out
}

func texts(list []source.Text) []string {
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = t.Value
	}
	return out
}
