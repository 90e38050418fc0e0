package compose

import (
	"regexp"
	"strings"
	"sync"

	"github.com/presskit-go/presskit/kit/doc"
)

// rightsInWords says for catalogues whose the release is and what one may do with
// it; where it does not say, whose all its pictures are.
func (c *composer) rightsInWords() string {
	var parts []string
	for _, t := range []string{c.rel.Copyright.Value, c.rel.UsageTerms.Value, c.rel.License.Value} {
		if t = c.tidyTrim(t); t != "" {
			parts = append(parts, t)
		}
	}
	if parts == nil {
		return c.commonCopyright()
	}
	return strings.Join(parts, " · ")
}

// commonCopyright is the copyright of all pictures, if it is the same.
func (c *composer) commonCopyright() string {
	same := ""
	for i := range c.rel.Media {
		m := &c.rel.Media[i].Value
		s := c.tidyTrim(m.Copyright.Value)
		switch {
		case m.Decorative && s == "":
		case s == "" || same != "" && s != same:
			return ""
		default:
			same = s
		}
	}
	return same
}

// rightsNote prints the same as the last line of the kit, where an editor looks
// for what may be reprinted.
func (c *composer) rightsNote() []doc.Block {
	text := c.plain(c.rel.Copyright)
	if license := c.plain(c.rel.License); license != nil {
		if url := licenseURL(license[0].Text); url != "" {
			license[0].Link = url
			if license[0].Text == url {
				license[0].Text = shortURL(url)
			}
		}
		if text != nil {
			text = append(text, doc.Run{Text: c.comma()})
		}
		text = append(text, license...)
	}
	if terms := c.tidyTrim(c.rel.UsageTerms.Value); terms != "" {
		text = appendSentence(text, terms)
	}
	if text == nil {
		return nil
	}
	return []doc.Block{&doc.Para{Role: doc.RoleNote, Text: text}}
}

// creativeCommons matches the short names of the licences of Creative Commons,
// compiled when the first one is met.
var creativeCommons = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^CC[ -](BY(?:-NC)?(?:-SA|-ND)?)[ -](4\.0|3\.0|2\.5|2\.0)$`)
})

// licenseURL gives the address of a licence that is one, or a short name of Creative
// Commons; "" for other words.
func licenseURL(license string) string {
	license = strings.TrimSpace(license)
	if isURL(license) {
		return license
	}
	name := strings.ToUpper(strings.NewReplacer("\u00a0", " ", "CC-BY", "CC BY").Replace(license))
	const home = "https://creativecommons.org/"
	switch name {
	case "CC0", "CC0 1.0", "CC0-1.0":
		return home + "publicdomain/zero/1.0/"
	}
	if !strings.HasPrefix(name, "CC") {
		return ""
	}
	if m := creativeCommons().FindStringSubmatch(name); m != nil {
		return home + "licenses/" + strings.ToLower(m[1]) + "/" + m[2] + "/"
	}
	return ""
}
