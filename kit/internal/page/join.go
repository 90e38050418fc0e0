package page

import (
	"slices"
	"strings"
	"unicode"

	"github.com/presskit-go/presskit/kit/internal/typeset"
)

// softHyphen is the text of a hyphen that was added.
const softHyphen = "\u00ad"

// join gives the text of a word that is hyphenated at the ends of lines to its
// first part, and none to the others. Whoever takes text out of the pages then
// meets the word whole, without a hyphen that nobody wrote (compare the example
// of ISO 32000-1, 14.9.4).
func join(lines []typeset.Line) {
	for i := range lines {
		if parts := wordFrom(lines[i:]); parts != nil {
			joinParts(parts)
		}
	}
}

// wordPart is what a line holds of a word: glyphs of a run.
type wordPart struct {
	run        *typeset.Run
	start, end int // without the hyphen
}

// wordFrom lists the parts of the word that is divided at the end of the first
// line; nil if it is none, or has no one run in each line.
func wordFrom(lines []typeset.Line) []wordPart {
	var parts []wordPart
	for i := range lines {
		l := &lines[i]
		if len(l.Runs) == 0 {
			return nil
		}
		run := &l.Runs[0]
		if i == 0 {
			run = &l.Runs[len(l.Runs)-1]
		}
		if run.RightToLeft || i > 0 && run.Tag != parts[0].run.Tag {
			return nil
		}
		start, end := 0, len(run.Glyphs)
		divided := l.Hyphenated && run == &l.Runs[len(l.Runs)-1] && end > 0 && run.Glyphs[end-1].Text == softHyphen
		if divided {
			end--
		}
		if i == 0 {
			for start = end; start > 0 && !hasSpace(run.Glyphs[start-1]); start-- {
			}
		} else if space := slices.IndexFunc(run.Glyphs[:end], hasSpace); space >= 0 {
			end, divided = space, false // the word ends in this line
		}
		if start == end || i == 0 && (!divided || run.Glyphs[start].Text == "") {
			return nil
		}
		parts = append(parts, wordPart{run, start, end})
		if !divided {
			return parts
		}
	}
	return nil
}

func hasSpace(g typeset.Glyph) bool { return strings.ContainsFunc(g.Text, unicode.IsSpace) }

func joinParts(parts []wordPart) {
	var word strings.Builder
	for _, p := range parts {
		for _, g := range p.run.Glyphs[p.start:p.end] {
			word.WriteString(g.Text)
		}
	}
	for i, p := range parts {
		if i < len(parts)-1 {
			p.end++ // the hyphen
		}
		p.run.Glyphs = silent(p.run.Glyphs, p.start, p.end)
	}
	parts[0].run.Glyphs[parts[0].start].Text = word.String()
}

// silent copies glyphs, those from start to end without their text.
func silent(glyphs []typeset.Glyph, start, end int) []typeset.Glyph {
	out := append([]typeset.Glyph{}, glyphs...)
	for i := start; i < end; i++ {
		out[i].Text = ""
	}
	return out
}
