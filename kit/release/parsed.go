package release

import (
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/internal/markup"
	"github.com/presskit-go/presskit/kit/source"
)

// written identifies a text by its place, its words and how it is parsed.
type written struct {
	start  int
	value  string
	inline bool
}

func writing(t source.Text, inline bool) written { return written{t.Span.Start, t.Value, inline} }

// Markup gives the tree of a text of Markdown, for those packages of this module
// that set it. What [Read] has parsed is not parsed again; the tree is shared and
// must not be changed. The list is empty for a text of a sound release.
func (r *Release) Markup(t Blocks) (*markup.Doc, diag.List) {
	if d := r.parsed[writing(t.Text, false)]; d != nil {
		return d, nil
	}
	return markup.Blocks(t.Text, r.Vars)
}

// InlineMarkup is [Release.Markup] for a text of one paragraph.
func (r *Release) InlineMarkup(t Inline) (*markup.Doc, diag.List) {
	if d := r.parsed[writing(t.Text, true)]; d != nil {
		return d, nil
	}
	return markup.Inline(t.Text, r.Vars)
}
