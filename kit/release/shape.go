package release

import (
	"net/mail"
	"net/url"
	"regexp"
	"strings"

	"github.com/presskit-go/presskit/kit/source"
)

// maxSlug is the length of the longest id. Files are named by ids.
const maxSlug = 100

// slug reports an id that is none.
func (c *checker) slug(id source.Text) {
	if isSlug(id.Value) {
		if len(id.Value) > maxSlug {
			c.report(id.Span, "bad-slug", "the id is longer than %d characters", maxSlug)
		}
		return
	}
	c.report(id.Span, "bad-slug", "%s cannot be an id", source.Quote(id.Value)).
		Hint = "an id is made of small letters a to z, digits and single hyphens"
}

func isSlug(s string) bool {
	if s == "" || s[0] == '-' || s[len(s)-1] == '-' || strings.Contains(s, "--") {
		return false
	}
	return onlySlugBytes(s)
}

func onlySlugBytes(s string) bool {
	for i := range len(s) {
		if b := s[i]; b != '-' && (b < 'a' || b > 'z') && (b < '0' || b > '9') {
			return false
		}
	}
	return true
}

// url reports an address that is not one of the web.
func (c *checker) url(t source.Text) {
	if t.Value == "" {
		return
	}
	u, err := url.Parse(t.Value)
	if err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && !strings.ContainsAny(t.Value, " \t\n") {
		return
	}
	c.report(t.Span, "bad-url", "%s is not an address of the web", source.Quote(t.Value)).
		Hint = "write it whole, beginning with https://"
}

// textOrURL reports an address that is broken, in a field that may hold words as well.
func (c *checker) textOrURL(t source.Text) {
	if strings.HasPrefix(t.Value, "http:") || strings.HasPrefix(t.Value, "https:") {
		c.url(t)
	}
}

// email reports what is no e-mail address.
func (c *checker) email(t source.Text) {
	if t.Value == "" {
		return
	}
	a, err := mail.ParseAddress(t.Value)
	if err == nil && a.Address == t.Value && strings.Contains(t.Value[strings.LastIndexByte(t.Value, '@'):], ".") {
		return
	}
	c.report(t.Span, "bad-email", "%s is not an e-mail address", source.Quote(t.Value)).
		Hint = "write it alone, such as press@example.org"
}

// phone reports what cannot be dialled. Digits may be grouped as usual in the
// country, and an extension may follow.
func (c *checker) phone(t source.Text) {
	if t.Value == "" {
		return
	}
	shape := regexp.MustCompile(`^\+?[0-9(][0-9 \x{a0}().\-/]{3,30}(\s*(ext|ext\.|x|int\.|;ext=)\s*[0-9]{1,6})?$`)
	if shape.MatchString(t.Value) {
		return
	}
	c.report(t.Span, "bad-phone", "%s is not a telephone number", source.Quote(t.Value)).
		Hint = "write it with the country, such as +39 02 1234 5678"
}
