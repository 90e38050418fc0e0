package brand

import "github.com/presskit-go/presskit/kit/source"

// Schema is the JSON Schema of a brand file: what [Read] takes of brand.yml, and
// defaults.presskit.
func Schema() source.Schema {
	text := source.Schema{"type": "string"}
	size := source.Schema{"type": "string", "description": "In pt, mm, cm or in as it is on paper, or in px, rem, em or % as browsers have it: 11pt, 16px."}
	decoration := source.Schema{"type": "string", "description": "As CSS's text-decoration, without colour and thickness: underline dotted."}
	number := source.Schema{"type": "number"}
	lineHeight := source.Schema{"type": []string{"string", "number"}, "description": "So many times the size: 1.4; or a length."}
	color := source.Schema{"type": "string", "description": "A colour as CSS writes it, or the name of one of the palette."}
	weight := source.Schema{"enum": anyWords(weightNames())}
	style := source.OneOf(styleNames()...)

	scheme := source.AnyOf(color, object(source.Schema{"light": color, "dark": color}))
	colors := source.Schema{}
	for _, role := range roles() {
		colors[role] = scheme
	}
	colors["palette"] = source.Schema{"type": "object", "additionalProperties": color, "description": "Colours by names of your own."}

	picture := source.AnyOf(text, object(source.Schema{"path": text, "alt": text}, "path"))
	variants := source.AnyOf(picture, object(source.Schema{"light": picture, "dark": picture}))
	logos := source.Schema{"images": source.Schema{"type": "object", "additionalProperties": picture}, "small": variants, "medium": variants, "large": variants}

	options := source.Schema{"family": text, "size": size, "weight": weight, "style": style, "line-height": lineHeight,
		"color": scheme, "background-color": scheme}
	typeOf := func(keys ...string) source.Schema {
		properties := source.Schema{"family": text}
		for _, k := range keys {
			properties[k] = options[k]
		}
		return source.AnyOf(text, object(properties))
	}
	file := source.AnyOf(text, object(source.Schema{"path": text, "weight": weight, "style": style}, "path"))
	font := object(source.Schema{"family": text, "source": source.OneOf("file", "system", "google", "bunny"), "files": source.ListOf(file),
		"weight": source.AnyOf(weight, source.ListOf(weight)), "style": source.AnyOf(style, source.ListOf(style)),
		"display": source.OneOf("auto", "block", "swap", "fallback", "optional")}, "family")

	s := object(source.Schema{
		"meta": source.Schema{"type": "object", "description": "Name and home page.", "properties": source.Schema{
			"name": source.AnyOf(text, source.Schema{"type": "object", "properties": source.Schema{"full": text, "short": text}}),
			"link": source.AnyOf(text, source.Schema{"type": "object", "properties": source.Schema{"home": text}}),
		}},
		"logo":  source.AnyOf(text, object(logos)),
		"color": object(colors),
		"typography": object(source.Schema{
			"fonts": source.ListOf(font), "base": typeOf("size", "weight", "line-height"), "headings": typeOf("weight", "style", "color", "line-height"),
			"monospace": typeOf("size", "weight", "color", "background-color"), "monospace-inline": typeOf("size", "weight", "color", "background-color"),
			"monospace-block": typeOf("size", "weight", "color", "background-color", "line-height"),
			"link":            source.AnyOf(color, object(source.Schema{"weight": weight, "color": scheme, "background-color": scheme, "decoration": decoration})),
		}),
		"defaults": source.Schema{"type": "object", "properties": source.Schema{"presskit": object(source.Schema{
			"color-scheme": source.OneOf(colorSchemes()...),
			"small-print":  source.OneOf(smallPrints()...),
			"colors":       object(source.Schema{"soft": scheme, "accent": scheme, "tint": scheme, "hairline": scheme}),
			"logo":         object(source.Schema{"clear-space": number, "min-height": text}),
		})}},
	})
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = "Brand of a press kit: brand.yml"
	return s
}

// object is an object of these keys and no others.
func object(properties source.Schema, required ...string) source.Schema {
	s := source.Schema{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		s["required"] = required
	}
	return s
}

// anyWords lists the words, and the numbers among them as numbers too.
func anyWords(words []string) []any {
	var out []any
	for _, w := range words {
		out = append(out, w)
		if '0' <= w[0] && w[0] <= '9' {
			out = append(out, weightOf(w))
		}
	}
	return out
}
