package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose/locale"
	"github.com/presskit-go/presskit/kit/release"
	"github.com/presskit-go/presskit/kit/source"
	"github.com/presskit-go/presskit/layouts"
)

const nbsp = "\u00a0"

// statistics is the panel of all that is not placed by hand.
func (c *composer) statistics() []doc.Block {
	if c.placed.statistics {
		return nil
	}
	groups, n := c.groups(func(g string) bool { return !c.placed.groups[g] })
	if c.hasSlot(layouts.MoreStats) && len(groups) > 1 {
		groups = groups[:1]
	}
	return c.panel(groups, c.placeOf(n))
}

// moreStatistics are the groups after the first, where the layout parts them.
func (c *composer) moreStatistics() []doc.Block {
	groups, n := c.groups(func(g string) bool { return !c.placed.groups[g] })
	if c.placed.statistics || len(groups) < 2 || !c.hasSlot(layouts.StatsSlot) {
		return nil
	}
	return c.panel(groups[1:], c.placeOf(n))
}

// placeOf is where a panel of n statistics stands.
func (c *composer) placeOf(n int) doc.Place {
	if c.layout.Statistics.Place == layouts.Band || n > c.layout.Statistics.Most {
		return doc.Band
	}
	return doc.Sidebar
}

// handPlacedStatistics is a panel in the text: one group, or with "" all that
// have no place of their own.
func (c *composer) handPlacedStatistics(group string, at diag.Span) []doc.Block {
	groups, _ := c.groups(func(g string) bool {
		if group == "" {
			return !c.placed.groups[g]
		}
		return g == group
	})
	blocks := c.panel(groups, doc.Band)
	if len(blocks) == 0 {
		d := c.list.Add(at, "no-statistics", "there are no statistics to stand here")
		d.Severity = diag.Warning
	}
	if group != "" && len(groups) == 1 && c.layout.Statistics.Title {
		// The group's heading is title enough.
		g := groups[0].(*doc.StatGroup)
		blocks[0].(*doc.Aside).Title, g.Title = g.Title, nil
	}
	return blocks
}

func (c *composer) panel(groups []doc.Block, place doc.Place) []doc.Block {
	if len(groups) == 0 {
		return nil
	}
	c.lead(groups, place)
	aside := &doc.Aside{Role: doc.RoleStatistics, Place: place, Blocks: groups}
	if c.layout.Statistics.Title {
		aside.Title = c.said(c.loc.Label(locale.Numbers))
	}
	return []doc.Block{aside}
}

// groups lowers the groups that are wanted, in order of appearance, the
// highlighted statistics of each first. n counts the statistics.
func (c *composer) groups(wanted func(string) bool) (groups []doc.Block, n int) {
	byName := map[string]*doc.StatGroup{}
	for _, highlight := range []bool{true, false} {
		for i := range c.rel.Statistics {
			s := &c.rel.Statistics[i]
			name := s.Group.Value
			if s.Highlight != highlight || !wanted(name) {
				continue
			}
			if byName[name] == nil {
				byName[name] = &doc.StatGroup{Title: c.plain(s.Group)}
			}
			byName[name].Stats = append(byName[name].Stats, c.stat(s))
			n++
		}
	}
	for _, name := range c.rel.Groups() {
		if g := byName[name]; g != nil {
			groups = append(groups, g)
		}
	}
	return groups, n
}

// stat lowers a statistic.
func (c *composer) stat(s *release.Statistic) *doc.Stat {
	out := c.figures(s, s.Value)
	out.ID = s.ID.Value
	out.Label = c.inline(s.Label)
	out.Chart = c.chart(s)
	out.Notes = c.notes(s)
	emphasize(out, s.Highlight)
	if len(out.Value) > 0 {
		out.Value[0].Origin = s.Span
	}
	return out
}

// figures formats a value in the unit and notation of a statistic, with what
// stands before and after it.
func (c *composer) figures(s *release.Statistic, v release.Value) *doc.Stat {
	value, word, wordTight := c.value(s, v)
	sign := c.sign(s.Unit.Value)
	before := joiner{text: c.tidyTrim(s.Prefix.Value)}
	before.tight = !endsInWord(before.text)
	if number, negative := strings.CutPrefix(value, locale.Minus); negative && sign.Before != "" && sign.TightBefore {
		sign.Before, value = locale.Minus+sign.Before, number // −€5
	}
	before.push(sign.Before, sign.TightBefore)
	after := joiner{text: word, tight: wordTight}
	after.append(sign.After, sign.TightAfter, sign.TightAfter)
	suffix := c.tidyTrim(s.Suffix.Value)
	if signed := suffix != "" && !startsAsWord(suffix); signed && sign.After != "" && s.Unit.Value != "%" {
		value += suffix // 12+ MW
	} else {
		after.append(suffix, signed, signed)
	}
	return &doc.Stat{
		Prefix: doc.T(before.text), PrefixTight: before.tight && before.text != "",
		Value: doc.T(value),
		Unit:  doc.T(after.text), UnitTight: after.tight && after.text != "",
	}
}

// joiner puts pieces beside a number together.
type joiner struct {
	text  string
	tight bool // towards the number
}

// append adds a piece on the far side of the number, close to what is there or
// with a space; tight says how it would stand to the number itself.
func (j *joiner) append(piece string, close, tight bool) {
	switch {
	case piece == "":
	case j.text == "":
		j.text, j.tight = piece, tight
	case close:
		j.text += piece
	default:
		j.text += nbsp + piece
	}
}

// push adds a piece between what is there and the number.
func (j *joiner) push(piece string, tight bool) {
	if piece == "" {
		return
	}
	if j.text != "" && !j.tight {
		j.text += nbsp
	}
	j.text, j.tight = j.text+piece, tight
}

