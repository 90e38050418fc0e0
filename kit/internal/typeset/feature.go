package typeset

import (
	"slices"

	gotextfont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"

	"github.com/presskit-go/presskit/kit/internal/font"
)

// HasFeature reports whether a font changes glyphs by an OpenType feature, such
// as "smcp" (small capitals), in a script given by its OpenType tag, such as
// "latn", in one language or all. A feature that the font has not does nothing
// when a [Face] asks for it: nothing is faked.
func HasFeature(f *font.Font, script, tag string) bool {
	if len(script) != 4 || len(tag) != 4 {
		return false
	}
	gsub := &f.GoText().GSUB.Layout
	k := gsub.FindScript(opentype.MustNewTag(script))
	if k < 0 {
		k = gsub.FindScript(opentype.MustNewTag("DFLT"))
	}
	if k < 0 {
		return false
	}
	s := &gsub.Scripts[k]
	want := opentype.MustNewTag(tag)
	if s.DefaultLangSys != nil && hasFeature(gsub, s.DefaultLangSys.FeatureIndices, want) {
		return true
	}
	for i := range s.LangSys {
		if hasFeature(gsub, s.LangSys[i].FeatureIndices, want) {
			return true
		}
	}
	return false
}

func hasFeature(gsub *gotextfont.Layout, indices []uint16, tag opentype.Tag) bool {
	return slices.ContainsFunc(indices, func(i uint16) bool {
		return int(i) < len(gsub.Features) && gsub.Features[i].Tag == tag
	})
}
