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
// first part, at whose end the hyphen stands for the rest, and none to the others. Whoever takes text out of the pages then
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
			for start < end && run.Glyphs[start].Text == "" { // a hyphen of the line before, repeated
				start++
			}
		} else if space := slices.IndexFunc(run.Glyphs[:end], hasSpace); space >= 0 {
			end, divided = space, false // the word ends in this line
		}
		if start == end || i == 0 && !divided {
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

// mostText is how many characters a glyph may stand for: MuPDF passes over
// mappings to more.
const mostText = 8

// joinParts gives the text of the later parts to the hyphen of the first, and what
// is too much for it to the letters before.
func joinParts(parts []wordPart) {
	var rest []rune
	for i, p := range parts {
		if i > 0 {
			for _, g := range p.run.Glyphs[p.start:p.end] {
				rest = append(rest, []rune(g.Text)...)
			}
		}
		if i < len(parts)-1 {
			p.end++ // the hyphen
			parts[i].end++
		}
		if i > 0 {
			p.run.Glyphs = silent(p.run.Glyphs, p.start, p.end)
		}
	}
	first := parts[0]
	glyphs := slices.Clone(first.run.Glyphs)
	glyphs[first.end-1].Text = ""
	for at := first.end - 1; at >= first.start; at-- {
		// Together with what the glyph stands for, in the order of the word.
		rest = append([]rune(glyphs[at].Text), rest...)
		n := min(len(rest), mostText)
		if at == first.start {
			n = len(rest)
		}
		glyphs[at].Text, rest = string(rest[len(rest)-n:]), rest[:len(rest)-n]
		if len(rest) == 0 {
			break
		}
	}
	first.run.Glyphs = glyphs
}

// silent copies glyphs, those from start to end without their text.
func silent(glyphs []typeset.Glyph, start, end int) []typeset.Glyph {
	out := append([]typeset.Glyph{}, glyphs...)
	for i := start; i < end; i++ {
		out[i].Text = ""
	}
	return out
}
