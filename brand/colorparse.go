package brand

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

// Errors of [ParseColor] that have their own hint.
var (
	errTranslucent = errors.New("is translucent")
	errNoColor     = errors.New("is no colour")
)

// ParseColor reads an opaque colour as CSS Color 4 writes it: #rgb, #rrggbb,
// rgb(), hsl() or a name. An alpha channel is allowed where it is opaque.
func ParseColor(s string) (Color, error) {
	text := strings.ToLower(strings.TrimSpace(s))
	if hex, ok := strings.CutPrefix(text, "#"); ok {
		return parseHex(hex)
	}
	for _, name := range [...]string{"rgb", "hsl"} {
		args, ok := strings.CutPrefix(text, name)
		if !ok {
			continue
		}
		args = strings.TrimPrefix(args, "a")
		if !strings.HasPrefix(args, "(") || !strings.HasSuffix(args, ")") {
			break
		}
		return parseFunction(name, args[1:len(args)-1])
	}
	if text == "transparent" {
		return Color{}, errTranslucent
	}
	if c, ok := named(text); ok {
		return c, nil
	}
	return Color{}, errNoColor
}

// named looks up one of the 148 names of CSS Color 4, 6.1: those of SVG 1.1
// and rebeccapurple.
func named(name string) (Color, bool) {
	if name == "rebeccapurple" {
		return Color{0x66, 0x33, 0x99}, true
	}
	c, ok := colornames.Map[name]
	return Color{c.R, c.G, c.B}, ok
}

// parseHex reads the digits of #rgb, #rgba, #rrggbb and #rrggbbaa.
func parseHex(hex string) (Color, error) {
	if len(hex) == 3 || len(hex) == 4 {
		var b strings.Builder
		for i := range len(hex) {
			b.WriteByte(hex[i])
			b.WriteByte(hex[i])
		}
		hex = b.String()
	}
	if len(hex) != 6 && len(hex) != 8 {
		return Color{}, errNoColor
	}
	var channels [4]uint8
	channels[3] = 0xFF
	for i := range len(hex) / 2 {
		v, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			return Color{}, errNoColor
		}
		channels[i] = uint8(v)
	}
	if channels[3] != 0xFF {
		return Color{}, errTranslucent
	}
	return Color{channels[0], channels[1], channels[2]}, nil
}

// parseFunction reads the arguments of rgb() or hsl(), with commas or with
// spaces and a slash.
func parseFunction(name, args string) (Color, error) {
	args = strings.NewReplacer(",", " ", "/", " ").Replace(args)
	fields := strings.Fields(args)
	if len(fields) != 3 && len(fields) != 4 {
		return Color{}, errNoColor
	}
	if len(fields) == 4 {
		alpha, percent, err := parseNumber(fields[3])
		switch {
		case err != nil:
			return Color{}, errNoColor
		case percent && alpha < 100, !percent && alpha < 1:
			return Color{}, errTranslucent
		}
	}
	if name == "hsl" {
		return parseHSL(fields)
	}
	var channels [3]uint8
	for i := range channels {
		v, percent, err := parseNumber(fields[i])
		if err != nil {
			return Color{}, errNoColor
		}
		if percent {
			v = v / 100 * 255
		}
		channels[i] = uint8(math.Round(min(max(v, 0), 255)))
	}
	return Color{channels[0], channels[1], channels[2]}, nil
}

func parseHSL(fields []string) (Color, error) {
	h, percent, err := parseNumber(strings.TrimSuffix(fields[0], "deg"))
	if err != nil || percent {
		return Color{}, errNoColor
	}
	s, _, errS := parseNumber(fields[1])
	l, _, errL := parseNumber(fields[2])
	if errS != nil || errL != nil {
		return Color{}, errNoColor
	}
	return hsl{h: h, s: s / 100, l: l / 100}.rgb(), nil
}

// parseNumber reads a finite number or percentage.
func parseNumber(s string) (v float64, percent bool, err error) {
	s, percent = strings.CutSuffix(s, "%")
	if strings.Trim(s, "+-.0123456789") != "" {
		return 0, false, fmt.Errorf("%q is no number", s)
	}
	v, err = strconv.ParseFloat(s, 64)
	return v, percent, err
}

// hsl is a colour by hue in degrees, and saturation and lightness from 0 to 1.
type hsl struct{ h, s, l float64 }

// rgb converts by CSS Color 4, 7.1.
func (c hsl) rgb() Color {
	h := math.Mod(c.h, 360)
	if h < 0 {
		h += 360
	}
	s, l := min(max(c.s, 0), 1), min(max(c.l, 0), 1)
	a := s * min(l, 1-l)
	channel := func(n float64) uint8 {
		k := math.Mod(n+h/30, 12)
		return uint8(math.Round(255 * (l - a*max(-1, min(k-3, 9-k, 1)))))
	}
	return Color{channel(0), channel(8), channel(4)}
}