// value formats a number, or passes on a text.
func (c *composer) value(s *release.Statistic, v release.Value) (value, word string, tight bool) {
	if !v.IsNumber() {
		return c.tidyTrim(v.Text.Value), "", false
	}
	d, ok := locale.ParseDecimal(v.Number.Raw)
	if !ok {
		return v.Number.Raw, "", false // too long to be set
	}
	decimals := -1
	if s.Decimals.Given() {
		decimals = max(s.Decimals.Value, 0)
	}
	if s.Notation == release.Compact {
		d, word, tight = c.loc.Compact(d, decimals)
	} else if decimals >= 0 {
		d = d.Round(decimals)
	}
	return c.loc.Number(d), word, tight
}

// sign gives what a unit puts beside a number: %, a currency or words.
func (c *composer) sign(unit string) locale.Affix {
	unit = c.tidyTrim(unit)
	switch {
	case unit == "":
		return locale.Affix{}
	case unit == "%":
		return c.loc.Percent()
	}
	if a, ok := c.loc.Currency(unit); ok {
		return a
	}
	return locale.Affix{After: unit, TightAfter: !startsAsWord(unit)}
}

// startsAsWord reports whether a space belongs before s: before "MW", but not
// before "+", "%" or "°C", nor before a counter of East Asia, as in 38件.
func startsAsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func endsInWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.'
}

// statLine is a statistic within a line of text.
func (c *composer) statLine(s *release.Statistic) string {
	return c.figures(s, s.Value).Line().Plain()
}

// notes are the small print under a statistic.
func (c *composer) notes(s *release.Statistic) []doc.Text {
	var notes []doc.Text
	for _, note := range []doc.Text{c.change(s), c.series(s), c.asOf(s), c.origin(s.Origin)} {
		if len(note) > 0 {
			notes = append(notes, note)
		}
	}
	return notes
}

// change compares with the value before.
func (c *composer) change(s *release.Statistic) doc.Text {
	if !s.Previous.Given() || !s.Value.IsNumber() {
		return nil
	}
	was, ok := locale.ParseDecimal(s.Previous.Raw)
	is, ok2 := locale.ParseDecimal(s.Value.Number.Raw)
	if !ok || !ok2 {
		return nil
	}
	return c.said(c.loc.Format(locale.Previously, "value", c.bare(s, s.Previous), "change", c.difference(was, is, s.Unit.Value == "%")))
}

// bare formats another number as a statistic is, without its prefix and suffix.
func (c *composer) bare(s *release.Statistic, n source.Number) string {
	other := *s
	other.Prefix, other.Suffix = source.Text{}, source.Text{}
	return c.figures(&other, release.Value{Number: n}).Line().Plain()
}

// difference is the change in per cent; for percentages in percentage points;
// from zero or below, where per cent say nothing, the plain difference.
func (c *composer) difference(was, is locale.Decimal, percentages bool) string {
	by := is.Float() - was.Float()
	sign := "+"
	if by < 0 {
		sign, by = "−", -by
	}
	relative := !percentages && was.Float() > 0
	if relative {
		by = by / was.Float() * 100
	}
	decimals := 1
	if !percentages && !relative {
		decimals = max(was.Decimals(), is.Decimals())
	}
	rounded := locale.FromFloat(by, decimals).Trim()
	if rounded.IsZero() {
		sign = "±"
	}
	number := c.signed(sign, c.loc.Number(rounded))
	switch {
	case percentages:
		return c.loc.Format(locale.Points, "value", number)
	case relative:
		p := c.loc.Percent()
		return p.Put(number)
	}
	return number
}

// series tells its first and last value.
func (c *composer) series(s *release.Statistic) doc.Text {
	if len(s.Series) < 2 {
		return nil
	}
	first, last := &s.Series[0], &s.Series[len(s.Series)-1]
	return c.said(c.loc.Format(locale.Series,
		"first", c.bare(s, first.Value), "from", c.when(first.At),
		"last", c.bare(s, last.Value), "to", c.when(last.At)))
}

func (c *composer) when(w release.When) string {
	if w.Date.Given() {
		return c.loc.Date(w.Date)
	}
	return c.tidyTrim(w.Text.Value)
}

func (c *composer) asOf(s *release.Statistic) doc.Text {
	switch {
	case s.AsOf.Date.Given():
		return c.said(c.loc.AsOf(s.AsOf.Date))
	case s.AsOf.Text.Given():
		return c.plain(s.AsOf.Text)
	}
	return nil
}

// origin names a source: words, or an address as a link.
func (c *composer) origin(t source.Text) doc.Text {
	if !t.Given() {
		return nil
	}
	return c.phrase(locale.Source, map[string]doc.Text{"source": c.wordsOrLink(t)})
}

// phrase puts texts into a label.
func (c *composer) phrase(name locale.Label, values map[string]doc.Text) doc.Text {
	var out doc.Text
	for _, p := range c.loc.Parts(name) {
		if p.Name == "" {
			out = append(out, doc.Run{Text: p.Text, Lang: c.foreign})
		} else {
			out = append(out, values[p.Name]...)
		}
	}
	return out
}

// wordsOrLink shows a text; if it is an address, as a link without its scheme.
func (c *composer) wordsOrLink(t source.Text) doc.Text {
	out := c.plain(t)
	if len(out) == 1 && isURL(out[0].Text) {
		out[0].Link, out[0].Text = out[0].Text, shortURL(out[0].Text)
	}
	return out
}

func isURL(s string) bool {
	return (strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")) && !strings.ContainsAny(s, " \n\u00a0")
}

// shortURL is an address as it is printed.
func shortURL(s string) string {
	_, short, _ := strings.Cut(s, "://")
	return strings.TrimSuffix(short, "/")
}
