package layouts

import (
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
)

// foreign has what CSS and other programs call the keys of a layout; never written to.
var foreign = map[string]string{
	"font-size": "size", "font-weight": "weight", "font-style": "style", "font-family": "family",
	"colour": "color", "font-color": "color", "text-align": "align", "alignment": "align",
	"leading": "line-height", "line-spacing": "line-height", "tracking": "letter-spacing",
	"text-decoration": "underline", "font-feature-settings": "figures", "font-variant-numeric": "figures",
	"margin-top": "before, which counts modules", "space-before": "before, which counts modules", "padding-top": "before, which counts modules",
	"margin-bottom": "after, which counts modules", "space-after": "after, which counts modules", "padding-bottom": "after, which counts modules",
	"page-break-inside": "break-inside", "page-break-after": "keep-with-next", "break-after": "keep-with-next",
	"hyphenate": "hyphens", "indent": "text-indent", "small-caps": "font-variant-caps", "columns-count": "columns", "column-count": "columns",
	"column-gap": "gutter", "gap": "gutter", "background": "ground", "background-color": "ground", "margin": "margins",
	"left":  "start, which is left where the text runs from the left",
	"right": "end, which is right where the text runs from the left",
}

// explainForeign tells writers who know CSS what a layout calls a thing.
func explainForeign(list diag.List) {
	for i, d := range list {
		word := strings.Trim(d.Span.Text(), `"'`)
		ours := foreign[word]
		key, _, _ := strings.Cut(ours, ",")
		_, allowed, _ := strings.Cut(d.Hint, "allowed here: ")
		for _, a := range strings.Split(allowed, ", ") {
			if ours != "" && a == key && (d.Rule == "unknown-field" || d.Rule == "bad-value") {
				list[i].Hint = "write " + ours + "; allowed here: " + allowed
			}
		}
		if d.Rule == "unknown-field" && allowed == "" && ours != "" { // too many to list
			list[i].Hint = "write " + ours
		}
	}
}
