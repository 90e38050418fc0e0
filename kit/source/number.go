package source

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// maxDigits and maxExponent bound the numbers that are taken; figures for print
// stay far below.
const (
	maxDigits   = 40
	maxExponent = 30
)

// isInteger reports whether s is a whole decimal number with an optional sign.
func isInteger(s string) bool {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "-"), "+")
	return s != "" && onlyDigits(s)
}

// isDecimal reports whether s is a decimal number, maybe with an exponent.
func isDecimal(s string) bool {
	mantissa, exponent, hasExponent := cutExponent(strings.TrimPrefix(strings.TrimPrefix(s, "-"), "+"))
	if hasExponent && !isInteger(exponent) {
		return false
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	digits := whole + fraction
	return digits != "" && isInteger(digits) && digits[0] >= '0'
}

func cutExponent(s string) (mantissa, exponent string, found bool) {
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		return s[:i], s[i+1:], true
	}
	return s, "", false
}

// IsForeignNumber reports whether a node is text without quotation marks that
// looks like a number in a notation of programs, 0x1F, 1_000 or .inf, or in digits of
// another script.
func IsForeignNumber(n *Node) bool {
	if n.Kind != StringKind || n.Span.Text() != n.Text.Value {
		return false
	}
	s := strings.ToLower(strings.TrimLeft(n.Text.Value, "+-"))
	if _, other := fromOtherDigits(s); other || s == ".inf" || s == ".nan" {
		return true
	}
	for prefix, digits := range map[string]string{"0x": "0123456789abcdef_", "0o": "01234567_", "0b": "01_"} {
		if rest, ok := strings.CutPrefix(s, prefix); ok && rest != "" && strings.Trim(rest, digits) == "" {
			return true
		}
	}
	return strings.Contains(s, "_") && s[0] >= '0' && s[0] <= '9' && isDecimal(strings.ReplaceAll(s, "_", ""))
}

// fromOtherDigits gives a number that is written in the digits of another script, as
// ৮০০ or ٨٫٥, in those from 0 to 9; ok is false for anything else.
func fromOtherDigits(s string) (number string, ok bool) {
	number = strings.Map(func(r rune) rune {
		switch {
		case r == '٫':
			return '.'
		case r == '٬':
			return -1
		case r == '−':
			return '-'
		case r > unicode.MaxASCII:
			if v, is := digitValue(r); is {
				return '0' + v
			}
		}
		return r
	}, s)
	_, problem := parseNumber(number)
	return number, problem == "" && number != s
}

// digitValue gives the value of a decimal digit of any script: they stand in tens.
func digitValue(r rune) (v rune, ok bool) {
	for _, t := range unicode.Nd.R16 {
		if r >= rune(t.Lo) && r <= rune(t.Hi) {
			return (r - rune(t.Lo)) % 10, true
		}
	}
	for _, t := range unicode.Nd.R32 {
		if r >= rune(t.Lo) && r <= rune(t.Hi) {
			return (r - rune(t.Lo)) % 10, true
		}
	}
	return 0, false
}

// parseNumber returns the digits of a number without "_" and "+", or why it is
// none that can be taken.
func parseNumber(raw string) (digits, problem string) {
	s := strings.TrimPrefix(strings.ReplaceAll(raw, "_", ""), "+")
	if !isInteger(s) && !isDecimal(s) {
		return "", "is not a number in decimal digits"
	}
	if len(s) > 1 && strings.TrimPrefix(s, "-")[0] == '0' && len(strings.TrimPrefix(s, "-")) > 1 && isInteger(strings.TrimPrefix(s, "-")[:2]) {
		return "", "begins with a zero"
	}
	mantissa, exponent, _ := cutExponent(s)
	if len(mantissa) > maxDigits {
		return "", "has more than " + strconv.Itoa(maxDigits) + " digits"
	}
	if e, err := strconv.Atoi(exponent); exponent != "" && (err != nil || e > maxExponent || e < -maxExponent) {
		return "", "has an exponent beyond ±" + strconv.Itoa(maxExponent)
	}
	return s, ""
}

// Given reports whether the field was written.
func (n Number) Given() bool { return n.Raw != "" }

// Float returns the number as the nearest float64, and 0 if it was not given.
func (n Number) Float() float64 {
	f, err := strconv.ParseFloat(n.Raw, 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return 0
	}
	return f
}

// Parts returns the number written out without an exponent: its sign, the
// digits before the decimal point (at least one) and the digits after it.
func (n Number) Parts() (negative bool, whole, fraction string) {
	s, negative := strings.CutPrefix(n.Raw, "-")
	mantissa, exponent, _ := cutExponent(s)
	whole, fraction, _ = strings.Cut(mantissa, ".")
	shift, _ := strconv.Atoi(exponent)
	for ; shift > 0; shift-- {
		fraction += "0"[:max(0, 1-len(fraction))]
		whole, fraction = whole+fraction[:1], fraction[1:]
	}
	for ; shift < 0; shift++ {
		if whole == "" {
			whole = "0"
		}
		whole, fraction = whole[:len(whole)-1], whole[len(whole)-1:]+fraction
	}
	whole = strings.TrimLeft(whole, "0")
	if whole == "" {
		whole = "0"
	}
	return negative, whole, fraction
}

// String returns the number with a decimal point and without an exponent.
func (n Number) String() string {
	negative, whole, fraction := n.Parts()
	if negative {
		whole = "-" + whole
	}
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}

// Decimals returns how many digits stand after the decimal point.
func (n Number) Decimals() int {
	_, _, fraction := n.Parts()
	return len(fraction)
}
