package page

import (
	"strings"
	"unicode"

	"github.com/presskit-go/presskit/kit/internal/typeset"
)

// join gives the text of a word that is hyphenated at the end of a line to its
// first part, and none to its second. Whoever takes text out of the pages then
// meets the word whole, without a hyphen that nobody wrote (compare the example
// of ISO 32000-1, 14.9.4).
func join(lines []typeset.Line) {
	for i := range len(lines) - 1 {
		a, b := &lines[i], &lines[i+1]
		if !a.Hyphenated || len(a.Runs) == 0 || len(b.Runs) == 0 {
			continue
		}
		first, second := &a.Runs[len(a.Runs)-1], &b.Runs[0]
		if first.Tag != second.Tag || first.RightToLeft || second.RightToLeft {
			continue
		}
		joinRuns(first, second)
	}
}

const softHyphen = "\u00ad"

func joinRuns(first, second *typeset.Run) {
	hyphen := len(first.Glyphs) - 1
	if hyphen < 1 || first.Glyphs[hyphen].Text != softHyphen {
		return
	}
	start := hyphen
	for start > 0 && !strings.ContainsFunc(first.Glyphs[start-1].Text, unicode.IsSpace) {
		start--
	}
	end := 0
	for end < len(second.Glyphs) && !strings.ContainsFunc(second.Glyphs[end].Text, unicode.IsSpace) {
		end++
	}
	if start == hyphen || end == 0 || first.Glyphs[start].Text == "" || second.Glyphs[end-1].Text == softHyphen {
		return
	}
	var word strings.Builder
	for _, g := range first.Glyphs[start:hyphen] {
		word.WriteString(g.Text)
	}
	for _, g := range second.Glyphs[:end] {
		word.WriteString(g.Text)
	}
	first.Glyphs = silent(first.Glyphs, start, hyphen+1)
	first.Glyphs[start].Text = word.String()
	second.Glyphs = silent(second.Glyphs, 0, end)
}

// silent copies glyphs, those from start to end without their text.
func silent(glyphs []typeset.Glyph, start, end int) []typeset.Glyph {
	out := append([]typeset.Glyph{}, glyphs...)
	for i := start; i < end; i++ {
		out[i].Text = ""
	}
	return out
}
