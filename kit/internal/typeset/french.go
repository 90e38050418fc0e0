package typeset

import (
	"slices"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/internal/typeset/bind"
)

// frenchSpans gives the spans with the spaces that French sets before its
// marks; the spans themselves, unchanged, where there is nothing to set. Code
// and the like, which is not hyphenated either, is left as it is.
func frenchSpans(spans []Span, o *Options) []Span {
	if o.Bind == BindNone {
		return spans
	}
	out := spans
	for i := range spans {
		span := &spans[i]
		if span.NoHyphen {
			continue
		}
		lang := language(span, o)
		if len(lang) < 2 || lang[0]|0x20 != 'f' || lang[1]|0x20 != 'r' {
			continue
		}
		var before, after rune
		if i > 0 && out[i-1].Text != "" {
			before, _ = utf8.DecodeLastRuneInString(out[i-1].Text)
		}
		if i+1 < len(spans) && spans[i+1].Text != "" {
			after, _ = utf8.DecodeRuneInString(spans[i+1].Text)
		}
		text := bind.French(lang, span.Text, before, after)
		if text == span.Text {
			continue
		}
		if &out[0] == &spans[0] {
			out = slices.Clone(spans)
		}
		out[i].Text = text
	}
	return out
}
