package locale

import (
	"strings"
	"unicode"

	"golang.org/x/text/currency"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// symbols are the signs that a language writes numbers with.
type symbols struct {
	zero               rune // digit zero; the other nine follow it in Unicode
	decimal, group     string
	primary, secondary int    // digits of the last group and of those before it
	percent            string // pattern with {value}
}

// symbolsFor reads the signs off samples that golang.org/x/text formats by
// CLDR. Formatting itself is done here, on decimal digits: a float would lose
// some of a long number, and a trailing zero.
func symbolsFor(tag language.Tag, group string) symbols {
	p := message.NewPrinter(tag)
	s := symbols{zero: '0', decimal: ".", primary: 3, secondary: 3}
	if r := []rune(p.Sprint(number.Decimal(0))); len(r) > 0 && unicode.IsDigit(r[0]) {
		s.zero = r[0]
	}
	s.read(p.Sprint(number.Decimal(1234567890.5, number.Scale(1))))
	if group != "" && s.group != "" {
		s.group = group
	}
	s.percent = percentPattern(p.Sprint(number.Percent(0.05)))
	return s
}

// read takes the separators and the size of groups from 1234567890.5.
func (s *symbols) read(sample string) {
	var between []string // what stands before each digit but the first
	gap := ""
	first := true
	for _, r := range sample {
		if !unicode.IsDigit(r) {
			gap += string(r)
			continue
		}
		if !first {
			between = append(between, gap)
		}
		first, gap = false, ""
	}
	if len(between) != 10 { // ten digits and one decimal
		return
	}
	s.decimal = between[9]
	var at []int // digits right of each group sign
	for i := 8; i >= 0; i-- {
		if between[i] != "" {
			at = append(at, 9-i)
			s.group = between[i]
		}
	}
	if len(at) > 0 {
		s.primary, s.secondary = at[0], at[0]
	}
	if len(at) > 1 {
		s.secondary = at[1] - at[0]
	}
}

// percentPattern turns the sample for 5 % into a pattern.
func percentPattern(sample string) string {
	isDigit := func(r rune) bool { return unicode.IsDigit(r) }
	i := strings.IndexFunc(sample, isDigit)
	j := strings.LastIndexFunc(sample, isDigit)
	if i < 0 {
		return "{value}%"
	}
	end := j + len(string([]rune(sample[j:])[0]))
	return strings.TrimFunc(sample[:i], isFormat) + "{value}" + strings.TrimFunc(sample[end:], isFormat)
}

func isFormat(r rune) bool { return unicode.Is(unicode.Cf, r) }

// Minus is the sign that [Locale.Number] writes: U+2212.
const Minus = "−"

// Number writes a decimal number in the language, with all its digits.
func (l *Locale) Number(d Decimal) string {
	var b strings.Builder
	if d.Negative() {
		b.WriteString(Minus)
	}
	whole := l.data.Numbers.MinGrouping
	grouped := l.symbols.group != "" && len(d.whole) >= l.symbols.primary+max(whole, 1)
	for i, c := range d.whole {
		if left := len(d.whole) - i; grouped && i > 0 && l.startsGroup(left) {
			b.WriteString(l.symbols.group)
		}
		b.WriteRune(l.symbols.zero + c - '0')
	}
	if d.fraction != "" {
		b.WriteString(l.symbols.decimal)
		for _, c := range d.fraction {
			b.WriteRune(l.symbols.zero + c - '0')
		}
	}
	return b.String()
}

// startsGroup reports whether a group begins where so many digits are left.
func (l *Locale) startsGroup(left int) bool {
	return left == l.symbols.primary || left > l.symbols.primary && (left-l.symbols.primary)%l.symbols.secondary == 0
}

// Zero is the digit zero of the language; the other nine follow it in Unicode.
func (l *Locale) Zero() rune { return l.symbols.zero }

// Digits writes the ASCII digits of a text in the digits of the language.
func (l *Locale) Digits(s string) string {
	if l.symbols.zero == '0' {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return l.symbols.zero + r - '0'
		}
		return r
	}, s)
}

// Affix is what stands before or after a number. Tight ones stand close to it;
// between the others and the number is a space.
type Affix struct {
	Before, After           string
	TightBefore, TightAfter bool
}

// Percent gives the sign of percentages.
func (l *Locale) Percent() Affix {
	pattern := l.symbols.percent
	if l.data.Numbers.Percent != "" {
		pattern = l.data.Numbers.Percent
	}
	before, after, _ := strings.Cut(pattern, "{value}")
	a := Affix{Before: strings.TrimRight(before, " \u00a0"), After: strings.TrimLeft(after, " \u00a0")}
	a.TightBefore = a.Before == before
	a.TightAfter = a.After == after // a narrow space counts as close, and is kept
	return a
}

// Currency gives the sign of a currency by its ISO 4217 code; ok is false if
// the code is none.
func (l *Locale) Currency(code string) (a Affix, ok bool) {
	if len(code) != 3 || strings.ToUpper(code) != code || code == "XXX" {
		return a, false
	}
	unit, err := currency.ParseISO(code)
	if err != nil {
		return a, false
	}
	symbol := strings.TrimFunc(message.NewPrinter(l.tag).Sprint(currency.Symbol(unit)), isFormat)
	if word := l.data.Numbers.Currencies[code]; word != "" {
		return Affix{After: word, TightAfter: true}, true
	}
	if l.data.Numbers.Currency == "after" {
		return Affix{After: symbol}, true
	}
	last := []rune(symbol)[len([]rune(symbol))-1]
	spaced := l.data.Numbers.Currency == "before-spaced" || unicode.IsLetter(last)
	return Affix{Before: symbol, TightBefore: !spaced}, true
}

// Compact shortens a number to a few digits and a word for its power of ten:
// 6500 to "6,5" and "mila". word is "" if the number is too small. Unless
// decimals is 0 or more, one decimal is kept, where it says something. What
// rounds up to the next power takes its word: 999 999 is 1 million.
func (l *Locale) Compact(d Decimal, decimals int) (short Decimal, word string, tight bool) {
	short = d
	if decimals >= 0 {
		short = d.Round(decimals)
	}
	power := 0
	for _, c := range l.data.Numbers.Compact {
		if power+len(short.whole) <= c.Power {
			break
		}
		power, word, tight = c.Power, c.Text, c.Tight
		short = d.Shift(power)
		switch {
		case decimals >= 0:
			short = short.Round(decimals)
		case len(short.whole) > 2:
			short = short.Round(0)
		default:
			short = short.Round(1).Trim()
		}
	}
	return short, word, tight
}

// Put writes a number with its affixes in a line.
func (a Affix) Put(number string) string {
	if a.Before != "" && !a.TightBefore {
		number = "\u00a0" + number
	}
	if a.After != "" && !a.TightAfter {
		number += "\u00a0"
	}
	return a.Before + number + a.After
}
