package release

import (
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// figure is a number in the prose.
type figure struct {
	text    source.Text // the number as written
	value   *big.Rat
	percent bool
	after   []string        // the words after it in its clause, small
	clause  map[string]bool // all words of its clause
	words   string          // as shown in a message
}

// The bounds of the comparison of prose and statistics.
const (
	maxFigures     = 20_000
	maxClause      = 40 // words
	maxComparisons = 1_000_000
	maxNumber      = 30 // bytes of a number in prose
)

// figures warns of figures in the prose that a statistic gives otherwise.
//
// A figure belongs to a statistic if the first word of the statistic's label is
// the next word after it or the one after that, and most other words of the label stand in the
// same clause; for percentages the words of the label may stand anywhere in the
// clause. A statistic is doubted only if there are figures that belong to it and
// none has its value, and only for a figure that is no other statistic's value:
// "46 courses" and later "40 courses" may both be right. Figures with a word of
// scale, "6.5 million", are left alone.
func (c *checker) figures() {
	if len(c.r.Statistics) == 0 {
		return
	}
	found := c.proseFigures()
	comparisons := 0
	type match struct {
		s    *Statistic
		own  *big.Rat
		figs []int
	}
	var matches []match
	explained := map[int]bool{}
	for i := range min(len(c.r.Statistics), maxEntries) {
		s := &c.r.Statistics[i]
		own, ok := new(big.Rat).SetString(s.Value.Number.Raw)
		label := c.label(s)
		if !ok || len(label) == 0 {
			continue
		}
		m := match{s: s, own: own}
		for f := range found {
			if comparisons++; comparisons > maxComparisons {
				return
			}
			if belongs(&found[f], s, label) {
				m.figs = append(m.figs, f)
				if agrees(&found[f], own) {
					explained[f] = true
				}
			}
		}
		matches = append(matches, m)
	}
	for _, m := range matches {
		agreed := false
		for _, f := range m.figs {
			agreed = agreed || agrees(&found[f], m.own)
		}
		if agreed {
			continue
		}
		for _, f := range m.figs {
			if !explained[f] {
				c.disagree(&found[f], m.s)
				break
			}
		}
	}
}

func (c *checker) disagree(f *figure, s *Statistic) {
	d := c.report(f.text.At(0, len(f.text.Value)), "number-mismatch", "the text says %s, the statistic %s is %s", source.Quote(f.words), source.Quote(s.ID.Value), s.Value.Number)
	d.Severity = diag.Warning
	if at := s.Value.Number.Span; at.IsPlace() {
		d.Hint = "the statistic's value is in line " + strconv.Itoa(at.Position().Line)
		if _, _, fraction := s.Value.Number.Parts(); len(fraction) == 3 {
			d.Hint += "; in a definition a point always begins the decimals"
		}
	}
}

// label returns the words of a statistic's label that carry meaning: those of
// three letters or more, in small letters.
func (c *checker) label(s *Statistic) []string {
	doc := c.byText[&s.Label.Text]
	if doc == nil {
		return nil
	}
	var list []string
	for _, w := range strings.FieldsFunc(strings.ToLower(doc.PlainText(doc.Root)), notWord) {
		if utf8.RuneCountInString(w) >= 3 && !strings.ContainsFunc(w, unicode.IsDigit) && len(list) < maxClause {
			list = append(list, w)
		}
	}
	return list
}

func belongs(f *figure, s *Statistic, label []string) bool {
	if f.percent != (s.Unit.Value == "%") {
		return false
	}
	after := f.after
	if unit := strings.ToLower(s.Unit.Value); unit != "" && !f.percent {
		if len(after) == 0 || after[0] != unit {
			return false
		}
		after = after[1:]
	}
	if !f.percent && !contains(after[:min(2, len(after))], label[0]) {
		return false
	}
	shared := 0
	for _, w := range label {
		if f.clause[w] {
			shared++
		}
	}
	return shared*10 >= len(label)*6
}

// agrees reports whether a figure is a value, or the value rounded to as many
// digits after the decimal mark as the figure has.
func agrees(f *figure, value *big.Rat) bool {
	if f.value.Cmp(value) == 0 {
		return true
	}
	_, fraction, _ := strings.Cut(f.value.FloatString(6), ".")
	digits := len(strings.TrimRight(fraction, "0"))
	return digits > 0 && f.value.FloatString(digits) == value.FloatString(digits)
}

// proseFigures finds the numbers of the running text.
func (c *checker) proseFigures() []figure {
	texts := []*source.Text{&c.r.Subheadline.Text, &c.r.Lede.Text, &c.r.Body.Text, &c.r.Backgrounder.Text}
	for i := range c.r.Quotes {
		texts = append(texts, &c.r.Quotes[i].Text.Text)
	}
	forms := separatorsOf(c.r.Tag)
	var list []figure
	for _, t := range texts {
		for _, p := range c.paragraphs(t) {
			if !strings.ContainsAny(p.Value, "0123456789") {
				continue
			}
			for _, clause := range clauses(p) {
				for start, end := nextNumber(clause.Value, 0, forms.space); start < end; start, end = nextNumber(clause.Value, end, forms.space) {
					if f, ok := readFigure(clause, start, end, forms); ok {
						list = append(list, f)
					}
					if len(list) >= maxFigures {
						return list
					}
				}
			}
		}
	}
	return list
}

// nextNumber finds the first number of s from offset from on: digits, and what
// may stand between them; where space is set, further groups of three digits
// after a space too. Start and end are the same if there is none.
func nextNumber(s string, from int, space bool) (start, end int) {
	i := strings.IndexAny(s[from:], "0123456789")
	if i < 0 {
		return len(s), len(s)
	}
	start = from + i
	for i, r := range s[start:] {
		switch {
		case isDigit(r):
			end = start + i + 1
		case !strings.ContainsRune(".,'’٫٬\u00a0\u202f", r):
			return start, withGroups(s, end, space)
		}
	}
	return start, withGroups(s, end, space)
}

// withGroups extends a number that ends at an offset by groups of three digits,
// each after a space.
func withGroups(s string, end int, space bool) int {
	const group = 4
	for space && len(s)-end >= group && s[end] == ' ' && digits(s[end+1:end+group]) {
		if rest := s[end+group:]; rest != "" && (rest[0] == '_' || isLetter(rest[0]) || isDigit(rune(rest[0]))) {
			break
		}
		end += group
	}
	return end
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// clauses splits a paragraph at punctuation that a space follows.
func clauses(p source.Text) []source.Text {
	var list []source.Text
	start := 0
	for i, r := range p.Value {
		if !strings.ContainsRune(",;:.!?()–—،؛。、！？", r) {
			continue
		}
		end := i + utf8.RuneLen(r)
		if r < 0x80 && end < len(p.Value) && !unicode.IsSpace(firstRune(p.Value[end:])) {
			continue
		}
		list = append(list, p.Slice(start, i))
		start = end
	}
	return append(list, p.Slice(start, len(p.Value)))
}

func readFigure(clause source.Text, start, end int, forms separators) (figure, bool) {
	s := clause.Value
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	if end-start > maxNumber || inWord(before) || strings.ContainsRune("-−–/.,#", before) && start > 0 {
		return figure{}, false
	}
	value, ok := forms.parse(s[start:end])
	if !ok || inWord(firstRune(s[end:])) && isASCII(firstRune(s[end:])) {
		return figure{}, false
	}
	f := figure{text: clause.Slice(start, end), value: value, clause: map[string]bool{}}
	rest := strings.TrimLeft(upTo(s[end:], nearby), " \u00a0\u202f")
	if strings.HasPrefix(rest, "%") || strings.HasPrefix(rest, "٪") {
		f.percent = true
		_, size := utf8.DecodeRuneInString(rest)
		rest = rest[size:]
	}
	fields := strings.FieldsFunc(strings.ToLower(rest), notWord)
	for _, long := range percentWords() {
		if !f.percent && strings.HasPrefix(strings.Join(fields[:min(2, len(fields))], " ")+" ", long+" ") {
			f.percent = true
			fields = fields[strings.Count(long, " ")+1:]
		}
	}
	if len(fields) > 0 && contains(scaleWords(), fields[0]) {
		return figure{}, false
	}
	f.after = fields[:min(len(fields), maxClause)]
	earlier := strings.FieldsFunc(strings.ToLower(s[max(0, start-nearby):start]), notWord)
	for _, w := range append(earlier[max(0, len(earlier)-maxClause):], f.after...) {
		f.clause[w] = true
	}
	f.words = strings.TrimSpace(s[start : end+shown(s[end:])])
	return f, true
}

// nearby is how many bytes of a clause are looked at on each side of a figure:
// more than maxClause words have, and little enough for a clause that is nothing
// but figures.
const nearby = 1 << 10

func upTo(s string, n int) string {
	for n < len(s) && !utf8.RuneStart(s[n]) {
		n++
	}
	return s[:min(n, len(s))]
}

// shown returns how many bytes of the text after a figure a message repeats: to
// the end of the next word.
func shown(rest string) int {
	started := false
	for i, r := range rest {
		if notWord(r) && started {
			return i
		}
		started = started || !notWord(r)
	}
	return len(rest)
}

func isASCII(r rune) bool { return r < utf8.RuneSelf }

// percentWords are what stands for the percent sign in running text.
func percentWords() []string {
	return []string{"per cento", "percento", "percent", "per cent", "prozent", "pour cent", "por ciento", "por cento", "procent", "procento", "prosent"}
}

// scaleWords are words after which a number is not the whole figure.
func scaleWords() []string {
	return []string{
		"mila", "milione", "milioni", "miliardo", "miliardi", "mln", "mld",
		"thousand", "million", "billion", "trillion", "m", "bn", "k",
		"tausend", "million", "millionen", "milliarde", "milliarden", "mio", "mrd",
		"mille", "millions", "milliard", "milliards", "md",
		"mil", "millón", "millones", "milhão", "milhões", "bilhões", "duizend", "miljoen", "miljard",
		"tysięcy", "milionów", "miliardów", "тысяч", "тыс", "миллионов", "млн", "миллиардов", "млрд", "ألف", "مليون", "مليار",
	}
}

// separators are how a language writes numbers.
type separators struct {
	decimal string // the decimal mark
	group   string // all that may stand between groups of three digits
	space   bool   // an ordinary space may as well
}

// separatorsOf returns the separators of a language, after CLDR 44.
func separatorsOf(tag language.Tag) separators {
	base, _ := tag.Base()
	region, _ := tag.Region()
	const spaces = "\u00a0\u202f"
	switch base.String() {
	case "de", "it", "fr", "rm":
		if region.String() == "CH" || region.String() == "LI" {
			return separators{decimal: ".", group: "'’" + spaces}
		}
	case "es":
		if contains([]string{"MX", "US", "PR", "DO", "GT", "HN", "NI", "PA", "PE", "SV"}, region.String()) {
			return separators{decimal: ".", group: "," + spaces}
		}
	}
	switch base.String() {
	case "it", "de", "es", "pt", "nl", "tr", "id", "da", "el", "ro", "hr", "sl", "sr", "bs", "ca", "gl", "eu", "is", "mk", "vi":
		return separators{decimal: ",", group: ".'’" + spaces, space: base.String() == "es" || base.String() == "pt"}
	case "fr", "ru", "uk", "be", "pl", "cs", "sk", "bg", "hu", "fi", "sv", "nb", "nn", "no", "et", "lv", "lt", "hy", "ka", "kk", "sq":
		return separators{decimal: ",", group: spaces, space: true}
	case "ar", "fa", "ur":
		return separators{decimal: ".٫", group: ",٬" + spaces}
	}
	return separators{decimal: ".", group: "," + spaces}
}

// parse reads a number as the language writes it. What fits no rule, such as a
// version or an address, is no number.
func (f separators) parse(s string) (*big.Rat, bool) {
	whole, fraction := s, ""
	if i := strings.LastIndexAny(s, f.decimal); i >= 0 {
		whole = s[:i]
		fraction = s[i+len(string(firstRune(s[i:]))):]
	}
	groups := strings.FieldsFunc(whole, func(r rune) bool {
		return strings.ContainsRune(f.group, r) || f.space && r == ' '
	})
	for i, g := range groups {
		if !digits(g) || i > 0 && len(g) != 3 || len(groups) > 1 && i == 0 && len(g) > 3 {
			return nil, false
		}
	}
	if len(groups) == 0 || fraction != "" && !digits(fraction) {
		return nil, false
	}
	return new(big.Rat).SetString(strings.Join(groups, "") + "." + fraction + "0")
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
