package picture

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

// tone is a colour with alpha from 0 to 1.
type tone struct {
	r, g, b uint8
	a       float64
}

var (
	black       = tone{0, 0, 0, 1}
	transparent = tone{}
)

// parseColor reads the colours of CSS Color 4 that drawing programs write:
// names, hexadecimal, rgb() and hsl(). currentColor is the caller's affair.
func parseColor(s string) (tone, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if s == "transparent" {
		return transparent, true
	}
	if strings.HasPrefix(s, "#") {
		return parseHex(s[1:])
	}
	if open := strings.IndexByte(s, '('); open > 0 && strings.HasSuffix(s, ")") {
		args := strings.FieldsFunc(s[open+1:len(s)-1], func(r rune) bool { return r == ',' || r == '/' || r == ' ' || r == '\t' || r == '\n' })
		switch s[:open] {
		case "rgb", "rgba":
			return parseRGB(args)
		case "hsl", "hsla":
			return parseHSL(args)
		}
		return tone{}, false
	}
	c, ok := colornames.Map[s]
	return tone{c.R, c.G, c.B, 1}, ok
}

func parseHex(s string) (tone, bool) {
	if len(s) == 3 || len(s) == 4 {
		long := make([]byte, 0, 8)
		for i := range len(s) {
			long = append(long, s[i], s[i])
		}
		s = string(long)
	}
	if len(s) == 6 {
		s += "ff"
	}
	if len(s) != 8 {
		return tone{}, false
	}
	v, err := strconv.ParseUint(s, 16, 32)
	return tone{uint8(v >> 24), uint8(v >> 16), uint8(v >> 8), float64(uint8(v)) / 255}, err == nil
}

func parseRGB(args []string) (tone, bool) {
	if len(args) != 3 && len(args) != 4 {
		return tone{}, false
	}
	t := tone{a: 1}
	for i, to := range []*uint8{&t.r, &t.g, &t.b} {
		v, ok := parseShare(args[i], 255)
		if !ok {
			return tone{}, false
		}
		*to = channel(v)
	}
	ok := true
	if len(args) == 4 {
		t.a, ok = parseOpacity(args[3])
	}
	return t, ok
}

func parseHSL(args []string) (tone, bool) {
	if len(args) != 3 && len(args) != 4 {
		return tone{}, false
	}
	h, err := strconv.ParseFloat(strings.TrimSuffix(args[0], "deg"), 64)
	s, okS := parseShare(args[1], 1)
	l, okL := parseShare(args[2], 1)
	if err != nil || math.Abs(h) > maxCoordinate || !okS || !okL || !strings.HasSuffix(args[1], "%") || !strings.HasSuffix(args[2], "%") {
		return tone{}, false
	}
	s, l = math.Max(0, math.Min(s, 1)), math.Max(0, math.Min(l, 1))
	// CSS Color 4, 7.1.
	part := func(n float64) uint8 {
		k := math.Mod(math.Mod(n+h/30, 12)+12, 12)
		return channel(255 * (l - s*math.Min(l, 1-l)*math.Max(-1, math.Min(math.Min(k-3, 9-k), 1))))
	}
	t, ok := tone{part(0), part(8), part(4), 1}, true
	if len(args) == 4 {
		t.a, ok = parseOpacity(args[3])
	}
	return t, ok
}

// parseShare reads a number, or a percentage of whole.
func parseShare(s string, whole float64) (float64, bool) {
	c := scanner{s: strings.TrimSpace(s)}
	v, ok := c.number()
	if !ok {
		return 0, false
	}
	switch c.s[c.at:] {
	case "":
		return v, true
	case "%":
		return v / 100 * whole, true
	}
	return 0, false
}

// parseOpacity reads a number or percentage and keeps it within 0…1.
func parseOpacity(s string) (float64, bool) {
	v, ok := parseShare(s, 1)
	return math.Max(0, math.Min(v, 1)), ok
}

func channel(v float64) uint8 { return uint8(math.Max(0, math.Min(math.Round(v), 255))) }
