package picture

import (
	"math"
	"strconv"
	"strings"
)

// scanner reads the little languages of SVG attributes.
type scanner struct {
	s  string
	at int
}

func (c *scanner) space() {
	for c.at < len(c.s) && strings.IndexByte(" \t\r\n\f", c.s[c.at]) >= 0 {
		c.at++
	}
}

// comma passes over white space with at most one comma in it.
func (c *scanner) comma() {
	c.space()
	if c.at < len(c.s) && c.s[c.at] == ',' {
		c.at++
		c.space()
	}
}

func (c *scanner) done() bool { return c.at >= len(c.s) }

// number reads a number as SVG writes it: "1.5.5" is two of them.
func (c *scanner) number() (float64, bool) {
	if v, ok := c.plainNumber(); ok {
		return v, true
	}
	start, digits := c.at, 0
	if c.at < len(c.s) && (c.s[c.at] == '+' || c.s[c.at] == '-') {
		c.at++
	}
	digits += c.digits()
	if c.at < len(c.s) && c.s[c.at] == '.' {
		c.at++
		digits += c.digits()
	}
	if digits == 0 {
		c.at = start
		return 0, false
	}
	if c.at < len(c.s) && (c.s[c.at] == 'e' || c.s[c.at] == 'E') {
		back := c.at
		c.at++
		if c.at < len(c.s) && (c.s[c.at] == '+' || c.s[c.at] == '-') {
			c.at++
		}
		if c.digits() == 0 {
			c.at = back // "1em"
		}
	}
	v, err := strconv.ParseFloat(c.s[start:c.at], 64)
	if err != nil || math.Abs(v) > maxCoordinate {
		return 0, false
	}
	return v, true
}

// plainNumber reads a number of few digits and without an exponent, as nearly
// all are. Whole numbers below 2⁵³ and powers of ten up to 10²² are exact, so
// that one division rounds as correctly as the standard library does.
func (c *scanner) plainNumber() (float64, bool) {
	at, negative := c.at, false
	if at < len(c.s) && (c.s[at] == '-' || c.s[at] == '+') {
		negative = c.s[at] == '-'
		at++
	}
	var whole int64
	power, digits, point := 1.0, 0, false
	for ; at < len(c.s); at++ {
		b := c.s[at]
		if b >= '0' && b <= '9' {
			whole = 10*whole + int64(b-'0')
			digits++
			if point {
				power *= 10
			}
			continue
		}
		if b != '.' || point {
			break
		}
		point = true
	}
	if digits == 0 || digits > 9 || at < len(c.s) && c.s[at]|0x20 == 'e' {
		return 0, false
	}
	c.at = at
	v := float64(whole) / power
	if negative {
		v = -v
	}
	return v, true
}

func (c *scanner) digits() int {
	start := c.at
	for c.at < len(c.s) && c.s[c.at] >= '0' && c.s[c.at] <= '9' {
		c.at++
	}
	return c.at - start
}

// flag reads one digit 0 or 1, which arcs may write without a separator.
func (c *scanner) flag() (bool, bool) {
	if c.at < len(c.s) && (c.s[c.at] == '0' || c.s[c.at] == '1') {
		c.at++
		return c.s[c.at-1] == '1', true
	}
	return false, false
}

// parseNumbers reads a list separated by white space or commas. Each number may
// carry one of the units.
func parseNumbers(s string, units ...string) ([]float64, bool) {
	c := scanner{s: s}
	var out []float64
	c.space()
	for !c.done() {
		v, ok := c.number()
		if !ok {
			return nil, false
		}
		for _, unit := range units {
			if strings.HasPrefix(c.s[c.at:], unit) {
				c.at += len(unit)
				break
			}
		}
		out = append(out, v)
		c.comma()
	}
	return out, true
}

// parseLength reads a CSS length in user units; of is what 100 % means.
func parseLength(s string, of float64) (float64, bool) {
	c := scanner{s: strings.TrimSpace(s)}
	v, ok := c.number()
	if !ok {
		return 0, false
	}
	switch strings.ToLower(strings.TrimSpace(c.s[c.at:])) {
	case "", "px":
		return v, true
	case "pt":
		return v * 4 / 3, true
	case "pc":
		return v * 16, true
	case "in":
		return v * 96, true
	case "cm":
		return v * 96 / 2.54, true
	case "mm":
		return v * 96 / 25.4, true
	case "q":
		return v * 96 / 101.6, true
	case "em", "rem": // the initial font size; there is no text here
		return v * 16, true
	case "ex":
		return v * 8, true
	case "%":
		return v * of / 100, true
	}
	return 0, false
}

// parseTransform reads a list of transform functions (SVG 2, 8.5).
func parseTransform(s string) (Matrix, bool) {
	m := identity()
	c := scanner{s: s}
	c.space()
	for !c.done() {
		open := strings.IndexByte(c.s[c.at:], '(')
		end := strings.IndexByte(c.s[c.at:], ')')
		if open < 0 || end < open {
			return m, s == "none"
		}
		name := strings.TrimSpace(c.s[c.at : c.at+open])
		v, ok := parseNumbers(c.s[c.at+open+1:c.at+end], "deg", "px")
		if !ok {
			return m, false
		}
		n, ok := transformFunction(name, v)
		if !ok {
			return m, false
		}
		m = m.mul(n)
		c.at += end + 1
		c.comma()
	}
	return m, m.finite()
}

func transformFunction(name string, v []float64) (Matrix, bool) {
	radians := func(degrees float64) float64 { return degrees * math.Pi / 180 }
	switch {
	case name == "matrix" && len(v) == 6:
		return Matrix(v), true
	case name == "translate" && len(v) == 1:
		return Matrix{1, 0, 0, 1, v[0], 0}, true
	case name == "translate" && len(v) == 2:
		return Matrix{1, 0, 0, 1, v[0], v[1]}, true
	case name == "translateX" && len(v) == 1:
		return Matrix{1, 0, 0, 1, v[0], 0}, true
	case name == "translateY" && len(v) == 1:
		return Matrix{1, 0, 0, 1, 0, v[0]}, true
	case name == "scale" && len(v) == 1:
		return Matrix{v[0], 0, 0, v[0], 0, 0}, true
	case name == "scale" && len(v) == 2:
		return Matrix{v[0], 0, 0, v[1], 0, 0}, true
	case name == "rotate" && len(v) == 1:
		sin, cos := math.Sincos(radians(v[0]))
		return Matrix{cos, sin, -sin, cos, 0, 0}, true
	case name == "rotate" && len(v) == 3:
		sin, cos := math.Sincos(radians(v[0]))
		return Matrix{1, 0, 0, 1, v[1], v[2]}.mul(Matrix{cos, sin, -sin, cos, 0, 0}).mul(Matrix{1, 0, 0, 1, -v[1], -v[2]}), true
	case name == "skewX" && len(v) == 1:
		return Matrix{1, 0, math.Tan(radians(v[0])), 1, 0, 0}, true
	case name == "skewY" && len(v) == 1:
		return Matrix{1, math.Tan(radians(v[0])), 0, 1, 0, 0}, true
	}
	return Matrix{}, false
}
