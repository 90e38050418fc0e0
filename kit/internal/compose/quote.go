package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose/locale"
	"github.com/presskit-go/presskit/kit/release"
)

// callout lowers a quote of the release. A pull quote that is too long for the
// layout is cut: its words stand in the text. One that stands nowhere else is
// never cut, but set as text, which goes on from page to page.
func (c *composer) callout(q *release.Quote) *doc.Callout {
	id := q.ID.Value
	again := c.placed.callouts[id]
	c.placed.callouts[id] = true
	pull := q.Placement != release.Block
	text := c.inline(q.Text)
	short, tooLong := excerpt(text, c.layout.Quotes.Words)
	if tooLong && pull && !again {
		d := c.list.Add(q.Text.Span, "quote-cut", "the quotation is cut to %d words, with […] for the rest", c.layout.Quotes.Words)
		d.Severity, d.Hint = diag.Note, "choose fewer of its words, or write placement: block, which is printed whole"
	}
	var out *doc.Callout
	if tooLong && !pull {
		out = c.longQuote(text, c.attribution(q))
	} else {
		out = &doc.Callout{
			Role: doc.RoleQuote, Body: []doc.Block{&doc.Para{Role: doc.RoleQuote, Text: c.marked(short)}},
			Attribution: c.attribution(q),
		}
	}
	out.Pull, out.Highlight = pull, q.Highlight
	if !again {
		out.ID = "quote-" + id
	}
	return out
}

// longQuote sets a quotation in the size of the text, with its speaker on the
// last line.
func (c *composer) longQuote(t doc.Text, by *doc.Attribution) *doc.Callout {
	t = c.marked(t)
	if by != nil && len(by.Name) > 0 {
		t = append(t, doc.Run{Text: "\n"}, doc.Run{Text: by.Name.Plain(), Role: doc.RoleRunIn})
		if len(by.Title) > 0 {
			t = append(t, doc.Run{Text: c.comma() + by.Title.Plain(), Role: doc.RoleContactIn})
		}
	}
	return &doc.Callout{Role: doc.RoleQuoteBlock, Body: []doc.Block{&doc.Para{Role: doc.RoleQuoteBlock, Text: t}}}
}

// marked sets a quotation in the marks of the language.
func (c *composer) marked(t doc.Text) doc.Text {
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
	for _, stop := range []string{".", "。"} {
		if s, ok := strings.CutSuffix(last.Text, stop); ok && !strings.HasSuffix(s, stop) && s != "" {
			last.Text = s
			break
		}
	}
	return t
}

// omission stands for words that were left out.
const omission = " […]"

// excerpt cuts a text to at most n words: after a sentence if that leaves half
// of them, else after a word. It reports whether it did.
func excerpt(t doc.Text, n int) (short doc.Text, isCut bool) {
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
						return cut(t, sentence), true
					}
					return cut(t, word), true
				}
			}
			inWord = true
		}
	}
	return t, false
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

// position joins a title and an organization in the order of the language, unless
// the title names it.
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
	switch locale.Script(c.rel.Tag) {
	case "Jpan", "Hans", "Hant": // what is larger stands first
		return doc.T(name + "\u3000" + title)
	case "Kore":
		return doc.T(name + " " + title)
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
