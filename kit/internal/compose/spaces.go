package compose

import (
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/typeset/bind"
)

// spaces sets the spaces that each language has before its marks, and makes those
// unbreakable that no line may end at. It does so once, over the whole tree, so
// that labels and words of the author, and every format, get the same.
func (c *composer) spaces(d *doc.Document) {
	b := binder{lang: d.Lang, cache: c.in.Cache, rules: map[string]*bind.Rules{}}
	for _, p := range d.Parts {
		for _, line := range p.Header {
			b.text(line, bind.Running)
		}
	}
	b.text(d.Running, bind.Running)
	b.text(d.Footer.Start, bind.Running)
	b.text(d.Footer.Center, bind.Running)
	b.text(d.Footer.End, bind.Running)
	doc.WalkTexts(d, func(block doc.Role, t doc.Text) {
		switch block {
		case doc.RoleCode:
		case doc.RoleHeadline, doc.RoleSubhead, doc.RoleSubhead2, doc.RoleSectionTitle, doc.RoleEndHeading, doc.RoleQuestion:
			b.text(t, bind.Headline)
		default:
			b.text(t, bind.Running)
		}
	})
	doc.Walk(d, func(_ []doc.Block, block doc.Block) {
		if g, ok := block.(*doc.StatGroup); ok {
			for _, s := range g.Stats {
				for _, t := range []doc.Text{s.Prefix, s.Value, s.Unit} {
					b.text(t, bind.Running)
				}
			}
		}
	})
}

// binder binds texts of a document.
type binder struct {
	lang  string // of what has no language of its own
	cache *Cache
	rules map[string]*bind.Rules // by language
	room  []rune                 // for the text in hand
}

func (b *binder) text(t doc.Text, level bind.Level) {
	b.french(t)
	for from := 0; from < len(t); {
		lang, to := b.language(t[from]), from+1
		for to < len(t) && b.language(t[to]) == lang {
			to++
		}
		b.runs(lang, t[from:to], level)
		from = to
	}
}

func (b *binder) language(r doc.Run) string {
	if r.Lang != "" {
		return r.Lang
	}
	return b.lang
}

// french sets the spaces of French in each run, by what stands beside it.
func (b *binder) french(t doc.Text) {
	for i := range t {
		if t[i].Code {
			continue
		}
		var before, after rune
		if i > 0 && t[i-1].Text != "" {
			before, _ = utf8.DecodeLastRuneInString(t[i-1].Text)
		}
		if i+1 < len(t) && t[i+1].Text != "" {
			after, _ = utf8.DecodeRuneInString(t[i+1].Text)
		}
		t[i].Text = bind.French(b.language(t[i]), t[i].Text, before, after)
	}
}

// runs binds words of one language, over the bounds of runs.
func (b *binder) runs(lang string, t doc.Text, level bind.Level) {
	all := b.room[:0]
	for _, r := range t {
		if r.Field != doc.NoField {
			all = append(all, '1') // a number, once it is known
			continue
		}
		for _, letter := range r.Text {
			all = append(all, letter)
		}
	}
	b.room = all
	rules := b.rules[lang]
	if rules == nil {
		rules = b.cache.rules(lang)
		b.rules[lang] = rules
	}
	bound := false
	rules.Spaces(all, level, func(at int, firm bool) {
		if firm {
			all[at], bound = '\u00a0', true
		}
	})
	if !bound {
		return
	}
	at := 0
	for i := range t {
		n := utf8.RuneCountInString(t[i].Text)
		switch {
		case t[i].Field != doc.NoField:
			n = 1
		case !t[i].Code: // which is copied as it is
			t[i].Text = string(all[at : at+n])
		}
		at += n
	}
}
