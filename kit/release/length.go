package release

import (
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/source"
)

// maxKeywords is how many keywords and subjects a release may have.
const maxKeywords = 100

// maxPlain is the length of the longest text within a line, in characters.
const maxPlain = 5_000

// maxLength returns the length of the longest text that the field of a key may
// hold, in characters. The bounds are far beyond what is printed anywhere, and
// near enough that every format can set the text and hold it in its metadata.
func maxLength(key string) int {
	switch key {
	case "keywords", "subjects", "language", "rel", "email", "phone", "unit", "prefix", "suffix":
		return 100
	case "name", "short-name", "title", "role", "place", "organization", "speaker", "publisher", "logo", "portrait", "person",
		"group", "kicker", "genre", "hours", "end-mark", "by":
		return 300
	case "headline", "question":
		return 500
	case "label", "subheadline", "attribution", "credit", "copyright", "license", "usage-terms", "address", "value", "date", "as-of", "at":
		return 1_000
	case "lede", "text", "caption":
		return 20_000
	case "alt", "url", "path", "translations", "source":
		return 2_000
	}
	return maxPlain
}

// short reports a text within a line that is too long.
func (c *checker) short(t source.Text, path trail) {
	most := maxLength(path.last())
	if len(t.Value) <= most {
		return
	}
	if n := utf8.RuneCountInString(t.Value); n > most {
		c.report(t.Span, "too-long", "%s is %d characters long; at most %d are taken", source.Quote(path.String()), n, most)
	}
}
