package compose

import (
	"maps"
	"slices"
	"sync"

	"golang.org/x/text/language"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose/locale"
	"github.com/presskit-go/presskit/kit/internal/typeset/bind"
)

// Cache keeps what documents have in common: their pictures and what is known of
// their languages. The zero value is ready; it belongs to the caller, is safe for
// concurrent use and does not change what is composed. Nil keeps nothing.
type Cache struct {
	shown pictures

	mu        sync.Mutex
	languages map[string]*tongue // by tag
}

// tongue is what is known of a language. Nothing in it changes.
type tongue struct {
	locale *locale.Locale
	known  bool // the labels are in the language, not in English
	rules  *bind.Rules
}

// maxLanguages bounds how many are kept.
const maxLanguages = 64

// pictures gives those of earlier documents; nil if none are kept.
func (c *Cache) pictures() *pictures {
	if c == nil {
		return nil
	}
	return &c.shown
}

// language gives what is known of a language, by its tag or as it is written.
func (c *Cache) language(lang string, fill func(*tongue)) tongue {
	if c == nil {
		var t tongue
		fill(&t)
		return t
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	t := c.languages[lang]
	if t == nil {
		if c.languages == nil || len(c.languages) >= maxLanguages {
			c.languages = map[string]*tongue{}
		}
		t = new(tongue)
		c.languages[lang] = t
	}
	fill(t)
	return *t
}

// locale gives the locale of a language. known is false if its labels are English.
func (c *Cache) locale(tag language.Tag) (l *locale.Locale, known bool) {
	t := c.language(tag.String(), func(t *tongue) {
		if t.locale == nil {
			t.locale, t.known = locale.For(tag)
		}
	})
	return t.locale, t.known
}

// rules gives the words of a language that bind others.
func (c *Cache) rules(lang string) *bind.Rules {
	return c.language(lang, func(t *tongue) {
		if t.rules == nil {
			t.rules = bind.For(lang)
		}
	}).rules
}

// Shared keeps what documents of one brand in one layout have alike. The zero value is
// ready and safe for concurrent use; nil keeps nothing. Each document has copies, which
// its caller may change.
type Shared struct {
	mu     sync.Mutex
	worn   *doc.Theme // of the brand
	styled map[styling]map[doc.Role]doc.Style
}

func (s *Shared) theme(b *brand.Brand) doc.Theme {
	if s == nil {
		return Theme(b)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.worn == nil {
		t := Theme(b)
		s.worn = &t
	}
	t := *s.worn
	t.Colors, t.Faces = maps.Clone(t.Colors), slices.Clone(t.Faces)
	return t
}

func (s *Shared) styles(how styling, fill func(styling) map[doc.Role]doc.Style) map[doc.Role]doc.Style {
	if s == nil {
		return fill(how)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	styles := s.styled[how]
	if styles == nil {
		if s.styled == nil || len(s.styled) >= maxLanguages { // a script each, in a few ways
			s.styled = map[styling]map[doc.Role]doc.Style{}
		}
		styles = fill(how)
		s.styled[how] = styles
	}
	return maps.Clone(styles)
}
