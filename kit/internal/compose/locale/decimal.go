package locale

import (
	"strconv"
	"strings"
)

// maxDigits bounds the digits of a number that is written out: 1e40 is.
const maxDigits = 48

// Decimal is a decimal number with the digits that it was written with.
type Decimal struct {
	negative bool
	whole    string // without leading zeros, but at least one digit
	fraction string
}

// ParseDecimal reads digits with an optional sign, decimal point and exponent.
// ok is false for anything else and for more than 48 digits.
func ParseDecimal(s string) (d Decimal, ok bool) {
	s, d.negative = strings.CutPrefix(s, "-")
	mantissa, exponent, scaled := strings.Cut(strings.ToLower(s), "e")
	d.whole, d.fraction, _ = strings.Cut(mantissa, ".")
	if d.whole+d.fraction == "" || !isDigits(d.whole+d.fraction) {
		return Decimal{}, false
	}
	if scaled {
		e, err := strconv.Atoi(strings.TrimPrefix(exponent, "+"))
		if err != nil || e > maxDigits || e < -maxDigits {
			return Decimal{}, false
		}
		d = d.Shift(-e)
	}
	d.whole = strings.TrimLeft(d.whole, "0")
	if d.whole == "" {
		d.whole = "0"
	}
	return d, len(d.whole)+len(d.fraction) <= maxDigits
}

func isDigits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

// Negative reports whether the number is less than zero.
func (d Decimal) Negative() bool { return d.negative && strings.Trim(d.whole+d.fraction, "0") != "" }

// IsZero reports whether the number is zero.
func (d Decimal) IsZero() bool { return strings.Trim(d.whole+d.fraction, "0") == "" }

// Abs gives the number without its sign.
func (d Decimal) Abs() Decimal {
	d.negative = false
	return d
}

// Float gives the nearest float.
func (d Decimal) Float() float64 {
	s := d.whole + "." + d.fraction + "0"
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0
	}
	if d.negative {
		return -v
	}
	return v
}

// FromFloat gives a float rounded to some decimals.
func FromFloat(v float64, decimals int) Decimal {
	d, _ := ParseDecimal(strconv.FormatFloat(v, 'f', decimals, 64))
	if d.whole == "" {
		d.whole = "0"
	}
	return d
}

// Decimals is the number of digits after the decimal sign.
func (d Decimal) Decimals() int { return len(d.fraction) }

// Shift moves the decimal sign to the left: 6500 by 3 is 6.500.
func (d Decimal) Shift(n int) Decimal {
	for ; n > 0; n-- {
		last := "0"
		if d.whole != "" {
			last, d.whole = d.whole[len(d.whole)-1:], d.whole[:len(d.whole)-1]
		}
		d.fraction = last + d.fraction
	}
	for ; n < 0; n++ {
		first := "0"
		if d.fraction != "" {
			first, d.fraction = d.fraction[:1], d.fraction[1:]
		}
		d.whole += first
	}
	if d.whole == "" {
		d.whole = "0"
	}
	return d
}

// Round gives the number with exactly n decimals, halves away from zero, as
// newspapers do.
func (d Decimal) Round(n int) Decimal {
	if n >= len(d.fraction) {
		d.fraction += strings.Repeat("0", min(n, maxDigits)-min(len(d.fraction), maxDigits))
		return d
	}
	up := d.fraction[n] >= '5'
	digits := []byte(d.whole + d.fraction[:n])
	for i := len(digits) - 1; up && i >= 0; i-- {
		if digits[i]++; digits[i] <= '9' {
			up = false
		} else {
			digits[i] = '0'
		}
	}
	all := string(digits)
	if up {
		all = "1" + all
	}
	d.whole, d.fraction = all[:len(all)-n], all[len(all)-n:]
	return d
}

// Trim drops zeros at the end of the fraction.
func (d Decimal) Trim() Decimal {
	d.fraction = strings.TrimRight(d.fraction, "0")
	return d
}
