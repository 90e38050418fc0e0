package compose

import (
	"sync"

	"golang.org/x/text/language"

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
