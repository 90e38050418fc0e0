package compose

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/bidi"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose/locale"
	"github.com/presskit-go/presskit/kit/internal/typeset/bind"
	"github.com/presskit-go/presskit/kit/release"
)

// leftToRight is U+200E, which is not seen: what follows it runs to the right.
const leftToRight = "\u200e"

// rightToLeft is U+200F, the same in the other direction.
const rightToLeft = "\u200f"

// numerals gives the language of a release with the digits that its author
// writes. Arabic, Persian and others are written with digits of their own or with
// European ones, and a kit must not mix them; which ones is seen in the text.
func numerals(r *release.Release, cache *Cache) language.Tag {
	if r.Tag.TypeForKey("nu") != "" {
		return r.Tag
	}
	loc, _ := cache.locale(r.Tag)
	own := []numbering{{loc.Zero(), ""}}
	if loc.Zero() == '0' {
		if locale.Script(r.Tag) != "Arab" {
			return r.Tag
		}
		own = []numbering{{'\u0660', "arab"}, {'\u06f0', "arabext"}}
	}
	most := 0
	system := "" // of the digits that are there the most; "" for the language's
	for _, n := range own {
		if count := n.count(r); count > most {
			most, system = count, n.system
		}
	}
	if european := (numbering{zero: '0'}).count(r); european > most {
		system = "latn"
	}
	if system == "" {
		return r.Tag
	}
	tag, err := r.Tag.SetTypeForKey("nu", system)
	if err != nil {
		return r.Tag
	}
	return tag
}

// numbering is a set of ten digits, and its name in CLDR.
type numbering struct {
	zero   rune
	system string
}

// count counts the digits in the story of a release.
func (n numbering) count(r *release.Release) (count int) {
	for _, s := range []string{r.Headline.Value, r.Subheadline.Value, r.Lede.Value, r.Body.Value} {
		for _, c := range s {
			if c >= n.zero && c <= n.zero+9 {
				count++
			}
		}
	}
	return count
}

// direct marks telephone numbers in a text that runs to the left: they are dialled
// from their left end, where the plus sign is.
func (c *composer) direct(d *doc.Document) {
	if !d.RTL {
		return
	}
	rules := bind.For(d.Lang)
	doc.WalkTexts(d, func(_ doc.Role, t doc.Text) {
		for i, r := range t {
			switch {
			case r.Code: // which is copied as it is
			case strings.HasPrefix(r.Link, "tel:") && !strings.HasPrefix(r.Text, leftToRight):
				t[i].Text = leftToRight + r.Text
			default:
				t[i].Text = directed(r.Text, rules)
			}
		}
	})
}

// directed marks the telephone numbers of a text, and what follows them to the right.
func directed(s string, rules *bind.Rules) string {
	text := []rune(s)
	var out strings.Builder
	done := 0
	rules.Telephones(text, func(from, to int) {
		out.WriteString(string(text[done:from]) + leftToRight + string(text[from:to]))
		if runsRight(text[to:]) {
			out.WriteString(rightToLeft)
		}
		done = to
	})
	if done == 0 {
		return s
	}
	return out.String() + string(text[done:])
}

// runsRight reports whether the first letter or digit of a text would join what runs
// to the right before it.
func runsRight(text []rune) bool {
	for _, r := range text {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L, bidi.EN:
			return true
		case bidi.R, bidi.AL, bidi.AN:
			return false
		}
	}
	return false
}

// embedded keeps words that run to the right in their order within a text that runs
// to the left, and apart from Latin words that follow.
func (c *composer) embedded(s string) string {
	if !locale.IsRTL(c.rel.Tag) {
		return s
	}
	return leftToRight + s + rightToLeft
}

// signed puts a sign before a number, and keeps it there in a text that runs to
// the left. Digits that do so themselves need no mark.
func (c *composer) signed(sign, number string) string {
	if locale.IsRTL(c.rel.Tag) && strings.ContainsFunc(number, func(r rune) bool { return r <= unicode.MaxASCII && unicode.IsDigit(r) }) {
		return leftToRight + sign + number
	}
	return sign + number
}
