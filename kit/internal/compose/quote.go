package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/release"
)

// callout lowers a quote of the release.
func (c *composer) callout(q *release.Quote) *doc.Callout {
	out := &doc.Callout{
		Role: doc.RoleQuote, Pull: q.Placement != release.Block, Highlight: q.Highlight,
		Body:        []doc.Block{&doc.Para{Role: doc.RoleQuote, Text: c.marked(c.inline(q.Text))}},
		Attribution: c.attribution(q),
	}
	if id := q.ID.Value; !c.placed.callouts[id] {
		c.placed.callouts[id] = true
		out.ID = "quote-" + id
	}
	return out
}

// marked sets a quotation in the marks of the language, cut to the length that
// the layout allows.
func (c *composer) marked(t doc.Text) doc.Text {
	t = excerpt(t, c.layout.Quotes.Words)
	if c.loc.DropsStop() {
		t = dropStop(t)
	}
	opening, closing := c.loc.Quotes()
	out := doc.Text{{Text: opening, Role: doc.RoleMark}}
	out = append(out, t...)
	return append(out, doc.Run{Text: closing, Role: doc.RoleMark})
}

// dropStop takes away a full stop at the end, but no ellipsis.
func dropStop(t doc.Text) doc.Text {
	if len(t) == 0 {
		return t
	}
	last := &t[len(t)-1]
	if s, ok := strings.CutSuffix(last.Text, "."); ok && !strings.HasSuffix(s, ".") && s != "" {
		last.Text = s
	}
	return t
}

// omission stands for words that were left out.
const omission = " […]"

// excerpt cuts a text to at most n words: after a sentence if that leaves half
// of them, else after a word.
func excerpt(t doc.Text, n int) doc.Text {
	words, inWord := 0, false
	sentence, word := position{}, position{}
	for i, r := range t {
		for at, char := range r.Text {
			if unicode.IsSpace(char) {
				if inWord {
					word = position{i, at}
					if closes(r.Text[:at]) && words*2 >= n {
						sentence = word
					}
				}
				inWord = false
				continue
			}
			if !inWord {
				if words++; words > n {
					if sentence != (position{}) {
						return cut(t, sentence)
					}
					return cut(t, word)
				}
			}
			inWord = true
		}
	}
	return t
}

// position is a place in a text: byte at of run.
type position struct{ run, at int }

// closes reports whether a text ends in the sign of a sentence's end.
func closes(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool { return unicode.In(r, unicode.Pf, unicode.Pe) || r == '"' })
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…。！？؟", last)
}

func cut(t doc.Text, p position) doc.Text {
	out := append(doc.Text(nil), t[:p.run+1]...)
	last := &out[p.run]
	last.Text = strings.TrimRight(last.Text[:p.at], " ,;:–—-")
	out = trimEnd(out)
	return append(out, doc.Run{Text: omission})
}

// attribution names who speaks, with title, organization and portrait.
func (c *composer) attribution(q *release.Quote) *doc.Attribution {
	if p := c.rel.People.Get(q.Speaker.Value); p != nil {
		return &doc.Attribution{
			Name:     c.plain(p.Name),
			Title:    c.position(p.Title.Value, p.Organization.Value),
			Portrait: c.picture(p.Portrait.Value),
		}
	}
	if name := c.plain(q.Attribution); name != nil {
		return &doc.Attribution{Name: name}
	}
	return nil
}

// position joins a title and an organization, unless the title names it.
func (c *composer) position(title, organization string) doc.Text {
	title = strings.TrimSpace(c.tidy(title))
	name := strings.TrimSpace(c.tidy(c.rel.OrganizationName(organization)))
	short := ""
	if o := c.rel.Organizations.Get(organization); o != nil {
		short = o.ShortName.Value
	}
	switch {
	case title == "" || name == "":
		return doc.T(title + name)
	case names(title, name) || short != "" && names(title, short):
		return doc.T(title)
	}
	return doc.T(title + c.comma() + name)
}

// names reports whether a text holds a name as words of its own.
func names(text, name string) bool {
	i := strings.Index(text, name)
	if i < 0 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+len(name):])
	return !letter(before) && !letter(after)
}

func letter(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// comma separates a title from an organization in the language's script.
func (c *composer) comma() string {
	switch script, _ := c.rel.Tag.Script(); script.String() {
	case "Arab":
		return "، "
	case "Jpan", "Hans", "Hant":
		return "、"
	}
	return ", "
}
